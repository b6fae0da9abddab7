"""Changing what the office planned: a new revision each time, so that the history shows both.

What is registered already keeps what it was registered with. A station knows what its kit brought.
"""

import msgspec

from jamsos_desktop.domain.records import AnyRecord, CommunityEvent, Officer, Programme, Role
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import journal, records, vault


def change_programme(desk: Desk, programme_id: str, programme: Programme) -> None:
    """Let the programme be this from now on. Raises ``programme_unknown``, ``office_only``."""
    _revise(desk, programme_id, programme, "programme_unknown")


def change_event(desk: Desk, event_id: str, event: CommunityEvent) -> None:
    """Let the event be this from now on.

    Raises ``event_unknown``, ``programme_unknown``, ``office_only``.
    """
    with desk.database.reading() as connection:
        programme = records.get(connection, event.programme_id)
    if programme is None or not isinstance(programme.body, Programme):
        raise UserError("programme_unknown")
    _revise(desk, event_id, event, "event_unknown")


def change_officer(desk: Desk, officer_id: str, name: str, role: Role) -> None:
    """Give an officer this name and role; what they sign in with stays.

    Nobody changes their own role, so somebody stays who may. Raises ``officer_unknown``,
    ``login_empty``, ``own_role``, ``office_only``.
    """
    tidy = " ".join(name.split())
    if not tidy:
        raise UserError("login_empty")
    with desk.database.reading() as connection:
        stored = records.get(connection, officer_id)
    if stored is None or not isinstance(stored.body, Officer):
        raise UserError("officer_unknown")
    if officer_id == desk.officer_id and role != stored.body.role:
        raise UserError("own_role")
    changed = msgspec.structs.replace(stored.body, name=tidy, role=role)
    _revise(desk, officer_id, changed, "officer_unknown")


def remove_sign_in(desk: Desk, officer_id: str, own_password: str) -> None:
    """Let an officer sign in at this installation no more; what they did keeps their name.

    Who is signed in confirms it with their own password. Another installation does not know of it.
    Raises ``coordinator_only``, ``own_sign_in``, ``officer_unknown``, ``password_wrong``.
    """
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    if officer_id == desk.officer_id:
        raise UserError("own_sign_in")
    keyring = vault.read_keyring(desk.data_dir)
    assert keyring is not None
    if officer_id not in {slot.officer_id for slot in keyring.slots}:
        raise UserError("officer_unknown")
    vault.unlock(desk.data_dir, keyring, desk.officer.login, own_password, desk.clock())
    vault.write_keyring(desk.data_dir, vault.without_officer(keyring, officer_id))


def _revise(desk: Desk, record_id: str, body: AnyRecord, unknown: str) -> None:
    """Journal the next revision of a record of this kind, if it says anything new."""
    if desk.installation.mode != "office":
        raise UserError("office_only")
    with desk.database.writing() as connection:
        stored = records.get(connection, record_id)
        if stored is None or type(stored.body) is not type(body):
            raise UserError(unknown)
        body = msgspec.structs.replace(body, schema=stored.body.schema)
        if body == stored.body and not stored.conflicts:
            return
        news = [journal.New(record_id, body, stored.heads, stored.unknown)]
        journal.append(connection, desk.author, desk.clock(), news)
