"""From what a cadre typed to a participant's record, with everything the rules have to say.

Form, CSV and command line all come through here, so that they refuse and accept the same.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from jamsos_desktop.domain import completeness, contribution, eligibility, nik, person_fields
from jamsos_desktop.domain.contribution import CoverCost, Tariff
from jamsos_desktop.domain.dates import age_on, first_day
from jamsos_desktop.domain.eligibility_rules import RuleBook, judge
from jamsos_desktop.domain.finding import Finding, Level
from jamsos_desktop.domain.nik import NikReading
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION, Occupation
from jamsos_desktop.domain.records import Child, Duplicate, Explained, Participant, Programme
from jamsos_desktop.domain.region import Region

VILLAGE_LEVELS = {"kelurahan", "desa", "desa_adat"}
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


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
    note: str = ""
    pkh: str = ""
    civil_servant: str = ""
    already_insured: str = ""
    correction: str = ""  # why a record is changed
    duplicates: tuple[Duplicate, ...] = ()  # what was decided of likely duplicates
    explained: Explained | None = None  # to this person, while the form was filled
    reasons: dict[str, str] = {}  # finding code -> why it is set aside
    reason_by: dict[str, str] = {}  # finding code -> the officer who wrote so before


_NOT_TYPED = {"reasons", "reason_by", "duplicates", "explained"}
#: The fields that a person can type into, in the order of the form.
FIELDS = tuple(f for f in EnrolmentForm.__struct_fields__ if f not in _NOT_TYPED)
QUESTIONS = ("pkh", "civil_servant", "already_insured")
_CHILD_FIELDS = (("child1_name", "child1_birth_date"), ("child2_name", "child2_birth_date"))


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
    may_decide: bool = False  # and may set aside what is a coordinator's to decide
    correcting: bool = False  # a record that is there already, which wants a reason


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules say of a form as it stands."""

    findings: tuple[Finding, ...]
    reading: NikReading
    age: int | None  # at the first day of cover
    cost: CoverCost | None
    standing_in_the_way: tuple[Finding, ...]  # what must be mended or given a reason before saving
    others: tuple[Finding, ...] = ()  # of the findings, what only the database knows


def check(form: EnrolmentForm, rules: Rules) -> Checked:
    """Look at the whole form. Never raises, whatever was typed."""
    person = read(form, "", rules)
    number = nik.normalise(form.nik)
    said = [
        *nik.check_nik(
            number,
            birth_date=person.birth_date,
            sex=person.sex,
            village=person.village,
            known=rules.places,
            today=rules.today,
        ),
        *person_fields.check_name(person.name),
        *_check_birth(form, person, rules),
        *nik.check_kk(nik.normalise(form.kk), number, rules.places, rules.today),
        *_check_address(form, person, rules),
        *person_fields.check_phone(person.phone),
        *_check_work(form, person, rules),
        *_check_family(form, rules),
        *_check_cover(person, rules),
        *_check_answers(form, person),
        *judge(
            rules.book,
            person,
            region=rules.region,
            occupations=rules.occupations,
            may_decide=rules.may_decide,
        ),
    ]
    findings = completeness.only_demanded(said, person)
    if rules.correcting and not person.correction:
        findings.append(_finding("error", "correction_empty", "correction"))
    return Checked(
        findings=tuple(findings),
        reading=nik.decode(number, rules.places, rules.today),
        age=_age(person),
        cost=_cost(person, rules),
        standing_in_the_way=tuple(f for f in findings if _stands_in_the_way(f, form)),
    )


def with_findings(checked: Checked, more: Sequence[Finding], form: EnrolmentForm) -> Checked:
    """The same with what others than the rules found (a NIK that is here already)."""
    if not more:
        return checked
    standing = (f for f in more if _stands_in_the_way(f, form))
    return msgspec.structs.replace(
        checked,
        findings=(*checked.findings, *more),
        standing_in_the_way=(*checked.standing_in_the_way, *standing),
        others=(*checked.others, *more),
    )


