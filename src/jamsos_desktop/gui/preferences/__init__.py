"""The page "Pengaturan": language, text size, appearance, one's own password, the installation."""

from collections.abc import Callable

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.preferences.view import PreferencesView
from jamsos_desktop.gui.wardrobe import Wardrobe


def build(
    context: PageContext, wardrobe: Wardrobe, renew: Callable[[str], object]
) -> PreferencesView:
    """The page, ready to be put into the window.

    ``renew`` builds the window anew after the texts got another size, and says what was done.
    """
    return PreferencesView(context, wardrobe, renew)
