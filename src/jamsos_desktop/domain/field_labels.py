"""What the fields of a participant are called, and the words that some of them choose from."""

from collections.abc import Mapping

from jamsos_desktop.i18n import N_, _

LABELS: Mapping[str, str] = {
    "number": N_("Nomor pendaftaran"),
    "event_id": N_("Kegiatan"),
    "programme_id": N_("Program"),
    "name": N_("Nama"),
    "nik": N_("NIK"),
    "kk": N_("Nomor KK"),
    "reasons": N_("Alasan yang ditulis"),
    "birth_place": N_("Tempat lahir"),
    "birth_date": N_("Tanggal lahir"),
    "sex": N_("Jenis kelamin"),
    "mother_name": N_("Nama ibu kandung"),
    "address": N_("Alamat"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "village": N_("Kelurahan atau desa"),
    "ktp_village": N_("Kelurahan di KTP"),
    "postcode": N_("Kode pos"),
    "phone": N_("Nomor HP"),
    "email": N_("E-mail"),
    "occupation": N_("Pekerjaan"),
    "occupation_text": N_("Pekerjaan (kata sendiri)"),
    "second_occupation": N_("Pekerjaan kedua"),
    "sector": N_("Jenis usaha"),
    "workplace": N_("Tempat kerja"),
    "work_starts": N_("Mulai kerja pukul"),
    "work_ends": N_("Selesai kerja pukul"),
    "income": N_("Penghasilan sebulan"),
    "income_band": N_("Golongan penghasilan"),
    "payer": N_("Pembayar iuran"),
    "coverage_start": N_("Mulai perlindungan"),
    "coverage_months": N_("Lama perlindungan"),
    "heir_name": N_("Nama ahli waris"),
    "heir_relation": N_("Hubungan ahli waris"),
    "children": N_("Anak-anak"),
    "note": N_("Catatan"),
    "duplicates": N_("Orang yang mirip"),
    "pkh": N_("Menerima PKH atau BPNT"),
    "civil_servant": N_("ASN, TNI, Polri, atau karyawan"),
    "already_insured": N_("Sudah peserta BPJS"),
    "reason_by": N_("Yang menulis alasan"),
    "required": N_("Isian yang wajib"),
    "rules": N_("Aturan yang dipakai"),
    "contribution": N_("Iuran seluruhnya"),
    "pending": N_("Menunggu koordinator"),
    "correction": N_("Alasan perbaikan"),
    "explained": N_("Penjelasan"),
    "consent": N_("Persetujuan"),
    "training": N_("Pelatihan kerja"),
    "mentoring": N_("Pendampingan UMKM"),
    "micro_finance": N_("Pembiayaan mikro"),
    "photo": N_("Foto"),
    "candidate_id": N_("Dari daftar calon"),
    "unknown": N_("Tidak tahu"),
}
#: What a question of yes or no is answered with.
ANSWERS = {"ya": N_("Ya"), "tidak": N_("Tidak"), "tidak_tahu": N_("Tidak tahu")}
#: What an heir is to the person, as the form offers it.
RELATIONS = (
    N_("Istri"),
    N_("Suami"),
    N_("Anak"),
    N_("Ayah"),
    N_("Ibu"),
    N_("Saudara kandung"),
    N_("Cucu"),
)


def label(field: str) -> str:
    """What the field is called; a field of a newer version by its own name."""
    return _(LABELS[field]) if field in LABELS else field
