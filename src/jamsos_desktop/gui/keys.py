"""Every keyboard shortcut of the program, in one table; F1 shows it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jamsos_desktop.i18n import N_, _


class Key(NamedTuple):
    """``sequences`` in Qt's portable words; the first is the one that is shown."""

    sequences: tuple[str, ...]
    does: str


KEYS: dict[str, Key] = {
    "next": Key(("Return", "Enter"), N_("Ke isian berikutnya")),
    "back": Key(("Shift+Return", "Shift+Enter"), N_("Kembali ke isian sebelumnya")),
    "save": Key(("Ctrl+S",), N_("Simpan")),
    "save_incomplete": Key(("Ctrl+Shift+S",), N_("Simpan belum lengkap")),
    "save_next": Key(("Ctrl+Return", "Ctrl+Enter"), N_("Simpan dan buka yang berikutnya")),
    "save_family": Key(
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        N_("Simpan, lalu orang berikutnya dari KK yang sama"),
    ),
    "clear_carried": Key(("Alt+K",), N_("Kosongkan isian yang terbawa dari formulir sebelumnya")),
    "elsewhere": Key(("Alt+A",), N_("Alamat di KTP berbeda")),
    "unknown": Key(("Alt+T",), N_("Tidak tahu atau tidak punya, di isian yang boleh begitu")),
    "cancelled": Key(("Alt+B",), N_("Formulir yang dibatalkan")),
    "help": Key(("F1",), N_("Bantuan dan daftar tombol")),
    "search": Key(("F2",), N_("Cari")),
    "check_card": Key(("F8",), N_("Periksa kartu: asli, dan masih berlaku")),
    "explain": Key(("F9",), N_("Penjelasan untuk orang dan keluarganya")),
    "call_next": Key(("F5",), N_("Panggil nomor antrean berikutnya")),
    "area": Key(("F6",), N_("Pindah antara menu, halaman, dan baris bawah")),
    "print": Key(("Ctrl+P",), N_("Cetak")),
    "export": Key(("Ctrl+E",), N_("Ekspor ke flashdisk")),
    "upload": Key(("Ctrl+U",), N_("Kirim dan ambil lewat jaringan")),
    "choose": Key(("Ctrl+O",), N_("Pilih berkas")),
    "new": Key(("Ctrl+N",), N_("Tambah baru")),
    "read_again": Key(("F7",), N_("Baca lagi catatan yang disisihkan")),
    "lock": Key(("Ctrl+L",), N_("Kunci layar")),
    "undo": Key(("Alt+U",), N_("Urungkan tindakan terakhir")),
    "correct": Key(("Ctrl+B",), N_("Lengkapi atau perbaiki data")),
    "reveal": Key(("Ctrl+R",), N_("Perlihatkan NIK lengkap")),
    "likely": Key(("Ctrl+D",), N_("Ke orang yang mungkin sama")),
    "candidate": Key(("Ctrl+K",), N_("Isi dari daftar calon")),
    "visit": Key(("Ctrl+T",), N_("Catat kunjungan tanpa hasil")),
    "leave": Key(("Esc",), N_("Kembali ke daftar")),
    "keep_1": Key(("1",), N_("Keputusan: pakai yang pertama")),
    "keep_2": Key(("2",), N_("Keputusan: pakai yang kedua")),
    "keep_3": Key(("3",), N_("Keputusan: pakai yang ketiga")),
    "keep_4": Key(("4",), N_("Keputusan: pakai yang keempat")),
    "apart": Key(("B",), N_("Keputusan: orang yang berbeda")),
    "send_back": Key(("K",), N_("Keputusan: kembalikan ke pos")),
    "take_back": Key(("U",), N_("Keputusan: urungkan keputusan terakhir")),
    "other_person": Key(("Space",), N_("Keputusan: yang ini orang lain")),
    "type_other": Key(("I",), N_("Keputusan: ketik isian lain")),
    "whole_column": Key(("S",), N_("Keputusan: pilih semua dari kolom ini")),
    "take_over": Key(("A",), N_("Keputusan: ambil isian ini")),
    "sheet_back": Key(("Ctrl+PgUp",), N_("Lembar sebelumnya")),
    "sheet_next": Key(("Ctrl+PgDown",), N_("Lembar berikutnya")),
    "zoom_in": Key(("Ctrl++", "Ctrl+="), N_("Perbesar lembar")),
    "zoom_out": Key(("Ctrl+-",), N_("Perkecil lembar")),
    "zoom_fit": Key(("Ctrl+0",), N_("Paskan dengan lebar layar")),
    **{
        f"page_{number}": Key((f"Alt+{number}",), N_("Buka halaman menu nomor {number}"))
        for number in range(1, 10)
    },
}

_SHOWN = {
    "Space": "Spasi",
    "Return": "Enter",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+Shift+Return": "Ctrl+Shift+Enter",
    "Shift+Return": "Shift+Enter",
}


def shown(name: str) -> str:
    """The key as it is written on buttons, for example ``Ctrl+Enter``."""
    first = KEYS[name].sequences[0]
    return _SHOWN.get(first, first)


def label(text: str, name: str) -> str:
    """A button's text with its key behind it."""
    return f"{plain(text)}   {shown(name)}"


def plain(text: str) -> str:
    """A button's text in which ``&`` is a letter and no mark for Alt."""
    return text.replace("&", "&&")


def table() -> list[tuple[str, str]]:
    """Key and what it does, for the help page. The nine page keys make one line."""
    rows = [(shown(name), _(key.does)) for name, key in KEYS.items() if name[:5] != "page_"]
    return [*rows, ("Alt+1 … Alt+9", _("Buka halaman menu nomor 1 sampai 9"))]


def bind(
    name: str, owner: QWidget, slot: Callable[[], object], *, everywhere: bool = False
) -> None:
    """Let the key call ``slot`` while ``owner`` or something in it has the focus.

    With ``everywhere`` it does so anywhere in the window while ``owner`` is shown.
    """
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    context = Qt.ShortcutContext.WindowShortcut if everywhere else inside
    for sequence in KEYS[name].sequences:
        shortcut = QShortcut(QKeySequence(sequence), owner)
        shortcut.setContext(context)
        shortcut.activated.connect(slot)
