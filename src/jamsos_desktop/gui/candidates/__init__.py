"""The page "Calon peserta": whom the office expects, and its lists on their way in."""

from jamsos_desktop.gui.candidates.view import CandidatesView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> CandidatesView:
    """The page, ready to be put into the window."""
    return CandidatesView(context)
