"""What the page "Pos & petugas" shows. No Qt."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui.stations.lines import Known, OfficerLine, StationLine
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation

Tab = Literal["officers", "stations"]
Step = Literal[
    "list",
    "officer",
    "change",
    "remove",
    "password",
    "kit",
    "code",
    "sheet",
    "registered",
    "lost",
]


class Rights(NamedTuple):
    """What this officer may do at this installation."""

    plan: bool  # add officers and make kits: at the office
    sheet: bool  # save the recovery sheet: an admin at the office


class Issued(NamedTuple):
    """A kit that was just made. The code is in no other place."""

    station: str
    code: str
    file: str
    folder: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``known`` is None until it was read."""

    rights: Rights
    tab: Tab = "officers"
    step: Step = "list"
    known: Known | None = None
    officer: OfficerLine | None = None  # who is being changed, or whose password is
    station: StationLine | None = None  # whose laptop is lost, or found again
    issued: Issued | None = None
    busy: str = ""
    success: str = ""
    findings: tuple[Finding, ...] = ()
    error: Explanation | None = None

    def why_no_kit(self) -> str:
        """Why no kit can be made now; empty where it can."""
        if self.known is None:
            return _("Sedang dimuat…")
        if not self.known.events:
            return _("Tambahkan dulu kegiatan di halaman Program & kegiatan.")
        return ""
