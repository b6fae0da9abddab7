"""What both desks show of the group that waits for an answer. Frozen; no Qt."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from jamsos_desktop.gui.decisions.queue import Queue
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class DeskState(Generic[S]):
    """``sheet`` is None until the group is read, and where there is none."""

    queue: Queue = field(default_factory=Queue)
    sheet: S | None = None
    busy: bool = False
    undoable: bool = False
    error: Explanation | None = None

    def unfinished(self) -> str:
        """What is open and has to be finished before anything is decided; empty where nothing."""
        return ""

    def why_not(self) -> str:
        """Why nothing can be decided now; empty where it can."""
        if self.busy:
            return _("Sedang dicatat…")
        return self.unfinished() if self.sheet is not None else _("Belum ada yang diperlihatkan.")

    def why_no_next(self) -> str:
        """Why one cannot go on to the next group: one that could not be read is passed over."""
        return self.unfinished() if self.sheet is None and not self.busy else self.why_not()
