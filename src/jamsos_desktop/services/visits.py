"""From door to door: whom of the office's list nobody has met yet, and what became of a visit."""

from collections import Counter
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain.activities import CandidateVisited, VisitOutcome
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.candidates import Listed, list_unregistered
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import candidates, journal, records, visits
from jamsos_desktop.storage.visits import Visit

#: After these nobody need come again, unless somebody says so.
DONE: tuple[VisitOutcome, ...] = ("pindah", "meninggal", "menolak")


class Door(NamedTuple):
    """A candidate who is not registered, with what the last visit said."""

    person: Listed
    address: str
    visit: Visit | None

    @property
    def outcome(self) -> VisitOutcome:
        """What became of the last visit; ``belum`` where there was none that counts."""
        return self.visit.body.outcome if self.visit else "belum"


class Neighbourhood(NamedTuple):
    """An RT: its candidates, and what became of the visits to those who are not registered."""

    village: str  # code
    rw: str
    rt: str
    total: int
    registered: int
    outcomes: dict[VisitOutcome, int]

    @property
    def left(self) -> int:
        """How many are still to be met: nobody came, or nobody was at home."""
        return self.total - self.registered - sum(self.outcomes.get(name, 0) for name in DONE)


def list_doors(
    desk: Desk, programme_id: str, village: str = "", rt: str = "", rw: str = ""
) -> list[Door]:
    """Whom to visit in a neighbourhood: those never met, then not at home, then the others."""
    people = list_unregistered(desk, programme_id, village, rt, rw)
    with desk.database.reading() as connection:
        last = visits.last_visits(connection, [one.record_id for one in people])
        doors = [
            Door(one, _address(connection, one.record_id), last.get(one.record_id))
            for one in people
        ]
    rank = {"belum": 0, "tidak_di_rumah": 1}
    return sorted(doors, key=lambda door: rank.get(door.outcome, 2))


def _address(connection: sa.Connection, record_id: str) -> str:
    stored = records.get(connection, record_id)
    return getattr(stored.body, "address", "") if stored else ""


def count_neighbourhoods(desk: Desk, programme_id: str) -> list[Neighbourhood]:
    """Every RT that has candidates of the programme, in the order of the list."""
    with desk.database.reading() as connection:
        places = candidates.count_by_place(connection, programme_id)
        last = visits.visits_of_programme(connection, programme_id)
    left = (one for one in list_unregistered(desk, programme_id) if one.record_id in last)
    met: dict[tuple[str, str, str], Counter[VisitOutcome]] = {}
    for one in left:
        counted = met.setdefault((one.village, one.rw, one.rt), Counter())
        counted[last[one.record_id].body.outcome] += 1
    return [
        Neighbourhood(*place, outcomes=dict(met.get((place.village, place.rw, place.rt), {})))
        for place in places
    ]


def note_visit(
    desk: Desk, record_id: str, event_id: str, outcome: VisitOutcome, note: str = ""
) -> None:
    """Journal a visit that led to no registration. A later note takes the place of this one.

    Raises ``candidate_unknown``, ``candidate_registered``.
    """
    with desk.database.writing() as connection:
        stored = records.get(connection, record_id)
        if stored is None or not isinstance(stored.body, Candidate):
            raise UserError("candidate_unknown")
        if candidates.is_registered(connection, record_id):
            raise UserError("candidate_registered")
        said = CandidateVisited(event_id=event_id, outcome=outcome, note=" ".join(note.split()))
        news = [journal.New(record_id, said)]
        journal.append(connection, desk.author, desk.clock(), news)
