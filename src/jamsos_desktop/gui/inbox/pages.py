"""The page "Kotak masuk" as a whole: the files, and behind them the list of what is set aside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui.inbox.aside import AsidePresenter, AsideState
from jamsos_desktop.gui.inbox.aside_page import AsidePage
from jamsos_desktop.gui.inbox.view import InboxView
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.widgets.when_shown import when_shown


class InboxPages(QWidget):
    """One of both is shown; how many entries are set aside stands at the head of the files."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.files = InboxView(context, self)
        self.aside = AsidePage(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.files)
        self._stack.addWidget(self.aside)
        self.presenter = AsidePresenter(self, context.jobs, context.desk, context.tell_done)
        self.files.aside.clicked.connect(self.open_aside)
        self.files.merged.connect(self.presenter.refresh)
        self.aside.back.clicked.connect(self.leave_aside)
        self.aside.again.clicked.connect(self.presenter.read_again)
        when_shown(self, self.presenter.refresh)

    def show_aside(self, state: AsideState) -> None:
        """Show the list, and at the head of the files how long it is."""
        self.files.show_aside(len(state.lines))
        self.aside.show_aside(state)

    def open_aside(self) -> None:
        """Show the list instead of the files."""
        self._stack.setCurrentWidget(self.aside)
        self.presenter.opened()
        self.aside.take_focus()

    def leave_aside(self) -> None:
        """Back to the files."""
        self._stack.setCurrentWidget(self.files)
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)
        self.files.focusNextChild()
