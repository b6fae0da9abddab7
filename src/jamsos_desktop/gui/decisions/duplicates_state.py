"""What the list of people who are perhaps the same shows. Frozen; no Qt."""

from dataclasses import dataclass, field

from jamsos_desktop.gui.decisions.desk_state import DeskState
from jamsos_desktop.gui.decisions.sides import Sheet
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class DuplicatesState(DeskState[Sheet]):
    """``progress`` is that of the comparison, which goes on while groups are answered."""

    progress: Progress | None = None
    compared: bool = False  # everybody has been looked at once
    others: frozenset[int] = frozenset()  # sides that are somebody else
    taken: dict[str, int] = field(default_factory=dict)  # field -> the side whose value is taken
    returning: int = -1  # the side that is about to be sent back, while its reason is asked

    def unfinished(self) -> str:
        return _("Tulis dulu alasannya, atau tekan Esc.") if self.returning >= 0 else ""
