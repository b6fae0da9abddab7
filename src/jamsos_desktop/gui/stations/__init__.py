"""The page "Pos & petugas": who may sign in here, kits for laptops, the recovery sheet."""

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.stations.view import StationsView


def build(context: PageContext) -> StationsView:
    """The page, ready to be put into the window."""
    return StationsView(context)
