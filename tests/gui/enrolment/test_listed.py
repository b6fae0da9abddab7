"""A candidate fills the form, tells what was kept, and never comes silently."""

import pytest

from jamsos_desktop.services import find, plan
from tests.factories import expect, make_candidate
from tests.gui.enrolment.people import agree_in, open_form, type_in, view_of


@pytest.fixture
def ids(desk):
    programme_id = plan.programmes(desk)[0][0]
    siti = make_candidate(
        0, programme_id=programme_id, sex="P", occupation="pedagang_pasar", phone="081234567890"
    )
    without = make_candidate(1, programme_id=programme_id, nik="", name="Budi Santoso")
    return expect(desk, siti, without)


@pytest.fixture
def results():
    return []


@pytest.fixture
def presenter(desk, ids, results):
    return open_form(desk, results=results)


def form(presenter):
    return presenter.page.sheet.form


def test_enter_after_the_nik_fills_the_form_and_goes_to_what_is_missing(
    desk, presenter, ids, results
):
    presenter.typing.edit("nik", "3576035708900001", "nik")
    assert presenter.listed.enter("nik")
    assert (form(presenter).name, form(presenter).candidate_id) == ("Siti Aminah 0", ids[0])
    assert dict(presenter.state.sources)["phone"] == "listed"
    assert "nik" not in dict(presenter.state.sources)  # that was typed
    assert results == ["Formulir diisi dari daftar calon."]
    assert presenter.state.said.tone == "success"
    assert view_of(presenter).focus == "consent"  # nothing else is missing
    agree_in(presenter)
    presenter.saving.save(then_next=True)
    (saved,) = find.find_participants(desk)
    assert find.look_at(desk, saved.record_id).body.candidate_id == ids[0]


def test_enter_in_the_empty_name_will_do_but_not_in_a_name_that_was_typed(presenter):
    presenter.typing.edit("nik", "3576035708900001", "nik")
    presenter.typing.edit("name", "Siti", "name")
    assert not presenter.listed.enter("name")
    presenter.typing.edit("name", "", "name")
    assert not presenter.listed.enter("rt")
    assert presenter.listed.enter("name")


def test_a_name_alone_is_taken_only_when_it_is_asked_for(presenter, ids):
    presenter.typing.edit("name", "Budi", "name")
    assert not presenter.listed.enter("name")
    presenter.listed.take(ids[1])
    assert (form(presenter).name, form(presenter).nik) == ("Budi Santoso", "")
    assert view_of(presenter).focus == "nik"


def test_what_was_typed_stays_and_is_said(presenter, ids):
    type_in(presenter, rt="9", mother_name="Rukmini", name="siti")
    presenter.listed.take(ids[0])
    assert (form(presenter).rt, form(presenter).name) == ("9", "Siti Aminah 0")
    assert "Tidak diganti karena sudah diketik lain: RT." in presenter.state.said.more


def test_somebody_with_another_nik_is_taken_only_at_the_second_time(presenter, ids):
    type_in(presenter, nik="3576035708909001", name="siti")
    (one,) = presenter.state.expected.people
    assert one.other_nik
    assert not presenter.listed.enter("nik")
    presenter.listed.take(ids[0])
    assert form(presenter).candidate_id == ""
    assert "berbeda dari yang diketik" in presenter.state.said.what
    presenter.listed.take(ids[0])
    assert (form(presenter).candidate_id, form(presenter).nik) == (ids[0], "3576035708909001")
    assert "NIK" in presenter.state.said.more


def test_who_is_offered_no_more_is_not_taken(presenter, ids):
    presenter.listed.take(ids[0])
    assert not presenter.state.begun
    presenter.typing.edit("nik", "3576035708900001", "nik")
    presenter.listed.take(ids[1])
    assert form(presenter).name == ""
