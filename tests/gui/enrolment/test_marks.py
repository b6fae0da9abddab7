"""What stands around the fields tells where a text came from."""

from jamsos_desktop.domain.carry_over import CARRIED
from tests.gui.enrolment.people import SITI_NIK, raw, type_siti, wait_saved


def test_the_nik_is_read_while_it_is_typed_and_only_proposes(page, keyboard):
    keyboard.type(SITI_NIK[:6])
    assert page.form.reading.text() == (
        "Menurut NIK: pertama dicatat di Kec. Kranggan, Kota Mojokerto"
    )
    keyboard.type(SITI_NIK[6:])
    assert page.form.reading.text().startswith("Menurut NIK: lahir 17-08-1990, perempuan, pertama")
    date = page.form.fields["birth_date"]
    assert date.widget.placeholderText() == "17-08-1990"
    assert "usulan dari NIK" in date._hint.text()
    assert raw(page, "birth_date") == ""
    assert raw(page, "sex") == ""


def test_own_words_are_asked_for_where_the_list_has_none(page, keyboard):
    assert not page.form.fields["occupation_text"].isVisible()
    page.form.go_to("occupation")
    keyboard.enter("lainnya")
    assert page.form.current() == "occupation_text"
    keyboard.enter("Dalang")
    assert page.form.current() == "civil_servant"


def test_the_next_form_carries_the_place_and_nothing_personal(page, keyboard, qtbot, window, jobs):
    type_siti(keyboard)
    page.form.go_to("phone")
    keyboard.enter("081234567890")
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    values = {name: raw(page, name) for name in page.form.fields if raw(page, name)}
    assert set(values) == {*CARRIED} - {"postcode", "occupation_text"}
    assert values["village"] == "35.76.03.1001"
    assert page.form.fields["rt"]._hint.text() == "dari formulir sebelumnya · Alt+K"
    page.form.go_to("rt")
    page.form.fields["rt"].widget.selectAll()
    keyboard.type("3")
    assert page.form.fields["rt"]._hint.text() == ""
    assert page.form.reading.text() == ""
