"""Who was registered at another laptop of the same event: no more than a duplicate check needs.

No NIK, family card, mother, address or phone travels from laptop to laptop. A NIK is a keyed hash,
which answers whether it is the same, or one slip away (docs/decisions/0026-exchange.md).
"""

import datetime as dt
import hmac
from collections.abc import Iterator

import msgspec

from jamsos_desktop.domain.matching import Traits, comparable_number
from jamsos_desktop.domain.names import canonical
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.registered import digest_of

_PURPOSE = b"jamsos-exchange-nik-1"
#: Stands for a NIK that is neither the one that is asked for nor one slip away from it.
_ANOTHER = "x" * 16


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One registration of another laptop."""

    record_id: str
    number: str
    at: str  # when it was registered: ISO 8601 with zone, that laptop's clock
    nik: bytes = b""  # keyed hash, 16 bytes; empty where there is none to compare
    name: str = ""
    birth_date: dt.date | None = None
    sex: str = ""
    village: str = ""


def hash_key(identity: str) -> bytes:
    """The key under which the laptops of an event hash NIKs, from the event's own key."""
    return hmac.digest(identity.encode(), _PURPOSE, "sha256")


def heard_of(record_id: str, at: str, person: Participant, key: bytes) -> Heard:
    """What is told of a participant."""
    return Heard(
        record_id=record_id,
        number=person.number,
        at=at,
        nik=digest_of(key, person.nik) or b"",
        name=person.name,
        birth_date=person.birth_date,
        sex=person.sex or "",
        village=person.village,
    )


def digests_near(key: bytes, number: str) -> dict[bytes, str]:
    """The hash of a NIK and of every one that is a slip away, with the NIK that each stands for.

    So a wrong digit is found without telling anybody the digits: 16 x 9 changed ones and 15 pairs
    of neighbours. Empty for a placeholder and for what is no NIK.
    """
    if not comparable_number(number):
        return {}
    made = ((digest_of(key, near), near) for near in (number, *_one_slip_away(number)))
    return {digest: near for digest, near in made if digest}


def traits_of(heard: Heard, near: dict[bytes, str]) -> Traits:
    """What is compared with somebody whose NIK has these hashes (:func:`digests_near`)."""
    return Traits(
        nik=near.get(heard.nik, _ANOTHER) if heard.nik else "",
        kk="",
        name=canonical(heard.name),
        birth_date=heard.birth_date,
        mother_name=(),
        village=heard.village,
        sex=heard.sex,
    )


def _one_slip_away(number: str) -> Iterator[str]:
    for place, written in enumerate(number):
        for digit in "0123456789":
            if digit != written:
                yield number[:place] + digit + number[place + 1 :]
    for place in range(len(number) - 1):
        one, other = number[place], number[place + 1]
        if one != other:
            yield number[:place] + other + one + number[place + 2 :]
