"""The union of journals in real encrypted databases: order, repeats and batches do not matter."""

import datetime as dt
import tempfile
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.journal import GENESIS
from jamsos_desktop.domain.merge import Revision, fold
from jamsos_desktop.storage import journal, projections, records, search
from jamsos_desktop.storage.journal import Author, New
from jamsos_desktop.storage.models import entry, fork, participant, record
from tests.factories import NOW, Chain, empty_database, make_participant

AUTHOR = Author("here", "officer")
TABLES = (record, participant, fork)


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def insert(database, entries):
    with database.writing() as connection:
        return journal.insert(connection, entries)


def look(database):
    """Everything that is derived, without the numbers that say in which order entries arrived."""
    people = [c for c in participant.c if c.name != "id"]
    states = [record.c.record_id, record.c.type, record.c.heads, record.c.merged]
    states += [record.c.conflicts, entry.c.entry_hash]
    joined = record.outerjoin(entry, record.c.entry_id == entry.c.id)
    with database.reading() as connection:
        return (
            records.get_state_hash(connection),
            connection.execute(sa.select(*people).order_by(participant.c.record_id)).all(),
            connection.execute(
                sa.select(*states).select_from(joined).order_by(record.c.record_id)
            ).all(),
            connection.execute(sa.select(fork).order_by(*fork.c)).all(),
        )


class Net:
    """Stations that enrol, correct and print, and hear of each other late."""

    def __init__(self):
        self.chains = [Chain(f"station-{n}") for n in range(3)]
        self.heard = [set() for _ in self.chains]  # hashes
        self.people = 0

    @property
    def entries(self):
        return [made for chain in self.chains for made in chain.entries]

    def enrol(self, who):
        self.people += 1
        body = make_participant(number=f"N-{self.people}", name=f"Orang {self.people}")
        self._add(who, f"record-{self.people}", body, ())

    def correct(self, who, which, field, value):
        known = [e for e in self.entries if e.entry_hash in self.heard[who]]
        ids = sorted({e.record_id for e in known if e.kind == "revision"})
        if not ids:
            return
        record_id = ids[which % len(ids)]
        revisions = [
            Revision(e.entry_hash, e.parents, msgspec.json.decode(e.body))
            for e in known
            if e.record_id == record_id and e.kind == "revision"
        ]
        now = fold(revisions)
        body = msgspec.json.encode({**now.fields, field: value}, order="sorted")
        self._add(who, record_id, body, now.heads)

    def print_card(self, who, which):
        if self.people:
            self._add(who, f"record-{which % self.people + 1}", CardPrinted(to="file"), ())

    def hear(self, who, other):
        self.heard[who] |= self.heard[other]

    def _add(self, who, record_id, body, parents):
        made = self.chains[who].add(record_id, body, parents)
        self.heard[who].add(made.entry_hash)


_who = st.integers(0, 2)
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("enrol"), _who),
        st.tuples(
            st.just("correct"),
            _who,
            st.integers(0, 3),
            st.sampled_from(["name", "rt", "zakat"]),
            st.sampled_from(["A", "B"]),
        ),
        st.tuples(st.just("print_card"), _who, st.integers(0, 3)),
        st.tuples(st.just("hear"), _who, _who),
    ),
    min_size=1,
    max_size=14,
)


def net_of(steps):
    net = Net()
    net.enrol(0)
    for action, *values in steps:
        getattr(net, action)(*values)
    return net


@settings(max_examples=50)
@given(_steps, st.data())
def test_any_order_repeats_and_batches_give_the_same_database(steps, data):
    entries = net_of(steps).entries
    again = data.draw(st.lists(st.sampled_from(entries), max_size=4))
    arriving = data.draw(st.permutations(entries + again))
    with tempfile.TemporaryDirectory() as folder:
        one, other = empty_database(Path(folder) / "1"), empty_database(Path(folder) / "2")
        assert len(insert(one, entries)) == len(entries)
        while arriving:
            size = data.draw(st.integers(1, len(arriving)))
            insert(other, arriving[:size])
            arriving = arriving[size:]
        assert look(other) == look(one)
        assert insert(other, entries) == []
        one.close()
        other.close()


@settings(max_examples=25)
@given(_steps)
def test_rebuilding_gives_the_same_bytes(steps):
    with tempfile.TemporaryDirectory() as folder:
        database = empty_database(Path(folder))
        for made in net_of(steps).entries:
            insert(database, [made])
        before = dump(database)
        rebuild(database)
        assert dump(database) == before
        database.close()


def rebuild(database, piece=3):
    with database.writing() as connection:
        readings = list(journal.all_readings(connection))
        pieces = [readings[n : n + piece] for n in range(0, len(readings), piece)]
        projections.rebuild(connection, pieces)


def dump(database):
    with database.reading() as connection:
        rows = [
            [tuple(row) for row in connection.execute(sa.select(t).order_by(*t.primary_key))]
            for t in TABLES
        ]
        return rows, [row.id for row in search.search(connection, "orang")]


