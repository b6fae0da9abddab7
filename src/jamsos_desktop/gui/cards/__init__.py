"""The page "Cetak": choose cards, look at the sheets, save or print them."""

from jamsos_desktop.gui.cards.view import CardsView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> CardsView:
    """The page, ready to be put into the window."""
    return CardsView(context)
