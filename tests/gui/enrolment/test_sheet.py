"""A finding comes when its field is left, and goes as soon as it is right."""

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.gui.enrolment.sheet import Sheet
from tests.gui.enrolment.people import SITI, SITI_NIK, rules


def sheet(**values):
    return Sheet(EnrolmentForm(**values), rules(), None)


def codes(one):
    return [finding.code for finding in one.findings()]


def test_nothing_is_said_of_a_field_that_nobody_left():
    form = sheet()
    form.edit({"nik": "35"})
    assert codes(form) == []
    form.leave("nik")
    assert codes(form) == ["nik_length"]


def test_while_somebody_types_findings_only_go():
    form = sheet()
    form.edit({"nik": "35"})
    form.leave("nik")
    form.edit({"nik": SITI_NIK})
    assert codes(form) == []
    form.edit({"nik": "35"})
    assert codes(form) == []
    form.leave("name")
    assert codes(form) == ["nik_length", "name_empty"]


def test_trying_to_save_shows_everything_in_reading_order():
    form = sheet(nik=SITI_NIK)
    form.leave_all()
    assert [finding.field for finding in form.standing()][:3] == ["name", "birth_date", "sex"]
    assert {finding.code for finding in form.standing()} <= set(codes(form))


def test_a_reason_sets_aside_and_goes_with_its_finding():
    form = sheet(**{**SITI, "sex": "L"}, coverage_start="2025-12", coverage_months="3")
    assert [finding.code for finding in form.standing()] == ["nik_sex_differs"]
    form.give_reason("nik_sex_differs", "KTP lama")
    assert form.standing() == ()
    assert form.to_save().reasons == {"nik_sex_differs": "KTP lama"}
    form.edit({"sex": "P"})
    assert form.to_save().reasons == {}
    form.give_reason("nik_sex_differs", "  ")
    assert form.form.reasons == {}


def test_what_was_carried_over_is_no_longer_once_it_is_typed():
    form = Sheet(EnrolmentForm(rt="1", rw="2"), rules(), None, carried=True)
    assert form.carried == {"rt", "rw"}
    form.edit({"rt": "3"})
    assert form.carried == {"rw"}
