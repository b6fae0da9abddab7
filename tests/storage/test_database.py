"""The encrypted file: what opens it, what does not, and how transactions hold."""

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.database import open_database
from jamsos_desktop.storage.files import DATABASE
from jamsos_desktop.storage.models import counter, record
from tests.factories import KEY, empty_database


@pytest.fixture
def database(tmp_path):
    made = empty_database(tmp_path)
    yield made
    made.close()


def refused(folder, key=KEY):
    with pytest.raises(UserError) as caught:
        open_database(folder, key)
    return caught.value.code


def test_nothing_of_it_can_be_read_without_the_key(database, tmp_path):
    with database.writing() as connection:
        connection.execute(sa.insert(counter).values(name="rahasia-sekali", value=1))
    database.close()
    assert {p.name for p in tmp_path.iterdir()} == {DATABASE}
    content = (tmp_path / DATABASE).read_bytes()
    assert b"rahasia" not in content
    assert b"SQLite" not in content


def test_whoever_merges_has_more_room_until_it_is_done(database):
    def room(connection):
        return connection.exec_driver_sql("PRAGMA cache_size").scalar()

    with database.reading() as connection:
        usual = room(connection)
    with database.merging() as connection:
        assert room(connection) < usual < 0  # in KiB, as the minus says
    with pytest.raises(UserError), database.merging():
        raise UserError("disk_full")
    with database.writing() as one, database.reading() as other:
        assert {room(one), room(other)} == {usual}


def test_a_wrong_key_is_refused_and_changes_nothing(database, tmp_path):
    database.close()
    before = (tmp_path / DATABASE).read_bytes()
    assert refused(tmp_path, bytes(32)) == "data_damaged"
    assert (tmp_path / DATABASE).read_bytes() == before
    open_database(tmp_path, KEY).close()


@pytest.mark.parametrize("place", [0, 20, 2000, 5000])
def test_a_flipped_byte_on_the_disk_is_found_when_it_is_read(tmp_path, place):
    empty_database(tmp_path).close()
    content = bytearray((tmp_path / DATABASE).read_bytes())
    content[place] ^= 1
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_everything(tmp_path)
    assert caught.value.code == "data_damaged"


def read_everything(folder):
    database = open_database(folder, KEY)
    try:
        with database.reading() as connection:
            connection.exec_driver_sql("PRAGMA integrity_check").fetchall()
            for table in ("entry", "record", "participant", "draft", "fact", "counter"):
                connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
    finally:
        database.close()


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_database_of_ours_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / DATABASE).write_bytes(content)
    assert refused(tmp_path) == "data_damaged"
    assert (tmp_path / DATABASE).read_bytes() == content


@pytest.mark.parametrize("content", [None, b""])
def test_a_database_that_is_gone_is_not_made_anew(tmp_path, content):
    if content is not None:
        (tmp_path / DATABASE).write_bytes(content)
    before = sorted(tmp_path.iterdir())
    assert refused(tmp_path) == "data_missing"
    assert sorted(tmp_path.iterdir()) == before


def test_a_database_without_a_revision_is_none_of_ours(database, tmp_path):
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    database.close()
    assert refused(tmp_path) == "data_damaged"


def test_writing_is_everything_or_nothing(database):
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        facts.next_number(connection, "n") / 0
    with database.writing() as connection:
        assert facts.next_number(connection, "n") == 1


def test_a_reader_sees_the_state_at_its_beginning_while_somebody_writes(database):
    with database.reading() as reader:
        assert reader.scalar(sa.select(sa.func.count()).select_from(counter)) == 0
        with database.writing() as writer:
            facts.next_number(writer, "n")
        assert reader.scalar(sa.select(sa.func.count()).select_from(counter)) == 0
    with database.reading() as reader:
        assert reader.scalar(sa.select(sa.func.count()).select_from(counter)) == 1


def test_every_connection_keeps_the_promises(database):
    with database.reading() as one, database.reading() as other:
        for connection in (one, other):
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("foreign_keys", "synchronous", "journal_mode", "temp_store")
            }
            assert settings == {
                "foreign_keys": 1,
                "synchronous": 2,
                "journal_mode": "wal",
                "temp_store": 2,
            }


def test_a_broken_reference_is_a_bug_and_no_user_error(database):
    row = {"record_id": "r", "type": "", "heads": "", "entry_id": 99}
    with pytest.raises(sa.exc.IntegrityError), database.writing() as connection:
        connection.execute(sa.insert(record).values(row))


def test_a_writer_that_waits_too_long_is_told(database, tmp_path, monkeypatch):
    monkeypatch.setattr("jamsos_desktop.storage.database.WAIT_FOR_WRITER_SECONDS", 0)
    impatient = open_database(tmp_path, KEY)
    with database.writing(), pytest.raises(UserError) as caught, impatient.writing():
        pass
    assert caught.value.code == "data_busy"
    impatient.close()


def test_a_full_disk_is_told_and_what_was_saved_stays(database):
    with database.writing() as connection:
        facts.next_number(connection, "n")
        connection.commit()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as caught, database.writing() as connection:
        connection.execute(
            sa.insert(counter), [{"name": f"{n}" * 100, "value": 1} for n in range(200)]
        )
    assert caught.value.code == "disk_full"
    with database.reading() as connection:
        assert connection.execute(sa.select(counter)).all() == [("n", 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_that_may_not_be_written_is_told():
    with tempfile.TemporaryDirectory(prefix="jamsos-read-only-") as name:
        folder = Path(name)
        empty_database(folder).close()
        (folder / DATABASE).chmod(0o444)
        folder.chmod(0o555)
        before = (folder / DATABASE).read_bytes()
        with without_the_powers_of_root():
            code = refused(folder)
        assert code in {"data_read_only", "data_cannot_open"}
        assert (folder / DATABASE).read_bytes() == before
        folder.chmod(0o755)


@contextmanager
def without_the_powers_of_root():
    """Root may write anywhere, so for a moment the tests are nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_copy_of_the_file_opens_with_the_same_key(database, tmp_path):
    with database.writing() as connection:
        facts.next_number(connection, "n")
    database.close()
    (tmp_path / "copy").mkdir()
    shutil.copy(tmp_path / DATABASE, tmp_path / "copy" / DATABASE)
    copy = open_database(tmp_path / "copy", KEY)
    with copy.reading() as connection:
        assert connection.execute(sa.select(counter)).all() == [("n", 1)]
    copy.close()


def test_the_file_is_real_sqlcipher(database, tmp_path):
    """The office's own people open it with the ordinary tools, given the key."""
    database.close()
    raw = sqlcipher.connect(str(tmp_path / DATABASE))
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    raw.close()
