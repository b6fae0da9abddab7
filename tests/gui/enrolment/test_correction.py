"""A record opened in the form: mended with a reason, completed later, and nothing mixed up."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment.correction import open_correction, rules_for
from jamsos_desktop.services import find, plan
from jamsos_desktop.storage import journal
from tests.factories import make_participant
from tests.gui.desk import enrol_people, form
from tests.gui.enrolment.people import SITI_NIK, agree, type_siti


@pytest.fixture
def siti(desk):
    return enrol_people(desk, form(0, "Siti Aminah"))[0]


def test_the_rules_of_a_correction_want_a_reason(desk, siti):
    opened = open_correction(desk, siti)
    assert opened.rules.correcting
    assert (opened.draft.form.name, opened.draft.record_id) == ("Siti Aminah", siti)
    new = msgspec.structs.replace(opened.draft, record_id="")
    assert not rules_for(new, opened.rules).correcting


def test_who_is_not_there_cannot_be_opened(desk):
    with pytest.raises(UserError, match="participant_unknown"):
        open_correction(desk, "gone")


@pytest.fixture
def mending(page, siti, qtbot):
    page.presenter.turns.correct(siti)
    qtbot.waitUntil(lambda: page.presenter.state.correcting)
    return page


def test_a_correction_asks_why_and_keeps_old_and_new(mending, desk, siti, keyboard, qtbot):
    assert mending.form.fields["name"].editor.raw() == "Siti Aminah"
    assert mending.form.fields["correction"].isVisible()
    mending.form.go_to("rt")
    mending.form.fields["rt"].widget.selectAll()
    keyboard.enter("9")
    keyboard.save()
    assert mending.form.current() == "correction"
    assert mending.said.text() == "1 isian perlu dibetulkan dulu: Alasan perbaikan."
    keyboard.type("salah dengar")
    keyboard.save()
    qtbot.waitUntil(lambda: mending.presenter.state.saved)
    person = find.look_at(desk, siti)
    assert (person.body.rt, person.body.correction) == ("009", "salah dengar")
    assert find.count_participants(desk) == 1


def test_a_record_from_before_consents_is_asked_for_one(page, desk, keyboard, qtbot):
    old = form_of_old(desk)
    page.presenter.turns.correct(old)
    qtbot.waitUntil(lambda: page.presenter.state.correcting)
    page.form.go_to("correction")
    keyboard.type("salah dengar")
    keyboard.save()
    assert page.form.current() == "consent"
    agree(keyboard)
    keyboard.save()
    qtbot.waitUntil(lambda: page.presenter.state.saved)
    assert find.look_at(desk, old).body.consent.witness == "Bu Tini"
    keyboard.save_next()
    qtbot.waitUntil(lambda: not page.presenter.state.correcting)
    assert page.form.fields["consent"].editor.raw() == ""


def form_of_old(desk):
    """Somebody whom an older program journalled."""
    event_id, event = plan.todays_event(desk)
    person = make_participant(event_id=event_id, programme_id=event.programme_id)
    with desk.database.writing() as connection:
        journal.append(connection, desk.author, desk.clock(), [journal.New("lama", person)])
    return "lama"


def test_afterwards_an_empty_form_asks_no_reason(mending, keyboard, qtbot):
    mending.form.go_to("correction")
    keyboard.type("salah ketik")
    keyboard.save()
    qtbot.waitUntil(lambda: mending.presenter.state.saved)
    keyboard.save_next()
    qtbot.waitUntil(lambda: not mending.presenter.state.correcting)
    assert mending.form.fields["name"].editor.raw() == ""
    assert not mending.form.fields["correction"].isVisible()


def test_what_was_being_filled_comes_back(page, siti, keyboard, qtbot):
    keyboard.enter(SITI_NIK)
    keyboard.type("Kartini")
    page.presenter.turns.correct(siti)
    qtbot.waitUntil(lambda: page.presenter.state.correcting)
    page.form.go_to("correction")
    keyboard.type("salah ketik")
    keyboard.save()
    qtbot.waitUntil(lambda: page.presenter.state.saved)
    keyboard.save_next()
    qtbot.waitUntil(lambda: page.form.fields["name"].editor.raw() == "Kartini")
    assert not page.presenter.state.correcting


def test_a_correction_survives_the_end_of_the_program(mending, open_page, keyboard, qtbot):
    mending.form.go_to("address")
    keyboard.enter("Jl. Kenanga 7")
    mending.presenter.page.close()
    again = open_page()
    assert again.presenter.state.correcting
    assert again.form.fields["address"].editor.raw() == "Jl. Kenanga 7"


# --- saving what is not complete ------------------------------------------------------------------


def incomplete_button(page):
    return page.orders.save_incomplete


def test_an_incomplete_form_may_be_saved_once_there_is_a_name(page, desk, keyboard, qtbot):
    keyboard.enter(SITI_NIK)
    keyboard.save_next()
    assert not incomplete_button(page).isVisible()  # nobody could find a record without a name
    keyboard.enter("Siti Aminah")
    assert not incomplete_button(page).isVisible()  # nor may anybody's data be kept unasked
    page.form.go_to("consent")
    agree(keyboard)
    assert incomplete_button(page).isVisible()
    keyboard.press(
        Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: page.presenter.state.saved)
    (line,) = find.find_participants(desk, incomplete=True)
    assert line.name == "Siti Aminah"


def test_a_complete_form_is_not_saved_as_incomplete(page, keyboard):
    type_siti(keyboard)
    assert not incomplete_button(page).isVisible()
    page.presenter.saving.save_incomplete()
    assert not page.presenter.state.saving


def test_a_programme_asks_what_its_rules_ask(open_page, desk, keyboard, qtbot):
    event_id, event = plan.todays_event(desk)
    strict = plan.add_programme(
        desk,
        msgspec.structs.replace(
            dict(plan.programmes(desk))[event.programme_id], rules="pekalongan-2022"
        ),
    )
    other = plan.add_event(desk, msgspec.structs.replace(event, programme_id=strict))
    page = open_page()
    page.presenter.turns.choose_event(event_id)
    qtbot.waitUntil(lambda: page.presenter.state.event_id == event_id)
    assert not page.form.fields["pkh"].isVisible()
    page.presenter.turns.choose_event(other)
    qtbot.waitUntil(lambda: page.presenter.state.event_id == other)
    qtbot.waitUntil(page.form.fields["pkh"].isVisible)
    page.form.go_to("already_insured")
    keyboard.enter("y")
    (row,) = page.form.fields["already_insured"].findings()
    assert "sudah peserta" in row.text()
