"""What the office signs when it makes a station known: the certificate of the station's key.

Only bytes and data: signing and checking belong to the parts that hold keys. Whoever knows the
office's public key can check a station that they have never met.
"""

import json

import msgspec

#: Keeps this signature from ever being mistaken for the signature of something else.
CONTEXT = b"jamsos-station-certificate-1\n"


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """A station's key as the office certified it. Keys and signature are lower-case hexadecimal."""

    station_id: str
    code: str  # prefix of its registration numbers
    public_key: str  # Ed25519, 32 bytes
    practice: bool
    signature: str  # Ed25519 by the office over certificate_bytes(), 64 bytes


def certificate_bytes(station_id: str, code: str, public_key_hex: str, practice: bool) -> bytes:
    """The canonical bytes that the office signs: the context, then a JSON array without blanks.

    Two different stations can never give the same bytes, since JSON delimits each text.
    """
    fields = [station_id, code, public_key_hex.lower(), practice]
    return CONTEXT + json.dumps(fields, separators=(",", ":"), ensure_ascii=True).encode()
