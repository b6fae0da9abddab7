"""The page "BPJS" of an office: registrations go to BPJS Ketenagakerjaan, answers come back."""

from jamsos_desktop.gui.bpjs.view import BpjsView
from jamsos_desktop.gui.page_context import PageContext


def build(context: PageContext) -> BpjsView:
    """The page, ready to be put into the window."""
    return BpjsView(context)
