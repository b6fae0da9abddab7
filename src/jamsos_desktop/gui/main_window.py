"""The frame of the program: navigation on the left, state at the top, results at the bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.widgets.navigation import Navigation
from jamsos_desktop.gui.widgets.result_bar import ResultBar
from jamsos_desktop.gui.widgets.top_bar import TopBar

HELP = "help"  # the key of the page that F1 opens


@dataclass(frozen=True)
class Page:
    """One page of the navigation. ``build`` is called when it is first opened.

    ``first`` marks the page that is shown to begin with; without a mark it is the one on top.
    """

    key: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    first: bool = False


class MainWindow(QWidget):
    """Navigation and nothing else: what a page does is the page's."""

    page_shown = Signal(str)
    lock_wanted = Signal()
    next_wanted = Signal()  # the next number of the queue
    explanation_wanted = Signal()
    card_check_wanted = Signal()
    renew_wanted = Signal(str)  # the texts have another size; says what was done
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._pages: dict[str, Page] = {}
        self._built: dict[str, QWidget] = {}
        self._shown = ""
        self.top_bar = TopBar(self)
        self.results = ResultBar(self)
        self._nav = Navigation(self)
        self._stack = QStackedWidget(self)
        self._nav.chosen.connect(self.open_page)
        self.top_bar.check_card.clicked.connect(self.card_check_wanted)
        self._lay_out()
        self._bind_keys()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._stack, 1)
        right.addWidget(self.results)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._nav)
        whole.addLayout(right, 1)

    def _bind_keys(self) -> None:
        for number in range(1, 10):
            open_page = partial(self._open_number, number)
            keys.bind(f"page_{number}", self, open_page, everywhere=True)
        keys.bind("area", self, self.next_area, everywhere=True)
        keys.bind("call_next", self, self.next_wanted.emit, everywhere=True)
        keys.bind("explain", self, self.explanation_wanted.emit, everywhere=True)
        keys.bind("check_card", self, self.card_check_wanted.emit, everywhere=True)
        keys.bind("lock", self, self.lock_wanted.emit, everywhere=True)
        keys.bind("help", self, self._on_help, everywhere=True)
        keys.bind("undo", self, self.results.undo, everywhere=True)

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Fill the navigation, once: the pages that the officer may see, from the top down."""
        self._pages = {page.key: page for page in pages}
        self._nav.set_pages([(page.key, page.title, page.icon) for page in pages])

    def open_first(self) -> None:
        """Show the page that is marked as the first, or the one on top."""
        keys = [page.key for page in self._pages.values() if page.first]
        for key in (keys or list(self._pages))[:1]:
            self.open_page(key)

    def _open_number(self, number: int) -> None:
        if number <= len(self._pages):
            self.open_page(list(self._pages)[number - 1])

    def open_page(self, key: str) -> QWidget:
        """Show a page, building it when it is needed for the first time."""
        if key not in self._built:
            self._built[key] = self._pages[key].build()
            self._stack.addWidget(self._built[key])
        page = self._built[key]
        self._stack.setCurrentWidget(page)
        self._nav.mark(key)
        self._shown = key
        self._focus_page()
        self.page_shown.emit(key)
        return page

    def shown_page(self) -> str:
        """The key of the page that is open."""
        return self._shown

    def show_header(self, header: Header) -> None:
        """Say at the top how things stand."""
        self.top_bar.show_header(header)

    def show_result(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say at the bottom what was done."""
        self.results.show_result(text, undo)

    def next_area(self) -> None:
        """Move between menu, page and bottom line."""
        focus = QApplication.focusWidget()
        if focus is not None and self._nav.isAncestorOf(focus):
            self._focus_page()
        elif focus is not self.results.undo_button and self.results.undo_button.isVisible():
            self.results.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._nav.take_focus()

    def _focus_page(self) -> None:
        page = self._stack.currentWidget()
        if page is None:
            return
        last = page.focusWidget()
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for child in (page, *page.findChildren(QWidget)):
            takes = child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and child.isVisibleTo(page):
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _on_help(self) -> None:
        if HELP in self._pages:
            self.open_page(HELP)
