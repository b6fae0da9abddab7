"""The signed text of a card's QR code, made and checked without a network.

The text is ``JS1:`` and the base45 of a COSE_Sign1 message (RFC 9052, EdDSA). Its CBOR payload is a
map: 1 registration number, 2 short event id, 3 date of enrolment (days since 1970-01-01), 4 the
station's certificate as ``[station id, code, public key, practice, office's signature]``. No name
and no NIK. The certificate travels inside, so a reader needs to know nothing but the offices'
public keys. See docs/decisions/0004-cards-and-qr.md.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Literal

import base45
import cbor2
import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from jamsos_desktop.domain.certificate import Certificate, certificate_bytes

PREFIX = "JS1:"
#: What the largest symbol that the card has room for can hold (QR version 12, correction M).
MAX_TEXT = 419
SHORT_EVENT = 8

_COSE_SIGN1 = 18
_PROTECTED = cbor2.dumps({1: -8})  # algorithm: EdDSA
_EPOCH = dt.date(1970, 1, 1).toordinal()
_HEX_ID = re.compile(r"[0-9a-f]{32}")
_BASE45 = re.compile(r"[0-9A-Z $%*+\-./:]*")

Outcome = Literal["valid", "bad_signature", "unknown_office", "not_ours"]


class CodeFields(msgspec.Struct, frozen=True, kw_only=True):
    """What the code says about the card."""

    number: str
    event: str  # short_event() of the event's id
    date: dt.date


class CardCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader found. ``fields`` and ``certificate`` can be trusted only when ``valid``.

    ``unknown_office``: signed by a station that none of the known offices vouches for.
    """

    outcome: Outcome
    fields: CodeFields | None = None
    certificate: Certificate | None = None


class _UnreadableError(ValueError):
    """The text is no card code of this format."""


def short_event(event_id: str) -> str:
    """The end of the event's id: enough to tell the events of one office apart."""
    return event_id[-SHORT_EVENT:]


def sign_code(fields: CodeFields, signing_key_hex: str, certificate: Certificate) -> str:
    """The QR's text, signed with the station's Ed25519 key.

    The same input gives the same text. Raises :class:`ValueError` if it would not fit the card.
    """
    payload = cbor2.dumps(
        {
            1: fields.number,
            2: fields.event,
            3: fields.date.toordinal() - _EPOCH,
            4: _pack_certificate(certificate),
        }
    )
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(signing_key_hex))
    signature = key.sign(_to_be_signed(payload))
    message = cbor2.CBORTag(_COSE_SIGN1, [_PROTECTED, {}, payload, signature])
    text: str = PREFIX + base45.b45encode(cbor2.dumps(message)).decode("ascii")
    if len(text) > MAX_TEXT:
        raise ValueError(f"card code of {len(text)} characters, more than {MAX_TEXT}")
    return text


def verify_code(text: str, office_public_keys: Iterable[str]) -> CardCheck:
    """Read and check a QR's text. Never raises for a text that somebody else wrote."""
    try:
        payload, signature = _read_message(text)
        fields, certificate = _read_payload(payload)
    except _UnreadableError:
        return CardCheck(outcome="not_ours")
    outcome: Outcome = "unknown_office"
    if not _verifies(certificate.public_key, signature, _to_be_signed(payload)):
        outcome = "bad_signature"
    elif any(_vouches(office, certificate) for office in office_public_keys):
        outcome = "valid"
    return CardCheck(outcome=outcome, fields=fields, certificate=certificate)


def _to_be_signed(payload: bytes) -> bytes:
    """COSE's Sig_structure for one signer without external data (RFC 9052, 4.4)."""
    return cbor2.dumps(["Signature1", _PROTECTED, b"", payload])


def _verifies(public_key_hex: str, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key_hex)).verify(signature, message)
    except (InvalidSignature, ValueError):  # ValueError: 32 bytes that are no point of the curve
        return False
    return True


def _vouches(office_public_key: str, certificate: Certificate) -> bool:
    """Whether this office certified this station."""
    message = certificate_bytes(
        certificate.station_id, certificate.code, certificate.public_key, certificate.practice
    )
    return _verifies(office_public_key, bytes.fromhex(certificate.signature), message)


def _pack_certificate(certificate: Certificate) -> list[object]:
    """The certificate as short as it goes: 32 hex digits are 16 bytes."""
    station = certificate.station_id
    return [
        bytes.fromhex(station) if _HEX_ID.fullmatch(station) else station,
        certificate.code,
        bytes.fromhex(certificate.public_key),
        certificate.practice,
        bytes.fromhex(certificate.signature),
    ]


def _read_message(text: str) -> tuple[bytes, bytes]:
    """Payload and signature of the COSE_Sign1 message; exactly our headers are understood."""
    body = text.removeprefix(PREFIX)
    if body == text or len(text) > MAX_TEXT or not _BASE45.fullmatch(body):
        raise _UnreadableError
    try:
        message = _decode(base45.b45decode(body))
    except ValueError as error:
        raise _UnreadableError from error
    if not isinstance(message, cbor2.CBORTag) or message.tag != _COSE_SIGN1:
        raise _UnreadableError
    match message.value:
        case [protected, headers, bytes(payload), bytes(signature)] if (
            protected == _PROTECTED and headers == {}
        ):
            return payload, signature
    raise _UnreadableError


def _decode(raw: bytes) -> Any:
    """What the CBOR says.

    A stranger's bytes may ask for dates, fractions or patterns that do not exist, and cbor2 lets
    some of the errors through that making them raises.
    """
    try:
        return cbor2.loads(raw)
    except (
        cbor2.CBORError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        re.error,
    ) as error:
        raise _UnreadableError from error


def _read_payload(payload: bytes) -> tuple[CodeFields, Certificate]:
    match _decode(payload):
        case {
            1: str(number),
            2: str(event),
            3: int(days),
            4: [
                bytes() | str() as station,
                str(code),
                bytes(key),
                bool(practice),
                bytes(signature),
            ],
        } if 0 <= days < dt.date.max.toordinal() - _EPOCH:
            fields = CodeFields(number=number, event=event, date=dt.date.fromordinal(days + _EPOCH))
            certificate = Certificate(
                station_id=station.hex() if isinstance(station, bytes) else station,
                code=code,
                public_key=key.hex(),
                practice=practice,
                signature=signature.hex(),
            )
            return fields, certificate
    raise _UnreadableError
