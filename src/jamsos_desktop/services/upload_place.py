"""Where this installation uploads to: said once, tried, kept in the vault with its secrets."""

import re
from urllib.parse import urlsplit

import msgspec

from jamsos_desktop.domain.destination import (
    Destination,
    FolderPlace,
    S3Place,
    SftpPlace,
    WebDavPlace,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import facts
from jamsos_desktop.transports.pieces import try_out
from jamsos_desktop.transports.place import open_place

_HOST = re.compile(r"[A-Za-z0-9.:_-]+")


def read_place(desk: Desk) -> Destination | None:
    """Where to; None where nobody has said so."""
    with desk.database.reading() as connection:
        return facts.read_destination(connection)


def save_place(desk: Desk, destination: Destination) -> None:
    """Keep the place. Raises ``coordinator_only`` and ``place_incomplete``."""
    _check_officer(desk)
    check_place(destination)
    with desk.database.writing() as connection:
        facts.write_destination(connection, destination)


def forget_place(desk: Desk) -> None:
    """Forget the place with its passwords; what was fetched from it stays known.

    Raises ``coordinator_only``.
    """
    _check_officer(desk)
    with desk.database.writing() as connection:
        facts.forget_destination(connection)


def check_place(destination: Destination) -> None:
    """Raise ``place_incomplete`` for what cannot be a place, before any network is asked."""
    if not all(_needed(destination)):
        raise UserError("place_incomplete")


def try_place(destination: Destination, name: str) -> Destination:
    """Write, read, rename and remove a small file there; the place with its host key.

    Asks the network and no database. ``name`` goes into the file's. Raises ``place_incomplete`` and
    what :mod:`jamsos_desktop.transports.place` can raise.
    """
    check_place(destination)
    place = open_place(destination)
    try:
        try_out(place, f"COBA_{name}")
        return with_host_key(destination, place.host_key())
    finally:
        place.close()


def with_host_key(destination: Destination, host_key: str) -> Destination:
    """The place with the key that its server showed; any other kind of place as it is."""
    if isinstance(destination, SftpPlace) and host_key:
        return msgspec.structs.replace(destination, host_key=host_key)
    return destination


def keep_host_key(desk: Desk, destination: Destination, host_key: str) -> None:
    """Keep the key that the server of this place showed, unless the place was changed meanwhile."""
    met = with_host_key(destination, host_key)
    if met != destination:
        with desk.database.writing() as connection:
            if facts.read_destination(connection) == destination:
                facts.write_destination(connection, met)


def _needed(destination: Destination) -> tuple[bool | str, ...]:
    match destination:
        case FolderPlace(path=path):
            return (path.strip(),)
        case WebDavPlace(url=url):
            return (_is_url(url),)
        case SftpPlace(host=host, user=user, port=port):
            return _HOST.fullmatch(host) is not None, user, 0 < port < 65_536
        case S3Place(endpoint=endpoint, bucket=bucket, access_key=key, secret_key=secret):
            return _is_url(endpoint), bucket, key, secret


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        )
    except ValueError:
        return False


def _check_officer(desk: Desk) -> None:
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
