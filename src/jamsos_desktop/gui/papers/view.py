"""The event's papers and the hand-over, in the place of the cards while they are open."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.code_camera import CodeCamera
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.papers.documents import DOCUMENTS, Kind
from jamsos_desktop.gui.papers.options_box import OptionsBox
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.gui.papers.state import State
from jamsos_desktop.gui.printing.question import Question
from jamsos_desktop.gui.printing.sheet_view import SheetView
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage

_WIDTH = 336  # px, of the column on the left


class PapersView(PageFrame):
    """Draws the presenter's state and asks where the paper shall go."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        open_camera: OpenCamera | None = None,
    ) -> None:
        """``open_camera`` is None where the program has no part for cameras."""
        super().__init__(_("Surat dan daftar"), parent=parent)
        self._context = context
        self._state = State()
        self.event_edit = ListChooser(self._events, self)
        self.event_edit.setAccessibleName(_("Kegiatan"))
        self.document_edit = ListChooser(_documents, self)
        self.document_edit.setAccessibleName(_("Dokumen"))
        self.question = Question(self, partly=True)
        self.question.no.setToolTip(_("Tetap “belum dicetak”."))
        self.options = OptionsBox(self)
        self.hand_over = self.options.hand_over
        self.sheet = SheetView(self)
        self.back = self.add_button(_("Kembali ke kartu"))
        self.save = self.add_button("")
        self.save.setText(keys.label(_("Simpan PDF…"), "save"))
        self.save.setAccessibleName(_("Simpan PDF"))
        self.print = self.set_primary(_("Cetak…"), "print")
        self.presenter = PapersPresenter(self, context.jobs, context.desk, context.tell_done)
        self._open_camera = open_camera
        self._camera: CodeCamera | None = None
        self._camera_jobs: JobRunner | None = None  # as long as the camera is on
        self.hand_over.camera.setVisible(open_camera is not None)
        self._lay_out_columns()
        self._connect()
        self.display(self._state)

    def _lay_out_columns(self) -> None:
        """The paper has the whole height: what is chosen stands beside it."""
        inside = QWidget(self)
        inside.setObjectName("formInside")
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 12, 0)
        left.setSpacing(4)
        left.addWidget(self.heading)
        for title, editor in ((_("Kegiatan"), self.event_edit), (_("Dokumen"), self.document_edit)):
            label = words(title, "fieldLabel", self)
            label.setBuddy(editor)
            left.addSpacing(6)
            left.addWidget(label)
            left.addWidget(editor)
        left.addSpacing(10)
        left.addWidget(self.options)
        left.addStretch(1)
        scroll = QScrollArea(self)  # where the window is low
        scroll.setObjectName("formScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(_WIDTH)
        scroll.setWidget(inside)
        scroll.verticalScrollBar().rangeChanged.connect(self._on_room)
        self._scroll = scroll
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.notice)
        right.addWidget(self.question)
        right.addWidget(self.sheet, 1)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(scroll)
        columns.addLayout(right, 1)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.event_edit.chosen.connect(self._on_event)
        self.document_edit.chosen.connect(self._on_document)
        self.hand_over.wanted.connect(presenter.handing.hand_over)
        self.hand_over.edited.connect(presenter.handing.forget)
        self.hand_over.camera_pressed.connect(self._on_camera)
        self.options.chosen.connect(presenter.choose)
        self.options.called.connect(presenter.call)
        self.options.reason_given.connect(presenter.give_reason)
        self.question.answered.connect(presenter.out.answer)
        self.question.again.clicked.connect(self.choose_printer)
        self.question.some.connect(presenter.out.answer_some)
        self.sheet.dpi_wanted.connect(presenter.looking.show_at)
        self.sheet.page_wanted.connect(presenter.looking.go_to_page)
        self.save.clicked.connect(self.choose_file)
        self.print.clicked.connect(self.choose_printer)
        self.stop_wanted.connect(presenter.out.stop)
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

    def open(self, record_ids: tuple[str, ...] = ()) -> None:
        """Make the paper anew, or papers for these people of another page.

        The cursor stands where the next card is scanned, where one can be.
        """
        if record_ids:
            self.presenter.take_over(record_ids)
        else:
            self.presenter.refresh()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.events != self._state.events
        asked_now = state.asked and not self._state.asked
        had_focus, goes = self._has_focus(), self._focus_goes(state)
        self._state = state
        if state.kind != "minutes":
            self._close_camera()
        if moved or self.event_edit.raw() != state.event_id:
            self.event_edit.set_raw(state.event_id)
        if self.document_edit.raw() != state.kind:
            self.document_edit.set_raw(state.kind)
        for editor in (self.event_edit, self.document_edit):
            editor.setEnabled(not state.busy())
            editor.setToolTip(state.busy())
        self.options.show_state(state)
        self.sheet.show_state(state)
        self.show_progress(state.progress)
        self.save.setVisible(state.progress is None)  # else the footer is wider than the screen
        asked = _("{count} halaman dikirim ke printer. Keluar dengan baik?", count=state.asked)
        self.question.ask(asked if state.asked else "")
        self.question.part.setVisible(state.count > 0)
        for button in (self.save, self.print):
            usable(button, state.why_not())
        self._say(state)
        if asked_now:
            self.question.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif goes or (had_focus and not self._has_focus()):
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

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
        """Something on the page has it. Qt gives that of a disabled widget to the menu."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focus_goes(self, state: State) -> bool:
        """What has the focus is put away, and Qt would give it to whatever comes next."""
        focus = QApplication.focusWidget()
        if focus is None:
            return False
        answered = self.question.isAncestorOf(focus) and not state.asked
        return answered or (focus is self.stop and state.progress is None)

    def _first(self) -> QWidget:
        """Where somebody goes on: the scanner's field, the question, or what can be chosen."""
        places = (self.stop, self.hand_over.code, self.document_edit)
        wanted = [one for one in places if one.isVisibleTo(self) and one.isEnabled()]
        return wanted[0] if wanted else self.back

    def show_sheet(self, image: PageImage | None) -> None:
        """Show a page's picture, or none."""
        self.sheet.show_sheet(image)

    def choose_file(self) -> None:
        """Ask where the PDF shall go."""
        if self._state.why_not():
            return
        title, kinds = _("Simpan sebagai PDF"), _("Dokumen PDF (*.pdf)")
        name = self.presenter.file_name()
        dialogs.choose_new_file(self, title, name, kinds, self.presenter.save)

    def choose_printer(self) -> None:
        """Ask for a printer; also to print once more what did not come out well."""
        from jamsos_desktop.gui.printing import printer  # QtPrintSupport loads when it is needed

        if self._state.why_not() and not self._state.asked:
            return
        try:
            job = _(DOCUMENTS[self._state.kind].title)
            printer.choose_printer(self, job, self._state, self.presenter.print_on)
        except UserError as error:
            self.presenter.fail(error)

    def _on_camera(self) -> None:
        if self._camera is not None:
            self._close_camera()
        elif self._open_camera is not None:
            self._camera_jobs = JobRunner(parent=self)
            box = self.hand_over
            self._camera = CodeCamera(
                self._camera_jobs, self._open_camera, box.show_frame, box.take, self._on_no_camera
            )
            self._camera.press()
            box.show_camera(live=True)

    def _on_room(self, _low: int, high: int) -> None:
        """In a low window what the camera sees, and the answer, are scrolled to."""
        if self._camera is not None:
            self._scroll.verticalScrollBar().setValue(high)

    def _on_no_camera(self, error: UserError) -> None:
        self._close_camera()
        self.presenter.fail(error)

    def _close_camera(self) -> None:
        camera, jobs = self._camera, self._camera_jobs
        self._camera = self._camera_jobs = None
        if camera is not None and jobs is not None:
            camera.stop()
            jobs.shutdown()
            self.hand_over.show_camera(live=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looked at by a camera whose picture is not on the screen."""
        self._close_camera()
        super().hideEvent(event)

    def _events(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._state.events]

    def _on_event(self, option: Option) -> None:
        self.presenter.choose_event(option.key)

    def _on_document(self, option: Option) -> None:
        self.presenter.choose_document(cast(Kind, option.key))


def _documents() -> Sequence[Option]:
    return [Option(key, _(one.title), _(one.more)) for key, one in DOCUMENTS.items()]
