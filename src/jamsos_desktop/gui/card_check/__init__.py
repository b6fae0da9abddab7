"""F8: a card is checked, whatever page is open."""

from typing import TYPE_CHECKING

from jamsos_desktop.gui.page_context import PageContext

if TYPE_CHECKING:
    from jamsos_desktop.gui.card_check.view import CardCheckView
    from jamsos_desktop.gui.main_window import MainWindow


def open_checker(window: "MainWindow", context: PageContext) -> "CardCheckView":
    """Show the panel over the window; the camera, where there is one, waits to be asked."""
    from jamsos_desktop.gui.card_check.view import CardCheckView
    from jamsos_desktop.services import camera

    open_camera = camera.open_camera if camera.is_installed() else None
    view = CardCheckView(context.desk, context.jobs, open_camera, window)
    window.closing.connect(view.close)
    view.show()
    return view
