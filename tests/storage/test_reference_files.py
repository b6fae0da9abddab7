"""What the office said of its files, the newest first, whatever arrived when."""

import pytest

from jamsos_desktop.domain.records import ReferenceFile
from jamsos_desktop.domain.reference_file import record_id_of
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.reference_files import read_history, read_stamp
from tests.factories import enrol_one, office_desk, station_desk

NAME = "tariffs.toml"


@pytest.fixture
def office(tmp_path):
    desk = office_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def station(tmp_path):
    desk = station_desk(tmp_path)
    yield desk
    desk.close()


def say(desk, content):
    body = ReferenceFile(name=NAME, content=content, reason=f"alasan {content}")
    with desk.database.writing() as connection:
        news = [journal.New(record_id_of(NAME), body)]
        return journal.append(connection, desk.author, desk.clock(), news)


def history_of(desk):
    with desk.database.reading() as connection:
        return read_history(connection), read_stamp(connection)


def test_the_newest_comes_first(office):
    assert history_of(office)[0] == {}
    say(office, "a")
    say(office, "b")
    said = history_of(office)[0][NAME]
    assert [(one.content, one.reason) for one in said] == [("b", "alasan b"), ("a", "alasan a")]
    assert said[0].author_id == office.officer_id


def test_the_stamp_changes_only_with_a_file(office):
    first = history_of(office)[1]
    enrol_one(office)
    assert history_of(office)[1] == first
    say(office, "a")
    assert history_of(office)[1] != first


def test_the_order_of_arrival_says_nothing(office, station):
    entries = [*say(office, "a"), *say(office, "b")]
    with station.database.writing() as connection:
        for made in reversed(entries):
            journal.insert(connection, [made])
    assert [one.content for one in history_of(station)[0][NAME]] == ["b", "a"]


def test_what_a_station_says_of_a_file_does_not_count(office, station):
    entries = say(station, "mine")
    with office.database.writing() as connection:
        journal.insert(connection, entries)
    assert history_of(office)[0] == {}
    assert history_of(station)[0] == {}
