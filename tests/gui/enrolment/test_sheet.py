"""A finding comes when its field is left, and goes as soon as it is right."""

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.gui.enrolment.sheet import Sheet, fill_family, next_sheet
from tests.gui.enrolment.people import AGREED, SITI, SITI_NIK, rules


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
    form = sheet(
        **{**SITI, "sex": "L"}, consent=AGREED, coverage_start="2025-12", coverage_months="3"
    )
    assert [finding.code for finding in form.standing()] == ["nik_sex_differs"]
    form.give_reason("nik_sex_differs", "KTP lama")
    assert form.standing() == ()
    assert form.to_save().reasons == {"nik_sex_differs": "KTP lama"}
    form.edit({"sex": "P"})
    assert form.to_save().reasons == {}
    form.give_reason("nik_sex_differs", "  ")
    assert form.form.reasons == {}


def test_what_was_carried_over_is_no_longer_once_it_is_typed():
    form = next_sheet(EnrolmentForm(rt="1", rw="2"), rules(), None)
    assert form.sources == {"rt": "carried", "rw": "carried"}
    form.edit({"rt": "3"})
    assert form.sources == {"rw": "carried"}


def test_a_change_is_taken_back_where_nobody_typed_since():
    form = next_sheet(EnrolmentForm(rt="1", rw="2", village="35.76.03.1001"), rules(), None)
    change = form.fill(form.taken_over())
    assert (form.form.rt, form.form.village, form.sources, form.begun) == ("", "", {}, False)
    form.edit({"rt": "9"})
    assert form.take_back(change) == {"rw": "2", "village": "35.76.03.1001"}
    assert (form.form.rt, form.form.rw) == ("9", "2")
    assert form.sources == {"rw": "carried", "village": "carried"}


def test_the_family_fills_what_nobody_knows_of_the_person():
    form = sheet()
    form.fill({"rt": "007"}, "given")
    family = EnrolmentForm(kk="3576031708900001", rt="1", rw="2", name="Budi")
    fill_family(form, family)
    assert (form.form.kk, form.form.rt, form.form.rw) == ("3576031708900001", "007", "2")
    assert form.sources == {"rt": "given", "kk": "family", "rw": "family"}
    assert form.choices() == {"heir_name": "Budi"}
    form.edit({"heir_name": "Ani"})
    assert form.choices() == {}


def test_the_heir_of_one_is_not_their_own_heir():
    form = sheet()
    fill_family(form, EnrolmentForm(name="Budi", heir_name="Siti Aminah"))
    form.edit({"name": "siti aminah"})
    assert form.nobody_twice() == {"heir_name": ""}
    assert form.choices() == {"heir_name": "Budi"}
