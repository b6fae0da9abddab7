"""The page "Program & kegiatan" of an office: who pays for whom, where and when."""

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.planning.view import PlanningView


def build(context: PageContext) -> PlanningView:
    """The page, ready to be put into the window."""
    return PlanningView(context)
