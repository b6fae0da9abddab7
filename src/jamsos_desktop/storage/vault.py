"""The keys of one installation: a random database key, wrapped once for each officer.

``keyring.json`` holds no key in the clear and no person's name: an officer's slot is found by a
keyed digest of the login name, its copy of the database key is wrapped (AES-256-GCM) under argon2id
of the password, and one more copy is sealed to the office's recovery key (age). Without this file
nobody can open the database, so it is kept twice (``keyring-copy.json``) and carries a digest.
``tries.json`` counts wrong passwords and makes the next try wait.
"""

import datetime as dt
import hashlib
import hmac
import os
from pathlib import Path
from typing import Annotated

import msgspec

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage.files import (
    BEGUN,
    DATABASE,
    KEYRING,
    KEYRING_COPY,
    TRIES,
    replace_file,
)

VERSION = 1
MINIMUM_PASSWORD = 8
FREE_TRIES = 3
FIRST_WAIT = 5
LONGEST_WAIT = 300
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class KdfCost(msgspec.Struct, frozen=True):
    """The price of one guess at a password (argon2id, RFC 9106)."""

    time: int = 3
    memory_kib: int = 65536
    lanes: int = 4


KDF = KdfCost()


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One officer's copy of the database key. Bytes are hexadecimal."""

    officer_id: str
    login_digest: str
    kdf: KdfCost
    salt: str
    nonce: str
    wrapped: str


class Keyring(msgspec.Struct, frozen=True, kw_only=True):
    """What can be read before anybody has signed in."""

    version: int = VERSION
    name: str  # of the office or station, shown at the login
    mode: str
    practice: bool
    salt: str
    recovery: str  # the database key sealed to the office's age recipient, hexadecimal
    slots: tuple[Slot, ...] = ()
    digest: str = ""  # SHA-256 of all the rest, written and checked with the file


class Tries(msgspec.Struct, frozen=True):
    """Wrong passwords in a row, and when the last was typed."""

    count: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    last: Annotated[dt.datetime, msgspec.Meta(tz=True)] = LONG_AGO


def new_database_key() -> bytes:
    """32 random bytes (as ``secrets`` has them, whose import the login window need not pay)."""
    return os.urandom(32)


def make_keyring(name: str, mode: str, practice: bool, key: bytes, recipient: str) -> Keyring:
    """A keyring without officers; ``key`` is sealed to the office's age ``recipient``."""
    import pyrage

    sealed = pyrage.encrypt(key, [pyrage.x25519.Recipient.from_str(recipient)])
    return Keyring(
        name=name,
        mode=mode,
        practice=practice,
        salt=os.urandom(16).hex(),
        recovery=sealed.hex(),
    )


def with_officer(
    keyring: Keyring, officer_id: str, login: str, password: str, key: bytes
) -> Keyring:
    """The keyring with this officer's slot added, or replaced where there was one.

    Raises ``password_short`` for fewer than eight characters.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(password) < MINIMUM_PASSWORD:
        raise UserError("password_short", minimum=MINIMUM_PASSWORD)
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_stretch(password, salt, KDF)).encrypt(nonce, key, officer_id.encode())
    slot = Slot(
        officer_id=officer_id,
        login_digest=_login_digest(keyring, login),
        kdf=KDF,
        salt=salt.hex(),
        nonce=nonce.hex(),
        wrapped=wrapped.hex(),
    )
    others = tuple(
        s
        for s in keyring.slots
        if s.officer_id != officer_id and s.login_digest != slot.login_digest
    )
    return msgspec.structs.replace(keyring, slots=(*others, slot))


def without_officer(keyring: Keyring, officer_id: str) -> Keyring:
    """The keyring in which this officer has no slot: no password of theirs opens anything."""
    slots = tuple(slot for slot in keyring.slots if slot.officer_id != officer_id)
    return msgspec.structs.replace(keyring, slots=slots)


def unlock(
    data_dir: Path, keyring: Keyring, login: str, password: str, now: dt.datetime
) -> tuple[str, bytes]:
    """The officer's id and the database key.

    Raises ``too_many_tries`` (``wait`` in seconds) before looking at the password, and
    ``password_wrong`` (``wait`` before the next try) for a wrong name or password alike.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    tries = read_tries(data_dir)
    if tries.last > now:  # the clock was set back: wait from now on, not until it has caught up
        tries = Tries(tries.count, now)
        _write_tries(data_dir, tries)
    if (wait := seconds_to_wait(tries, now)) > 0:
        raise UserError("too_many_tries", wait=wait)
    digest = _login_digest(keyring, login)
    for slot in keyring.slots:
        if hmac.compare_digest(slot.login_digest, digest):
            stretched = _stretch(password, bytes.fromhex(slot.salt), slot.kdf)
            try:
                key = AESGCM(stretched).decrypt(
                    bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), slot.officer_id.encode()
                )
            except InvalidTag:
                break
            (data_dir / TRIES).unlink(missing_ok=True)
            return slot.officer_id, key
    failed = Tries(tries.count + 1, now)
    _write_tries(data_dir, failed)
    raise UserError("password_wrong", wait=seconds_to_wait(failed, now))


