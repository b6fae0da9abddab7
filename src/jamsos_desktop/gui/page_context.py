"""What the window gives to each of its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from jamsos_desktop.domain.records import Explained
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.desk import Desk

if TYPE_CHECKING:
    from jamsos_desktop.gui.exchange.neighbours import Neighbours


#: The key of a page that every officer has.
PREFERENCES = "preferences"


class ShowResult(Protocol):
    """Says at the bottom of the window what was done, with undo where there is one."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None) -> None: ...


class Explains(Protocol):
    """What F9 opens: the explanation for the person who sits at the table."""

    def open(self) -> None:
        """Show it."""

    def follow(
        self, event_of: Callable[[], str], on_explained: Callable[[Explained], object]
    ) -> None:
        """A page enrols for the event ``event_of()`` and wants to know what was explained."""


def _alone(_tell: Callable[[], object]) -> None:
    """There is no window with other pages."""


@dataclass(frozen=True)
class PageContext:
    """The desk that the page works for, the worker, and what only the window can do."""

    desk: Desk
    jobs: Jobs
    show_result: ShowResult
    refresh_header: Callable[[], None]  # the page changed what the top of the window says
    go_to: Callable[[str], object]  # open another page by its key
    explainer: Explains | None = None
    follow: Callable[[Callable[[], object]], None] = _alone  # be told of what refreshes the header
    neighbours: "Neighbours | None" = None  # looks for the other laptops of the event
    network: Jobs | None = None  # a worker that knows no database: nobody waits for a slow line

    def tell_done(self, said: str) -> None:
        """Say at the bottom what was done; the top of the window may say something else now."""
        self.show_result(said)
        self.refresh_header()
