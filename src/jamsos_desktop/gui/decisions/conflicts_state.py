"""What the list of corrections that differ shows. Frozen; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jamsos_desktop.gui.decisions.dispute import Dispute
from jamsos_desktop.gui.decisions.queue import Queue
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation


@dataclass(frozen=True, slots=True)
class ConflictsState:
    """``chosen`` names columns by field, ``typed`` what stands in no column."""

    queue: Queue = field(default_factory=Queue)
    dispute: Dispute | None = None
    looked: bool = False
    busy: bool = False
    chosen: Mapping[str, int] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    typing: str = ""  # the field for which something else is about to be typed
    findings: tuple[str, ...] = ()  # why it cannot be saved, in words
    overridable: tuple[str, ...] = ()  # codes of findings that a reason sets aside
    undoable: bool = False
    error: Explanation | None = None

    def why_not(self) -> str:
        """Why nothing can be chosen now; empty where it can."""
        if self.busy:
            return _("Sedang dicatat…")
        if self.dispute is None:
            return _("Belum ada yang diperlihatkan.")
        return _("Selesaikan dulu yang Anda ketik, atau tekan Esc.") if self.typing else ""

    def missing(self) -> int:
        """How many fields nobody has chosen for yet."""
        if self.dispute is None:
            return 0
        fields = {row.name for row in self.dispute.rows}
        return len(fields - set(self.chosen) - set(self.typed))
