"""Who may be enrolled, as data: a rule book for each programme (``resources/rules/*.toml``).

A rule has a kind, which says what is looked at, and a level, which says what that means:

* ``block``: stands in the way, unless ``override`` lets a reason (``reason``) or a coordinator's
  reason (``coordinator``) set it aside;
* ``ask``: a warning that wants a reason, the coordinator's where ``override`` says so;
* ``warn``: is told, and nothing more.

What is counted (one for each family card, quota) needs the database: services count, and the same
rules say what the numbers mean. Nothing here raises, whatever the form or a valid book says.
"""

import datetime as dt
import re
from collections.abc import Mapping
from string import Formatter
from typing import Literal

import msgspec

from jamsos_desktop.domain.dates import age_on, first_day, short_date
from jamsos_desktop.domain.eligibility import near_birthday
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.region import is_within
from jamsos_desktop.i18n import _

RuleLevel = Literal["block", "warn", "ask"]
Override = Literal["none", "reason", "coordinator"]
#: What only the person can say. The names are fields of form and record.
Question = Literal["pkh", "civil_servant", "already_insured"]
#: Fields that a book may demand.
Required = Literal[
    "nik",
    "name",
    "birth_place",
    "birth_date",
    "sex",
    "mother_name",
    "kk",
    "address",
    "rt",
    "rw",
    "village",
    "postcode",
    "phone",
    "email",
    "occupation",
    "second_occupation",
    "workplace",
    "work_starts",
    "work_ends",
    "income",
    "heir_name",
    "heir_relation",
]
#: Fields for which "tidak tahu" (or "tidak punya") may be an answer.
MayBeUnknown = Literal[
    "birth_place",
    "mother_name",
    "kk",
    "address",
    "postcode",
    "phone",
    "email",
    "second_occupation",
    "workplace",
    "work_starts",
    "work_ends",
    "income",
    "heir_name",
    "heir_relation",
]
OLDEST = 120
_ID = re.compile(r"[a-z][a-z_]*")
_REGION = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?", re.ASCII)


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a rule file. Indonesian is the source; without English it is shown as it is."""

    id: str
    en: str = ""

    def by_language(self) -> dict[str, str]:
        """The words by language, for :func:`jamsos_desktop.i18n.pick`."""
        return {"id": self.id, "en": self.en} if self.en else {"id": self.id}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every rule says. Its id is the code of what it finds."""

    id: str
    level: RuleLevel
    text: Text
    source: Text  # regulation, article or report; or that none was found
    override: Override = "none"


class MinimumAge(Rule, frozen=True, kw_only=True, tag="minimum_age"):
    """At least this old on the first day of cover."""

    age: int


class AgeLimit(Rule, frozen=True, kw_only=True, tag="age_limit"):
    """Not yet this old on the first day of cover."""

    age: int


class NearAgeLimit(Rule, frozen=True, kw_only=True, tag="near_age_limit"):
    """Reaches the age within so many months after cover starts."""

    age: int
    months: int


class Residence(Rule, frozen=True, kw_only=True, tag="residence"):
    """Lives within one of these regions; without any, within the event's."""

    regions: tuple[str, ...] = ()


class Work(Rule, frozen=True, kw_only=True, tag="occupation"):
    """Works as one of ``allowed`` (where there are any) and as none of ``excluded``."""

    allowed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class OnePerKk(Rule, frozen=True, kw_only=True, tag="one_per_kk"):
    """One person for each family card in the programme."""


class Asked(Rule, frozen=True, kw_only=True, tag="asked"):
    """Asked of the person; "ya" is what the rule is about. ``optional`` may stay unanswered."""

    question: Question
    optional: bool = False


class Quota(Rule, frozen=True, kw_only=True, tag="quota"):
    """No more than so many people; 0 stands for the target of the event."""

    per: Literal["event", "programme"]
    people: int = 0


AnyRule = MinimumAge | AgeLimit | NearAgeLimit | Residence | Work | OnePerKk | Asked | Quota
_GAPS: Mapping[type[Rule], set[str]] = {
    MinimumAge: {"age", "start", "minimum"},
    AgeLimit: {"age", "start", "limit"},
    NearAgeLimit: {"age", "start", "limit", "birthday"},
    Work: {"occupation"},
    OnePerKk: {"number"},
    Quota: {"limit", "enrolled"},
}


class RuleBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of one kind of programme."""

    version: int
    name: Text
    note: Text  # where the rules come from, and what was not found
    required: tuple[Required, ...]
    may_be_unknown: tuple[MayBeUnknown, ...] = ()
    usual_income: int = 0  # rupiah a month; more than that is asked about. 0: nothing is usual
    rules: tuple[AnyRule, ...] = msgspec.field(name="rule", default=())

    @property
    def asked(self) -> frozenset[str]:
        """The questions that the form shows."""
        return frozenset(rule.question for rule in self.rules if isinstance(rule, Asked))

    @property
    def demanded(self) -> tuple[str, ...]:
        """The fields without which a record is not complete: NIK and name always."""
        answers = (r.question for r in self.rules if isinstance(r, Asked) and not r.optional)
        return tuple(dict.fromkeys(("nik", "name", *self.required, *answers)))

    @property
    def counts(self) -> bool:
        """Whether a rule needs the people who are enrolled already."""
        return any(isinstance(rule, OnePerKk | Quota) for rule in self.rules)


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What the database knows of the others."""

    same_kk: str = ""  # a registration number in the programme with the same family card
    in_event: int = 0
    in_programme: int = 0
    target: int = 0  # of the event; 0 where there is none