def recover(keyring: Keyring, identity: str) -> bytes:
    """The database key, by the age identity of the recovery sheet. Raises ``recovery_wrong``."""
    import pyrage

    try:
        secret = pyrage.x25519.Identity.from_str("".join(identity.split()).upper())
        return bytes(pyrage.decrypt(bytes.fromhex(keyring.recovery), [secret]))
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise UserError("recovery_wrong") from error


def seconds_to_wait(tries: Tries, now: dt.datetime) -> int:
    """How long the next try must wait. A clock that was set back does not shorten it."""
    if tries.count < FREE_TRIES:
        return 0
    wait = min(FIRST_WAIT * 2 ** min(tries.count - FREE_TRIES, 10), LONGEST_WAIT)
    passed = (now - tries.last).total_seconds()
    return 0 if passed >= wait else min(wait, round(wait - max(passed, 0)) or 1)


def read_tries(data_dir: Path) -> Tries:
    """The wrong tries so far. A damaged file is read as: the free ones were used up as it broke."""
    path = data_dir / TRIES
    if not path.exists():
        return Tries()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Tries)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Tries(FREE_TRIES, dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC))


def _write_tries(data_dir: Path, tries: Tries) -> None:
    replace_file(data_dir / TRIES, msgspec.json.encode(tries))


def read_keyring(data_dir: Path) -> Keyring | None:
    """The keyring or its copy; None in a folder that holds no installation.

    Raises ``keyring_damaged`` where both are, ``keyring_missing`` for a database without a keyring,
    and ``data_too_new`` for the keyring of a later program.
    """
    paths = [path for name in (KEYRING, KEYRING_COPY) if (path := data_dir / name).exists()]
    for path in paths:
        keyring = _decode_keyring(path.read_bytes())
        if keyring is not None:
            return keyring
    if paths:
        raise UserError("keyring_damaged", file=str(data_dir / KEYRING))
    if (data_dir / DATABASE).exists() and not (data_dir / BEGUN).exists():
        raise UserError("keyring_missing", file=str(data_dir / KEYRING))
    return None


def write_keyring(data_dir: Path, keyring: Keyring) -> None:
    """Replace the keyring in one step, and then its copy."""
    digest = _digest(msgspec.to_builtins(keyring))
    content = msgspec.json.encode(msgspec.structs.replace(keyring, digest=digest))
    for name in (KEYRING, KEYRING_COPY):
        replace_file(data_dir / name, msgspec.json.format(content))


def _decode_keyring(raw: bytes) -> Keyring | None:
    """None for what is not, to the last letter, what was written."""
    try:
        fields = msgspec.json.decode(raw, type=dict[str, object])
        if fields.get("digest") != _digest(fields):
            return None
        if fields.get("version") != VERSION:
            raise UserError("data_too_new", found=fields.get("version"), known=VERSION)
        return msgspec.convert(fields, Keyring)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _digest(fields: dict[str, object]) -> str:
    """SHA-256 over every field but the digest itself, known here or not."""
    rest = {name: value for name, value in fields.items() if name != "digest"}
    return hashlib.sha256(msgspec.json.encode(rest, order="sorted")).hexdigest()


def _login_digest(keyring: Keyring, login: str) -> str:
    name = " ".join(login.split()).casefold()
    return hmac.new(bytes.fromhex(keyring.salt), name.encode(), hashlib.sha256).hexdigest()


def _stretch(password: str, salt: bytes, cost: KdfCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        password.encode(), salt, cost.time, cost.memory_kib, cost.lanes, 32, Type.ID
    )
