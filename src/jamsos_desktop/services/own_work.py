"""How somebody's work goes, for themselves: counted from the journal and from when drafts began.

This is no surveillance. Only who did the work sees their figures; a coordinator sees the sum of at
least :data:`FEWEST` officers. How long a form took stays on this laptop: it is in no bundle.
"""

import datetime as dt
import statistics
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage.models import begun, entry, participant

DAYS = 30
FEWEST = 3  # officers, so that nobody can subtract their own from the sum and have another's
#: Forms that stood open longer were left alone meanwhile, and say nothing.
LONGEST = dt.timedelta(minutes=30)


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What was done at this installation in the last :data:`DAYS` days."""

    registrations: int
    seconds: int | None  # half of the forms took less, from the first key to saving; None: unknown
    corrections: int  # revisions of registrations, whoever made these
    duplicates: int  # of the registrations, found by the office to be somebody registered already
    incomplete: int  # of the registrations, still
    voided: int  # of the registrations
    officers: int = 1  # whose work it is


def look_at_own_work(desk: Desk) -> Work:
    """The work of the officer who is signed in."""
    return _count(desk, entry.c.author_id == desk.officer_id)


def look_at_all_work(desk: Desk) -> Work | None:
    """The sum of everybody's work; None while too few officers worked here to hide any of them.

    Raises ``coordinator_only``.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    work = _count(desk, sa.true())
    return work if work.officers >= FEWEST else None


def _count(desk: Desk, whose: sa.ColumnElement[bool]) -> Work:
    since = (desk.clock() - dt.timedelta(days=DAYS)).isoformat()
    mine = (
        entry.c.type == "participant",
        entry.c.station_id == desk.installation.station_id,
        entry.c.recorded_at >= since,
        whose,
    )
    made = (
        sa.select(
            participant.c.incomplete,
            participant.c.voided,
            participant.c.said,
            entry.c.author_id,
            entry.c.recorded_at,
            begun.c.at,
        )
        .select_from(entry.join(participant, participant.c.record_id == entry.c.record_id))
        .outerjoin(begun, begun.c.number == participant.c.number)
        .where(*mine, entry.c.parents == "")
    )
    corrected = sa.select(sa.func.count()).where(*mine, entry.c.parents != "")
    with desk.database.reading() as connection:
        rows = connection.execute(made).all()
        corrections = connection.scalar(corrected) or 0
    return Work(
        registrations=len(rows),
        seconds=_median((row.at, row.recorded_at) for row in rows if row.at is not None),
        corrections=corrections,
        duplicates=sum(row.said == "duplikat" for row in rows),
        incomplete=sum(row.incomplete and not row.voided for row in rows),
        voided=sum(row.voided for row in rows),
        officers=len({row.author_id for row in rows}),
    )


def _median(times: Iterable[tuple[str, str]]) -> int | None:
    """Seconds from the first moment to the second of each pair, without the forms left alone."""
    read = dt.datetime.fromisoformat
    took = (read(saved) - read(at) for at, saved in times)
    usual = [time.total_seconds() for time in took if dt.timedelta(0) <= time <= LONGEST]
    return round(statistics.median(usual)) if usual else None
