"""What the list of everything decided shows. Frozen; no Qt."""

from dataclasses import dataclass

from jamsos_desktop.gui.decisions.decided_lines import Line, Opened
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation


@dataclass(frozen=True, slots=True)
class DecidedState:
    """``opened`` is the decision that is shown side by side; None while the list is."""

    lines: tuple[Line, ...] = ()
    looked: bool = False
    text: str = ""  # what is looked for
    opened: Opened | None = None
    busy: bool = False
    error: Explanation | None = None

    @property
    def found(self) -> tuple[Line, ...]:
        """The decisions about whom is looked for."""
        return tuple(line for line in self.lines if line.has(self.text))

    def why_not(self) -> str:
        """Why the decision that is shown cannot be taken back; empty where it can."""
        if self.busy:
            return _("Sedang dicatat…")
        if self.opened is not None and self.opened.line.decision.since:
            return _("Sesudah itu datanya dikoreksi lagi. Perbaiki di halaman Peserta.")
        return ""
