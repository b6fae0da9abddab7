"""Finding who in the whole office is likely the same person: what is new since the last time."""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

import sqlalchemy as sa

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.matching import SHOWN, WORTH_A_LOOK, Traits, comparable_number
from jamsos_desktop.domain.pairs import seen_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import similarity
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.storage import likeness, pairs
from jamsos_desktop.storage.pairs import Close

_PIECE = 500  # revisions that are looked at in one transaction


def compare_new(desk: Desk, report: Report = silent, cancel: CancelToken | None = None) -> int:
    """Compare every registration that is new or corrected since the last time; how many.

    Each piece is written by itself: who stops loses nothing and goes on there.
    """
    total, done = count_new(desk), 0
    while done < total:
        if cancel is not None:
            cancel.check()
        done += compare_some(desk, _PIECE)
        report(done, total)
    return done


def count_new(desk: Desk) -> int:
    """How many revisions wait to be compared."""
    with desk.database.reading() as connection:
        return pairs.count_waiting(connection)


def compare_some(desk: Desk, most: int) -> int:
    """Compare the next revisions, at most so many, and keep their pairs; how many, 0 at the end.

    It takes a moment, so that what else waits for the worker has its turn in between.
    """
    with desk.database.writing() as connection:
        piece = pairs.next_piece(connection, most)
        if piece.revisions:
            pairs.keep(connection, piece, _likely(connection, piece.close))
    return piece.revisions


def _likely(
    connection: sa.Connection, close: Sequence[Close]
) -> Iterator[tuple[int, int, float, str]]:
    """Of these the pairs that are shown, by the smaller id first.

    Each step asks more of fewer people: name and birth date, then the numbers, then the record.
    """
    worth = _worth_a_look(close)
    told = _rows(connection, close, worth)
    few = [ids for ids in worth if _may_be_one(told[ids[0]], told[ids[1]])]
    yield from _compared(connection, few)


def _worth_a_look(close: Sequence[Close]) -> list[tuple[int, int]]:
    """Those whose names are alike, or who share a number; names are compared once."""
    similar, alike = similarity(), dict[tuple[tuple[str, ...], tuple[str, ...]], bool]()
    found = set[tuple[int, int]]()
    for one in close:
        names = (one.name, one.other_name)
        if not one.by_number and names not in alike:
            alike[names] = matching.compare_names(*names, similar) >= WORTH_A_LOOK
        if one.by_number or alike[names]:
            found.add((min(one.id, one.other_id), max(one.id, one.other_id)))
    return sorted(found)


def _rows(
    connection: sa.Connection, close: Sequence[Close], worth: Sequence[tuple[int, int]]
) -> dict[int, Traits]:
    """What is known of these people without reading their records: all but mother and sex."""
    names = {one.id: (one.name, one.born) for one in close}
    names |= {one.other_id: (one.other_name, one.other_born) for one in close}
    rows = pairs.rows_of(connection, sorted(set(chain.from_iterable(worth))))
    return {
        id_: Traits(
            nik=comparable_number(row.nik),
            kk=row.kk,
            name=names[id_][0],
            birth_date=names[id_][1],
            mother_name=(),
            village=row.village,
            sex="",
        )
        for id_, row in rows.items()
    }


def _may_be_one(one: Traits, other: Traits) -> bool:
    return matching.may_reach(matching.compare(one, other, similarity()))


def _compared(
    connection: sa.Connection, few: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, float, str]]:
    """The whole comparison. Which of both comes first must not depend on who arrived first."""
    similar = similarity()
    ids = sorted(set(chain.from_iterable(few)))
    people = dict[int, tuple[str, Traits]]()
    for start in range(0, len(ids), _PIECE):
        for id_, known in likeness.read_by_id(connection, ids[start : start + _PIECE]).items():
            people[id_] = (known.record_id, matching.traits_of(known.body))
    for one, other in few:
        if one in people and other in people:
            first, second = sorted((people[one], people[other]), key=itemgetter(0))
            found = matching.compare(first[1], second[1], similar)
            if found.score >= SHOWN:
                yield one, other, found.weight, seen_of(found)
