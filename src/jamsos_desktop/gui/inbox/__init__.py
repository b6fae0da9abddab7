"""The page "Kotak masuk" of an office: the stations' bundles are checked and merged here."""

from jamsos_desktop.gui.inbox.view import InboxView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> InboxView:
    """The page, ready to be put into the window."""
    return InboxView(context)
