"""What one installation knows of itself."""

from typing import Literal

import msgspec

Mode = Literal["office", "station"]


class Installation(msgspec.Struct, frozen=True, kw_only=True):
    """An office or a station. Keys are public ones; the secret ones lie beside it in the vault."""

    mode: Mode
    practice: bool
    station_id: str  # whose journal this installation writes
    code: str  # prefix of its registration numbers
    name: str
    office_id: str
    office_name: str
    office_recipient: str  # age recipient: what travels to the office is sealed to it
    office_public_key: str  # Ed25519, hexadecimal: what the office signs is checked with it
    public_key: str  # Ed25519 of this installation, hexadecimal
    certificate: str  # the office's signature of this station's code and key, hexadecimal


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """The secret keys of an installation. Only in the encrypted database and in a sealed kit."""

    signing_key: str  # Ed25519, hexadecimal
    age_identity: str = ""  # opens what is sealed to this installation
    #: Event id -> age identity: what the laptops of one event seal to each other. Empty at an
    #: office, which can make each of them again.
    event_keys: dict[str, str] = {}
