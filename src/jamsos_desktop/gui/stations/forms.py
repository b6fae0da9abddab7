"""The small forms of the page: an officer, a password, a kit, the recovery sheet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.first_start.presenter import ROLES
from jamsos_desktop.gui.stations.lines import EventTick, OfficerLine
from jamsos_desktop.gui.widgets.check_list import CheckList
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.folder_edit import FolderEdit
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class SmallForm(Form):
    """A form with a way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = self.add_button(_("Kembali"))
        keys.bind("leave", self, self.back.click)

    def clear(self) -> None:
        """Empty every field but those that keep the last choice."""
        self.set_values({name: "" for name in self.fields if name != "folder"})

    def _add_who(self) -> QLabel:
        """Whom the form is about."""
        who = words("", "group", self)
        self.add_widget(who)
        self.add_gap()
        return who

    def _add_role(self) -> Field:
        roles = [(key, _(text)) for key, text in ROLES.items()]
        return self.add_field(Field("role", _("Tugas"), Choice(roles)))

    def _add_own_password(self) -> None:
        hint = _("untuk memastikan bahwa ini Anda")
        own = Field("own_password", _("Kata sandi Anda sendiri"), PasswordEdit(), hint)
        self.add_field(own)

    def _add_folder(self, hint: str) -> None:
        folder = FolderEdit(_("Pilih flashdisk atau folder"))
        self.add_field(Field("folder", _("Tempat menyimpan"), folder, hint))


class OfficerForm(SmallForm):
    """A new officer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Petugas baru"),
            _("Kata sandinya dibuat sendiri oleh petugas, di laptop tempat ia bekerja."),
        )
        self.add_field(Field("name", _("Nama lengkap"), TextEdit()))
        self.add_field(
            Field("login", _("Nama pengguna"), TextEdit(), _("satu kata yang mudah diingat"))
        )
        self._add_role()
        self.add_widget(
            words(
                _(
                    "Kader mendaftarkan dan mencetak. Koordinator juga mengurus kata sandi di pos."
                    " Admin merencanakan kegiatan dan membuat paket di kantor."
                ),
                "hint",
            )
        )
        self.set_primary(_("Simpan petugas"), "save")


class ChangeForm(SmallForm):
    """Another name or role for an officer, or no way to sign in here any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Ubah petugas"),
            _("Yang sudah dikerjakan tetap tercatat atas namanya."),
        )
        self.who = self._add_who()
        self.add_field(Field("name", _("Nama lengkap"), TextEdit()))
        self.role = self._add_role()
        self.remove = self.add_button(_("Cabut izin masuk…"))
        self.set_primary(_("Simpan petugas"), "save")

    def show_officer(self, officer: OfficerLine) -> None:
        """Who is changed, as they are known."""
        self.who.setText(_("Nama pengguna: {login}", login=officer.login))
        self.set_values({"name": officer.name, "role": officer.role_key})
        self.role.widget.setEnabled(not officer.own)
        own = _("hanya bisa diubah admin lain") if officer.own else ""
        self.role.set_hint(own)
        self.remove.refuse(officer.why_stays())


class RemoveForm(SmallForm):
    """No way to sign in here any more, confirmed with one's own password."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Cabut izin masuk"),
            _("Kata sandinya tidak berlaku lagi di laptop ini. Laptop lain tidak berubah."),
        )
        self.who = self._add_who()
        self._add_own_password()
        self.set_primary(_("Cabut izin masuk"), "save")

    def show_officer(self, officer: OfficerLine) -> None:
        """Who is not to sign in any more."""
        self.who.setText(_("{name} ({login})", name=officer.name, login=officer.login))


class PasswordForm(SmallForm):
    """A password for another officer, confirmed with one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Kata sandi petugas"),
            _("Mintalah petugas mengetik kata sandinya sendiri, tanpa Anda lihat."),
        )
        self.who = self._add_who()
        hint = _("paling sedikit 8 huruf atau angka")
        self.add_field(Field("password", _("Kata sandi baru"), PasswordEdit(), hint))
        self.add_field(Field("again", _("Kata sandi baru sekali lagi"), PasswordEdit()))
        self._add_own_password()
        self.set_primary(_("Pasang kata sandi"), "save")

    def show_officer(self, officer: OfficerLine) -> None:
        """Whose password it is."""
        self.who.setText(_("Untuk {name} ({login})", name=officer.name, login=officer.login))


class KitForm(SmallForm):
    """A kit for the laptop of a new station."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Paket untuk pos baru"),
            _("Satu berkas untuk satu laptop, dibuka dengan kode di kertas. Tanpa internet."),
        )
        self.add_field(Field("station", _("Nama pos"), TextEdit(), _("misalnya: Pos Kranggan 1")))
        self.events = CheckList()
        self.add_field(Field("events", _("Kegiatan"), self.events, _("spasi mencentang")))
        self._add_folder(_("biasanya flashdisk"))
        self.set_primary(_("Buat paket pos"), "save")

    def begin(self, events: Sequence[EventTick], ticked: str) -> None:
        """An empty form; the event that comes next is ticked already."""
        self.clear()
        self.events.set_options(events)
        self.events.set_raw(ticked)


class SheetForm(SmallForm):
    """The office's recovery sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Lembar pemulihan"),
            _("Jalan terakhir untuk masuk bila semua kata sandi terlupa."),
        )
        for text in (
            _(
                "Siapa pun yang memegang lembar ini bersama laptop kantor atau laptop pos bisa"
                " membuka semua datanya. Perlakukan seperti kunci brankas."
            ),
            _(
                "Cetak dua kali. Simpan di dua amplop tertutup di tempat berbeda, misalnya brankas"
                " kantor dan kepala dinas. Lalu hapus berkas PDF-nya dari flashdisk."
            ),
        ):
            self.add_widget(words(text, None, self))
        self.add_gap()
        self._add_folder(_("bukan di laptop ini"))
        self.set_primary(_("Simpan lembar pemulihan"), "save")
