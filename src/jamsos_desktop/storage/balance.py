"""Counting an event's registrations for its balance sheet, whole or those of one day."""

import datetime as dt

import sqlalchemy as sa

from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.domain.standing import Travel
from jamsos_desktop.storage.activities import COUNTS, count_refusals
from jamsos_desktop.storage.models import entry, participant

_ACCEPTED = ("diterima", "dikirim", "aktif")
_RETURNED = ("perlu_perbaikan", "duplikat", "ditolak", "ditolak_bpjs")
_TO = participant.c


def count_balance(
    connection: sa.Connection,
    event_id: str,
    day: dt.date | None,
    station_id: str,
    travel: Travel | None,
) -> Balance:
    """Count what was registered at the event, on ``day`` or ever.

    ``travel`` is how far the journal of the station ``station_id`` has come; None at an office,
    which has whatever it sees.
    """
    chosen = [_TO.event_id == event_id]
    if day is not None:
        following = day + dt.timedelta(days=1)
        chosen += [_TO.recorded_at >= day.isoformat(), _TO.recorded_at < following.isoformat()]
    count, none = sa.func.count(), sa.not_(COUNTS)
    sums = sa.select(
        count.filter(COUNTS, ~_TO.incomplete).label("complete"),
        count.filter(COUNTS, _TO.incomplete).label("incomplete"),
        count.filter(_TO.voided).label("voided"),
        count.filter(_TO.withdrawn, ~_TO.voided).label("withdrawn"),
        count.filter(COUNTS, _TO.printed > 0).label("printed"),
        count.filter(COUNTS, _TO.handed).label("handed"),
        count.filter(none, _TO.printed > 0).label("to_return"),
        count.filter(_TO.station_id != station_id).label("elsewhere"),
        count.filter(_came(station_id, travel)).label("exported"),
        count.filter(_accepted(station_id, travel)).label("accepted"),
        count.filter(_returned(travel)).label("returned"),
        count.filter(_undecided(travel)).label("undecided"),
    ).where(*chosen)
    found = connection.execute(sums).mappings().one()
    made_by = (
        sa.select(sa.func.count(sa.distinct(entry.c.author_id)))
        .select_from(participant.join(entry, entry.c.id == _TO.id))
        .where(*chosen)
    )
    return Balance(
        **found,
        officers=connection.scalar(made_by) or 0,
        refused=count_refusals(connection, event_id, day),
    )


def _came(station_id: str, travel: Travel | None) -> sa.ColumnElement[bool]:
    """Who left this laptop. What the office has has left it, whatever a restored copy remembers."""
    if travel is None:
        return sa.true()
    furthest = max(travel.exported_seq, travel.accepted_seq)
    return sa.or_(_TO.said != "", _TO.station_id != station_id, _TO.own_seq <= furthest)


def _returned(travel: Travel | None) -> sa.ColumnElement[bool]:
    said = _TO.said.in_(_RETURNED)
    return sa.and_(COUNTS, said) if travel is None else said


def _undecided(travel: Travel | None) -> sa.ColumnElement[bool]:
    """Who counts and waits for the office's verdict; only the office knows."""
    return sa.and_(COUNTS, _TO.said == "") if travel is None else sa.false()


def _accepted(station_id: str, travel: Travel | None) -> sa.ColumnElement[bool]:
    """Whom the office has and has not sent back; at the office itself, whom it accepted."""
    said = _TO.said.in_(_ACCEPTED)
    if travel is None:
        return sa.and_(COUNTS, said)
    has = sa.or_(_TO.station_id != station_id, _TO.own_seq <= travel.accepted_seq)
    return sa.or_(said, sa.and_(_TO.said == "", has))
