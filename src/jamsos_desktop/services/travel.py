"""How far a station's journal has come: what it exported, and what its office has."""

from typing import Any

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.activities import BundleExported, ReceiptIssued
from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.domain.standing import Standing, Travel, standing
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.models import entry, participant


def travel_of(connection: sa.Connection, station_id: str) -> Travel:
    """How far the journal of this station was exported, and how far its office has it.

    The word of the office that has seen most of the journal counts, and of several the one that
    accepts least: it may have been restored from an old copy. Where that is about another branch of
    the journal (of a restored station), nothing is believed to have arrived: what an older word
    said of this branch, the office may have lost since.
    """
    last = last_export(connection, station_id)
    exported = 0 if last is None else last.last_seq
    words = _last_words(connection, station_id)
    if any(not _is_ours(connection, station_id, issued) for issued in words):
        return Travel(exported)
    accepted = words[0].accepted_seq if words else 0
    asked = sorted({name for issued in words for name in issued.missing})
    return Travel(exported, accepted, tuple(asked))


def standing_here(row: sa.Row[*tuple[Any, ...]], here: Installation, travel: Travel) -> Standing:
    """Where the participant in a row of the projection stands, as this installation sees it.

    ``travel`` is that of its own journal. An office has whatever it sees.
    """
    from_here = here.mode == "station" and row.station_id == here.station_id
    return standing(
        row.said,
        voided=row.voided,
        withdrawn=row.withdrawn,
        own_seq=row.own_seq if from_here else 0,
        travel=travel,
        office=here.mode == "office",
    )


def standing_of(connection: sa.Connection, here: Installation, record_id: str) -> Standing:
    """Where one participant, who is known here, stands."""
    row = connection.execute(
        sa.select(participant).where(participant.c.record_id == record_id)
    ).one()
    travel = Travel() if here.mode == "office" else travel_of(connection, here.station_id)
    return standing_here(row, here, travel)


def last_export(connection: sa.Connection, station_id: str) -> BundleExported | None:
    """What the station exported last; None before the first time."""
    body = connection.scalar(
        sa.select(entry.c.body)
        .where(entry.c.station_id == station_id, entry.c.type == "bundle_exported")
        .order_by(entry.c.seq.desc())
        .limit(1)
    )
    return None if body is None else msgspec.json.decode(body, type=BundleExported)


def _last_words(connection: sa.Connection, station_id: str) -> list[ReceiptIssued]:
    """What the office said when it had seen most, and of that what accepts least."""
    bodies = connection.scalars(
        sa.select(entry.c.body).where(
            entry.c.record_id == station_id, entry.c.type == "receipt_issued"
        )
    )
    said = [msgspec.json.decode(body, type=ReceiptIssued) for body in bodies]
    last = min(map(_order, said), default=None)
    return [issued for issued in said if _order(issued) == last]


def _order(issued: ReceiptIssued) -> tuple[int, int]:
    return -issued.known_seq, issued.accepted_seq


def _is_ours(connection: sa.Connection, station_id: str, issued: ReceiptIssued) -> bool:
    """Whether a receipt is about the branch of the journal that is written here."""
    known = journal.hashes_at(connection, station_id, issued.accepted_seq)
    return issued.accepted_seq == 0 or issued.accepted_hash in known
