"""The page that is looked at, drawn as fine as the screen wants it. No Qt."""

from collections.abc import Callable
from typing import Generic, TypeVar

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.messages import explain

T = TypeVar("T")


class Looking(Generic[T]):
    """Knows which page it is. Of several wishes one after the other the last one counts."""

    def __init__(
        self,
        jobs: Jobs,
        drawing: Callable[[int, float], Callable[[], T] | None],
        on_drawn: Callable[[T | None], None],
        show: Callable[..., None],
    ) -> None:
        """``drawing`` gives the work that draws a page so fine; None where there is no page.

        ``show`` is told what changes in the page's state: ``page`` and ``error``.
        """
        self._jobs = jobs
        self._drawing = drawing
        self._on_drawn = on_drawn
        self._show = show
        self._running: Running | None = None
        self._dpi = 0.0  # nobody has said yet how fine
        self._pages = 0
        self.page = 0  # counted from 0

    def begin(self, pages: int, *, same: bool) -> None:
        """There are so many pages now; of the ``same`` ones whoever is looked at stays."""
        self._pages = pages
        self.page = self._within(self.page) if same else 0

    def show_at(self, dpi: float) -> None:
        """Draw pages this fine from now on."""
        if dpi != self._dpi:
            self._dpi = dpi
            self.draw()

    def go_to_page(self, page: int) -> None:
        """Another page."""
        if self._within(page) != self.page:
            self.page = self._within(page)
            self._show(page=self.page)
            self.draw()

    def draw(self) -> None:
        """Draw the page anew."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        work = self._drawing(self.page, self._dpi)
        if work is None:
            self._on_drawn(None)
        elif self._dpi:
            self._running = self._jobs.start(work, self._on_drawn, self._on_error)

    def _within(self, page: int) -> int:
        return min(max(page, 0), max(self._pages - 1, 0))

    def _on_error(self, error: UserError) -> None:
        self._show(error=explain(error))
