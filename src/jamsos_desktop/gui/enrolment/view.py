"""The enrolment page: a strip, the form, and what stands in the way below it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.domain import consent
from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.records import Verdict
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.candidates import SOUGHT
from jamsos_desktop.gui.enrolment.commands import Commands
from jamsos_desktop.gui.enrolment.empty import NoEvent
from jamsos_desktop.gui.enrolment.fields import EnrolmentFields
from jamsos_desktop.gui.enrolment.marks import OFFERED, show_marks
from jamsos_desktop.gui.enrolment.offers import Offers
from jamsos_desktop.gui.enrolment.orders import Orders
from jamsos_desktop.gui.enrolment.photo import PhotoState, PhotoTaker
from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
from jamsos_desktop.gui.enrolment.state import Said, State
from jamsos_desktop.gui.enrolment.strip import Strip
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.main_window import MainWindow
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.gui.widgets.chooser import Chooser
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.images import Strokes

PAUSE = 300  # ms without a key after which the draft is written
PEOPLE_PAGE = "participants"
PLAN_PAGE = "plan"  # where an office makes programmes and events
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnrolmentView(QWidget):
    """Draws the presenter's state and reports what was typed."""

    presenter: EnrolmentPresenter

    def __init__(
        self, *, go_to: Callable[[str], object], office: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._go_to_page = go_to
        self._state = State()
        self._offers = Offers()
        self._window: MainWindow | None = None
        self._photo_taker: PhotoTaker | None = None
        self._camera_jobs: JobRunner | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.strip = Strip(self)
        self.form = EnrolmentFields(self._offers, self)
        self.said = Notice(self)
        self.empty = NoEvent(office=office, parent=self)
        self._loading = words(_("Menyiapkan formulir…"), "lead", self)
        self._filled = QWidget(self)
        self._stack = QStackedWidget(self)
        self.orders = Orders(self.form)
        self.commands = Commands(self, self.form, self.strip, self.orders, lambda: self.presenter)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        holder = QFrame(self)
        around = QVBoxLayout(holder)
        around.setContentsMargins(32, 4, 24, 4)
        around.addWidget(self.said)
        inside = self.form.layout()
        assert isinstance(inside, QBoxLayout)
        inside.insertWidget(1, holder)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(0)
        filled.addWidget(self.strip)
        filled.addWidget(self.form, 1)
        self._loading.setContentsMargins(32, 32, 24, 32)
        self._loading.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self._loading, self.empty, self._filled):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._on_left)
        self.form.reason_given.connect(self._on_reason)
        self.form.likely.decided.connect(self._on_decided)
        self.form.likely.passed.connect(partial(self.form.go_on, "sex"))
        self.form.expected.taken.connect(self._on_taken)
        keys.bind("candidate", self, self.form.expected.enter)
        keys.bind("likely", self, self.form.likely.enter)
        self.empty.plan_wanted.connect(self._on_plan)
        self.form.answer.answered.connect(self._on_answered)
        self.form.signature.drawn.connect(self._on_signed)
        self.form.refusal.reconsidered.connect(self._on_reconsidered)
        self.form.refusal.confirmed.connect(self._on_refusal)
        # After the form's own filter, so that Enter comes here first.
        for name in (*OFFERED, *SOUGHT):
            self.form.fields[name].widget.installEventFilter(self)
        for chooser in self.form.findChildren(Chooser):
            chooser.chosen.connect(self._on_chosen)

    # --- what the presenter asks for ------------------------------------------------------

    def display(self, state: State) -> None:
        """Show the state; the texts in the fields stay."""
        before, self._state = self._state, state
        pages = {"loading": self._loading, "no_event": self.empty, "form": self._filled}
        self._stack.setCurrentWidget(pages[state.phase])
        self.strip.show_events(state.event_id, state.events)
        self.strip.show_count(state.count)
        self.strip.show_cancelled(state.cancelled)
        self.strip.show_explained(done=state.explained)
        self.strip.show_number(state.number, practice=state.practice)
        self.form.reading.setText(state.reading)
        self.form.path.setText(state.path)
        self.form.cover.show_cover(state.cover)
        if (state.likely, state.expected) != (before.likely, before.expected):
            self.form.hold_still()
        self.form.expected.show_offered(state.expected)
        self.form.expected.setEnabled(not (state.saving or state.saved))
        self.form.likely.show_likely(state.likely, state.decided)
        self.form.likely.setEnabled(not (state.saving or state.saved))
        show_marks(self.form, state)
        self.form.terms.show_terms(state.terms, state.told)
        self.form.refusal.show_refusal(refusing=state.refusing, correcting=state.correcting)
        self._open_fields(state)
        self.orders.show(state)
        if state.said != before.said:
            self._say(state.said)

    def _open_fields(self, state: State) -> None:
        """While the form is saved, and afterwards, nothing in it may be changed."""
        quiet = state.saving or state.saved
        if quiet:  # before the field with the cursor is closed, which would hand the cursor on
            self._filled.setFocus(Qt.FocusReason.OtherFocusReason)
        for field in self.form.fields.values():
            field.setEnabled(not quiet)
        self.form.photo.setEnabled(not quiet)

    def _say(self, said: Said | None) -> None:
        if said is None:
            self.said.clear()
        else:
            self.said.show_message(said.tone, said.what, said.more)
        inside = self.form.layout()
        if inside is not None:
            inside.activate()  # so that the form knows its room before the cursor goes anywhere

    def offer(self, rules: Rules) -> None:
        """Fill the choosers with what the event's rules allow."""
        self._offers.follow(rules)

    def fill(self, values: Mapping[str, str], focus: str) -> None:
        """Put these texts into the fields that are named, and the cursor into one."""
        self._pause.stop()
        self.form.set_values({n: text for n, text in values.items() if n in self.form.fields})
        # Not as by the Tab key, which would select the text: the next key would wipe it out.
        field = self.form.fields.get(focus, self.form.fields["nik"])
        field.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_photo(self, taker: PhotoTaker, camera_jobs: JobRunner) -> None:
        """Let the field for the photo do something."""
        self._photo_taker, self._camera_jobs = taker, camera_jobs
        field = self.form.photo
        field.camera_pressed.connect(taker.press_camera)
        field.camera_closed.connect(taker.close_camera)
        field.file_chosen.connect(taker.take_file)
        field.removed.connect(taker.remove)

    def show_photo(self, state: PhotoState) -> None:
        """Show the photo, and what can be done about it."""
        self.form.photo.show_state(
            named=state.named,
            picture=state.picture,
            busy=state.busy,
            live=state.live,
            has_camera=state.has_camera,
        )
        self.form.photo.show_error(state.error)

    def show_frame(self, frame: bytes) -> None:
        """Show what the camera sees."""
        self.form.photo.show_frame(frame)

    def open_person(self, record_id: str) -> None:
        """Show the participant with this record on their own page; the form stays."""
        page = self._go_to_page(PEOPLE_PAGE)
        if isinstance(page, ParticipantsView):
            page.presenter.open_person(record_id)

    def put(self, name: str, value: str) -> None:
        """Put a text into one field; the cursor stays where it is."""
        self.form.set_values({name: value})

    def go_to(self, name: str, code: str = "") -> None:
        """Put the cursor into a field, or with ``code`` into the reason for that finding."""
        for row in self.form.fields[name].findings():
            if code and row.finding.code == code:
                row.ask_reason()
                return
        self.form.go_to(name)

    # --- what a person does ---------------------------------------------------------------

    def _on_edited(self, name: str) -> None:
        self._pause.start()
        part = self.presenter.consent if name in consent.FIELDS else self.presenter.typing
        part.edit(name, self.form.fields[name].editor.raw(), self.form.current())

    def _on_left(self, name: str) -> None:
        if name in consent.FIELDS:
            self.presenter.consent.left(name, self.form.current())
            return
        self.presenter.typing.left(name, self.form.fields[name].editor.raw(), self.form.current())

    def _on_reason(self, _name: str, code: str, reason: str) -> None:
        self._pause.start()
        self.presenter.typing.give_reason(code, reason)

    def _on_decided(self, record_id: str, verdict: str, reason: str) -> None:
        self._pause.start()
        self.presenter.likely.decide(record_id, msgspec.convert(verdict, Verdict), reason)

    def _on_taken(self, record_id: str) -> None:
        self.presenter.listed.take(record_id)

    def _accept(self, name: str) -> None:
        part = self.presenter.consent if name in consent.FIELDS else self.presenter.typing
        part.accept(name)

    def _on_answered(self) -> None:
        """The answer leads on: to how it was given, or to what a refusal does."""
        if self._state.refusing:
            self.form.refusal.enter()
        else:
            self.form.go_on("consent")

    def _on_signed(self, drawn: Strokes | Path) -> None:
        self.presenter.consent.sign(drawn)

    def _on_reconsidered(self) -> None:
        self.presenter.consent.think_again()

    def _on_refusal(self) -> None:
        self.presenter.consent.refuse()

    def _on_pause(self) -> None:
        self.presenter.page.keep()

    def _on_chosen(self, _option: object) -> None:
        for name, field in self.form.fields.items():
            if field.widget is self.sender() and field.widget.hasFocus():
                self.form.go_on(name)

    def _on_plan(self) -> None:
        self._go_to_page(PLAN_PAGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            offered = (*OFFERED, *SOUGHT)
            name = next((n for n in offered if watched is self.form.fields[n].widget), "")
            if plain and name and event.key() in _ENTER:
                if self.presenter.listed.enter(name):
                    return True
                self._accept(name)
            elif plain and name and event.key() == Qt.Key.Key_Down:
                return self.presenter.typing.choose(name) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.turns.shown()
        window = self.parentWidget()
        while window is not None and not isinstance(window, MainWindow):
            window = window.parentWidget()
        if window is not None and self._window is None:
            self._window = window
            window.closing.connect(self._on_closing)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looked at by a camera whose picture is not on the screen."""
        if self._photo_taker is not None:
            self._photo_taker.close_camera()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._on_closing()
        super().closeEvent(event)

    def _on_closing(self) -> None:
        self.presenter.page.close()
        if self._photo_taker is not None and self._camera_jobs is not None:
            self._photo_taker.close_camera()
            self._camera_jobs.shutdown()
