"""Who is expected, who of them is there already, and how they are found."""

import datetime as dt
import itertools

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConsentWithdrawn
from jamsos_desktop.domain.journal import encode_body
from jamsos_desktop.storage import candidates, journal, projections
from jamsos_desktop.storage.candidates import Filter, Place
from jamsos_desktop.storage.models import entry
from tests.factories import Chain, empty_database, make_candidate, make_participant

VILLAGE = "35.76.03.1001"


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def make(name="Siti Aminah", **changes):
    return make_candidate(name=name, **({"nik": "", "birth_date": None} | changes))


def insert(database, *entries):
    with database.writing() as connection:
        journal.insert(connection, entries)


def asked(database, question, *args, **named):
    with database.reading() as connection:
        return question(connection, *args, **named)


def names(rows):
    return [row.name for row in rows]


def rebuild(database):
    with database.writing() as connection:
        projections.rebuild(connection, [list(journal.all_readings(connection))])


def test_the_list_shows_what_the_office_said_last(database):
    chain = Chain("office")
    first = chain.add("c", make("Siti", birth_date=dt.date(1990, 8, 17)))
    insert(database, first, chain.add("c", make("Sari", ceremony=True), (first.entry_hash,)))
    (row,) = asked(database, candidates.find, Filter())
    assert (row.record_id, row.name, row.ceremony, row.born) == ("c", "Sari", True, 0)
    assert names(asked(database, candidates.find_by_name, "sari")) == ["Sari"]
    assert asked(database, candidates.find_by_name, "siti") == []


def test_a_name_is_found_as_one_types_however_it_is_written(database):
    chain = Chain("office")
    for number, name in enumerate(("Moh. Yusuf", "Muhammad Jusuf", "Siti Aminah", "Budi")):
        chain.add(f"c{number}", make(name, nik=f"357603570890000{number}"))
    insert(database, *chain.entries)
    by_name = candidates.find_by_name
    assert names(asked(database, by_name, "muhammad yus")) == ["Moh. Yusuf", "Muhammad Jusuf"]
    assert names(asked(database, by_name, "Am")) == ["Siti Aminah"]
    assert names(asked(database, by_name, "3576035708900003")) == ["Budi"]
    assert asked(database, by_name, ' -"') == []
    assert asked(database, by_name, "Siti", programme_id="another") == []


def test_a_placeholder_finds_nobody(database):
    insert(database, Chain("office").add("c", make(nik="9999999999999999")))
    assert asked(database, candidates.find_by_nik, "9999999999999999") == []
    assert asked(database, candidates.find_by_nik, "") == []


def test_who_was_made_from_a_candidate_or_has_their_nik_is_registered(database):
    office, station = Chain("office"), Chain("station")
    for number in range(3):
        office.add(f"c{number}", make(f"N{number}", nik=f"357603570890000{number}"))
    station.add("p0", make_participant(candidate_id="c0", nik="", number="A-1"))
    station.add("p1", make_participant(nik="3576035708900001", number="A-2"))
    insert(database, *office.entries, *station.entries)
    found = {
        row.record_id: row.participant_id for row in asked(database, candidates.find, Filter())
    }
    assert found == {"c0": "p0", "c1": "p1", "c2": None}
    left = asked(database, candidates.list_unregistered, "programme", VILLAGE, "001")
    assert names(left) == ["N2"]
    assert asked(database, candidates.count, Filter(registered=True)) == 2
    places = asked(database, candidates.count_by_place, "programme")
    assert places == [Place(VILLAGE, "002", "001", 3, 2)]


def test_a_registration_in_last_years_programme_or_a_withdrawn_one_is_none(database):
    station = Chain("station")
    nik = "3576035708900001"
    station.add("p0", make_participant(nik=nik, programme_id="last year"))
    station.add("p1", make_participant(candidate_id="c"))
    station.add("p1", ConsentWithdrawn(reason="Tidak jadi"))
    insert(database, Chain("office").add("c", make(nik=nik)), *station.entries)
    assert asked(database, candidates.count, Filter(registered=False)) == 1


def test_the_list_is_narrowed_by_programme_place_and_ceremony(database):
    chain = Chain("office")
    chain.add("a", make("A", village="35.76.03.1002", ceremony=True))
    chain.add("b", make("B", village="35.76.03.1001", rw="003"))
    chain.add("c", make("C", village="35.76.02.1001"))
    chain.add("d", make("D", village="35.76.03.1001", programme_id="another"))
    insert(database, *chain.entries)

    def found(**wanted):
        return names(asked(database, candidates.find, Filter(**wanted)))

    assert found(programme_id="programme") == ["C", "B", "A"]
    assert found(village="35.76.03", programme_id="programme") == ["B", "A"]
    assert found(village="35.76.03.1001", rw="003", rt="001") == ["B"]
    assert (found(ceremony=True), len(found(ceremony=False))) == (["A"], 3)
    assert found(village="35.76.0") == []
    many = asked(database, candidates.find, Filter(), limit=1, offset=1)
    assert len(many) == 1


def test_the_list_is_the_same_for_every_order_of_arrival(tmp_path):
    office, station = Chain("office"), Chain("station")
    first = office.add("c", make("Siti"))
    office.add("c", make("Sari"), (first.entry_hash,))
    station.add("p", make_participant(candidate_id="c"))
    seen = set()
    entries = (*office.entries, *station.entries)
    for number, order in enumerate(itertools.permutations(entries)):
        database = empty_database(tmp_path / str(number))
        for made in order:
            insert(database, made)
        before = asked(database, candidates.find, Filter())
        rebuild(database)
        assert asked(database, candidates.find, Filter()) == before
        assert names(asked(database, candidates.find_by_name, "sari")) == ["Sari"]
        seen |= {row[1:] for row in before}
        database.close()
    assert len(seen) == 1


def test_who_is_erased_is_on_no_list_and_a_correction_of_a_newer_program_waits(database):
    office = Chain("office")
    first = office.add("c", make("Siti"))
    office.add("d", make("Budi"))
    insert(database, *office.entries)
    newer = encode_body(make("Siti")).replace(b'"Siti"', b"7")
    insert(database, office.add("c", newer, (first.entry_hash,)))
    assert names(asked(database, candidates.find, Filter())) == ["Budi", "Siti"]
    with database.writing() as connection:
        connection.execute(sa.update(entry).values(body=None, salt=None))
    rebuild(database)
    assert asked(database, candidates.count, Filter()) == 0


@pytest.mark.parametrize(
    "wanted", [Filter("p"), Filter("p", registered=False), Filter("p", village="35.76.03")]
)
def test_the_list_is_read_from_its_index_in_its_order(database, wanted):
    """Otherwise twenty thousand candidates would be sorted for each page of fifty."""
    with database.reading() as connection:
        raw, statements = connection.connection.driver_connection, []
        raw.set_trace_callback(statements.append)
        candidates.find(connection, wanted)
        raw.set_trace_callback(None)
        plan = "\n".join(row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statements[0]}"))
    assert "candidate USING INDEX ix_candidate_programme_id" in plan
    assert "ix_participant_candidate_id" in plan
    assert "ix_participant_nik" in plan
    assert "B-TREE" not in plan.replace("TEMP B-TREE FOR LAST TERM OF ORDER BY", "")