def read(form: EnrolmentForm, number: str, rules: Rules) -> Participant:
    """The participant that the form describes; what cannot be understood stays empty."""
    occupation = rules.occupations.get(form.occupation)
    reasons = {code: text.strip() for code, text in form.reasons.items() if text.strip()}
    return Participant(
        number=number,
        event_id=rules.event_id,
        programme_id=rules.programme_id,
        nik=nik.normalise(form.nik),
        name=person_fields.normalise_name(form.name),
        duplicates=form.duplicates,
        explained=form.explained,
        reasons=reasons,
        reason_by={code: form.reason_by.get(code) or rules.officer_id for code in reasons},
        required=rules.book.demanded,
        birth_place=form.birth_place.strip(),
        birth_date=person_fields.parse_date(form.birth_date, rules.today),
        sex=person_fields.parse_sex(form.sex),
        mother_name=person_fields.normalise_name(form.mother_name),
        kk=nik.normalise(form.kk),
        address=" ".join(form.address.split()),
        rt=form.rt.strip().zfill(3) if form.rt.strip() else "",
        rw=form.rw.strip().zfill(3) if form.rw.strip() else "",
        village=form.village.strip(),
        postcode=form.postcode.strip(),
        phone=person_fields.normalise_phone(form.phone),
        email=form.email.strip(),
        occupation=form.occupation,
        occupation_text=" ".join(form.occupation_text.split()),
        second_occupation=" ".join(form.second_occupation.split()),
        sector=occupation.sector if occupation else "non_transportasi",
        workplace=" ".join(form.workplace.split()),
        work_starts=_time(form.work_starts),
        work_ends=_time(form.work_ends),
        income=person_fields.parse_rupiah(form.income),
        payer=rules.programme.payer,
        coverage_start=form.coverage_start.strip(),
        coverage_months=_months(form.coverage_months),
        heir_name=person_fields.normalise_name(form.heir_name),
        heir_relation=form.heir_relation.strip(),
        children=_children(form, rules.today),
        note=form.note.strip(),
        pkh=person_fields.parse_answer(form.pkh),
        civil_servant=person_fields.parse_answer(form.civil_servant),
        already_insured=person_fields.parse_answer(form.already_insured),
        correction=" ".join(form.correction.split()),
    )


def form_of(person: Participant) -> EnrolmentForm:
    """The form that would give this record again."""
    texts: dict[str, str] = {}
    for field in FIELDS:
        value = getattr(person, field, None)
        texts[field] = "" if value is None else _text(value)
    for child, (name, birth_date) in zip(person.children, _CHILD_FIELDS, strict=False):
        texts[name] = child.name
        texts[birth_date] = _text(child.birth_date or "")
    texts["coverage_months"] = str(person.coverage_months or "")
    return EnrolmentForm(
        **texts,
        duplicates=person.duplicates,
        explained=person.explained,
        reasons=person.reasons,
        reason_by=person.reason_by,
    )


def next_form(previous: EnrolmentForm | None, rules: Rules) -> EnrolmentForm:
    """The form for the next person in the queue: region and cover carry over, nothing personal."""
    cover = EnrolmentForm(
        coverage_start=rules.programme.coverage_start or f"{rules.today:%Y-%m}",
        coverage_months=str(rules.programme.coverage_months),
    )
    if previous is None:
        return cover
    return msgspec.structs.replace(
        cover,
        village=previous.village,
        rt=previous.rt,
        rw=previous.rw,
        postcode=previous.postcode,
        coverage_start=previous.coverage_start,
        coverage_months=previous.coverage_months,
    )


def is_village(places: Places, code: str) -> bool:
    """Whether a dotted code names a known kelurahan or desa."""
    region = places.get(code)
    return region is not None and region.level in VILLAGE_LEVELS


def _stands_in_the_way(finding: Finding, form: EnrolmentForm) -> bool:
    given = form.reasons.get(finding.code, "").strip()
    if finding.waits:  # unless a coordinator has decided it before
        return not (given and form.reason_by.get(finding.code))
    if finding.overridable:
        return not given
    return finding.level == "error"


def _check_birth(form: EnrolmentForm, person: Participant, rules: Rules) -> list[Finding]:
    findings = []
    if person.sex is None:
        findings.append(_finding("error", "sex_empty", "sex"))
    if not form.birth_date.strip():
        findings.append(_finding("error", "birth_date_empty", "birth_date"))
    elif person.birth_date is None:
        findings.append(_finding("error", "birth_date_unreadable", "birth_date"))
    else:
        findings += eligibility.check_birth_date(person.birth_date, rules.today)
    return findings


