"""The enrolment form as it is typed, and the participant it describes.

Nothing is judged here: :mod:`jamsos_desktop.domain.enrolment` says what is wrong with a form.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Protocol

import msgspec

from jamsos_desktop.domain import nik, person_fields
from jamsos_desktop.domain.contribution import Tariff, check_cover, total
from jamsos_desktop.domain.eligibility_rules import RuleBook
from jamsos_desktop.domain.explanation import Terms
from jamsos_desktop.domain.income import IncomeBand, find_band
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.records import (
    Child,
    Consent,
    Duplicate,
    Explained,
    Participant,
    Programme,
)
from jamsos_desktop.domain.region import Region

VILLAGE_LEVELS = {"kelurahan", "desa", "desa_adat"}
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")


class EnrolmentForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form as it is typed: text in every field, nothing understood yet."""

    nik: str = ""
    name: str = ""
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    mother_name: str = ""
    kk: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""
    ktp_village: str = ""  # where the KTP is from, if elsewhere
    postcode: str = ""
    phone: str = ""
    email: str = ""
    occupation: str = ""
    occupation_text: str = ""
    second_occupation: str = ""
    workplace: str = ""
    work_starts: str = ""
    work_ends: str = ""
    income: str = ""
    coverage_start: str = ""
    coverage_months: str = ""
    heir_name: str = ""
    heir_relation: str = ""
    child1_name: str = ""
    child1_birth_date: str = ""
    child2_name: str = ""
    child2_birth_date: str = ""
    training: str = ""
    mentoring: str = ""
    micro_finance: str = ""
    note: str = ""
    pkh: str = ""
    civil_servant: str = ""
    already_insured: str = ""
    correction: str = ""  # why a record is changed
    duplicates: tuple[Duplicate, ...] = ()  # what was decided of likely duplicates
    explained: Explained | None = None  # to this person, while the form was filled
    consent: Consent | None = None  # what this person said to the use of their data
    photo: str = ""  # SHA-256 of a picture in the vault
    candidate_id: str = ""  # of the office's list from which the form was filled
    unknown: tuple[str, ...] = ()  # fields that the person could not tell
    reasons: dict[str, str] = {}  # finding code -> why it is set aside
    reason_by: dict[str, str] = {}  # finding code -> the officer who wrote so before


_REASONS = ("reasons", "reason_by")
_NOT_TYPED = {
    *(*_REASONS, "duplicates", "explained"),
    *("consent", "photo", "candidate_id", "unknown"),
}
#: The fields that a person can type into, in the order of the form.
FIELDS = tuple(f for f in EnrolmentForm.__struct_fields__ if f not in _NOT_TYPED)
#: What a rule book may ask of everybody, and what the city wants to know for its other programmes.
QUESTIONS = ("pkh", "civil_servant", "already_insured")
INTERESTS = ("training", "mentoring", "micro_finance")
_ANSWERS = (*QUESTIONS, *INTERESTS)
_NAMES = ("name", "mother_name", "heir_name")
_LINES = (
    *("birth_place", "address", "village", "ktp_village", "postcode", "email", "note"),
    *("occupation", "occupation_text", "second_occupation", "workplace", "coverage_start"),
    *("heir_relation", "correction"),
)
_UNKNOWN = {"tidak tahu", "tidak punya"}
CHILD_FIELDS = (("child1_name", "child1_birth_date"), ("child2_name", "child2_birth_date"))


class Places(nik.PrefixBook, Protocol):
    """The regions, as the form needs them."""

    def get(self, code: str) -> Region | None:
        """The region of a dotted code, if it is known."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that decides about a form, at one event on one day."""

    today: dt.date
    event_id: str
    programme_id: str
    programme: Programme
    region: str  # the event's, dotted: where its people live
    places: Places
    occupations: Mapping[str, Occupation]
    tariffs: tuple[Tariff, ...]
    book: RuleBook
    officer_id: str = ""  # who fills the form
    officer_name: str = ""
    income_bands: Mapping[str, IncomeBand] = {}
    terms: Mapping[str, Terms] = {}  # what a person agrees to, by language
    may_decide: bool = False  # and may set aside what is a coordinator's to decide
    correcting: bool = False  # a record that is there already, which wants a reason


