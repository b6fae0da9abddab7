"""Pictures by their hash, and who names them."""

import datetime as dt
import hashlib

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.picture import Named
from jamsos_desktop.storage import journal, media, projections
from jamsos_desktop.storage.database import open_database
from jamsos_desktop.storage.files import DATABASE
from jamsos_desktop.storage.models import media as media_table
from tests.factories import KEY, NOW, Chain, empty_database, make_participant

PICTURE = b"\xff\xd8 gambar \xff\xd9"
NAME = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def put(database, data=PICTURE, now=NOW):
    with database.writing() as connection:
        return media.put(connection, "photo", data, now)


def get(database, name=NAME):
    with database.reading() as connection:
        return media.get(connection, name)


def name_it(database, station="s", photo=NAME):
    with database.writing() as connection:
        journal.insert(
            connection, [Chain(station).add(f"r{station}", make_participant(photo=photo))]
        )


def test_a_picture_is_kept_under_the_hash_of_its_bytes(database):
    assert put(database) == NAME
    assert get(database) == media.Media("photo", PICTURE)
    assert put(database, now=NOW + dt.timedelta(days=9)) == NAME
    with database.reading() as connection:
        rows = connection.execute(sa.select(media_table)).all()
    assert [row.added_at for row in rows] == ["2026-11-22T02:00:00+00:00"]


def test_what_is_not_here_or_was_damaged_is_not_shown(database):
    assert get(database) is None
    put(database)
    with database.writing() as connection:
        connection.execute(sa.update(media_table).values(data=PICTURE[:-1]))
    assert get(database) is None


def test_a_picture_lies_on_the_disk_in_no_plain_bytes(tmp_path, database):
    put(database, b"HALO-GAMBAR" * 500)
    database.close()
    whole = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert (tmp_path / DATABASE).exists()
    assert b"HALO-GAMBAR" not in whole
    again = open_database(tmp_path, KEY)
    assert get(again, hashlib.sha256(b"HALO-GAMBAR" * 500).hexdigest()) is not None
    again.close()


def test_entries_say_which_pictures_a_station_has_and_which_it_lacks(database):
    put(database)
    name_it(database, "a")
    name_it(database, "b", "f" * 64)
    with database.reading() as connection:
        assert media.named_by_station(connection, "a", 1, 1) == [Named(NAME, "photo")]
        assert media.named_by_station(connection, "a", 1, 0) == []
        assert media.missing(connection, "a") == []
        assert media.missing(connection, "b") == [Named("f" * 64, "photo")]


def test_deriving_everything_again_leaves_the_pictures(database):
    put(database)
    put(database, b"belum bernama")
    name_it(database)
    with database.writing() as connection:
        projections.rebuild(connection, [list(journal.all_readings(connection))])
    assert get(database) is not None
    with database.reading() as connection:
        assert media.named_by_station(connection, "s", 1, 1) == [Named(NAME, "photo")]
        assert connection.scalar(sa.select(sa.func.count()).select_from(media_table)) == 2


def test_only_what_nobody_names_can_be_forgotten(database):
    named, kept, loose = put(database), put(database, b"draf"), put(database, b"lepas")
    name_it(database)
    with database.writing() as connection:
        media.forget(connection, [named, kept, loose], {kept})
    assert [get(database, one) is not None for one in (named, kept, loose)] == [True, True, False]


def test_what_was_never_named_goes_after_its_time(database):
    old, named = put(database, b"lama"), put(database)
    name_it(database)
    new = put(database, b"baru", NOW + dt.timedelta(hours=20))
    with database.writing() as connection:
        media.forget_old(connection, NOW + dt.timedelta(hours=1), set())
    assert [get(database, one) is not None for one in (old, named, new)] == [False, True, True]
