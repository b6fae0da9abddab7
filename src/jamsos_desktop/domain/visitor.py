"""What is typed in one line about somebody who comes: name, NIK, RT/RW, phone, in any order."""

import re

import msgspec

from jamsos_desktop.domain import nik, person_fields

_NEIGHBOURHOOD = re.compile(
    r"(?:rt\.? *)?([0-9]{1,3})(?: */ *(?:rw\.? *)?| *rw\.? *)([0-9]{1,3})", re.IGNORECASE
)
_PHONE = re.compile(r"0[0-9]{8,13}")


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who came, as far as the line says; what it does not say stays empty."""

    name: str = ""
    nik: str = ""
    rt: str = ""
    rw: str = ""
    phone: str = ""


def read_visitor(line: str) -> Visitor:
    """Understand parts that commas separate: ``Siti Aminah, 3/2, 0812-3456-7890``.

    Sixteen digits are a NIK, ``3/2`` or ``RT 3 RW 2`` the neighbourhood, a number that begins like
    one a phone. Everything else is the name. Never raises.
    """
    known: dict[str, str] = {}
    names = []
    for part in line.split(","):
        found = _understand(part.strip())
        if found:
            known |= found
        else:
            names.append(part)
    return Visitor(name=person_fields.normalise_name(" ".join(names)), **known)


def _understand(part: str) -> dict[str, str]:
    digits = nik.normalise(part)
    if len(digits) == nik.LENGTH and digits.isascii() and digits.isdigit():
        return {"nik": digits}
    place = _NEIGHBOURHOOD.fullmatch(part)
    if place:
        return {"rt": place[1].zfill(3), "rw": place[2].zfill(3)}
    phone = person_fields.normalise_phone(part)
    return {"phone": phone} if _PHONE.fullmatch(phone) else {}
