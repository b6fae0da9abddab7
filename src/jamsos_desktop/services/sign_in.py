"""Signing in, and coming back in by the recovery sheet."""

from pathlib import Path

import msgspec

from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Clock, Desk, lock_folder, system_clock
from jamsos_desktop.services.read_again import read_again_after_update
from jamsos_desktop.storage import facts, records, vault
from jamsos_desktop.storage.database import Database, open_database
from jamsos_desktop.storage.files import BEGUN, TRIES


class Welcome(msgspec.Struct, frozen=True):
    """What the login window may say before anybody has signed in."""

    name: str
    mode: str
    practice: bool


def look_in(data_dir: Path) -> Welcome | None:
    """Whose installation lies in the folder; None where there is none yet."""
    keyring = vault.read_keyring(data_dir)
    return None if keyring is None else Welcome(keyring.name, keyring.mode, keyring.practice)


def sign_in(data_dir: Path, login: str, password: str, clock: Clock = system_clock) -> Desk:
    """Open the installation for an officer.

    Raises ``not_set_up``, ``data_in_use``, ``password_wrong`` and ``too_many_tries`` (both with
    ``wait`` in seconds), ``keyring_missing``, ``keyring_damaged``, ``data_missing``,
    ``data_too_new``, ``data_damaged``.
    """
    keyring = _keyring(data_dir)
    lock = lock_folder(data_dir)
    try:
        officer_id, key = vault.unlock(data_dir, keyring, login, password, clock())
        database = open_database(data_dir, key)
        try:
            (data_dir / BEGUN).unlink(missing_ok=True)
            read_again_after_update(database)
            return sit_down(data_dir, database, officer_id, clock, lock)
        except BaseException:
            database.close()
            raise
    except BaseException:
        lock.release()
        raise


def reset_password(data_dir: Path, identity: str, login: str, password: str) -> None:
    """Give an officer a new password by the age identity on the office's recovery sheet.

    Raises ``recovery_wrong`` for another office's sheet and ``officer_unknown`` for the login.
    """
    keyring = _keyring(data_dir)
    lock = lock_folder(data_dir)
    try:
        key = vault.recover(keyring, identity)
        database = open_database(data_dir, key)
        try:
            officer_id = _officer_by_login(database, login)
        finally:
            database.close()
        vault.write_keyring(data_dir, vault.with_officer(keyring, officer_id, login, password, key))
        (data_dir / TRIES).unlink(missing_ok=True)
    finally:
        lock.release()


def sit_down(
    data_dir: Path,
    database: Database,
    officer_id: str,
    clock: Clock,
    lock: object,
) -> Desk:
    """The desk of an officer whose key has just opened the database."""
    with database.reading() as connection:
        installation = facts.read_installation(connection)
        stored = records.get(connection, officer_id)
    if stored is None or not isinstance(stored.body, Officer):
        raise UserError("data_damaged")
    return Desk(
        data_dir=data_dir,
        database=database,
        installation=installation,
        officer_id=officer_id,
        officer=stored.body,
        clock=clock,
        lock=lock,
    )


def _keyring(data_dir: Path) -> vault.Keyring:
    keyring = vault.read_keyring(data_dir)
    if keyring is None:
        raise UserError("not_set_up", folder=str(data_dir))
    return keyring


def _officer_by_login(database: Database, login: str) -> str:
    with database.reading() as connection:
        officers = records.all_of(connection, Officer)
    wanted = " ".join(login.split()).casefold()
    for officer_id, officer in officers:
        if officer.login.casefold() == wanted:
            return officer_id
    raise UserError("officer_unknown")
