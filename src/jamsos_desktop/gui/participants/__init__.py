"""The page "Peserta": find a person, and look at everything that is known of them."""

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView


def build(context: PageContext) -> ParticipantsView:
    """The page, ready to be put into the window."""
    return ParticipantsView(context)
