"""Codes become words: the one place that says an error or a finding to a person.

An error has three parts: what happened, what it means for the data, what to do now.
"""

from typing import NamedTuple

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _


class Explanation(NamedTuple):
    """An error in words."""

    what: str
    data: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.data} {self.todo}"


NOTHING_CHANGED = N_("Tidak ada data yang berubah.")

#: code -> what happened, what it means for the data, what to do now
ERRORS: dict[str, Explanation] = {
    "tariff_missing": Explanation(
        N_("Belum ada tarif iuran untuk bulan {month}."),
        N_("Iuran tidak dihitung dan tidak ada data yang berubah."),
        N_("Minta berkas tarif terbaru ke kantor, atau pilih bulan lain."),
    ),
    "reference_invalid": Explanation(
        N_("Berkas acuan {file} tidak bisa dipakai: {reason}"),
        NOTHING_CHANGED,
        N_("Pasang ulang program ini, atau minta paket baru ke kantor."),
    ),
    "disk_full": Explanation(
        N_("Penyimpanan penuh."),
        N_("Data yang sudah disimpan tetap aman; yang terakhir belum tersimpan."),
        N_("Kosongkan ruang di laptop ini, lalu simpan sekali lagi."),
    ),
    "target_full": Explanation(
        N_("Tempat tujuan penuh."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Kosongkan ruang di sana atau pakai flashdisk lain, lalu ulangi."),
    ),
    "target_too_small": Explanation(
        N_("Ruang di tempat tujuan tidak cukup: perlu {need} MB, tersisa {free} MB."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Kosongkan ruang di sana atau pakai flashdisk lain, lalu ulangi."),
    ),
    "target_read_only": Explanation(
        N_("Tempat tujuan tidak boleh ditulisi."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Geser kunci pengaman flashdisk bila ada, atau pilih tempat lain, lalu ulangi."),
    ),
    "target_gone": Explanation(
        N_("Tempat tujuan tidak ada atau flashdisk tercabut."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Pasang lagi flashdisk atau pilih tempat lain, lalu ulangi."),
    ),
    "write_damaged": Explanation(
        N_("Berkas yang baru ditulis tidak sama waktu dibaca kembali."),
        N_("Berkas itu sudah dihapus; data di laptop ini tetap aman."),
        N_("Flashdisk ini mungkin rusak. Pakai flashdisk lain, lalu ulangi."),
    ),
    "bundle_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Pastikan flashdisk masih terpasang, lalu pilih berkas itu lagi."),
    ),
    "bundle_not_jamsos": Explanation(
        N_("Ini bukan berkas JAMSOS."),
        NOTHING_CHANGED,
        N_("Pilih berkas yang namanya berakhiran .jamsos dari pos atau kantor Anda."),
    ),
    "bundle_wrong_key": Explanation(
        N_("Berkas ini tidak disegel untuk Anda, jadi tidak bisa dibuka di sini."),
        NOTHING_CHANGED,
        N_("Periksa berkas ini untuk siapa; bila memang untuk Anda, minta dibuatkan lagi."),
    ),
    "bundle_other_office": Explanation(
        N_("Berkas ini untuk {office}, bukan untuk {here}."),
        NOTHING_CHANGED,
        N_("Serahkan berkas ini ke {office}, lalu pilih berkas yang benar."),
    ),
    "bundle_needs_passphrase": Explanation(
        N_("Berkas ini dibuka dengan kata sandi."),
        NOTHING_CHANGED,
        N_("Ketik kata sandi yang diberikan kantor bersama berkas ini."),
    ),
    "bundle_bad_passphrase": Explanation(
        N_("Kata sandi untuk berkas ini salah."),
        NOTHING_CHANGED,
        N_("Periksa huruf demi huruf pada lembar dari kantor, lalu ketik lagi."),
    ),
    "bundle_truncated": Explanation(
        N_("Berkas ini tidak utuh: terpotong waktu disalin, atau rusak di bagian akhirnya."),
        NOTHING_CHANGED,
        N_("Salin lagi dari pengirim; keluarkan flashdisk dengan aman sebelum dicabut."),
    ),
    "bundle_damaged": Explanation(
        N_("Isi berkas ini rusak atau sudah berubah."),
        NOTHING_CHANGED,
        N_("Salin lagi dari pengirim; bila tetap rusak, minta pengirim membuatnya lagi."),
    ),
    "bundle_bad_signature": Explanation(
        N_("Tanda tangan berkas ini tidak cocok dengan isinya."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_bad_name": Explanation(
        N_("Di dalam berkas ini ada nama isi yang tidak wajar."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_too_large": Explanation(
        N_("Isi berkas ini jauh lebih besar daripada yang wajar."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_too_new": Explanation(
        N_("Berkas ini dibuat program yang lebih baru (bentuk {found}, di sini sampai {known})."),
        NOTHING_CHANGED,
        N_("Perbarui program di sini, lalu pilih berkas itu lagi."),
    ),
}

#: code -> the sentence below the field
FINDINGS: dict[str, str] = {
    # NIK and family card
    "required": N_("Ini belum diisi."),
    "passwords_differ": N_("Kedua kata sandi tidak sama. Ketik sekali lagi."),
    "nik_empty": N_("NIK belum diisi."),
    "nik_not_digits": N_("NIK hanya terdiri dari angka. Periksa lagi di KTP."),
    "nik_length": N_("NIK harus 16 angka, yang diketik {count}."),
    "nik_province_unknown": N_("NIK diawali {prefix}: tidak ada provinsi dengan kode itu."),
    "nik_day": N_(
        "Angka ke-7 dan ke-8 adalah tanggal lahir: laki-laki 01–31, perempuan 41–71. "
        "Yang diketik {day}."
    ),
    "nik_month": N_("Angka ke-9 dan ke-10 adalah bulan lahir, 01–12. Yang diketik {month}."),
    "nik_date": N_("Tanggal {date} di NIK tidak ada di kalender. Periksa lagi di KTP."),
    "nik_serial_zero": N_(
        "Empat angka terakhir NIK 0000, padahal nomor urut mulai dari 0001. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_prefix_old": N_("NIK diawali {prefix}, kode lama untuk {area}. Cocokkan dengan KTP."),
    "nik_prefix_unknown": N_(
        "NIK diawali {prefix}: kecamatan itu tidak ada di daftar sekarang. "
        "Bisa jadi kode lama; cocokkan dengan KTP."
    ),
    "nik_pattern": N_("Angka NIK ini tampak asal ketik. Cocokkan sekali lagi dengan KTP."),
    "nik_birth_date_differs": N_(
        "Tanggal lahir di NIK {nik}, yang diketik {typed}. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_sex_differs": N_(
        "Menurut NIK jenis kelaminnya {nik}, yang dipilih {typed}. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_century": N_(
        "Tahun lahir di NIK bisa berarti {old} atau {young}. Tanyakan tanggal lahirnya."
    ),
    "nik_area_differs": N_(
        "NIK ini pertama kali dicatat di {nik}; alamat sekarang di {typed}. "
        "Wajar bila pernah pindah."
    ),
    "kk_not_digits": N_("Nomor KK hanya terdiri dari angka. Cocokkan dengan kartunya."),
    "kk_length": N_("Nomor KK biasanya 16 angka, yang diketik {count}. Cocokkan dengan kartunya."),
    "kk_is_nik": N_("Nomor KK sama dengan NIK. Nomor KK ada di bagian atas Kartu Keluarga."),
    "kk_date": N_(
        "Angka ke-7 sampai ke-12 pada nomor KK bukan tanggal yang ada. Cocokkan dengan kartunya."
    ),
    "kk_prefix_unknown": N_(
        "Nomor KK diawali {prefix}: kecamatan itu tidak ada di daftar sekarang. "
        "Cocokkan dengan kartunya."
    ),
    # age and contribution
    "birth_date_future": N_("Tanggal lahir {date} belum terjadi."),
    "birth_date_too_old": N_("Tanggal lahir {date} sebelum tahun 1900. Periksa tahunnya."),
    "age_over": N_(
        "Umurnya {age} tahun saat perlindungan mulai pada {start}. "
        "Yang boleh didaftarkan belum berumur {limit} tahun."
    ),
    "age_near_limit": N_(
        "Umurnya genap {limit} tahun pada {birthday}, kurang dari enam bulan setelah "
        "perlindungan mulai. Pastikan tanggal lahirnya sama dengan KTP."
    ),
    "age_under": N_(
        "Umurnya baru {age} tahun saat perlindungan mulai pada {start}; "
        "paling muda {minimum} tahun. "
        "Boleh lanjut bila ada izin koordinator: tulis alasannya."
    ),
    "coverage_start_invalid": N_("Bulan mulai perlindungan belum benar. Contoh: 2025-11."),
    "coverage_months_invalid": N_("Lama perlindungan harus 1 sampai {longest} bulan."),
    "tariff_missing": N_(
        "Belum ada tarif iuran untuk {month}. Minta berkas tarif terbaru ke kantor."
    ),
    # what a person is called and how to reach them
    "name_empty": N_("Nama belum diisi."),
    "name_long": N_(
        "Nama {count} huruf, paling panjang 60. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "name_characters": N_(
        "Ada tanda yang jarang dipakai dalam nama: {characters} Cocokkan dengan KTP."
    ),
    "phone_format": N_("Nomor HP biasanya 10–13 angka dan diawali 08. Periksa lagi nomornya."),
}

LEVELS = {"error": N_("Salah"), "warning": N_("Periksa"), "info": N_("Tahu")}


def explain(error: UserError) -> Explanation:
    """The error in the chosen language."""
    parts = ERRORS[error.code]
    return Explanation(*(_(part, **error.values) for part in parts))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the chosen language, without its level."""
    return _(FINDINGS[finding.code], **finding.values)
