"""From what a cadre typed to a participant's record, with everything the rules have to say.

Form, CSV and command line all come through here, so that they refuse and accept the same.
"""

import re
from collections.abc import Sequence

import msgspec

from jamsos_desktop.domain import completeness, contribution, eligibility, nik, person_fields
from jamsos_desktop.domain.consent import check_consent
from jamsos_desktop.domain.contribution import CoverCost
from jamsos_desktop.domain.dates import age_on, first_day
from jamsos_desktop.domain.eligibility_rules import judge
from jamsos_desktop.domain.enrolment_form import (
    CHILD_FIELDS,
    FIELDS,
    INTERESTS,
    QUESTIONS,
    EnrolmentForm,
    Rules,
    is_number,
    is_village,
    read,
    says_unknown,
    with_unknown,
)
from jamsos_desktop.domain.finding import Finding, Level
from jamsos_desktop.domain.nik import NikReading
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.soft_checks import check_softly

_ANY_WORDS = {*QUESTIONS, *INTERESTS, "note", "correction"}  # "tidak tahu" may stand there
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules say of a form as it stands."""

    form: EnrolmentForm
    rules: Rules
    person: Participant  # whom the form describes, without a number
    findings: tuple[Finding, ...]
    reading: NikReading
    age: int | None  # at the first day of cover
    cost: CoverCost | None
    standing_in_the_way: tuple[Finding, ...]  # what must be mended or given a reason before saving
    others: tuple[Finding, ...] = ()  # of the findings, what only the database knows

    def is_of(self, form: EnrolmentForm, rules: Rules) -> bool:
        """Whether checking this form by these rules would only say the same again."""
        return self.rules is rules and self.form == form


def check(form: EnrolmentForm, rules: Rules) -> Checked:
    """Look at the whole form. Never raises, whatever was typed."""
    typed, form = form, with_unknown(form, rules)
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
        *_check_unknown(form),
        *check_consent(form.consent, rules.officer_name),
        *judge(
            rules.book,
            person,
            region=rules.region,
            occupations=rules.occupations,
            may_decide=rules.may_decide,
        ),
        *check_softly(form, person, rules),
    ]
    findings = completeness.only_demanded(said, person)
    if rules.correcting and not person.correction:
        findings.append(_finding("error", "correction_empty", "correction"))
    return Checked(
        form=typed,
        rules=rules,
        person=person,
        findings=tuple(findings),
        reading=nik.decode(number, rules.places, rules.today),
        age=_age(person),
        cost=_cost(person, rules),
        standing_in_the_way=tuple(f for f in findings if _stands_in_the_way(f, form)),
    )


def with_others(checked: Checked, others: Sequence[Finding]) -> Checked:
    """The same with what the database says now (a NIK that is here already), and not before."""
    if not (others or checked.others):
        return checked
    findings = [f for f in checked.findings if f not in checked.others]
    standing = [f for f in checked.standing_in_the_way if f not in checked.others]
    return msgspec.structs.replace(
        checked,
        findings=(*findings, *others),
        standing_in_the_way=(
            *standing,
            *(f for f in others if _stands_in_the_way(f, checked.form)),
        ),
        others=tuple(others),
    )


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
        elif not (is_number(text) and len(text) <= 3):
            findings.append(_finding("error", f"{field}_format", field))
    if person.postcode and not (is_number(person.postcode) and len(person.postcode) == 5):
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
    if form.income.strip() and person.income is None and not person.income_band:
        findings.append(_finding("warning", "income_format", "income"))
    return findings


def _check_family(form: EnrolmentForm, rules: Rules) -> list[Finding]:
    findings = []
    for name, birth_date in CHILD_FIELDS:
        typed = getattr(form, birth_date).strip()
        if typed and person_fields.parse_date(typed, rules.today) is None:
            findings.append(_finding("warning", "child_birth_date_unreadable", birth_date))
        if typed and not getattr(form, name).strip():
            findings.append(_finding("error", "child_name_empty", name))
    return findings


def _check_answers(form: EnrolmentForm, person: Participant) -> list[Finding]:
    return [
        _finding("error", "answer_unknown", name)
        for name in (*QUESTIONS, *INTERESTS)
        if getattr(form, name).strip() and not getattr(person, name)
    ]


def _check_unknown(form: EnrolmentForm) -> list[Finding]:
    """What is left of "tidak tahu" stands where it is no answer."""
    return [
        _finding("error", "unknown_is_no_answer", name)
        for name in FIELDS
        if name not in _ANY_WORDS and says_unknown(getattr(form, name))
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


def _finding(level: Level, code: str, field: str) -> Finding:
    return Finding(level=level, code=code, field=field)
