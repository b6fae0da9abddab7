"""The page "Keputusan": who is perhaps registered twice, and what was corrected in two places."""

from jamsos_desktop.gui.decisions.view import DecisionsView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> DecisionsView:
    """The page, ready to be put into the window."""
    return DecisionsView(context)
