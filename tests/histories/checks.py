"""What must hold at the end of any history, looked at in ways of its own."""

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.completeness import is_complete
from jamsos_desktop.services import receipts
from jamsos_desktop.services.balance import office_balance
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash, verify_journal
from jamsos_desktop.services.papers_of_event import balance_of
from jamsos_desktop.services.receipts import apply_receipt
from jamsos_desktop.services.travel import standing_here, travel_of
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.models import (
    attendee,
    candidate,
    chain,
    entry,
    fork,
    media_named,
    participant,
    queue_ticket,
    record,
)
from tests.histories import beside
from tests.histories.installations import OFFICE, STATIONS, built
from tests.histories.places import Place, entries_of, take_in

_DERIVED = (record, participant, candidate, queue_ticket, attendee, media_named, chain, fork)
#: How a row came to lie where it lies is the only thing in which two installations may differ;
#: who printed a card is not told to stations.
_OF_PEOPLE = [c for c in participant.c if c.name != "id"]
_TOLD = [c for c in _OF_PEOPLE if c.name not in ("printed", "handed")]


def dump(desk):
    """Every derived table, row by row, and who is found by the search."""
    with desk.database.reading() as connection:
        rows = {
            t.name: connection.execute(sa.select(t).order_by(*t.primary_key)).all()
            for t in _DERIVED
        }
        # The newest wait for the index; whoever is beyond its last row is looked for beside it.
        found = connection.exec_driver_sql(
            "SELECT rowid FROM participant_search UNION ALL SELECT id FROM participant"
            " WHERE id > (SELECT ifnull(max(rowid), 0) FROM participant_search) ORDER BY 1"
        )
        return rows | {"search": found.all()}


def people_of(desk, station_id="", columns=_OF_PEOPLE):
    """What the list of participants says, of everybody or of those of one station."""
    query = sa.select(*columns).order_by(participant.c.record_id)
    if station_id:
        query = query.where(participant.c.station_id == station_id)
    with desk.database.reading() as connection:
        return connection.execute(query).all()


def records_of(desk, ids):
    """What these records say now, every field with its conflicts."""
    with desk.database.reading() as connection:
        found = records.get_many(connection, ids)
    return {key: (one.heads, one.fields, one.conflicts) for key, one in found.items()}


def standings_of(desk, station_id):
    """Where the people of a station stand, as this desk sees it."""
    here = desk.installation
    with desk.database.reading() as connection:
        travel = travel_of(connection, here.station_id)
        query = sa.select(participant).where(participant.c.station_id == station_id)
        return {
            row.record_id: standing_here(row, here, travel) for row in connection.execute(query)
        }


def derived_again_is_the_same(place):
    """The tables follow from the journal, and its forks are those that the journal has."""
    before, state = dump(place.desk), state_hash(place.desk)
    rebuild_projections(place.desk)
    assert dump(place.desk) == before
    assert state_hash(place.desk) == state
    twice = sa.select(entry.c.station_id, entry.c.seq).group_by(entry.c.station_id, entry.c.seq)
    twice = twice.having(sa.func.count() > 1).order_by(entry.c.station_id, entry.c.seq)
    with place.desk.database.reading() as connection:
        assert connection.execute(twice).all() == before["fork"]


def the_journal_is_whole(place, *, forked=False):
    """Every hash is right, and every chain without a gap, and without a fork unless one is due."""
    verdict = verify_journal(place.desk)
    assert verdict.broken == []
    if not forked:
        assert (verdict.gaps, verdict.forks) == ([], [])
    return verdict


def the_office_lost_nothing(net):
    """What every station journalled up to its last export, and what any bundle brought."""
    for place in net.stations:
        here = entries_of(net.office.desk, place.station_id)
        with place.desk.database.reading() as connection:
            last = travel_of(connection, place.station_id).exported_seq
        assert place.own(last) <= here
        brought = [sent.entries for sent in net.delivered if sent.station_id == place.station_id]
        assert frozenset().union(*brought) <= here


def a_station_knows_what_the_office_knows(net, place):
    """Of its own people: every field, every conflict, every verdict."""
    office, station, own = net.office.desk, place.desk, place.station_id
    known = people_of(office, own, _TOLD)
    assert people_of(station, own, _TOLD) == known
    ids = [row.record_id for row in known]
    assert records_of(station, ids) == records_of(office, ids)
    # What waits for the office's word there has, for the station, arrived.
    word = {"menunggu": "diterima"}
    there = {key: word.get(said, said) for key, said in standings_of(office, own).items()}
    assert standings_of(station, own) == there


def a_station_lacks_only_what_its_copy_forgot(net, place):
    """The same of a station with an old copy in play: entry by entry.

    What the journal here does not have any more, only the office has; what the office decided and
    has forgotten, only stations have. Where both know the same, both say the same.
    """
    office, station, own = net.office.desk, place.desk, place.station_id
    forgot = entries_of(office, own) - place.own()
    lost_words = entries_of(station, net.office.station_id) - net.office.own()
    people = {row.record_id for desk in (office, station) for row in people_of(desk, own)}
    there, here = _about(office, people), _about(station, people)
    for record_id in people:
        assert there[record_id] - here[record_id] <= forgot
        assert here[record_id] - there[record_id] <= lost_words
        if there[record_id] == here[record_id]:
            assert records_of(station, [record_id]) == records_of(office, [record_id])


