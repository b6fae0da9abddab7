"""Who is found at all, before anybody is compared closely."""

import datetime as dt

import pytest

from jamsos_desktop.storage import journal, likeness
from tests.factories import NOW, empty_database, make_participant

ME = journal.Author("station", "officer")


@pytest.fixture
def database(tmp_path):
    opened = empty_database(tmp_path)
    yield opened
    opened.close()


def put(database, record_id, parents=(), **changes):
    person = make_participant(**changes)
    with database.writing() as connection:
        (entry,) = journal.append(connection, ME, NOW, [journal.New(record_id, person, parents)])
    return entry.entry_hash


def found(database, **changes):
    person = make_participant(**({"nik": "", "name": "Budi Santoso"} | changes))
    with database.reading() as connection:
        ids = [one.id for one in likeness.candidates(connection, person)]
        return [known.record_id for known in likeness.read_people(connection, ids)]


def test_whoever_was_born_that_day_is_found_whatever_the_name(database):
    put(database, "siti", nik="")
    assert found(database) == ["siti"]
    assert found(database, birth_date=dt.date(1991, 9, 17)) == []


def test_near_that_day_a_word_must_begin_alike(database):
    put(database, "siti", nik="")
    wrong = dt.date(1990, 8, 11)
    assert found(database, birth_date=wrong) == []
    assert found(database, birth_date=wrong, name="Hj. Amenah") == []
    assert found(database, birth_date=wrong, name="Hj. Aminatun") == ["siti"]


def test_a_common_word_finds_nobody_beside_a_telling_one(database):
    put(database, "siti", nik="")
    wrong = dt.date(1990, 8, 11)
    assert found(database, birth_date=wrong, name="Siti Rukmini") == []
    assert found(database, birth_date=wrong, name="Siti") == ["siti"]


def test_nik_and_family_find_without_a_birth_date(database):
    put(database, "siti", kk="3576031202080005")
    assert found(database, birth_date=None, kk="3576031202080005") == ["siti"]
    assert found(database, birth_date=None, nik="3576035708900001") == ["siti"]
    assert found(database, birth_date=None) == []


def test_nothing_known_and_placeholders_find_nobody(database):
    empty = {"nik": "0" * 16, "kk": "9" * 16, "birth_date": None, "name": ""}
    put(database, "nobody", **empty)
    put(database, "nothing", **(empty | {"nik": "", "kk": ""}))
    assert found(database, **empty) == []
    assert found(database, **(empty | {"nik": "", "kk": ""})) == []


def test_a_correction_is_found_by_what_it_says_now(database):
    first = put(database, "siti", nik="")
    put(database, "siti", (first,), nik="", birth_date=dt.date(1985, 3, 2))
    assert found(database) == []
    assert found(database, birth_date=dt.date(1985, 3, 2)) == ["siti"]


def test_the_answer_is_read_from_indexes(database):
    literally = {"literal_binds": True, "render_postcompile": True}
    asked = {"nik": "1", "kk": "1", "born": 1, "near": [1, 2]}
    query = likeness._CANDIDATES.statement.params(asked | dict.fromkeys(likeness._BEGINS, "% a%"))
    with database.reading() as connection:
        text = str(query.compile(connection, compile_kwargs=literally))
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}").fetchall()
    steps = [row[3] for row in plan]
    assert not [step for step in steps if step.startswith("SCAN participant")]
    assert sum("ix_participant_born" in step for step in steps) == 2
    assert sum("ix_participant_kk" in step for step in steps) == 1
