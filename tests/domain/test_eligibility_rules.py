"""Rule books: what each kind looks at, what levels and overrides mean, and that none ever fails."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.eligibility_rules import (
    AgeLimit,
    AnyRule,
    Asked,
    Counted,
    MinimumAge,
    NearAgeLimit,
    OnePerKk,
    Quota,
    Residence,
    RuleBook,
    Text,
    Work,
    find_mistake,
    judge,
    judge_counted,
)
from jamsos_desktop.domain.enrolment import check
from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm, read
from jamsos_desktop.messages import finding_text, source_text
from jamsos_desktop.services.reference import shipped
from tests.factories import make_form, make_participant, make_rules

SAID = {"text": Text(id="Tidak boleh.", en="Not allowed."), "source": Text(id="Perwal 1/2025")}


def book(*rules, required=()):
    title = Text(id="Uji")
    return RuleBook(version=1, name=title, note=title, required=required, rules=rules)


def rule(kind, level="block", **values):
    return kind(id="rule", level=level, **(SAID | values))


def found(one, may_decide=False, region="35.76", **person):
    return judge(
        book(one),
        make_participant(**person),
        region=region,
        occupations=shipped().occupations,
        may_decide=may_decide,
    )


@pytest.mark.parametrize(
    ("one", "person", "hit"),
    [
        (rule(MinimumAge, age=18), {"birth_date": dt.date(2008, 11, 1)}, False),
        (rule(MinimumAge, age=18), {"birth_date": dt.date(2008, 11, 2)}, True),
        (rule(MinimumAge, age=17), {"birth_date": dt.date(2008, 11, 2)}, False),
        (rule(MinimumAge, age=18), {"birth_date": None}, False),
        (rule(AgeLimit, age=65), {"birth_date": dt.date(1961, 11, 1)}, True),
        (rule(AgeLimit, age=65), {"birth_date": dt.date(1961, 11, 2)}, False),
        (rule(AgeLimit, age=65), {"coverage_start": "x"}, False),
        (rule(NearAgeLimit, age=65, months=6), {"birth_date": dt.date(1962, 5, 1)}, True),
        (rule(NearAgeLimit, age=65, months=6), {"birth_date": dt.date(1962, 5, 2)}, False),
        (rule(NearAgeLimit, age=65, months=6), {"birth_date": dt.date(1961, 11, 1)}, False),
        (rule(Residence), {"village": "35.76.03.1001"}, False),
        (rule(Residence), {"village": "35.78.03.1001"}, True),
        (rule(Residence), {"village": ""}, False),
        (rule(Residence, regions=("35.78", "35.75")), {"village": "35.75.01.1001"}, False),
        (rule(Residence, regions=("35.7",)), {"village": "35.76.03.1001"}, True),
        (rule(Work, allowed=("petani",)), {"occupation": "petani"}, False),
        (rule(Work, allowed=("petani",)), {"occupation": "kurir"}, True),
        (rule(Work, allowed=("petani",)), {"occupation": ""}, False),
        (rule(Work, excluded=("kader",)), {"occupation": "kader"}, True),
        (rule(Work, excluded=("kader",)), {"occupation": "kurir"}, False),
        (rule(Asked, question="pkh"), {"pkh": "ya"}, True),
        (rule(Asked, question="pkh"), {"pkh": "tidak"}, False),
        (rule(Asked, question="pkh"), {"pkh": "tidak_tahu"}, False),
        (rule(OnePerKk), {"kk": "3576010101010001"}, False),  # nothing without counting
    ],
)
def test_what_each_kind_looks_at(one, person, hit):
    assert bool(found(one, **person)) == hit


@pytest.mark.parametrize(
    ("level", "override", "may_decide", "expected"),
    [
        ("block", "none", True, ("error", False, False)),
        ("block", "reason", False, ("error", True, False)),
        ("block", "coordinator", False, ("error", False, True)),
        ("block", "coordinator", True, ("error", True, False)),
        ("ask", "none", False, ("warning", True, False)),
        ("ask", "coordinator", False, ("warning", False, True)),
        ("warn", "coordinator", False, ("warning", False, False)),
    ],
)
def test_what_level_and_override_mean(level, override, may_decide, expected):
    one = rule(Asked, level, question="pkh", override=override)
    (finding,) = found(one, may_decide, pkh="ya")
    assert (finding.level, finding.overridable, finding.waits) == expected


def test_a_finding_says_the_rules_words_its_source_and_what_to_do():
    waits = rule(Asked, question="pkh", override="coordinator")
    (finding,) = found(waits, pkh="ya")
    assert finding_text(finding).startswith("Tidak boleh. Ini keputusan koordinator")
    assert source_text(finding) == "Sumber: Perwal 1/2025"
    (finding,) = found(waits, may_decide=True, pkh="ya")
    assert finding_text(finding) == "Tidak boleh. Boleh lanjut: tulis alasannya."


@pytest.mark.parametrize(
    ("one", "counted", "values"),
    [
        (rule(OnePerKk), Counted(same_kk="A-1"), {"number": "A-1"}),
        (rule(OnePerKk), Counted(), None),
        (rule(Quota, per="event"), Counted(in_event=60, target=60), {"limit": "60"}),
        (rule(Quota, per="event"), Counted(in_event=59, target=60), None),
        (rule(Quota, per="event"), Counted(in_event=59), None),  # no target, no limit
        (rule(Quota, per="programme", people=9), Counted(in_programme=9), {"enrolled": "9"}),
        (rule(Quota, per="programme", people=9), Counted(in_event=9, in_programme=8), None),
    ],
)
def test_what_is_counted(one, counted, values):
    findings = judge_counted(book(one), counted, may_decide=True)
    assert bool(findings) == (values is not None)
    assert all(values.items() <= finding.values.items() for finding in findings)


@pytest.mark.parametrize(
    ("rules", "mistake"),
    [
        ([rule(MinimumAge, age=0)], "umur"),
        ([rule(AgeLimit, age=121)], "umur"),
        ([rule(NearAgeLimit, age=65, months=0)], "0 bulan"),
        ([rule(Residence, regions=("3576",))], "3576"),
        ([rule(Work, allowed=("raja",))], "raja"),
        ([rule(Quota, per="event", people=-1)], "-1"),
        ([rule(Asked, question="pkh"), rule(OnePerKk)], "dua kali"),
        ([rule(Asked, question="pkh", text=Text(id="{nik}"))], "tidak ada yang mengisi"),
        ([rule(MinimumAge, age=18, text=Text(id="{age.real}"))], "tidak ada yang mengisi"),
        ([rule(MinimumAge, age=18, text=Text(id="{age!r}"))], "tidak ada yang mengisi"),
        ([rule(MinimumAge, age=18, text=Text(id="lonely }"))], "kurung kurawal"),
        ([rule(MinimumAge, age=18, source=Text(id=" "))], "sumbernya"),
    ],
)
def test_a_book_with_a_mistake_is_refused(rules, mistake):
    assert mistake in find_mistake(book(*rules), shipped().occupations)


def test_a_book_knows_what_it_demands_and_asks():
    made = book(
        rule(Asked, question="pkh"),
        Asked(id="b", level="warn", question="already_insured", optional=True, **SAID),
        required=("name", "kk"),
    )
    assert made.demanded == ("nik", "name", "kk", "pkh")
    assert made.asked == {"pkh", "already_insured"}
    assert not made.counts


# --- whatever a file and a form say ---------------------------------------------------------------

_words = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["{age} tahun", "{limit}", "{occupation}", "{number}", "{", "{}", "{age!r}"]),
)
_texts = st.builds(Text, id=_words, en=_words)
_small = st.integers(-3, 200)
_kinds = st.sampled_from(["petani", "lainnya", "raja", "kader"])
_regions = st.sampled_from(["35", "35.76", "35.76.03", "35.76.03.1001", "x", ""])
_common = {
    "id": st.sampled_from(["a", "b", "c", "umur_batas", "A 1"]),
    "level": st.sampled_from(["block", "warn", "ask"]),
    "override": st.sampled_from(["none", "reason", "coordinator"]),
    "text": _texts,
    "source": _texts,
}
_rules = st.one_of(
    st.builds(MinimumAge, age=_small, **_common),
    st.builds(AgeLimit, age=_small, **_common),
    st.builds(NearAgeLimit, age=_small, months=_small, **_common),
    st.builds(Residence, regions=st.lists(_regions, max_size=2).map(tuple), **_common),
    st.builds(
        Work,
        allowed=st.lists(_kinds, max_size=2).map(tuple),
        excluded=st.lists(_kinds, max_size=2).map(tuple),
        **_common,
    ),
    st.builds(OnePerKk, **_common),
    st.builds(Asked, question=st.sampled_from(["pkh", "civil_servant"]), **_common),
    st.builds(Quota, per=st.sampled_from(["event", "programme"]), people=_small, **_common),
)
_books = st.builds(
    RuleBook,
    version=st.just(1),
    name=_texts,
    note=_texts,
    required=st.lists(st.sampled_from(["kk", "phone", "sex", "occupation"]), max_size=3).map(tuple),
    rules=st.lists(_rules, max_size=4).map(tuple),
)
_typed = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *("3576035708900001", "17-08-1990", "01-01-2012", "P", "35.76.03.1001"),
            *("35.78.02.1001", "2026-11", "9999-12", "3", "petani", "lainnya", "kader", "ya"),
        ]
    ),
)
_forms = st.builds(
    EnrolmentForm,
    **dict.fromkeys(FIELDS, _typed),
    reasons=st.dictionaries(st.sampled_from(["a", "b", "age_under"]), st.text(max_size=5)),
)


@settings(max_examples=150)
@given(_books, _forms, st.booleans())
def test_a_rule_book_that_is_taken_never_fails_on_any_form(made, form, may_decide):
    if find_mistake(made, shipped().occupations):
        return
    rules = make_rules(book=made, may_decide=may_decide)
    counted = Counted(same_kk="A-1", in_event=500, in_programme=500, target=1)
    findings = [
        *check(form, rules).findings,
        *judge_counted(made, counted, may_decide=may_decide),
    ]
    assert all(isinstance(finding_text(f), str) for f in findings)
    assert all(isinstance(source_text(f), str) for f in findings)


@given(_rules)
def test_a_rule_survives_being_written(one):
    assert msgspec.json.decode(msgspec.json.encode(one), type=AnyRule) == one


@given(_books, st.text(min_size=1).filter(str.strip), st.booleans())
def test_setting_a_finding_aside_never_loses_it(made, reason, may_decide):
    rules = make_rules(book=made, may_decide=may_decide, officer_id="dewi")
    form = make_form(birth_date="01-01-2012", occupation="kader", pkh="ya", civil_servant="ya")
    if find_mistake(made, shipped().occupations):
        return
    wanted = [f for f in check(form, rules).standing_in_the_way if f.overridable]
    form = msgspec.structs.replace(form, reasons={f.code: reason for f in wanted})
    checked = check(form, rules)
    person = read(form, "A-1", rules)
    for finding in wanted:
        assert finding in checked.findings
        assert finding not in checked.standing_in_the_way
        assert person.reasons[finding.code] == reason.strip()
        assert person.reason_by[finding.code] == "dewi"
