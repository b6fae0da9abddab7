"""The keys of the envelope, as text: Ed25519 for signing (hexadecimal), age X25519 for sealing."""

from typing import TYPE_CHECKING

from jamsos_desktop.bundle import bech32
from jamsos_desktop.domain.certificate import certificate_bytes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_signing_key() -> str:
    """A fresh Ed25519 secret key: the 32 bytes of its seed in hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key_of(signing_key: str) -> str:
    """The Ed25519 public key, hexadecimal."""
    return _private(signing_key).public_key().public_bytes_raw().hex()


def sign(signing_key: str, data: bytes) -> bytes:
    """The 64 bytes of the Ed25519 signature of ``data``."""
    return _private(signing_key).sign(data)


def verify(public_key: str, data: bytes, signature: bytes) -> bool:
    """Whether ``signature`` is that of ``data`` under the hexadecimal ``public_key``.

    A key or a signature that is malformed verifies nothing.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(signature, data)
    except (ValueError, InvalidSignature):
        return False
    return True


def new_age_identity() -> str:
    """A fresh age identity, ``AGE-SECRET-KEY-1...``: it opens what is sealed to its recipient."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def age_recipient_of(identity: str) -> str:
    """The public half of an age identity, ``age1...``. Raises ``ValueError`` for no identity."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as error:
        raise ValueError("not an age identity") from error


def event_identity(office_signing_key: str, event_id: str) -> str:
    """The age identity of an event: the same whenever the office needs it, and kept nowhere there.

    HKDF-SHA256 of the office's secret key, so an event that was planned before, or by an office
    that was restored from a backup, has its key too (docs/decisions/0026-exchange.md).
    """
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"jamsos-event-key-1\n{event_id}".encode()
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info)
    seed = derived.derive(bytes.fromhex(office_signing_key))
    return bech32.encode("age-secret-key-", seed).upper()


def certify_station(
    office_signing_key: str, *, station_id: str, code: str, public_key: str, practice: bool
) -> str:
    """The office's signature (hexadecimal) that makes a station known wherever its key is known."""
    return sign(office_signing_key, certificate_bytes(station_id, code, public_key, practice)).hex()


def verify_certificate(
    office_public_key: str,
    certificate: str,
    *,
    station_id: str,
    code: str,
    public_key: str,
    practice: bool,
) -> bool:
    """Whether the office certified exactly this station, code, key and practice flag."""
    try:
        signature = bytes.fromhex(certificate)
    except ValueError:
        return False
    return verify(
        office_public_key, certificate_bytes(station_id, code, public_key, practice), signature
    )


def _private(signing_key: str) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(signing_key))
