"""A form in one column: Enter goes on, Shift+Enter back, and where one types stays in sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.order import Order
from jamsos_desktop.gui.widgets.words import words

COLUMN = 680  # px: lines longer than this are hard to follow
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Form(QWidget):
    """Groups of fields, a notice above them, and one primary button at the bottom right."""

    edited = Signal(str)
    left = Signal(str)
    reason_given = Signal(str, str, str)
    submitted = Signal()
    finished = Signal()  # Enter in the last field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.fields: dict[str, Field] = {}
        self.notice = Notice(self)
        self._stops: list[QWidget] = []
        self._last: QWidget | None = None  # for the Tab key
        self._blocks: list[QWidget] = []  # what takes the cursor and is no field
        self._primary: QPushButton | None = None
        self._held: tuple[QWidget, int] | None = None  # who stays at which height
        self._holding = 0  # corrections under way
        self._inside = QWidget(self)
        self._inside.setObjectName("formInside")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._scroll = QScrollArea(self)
        self._footer = QFrame(self)
        self._status = QLabel(self._footer)
        self._buttons = QHBoxLayout(self._footer)
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        middle = QHBoxLayout(self._inside)
        middle.setContentsMargins(32, 24, 32, 32)
        holder = QWidget(self._inside)
        holder.setMaximumWidth(COLUMN)
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(holder, 100, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)
        self._inside.installEventFilter(self)
        self._scroll.setObjectName("formScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self._footer.setObjectName("footer")
        self._footer.hide()
        self._buttons.setContentsMargins(32, 8, 24, 8)
        self._buttons.setSpacing(12)
        self._status.setObjectName("hint")
        self._buttons.addWidget(self._status, 1)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self._scroll, 1)
        self._page.addWidget(self._footer)
        self._column.addWidget(self.notice)

    def pin_notice(self) -> None:
        """Keep the notice in sight above a form that is longer than the window."""
        above = QVBoxLayout()
        above.setContentsMargins(32, 12, 24, 0)
        above.addWidget(self.notice)
        self._page.insertLayout(0, above)

    def add_heading(self, title: str, lead: str = "") -> None:
        """The page's title and a line of what it is for."""
        self._column.addWidget(words(title, "heading", self._inside))
        if lead:
            self._column.addWidget(words(lead, "lead", self._inside))
        self._column.addSpacing(8)

    def add_group(self, title: str) -> None:
        """Begin a group of fields."""
        self._column.addSpacing(16)
        self._column.addWidget(words(title, "group", self._inside))
        self._column.addSpacing(4)

    def add_field(self, field: Field) -> Field:
        """Add a field on a line of its own."""
        self._column.addWidget(field)
        self._take(field)
        return field

    def add_row(self, fields: Sequence[Field]) -> None:
        """Add a few short fields beside each other (RT and RW)."""
        row = QHBoxLayout()
        row.setSpacing(16)
        self._column.addLayout(row)
        for field in fields:
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            self._take(field)
        row.addStretch(1)

    def add_widget(self, widget: QWidget, stops: Sequence[QWidget] = ()) -> None:
        """Add something that is no field, for example an answer that is computed.

        Where it takes the cursor, ``stops`` are its places for the Tab key; Enter passes it over.
        """
        self._column.addWidget(widget)
        for stop in stops:
            self._follow(stop)
        if stops:
            self._blocks.append(widget)

    def add_gap(self) -> None:
        """Some room below what is no field."""
        self._column.addSpacing(8)

    def _take(self, field: Field) -> None:
        self.fields[field.name] = field
        field.edited.connect(self.edited)
        field.left.connect(self.left)
        field.reason_given.connect(self.reason_given)
        field.passed.connect(self.go_on)
        self._follow(field.widget)
        self._stops.append(field.widget)
        field.widget.installEventFilter(self)

    def _follow(self, stop: QWidget) -> None:
        """Come last for the Tab key."""
        if self._last is not None:
            QWidget.setTabOrder(self._last, stop)
        self._last = stop

    def set_primary(self, text: str, key: str) -> QPushButton:
        """The page's one primary button, with its key written on it."""
        button = QPushButton(keys.label(text, key), self._footer)
        button.setObjectName("primary")
        button.setAccessibleName(text)
        button.clicked.connect(self.submitted)
        keys.bind(key, self, button.click)
        button.installEventFilter(self)
        self._buttons.addWidget(button)
        self._footer.show()
        self._primary = button
        return button

    def add_button(self, text: str, key: str | None = None) -> Order:
        """A lesser button, left of the primary one. Why it refuses stands beside the buttons."""
        button = Order(keys.label(text, key) if key else keys.plain(text), self._footer)
        button.setAccessibleName(text)
        button.reason_said.connect(self.say)
        if key:
            keys.bind(key, self, button.click)
        button.installEventFilter(self)
        self._buttons.insertWidget(self._buttons.count() - (1 if self._primary else 0), button)
        self._footer.show()
        return button

    def values(self) -> dict[str, str]:
        """What every field holds, by its name, as a draft keeps it."""
        return {name: field.editor.raw() for name, field in self.fields.items()}

    def set_values(self, values: dict[str, str]) -> None:
        """Fill the fields that are named; the others stay."""
        for name, raw in values.items():
            if self.fields[name].editor.raw() != raw:
                self.fields[name].editor.set_raw(raw)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say at each field what concerns it, and go to the first that is wrong."""
        for name, field in self.fields.items():
            field.show_findings([f for f in findings if f.field == name])
        wrong = {f.field for f in findings if f.level == "error"}
        for name in self.fields:
            if name in wrong:
                self.go_to(name)
                return

    def say(self, text: str) -> None:
        """A line beside the buttons."""
        self._status.setText(text)

    def set_busy(self, doing: str) -> None:
        """Say what is being done and take no orders meanwhile; empty when it is finished."""
        self.say(doing)
        self._inside.setEnabled(not doing)
        for button in self._footer.findChildren(QPushButton):
            button.setEnabled(not doing)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field."""
        self.fields[name].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self, name: str) -> None:
        """Put the cursor into what follows a field, as Enter does."""
        self._step(list(self.fields).index(name), 1)

    def current(self) -> str:
        """The name of the field with the cursor, or nothing."""
        for name, field in self.fields.items():
            if field.widget.hasFocus():
                return name
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(self._stop_of(watched), event)
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._hold()
        return super().eventFilter(watched, event)

    def _stop_of(self, watched: QObject) -> QObject | None:
        """Where the key was meant to go: small buttons leave Enter to what they stand in."""
        focus = QApplication.focusWidget()
        if watched is self._inside:
            return focus if isinstance(focus, QPushButton) else None
        return watched

    def _on_key(self, watched: QObject | None, event: QKeyEvent) -> bool:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        others = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() not in _ENTER or others or getattr(watched, "popup_open", False):
            return False
        if isinstance(watched, QPushButton):
            if not shift:
                watched.click()
            return not shift
        places = [i for i, widget in enumerate(self._stops) if widget is watched]
        if places:
            self._step(places[0], -1 if shift else 1)
        return bool(places)

    def _step(self, place: int, by: int) -> None:
        target = place + by
        while 0 <= target < len(self._stops) and not self._stops[target].isEnabled():
            target += by
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        if 0 <= target < len(self._stops):
            self._stops[target].setFocus(reason)
        elif target >= len(self._stops):
            if self._primary:
                self._primary.setFocus(reason)
            self.finished.emit()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            self._show(new)

    def _show(self, widget: QWidget) -> None:
        """Scroll until the field stands in sight with its label and its findings."""
        shown: QWidget | None = widget
        while shown is not None and not isinstance(shown, Field) and shown not in self._blocks:
            shown = shown.parentWidget()
        if shown is not None and self._stops and widget is self._stops[0]:
            self._scroll.verticalScrollBar().setValue(0)
        elif shown is not None:
            top = shown.mapTo(self._inside, QPoint(0, 0)).y()
            self._scroll.ensureVisible(0, top + shown.height(), 0, 16)
            self._scroll.ensureVisible(0, top, 0, 16)

    def _place(self, widget: QWidget) -> int:
        return widget.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()

    def hold_still(self) -> None:
        """What is changed next takes more or less room: the focused field stays where it is now."""
        self._hold()

    def _hold(self) -> None:
        """Where a finding above takes more room, scroll so that the focused field stays put.

        Heights settle in several rounds: the place is that of before the first.
        """
        widget = QApplication.focusWidget()
        if widget is not None and self._inside.isAncestorOf(widget):
            if self._held is None or self._held[0] is not widget:
                self._held = (widget, self._place(widget))
            self._holding += 1
            QTimer.singleShot(0, self, partial(self._put_back, *self._held))

    def _put_back(self, widget: QWidget, place: int) -> None:
        self._holding -= 1
        if not self._holding:
            self._held = None
        if widget.hasFocus():
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + self._place(widget) - place)
            if not 0 <= self._place(widget) <= self._scroll.viewport().height() - widget.height():
                self._show(widget)  # it was out of sight before everything had its height
