"""A page from which something is printed: what is chosen on the left, the sheet on the right."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.printing.letting_out import LettingOut
from jamsos_desktop.gui.printing.looking import Looking
from jamsos_desktop.gui.printing.question import Question
from jamsos_desktop.gui.printing.sheet_view import SheetView, Shown
from jamsos_desktop.gui.printing.sheets import OnPaper, Sheets
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.printing.preview import PageImage

_WIDTH = 336  # px, of the column on the left


class PrintState(Shown, OnPaper, Protocol):
    """What is shown of the state of any such page."""

    @property
    def progress(self) -> Progress | None:
        """How far long work is."""

    @property
    def error(self) -> Explanation | None:
        """What went wrong last."""

    @property
    def warning(self) -> str:
        """What wants a look."""

    @property
    def success(self) -> str:
        """What went well."""

    @property
    def in_parts(self) -> bool:
        """Some of the sheets can have come out well, and others not."""

    def asked_words(self) -> str:
        """What went to the printer and waits for a word; empty where nothing does."""

    def job_words(self) -> str:
        """What the printer's queue calls it."""

    def why_not(self) -> str:
        """Why nothing can be printed or saved now; empty where it can."""


class Presenter(Protocol):
    """What happens on any such page."""

    looking: Looking[Any]
    out: LettingOut

    def file_name(self) -> str:
        """What the PDF is called unless somebody says otherwise."""

    def save(self, target: Path) -> None:
        """Write what is chosen into a PDF."""

    def print_on(self, sheets: Sheets) -> None:
        """Send it, or once more what is asked about, to the printer."""

    def fail(self, error: UserError) -> None:
        """Say what the page itself met."""


class PrintPage(PageFrame):
    """Asks where something shall go, and whether it came out well.

    Its parts are made in the order in which they are read: the Tab key follows it.
    """

    def __init__(
        self, title: str, choices: QWidget, parent: QWidget | None = None, *, back: str = ""
    ) -> None:
        """``choices`` is all else that can be chosen; ``back`` leads to another page, if any."""
        super().__init__(title, parent=parent)
        self._left = QScrollArea(self)  # where the window is low
        self._put_beside(choices)
        self.question = Question(self, partly=True)
        self.sheet = SheetView(self)
        self.back = self.add_button(back)
        self.back.setVisible(bool(back))
        self.save = self.add_button("")
        self.save.setText(keys.label(_("Simpan PDF…"), "save"))
        self.save.setAccessibleName(_("Simpan PDF"))
        self.print = self.set_primary(_("Cetak…"), "print")
        self.print.setAccessibleName(_("Cetak"))
        keys.bind("save", self, self.save.click)
        self.sheet.bind_keys(self)
        self._makeshift: QWidget | None = None  # has the focus until its place can be used again
        self._lay_out_columns()

    def _put_beside(self, choices: QWidget) -> None:
        """The paper has the whole height: what is chosen stands beside it."""
        inside = QWidget(self)
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(choices)
        column.addStretch(1)
        self._left.setObjectName("formScroll")
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setWidgetResizable(True)
        self._left.setFixedWidth(_WIDTH)
        self._left.setWidget(inside)

    def _lay_out_columns(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.notice)
        right.addWidget(self.question)
        right.addWidget(self.sheet, 1)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._left)
        columns.addLayout(right, 1)
        self.body.addLayout(columns, 1)

    def serve(self, presenter: Presenter, state: PrintState) -> None:
        """Let all that is asked go to the presenter; ``state`` is what is shown first."""
        self._presenter, self._out = presenter, state
        self.question.answered.connect(presenter.out.answer)
        self.question.some.connect(presenter.out.answer_some)
        self.question.again.clicked.connect(self.choose_printer)
        self.sheet.dpi_wanted.connect(presenter.looking.show_at)
        self.sheet.page_wanted.connect(presenter.looking.go_to_page)
        self.save.clicked.connect(self.choose_file)
        self.print.clicked.connect(self.choose_printer)
        self.stop_wanted.connect(presenter.out.stop)

    def show_out(
        self, state: PrintState, show_choices: Callable[[], None], places: Sequence[QWidget]
    ) -> None:
        """Show the state; ``show_choices`` shows the page's own part of it.

        Where what had the focus is put away, the first of ``places`` that can be used gets it:
        Qt would give it to the menu, or to "stop", which a stray key would press.
        """
        asked_now = state.asked_words() and not self._out.asked_words()
        before, scrolled = self._focus(), self._left.verticalScrollBar().value()
        self._out = state
        show_choices()
        self._left.verticalScrollBar().setValue(scrolled)  # Qt goes where it moved the focus to
        self.sheet.show_state(state)
        self.show_progress(state.progress, (self.save,))
        self.question.ask(state.asked_words())
        self.question.part.setVisible(state.in_parts)
        for button in (self.save, self.print):
            usable(button, state.why_not())
        self.notice.show_outcome(state.error, warning=state.warning, success=state.success)
        if asked_now:
            self.question.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is not None and (before is self._makeshift or not self._takes_focus(before)):
            self.focus_first(places)

    def focus_first(self, places: Sequence[QWidget]) -> None:
        """Give the focus to the first of them that can be used, or until then to the zoom."""
        usual = [one for one in places if self._takes_focus(one)]
        zoom = [one for one in (self.sheet.larger, self.sheet.smaller) if self._takes_focus(one)]
        self._makeshift = None if usual or not zoom else zoom[0]
        if usual or zoom:
            (*usual, *zoom)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _takes_focus(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self) and widget.isEnabled()

    def _focus(self) -> QWidget | None:
        """What has the focus, if it stands on this page."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""
        self.sheet.show_sheet(image)

    def choose_file(self) -> None:
        """Ask where the PDF shall go."""
        if not self._out.why_not():
            title, kinds = _("Simpan sebagai PDF"), _("Dokumen PDF (*.pdf)")
            name, save = self._presenter.file_name(), self._presenter.save
            dialogs.choose_new_file(self, title, name, kinds, save)

    def choose_printer(self) -> None:
        """Ask for a printer; also to print once more what did not come out well."""
        from jamsos_desktop.gui.printing import printer  # QtPrintSupport loads when it is needed

        if self._out.why_not() and not self._out.asked_words():
            return
        try:
            out = self._out
            printer.choose_printer(self, out.job_words(), out, self._presenter.print_on)
        except UserError as error:
            self._presenter.fail(error)
