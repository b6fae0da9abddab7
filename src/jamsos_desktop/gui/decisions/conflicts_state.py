"""What the list of corrections that differ shows. Frozen; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jamsos_desktop.gui.decisions.desk_state import DeskState
from jamsos_desktop.gui.decisions.dispute import Dispute
from jamsos_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class ConflictsState(DeskState[Dispute]):
    """``chosen`` names columns by field, ``typed`` what stands in no column."""

    looked: bool = False
    chosen: Mapping[str, int] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    typing: str = ""  # the field for which something else is about to be typed
    findings: tuple[str, ...] = ()  # why it cannot be saved, in words
    overridable: tuple[str, ...] = ()  # codes of findings that a reason sets aside

    def unfinished(self) -> str:
        return _("Selesaikan dulu yang Anda ketik, atau tekan Esc.") if self.typing else ""

    def missing(self) -> int:
        """How many fields nobody has chosen for yet."""
        if self.sheet is None:
            return 0
        fields = {row.name for row in self.sheet.rows}
        return len(fields - set(self.chosen) - set(self.typed))
