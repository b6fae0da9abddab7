"""The page "Belum terdaftar": whom of the office's list nobody has met, from door to door."""

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.visits.view import VisitsView


def build(context: PageContext) -> VisitsView:
    """The page, ready to be put into the window."""
    return VisitsView(context)
