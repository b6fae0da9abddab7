"""The office answers where registrations look alike, takes it back, and the stations hear of it."""

import datetime as dt

import pytest

from jamsos_desktop.services import duplicate_desk
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.duplicate_desk import (
    different_people,
    heads_of,
    open_questions,
    same_person,
    send_back,
    take_back_answer,
)
from jamsos_desktop.services.enrol import NotEnrolledError, correct
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from tests.factories import enrol_one, event_of, msgspec


@pytest.fixture
def pair(office, station, other_station, stick):
    """One person, registered at two stations, at the office: both ids."""
    one = enrol_one(station, 0, name="Siti Aminah", phone="")
    other = enrol_one(other_station, 0, name="St. Amina", phone="081234567890")
    for desk in (station, other_station):
        import_bundle(office, export_bundle(desk, stick).path)
    compare_new(office)
    return one.record_id, other.record_id


@pytest.fixture
def three(office, pair):
    """A third registration of theirs, made at the office."""
    reasons = {"nik_already_enrolled": "belum membawa kartu"}
    third = enrol_one(office, 0, name="Siti Aminah", reasons=reasons).record_id
    compare_new(office)
    return (*pair, third)


def questions(office):
    compare_new(office)
    return [set(ids) for ids in open_questions(office)]


def mend(office, record_id, **changes):
    """The office corrects a registration."""
    rules = msgspec.structs.replace(rules_of(office, event_of(office)), correcting=True)
    with office.database.reading() as connection:
        form = duplicate_desk.form_of(records.get(connection, record_id).body)
    reasons = {"nik_already_enrolled": "diperiksa"}
    form = msgspec.structs.replace(form, correction="KTP", reasons=reasons, **changes)
    correct(office, record_id, form, rules)


def test_the_office_keeps_one_and_the_stations_learn_which(
    office, station, other_station, pair, stick
):
    one, other = pair
    assert questions(office) == [set(pair)]
    same_person(office, one, [other], heads_of(office, pair), reason="orang yang sama")
    assert questions(office) == []
    assert look_at(office, one).standing == "menunggu"
    receipt = issue_receipt(office, other_station.installation.station_id, stick).path
    ((news),) = apply_receipt(other_station, receipt).news
    kept = look_at(office, one).body.number
    assert (news.standing, news.reason) == ("duplikat", "orang yang sama")
    assert look_at(other_station, other).answer.told.body.kept_number == kept
    for_one = issue_receipt(office, station.installation.station_id, stick).path
    assert [told.standing for told in apply_receipt(station, for_one).news] == []


def test_different_people_are_never_asked_about_again(office, pair, other_station, stick):
    different_people(office, pair, heads_of(office, pair), "saudara kembar")
    assert questions(office) == []
    rebuild_projections(office)
    assert questions(office) == []
    mend(office, pair[0], rt="9")
    assert questions(office) == []
    receipt = issue_receipt(office, other_station.installation.station_id, stick).path
    apply_receipt(other_station, receipt)
    assert "not_the_same" in types_of(other_station, pair[1])


def types_of(desk, record_id):
    with desk.database.reading() as connection:
        entries = journal.history_of(connection, record_id)
    return [journal.projections.read(0, entry).type for entry in entries]


def test_they_are_asked_about_again_when_they_became_more_alike(office, pair):
    mend(office, pair[1], name="Siti Aminatun")
    compare_new(office)
    different_people(office, pair, heads_of(office, pair), "saudara kembar")
    assert questions(office) == []
    mend(office, pair[1], name="Siti Aminah")
    assert questions(office) == [set(pair)]


def test_a_pair_that_is_sent_back_waits_for_its_station(office, other_station, pair, stick):
    one, other = pair
    fields = ("nik", "birth_date")
    send_back(office, other, [one], heads_of(office, pair), fields=fields, reason="Lihat KTP")
    assert questions(office) == []
    receipt = issue_receipt(office, other_station.installation.station_id, stick).path
    ((news),) = apply_receipt(other_station, receipt).news
    assert (news.standing, news.fields) == ("perlu_perbaikan", fields)
    mend(office, other, rt="9")
    assert questions(office) == [set(pair)]


