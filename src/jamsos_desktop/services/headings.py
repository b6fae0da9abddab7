"""Headings of lists as people write them, and the field that each of them stands for."""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

_IN_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|\*")
_BLANKS = re.compile(r"[\s.,_/\\:\-]+")

#: Headings as people write them -> fields of the form and of the list of candidates. A field's own
#: name works as well.
COLUMNS: Mapping[str, str] = {
    "nama": "name",
    "nama_lengkap": "name",
    "nama_peserta": "name",
    "nama_calon_peserta": "name",
    "nama_pekerja": "name",
    "nama_sesuai_ktp": "name",
    "nama_lengkap_sesuai_ktp": "name",
    "no_nik": "nik",
    "nomor_nik": "nik",
    "nik_ktp": "nik",
    "no_ktp": "nik",
    "nomor_ktp": "nik",
    "no_ktp_nik": "nik",
    "nomor_identitas": "nik",
    "nomor_induk_kependudukan": "nik",
    "tempat_lahir": "birth_place",
    "tmp_lahir": "birth_place",
    "tempat": "birth_place",
    "tanggal_lahir": "birth_date",
    "tgl_lahir": "birth_date",
    "ttl": "birth",
    "tempat_tanggal_lahir": "birth",
    "tempat_tgl_lahir": "birth",
    "tempat_dan_tanggal_lahir": "birth",
    "jenis_kelamin": "sex",
    "jns_kelamin": "sex",
    "jk": "sex",
    "l_p": "sex",
    "kelamin": "sex",
    "nama_ibu": "mother_name",
    "nama_ibu_kandung": "mother_name",
    "ibu_kandung": "mother_name",
    "no_kk": "kk",
    "nomor_kk": "kk",
    "kartu_keluarga": "kk",
    "nomor_kartu_keluarga": "kk",
    "alamat": "address",
    "alamat_ktp": "address",
    "alamat_sesuai_ktp": "address",
    "alamat_lengkap": "address",
    "rt_rw": "rt_rw",
    "kelurahan": "village",
    "desa": "village",
    "kel": "village",
    "kelurahan_desa": "village",
    "desa_kelurahan": "village",
    "kel_desa": "village",
    "desa_kel": "village",
    "kode_wilayah": "village",
    "kecamatan": "district",
    "kec": "district",
    "kode_pos": "postcode",
    "no_hp": "phone",
    "nomor_hp": "phone",
    "hp": "phone",
    "no_telp": "phone",
    "no_telepon": "phone",
    "nomor_telepon": "phone",
    "telepon": "phone",
    "no_wa": "phone",
    "no_hp_wa": "phone",
    "pekerjaan": "occupation",
    "jenis_pekerjaan": "occupation",
    "pekerjaan_kedua": "second_occupation",
    "tempat_kerja": "workplace",
    "jam_mulai": "work_starts",
    "jam_selesai": "work_ends",
    "penghasilan": "income",
    "golongan_penghasilan": "income",
    "mulai_perlindungan": "coverage_start",
    "lama_bulan": "coverage_months",
    "ahli_waris": "heir_name",
    "hubungan_ahli_waris": "heir_relation",
    "catatan": "note",
    "keterangan": "note",
    "ket": "note",
    "penerima_pkh": "pkh",
    "penerima_pkh_bpnt": "pkh",
    "pegawai": "civil_servant",
    "asn_tni_polri": "civil_servant",
    "sudah_peserta": "already_insured",
}


def key_of(heading: str) -> str:
    """``tgl_lahir`` from "Tgl. Lahir (dd-mm-yyyy)": what a heading says, however it is written."""
    return _BLANKS.sub("_", _IN_BRACKETS.sub(" ", heading).lower()).strip("_")


def field_of(
    heading: str, fields: Collection[str], more: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The one of these fields that a heading stands for; empty for none of them.

    ``more`` are headings that only this list knows.
    """
    key = key_of(heading)
    field = more.get(key) or COLUMNS.get(key, key)
    return field if field in fields else ""
