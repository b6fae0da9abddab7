"""Which people are chosen for a batch of cards or papers, as one frozen value. No Qt."""

from dataclasses import dataclass, replace
from typing import Literal

from jamsos_desktop.domain.people_choice import Lacking, Which
from jamsos_desktop.i18n import _

#: All of the event, or a part of it; ``handed`` are those who were chosen on the page "Peserta".
Part = Literal["event", "range", "place", "ceremony", "handed"]


@dataclass(frozen=True, slots=True)
class People:
    """A part of an event's people; ``only_new`` leaves out who has the paper already.

    With ``active`` only those to whom BPJS gave a number that their card does not show yet.
    """

    part: Part = "event"
    only_new: bool = True
    active: bool = False
    first: str = ""  # of a range of queue or registration numbers
    last: str = ""
    village: str = ""  # of a place
    rw: str = ""
    rt: str = ""
    handed: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place as the key of an option."""
        return "/".join((self.village, self.rw, self.rt)) if self.village else ""

    def of_another_event(self) -> "People":
        """The same part of another event: it has other places, and no selection is of it."""
        part = "event" if self.part in ("handed", "place") else self.part
        return replace(self, part=part, village="", rw="", rt="")

    def missing(self) -> str:
        """What is still to be said before anybody is chosen; empty where nothing is."""
        if self.part == "range" and not (self.first.strip() or self.last.strip()):
            return _("Isi nomor dari, sampai, atau keduanya.")
        if self.part == "place" and not self.village:
            return _("Pilih RT, RW, atau kelurahannya.")
        return ""

    def which(self, paper: Lacking) -> Which:
        """What the services are asked for; ``paper`` is what those have whom ``only_new`` drops."""
        in_range, in_place = self.part == "range", self.part == "place"
        return Which(
            queue_from=self.first if in_range else "",
            queue_to=self.last if in_range else "",
            village=self.village if in_place else "",
            rw=self.rw if in_place else "",
            rt=self.rt if in_place else "",
            not_printed="active_card" if self.active else paper if self.only_new else "",
            record_ids=self.handed if self.part == "handed" else None,
            ceremony=self.part == "ceremony",
        )
