"""Bring an installation's tables up to date: copy first, one transaction, refuse the future."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jamsos_desktop.errors import UserError

MIGRATIONS = Path(__file__).parent / "migrations"
#: Every revision that this program can read, oldest first. A test compares it with the scripts.
REVISIONS = ("0001",)


def upgrade(connect: Callable[[], Any], path: Path) -> None:
    """Run the migrations that are pending, all of them or none.

    A database that is not new is copied to ``jamsos-before-<revision>.db`` first (encrypted with
    the same key); that copy is the way back. Raises ``data_too_new`` for tables of a later program,
    which are left as they are.
    """
    driver = connect()
    try:
        revision = _revision(driver)
        if revision == REVISIONS[-1]:
            return
        if revision is not None and revision not in REVISIONS:
            raise UserError("data_too_new", found=revision, known=REVISIONS[-1])
        if revision is not None:
            _copy(driver, path.with_name(f"jamsos-before-{REVISIONS[-1]}.db"))
    finally:
        driver.close()
    _run_pending(connect)


def _revision(driver: Any) -> str | None:
    """The stored revision; None in a database without tables. Raises ``data_damaged``."""
    tables = {row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    if not tables:
        return None
    row = None
    if "alembic_version" in tables:
        row = driver.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise UserError("data_damaged")
    return str(row[0])


def _copy(driver: Any, target: Path) -> None:
    """A copy that carries its name is whole: a killed or failed one keeps another name."""
    if target.exists():
        return
    begun = target.with_suffix(".new")
    begun.unlink(missing_ok=True)
    driver.execute("VACUUM INTO ?", (str(begun),))
    begun.replace(target)


def _run_pending(connect: Callable[[], Any]) -> None:
    import sqlalchemy as sa
    import sqlcipher3.dbapi2 as sqlcipher
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    engine = sa.create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=sa.NullPool)
    with engine.connect() as connection:
        # A table rebuild drops the old table, which would delete its children by cascade.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        environment = EnvironmentContext(
            config,
            script,
            fn=lambda revision, _context: script._upgrade_revs("head", revision),  # noqa: SLF001
        )
        environment.configure(connection=connection, transactional_ddl=True)
        with environment:
            script.run_env()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"migration left {len(broken)} broken references")
        connection.commit()