def _about(desk, people):
    """Of each of these, the entries that a receipt or a bundle would carry."""
    query = sa.select(entry.c.record_id, entry.c.entry_hash).where(
        entry.c.record_id.in_(people), entry.c.type.in_(receipts._ABOUT_PEOPLE)
    )
    found = {record_id: set() for record_id in people}
    with desk.database.reading() as connection:
        for record_id, entry_hash in connection.execute(query):
            found[record_id].add(entry_hash)
    return found


def another_order_gives_the_same_office(net, dice):
    """The same bundles, in another order and some twice, at an office that starts anew.

    Some come before its own journal, and some before it has the newest program.
    """
    other = Place(net.folder / "lagi", OFFICE)
    try:
        with net.office.desk.database.reading() as connection:
            said = list(journal.entries_of_station(connection, net.office.station_id))
        bundles = [*set(net.delivered), dice.choice(net.delivered)]
        dice.shuffle(bundles)
        moment, updated = (dice.randint(0, len(bundles)) for _ in range(2))
        for number in range(len(bundles) + 1):
            if number == updated:
                other.update()
            if number == moment:
                with other.desk.database.writing() as connection:
                    journal.insert(connection, said)
            if number < len(bundles):
                take_in(other.desk, bundles[number].path)
        assert state_hash(other.desk) == state_hash(net.office.desk)
        assert people_of(other.desk) == people_of(net.office.desk)
        beside.visitors_are_the_same(other.desk, net.office.desk)
    finally:
        other.close()


def again_changes_nothing(net):
    """Every bundle and every receipt once more."""
    before = [state_hash(place.desk) for place in net.places]
    for sent in net.delivered[-1:]:
        report = take_in(net.office.desk, sent.path)
        assert (report.added, report.counts["new"], report.counts["changed"]) == (0, 0, 0)
        assert report.before
    for place, path in net.receipts[-1:]:
        assert apply_receipt(place.desk, path).added == 0
    assert [state_hash(place.desk) for place in net.places] == before


class _Body(msgspec.Struct):
    type: str
    voids: tuple[str, ...] = ()
    withdrawals: tuple[str, ...] = ()


def counted_by_hand(desk):
    """made, complete, incomplete, voided, withdrawn, printed, handed: from the entries alone."""
    seen, gone = {}, set()
    with desk.database.reading() as connection:
        for made, kind in journal.all_entries(connection):
            body = msgspec.json.decode(made.body, type=_Body)
            gone.update((*body.voids, *body.withdrawals))
            seen.setdefault(made.record_id, []).append((kind, made.entry_hash))
        people = {key for key, lines in seen.items() if ("participant" in dict(lines))}
        whole = {
            key
            for key, one in records.get_many(connection, sorted(people)).items()
            if is_complete(one.body)
        }

    def have(kind):
        return {key for key in people for k, name in seen[key] if k == kind and name not in gone}

    voided = have("voided")
    withdrawn = have("consent_withdrawn") - voided
    counts = people - voided - withdrawn
    printed, handed = counts & have("card_printed"), counts & have("card_handed_over")
    parts = (people, counts & whole, counts - whole, voided, withdrawn, printed, handed)
    return tuple(map(len, parts))


def the_balance_is_right(net):
    """Made = complete + incomplete + void at every place, and what was made has arrived."""
    balances = [_balance_of(place) for place in net.places]
    at_office, *at_stations = balances
    for balance in at_stations:
        assert (balance.not_exported, balance.waiting) == (0, 0)
    assert at_office.made == sum(balance.here for balance in at_stations)

    whole = office_balance(net.office.desk)
    assert whole.balances
    parts = {part.station_id: part for part in whole.stations}
    for place, balance in zip(net.stations, at_stations, strict=True):
        part = parts[place.station_id]
        assert part.claimed == part.figures.arrived == balance.here
        _adds_up(part.figures)


def _adds_up(one):
    assert one.arrived == one.complete + one.incomplete + one.voided + one.withdrawn
    decided = one.to_correct + one.duplicate + one.rejected + one.accepted
    assert one.counted == one.undecided + decided


def _balance_of(place):
    """What the balance sheet says, compared with what a hand counts from the entries."""
    _today, b = balance_of(place.desk, built().event_id)
    if place.name in (OFFICE, STATIONS[0]):  # counting by hand takes its time
        figures = (b.made, b.complete, b.incomplete, b.voided, b.withdrawn, b.printed, b.handed)
        assert figures == counted_by_hand(place.desk)
    assert b.made == b.complete + b.incomplete + b.voided + b.withdrawn
    assert min(b.not_exported, b.not_printed, b.not_handed) >= 0
    return b
