"""The page "Kirim & terima" of a station: its registrations go to the office on a stick."""

from jamsos_desktop.gui.exchange.view import ExchangeView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> ExchangeView:
    """The page, ready to be put into the window."""
    return ExchangeView(context)
