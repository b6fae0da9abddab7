"""What the list of people who are perhaps the same shows. Frozen; no Qt."""

from dataclasses import dataclass, field, replace

from jamsos_desktop.gui.decisions.queue import Queue
from jamsos_desktop.gui.decisions.sides import Sheet
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation


@dataclass(frozen=True, slots=True)
class DuplicatesState:
    """``sheet`` is None until the group is read, and where there is none."""

    queue: Queue = field(default_factory=Queue)
    sheet: Sheet | None = None
    progress: Progress | None = None
    compared: bool = False  # everybody has been looked at once
    busy: bool = False
    others: frozenset[int] = frozenset()  # sides that are somebody else
    taken: dict[str, int] = field(default_factory=dict)  # field -> the side whose value is taken
    returning: int = -1  # the side that is about to be sent back, while its reason is asked
    undoable: bool = False
    error: Explanation | None = None

    def for_group(self, queue: Queue, sheet: Sheet | None) -> "DuplicatesState":
        """Another group: nothing of the one before stays marked."""
        return replace(
            self,
            queue=queue,
            sheet=sheet,
            busy=False,
            others=frozenset(),
            taken={},
            returning=-1,
            error=None,
        )

    def why_not(self) -> str:
        """Why nothing can be decided now; empty where it can."""
        if self.busy:
            return _("Sedang dicatat…")
        if self.sheet is None:
            return _("Belum ada yang diperlihatkan.")
        return _("Tulis dulu alasannya, atau tekan Esc.") if self.returning >= 0 else ""
