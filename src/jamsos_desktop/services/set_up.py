"""Making an installation where there was none: an office, a station from its kit, or practice."""

import datetime as dt
from contextlib import closing
from pathlib import Path

from jamsos_desktop.bundle import keys
from jamsos_desktop.domain.installation import Installation, Secrets
from jamsos_desktop.domain.records import CommunityEvent, Officer, Programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, registered
from jamsos_desktop.services.desk import Clock, Desk, lock_folder, system_clock
from jamsos_desktop.services.kits import Kit
from jamsos_desktop.services.office_look import keep_look
from jamsos_desktop.services.revoked import keep_revoked
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import facts, journal, vault
from jamsos_desktop.storage.database import Database, open_database
from jamsos_desktop.storage.files import BEGUN, DATABASE, replace_file

OFFICE_CODE = "KTR"
PRACTICE_FOLDER = "latihan"
PRACTICE_LOGIN = "latihan"
PRACTICE_PASSWORD = "latihan123"


def init_office(
    data_dir: Path,
    office_name: str,
    login: str,
    name: str,
    password: str,
    *,
    practice: bool = False,
    clock: Clock = system_clock,
) -> Desk:
    """Make an office with its keys and a first admin, who is signed in at once.

    Nothing exists until everything does: the keyring is written last, and a folder without a
    keyring is no installation. Raises ``already_set_up``, ``keyring_missing``,
    ``office_name_empty``, ``login_empty``, ``password_short``.
    """
    office_name = " ".join(office_name.split())
    if not office_name:
        raise UserError("office_name_empty")
    if not login.strip() or not name.strip():
        raise UserError("login_empty")
    office_id = plan.new_id()
    secrets = Secrets(signing_key=keys.new_signing_key(), age_identity=keys.new_age_identity())
    public_key = keys.public_key_of(secrets.signing_key)
    installation = Installation(
        mode="office",
        practice=practice,
        station_id=office_id,
        code=OFFICE_CODE,
        name=office_name,
        office_id=office_id,
        office_name=office_name,
        office_recipient=keys.age_recipient_of(secrets.age_identity),
        office_public_key=public_key,
        public_key=public_key,
        certificate=keys.certify_station(
            secrets.signing_key,
            station_id=office_id,
            code=OFFICE_CODE,
            public_key=public_key,
            practice=practice,
        ),
    )
    admin = Officer(login=" ".join(login.split()), name=" ".join(name.split()), role="admin")
    admin_id = plan.new_id()
    _make(data_dir, installation, secrets, (admin_id, admin.login, password), clock, admin)
    return sign_in(data_dir, login, password, clock)


def init_station(
    data_dir: Path, kit: Kit, officer_id: str, password: str, clock: Clock = system_clock
) -> Desk:
    """Make the station that the kit describes, with one of its officers signed in.

    Raises ``already_set_up``, ``officer_unknown``, ``password_short``.
    """
    officer = kit.officers.get(officer_id)
    if officer is None:
        raise UserError("officer_unknown")
    who = (officer_id, officer.login, password)
    _make(data_dir, kit.installation, kit.secrets, who, clock, kit)
    return sign_in(data_dir, officer.login, password, clock)


def start_practice(data_dir: Path, clock: Clock = system_clock) -> Desk:
    """A practice office beside the real installation, with a programme and an event of today.

    It is opened again where it exists already.
    """
    folder = data_dir / PRACTICE_FOLDER
    if vault.read_keyring(folder) is not None:
        desk = sign_in(folder, PRACTICE_LOGIN, PRACTICE_PASSWORD, clock)
    else:
        desk = init_office(
            folder,
            "Kantor Latihan",
            PRACTICE_LOGIN,
            "Petugas Latihan",
            PRACTICE_PASSWORD,
            practice=True,
            clock=clock,
        )
    if not plan.events(desk):  # also where a killed start came no further
        plan_practice_event(desk, "Kegiatan latihan", "Balai RW", clock().date())
    return desk


def plan_practice_event(
    desk: Desk, name: str, place: str, day: dt.date, *, target: int = 60
) -> str:
    """A DBHCHT programme and one event in Kota Mojokerto for ``target`` people; the event's id."""
    programme_id = plan.add_programme(
        desk,
        Programme(
            name="Pekerja rentan DBHCHT",
            payer="pemerintah",
            fund="DBHCHT",
            coverage_start=f"{day:%Y-%m}",
            coverage_months=3,
        ),
    )
    event = CommunityEvent(
        name=name, place=place, date=day, programme_id=programme_id, region="35.76", target=target
    )
    return plan.add_event(desk, event)


def _make(
    data_dir: Path,
    installation: Installation,
    secrets: Secrets,
    who: tuple[str, str, str],
    clock: Clock,
    first: Officer | Kit,
) -> None:
    """Write database and then keyring. What a killed try left behind is begun anew.

    A database whose keyring was lost is not such a leftover: reading the keyring refuses it.
    """
    officer_id, login, password = who
    key = vault.new_database_key()
    keyring = vault.with_officer(
        vault.make_keyring(
            installation.name,
            installation.mode,
            installation.practice,
            key,
            installation.office_recipient,
        ),
        officer_id,
        login,
        password,
        key,
    )
    lock = lock_folder(data_dir)
    try:
        if vault.read_keyring(data_dir) is not None:
            raise UserError("already_set_up", folder=str(data_dir))
        replace_file(data_dir / BEGUN, b"")
        for leftover in data_dir.glob(f"{DATABASE}*"):
            leftover.unlink()
        with closing(open_database(data_dir, key, new=True)) as database:
            _fill(database, installation, secrets, officer_id, clock, first)
        vault.write_keyring(data_dir, keyring)
        (data_dir / BEGUN).unlink()
    finally:
        lock.release()


def _fill(
    database: Database,
    installation: Installation,
    secrets: Secrets,
    officer_id: str,
    clock: Clock,
    first: Officer | Kit,
) -> None:
    with database.writing() as connection:
        facts.write_installation(connection, installation)
        facts.write_secrets(connection, secrets)
        if isinstance(first, Kit):
            journal.insert(connection, first.entries)
            if first.registered is not None:
                registered.keep_list(connection, first.registered, first.written_at)
            keep_revoked(connection, first.revoked, first.written_at)
            keep_look(connection, first.look, first.written_at)
        else:
            author = journal.Author(installation.station_id, officer_id)
            journal.append(connection, author, clock(), [journal.New(officer_id, first)])