def read(form: EnrolmentForm, number: str, rules: Rules) -> Participant:
    """The participant that the form describes; what cannot be understood stays empty."""
    form = with_unknown(form, rules)
    occupation = rules.occupations.get(form.occupation)
    band = find_band(form.income, rules.income_bands)
    reasons = {code: text.strip() for code, text in form.reasons.items() if text.strip()}
    person = Participant(
        number=number,
        event_id=rules.event_id,
        programme_id=rules.programme_id,
        nik=nik.normalise(form.nik),
        kk=nik.normalise(form.kk),
        reasons=reasons,
        reason_by={code: form.reason_by.get(code) or rules.officer_id for code in reasons},
        required=rules.book.demanded,
        rules=f"{rules.programme.rules}/{rules.book.version}",
        birth_date=person_fields.parse_date(form.birth_date, rules.today),
        sex=person_fields.parse_sex(form.sex),
        rt=form.rt.strip().zfill(3) if form.rt.strip() else "",
        rw=form.rw.strip().zfill(3) if form.rw.strip() else "",
        phone=person_fields.normalise_phone(form.phone),
        sector=occupation.sector if occupation else "non_transportasi",
        work_starts=_time(form.work_starts),
        work_ends=_time(form.work_ends),
        income=None if band else person_fields.parse_rupiah(form.income),
        income_band=band,
        payer=rules.programme.payer,
        coverage_months=_months(form.coverage_months),
        children=_children(form, rules.today),
    )
    person = msgspec.structs.replace(person, **_as_they_are(form))
    return msgspec.structs.replace(person, contribution=_contribution(person, rules))


def _contribution(person: Participant, rules: Rules) -> int:
    cover = person.coverage_start, person.coverage_months, person.payer, person.sector
    known = not check_cover(*cover, rules.tariffs)
    return total(*cover, rules.tariffs).total if known else 0


def _as_they_are(form: EnrolmentForm) -> dict[str, object]:
    """What needs no more understanding than blanks, capital letters and yes or no."""
    return {
        **{name: getattr(form, name) for name in _NOT_TYPED if name not in _REASONS},
        **{name: " ".join(getattr(form, name).split()) for name in _LINES},
        **{name: person_fields.normalise_name(getattr(form, name)) for name in _NAMES},
        **{name: person_fields.parse_answer(getattr(form, name)) for name in _ANSWERS},
    }


def form_of(person: Participant) -> EnrolmentForm:
    """The form that would give this record again."""
    texts: dict[str, str] = {}
    for field in FIELDS:
        value = getattr(person, field, None)
        texts[field] = "" if value is None else _text(value)
    for child, (name, birth_date) in zip(person.children, CHILD_FIELDS, strict=False):
        texts[name] = child.name
        texts[birth_date] = _text(child.birth_date or "")
    texts["income"] = texts["income"] or person.income_band
    texts["coverage_months"] = str(person.coverage_months or "")
    kept = {name: getattr(person, name) for name in _NOT_TYPED}
    return msgspec.structs.replace(EnrolmentForm(), **texts, **kept)


def says_unknown(text: str) -> bool:
    """Whether somebody wrote that the person does not know, or has none."""
    return " ".join(text.replace("_", " ").split()).casefold() in _UNKNOWN


def with_unknown(form: EnrolmentForm, rules: Rules) -> EnrolmentForm:
    """The form in which "tidak tahu" is an answer and no text, where it may be one.

    It is given with a key of the form, or as these words in a list.
    """
    told = [
        name
        for name in rules.book.may_be_unknown
        if says_unknown(text := getattr(form, name)) or (name in form.unknown and not text.strip())
    ]
    unknown = tuple(name for name in FIELDS if name in told)
    return msgspec.structs.replace(form, unknown=unknown, **dict.fromkeys(told, ""))


def is_village(places: Places, code: str) -> bool:
    """Whether a dotted code names a known kelurahan or desa."""
    region = places.get(code)
    return region is not None and region.level in VILLAGE_LEVELS


def _children(form: EnrolmentForm, today: dt.date) -> tuple[Child, ...]:
    return tuple(
        Child(
            name=person_fields.normalise_name(getattr(form, name)),
            birth_date=person_fields.parse_date(getattr(form, birth_date), today),
        )
        for name, birth_date in CHILD_FIELDS
        if getattr(form, name).strip()
    )


def _months(text: str) -> int:
    """No cover is longer than two digits, and what is no number of months is none."""
    return int(text) if is_number(text) and len(text.strip()) <= 2 else 0


def _time(text: str) -> str:
    match = _TIME.fullmatch(text.strip())
    return f"{int(match[1]):02d}:{match[2]}" if match else ""


def is_number(text: str) -> bool:
    """Whether a text is made of ASCII digits, with blanks around it perhaps."""
    return text.isascii() and text.strip().isdigit()


def _text(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, dt.date) else str(value)
