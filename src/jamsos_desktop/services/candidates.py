"""The office's list of those whom it expects (*calon peserta*): looking, finding, counting."""

import datetime as dt

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.visitors import revise
from jamsos_desktop.storage import candidates, journal, records
from jamsos_desktop.storage.candidates import Filter, Place


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list. ``participant_id`` is the registration that there is already."""

    record_id: str
    programme_id: str
    name: str
    masked_nik: str
    birth_date: dt.date | None
    village: str  # code
    rt: str
    rw: str
    occupation: str  # id in the list, or the office's own words
    ceremony: bool
    participant_id: str

    @property
    def registered(self) -> bool:
        """Whether a registration stands."""
        return bool(self.participant_id)


def find_candidates(
    desk: Desk, wanted: Filter, *, limit: int = 50, offset: int = 0
) -> list[Listed]:
    """Candidates of this kind by place and name; ``limit`` -1 for all."""
    with desk.database.reading() as connection:
        return _listed(candidates.find(connection, wanted, limit=limit, offset=offset))


def list_unregistered(
    desk: Desk, programme_id: str, village: str = "", rt: str = "", rw: str = ""
) -> list[Listed]:
    """Who of a neighbourhood is still to be visited, by place and name."""
    with desk.database.reading() as connection:
        return _listed(candidates.list_unregistered(connection, programme_id, village, rt, rw))


def count_by_place(desk: Desk, programme_id: str) -> list[Place]:
    """Every neighbourhood of a programme's candidates: how many, and how many registered."""
    with desk.database.reading() as connection:
        return candidates.count_by_place(connection, programme_id)


def choose_for_ceremony(desk: Desk, record_id: str, chosen: bool) -> None:
    """Say whether a candidate is handed a card in public (*penyerahan simbolis*).

    Nothing is journalled where it was so before. Raises ``office_only``, ``candidate_unknown``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    with desk.database.writing() as connection:
        stored, body = _stored(connection, record_id)
        if body.ceremony != chosen:
            changed = msgspec.structs.replace(body, ceremony=chosen)
            news = [revise(stored, changed)]
            journal.append(connection, desk.author, desk.clock(), news)


def _stored(connection: sa.Connection, record_id: str) -> tuple[records.Stored, Candidate]:
    stored = records.get(connection, record_id)
    if stored is None or not isinstance(stored.body, Candidate):
        raise UserError("candidate_unknown")
    return stored, stored.body


def _listed(rows: candidates.Rows) -> list[Listed]:
    return [
        Listed(
            record_id=row.record_id,
            programme_id=row.programme_id,
            name=row.name,
            masked_nik=nik.mask(row.nik),
            birth_date=_date(row.born),
            village=row.village,
            rt=row.rt,
            rw=row.rw,
            occupation=row.occupation,
            ceremony=row.ceremony,
            participant_id=row.participant_id or "",
        )
        for row in rows
    ]


def _date(number: int) -> dt.date | None:
    return dt.date(number // 10000, number // 100 % 100, number % 100) if number else None
