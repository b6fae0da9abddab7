"""The form for the city's name, colours and logo, and for the measures of a printer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.cards.setup import SetupPresenter, SetupState
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.editor import TextEdit, set_expected_length
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.file_edit import FileEdit
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class SetupForm(Form):
    """Stands in the place of the cards while it is open."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin_notice()
        self.presenter = SetupPresenter(self, context.jobs, context.desk, self.changed.emit)
        lead = _("Berlaku di laptop ini. Setiap desain diperiksa supaya tetap terbaca.")
        if context.desk.installation.mode == "office":
            lead = _("Pos menerima tampilan ini dengan paket atau balasan berikutnya.")
        self.add_heading(_("Kota, logo, dan printer"), lead)
        self._add_city()
        self._add_template()
        self._add_printer()
        self.back = self.add_button(_("Kembali"))
        self.ruler = self.add_button(_("Simpan lembar ukur…"))
        self.no_logo = self.add_button(_("Hapus logo"))
        self.set_primary(_("Simpan"), "save")
        keys.bind("leave", self, self.back.click)
        self.submitted.connect(self._on_submitted)
        self.no_logo.clicked.connect(self.presenter.remove_logo)
        self.ruler.clicked.connect(self._on_ruler)
        self.example.clicked.connect(self._on_example)
        self.no_template.clicked.connect(self.presenter.remove_templates)

    def _add_city(self) -> None:
        self.add_group(_("Kota"))
        hint = _("misalnya Pemerintah Kota Mojokerto")
        self.add_field(Field("city", _("Nama di kartu"), TextEdit(), hint))
        colours = {"brand": _("Warna utama"), "accent": _("Warna hiasan")}
        hint = _("misalnya #1F1853; kosong berarti warna desain")
        for name, label in colours.items():
            edit = TextEdit()
            set_expected_length(edit, len("#1F1853"))
            self.add_field(Field(name, label, edit, hint))
        logo = FileEdit(_("Pilih logo kota"), _("Gambar (*.svg *.png *.jpg *.jpeg)"))
        hint = _("SVG tanpa huruf, PNG, atau JPEG; atas izin kota sendiri")
        self.add_field(Field("logo", _("Logo baru"), logo, hint))

    def _add_template(self) -> None:
        self.add_group(_("Templat sendiri"))
        file = FileEdit(_("Pilih templat"), _("Templat (*.toml)"))
        hint = _("kartu, tanda terima, struk, papan, atau selebaran; diperiksa sebelum dipakai")
        self.add_field(Field("template", _("Templat baru"), file, hint))
        row = QWidget(self)
        self.example = QPushButton(_("Simpan contoh templat…"), row)
        self.no_template = QPushButton(_("Pakai templat bawaan lagi"), row)
        self.own = words("", "hint", row)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.example)
        line.addWidget(self.no_template)
        line.addStretch(1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(line)
        column.addWidget(self.own)
        self.add_widget(row, (self.example, self.no_template))

    def _add_printer(self) -> None:
        self.add_group(_("Ukur printer"))
        self._printer = Chooser(self._find, lambda key: Option(key, key))
        hint = _("kosong bila tidak ada yang diukur")
        self.add_field(Field("printer", _("Printer"), self._printer, hint))
        measures = {letter: TextEdit() for letter in "ABCD"}
        for edit in measures.values():
            set_expected_length(edit, len("219,5"))
        self.add_row(
            [Field(letter.lower(), letter, edit, "mm") for letter, edit in measures.items()]
        )
        self._printer.edited.connect(self._on_printer)
        self._printer.chosen.connect(self._on_printer)

    def display(self, state: SetupState) -> None:
        """Show the state."""
        self.set_busy(state.busy)
        if state.fill is not None:
            self.set_values(dict(state.fill))
        self.no_logo.setVisible(state.has_logo)
        self.no_template.setVisible(bool(state.own))
        self.own.setVisible(bool(state.own))
        self.own.setText(_("Dipakai sekarang: {names}", names=", ".join(state.own)))
        self.notice.show_outcome(state.error, success=state.success)

    def open(self) -> None:
        """Begin with what is kept."""
        self.set_values({"printer": ""})
        self.presenter.refresh()
        self.presenter.choose_printer("")
        self.go_to("city")

    def _find(self, text: str) -> Sequence[Option]:
        from PySide6.QtPrintSupport import QPrinterInfo  # loads when it is needed

        return finder([Option(name, name) for name in QPrinterInfo.availablePrinterNames()])(text)

    def _on_printer(self) -> None:
        self.presenter.choose_printer(self._printer.raw())

    def _on_submitted(self) -> None:
        self.presenter.save(self.values())

    def _on_ruler(self) -> None:
        title, kinds = _("Simpan lembar ukur"), _("Dokumen PDF (*.pdf)")
        dialogs.choose_new_file(self, title, "lembar-ukur.pdf", kinds, self._on_ruler_file)

    def _on_ruler_file(self, path: Path) -> None:
        self.presenter.save_ruler(path, self._printer.raw())

    def _on_example(self) -> None:
        title, kinds = _("Simpan contoh templat"), _("Templat (*.toml)")
        name = self.presenter.template_name
        dialogs.choose_new_file(self, title, name, kinds, self.presenter.save_template)
