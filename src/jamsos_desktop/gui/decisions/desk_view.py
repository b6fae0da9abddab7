"""What the pages of both desks share: the group side by side, its orders, what is said of it."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.compare_table import CompareTable
from jamsos_desktop.gui.decisions.desk_presenter import DeskPresenter
from jamsos_desktop.gui.decisions.desk_state import DeskState
from jamsos_desktop.gui.decisions.history_box import HistoryBox
from jamsos_desktop.gui.decisions.side_head import MOST
from jamsos_desktop.gui.decisions.tabs import Tabs
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_PATIENCE = 150  # ms: an answer that takes no longer changes nothing on the screen but the group


class DeskView(PageFrame):
    """The keys hold while the group has the focus; in the choice of lists a digit chooses one."""

    presenter: DeskPresenter[Any, Any, Any]

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        """``key`` is the list that the page is, ``name`` says aloud what is compared."""
        super().__init__(_("Keputusan"), parent=parent)
        self.tabs = Tabs(self.heading, key, self)
        self.panel = QWidget(self)
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lead = Elided("lead", self.panel)
        self.table = CompareTable(name, self.panel)
        self.history = HistoryBox(self.panel)
        self.reveal = QPushButton(self.panel)
        self.nothing = EmptyState("circle-check", "", "", self.panel)
        self._orders = QWidget(self.panel)
        self._middle = QStackedWidget(self.panel)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE)
        self._slow.timeout.connect(self._on_slow)
        self.undo = self.add_button(keys.label(_("Urungkan"), "take_back"))
        self.undo.setAccessibleName(_("Urungkan keputusan terakhir"))

    def _lay_out_panel(
        self, above: Sequence[QWidget], bars: Sequence[ReasonBar], buttons: Sequence[QPushButton]
    ) -> None:
        """``above`` stands over the table, ``bars`` ask below it, ``buttons`` order the rest."""
        group = QWidget(self.panel)
        left = QVBoxLayout()
        left.setSpacing(4)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        for widget in (*above, self.table):
            left.addWidget(widget, 1 if widget is self.table else 0)
        sides.addLayout(left, 1)
        sides.addWidget(self.history)
        orders = Flow(8, self._orders)
        for button in (*buttons, self.reveal):
            orders.addWidget(button)
        column = _column(group, 8)
        column.addWidget(self.lead)
        column.addLayout(sides, 1)
        for widget in (*bars, self._orders):
            column.addWidget(widget)
        for page in (group, self.nothing):
            self._middle.addWidget(page)
        _column(self.panel, 0).addWidget(self._middle)
        self.body.setSpacing(8)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.panel, 1)

    def _bind_common_keys(
        self, on_digit: Callable[[int], object], on_next: Callable[[], object]
    ) -> None:
        self.reveal.clicked.connect(self.presenter.uncover)
        self.undo.clicked.connect(self.presenter.take_back)
        for place in range(MOST):
            keys.bind(f"keep_{place + 1}", self.panel, partial(on_digit, place))
        for name, button in (("reveal", self.reveal), ("take_back", self.undo)):
            keys.bind(name, self.panel, button.click)
        keys.bind("next", self.table, on_next)
        keys.bind("back", self.panel, partial(self.presenter.skip, -1))

    def _show_frame(self, state: DeskState[Any]) -> None:
        """What stands around the group."""
        self.tabs.count.show_text(state.queue.counted())
        self.notice.show_outcome(state.error)
        empty = state.queue.place < 0 and state.sheet is None
        self._middle.setCurrentIndex(1 if empty else 0)
        if empty:
            self.nothing.say(*self._nothing(state))
            if not self.tabs.choice.hasFocus():
                self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons(state)

    def _show_buttons(self, state: DeskState[Any]) -> None:
        """An answer is journalled in a moment: until then nothing turns grey and back."""
        if not state.busy:
            self._slow.stop()
            self._show_orders(state)
        elif not self._slow.isActive():
            self._slow.start()

    def _on_slow(self) -> None:
        self._show_orders(self.presenter.state)

    @abstractmethod
    def _nothing(self, state: Any) -> tuple[str, str]:
        """What is said where there is no group: what this is, and what it is for."""

    @abstractmethod
    def _show_orders(self, state: Any) -> None:
        """Which buttons can be pressed, and at the others why not."""

    def _show_common_orders(self, state: DeskState[Any]) -> None:
        usable(self.reveal, _("Sedang dicatat…") if state.busy else "")
        usable(self.undo, "" if state.undoable else _("Belum ada keputusan yang bisa diurungkan."))

    def _show_whether_uncovered(self, uncovered: bool) -> None:
        said = _("Sembunyikan NIK") if uncovered else _("Lihat NIK")
        self.reveal.setText(keys.label(said, "reveal"))
        self.reveal.setAccessibleName(said)

    def _take_focus(self) -> None:
        """The keys are for the group that was just shown, unless somebody chooses a list."""
        if self.panel.isVisible() and not self.tabs.choice.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, bar: ReasonBar) -> None:
        """Nothing is asked any more; the cursor goes back to the group."""
        had_focus = bar.reason.hasFocus() or bar.confirm.hasFocus()
        bar.hide()
        bar.reason.clear()
        if had_focus:
            self._focus_table()

    def open(self) -> None:
        """Look for what waits now."""
        self.presenter.refresh()


def all_decided() -> tuple[str, str]:
    """What a desk says where everything of this sitting is decided."""
    return (
        _("Semua sudah diputuskan"),
        _("Keputusan Anda ikut dalam balasan untuk pos. U mengurungkan yang terakhir."),
    )


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
