"""The choices, the way to one's own password, and what is known of this installation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.preferences.facts import Facts
from jamsos_desktop.gui.preferences.own_work import WorkWords
from jamsos_desktop.gui.preferences.state import (
    LANGUAGES,
    SHARES,
    SIZES,
    THEMES,
    State,
    nearest_share,
    nearest_size,
)
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.own_work import DAYS


class ChoicesForm(Form):
    """Every choice holds as soon as it is made; nothing waits for a button."""

    password_wanted = Signal()
    copy_wanted = Signal()
    place_wanted = Signal()
    reference_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(_("Pengaturan"), _("Berlaku di laptop ini saja, dan langsung disimpan."))
        self.text_size = Choice([(str(size), f"{size} %") for size in SIZES])
        self.theme = Choice([(key, _(text)) for key, text in THEMES.items()])
        self.language = Choice(list(LANGUAGES.items()))
        self.add_field(Field("text_scale", _("Ukuran huruf"), self.text_size))
        self.add_field(Field("theme", _("Warna layar"), self.theme))
        later = _("berlaku setelah program dibuka lagi")
        self.add_field(Field("language", _("Bahasa"), self.language, later))
        self.brake = Choice([(str(share), f"{share} %") for share in SHARES])
        self.add_field(Field("brake", _("Rem kotak masuk"), self.brake, " "))
        self._add_password()
        self._add_place()
        self._add_reference()
        self._add_work()
        self._add_facts()

    def _add_password(self) -> None:
        self.add_group(_("Kata sandi saya"))
        self._password_words = words("", "hint", self)
        self.add_widget(self._password_words)
        self.password = self._button(_("Ganti kata sandi saya"))
        self.password.clicked.connect(self.password_wanted)

    def _add_place(self) -> None:
        self.add_group(_("Tempat unggah"))
        usual = _("Folder bersama, WebDAV, SFTP atau S3, untuk kirim dan ambil kalau ada jaringan.")
        self._place_words = words(usual, "hint", self)
        self.add_widget(self._place_words)
        self.place = self._button(_("Atur tempat unggah"))
        self.place.clicked.connect(self.place_wanted)

    def _add_reference(self) -> None:
        self.add_group(_("Aturan dan teks"))
        what = _("Tarif iuran, aturan peserta, pekerjaan, teks persetujuan, dan berkas BPJS.")
        self.add_widget(words(what, "hint", self))
        self.reference = self._button(_("Lihat aturan dan teks"))
        self.reference.clicked.connect(self.reference_wanted)

    def _add_work(self) -> None:
        self.add_group(_("Catatan kerja Anda"))
        said = _(
            "{count} hari terakhir di laptop ini. Hanya Anda yang melihat angka Anda. Lama mengisi"
            " formulir hanya ada di laptop ini dan tidak ikut dikirim.",
            count=DAYS,
        )
        self.add_widget(words(said, "hint", self))
        self.own_work = Facts(self)
        self.add_widget(self.own_work)
        self._sum = QWidget(self)
        column = QVBoxLayout(self._sum)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(words(_("Jumlah semua petugas di laptop ini"), "fieldLabel", self._sum))
        self.no_sum = words("", "hint", self._sum)
        column.addWidget(self.no_sum)
        self.all_work = Facts(self._sum)
        column.addWidget(self.all_work)
        self._sum.hide()
        self.add_widget(self._sum)

    def _show_work(self, work: WorkWords) -> None:
        self.own_work.show_facts(work.own)
        self._sum.setVisible(bool(work.everybody or work.why_no_sum))
        self.no_sum.setText(work.why_no_sum)
        self.no_sum.setVisible(bool(work.why_no_sum))
        self.all_work.setVisible(bool(work.everybody))
        if work.everybody:
            self.all_work.show_facts(work.everybody)

    def _add_facts(self) -> None:
        self.add_group(_("Tentang pemasangan ini"))
        self.add_widget(
            words(_("Kirim keterangan ini bila Anda meminta bantuan ke kantor."), "hint", self)
        )
        self.facts = Facts(self)
        self.add_widget(self.facts)
        self.copy = self._button(_("Salin semua keterangan"))
        self.copy.clicked.connect(self.copy_wanted)

    def _button(self, text: str) -> QPushButton:
        """A button on a line of its own, as wide as its words."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        button = QPushButton(keys.plain(text), line)
        button.setAccessibleName(text)
        row.addWidget(button)
        row.addStretch(1)
        self.add_widget(line)
        return button

    def show_state(self, state: State) -> None:
        """Mark what is chosen, and say what is known."""
        chosen = state.settings
        size = str(nearest_size(chosen.text_scale))
        values = {"text_scale": size, "theme": chosen.theme, "language": chosen.language}
        if state.brake is not None:
            values["brake"] = str(nearest_share(state.brake.share))
            self.fields["brake"].set_hint(
                _(
                    "berkas berhenti bila yang sudah terdaftar lebih dari ini (dan {least} orang)",
                    least=state.brake.least,
                )
            )
        self.fields["brake"].setVisible(state.brake is not None)
        self.set_values(values)
        usable(self.password, state.why_not_password)
        usual = _("Ketik kata sandi lama Anda, lalu yang baru dua kali.")
        self._password_words.setText(state.why_not_password or usual)
        usable(self.place, state.why_not_place)
        if state.why_not_place:
            self._place_words.setText(state.why_not_place)
        self.facts.show_facts(state.facts)
        if state.work is not None:
            self._show_work(state.work)
