"""The section "Lewat jaringan": where to, one key, how far it is, and what came of it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PREFERENCES, PageContext
from jamsos_desktop.gui.uploads.presenter import State, Tell, UploadPresenter
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

SOON = 2_000  # ms after the inbox was opened
EVERY = 300_000  # ms between two looks


class UploadBox(QFrame):
    """Calm where there is no network: that is how it usually is."""

    def __init__(self, context: PageContext, tell: Tell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._context = context
        self.has_place = False  # somebody said where to
        self._one_line = False
        self._state = State()
        network = context.network or JobRunner(parent=self)
        self._title = words(_("Lewat jaringan"), "group", self)
        self._where = Elided("hint", self)
        self._line = QWidget(self)
        self._sign = IconLabel("circle-check", "success", 18, self._line)
        self._words = words("", None, self._line)
        self._bar = QProgressBar(self)
        self._doing = words("", "hint", self)
        self.set_place = QPushButton(_("Atur…"), self)
        self.set_place.setAccessibleName(_("Atur tempat unggah"))
        self.go = QPushButton(self)
        self.stop = QPushButton(_("Hentikan"), self)
        self._lay_out()
        self.presenter = UploadPresenter(self, context.jobs, network, context.desk, tell)
        self.go.clicked.connect(self.presenter.go)
        self.stop.clicked.connect(self.presenter.stop)
        self.set_place.clicked.connect(self._on_set)
        keys.bind("upload", parent, self.go.click)
        self.display(State())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("cloud-upload", "primary", 20, self))
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        for button in (self.set_place, self.stop, self.go):
            button.setObjectName("tool")
            head.addWidget(button)
        self._title.setWordWrap(False)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        head.insertWidget(3, self._bar)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._doing)
        column.addWidget(self._line)

    def display(self, state: State) -> None:
        """Show the state."""
        self._state = state
        busy = state.progress is not None
        focus = self.focusWidget()
        self.has_place = bool(state.address)
        self._where.show_text(self._head_words(state))
        verb = state.verb()
        self.go.setText(keys.label(verb, "upload"))
        self.go.setAccessibleName(verb)
        usable(self.go, state.why_not())
        shown = {
            self.go: bool(state.address) and not busy,
            self.set_place: state.known and state.may_set and not busy,
            self._bar: busy,
            self.stop: busy,
            self._doing: busy and not self._one_line,
        }
        # What goes makes room first, or the page would be too wide for a moment.
        for widget in sorted(shown, key=lambda one: shown[one]):
            widget.setVisible(shown[widget])
        if state.progress is not None:
            self._doing.setText(state.progress.doing)
            self._bar.setAccessibleName(state.progress.doing)
            self._bar.setMaximum(state.progress.total)
            self._bar.setValue(state.progress.done)
        self._show_line(state)
        if focus is self.go and busy:  # what has the cursor was hidden: its twin takes it
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is self.stop and not busy:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_to_one_line(self, one_line: bool) -> None:
        """Where a list needs the room: only trouble has a line of its own."""
        if one_line != self._one_line:
            self._one_line = one_line
            self.display(self._state)

    def _head_words(self, state: State) -> str:
        """Where to; on one line what is being done, or what came of it, is more to know."""
        if not self._one_line or not state.address:
            return state.summary()
        if state.progress is not None:
            return state.progress.doing
        if state.offline:
            return _("Tidak ada jaringan. Data aman di laptop ini.")
        return (state.said if state.trouble is None else "") or state.summary()

    def _show_line(self, state: State) -> None:
        """What came of it: trouble, that there is no network, or what crossed."""
        if state.trouble is not None:
            self._sign.show_icon("triangle-alert", "warning")
            self._words.setText(" ".join(filter(None, (state.said, str(state.trouble)))))
        elif state.offline:
            self._sign.show_icon("wifi-off", "muted")
            self._words.setText(_("Tidak ada jaringan. Data aman di laptop ini."))
        else:
            self._sign.show_icon("circle-check", "success")
            self._words.setText(state.said)
        serious = state.trouble is not None or not self._one_line
        self._line.setVisible(bool(self._words.text()) and state.progress is None and serious)
        said = (self._title.text(), self._where.toolTip(), self._words.text())
        self.setAccessibleName(" ".join(filter(None, said)))

    def _on_set(self) -> None:
        page = self._context.go_to(PREFERENCES)
        show = getattr(page, "show_place", None)
        if show is not None:
            show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.presenter.refresh()
            if self._context.desk.installation.mode == "office":
                self._timer.start(SOON)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()

    def _on_timer(self) -> None:
        """The office watches the place while its inbox is open."""
        self._timer.setInterval(EVERY)
        self.presenter.watch()
