"""The page "Cetak"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.cards.choosing import Choosing
from jamsos_desktop.gui.cards.presenter import CardsPresenter
from jamsos_desktop.gui.cards.setup_form import SetupForm
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing.question import Question
from jamsos_desktop.gui.printing.sheet_view import SheetView
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage
from jamsos_desktop.services import camera

if TYPE_CHECKING:
    from jamsos_desktop.gui.papers.view import PapersView

KEY = "cards"  # this page's name in the window


class CardsView(QWidget):
    """Draws the presenter's state and asks where the cards shall go."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._state = State()
        self.choosing = Choosing(self)
        self.sheet = SheetView(self)
        self.notice = Notice(self)
        self.question = Question(self, partly=True)
        self.footer = Footer(self)
        self.setup = SetupForm(context, self)
        self.papers: PapersView | None = None  # made when it is wanted
        self._stack = QStackedWidget(self)
        self._main = QWidget(self)  # has the keys; the form has some of its own
        self.presenter = CardsPresenter(self, context.jobs, context.desk, context.tell_done)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.display(self._state)
        when_shown(self, self.presenter.refresh)

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setContentsMargins(16, 12, 24, 0)
        said.addWidget(self.notice)
        said.addWidget(self.question)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(said)
        right.addWidget(self.sheet, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.choosing)
        columns.addLayout(right, 1)
        page = QVBoxLayout(self._main)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(columns, 1)
        page.addWidget(self.footer)
        self._stack.addWidget(self._main)
        self._stack.addWidget(self.setup)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        presenter = self.presenter
        self.choosing.event_chosen.connect(presenter.choose_event)
        self.choosing.people_chosen.connect(presenter.choose_people)
        self.choosing.reprint.told.connect(presenter.tell_reason)
        self.sheet.dpi_wanted.connect(presenter.looking.show_at)
        self.sheet.page_wanted.connect(presenter.looking.go_to_page)
        self.choosing.look.design_chosen.connect(presenter.choose_design)
        self.choosing.look.sheet_chosen.connect(presenter.choose_sheet)
        self.choosing.look.photo_chosen.connect(presenter.choose_photo)
        self.choosing.setup_wanted.connect(self.open_setup)
        self.choosing.papers_wanted.connect(self.open_papers)
        self.setup.back.clicked.connect(self.leave_setup)
        self.setup.changed.connect(presenter.refresh)
        self.question.answered.connect(presenter.out.answer)
        self.question.again.clicked.connect(self.choose_printer)
        self.question.some.connect(presenter.out.answer_some)
        self.footer.save.clicked.connect(self.choose_file)
        self.footer.print.clicked.connect(self.choose_printer)
        self.footer.stop.clicked.connect(presenter.out.stop)

    def _bind_keys(self) -> None:
        for key, button in (
            ("save", self.footer.save),
            ("print", self.footer.print),
            ("sheet_back", self.sheet.back),
            ("sheet_next", self.sheet.next),
            ("zoom_in", self.sheet.larger),
            ("zoom_out", self.sheet.smaller),
        ):
            keys.bind(key, self._main, button.click)
        keys.bind("zoom_fit", self._main, self.sheet.zoom_fit)

    def take_over(self, record_ids: list[str]) -> None:
        """Cards of these people."""
        self.presenter.take_over(record_ids)

    def open_setup(self) -> None:
        """What the city brings, and the printers' measures."""
        self._stack.setCurrentWidget(self.setup)
        self.setup.open()

    def leave_setup(self) -> None:
        """Back to the cards."""
        self._stack.setCurrentIndex(0)
        self.choosing.setup.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_papers(self) -> None:
        """Hand cards over, and the event's lists."""
        from jamsos_desktop.gui.papers.view import PapersView  # it needs parts of this page

        if self.papers is None:
            open_camera = camera.open_camera if camera.is_installed() else None
            self.papers = PapersView(self._context, self, open_camera)
            self.papers.back.clicked.connect(self.leave_papers)
            self._stack.addWidget(self.papers)
        self._stack.setCurrentWidget(self.papers)
        people = self._state.people
        self.papers.open(people.handed if people.part == "handed" else ())

    def leave_papers(self) -> None:
        """Back to the cards."""
        self._stack.setCurrentIndex(0)
        self.choosing.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, state: State) -> None:
        """Show the state."""
        asked_now = state.asked and not self._state.asked
        on_stop = self.footer.stop.hasFocus()
        had_focus = self._has_focus()
        self._state = state
        self.choosing.show_state(state)
        self.sheet.show_state(state)
        self.footer.show_state(state)
        asked = _("{count} kartu dikirim ke printer. Keluar dengan baik?", count=state.asked)
        self.question.ask(asked if state.asked else "")
        if asked_now:
            self.question.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self._keep_focus(on_stop=on_stop)
        self._say(state)

    def _say(self, state: State) -> None:
        if state.error:
            self.notice.show_error(state.error)
        elif state.warning:
            self.notice.show_warning(state.warning)
        elif state.success:
            self.notice.show_success(state.success)
        else:
            self.notice.clear()

    def _has_focus(self) -> bool:
        """Something on the page has it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _keep_focus(self, *, on_stop: bool) -> None:
        """Where what had the focus is disabled now, Qt gives it to the menu or to "stop".

        ``on_stop``: somebody had gone to "stop" themselves.
        """
        if self._has_focus() and (on_stop or not self.footer.stop.hasFocus()):
            return
        zoom = (self.sheet.larger, self.sheet.smaller)  # one of both can always be pressed
        places = (self.footer.print, self.choosing.people.new, *zoom)
        for place in places:
            if place.isEnabled() and place.isVisible():
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a sheet's picture, or none."""
        self.sheet.show_sheet(image)

    def choose_file(self) -> None:
        """Ask where the PDF shall go."""
        if not self._state.why_not():
            dialogs.choose_new_file(
                self,
                _("Simpan kartu sebagai PDF"),
                self._file_name(),
                _("Dokumen PDF (*.pdf)"),
                self.presenter.save,
            )

    def choose_printer(self) -> None:
        """Ask for a printer; also to print once more what did not come out well."""
        from jamsos_desktop.gui.printing import printer  # QtPrintSupport loads when it is needed

        if self._state.why_not() and not self._state.asked:
            return
        try:
            job = _("Kartu tanda terdaftar")
            printer.choose_printer(self, job, self._state.look, self.presenter.print_on)
        except UserError as error:
            self.presenter.fail(error)

    def _file_name(self) -> str:
        day = self._context.desk.clock().date()
        return f"kartu-{self._state.cards}-{day:%Y%m%d}.pdf"


class Footer(QFrame):
    """Progress on the left, what can be done on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.doing = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.stop = QPushButton(_("Hentikan"), self)
        self.save = QPushButton(keys.label(_("Simpan PDF…"), "save"), self)
        self.save.setAccessibleName(_("Simpan PDF"))
        self.print = QPushButton(keys.label(_("Cetak…"), "print"), self)
        self.print.setAccessibleName(_("Cetak"))
        self.print.setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 24, 8)
        row.setSpacing(12)
        for widget in (self.doing, self.bar, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.print)

    def show_state(self, state: State) -> None:
        """How far the work is, and why a button cannot be pressed."""
        progress = state.progress
        for widget in (self.doing, self.bar, self.stop):
            widget.setVisible(progress is not None)
        if progress is not None:
            self.doing.setText(progress.doing)
            self.bar.setMaximum(progress.total)
            self.bar.setValue(progress.done)
        why = state.why_not() or ("" if state.loaded else _("Sedang dimuat…"))
        for button in (self.save, self.print):
            usable(button, why)
