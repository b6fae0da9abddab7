"""Invented cards of an invented station of an invented office."""

import datetime as dt
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.domain.certificate import Certificate, certificate_bytes
from jamsos_desktop.printing.card_code import CodeFields, sign_code
from jamsos_desktop.printing.card_design import PrintedCard

OFFICE = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
OFFICE_KEY = OFFICE.public_key().public_bytes_raw().hex()
OTHER_OFFICE_KEY = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
STATION = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
STATION_KEY = STATION.public_key().public_bytes_raw().hex()
STATION_SECRET = (b"s" * 32).hex()
STATION_ID = "0198c1d2e3f4a5b6c7d8e9f001122334"


def make_certificate(*, practice: bool = False) -> Certificate:
    message = certificate_bytes(STATION_ID, "MJK1", STATION_KEY, practice)
    return Certificate(
        station_id=STATION_ID,
        code="MJK1",
        public_key=STATION_KEY,
        practice=practice,
        signature=OFFICE.sign(message).hex(),
    )


def make_fields(number: str = "MJK1-000001-7") -> CodeFields:
    return CodeFields(number=number, event="5f6a7b8c", date=dt.date(2025, 11, 12))


def make_code(number: str = "MJK1-000001-7", *, practice: bool = False) -> str:
    return sign_code(make_fields(number), STATION_SECRET, make_certificate(practice=practice))


def make_content(**changes: object) -> CardContent:
    values: dict[str, object] = {
        "name": "Siti Aminah",
        "masked_nik": "3576••••••••0001",
        "address": "Prajuritkulon RT 003 RW 002",
        "occupation": "Pedagang keliling",
        "programme": "JKK + JKM, iuran dari DBHCHT",
        "coverage": "Nov 2025 – Jan 2026 (3 bulan)",
        "event": "12-11-2025, Sosialisasi DBHCHT, Pendopo Sabha Kridha Mandala Tama",
        "officer": "Dewi Lestari",
        "number": "MJK1-000001-7",
        "practice": False,
    }
    return CardContent(**(values | changes))  # type: ignore[arg-type]


def make_cards(count: int, *, practice: bool = False, **changes: object) -> Iterator[PrintedCard]:
    for index in range(count):
        number = f"MJK1-{index:06d}-7"
        content = make_content(number=number, practice=practice, **changes)
        yield PrintedCard(content, make_code(number, practice=practice))
