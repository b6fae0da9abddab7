"""The office's lists of people who are registered elsewhere, which kits carry as hashes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.stations.forms import SmallForm
from jamsos_desktop.gui.stations.lines import RegisteredLine
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.file_edit import FileEdit
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_SHOWN = 6  # lists that are named, the latest


class RegisteredForm(SmallForm):
    """How many people are on the lists, which lists these were, and another one."""

    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Sudah terdaftar di tempat lain"),
            _("Petugas di pos diberi tahu begitu NIK-nya diketik."),
        )
        self.count = words("", "group", self)
        self.lists = words("", None, self)
        self.add_widget(self.count)
        self.add_widget(self.lists)
        kinds = _("Daftar (*.csv *.xlsx *.xls *.ods)")
        self.file = FileEdit(_("Pilih daftar"), kinds)
        hint = _("dari BPJS, kota lain, atau tahun lalu; kolomnya berjudul NIK")
        self.add_field(Field("file", _("Daftar baru"), self.file, hint))
        self.add_widget(
            words(
                _(
                    "Yang disimpan dan dibawa paket hanya sidik NIK, bukan NIK dan bukan nama."
                    " Peserta kantor ini ikut dengan sendirinya. Pos yang sudah punya paket tidak"
                    " berubah."
                ),
                "hint",
                self,
            )
        )
        self.forget = self.add_button(_("Kosongkan daftar…"))
        self.forget.ordered.connect(self._on_forget)
        self.set_primary(_("Masukkan daftar"), "save")

    def show_lists(self, people: int, lists: tuple[RegisteredLine, ...]) -> None:
        """Say who is on the lists already."""
        grouped = f"{people:,}".replace(",", ".")
        self.count.setText(_("{count} NIK di daftar", count=grouped))
        self.lists.setText("\n".join(line.text for line in lists[-_SHOWN:]))
        self.lists.setVisible(bool(lists))
        self.forget.refuse("" if people else _("Daftar ini masih kosong."))

    def _on_forget(self) -> None:
        dialogs.ask(
            self,
            _("Kosongkan daftar yang sudah terdaftar?"),
            _("Paket berikutnya hanya membawa peserta kantor ini. Daftarnya bisa dimasukkan lagi."),
            yes=_("Kosongkan daftar"),
            no=_("Biarkan"),
            on_yes=self.forget_wanted.emit,
        )
