"""What the window gives to each of its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.desk import Desk


class ShowResult(Protocol):
    """Says at the bottom of the window what was done, with undo where there is one."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None) -> None: ...


@dataclass(frozen=True)
class PageContext:
    """The desk that the page works for, the worker, and what only the window can do."""

    desk: Desk
    jobs: Jobs
    show_result: ShowResult
    refresh_header: Callable[[], None]  # the page changed what the top of the window says
    go_to: Callable[[str], object]  # open another page by its key
