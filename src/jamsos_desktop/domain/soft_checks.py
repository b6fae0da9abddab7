"""What is possible and seldom right: told while the person is there, and never in the way.

None of this is a regulation. Usual ages stand in ``resources/occupations.toml``, the usual income
in the programme's rule book. The scholarship ends at 23, at marriage or with work.
"""

import datetime as dt

from jamsos_desktop.domain import names, person_fields
from jamsos_desktop.domain.dates import age_on
from jamsos_desktop.domain.enrolment_form import CHILD_FIELDS, EnrolmentForm, Rules
from jamsos_desktop.domain.finding import Finding, Level
from jamsos_desktop.domain.records import Participant

#: The age at which the scholarship of JKK and JKM ends.
SCHOLARSHIP_ENDS = 23
LONGEST_DAY = 16  # hours of work
_COUNTED_UP = "01234567890123456789"
_OPERATOR = 4  # digits that say whose number it is: 0812


def check_softly(form: EnrolmentForm, person: Participant, rules: Rules) -> list[Finding]:
    """What is odd about a form, which ``person`` was read from; none of it refuses anything."""
    return [
        *_check_age_for_work(person, rules),
        *_check_phone(person.phone),
        *_check_income(person, rules.book.usual_income),
        *_check_hours(person.work_starts, person.work_ends),
        *_check_children(form, person.birth_date, rules.today),
        *_check_heir(person),
    ]


def _check_age_for_work(person: Participant, rules: Rules) -> list[Finding]:
    work = rules.occupations.get(person.occupation)
    if work is None or person.birth_date is None or person.birth_date > rules.today:
        return []
    age = age_on(person.birth_date, rules.today)
    if work.youngest <= age and (age <= work.oldest or not work.oldest):
        return []
    return [_finding("warning", "occupation_age", "occupation", age=str(age), occupation=work.name)]


def _check_phone(phone: str) -> list[Finding]:
    digits = phone[_OPERATOR:]
    typed = len(digits) > _OPERATOR and (len(set(digits)) == 1 or digits in _COUNTED_UP)
    return [_finding("warning", "phone_pattern", "phone")] if typed else []


def _check_income(person: Participant, usual: int) -> list[Finding]:
    if not usual or person.income is None or person.income <= usual:
        return []
    said = {
        "income": person_fields.group_rupiah(person.income),
        "usual": person_fields.group_rupiah(usual),
    }
    return [_finding("warning", "income_unusual", "income", **said)]


def _check_hours(starts: str, ends: str) -> list[Finding]:
    """``HH:MM`` each; who works past midnight ends on the next day."""
    if not (starts and ends):
        return []
    minutes = (_minutes(ends) - _minutes(starts)) % (24 * 60)
    if not minutes:
        return [_finding("warning", "work_hours_none", "work_ends")]
    if minutes > LONGEST_DAY * 60:
        hours = str(minutes // 60)
        return [_finding("warning", "work_hours_long", "work_ends", hours=hours)]
    return []


def _check_children(form: EnrolmentForm, parent: dt.date | None, today: dt.date) -> list[Finding]:
    findings = []
    for _name, field in CHILD_FIELDS:
        born = person_fields.parse_date(getattr(form, field), today)
        if born is None:
            continue
        if parent is not None and born <= parent:
            findings.append(_finding("warning", "child_before_parent", field))
        elif born > today:
            findings.append(_finding("warning", "child_not_born", field))
        elif (age := age_on(born, today)) >= SCHOLARSHIP_ENDS:
            said = {"age": str(age), "ends": str(SCHOLARSHIP_ENDS)}
            findings.append(_finding("info", "child_too_old", field, **said))
    return findings


def _check_heir(person: Participant) -> list[Finding]:
    own, heir = names.canonical(person.name), names.canonical(person.heir_name)
    return [_finding("warning", "heir_is_self", "heir_name")] if own and own == heir else []


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _finding(level: Level, code: str, field: str, **values: str) -> Finding:
    return Finding(level=level, code=code, field=field, values=values)
