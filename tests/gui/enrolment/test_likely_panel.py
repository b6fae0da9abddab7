"""The panel below name and birth date asks, moves nothing under the hand, and needs no mouse."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.gui.enrolment.likely_panel import LikelyPanel
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.services import enrol, find, plan, reference
from tests.gui.enrolment.people import AGREED, SITI, SITI_NIK, type_siti
from tests.gui.enrolment.test_likely import TWIN

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(shown):
    window = QWidget()
    column = QVBoxLayout(window)
    before = TextEdit(window)
    made = LikelyPanel(before, window)
    for widget in (before, made):
        column.addWidget(widget)
    shown(window)
    return made


def twins(count):
    return tuple(msgspec.structs.replace(TWIN, record_id=f"{n}") for n in range(count))


def said(panel):
    kept = []
    panel.decided.connect(lambda *given: kept.append(given))
    return kept


def test_nobody_likely_is_nothing_to_see(panel):
    panel.show_likely((), ())
    assert not panel.isVisible()
    panel.enter()  # goes nowhere


def test_another_person_wants_a_reason(panel, keyboard):
    heard = said(panel)
    panel.show_likely(twins(1), ())
    panel.enter()
    keyboard.press(Qt.Key.Key_Space)
    (row,) = panel.rows
    assert row.reason.hasFocus()
    keyboard.type("KTP lain")
    assert heard[0] == ("0", "orang_lain", "")
    assert heard[-1] == ("0", "orang_lain", "KTP lain")


def test_the_same_person_of_another_laptop_needs_no_form(panel):
    there = msgspec.structs.replace(TWIN, station="Pos 2", at="2026-11-22T09:41:00+07:00")
    panel.show_likely((there, *twins(1)), ())
    elsewhere, here = panel.rows
    assert "Terdaftar di Pos 2, jam 09.41." in panel.accessibleName()
    for row in (elsewhere, here):
        assert not row.same.isVisible()
        row.buttons["orang_sama"].click()
    assert elsewhere.same.isVisible()
    assert not here.same.isVisible()
    assert not elsewhere.reason.isVisible()


def test_enter_in_a_reason_goes_to_the_next_one_and_then_on(panel, keyboard, qtbot):
    panel.show_likely(twins(2), ())
    first, second = panel.rows
    first.buttons["belum_yakin"].click()
    keyboard.press(Qt.Key.Key_Return)
    assert second.buttons["orang_lain"].hasFocus()
    second.buttons["belum_yakin"].click()
    with qtbot.waitSignal(panel.passed):
        keyboard.press(Qt.Key.Key_Return)


def test_the_same_person_needs_no_reason(panel):
    heard = said(panel)
    panel.show_likely(twins(1), ())
    panel.rows[0].buttons["orang_sama"].click()
    assert heard == [("0", "orang_sama", "")]
    assert not panel.rows[0].reason.isVisible()


def test_what_was_decided_before_is_shown_again(panel):
    decision = Duplicate(record_id="0", number="x", decision="belum_yakin", reason="mirip sekali")
    panel.show_likely(twins(2), (decision,))
    first, second = panel.rows
    assert (first.buttons["belum_yakin"].isChecked(), first.reason.text()) == (True, "mirip sekali")
    assert not any(button.isChecked() for button in second.buttons.values())


def test_it_is_read_aloud(panel):
    panel.show_likely(twins(1), ())
    assert "Siti Amina" in panel.accessibleName()
    assert "tanggal lahir sama" in panel.accessibleName()
    names = {button.accessibleName() for button in panel.rows[0].buttons.values()}
    assert "Siti Amina: Orang lain" in names


# --- on the page ----------------------------------------------------------------------------------


@pytest.fixture
def twin(desk):
    """Somebody who is registered already, with another NIK and her name written another way."""
    event_id, _event = plan.todays_event(desk)
    rules = reference.rules_of(desk, event_id)
    form = enrol.EnrolmentForm(
        **(SITI | {"name": "Hj. St. Amina", "nik": "3576035708900077"}),
        coverage_start=f"{rules.today:%Y-%m}",
        coverage_months="3",
        consent=AGREED,
    )
    return enrol.enrol(desk, enrol.start_draft(desk, event_id, form), rules)


def type_up_to_the_sex(keyboard):
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.enter()  # the birth date that the NIK proposes
    keyboard.enter()  # and the sex


@pytest.mark.parametrize("name", ["name", "sex", "village", "rt"])
def test_the_field_under_the_hand_stays_where_it_is(page, qtbot, name):
    widget = page.form.fields[name].widget

    def place():
        return widget.mapTo(page, QPoint(0, 0))

    page.form.go_to(name)
    qtbot.waitUntil(widget.hasFocus)
    before = place()
    page.display(replace(page.presenter.state, likely=twins(3)))
    qtbot.waitUntil(lambda: page.form.likely.isVisible() and page.form.likely.height() > 200)
    qtbot.waitUntil(lambda: place() == before and not page.form._holding)


def test_a_twin_is_shown_and_is_decided_by_keys_alone(
    twin, page, keyboard, qtbot, window, jobs, desk
):
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.enter()
    panel = page.form.likely
    qtbot.waitUntil(lambda: panel.isVisible() and not jobs.busy)
    assert page.form.current() == "sex"
    assert twin.number in panel.rows[0].text()

    keyboard.press(Qt.Key.Key_D, CTRL)
    assert panel.rows[0].buttons["orang_lain"].hasFocus()
    keyboard.press(Qt.Key.Key_Space)
    keyboard.enter("anak dari yang itu")
    assert page.form.current() == "village"
    assert page.presenter.state.decided[0].reason == "anak dari yang itu"


def test_the_decision_goes_to_the_office_with_the_record(
    twin, page, keyboard, qtbot, window, jobs, desk
):
    type_siti(keyboard)
    qtbot.waitUntil(lambda: bool(page.form.likely.rows) and not jobs.busy)
    page.form.likely.rows[0].buttons["belum_yakin"].click()
    keyboard.type("ragu")
    keyboard.save_next()
    qtbot.waitUntil(lambda: len(window.results) == 1 and not jobs.busy)
    newest = find.find_participants(desk)[0]
    (decision,) = find.look_at(desk, newest.record_id).body.duplicates
    assert (decision.number, decision.decision, decision.reason) == (
        twin.number,
        "belum_yakin",
        "ragu",
    )
    assert page.form.likely.rows == []


def test_the_same_person_is_opened_and_the_form_stays(twin, page, keyboard, qtbot, window, jobs):
    type_up_to_the_sex(keyboard)
    qtbot.waitUntil(lambda: bool(page.form.likely.rows) and not jobs.busy)
    page.form.likely.rows[0].buttons["orang_sama"].click()
    assert window.opened == ["participants"]
    assert page.presenter.state.decided[0].decision == "orang_sama"
    assert page.form.fields["name"].editor.raw() == "Siti Aminah"
