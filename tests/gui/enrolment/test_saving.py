"""Saving when the worker is slow, refuses, or is stopped."""

import msgspec
import pytest

from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.services import enrol, find, plan
from tests.gui.enrolment.people import (
    AGREED,
    SITI,
    SITI_NIK,
    HeldJobs,
    open_form,
    type_in,
    type_whole,
    view_of,
)


@pytest.fixture
def results():
    return []


@pytest.fixture
def jobs():
    return HeldJobs()


@pytest.fixture
def presenter(desk, jobs, results):
    presenter = open_form(desk, jobs, results)
    jobs.let_go()
    return presenter


def test_a_save_that_never_reached_the_worker_leaves_the_draft(presenter, jobs, desk):
    type_whole(presenter)
    presenter.saving.save(then_next=True)
    jobs.die()
    presenter.page.close()
    assert find.count_participants(desk) == 0
    again = open_form(desk)
    assert view_of(again).fields["nik"] == SITI_NIK
    again.saving.save(then_next=True)
    assert find.count_participants(desk) == 1


def test_a_saved_form_does_not_come_back_when_the_window_is_closed(presenter, jobs, desk):
    type_whole(presenter)
    presenter.saving.save(then_next=False)
    jobs.let_go()
    presenter.page.close()
    assert view_of(open_form(desk)).fields["nik"] == ""
    assert find.count_participants(desk) == 1


def test_the_next_person_is_typed_while_the_last_is_still_being_saved(
    presenter, jobs, results, desk
):
    type_whole(presenter)
    presenter.saving.save(then_next=True)
    type_in(presenter, nik="3576031203859001", name="Budi")
    presenter.saving.save(then_next=True)  # Budi is not finished: nothing is sent
    jobs.let_go()
    assert [text.split(" · ")[1] for text in results] == ["Siti Aminah"]
    assert presenter.state.begun
    assert find.count_participants(desk) == 1


def enrol_siti(desk, presenter):
    """She comes in on another way: from a list."""
    rules = view_of(presenter).rules
    form = msgspec.structs.replace(next_form(None, rules), **SITI, consent=AGREED)
    enrol.enrol_at_once(desk, [form], rules)


def test_a_refused_form_comes_back_when_nobody_has_begun_another(presenter, jobs, desk, results):
    type_whole(presenter)
    jobs.let_go()
    enrol_siti(desk, presenter)
    presenter.saving.save(then_next=True)
    assert view_of(presenter).fields["nik"] == ""
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == SITI_NIK
    assert view_of(presenter).focus == "nik_already_enrolled"
    presenter.typing.give_reason("nik_already_enrolled", "kartu hilang")
    presenter.saving.save(then_next=True)
    jobs.let_go()
    assert len(results) == 1
    assert find.count_participants(desk) == 2


def test_a_refused_form_waits_until_the_one_that_was_begun_is_finished(presenter, jobs, desk):
    type_whole(presenter)
    jobs.let_go()
    enrol_siti(desk, presenter)
    presenter.saving.save(then_next=True)
    budi = {"nik": "3576031203859001", "name": "Budi", "birth_date": "12-03-1985", "sex": "L"}
    type_whole(presenter, **budi)
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == ""  # Budi's form was not touched
    assert "belum tersimpan" in presenter.state.said.what
    presenter.saving.save(then_next=True)
    jobs.let_go()
    assert view_of(presenter).fields["nik"] == SITI_NIK
    assert [one.name for one in find.find_participants(desk, "budi")] == ["Budi"]


def test_a_form_that_cannot_be_saved_stays_with_its_error(presenter, jobs, desk):
    type_whole(presenter)
    jobs.let_go()
    event_id = plan.todays_event(desk)[0]
    enrol.drop_draft(desk, enrol.find_draft(desk, event_id).draft_id)
    presenter.saving.save(then_next=False)
    assert presenter.state.saving
    jobs.let_go()
    assert not presenter.state.saving
    assert presenter.state.said.tone == "error"
    assert not presenter.state.saved


def test_an_empty_form_is_not_saved_and_not_scolded(presenter):
    presenter.saving.save(then_next=True)
    assert presenter.state.findings == ()
    assert presenter.state.said.tone == "info"


# --- the same family ------------------------------------------------------------------------------


def test_the_next_of_the_family_begins_with_what_its_card_says(presenter, jobs, desk):
    family = {"kk": "3576031708900001", "heir_name": "Ani", "heir_relation": "Anak"}
    type_whole(presenter, **family)
    presenter.saving.save_family()
    jobs.let_go()
    fields, sources = view_of(presenter).fields, dict(presenter.state.sources)
    assert (fields["kk"], fields["rt"], fields["heir_name"]) == ("3576031708900001", "2", "Ani")
    assert (fields["nik"], fields["occupation"], fields["heir_relation"]) == ("", "", "")
    assert {sources[name] for name in ("kk", "village", "rt", "rw", "heir_name")} == {"family"}
    assert find.count_participants(desk) == 1


def test_a_form_that_nobody_began_takes_the_family_over_and_gives_it_back(
    presenter, jobs, desk, results
):
    presenter.saving.save_family()
    assert "Belum ada orang sebelumnya" in presenter.state.said.what
    type_whole(presenter, kk="3576031708900001")
    presenter.saving.save(then_next=True)
    jobs.let_go()
    presenter.saving.save_family()
    assert view_of(presenter).fields["kk"] == "3576031708900001"
    assert results[-1] == "Isian dari keluarga yang sama sudah diisikan."
    assert not presenter.state.begun
    presenter.filling.clear()
    assert view_of(presenter).fields["kk"] == ""


def test_the_heir_who_comes_next_is_not_their_own_heir(presenter, jobs):
    type_whole(presenter, heir_name="Budi Santoso")
    presenter.saving.save_family()
    type_in(presenter, name="Budi Santoso")
    assert view_of(presenter).fields["heir_name"] == ""
    assert presenter.state.choices == (("heir_name", "Siti Aminah"),)
    assert presenter.typing.choose("heir_name")
    assert view_of(presenter).fields["heir_name"] == "Siti Aminah"


def test_after_saving_the_family_is_offered(presenter, jobs):
    type_whole(presenter, kk="3576031708900001")
    presenter.saving.save(then_next=False)
    jobs.let_go()
    presenter.saving.save_family()
    assert view_of(presenter).fields["kk"] == "3576031708900001"
    assert not presenter.state.saved


def test_saving_as_incomplete_says_why_it_is_not_needed(presenter, jobs):
    presenter.saving.save_incomplete()
    assert "masih kosong" in presenter.state.said.what
    type_whole(presenter)
    presenter.saving.save_incomplete()
    assert presenter.state.said.what == "Tidak ada yang kurang."
