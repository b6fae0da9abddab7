"""From somebody whom the office expects (*calon peserta*) to the form that registers them."""

import re
from collections.abc import Collection
from typing import NamedTuple

from jamsos_desktop.domain import nik, person_fields
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Candidate

#: What a candidate and the form have in common and what both write as they are.
_SAME = (
    *("name", "nik", "kk", "birth_place", "sex", "mother_name"),
    *("address", "rt", "rw", "village", "phone", "occupation", "occupation_text"),
)
_NUMBERS = {"nik", "kk", "rt", "rw", "birth_date"}
_NOT_A_DIGIT = re.compile(r"\D")


class Filling(NamedTuple):
    """What goes into the form, and the fields that keep what somebody typed."""

    values: dict[str, str]
    kept: tuple[str, ...]  # where the list says something else


def texts_of(expected: Candidate) -> dict[str, str]:
    """What the office knows of a candidate, by the fields of the form; nothing that is empty."""
    texts = {name: str(getattr(expected, name) or "") for name in _SAME}
    if expected.birth_date is not None:
        texts["birth_date"] = f"{expected.birth_date:%d-%m-%Y}"
    if not expected.occupation and expected.occupation_text:
        texts["occupation"] = OTHER_OCCUPATION
    return {name: text for name, text in texts.items() if text}


def fill(form: EnrolmentForm, expected: Candidate, not_typed: Collection[str]) -> Filling:
    """Fill what is empty, or what nobody typed: it came from the form before, or from a queue.

    Of what was typed only a name is replaced that was begun like the candidate's: so they were
    looked for.
    """
    values: dict[str, str] = {}
    kept = []
    for name, text in texts_of(expected).items():
        typed = getattr(form, name).strip()
        begun = name == "name" and begins(typed, text)
        if not typed or name in not_typed or begun:
            values[name] = text
        elif not _same(name, typed, text):
            kept.append(name)
    return Filling(values, tuple(kept))


def begins(typed: str, name: str) -> bool:
    """Whether each typed word begins a word of the name, in the same order."""
    words = iter(name.casefold().split())
    return all(any(word.startswith(part) for word in words) for part in typed.casefold().split())


def other_nik(form: EnrolmentForm, expected: Candidate) -> bool:
    """Whether a whole NIK was typed that is not the candidate's."""
    typed = nik.normalise(form.nik)
    return len(typed) == nik.LENGTH and bool(expected.nik) and typed != expected.nik


def _same(name: str, one: str, other: str) -> bool:
    if name in _NUMBERS:
        return _digits(one) == _digits(other)
    if name == "phone":
        return person_fields.normalise_phone(one) == person_fields.normalise_phone(other)
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _digits(text: str) -> str:
    return _NOT_A_DIGIT.sub("", text).lstrip("0")
