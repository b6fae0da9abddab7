"""One row of an office's list as a candidate, with everything that is wrong or odd about it.

A row in which something cannot be understood is an error as a whole: nothing is guessed.
"""

import datetime as dt
from collections.abc import Callable, Mapping

import msgspec

from jamsos_desktop.domain import nik, person_fields
from jamsos_desktop.domain.eligibility import check_birth_date
from jamsos_desktop.domain.finding import Finding, Level
from jamsos_desktop.domain.list_cells import (
    lost_digits,
    read_birth,
    read_date,
    read_neighbourhood,
    read_rt_rw,
)
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Candidate

#: What a column of a list may be, in the order in which it is offered. ``birth`` is place and date
#: in one cell, ``rt_rw`` both numbers; ``district`` tells kelurahan of the same name apart.
COLUMN_FIELDS = (
    *("nik", "name", "kk", "birth_place", "birth_date", "birth", "sex", "mother_name"),
    *("address", "rt", "rw", "rt_rw", "village", "district", "phone", "occupation", "note"),
)
#: Sentences of the form end in "write the reason", which nobody can do in a list.
_SAID_OTHERWISE = {
    "nik_birth_date_differs": "list_birth_date_differs",
    "nik_sex_differs": "list_sex_differs",
    "nik_serial_zero": "list_serial_zero",
    "name_long": "list_name_long",
}

#: What is said of a number that a spreadsheet rounded. A candidate without a phone is still one.
_LOST: dict[str, tuple[Level, str]] = {
    "nik": ("error", "nik_lost_digits"),
    "kk": ("error", "kk_lost_digits"),
    "phone": ("warning", "phone_lost_digits"),
}


class ListRules(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a row is understood by."""

    programme_id: str
    today: dt.date
    known: nik.PrefixBook
    villages_named: Callable[[str, str], tuple[str, ...]]  # kelurahan, kecamatan -> dotted codes
    occupation_of: Callable[[str], str]  # a name of the list -> its id; "" for another


class CandidateRow(msgspec.Struct, frozen=True):
    """What a row says. With an error among the findings nobody may use the candidate."""

    candidate: Candidate
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether something is wrong, and not only odd."""
        return any(finding.level == "error" for finding in self.findings)


def read_row(cells: Mapping[str, str], rules: ListRules) -> CandidateRow:
    """Understand a row; ``cells`` are its texts by what their columns are."""
    found: list[Finding] = []
    text = {field: _said(cells.get(field, ""), field) for field in COLUMN_FIELDS}
    plain = Candidate(
        programme_id=rules.programme_id,
        name=person_fields.normalise_name(text["name"]),
        mother_name=person_fields.normalise_name(text["mother_name"]),
        address=text["address"],
        note=text["note"],
    )
    understood: dict[str, object] = {
        **_numbers(text, found),
        **_birth(text, rules, found),
        **_place(text, rules, found),
        **_occupation(text["occupation"], rules),
    }
    candidate = msgspec.structs.replace(plain, **understood)
    found += _check(candidate, text, rules)
    return CandidateRow(candidate, tuple(map(_in_a_list, found)))


def _said(cell: str, field: str) -> str:
    """The text without needless blanks; nothing for what people write instead of nothing."""
    text = " ".join(cell.split())
    nothing = "-–—.0" if field in _LOST else "-–—"
    return "" if set(text) <= set(nothing) else text


def _numbers(text: Mapping[str, str], found: list[Finding]) -> dict[str, str]:
    """NIK, KK and phone; one that a spreadsheet rounded is none."""
    kept = {}
    for field, (level, code) in _LOST.items():
        kept[field] = text[field].lstrip("'")  # the sign that keeps a number a text
        if lost_digits(kept[field]):
            found.append(_finding(level, code, field))
            kept[field] = ""
    return {
        "nik": nik.normalise(kept["nik"]),
        "kk": nik.normalise(kept["kk"]),
        "phone": person_fields.normalise_phone(kept["phone"]),
    }


def _birth(text: Mapping[str, str], rules: ListRules, found: list[Finding]) -> dict[str, object]:
    place, date = text["birth_place"], read_date(text["birth_date"], rules.today)
    unclear = bool(text["birth_date"]) and date is None
    if text["birth"]:
        both = read_birth(text["birth"], rules.today)
        place, date = place or both[0], date or both[1]
        unclear = unclear or date is None
    if unclear:
        found.append(_finding("error", "birth_date_unreadable", "birth_date"))
    elif date is not None:
        found += check_birth_date(date, rules.today)
    sex = person_fields.parse_sex(text["sex"])
    if text["sex"] and sex is None:
        found.append(_finding("error", "sex_unreadable", "sex"))
    return {"birth_place": place, "birth_date": date, "sex": sex}


def _place(text: Mapping[str, str], rules: ListRules, found: list[Finding]) -> dict[str, str]:
    place = {}
    for field in ("rt", "rw"):
        number = read_neighbourhood(text[field])
        if text[field] and number is None:
            found.append(_finding("error", f"{field}_format", field))
        place[field] = number or ""
    both = read_rt_rw(text["rt_rw"])
    if both is not None:
        place = {"rt": place["rt"] or both[0], "rw": place["rw"] or both[1]}
    elif text["rt_rw"]:
        found.append(_finding("error", "rt_rw_format", "rt_rw"))
    codes = rules.villages_named(text["village"], text["district"]) if text["village"] else ("",)
    if not codes:
        found.append(_finding("error", "village_not_here", "village"))
    elif len(codes) > 1:
        found.append(_finding("error", "village_several", "village"))
    return {**place, "village": codes[0] if len(codes) == 1 else ""}


def _occupation(text: str, rules: ListRules) -> dict[str, str]:
    known = rules.occupation_of(text) if text else ""
    if known or not text:
        return {"occupation": known}
    return {"occupation": OTHER_OCCUPATION, "occupation_text": text}


def _check(candidate: Candidate, text: Mapping[str, str], rules: ListRules) -> list[Finding]:
    """What the form would say of NIK, family card, name and phone."""
    findings = person_fields.check_name(candidate.name)
    if candidate.nik:
        findings += nik.check_nik(
            candidate.nik,
            birth_date=candidate.birth_date,
            sex=candidate.sex,
            village=candidate.village,
            known=rules.known,
            today=rules.today,
        )
    elif not lost_digits(text["nik"]):
        findings.append(_finding("warning", "candidate_without_nik", "nik"))
    findings += nik.check_kk(candidate.kk, candidate.nik, rules.known, rules.today)
    findings += person_fields.check_phone(candidate.phone)
    return [finding for finding in findings if finding.level != "info"]


def _in_a_list(finding: Finding) -> Finding:
    code = _SAID_OTHERWISE.get(finding.code, finding.code)
    return msgspec.structs.replace(finding, code=code)


def _finding(level: Level, code: str, field: str) -> Finding:
    return Finding(level=level, code=code, field=field)
