"""The page "Neraca" of an office: what stations made, what arrived, and what became of it."""

from jamsos_desktop.gui.balance.view import BalanceView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> BalanceView:
    """The page, ready to be put into the window."""
    return BalanceView(context)
