"""Bringing tables up to date: a copy first, all or nothing, and never the future."""

import shutil

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import facts, migrate
from jamsos_desktop.storage.database import open_database
from jamsos_desktop.storage.files import DATABASE
from jamsos_desktop.storage.models import metadata
from tests.factories import KEY, empty_database

COPY = "jamsos-before-0002.db"
SECOND = '''"""A later form of the tables."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("draft", sa.Column("colour", sa.String))
    {then}
'''


@pytest.fixture
def database(tmp_path):
    """A database of the first revision with a number spent in it, closed."""
    made = empty_database(tmp_path)
    with made.writing() as connection:
        facts.next_number(connection, "n")
    made.close()
    return tmp_path


@pytest.fixture
def second(tmp_path, monkeypatch):
    """Let the program have a second revision, which does what it is told after its first step."""

    def make(then="pass"):
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(migrate.MIGRATIONS, folder)
        (folder / "versions" / "0002_later.py").write_text(SECOND.format(then=then))
        with monkeypatch.context() as patch:
            patch.setattr(migrate, "MIGRATIONS", folder)
            patch.setattr(migrate, "REVISIONS", ("0001", "0002"))
            return open_database(tmp_path, KEY)

    return make


def columns(folder):
    raw = sqlcipher.connect(str(folder / DATABASE))
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    found = [row[1] for row in raw.execute("PRAGMA table_info(draft)")]
    version = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    raw.close()
    return version, "colour" in found


def test_the_tables_are_those_of_the_models(database):
    from alembic.autogenerate import compare_metadata

    def ours(_object, name, kind, _reflected, _compared):
        return not (
            kind == "table"
            and name.startswith(("participant_search", "candidate_search", "alembic_version"))
        )

    opened = open_database(database, KEY)
    with opened.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []
    opened.close()


def test_the_names_of_constraints_are_those_of_the_models(database):
    opened = open_database(database, KEY)
    with opened.reading() as connection:
        inspector = sa.inspect(connection)
        for table in metadata.sorted_tables:
            assert inspector.get_pk_constraint(table.name)["name"] == table.primary_key.name
            uniques = {unique["name"] for unique in inspector.get_unique_constraints(table.name)}
            assert uniques == {
                c.name for c in table.constraints if isinstance(c, sa.UniqueConstraint)
            }
    opened.close()


def test_the_program_knows_every_script_in_its_order():
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    walked = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(walked)) == migrate.REVISIONS


def test_an_up_to_date_database_is_opened_without_alembic(database, monkeypatch):
    def fail(_connect):
        raise AssertionError("nothing is pending")

    monkeypatch.setattr(migrate, "_run_pending", fail)
    open_database(database, KEY).close()
    assert [p.name for p in database.iterdir()] == [DATABASE]


def test_a_pending_migration_runs_and_the_way_back_is_kept(database, second):
    opened = second()
    with opened.writing() as connection:
        assert facts.next_number(connection, "n") == 2
    opened.close()
    assert columns(database) == ("0002", True)
    (database / DATABASE).unlink()
    shutil.copy(database / COPY, database / DATABASE)
    assert columns(database) == ("0001", False)
    opened = open_database(database, KEY)
    with opened.writing() as connection:
        assert facts.next_number(connection, "n") == 2
    opened.close()


def test_the_copy_is_encrypted_too(database, second):
    second().close()
    with pytest.raises(sqlcipher.DatabaseError):
        sqlcipher.connect(str(database / COPY)).execute("SELECT * FROM draft")


def test_a_migration_that_fails_half_way_leaves_everything_as_it_was(database, second):
    with pytest.raises(ZeroDivisionError):
        second("1 / 0")
    assert columns(database) == ("0001", False)
    opened = open_database(database, KEY)
    with opened.writing() as connection:
        assert facts.next_number(connection, "n") == 2
    opened.close()
    assert (database / COPY).exists()
    second().close()  # the mended program
    assert columns(database) == ("0002", True)


def test_a_migration_that_breaks_references_is_taken_back(database, second):
    row = "INSERT INTO record (record_id, type, heads, entry_id) VALUES ('r', '', '', 99)"
    with pytest.raises(RuntimeError, match="1 broken"):
        second(f"op.execute({row!r})")
    assert columns(database) == ("0001", False)


def test_a_copy_that_was_killed_does_not_pass_for_the_way_back(database, second, monkeypatch):
    (database / "jamsos-before-0002.new").write_bytes(b"half")
    second().close()
    assert (database / COPY).stat().st_size > 4096
    assert not (database / "jamsos-before-0002.new").exists()


def test_tables_of_a_later_program_are_refused_to_the_byte(database, second):
    second().close()
    before = (database / DATABASE).read_bytes()
    with pytest.raises(UserError) as caught:
        open_database(database, KEY)
    assert caught.value.code == "data_too_new"
    assert caught.value.values == {"found": "0002", "known": "0001"}
    assert (database / DATABASE).read_bytes() == before