def test_own_entries_are_numbered_chained_and_sealed_with_author_and_time(database):
    with database.writing() as connection:
        news = [New("r1", make_participant(number="N-1")), New("r1", CardPrinted(to="file"))]
        one, two = journal.append(connection, AUTHOR, NOW, news)
        (three,) = journal.append(connection, AUTHOR, NOW, [New("r2", make_participant())])
    assert [e.seq for e in (one, two, three)] == [1, 2, 3]
    assert [e.prev_hash for e in (one, two, three)] == [GENESIS, one.entry_hash, two.entry_hash]
    assert one.lamport < two.lamport < three.lamport
    assert [e.kind for e in (one, two, three)] == ["revision", "activity", "revision"]
    assert {(e.station_id, e.author_id) for e in (one, two, three)} == {AUTHOR}
    assert dt.datetime.fromisoformat(one.recorded_at) == NOW
    assert one.salt != two.salt
    with database.reading() as connection:
        assert journal.tip_of(connection, "here") == (3, three.entry_hash)
        assert list(journal.entries_of_station(connection, "here")) == [one, two, three]
        assert list(journal.entries_of_station(connection, "here", 2, 2)) == [two]
        assert journal.history_of(connection, "r1") == [one, two]
        assert [made for made, _type in journal.all_entries(connection)] == [one, two, three]
        assert list(journal.entries_of_records(connection, ["participant"])) == [one, three]
        assert journal.count(connection) == 3


def test_lamport_time_goes_on_from_what_was_heard(database):
    far = Chain("far")
    far.add("r", make_participant(), lamport=1000)
    insert(database, far.entries)
    with database.writing() as connection:
        (made,) = journal.append(connection, AUTHOR, NOW, [New("r2", make_participant())])
    assert made.lamport == 1001


def test_no_clock_decides_which_value_holds(tmp_path):
    """The same two concurrent changes with early and late clocks: the same conflict."""
    seen = set()
    for turn, moments in enumerate([("2020", "2030"), ("2030", "2020")]):
        base, one, two = Chain("a"), Chain("b"), Chain("c")
        root = base.add("r", make_participant())
        for chain, moment, name in ((one, moments[0], "Siti"), (two, moments[1], "Sitti")):
            chain.add(
                "r",
                make_participant(name=name),
                (root.entry_hash,),
                recorded_at=f"{moment}-01-01T00:00:00+07:00",
                lamport=int(moment),
            )
        database = empty_database(tmp_path / str(turn))
        insert(database, base.entries + one.entries + two.entries)
        with database.reading() as connection:
            stored = records.get(connection, "r")
        database.close()
        assert {value for _name, value in stored.conflicts["name"]} == {"Siti", "Sitti"}
        seen.add(stored.body.name == min(stored.conflicts["name"])[1])
    assert seen == {True}


def test_an_exception_while_projecting_leaves_nothing_behind(database, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(projections, "_write_participants", fail)
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        journal.append(connection, AUTHOR, NOW, [New("r", make_participant())])
    monkeypatch.undo()
    with database.reading() as connection:
        assert journal.count(connection) == 0
        assert journal.tip_of(connection, "here") == (0, GENESIS)
        assert connection.scalar(sa.select(sa.func.count()).select_from(record)) == 0
    with database.writing() as connection:
        (made,) = journal.append(connection, AUTHOR, NOW, [New("r", make_participant())])
    assert made.seq == 1


@pytest.mark.parametrize("together", [True, False])
def test_a_fork_is_named_and_both_branches_stay(database, together):
    one, two = Chain("s"), Chain("s")
    first = one.add("r0", make_participant(number="N-0"))
    two.entries.append(first)
    one.add("r1", make_participant(number="N-1", name="Siti"))
    two.add("r2", make_participant(number="N-1", name="Budi"))
    both = [first, one.entries[1], two.entries[1]]
    for batch in [both] if together else [[e] for e in both]:
        insert(database, batch)
    with database.reading() as connection:
        assert connection.execute(sa.select(fork)).all() == [("s", 2)]
        assert len(list(journal.entries_of_station(connection, "s", 2))) == 2
        names = connection.scalars(sa.select(participant.c.name).order_by(participant.c.name))
        assert list(names) == ["Budi", "Siti", "Siti Aminah"]


def test_a_repeat_within_one_batch_is_taken_once(database):
    chain = Chain("s")
    made = chain.add("r", make_participant())
    assert insert(database, [made, made]) == [made]
    with database.reading() as connection:
        assert connection.execute(sa.select(fork)).all() == []


def test_hashes_come_back_as_they_were_written(database):
    chain = Chain("s")
    root = chain.add("r", make_participant())
    other = Chain("t").add("r", make_participant(name="B"), (root.entry_hash,))
    chain.add("r", make_participant(name="C"), (root.entry_hash, other.entry_hash))
    insert(database, chain.entries)
    with database.reading() as connection:
        assert list(journal.entries_of_station(connection, "s")) == chain.entries