def _check_address(form: EnrolmentForm, person: Participant, rules: Rules) -> list[Finding]:
    findings = []
    if not person.village:
        findings.append(_finding("error", "village_empty", "village"))
    elif not is_village(rules.places, person.village):
        findings.append(_finding("error", "village_unknown", "village"))
    for field in ("rt", "rw"):
        text = getattr(form, field).strip()
        if not text:
            findings.append(_finding("error", f"{field}_empty", field))
        elif not (_is_number(text) and len(text) <= 3):
            findings.append(_finding("error", f"{field}_format", field))
    if person.postcode and not (_is_number(person.postcode) and len(person.postcode) == 5):
        findings.append(_finding("warning", "postcode_format", "postcode"))
    if person.email and not _EMAIL.fullmatch(person.email):
        findings.append(_finding("warning", "email_format", "email"))
    return findings


def _check_work(form: EnrolmentForm, person: Participant, rules: Rules) -> list[Finding]:
    findings = []
    if not person.occupation:
        findings.append(_finding("error", "occupation_empty", "occupation"))
    elif person.occupation not in rules.occupations:
        findings.append(_finding("error", "occupation_unknown", "occupation"))
    elif person.occupation == OTHER_OCCUPATION and not person.occupation_text:
        findings.append(_finding("error", "occupation_text_empty", "occupation_text"))
    findings += [
        _finding("warning", "work_time_format", field)
        for field in ("work_starts", "work_ends")
        if getattr(form, field).strip() and not getattr(person, field)
    ]
    if form.income.strip() and person.income is None:
        findings.append(_finding("warning", "income_format", "income"))
    return findings


def _check_family(form: EnrolmentForm, rules: Rules) -> list[Finding]:
    findings = []
    for name, birth_date in _CHILD_FIELDS:
        typed = getattr(form, birth_date).strip()
        if typed and person_fields.parse_date(typed, rules.today) is None:
            findings.append(_finding("warning", "child_birth_date_unreadable", birth_date))
        if typed and not getattr(form, name).strip():
            findings.append(_finding("error", "child_name_empty", name))
    return findings


def _check_answers(form: EnrolmentForm, person: Participant) -> list[Finding]:
    return [
        _finding("error", "answer_unknown", name)
        for name in QUESTIONS
        if getattr(form, name).strip() and not getattr(person, name)
    ]


def _check_cover(person: Participant, rules: Rules) -> list[Finding]:
    return contribution.check_cover(
        person.coverage_start, person.coverage_months, person.payer, person.sector, rules.tariffs
    )


def _age(person: Participant) -> int | None:
    start = first_day(person.coverage_start)
    if person.birth_date is None or start is None:
        return None
    return age_on(person.birth_date, start)


def _cost(person: Participant, rules: Rules) -> CoverCost | None:
    if contribution.check_cover(
        person.coverage_start, person.coverage_months, person.payer, person.sector, rules.tariffs
    ):
        return None
    return contribution.total(
        person.coverage_start, person.coverage_months, person.payer, person.sector, rules.tariffs
    )


def _children(form: EnrolmentForm, today: dt.date) -> tuple[Child, ...]:
    return tuple(
        Child(
            name=person_fields.normalise_name(getattr(form, name)),
            birth_date=person_fields.parse_date(getattr(form, birth_date), today),
        )
        for name, birth_date in _CHILD_FIELDS
        if getattr(form, name).strip()
    )


def _months(text: str) -> int:
    """No cover is longer than two digits, and what is no number of months is none."""
    return int(text) if _is_number(text) and len(text.strip()) <= 2 else 0


def _time(text: str) -> str:
    match = _TIME.fullmatch(text.strip())
    return f"{int(match[1]):02d}:{match[2]}" if match else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.strip().isdigit()


def _text(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, dt.date) else str(value)


def _finding(level: Level, code: str, field: str) -> Finding:
    return Finding(level=level, code=code, field=field)
