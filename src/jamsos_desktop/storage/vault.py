"""The keys of one installation: a random database key, wrapped once for each officer.

``keyring.json`` holds no key in the clear and no person's name: an officer's slot is found by a
keyed digest of the login name, its copy of the database key is wrapped (AES-256-GCM) under argon2id
of the password, and one more copy is sealed to the office's recovery key (age). ``tries.json``
counts wrong passwords and makes the next try wait.
"""

import datetime as dt
import hashlib
import hmac
import secrets
from pathlib import Path

import msgspec

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage.files import replace_file

KEYRING = "keyring.json"
TRIES = "tries.json"
MINIMUM_PASSWORD = 8
FREE_TRIES = 3
FIRST_WAIT = 5
LONGEST_WAIT = 300


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

    version: int = 1
    name: str  # of the office or station, shown at the login
    mode: str
    practice: bool
    salt: str
    recovery: str  # the database key sealed to the office's age recipient, hexadecimal
    slots: tuple[Slot, ...] = ()


class Tries(msgspec.Struct, frozen=True):
    """Wrong passwords in a row, and when the last was typed (ISO 8601 with zone)."""

    count: int = 0
    last: str = ""


def new_database_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(32)


def make_keyring(name: str, mode: str, practice: bool, key: bytes, recipient: str) -> Keyring:
    """A keyring without officers; ``key`` is sealed to the office's age ``recipient``."""
    import pyrage

    sealed = pyrage.encrypt(key, [pyrage.x25519.Recipient.from_str(recipient)])
    return Keyring(
        name=name,
        mode=mode,
        practice=practice,
        salt=secrets.token_hex(16),
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
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
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
    failed = Tries(tries.count + 1, now.isoformat())
    replace_file(data_dir / TRIES, msgspec.json.encode(failed))
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
    wait = min(FIRST_WAIT * 2 ** (tries.count - FREE_TRIES), LONGEST_WAIT)
    passed = (now - dt.datetime.fromisoformat(tries.last)).total_seconds()
    return 0 if passed >= wait else min(wait, round(wait - max(passed, 0)) or 1)


def read_tries(data_dir: Path) -> Tries:
    """The wrong tries so far. A damaged file counts as the free tries used up, from now on."""
    path = data_dir / TRIES
    if not path.exists():
        return Tries()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Tries)
    except msgspec.DecodeError:
        written = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        return Tries(FREE_TRIES, written.isoformat())


def read_keyring(data_dir: Path) -> Keyring | None:
    """The keyring, or None in a folder that holds no installation. Raises ``keyring_damaged``."""
    path = data_dir / KEYRING
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Keyring)
    except msgspec.DecodeError as error:
        raise UserError("keyring_damaged", file=str(path)) from error


def write_keyring(data_dir: Path, keyring: Keyring) -> None:
    """Replace the keyring in one step."""
    replace_file(data_dir / KEYRING, msgspec.json.format(msgspec.json.encode(keyring)))


def _login_digest(keyring: Keyring, login: str) -> str:
    name = " ".join(login.split()).casefold()
    return hmac.new(bytes.fromhex(keyring.salt), name.encode(), hashlib.sha256).hexdigest()


def _stretch(password: str, salt: bytes, cost: KdfCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        password.encode(), salt, cost.time, cost.memory_kib, cost.lanes, 32, Type.ID
    )
