"""What happens on the page "Belum terdaftar". Knows no widget."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from jamsos_desktop.domain.activities import VisitOutcome
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import missing
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.visits.lines import (
    OUTCOMES,
    DoorLine,
    PlaceLine,
    Round,
    read_doors,
    read_round,
)
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import visits
from jamsos_desktop.services.desk import Desk

_NUMBERED = re.compile(r"\b(rt|rw)[\s./]*(\d+)[/,]?", re.IGNORECASE)
Step = Literal["places", "doors", "note"]


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``round`` is None until it was read."""

    step: Step = "places"
    round: Round | None = None
    text: str = ""  # which neighbourhoods are looked for
    place: PlaceLine | None = None
    doors: tuple[DoorLine, ...] | None = None
    door: DoorLine | None = None  # of whom a visit is noted
    busy: str = ""
    findings: tuple[Finding, ...] = ()
    error: Explanation | None = None

    def places(self) -> tuple[PlaceLine, ...]:
        """The neighbourhoods of the RT and RW that were typed and with every other word."""
        numbers = {name.casefold(): number for name, number in _NUMBERED.findall(self.text)}
        words = _NUMBERED.sub(" ", self.text).casefold().split()
        known = self.round.places if self.round else ()
        return tuple(
            place
            for place in known
            if all(word in place.name.casefold() for word in words)
            and all(_same(getattr(place, name), number) for name, number in numbers.items())
        )


class VisitsPresenter(StatePresenter[State]):
    """Leads from the neighbourhoods to one of them, and from a door to the form or a note."""

    def __init__(
        self, view: StateView[State], jobs: Jobs, desk: Desk, on_done: Callable[[str], object]
    ) -> None:
        """``on_done`` is told in words what was done."""
        super().__init__(view, jobs, desk, State())
        self._on_done = on_done

    def refresh(self) -> None:
        """Look again: the page is shown."""
        self._jobs.start(partial(read_round, self._desk), self._on_round, self._on_error)

    def search(self, text: str) -> None:
        """List only the neighbourhoods of this kelurahan, RT or RW."""
        self._show(replace(self._state, text=text))

    def open_place(self, place: PlaceLine) -> None:
        """Show whom to visit there."""
        self._show(replace(self._state, step="doors", place=place, doors=None, error=None))
        self._read_doors()

    def leave(self) -> None:
        """One step back; what was typed is dropped."""
        if self._state.busy:
            return
        back: Step = "doors" if self._state.step == "note" else "places"
        self._show(replace(self._state, step=back, door=None, findings=(), error=None))
        self.refresh()

    def begin_note(self, door: DoorLine) -> None:
        """Open the form for a visit that led to nothing."""
        self._show(replace(self._state, step="note", door=door, findings=(), error=None))

    def note(self, outcome: str, words: str) -> None:
        """Keep what became of the visit."""
        door, now = self._state.door, self._state.round
        known: dict[str, VisitOutcome] = {name: name for name in OUTCOMES}
        if door is None or now is None or self._state.busy:
            return
        if outcome not in known:
            self._show(replace(self._state, findings=missing({"outcome": ""})))
            return
        self._show(replace(self._state, busy=_("Menyimpan…"), findings=(), error=None))
        who = (self._desk, door.record_id, now.event_id)
        work = partial(visits.note_visit, *who, known[outcome], words)
        said = _("Kunjungan ke {name} dicatat", name=door.name)
        self._jobs.start(work, partial(self._on_noted, said), self._on_error)

    def _on_noted(self, said: str, _nothing: None) -> None:
        self._show(replace(self._state, step="doors", door=None, busy=""))
        self._on_done(said)
        self.refresh()

    def _read_doors(self) -> None:
        place, now = self._state.place, self._state.round
        if place is not None and now is not None:
            work = partial(read_doors, self._desk, now.programme_id, place)
            self._jobs.start(work, partial(self._on_doors, place), self._on_error)

    def _on_round(self, found: Round) -> None:
        self._show(replace(self._state, round=found))
        if self._state.step != "places":
            self._read_doors()

    def _on_doors(self, place: PlaceLine, doors: tuple[DoorLine, ...]) -> None:
        if place == self._state.place:
            self._show(replace(self._state, doors=doors))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))


def _same(one: str, other: str) -> bool:
    return one.lstrip("0") == other.lstrip("0")
