"""Finding people while somebody types: beginnings of words, in any order, whatever the keys."""

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.storage import journal, projections, search
from jamsos_desktop.storage.models import entry
from tests.factories import Chain, empty_database, make_participant

PEOPLE = {
    "siti": ("MJK1-00001-A", "Siti Aminah", "3576035708900001"),
    "imam": ("MJK1-00002-B", "Imam Syafi'i", "3576030101850002"),
    "near": ("MJK1-00003-C", "Near Not Or", "3576030101850003"),
    "jose": ("MJK2-00001-D", "José Ñoño", "3578020101850004"),
    "one": ("MJK2-00002-E", "Sumarni", "3578020101850005"),
}


@pytest.fixture(scope="module", params=[1, 3, 64], ids="index from {}".format)
def database(tmp_path_factory, request):
    """The same people, whether all of them, some or none wait for the index."""
    made = empty_database(tmp_path_factory.mktemp("search"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "WAITING", request.param)
        _enrol(made)
    yield made
    made.close()


def _enrol(made):
    chain = Chain("s")
    for record_id, (number, name, nik) in PEOPLE.items():
        made_entry = chain.add(record_id, make_participant(number=number, name=name, nik=nik))
        with made.writing() as connection:
            journal.insert(connection, [made_entry])


def find(database, text, **options):
    with database.reading() as connection:
        return [row.record_id for row in search.search(connection, text, **options)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("s", ["one", "imam", "siti"]),  # the newest first; the i of Syafi'i is a word as well
        ("siti", ["siti"]),
        ("SITI", ["siti"]),
        ("ami", ["siti"]),
        ("minah", []),  # only beginnings
        ("aminah siti", ["siti"]),
        ("siti sumarni", []),
        ("357603", ["near", "imam", "siti"]),
        ("3576035708900001", ["siti"]),
        ("MJK1-00002-B", ["imam"]),
        ("mjk2", ["one", "jose"]),
        ("mjk1 00003", ["near"]),
        ("siti 3576", ["siti"]),
        ("Syafi'i", ["imam"]),
        ("syafi’i", ["imam"]),
        ("jose", ["jose"]),
        ("NONO", ["jose"]),
        ("or", ["near"]),
        ("OR", ["near"]),
        ("NOT", ["near"]),
        ("NEAR(siti)", []),
        ("near not", ["near"]),
        ('"siti"', ["siti"]),
        ("sit*", ["siti"]),
        ("name:siti", []),
        ("siti -sumarni", []),
        ("siti^", ["siti"]),
        ("(siti", ["siti"]),
        ("siti;--", ["siti"]),
        ("xyz", []),
    ],
)
def test_what_is_typed_is_found_by_the_beginnings_of_its_words(database, typed, expected):
    assert find(database, typed) == expected


@pytest.mark.parametrize("typed", ["", "  ", "*", '"', "'", "-", "😀", "%", "_"])
def test_where_no_letter_or_digit_was_typed_all_are_shown_the_newest_first(database, typed):
    assert find(database, typed) == list(reversed(PEOPLE))


@given(st.text(max_size=30))
def test_any_text_can_be_typed(database, text):
    assert set(find(database, text)) <= set(PEOPLE)


@given(st.text(st.characters(categories=["L", "N", "M"]), min_size=1, max_size=6))
def test_any_letters_of_the_world_can_be_typed(database, text):
    assert set(find(database, text)) <= set(PEOPLE)


@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_a_person_is_found_by_any_beginning_of_any_of_their_words(database, who, data):
    words = " ".join(PEOPLE[who][:2]).replace("-", " ").replace("'", " ").split()
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    typed = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in chosen)
    assert who in find(database, typed)


def test_pages_follow_each_other_without_a_gap(database):
    pages = [find(database, "", limit=2, offset=start) for start in (0, 2, 4, 6)]
    assert pages == [["one", "jose"], ["near", "imam"], ["siti"], []]


def test_events_and_prints_narrow_the_list(database):
    assert find(database, "siti", event_id="event") == ["siti"]
    assert find(database, "siti", event_id="another") == []
    assert find(database, "", not_printed=True) == list(reversed(PEOPLE))


def test_people_are_counted_by_event_and_by_station(database):
    with database.reading() as connection:
        assert search.count(connection) == 5
        assert search.count(connection, event_id="event", station_id="s") == 5
        assert search.count(connection, event_id="another") == 0
        assert search.count(connection, station_id="another") == 0


WORDS = st.sampled_from(
    ["Siti", "SITI", "Sitti", "Aminah", "José", "Jose", "Nguyễn", "İ", "ǅ", "ß"]
)
NAMES = st.lists(WORDS | st.text(min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join)
STEPS = st.lists(st.tuples(st.integers(0, 7), NAMES, st.booleans()), min_size=1, max_size=12)


@settings(max_examples=25)
@given(steps=STEPS, waiting=st.integers(2, 9), data=st.data())
def test_who_waits_for_the_index_is_found_as_if_they_were_in_it(
    tmp_path_factory, steps, waiting, data
):
    """People come, are corrected and erased; what is found is what the whole index would give."""
    made = empty_database(tmp_path_factory.mktemp("waiting"))
    chain, heads = Chain("s"), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "WAITING", waiting)
        for who, name, erased in steps:
            record_id = f"r{who}"
            person = make_participant(name=name, number=f"N-{who}", nik="3576035708900001")
            newest = chain.add(record_id, person, heads.get(record_id, ()))
            heads[record_id] = (newest.entry_hash,)
            with made.writing() as connection:
                journal.insert(connection, [newest])
                if erased:
                    gone = sa.update(entry).where(entry.c.record_id == record_id)
                    connection.execute(gone.values(body=None, salt=None))
                    projections.project(connection, [projections.read(len(chain.entries), newest)])
        typed = data.draw(st.sampled_from([name for _who, name, _erased in steps]) | WORDS)
        text = typed[: data.draw(st.integers(1, len(typed)))]
        size = data.draw(st.integers(1, 3))
        pages = [("n 3576", {"limit": size, "offset": size * page}) for page in range(4)]
        asked = [(text, {}), *pages]
        with made.writing() as connection:
            seen = [_found(connection, *one) for one in asked]
            search.forget_all(connection)
            search._PUT_WAITING.write(connection, {"through": 0})
            assert [_found(connection, *one) for one in asked] == seen
    made.close()


def test_only_every_so_many_saves_write_the_index(tmp_path):
    made, chain = empty_database(tmp_path), Chain("s")
    written = []
    for number in range(2 * search.WAITING):
        newest = chain.add(f"r{number}", make_participant(name=f"Orang {number}"))
        with made.writing() as connection:
            journal.insert(connection, [newest])
            written.append(_last(connection))
            assert len(_found(connection, f"Orang {number}")) >= 1
    assert sorted(set(written)) == [0, search.WAITING, 2 * search.WAITING]
    made.close()


def _found(connection, text, options=None):
    return [row.id for row in search.search(connection, text, **(options or {}))]


def _last(connection):
    return connection.exec_driver_sql("SELECT max(rowid) FROM participant_search").scalar() or 0
