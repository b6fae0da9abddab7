"""The papers that an event has: what each is called, what it is for, and why there can be none."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from jamsos_desktop.i18n import N_

Kind = Literal["minutes", "receipt", "board", "leaflet", "attendance", "balance", "unregistered"]


class Document(NamedTuple):
    """``about`` is empty where it is not about chosen people; then ``empty`` says why it is so."""

    title: str
    more: str
    file: str
    empty: tuple[str, str]
    about: Literal["", "receipt", "board"] = ""


NO_EVENT = (N_("Belum ada kegiatan"), N_("Buat atau terima dulu sebuah kegiatan."))
_NOBODY = (
    N_("Tidak ada orang di pilihan ini"),
    N_("Pilih bagian lain, atau daftarkan orang di halaman Pendaftaran."),
)
ALL_HAVE_IT = (
    N_("Semua di pilihan ini sudah punya"),
    N_("Pilih “Semua” untuk mencetaknya sekali lagi."),
)
NO_CEREMONY = (
    N_("Belum ada yang ditandai untuk penyerahan simbolis"),
    N_("Pilih orangnya di halaman Peserta, lalu tekan Tandai simbolis."),
)

DOCUMENTS: Mapping[Kind, Document] = {
    "minutes": Document(
        N_("Berita acara serah terima"),
        N_("ditandatangani setiap penerima kartu"),
        "berita-acara",
        (
            N_("Belum ada kartu untuk diserahkan"),
            N_("Berita acara memuat orang yang kartunya sudah dicetak. Cetak kartunya dulu."),
        ),
    ),
    "receipt": Document(
        N_("Tanda terima pendaftaran"),
        N_("untuk setiap orang: di A4, atau struk dari gulungan"),
        "tanda-terima",
        _NOBODY,
        "receipt",
    ),
    "board": Document(
        N_("Papan penyerahan simbolis"),
        N_("besar, untuk difoto: nama panggilan, tanpa nomor apa pun"),
        "papan",
        _NOBODY,
        "board",
    ),
    "leaflet": Document(
        N_("Selebaran Hak Anda"),
        N_("A4 bolak-balik sisi pendek, dilipat jadi A5"),
        "hak-anda",
        NO_EVENT,
    ),
    "attendance": Document(
        N_("Daftar hadir"),
        N_("ditandatangani yang datang; baris kosong untuk yang menyusul"),
        "daftar-hadir",
        NO_EVENT,
    ),
    "balance": Document(
        N_("Neraca hari ini"),
        N_("dihitung dari jurnal, ditandatangani koordinator"),
        "neraca",
        NO_EVENT,
    ),
    "unregistered": Document(
        N_("Belum terdaftar, per RT"),
        N_("dibawa dari rumah ke rumah"),
        "belum-terdaftar",
        (
            N_("Tidak ada calon yang belum terdaftar"),
            N_("Daftar calon di sini kosong, atau semua orangnya sudah didaftarkan."),
        ),
    ),
}