@pytest.mark.parametrize("answer", ["same", "different", "back"])
def test_every_answer_can_be_taken_back_and_given_again(office, pair, answer):
    one, other = pair
    for _turn in range(2):
        seen = heads_of(office, pair)
        if answer == "same":
            answered = same_person(office, one, [other], seen, reason="sama")
        elif answer == "different":
            answered = different_people(office, pair, seen, "lain")
        else:
            answered = send_back(office, one, [other], seen, fields=["nik"], reason="periksa")
        assert questions(office) == []
        take_back_answer(office, answered, "salah tekan")
        assert questions(office) == [set(pair)]
        assert look_at(office, other).standing == "menunggu"


def test_of_three_one_is_kept_one_is_the_same_and_one_is_somebody_else(office, three):
    one, other, third = three
    assert questions(office) == [set(three)]
    seen = heads_of(office, three)
    answered = same_person(office, one, [other], seen, others=[third], reason="dilihat KTP")
    assert questions(office) == []
    assert look_at(office, other).standing == "duplikat"
    assert look_at(office, third).standing == "menunggu"
    take_back_answer(office, answered, "keliru")
    assert questions(office) == [set(three)]


def test_all_of_three_are_different_people(office, three):
    answered = different_people(office, three, heads_of(office, three), "keluarga")
    assert questions(office) == []
    take_back_answer(office, answered, "keliru")
    assert questions(office) == [set(three)]


def test_what_the_kept_one_lacks_is_taken_over_and_set_back(office, pair):
    one, other = pair
    answered = same_person(
        office, one, [other], heads_of(office, pair), taken={"phone": other}, reason="sama"
    )
    person = look_at(office, one)
    assert (person.body.phone, person.body.correction) == ("081234567890", "sama")
    assert len(person.history) == 2
    take_back_answer(office, answered, "keliru")
    assert look_at(office, one).body.phone == ""
    assert questions(office) == [set(pair)]


def test_what_somebody_set_since_is_not_set_back(office, pair):
    one, other = pair
    answered = same_person(
        office, one, [other], heads_of(office, pair), taken={"phone": other}, reason="sama"
    )
    mend(office, one, phone="085700000001")
    take_back_answer(office, answered, "keliru")
    assert look_at(office, one).body.phone == "085700000001"


def test_what_is_taken_over_is_checked_like_a_correction(office, pair):
    one, other = pair
    rules = rules_of(office, event_of(office))
    young = invented_form(0, rules)
    with office.database.writing() as connection:
        stored = records.get(connection, other)
        child = msgspec.structs.replace(stored.body, birth_date=dt.date(2020, 1, 1))
        news = [journal.New(other, child, stored.heads)]
        journal.append(connection, office.author, office.clock(), news)
    assert young.birth_date != "01-01-2020"
    with pytest.raises(NotEnrolledError):
        same_person(
            office, one, [other], heads_of(office, pair), taken={"birth_date": other}, reason="x"
        )
    assert look_at(office, other).standing == "menunggu"


def test_nobody_decides_about_what_they_did_not_see(office, pair, refused):
    one, other = pair
    seen = heads_of(office, pair)
    mend(office, other, rt="9")
    refused("record_changed", same_person, office, one, [other], seen, reason="x")
    refused("record_changed", different_people, office, pair, seen, "x")
    refused("record_changed", send_back, office, one, [other], seen, fields=[], reason="x")
    assert questions(office) == [set(pair)]


def test_who_is_a_duplicate_already_is_asked_about_no_more(office, three):
    one, other, third = three
    decide(office, third, "duplikat", "sama", kept_id=one)
    assert questions(office) == [{one, other}]


def test_only_the_office_decides_and_says_why(office, station, pair, refused):
    one, other = pair
    seen = heads_of(office, pair)
    refused("office_only", same_person, station, one, [other], seen, reason="x")
    refused("office_only", different_people, station, pair, seen, "x")
    refused("reason_missing", same_person, office, one, [other], seen, reason=" ")
    refused("kept_missing", same_person, office, one, [one], seen, reason="x")
    refused("kept_missing", same_person, office, one, [], seen, reason="x")