def find_mistake(book: RuleBook, occupations: Mapping[str, Occupation]) -> str:
    """What is wrong with a book whose shape is right; empty where nothing is."""
    ids = [rule.id for rule in book.rules]
    for rule in book.rules:
        if not _ID.fullmatch(rule.id) or ids.count(rule.id) > 1:
            return _("id tidak bisa dipakai atau dipakai dua kali: {id}", id=rule.id)
        if mistake := _text_mistake(rule) or _value_mistake(rule, occupations):
            return f"{rule.id}: {mistake}"
    return ""


def judge(
    book: RuleBook,
    person: Participant,
    *,
    region: str,
    occupations: Mapping[str, Occupation],
    may_decide: bool,
) -> list[Finding]:
    """What the rules say of one person; ``region`` is the event's.

    ``may_decide``: a coordinator is signed in. What is not known yet is not judged.
    """
    findings = (_judge(rule, person, region, occupations) for rule in book.rules)
    return [
        _finding(rule, field, values, may_decide=may_decide)
        for rule, found in zip(book.rules, findings, strict=True)
        if found is not None
        for field, values in (found,)
    ]


def judge_counted(book: RuleBook, counted: Counted, *, may_decide: bool) -> list[Finding]:
    """What the rules say of numbers that were counted."""
    findings = []
    for rule in book.rules:
        match rule:
            case OnePerKk() if counted.same_kk:
                field, values = "kk", {"number": counted.same_kk}
            case Quota() if _is_full(rule, counted):
                limit, enrolled = _quota(rule, counted)
                field, values = "nik", {"limit": str(limit), "enrolled": str(enrolled)}
            case _:
                continue
        findings.append(_finding(rule, field, values, may_decide=may_decide))
    return findings


_Found = tuple[str, dict[str, str]] | None


def _judge(
    rule: AnyRule, person: Participant, region: str, occupations: Mapping[str, Occupation]
) -> _Found:
    match rule:
        case MinimumAge() | AgeLimit() | NearAgeLimit():
            return _judge_age(rule, person.birth_date, person.coverage_start)
        case Residence(regions=regions):
            within = regions or ((region,) if region else ())
            inside = any(is_within(person.village, code) for code in within)
            return ("village", {}) if person.village and within and not inside else None
        case Work():
            kind = person.occupation
            unfit = kind in rule.excluded or (rule.allowed and kind not in rule.allowed)
            if not kind or not unfit:
                return None
            name = occupations[kind].name if kind in occupations else kind
            return "occupation", {"occupation": person.occupation_text or name}
        case Asked(question=question):
            return (question, {}) if getattr(person, question) == "ya" else None
    return None


def _judge_age(
    rule: MinimumAge | AgeLimit | NearAgeLimit, birth_date: dt.date | None, month: str
) -> _Found:
    start = first_day(month)
    if birth_date is None or start is None or birth_date > start:
        return None
    age = age_on(birth_date, start)
    values = {"age": str(age), "start": short_date(start)}
    if isinstance(rule, MinimumAge):
        return ("birth_date", values | {"minimum": str(rule.age)}) if age < rule.age else None
    values["limit"] = str(rule.age)
    if isinstance(rule, AgeLimit):
        return ("birth_date", values) if age >= rule.age else None
    birthday = near_birthday(birth_date, month, rule.age, rule.months)
    return ("birth_date", values | {"birthday": short_date(birthday)}) if birthday else None


def _quota(rule: Quota, counted: Counted) -> tuple[int, int]:
    enrolled = counted.in_event if rule.per == "event" else counted.in_programme
    return rule.people or counted.target, enrolled


def _is_full(rule: Quota, counted: Counted) -> bool:
    limit, enrolled = _quota(rule, counted)
    return bool(limit) and enrolled >= limit


def _finding(rule: Rule, field: str, values: dict[str, str], *, may_decide: bool) -> Finding:
    decided = rule.level == "ask" or (rule.level == "block" and rule.override != "none")
    waits = decided and rule.override == "coordinator" and not may_decide
    return Finding(
        level="error" if rule.level == "block" else "warning",
        code=rule.id,
        field=field,
        values=values,
        overridable=decided and not waits,
        waits=waits,
        texts=rule.text.by_language(),
        source=rule.source.by_language(),
    )


def _text_mistake(rule: AnyRule) -> str:
    known = _GAPS.get(type(rule), set())
    for text in rule.text.by_language().values():
        try:
            parts = list(Formatter().parse(text))
        except ValueError:
            return _("kurung kurawal tidak lengkap di teks: {text}", text=text)
        for _words, gap, style, conversion in parts:
            if gap is not None and (gap not in known or style or conversion):
                return _("tidak ada yang mengisi {gap} di teks", gap=f"{{{gap}}}")
    said = rule.text.id.strip() and rule.source.id.strip()
    return "" if said else _("teks atau sumbernya kosong")


def _value_mistake(rule: AnyRule, occupations: Mapping[str, Occupation]) -> str:
    match rule:
        case MinimumAge(age=age) | AgeLimit(age=age) if not 0 < age <= OLDEST:
            return _("umur {age} tidak mungkin", age=age)
        case NearAgeLimit(age=age, months=months) if not (0 < age <= OLDEST and 0 < months <= 60):
            return _("umur {age} atau {months} bulan tidak mungkin", age=age, months=months)
        case Residence(regions=regions):
            unfit = [code for code in regions if not _REGION.fullmatch(code)]
            words = _("bukan kode wilayah: {codes}", codes=", ".join(unfit))
            return words if unfit else ""
        case Work(allowed=allowed, excluded=excluded):
            unfit = [name for name in (*allowed, *excluded) if name not in occupations]
            words = _("pekerjaan tidak ada di daftar: {names}", names=", ".join(unfit))
            return words if unfit else ""
        case Quota(people=people) if people < 0:
            return _("kuota {people} tidak mungkin", people=people)
    return ""
