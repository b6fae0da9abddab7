"""The event's papers and the hand-over, in the place of the cards while they are open."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.cards.sheet_view import SheetView
from jamsos_desktop.gui.cards.state import Look
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.papers.hand_over_box import HandOverBox
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.gui.papers.state import DOCUMENTS, Kind, State
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage

_WIDTH = 344  # px, of the column on the left


class PapersView(PageFrame):
    """Draws the presenter's state and asks where the paper shall go."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Serah terima dan daftar kegiatan"), parent=parent)
        self._context = context
        self._state = State()
        self.event_edit = Chooser(self._find_event, self._event, self)
        self.event_edit.setAccessibleName(_("Kegiatan"))
        self.document_edit = Chooser(self._find_document, self._document, self)
        self.document_edit.setAccessibleName(_("Daftar"))
        self.hand_over = HandOverBox(self)
        self.sheet = SheetView(self)
        self.back = self.add_button(_("Kembali ke kartu"))
        self.save = self.add_button("")
        self.save.setText(keys.label(_("Simpan PDF…"), "save"))
        self.save.setAccessibleName(_("Simpan PDF"))
        self.print = self.set_primary(_("Cetak…"), "print")
        self.presenter = PapersPresenter(self, context.jobs, context.desk, self._on_done)
        self._lay_out_columns()
        self._connect()
        self.display(self._state)

    def _lay_out_columns(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        for title, editor in ((_("Kegiatan"), self.event_edit), (_("Daftar"), self.document_edit)):
            label = words(title, "fieldLabel", self)
            label.setBuddy(editor)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(editor)
            chosen.addLayout(column, 1)
        scroll = QScrollArea(self)  # where the window is low
        scroll.setObjectName("formScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(_WIDTH)
        inside = QWidget(scroll)
        inside.setObjectName("formInside")
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.hand_over)
        left.addStretch(1)
        scroll.setWidget(inside)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(scroll)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(chosen)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.event_edit.chosen.connect(self._on_event)
        self.document_edit.chosen.connect(self._on_document)
        self.hand_over.wanted.connect(presenter.hand_over)
        self.hand_over.edited.connect(presenter.forget_hand_over)
        self.sheet.dpi_wanted.connect(presenter.show_at)
        self.sheet.page_wanted.connect(presenter.go_to_page)
        self.save.clicked.connect(self.choose_file)
        self.print.clicked.connect(self.choose_printer)
        self.stop_wanted.connect(presenter.stop)
        for key, button in (
            ("leave", self.back),
            ("save", self.save),
            ("sheet_back", self.sheet.back),
            ("sheet_next", self.sheet.next),
            ("zoom_in", self.sheet.larger),
            ("zoom_out", self.sheet.smaller),
        ):
            keys.bind(key, self, button.click)
        keys.bind("zoom_fit", self, self.sheet.zoom_fit)

    def open(self) -> None:
        """Make the list anew; the cursor stands where the next card is scanned."""
        self.presenter.refresh()
        self.hand_over.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.events != self._state.events
        self._state = state
        if moved or self.event_edit.raw() != state.event_id:
            self.event_edit.set_raw(state.event_id)
        if self.document_edit.raw() != state.kind:
            self.document_edit.set_raw(state.kind)
        for editor in (self.event_edit, self.document_edit):
            editor.setEnabled(state.progress is None)
        self.hand_over.show_answer(state.handed)
        self.sheet.show_state(state)
        self.show_progress(state.progress)
        for button in (self.save, self.print):
            usable(button, state.why_not())
        if state.error:
            self.notice.show_error(state.error)
        elif state.warning:
            self.notice.show_warning(state.warning)
        elif state.success:
            self.notice.show_success(state.success)
        else:
            self.notice.clear()

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""
        self.sheet.show_sheet(image)

    def choose_file(self) -> None:
        """Ask where the PDF shall go."""
        title, kinds = _("Simpan daftar sebagai PDF"), _("Dokumen PDF (*.pdf)")
        name = self.presenter.file_name()
        dialogs.choose_new_file(self, title, name, kinds, self.presenter.save)

    def choose_printer(self) -> None:
        """Ask for a printer."""
        from jamsos_desktop.gui.cards import printer  # QtPrintSupport loads when it is needed

        try:
            job = _(DOCUMENTS[self._state.kind].title)
            printer.choose_printer(self, job, Look(), self.presenter.print_on)
        except UserError as error:
            self.presenter.fail(error)

    def _find_event(self, text: str) -> Sequence[Option]:
        return finder(self._events())(text)

    def _event(self, key: str) -> Option | None:
        return next((option for option in self._events() if option.key == key), None)

    def _events(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._state.events]

    def _find_document(self, text: str) -> Sequence[Option]:
        return finder(_documents())(text)

    def _document(self, key: str) -> Option | None:
        return next((option for option in _documents() if option.key == key), None)

    def _on_event(self, option: Option) -> None:
        self.presenter.choose_event(option.key)

    def _on_document(self, option: Option) -> None:
        self.presenter.choose_document(cast(Kind, option.key))

    def _on_done(self, said: str) -> None:
        self._context.show_result(said)
        self._context.refresh_header()


def _documents() -> Sequence[Option]:
    return [Option(key, _(one.title), _(one.more)) for key, one in DOCUMENTS.items()]
