"""The page "Hari ini": how the event day goes, its queue, and who came to listen."""

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.today.view import TodayView


def build(context: PageContext) -> TodayView:
    """The page, ready to be put into the window."""
    return TodayView(context)
