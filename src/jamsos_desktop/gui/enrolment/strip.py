"""The strip above the form: event, how many are enrolled, and the number of this registration."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import Pill
from jamsos_desktop.i18n import _


class Strip(QFrame):
    """Stays in sight while the form scrolls below it."""

    event_chosen = Signal(str)
    cancelled_chosen = Signal(str)
    candidate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageStrip")
        self._events: tuple[tuple[str, str], ...] = ()
        title = QLabel(_("Pendaftaran"), self)
        title.setObjectName("heading")
        self._event_line = QWidget(self)
        self._event = Elided("hint", self._event_line)
        self.choose = QPushButton(_("Ganti kegiatan"), self._event_line)
        self.choose.setObjectName("link")
        self.choose.clicked.connect(self._on_choose)
        self._count = Elided("hint", self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.candidate = QPushButton(_("Isi dengan calon latihan"), self)
        self.candidate.setObjectName("link")
        ButtonIcon(self.candidate, "graduation-cap", "primary")
        self.candidate.clicked.connect(self.candidate_wanted)
        self._cancelled: tuple[tuple[str, str], ...] = ()
        self.cancelled = QPushButton(self)
        self.cancelled.setObjectName("link")
        self.cancelled.clicked.connect(self.list_cancelled)
        self.explain = QPushButton(self)
        self.explain.setObjectName("link")
        self.number = Pill("", "primary", self)
        self._lay_out(title)

    def _lay_out(self, title: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self._count, 1)
        for widget in (self.cancelled, self.explain, self.candidate, self.number):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        events = QHBoxLayout(self._event_line)
        events.setContentsMargins(0, 0, 0, 0)
        events.setSpacing(12)
        events.addWidget(self._event, 1)
        events.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 8, 24, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._event_line)

    def show_events(self, event_id: str, events: Sequence[tuple[str, str]]) -> None:
        """Tell the event; with several of them, let another one be chosen."""
        self._events = tuple(events)
        self._event.show_text(dict(events).get(event_id, ""))
        self._event_line.setVisible(len(events) > 1)  # a single one stands atop the window

    def show_count(self, text: str) -> None:
        """How many are enrolled."""
        self._count.show_text(text)

    def show_explained(self, *, done: bool) -> None:
        """Whether the cover was explained to this person; the button explains it."""
        text = _("Sudah dijelaskan") if done else _("Belum dijelaskan")
        self.explain.setText(keys.label(text, "explain"))
        self.explain.setAccessibleName(text)
        self.explain.setToolTip(
            _("Layar penuh untuk diperlihatkan kepada orangnya. Tercatat bila sampai selesai.")
        )

    def show_number(self, number: str, *, practice: bool) -> None:
        """The registration number, which is given with the first key."""
        self.number.show_state(number or _("Nomor baru"), "primary" if number else "neutral")
        self.number.setToolTip("" if number else _("Nomor diberikan begitu Anda mulai mengetik."))
        self.candidate.setVisible(practice)

    def show_cancelled(self, cancelled: Sequence[tuple[str, str]]) -> None:
        """How many forms were given up and can be taken up again; nothing where there are none."""
        self._cancelled = tuple(cancelled)
        text = _("Dibatalkan ({count})", count=len(cancelled))
        self.cancelled.setText(keys.label(text, "cancelled"))
        self.cancelled.setAccessibleName(_("Formulir yang dibatalkan"))
        self.cancelled.setToolTip(_("Formulir yang dibatalkan, disimpan sehari; pilih satu."))
        self.cancelled.setVisible(bool(cancelled))

    def list_cancelled(self) -> None:
        """Let one of the forms that were given up be chosen."""
        self._menu(self.cancelled, self._cancelled, self.cancelled_chosen)

    def _on_choose(self) -> None:
        self._menu(self.choose, self._events, self.event_chosen)

    def _menu(
        self, below: QPushButton, choices: Sequence[tuple[str, str]], chosen: SignalInstance
    ) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in choices:
            action = menu.addAction(keys.plain(words))
            action.triggered.connect(partial(self._on_chosen, chosen, key))
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _on_chosen(self, chosen: SignalInstance, key: str, _checked: bool = False) -> None:
        chosen.emit(key)
