"""The page "Kotak masuk" of an office: the stations' bundles are checked and merged here."""

from jamsos_desktop.gui.inbox.pages import InboxPages
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> InboxPages:
    """The page, ready to be put into the window."""
    return InboxPages(context)
