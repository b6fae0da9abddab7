"""What the page "Kotak masuk" shows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jamsos_desktop.gui.inbox.seen import Seen
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.messages import Explanation

#: A file waits to be looked into, is ready to come in or stops to be asked about, waits to come in
#: and comes in; or there is nothing new in it, it is refused, or somebody stopped it.
Stage = Literal[
    "waiting",
    "looking",
    "ready",
    "braked",
    "queued",
    "merging",
    "done",
    "known",
    "refused",
    "stopped",
]


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file that was chosen, and how far it came."""

    path: Path
    stage: Stage = "waiting"
    seen: Seen | None = None
    error: Explanation | None = None
    reason: str = ""  # why it comes in though it stops


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``shown`` is the file whose report is open."""

    files: tuple[BundleFile, ...] = ()
    shown: int = -1
    progress: Progress | None = None
    wants_sheet: bool = False
    may_decide: bool = False  # a bundle that stops may come in with a reason
    error: Explanation | None = None
    saved: str = ""  # where the report was written

    @property
    def file(self) -> BundleFile | None:
        """The file whose report is open."""
        return self.files[self.shown] if 0 <= self.shown < len(self.files) else None

    @property
    def ready(self) -> int:
        """How many files can come in with one press."""
        return sum(file.stage == "ready" for file in self.files)
