"""Why a card is printed once more: a short list, and words where the list does not say enough."""

from collections.abc import Mapping
from typing import NamedTuple

from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _

#: What can be chosen; ``aktif`` is chosen by the program for the first card after BPJS's answer.
REASONS: Mapping[str, str] = {
    "rusak": N_("Rusak atau salah cetak"),
    "hilang": N_("Hilang"),
    "data": N_("Datanya diperbaiki"),
    "lain": N_("Alasan lain"),
}
NOW_ACTIVE = "aktif"
_NOW_ACTIVE_WORDS = N_("Sekarang aktif di BPJS")
_LONGEST = 200  # letters of a note


class Reprint(NamedTuple):
    """A reason of :data:`REASONS`, and a ``note`` in free words."""

    reason: str = ""
    note: str = ""

    @property
    def told(self) -> bool:
        """Whether it says why: "another reason" alone does not."""
        return self.reason in REASONS and (self.reason != "lain" or bool(self.note.strip()))


#: Nothing is printed once more, or nobody has said why.
FIRST = Reprint()


def checked(reprint: Reprint) -> Reprint:
    """The same with the note in one line. Raises ``reprint_reason_missing``."""
    if not reprint.told:
        raise UserError("reprint_reason_missing")
    return Reprint(reprint.reason, " ".join(reprint.note.split())[:_LONGEST])


def reason_words(reason: str, note: str) -> str:
    """How a history says it; a reason of a newer version is left to its note."""
    known = {**REASONS, NOW_ACTIVE: _NOW_ACTIVE_WORDS}
    said = _(known[reason]) if reason in known and not (reason == "lain" and note) else ""
    return ": ".join(part for part in (said, note) if part)
