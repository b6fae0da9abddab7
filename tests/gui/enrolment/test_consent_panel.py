"""The consent on the page, by the keys of a cadre."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jamsos_desktop.domain.explanation import Terms
from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.enrolment.consent_panel import ConsentTerms
from jamsos_desktop.services import find, plan
from jamsos_desktop.services.event_day import look_at_today
from tests.gui.enrolment.people import raw, type_siti, wait_saved
from tests.pictures import encoded, two_halves


@pytest.fixture
def asked(page):
    page.form.go_to("consent")
    return page


def visible(page):
    names = ("consent_method", "consent_witness", "consent_signature")
    return [name for name in names if page.form.fields[name].isVisible()]


def test_three_keys_are_enough_from_the_second_person_on(page, keyboard, qtbot, window, jobs, desk):
    type_siti(keyboard)
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    page.form.go_to("consent")
    assert raw(page, "consent") == ""
    assert visible(page) == []
    keyboard.type("s")
    assert page.form.fields["consent_method"]._hint.text() == "seperti tadi? Enter"
    assert raw(page, "consent_method") == ""
    keyboard.enter()
    assert page.form.fields["consent_witness"].widget.placeholderText() == "Bu Tini"
    keyboard.enter()
    assert (raw(page, "consent_method"), raw(page, "consent_witness")) == ("lisan", "Bu Tini")
    assert page.form.current() == "birth_place"


def test_on_paper_nothing_more_is_asked(asked, keyboard):
    keyboard.type("s")
    keyboard.enter("d")
    assert visible(asked) == ["consent_method"]
    assert asked.form.current() == "birth_place"


def test_arrows_only_move_along(asked, keyboard):
    keyboard.press(Qt.Key.Key_Right)
    assert asked.form.current() == "consent"
    assert raw(asked, "consent") == "setuju"
    keyboard.type("x")
    assert asked.form.current() == "consent"


def test_a_refusal_is_confirmed_and_enter_alone_only_goes_back(asked, keyboard, qtbot, desk):
    event_id = plan.todays_event(desk)[0]
    keyboard.type("m")
    assert asked.form.refusal.isVisible()
    assert asked.form.refusal.back.hasFocus()
    keyboard.enter()
    assert not asked.form.refusal.isVisible()
    assert (asked.form.current(), raw(asked, "consent")) == ("consent", "")
    keyboard.type("m")
    keyboard.press(Qt.Key.Key_Tab)
    assert asked.form.refusal.confirm.hasFocus()
    keyboard.enter()
    qtbot.waitUntil(lambda: look_at_today(desk, event_id).refused == 1)
    assert asked.form.current() == "nik"
    assert not asked.form.refusal.isVisible()
    assert find.count_participants(desk) == 0


def test_a_signature_is_drawn_and_the_next_person_finds_a_clean_pad(
    page, keyboard, qtbot, window, jobs
):
    type_siti(keyboard)
    page.form.go_to("consent_method")
    keyboard.enter("t")
    assert page.form.current() == "consent_signature"
    pad = page.form.signature.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    QTest.mouseMove(pad, QPoint(120, 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(160, 40))
    qtbot.waitUntil(lambda: raw(page, "consent_signature") != "" and not jobs.busy)
    assert "Tersimpan" in page.form.signature.kept.text()
    keyboard.enter()
    assert page.form.current() == "birth_place"
    keyboard.save_next()
    wait_saved(qtbot, window, jobs)
    assert pad.strokes() == ()
    assert raw(page, "consent_signature") == ""


def test_a_photo_of_the_thumb_may_be_chosen(asked, keyboard, tmp_path, qtbot, jobs, monkeypatch):
    path = tmp_path / "jempol.jpg"
    path.write_bytes(encoded(two_halves()))
    monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, on_chosen: on_chosen(path))
    keyboard.type("s")
    keyboard.enter("c")
    asked.form.signature.choose.click()
    qtbot.waitUntil(lambda: raw(asked, "consent_signature") != "" and not jobs.busy)


def test_the_text_is_shown_once_and_anew_in_another_language(shown):
    panel = shown(ConsentTerms())
    first = Terms(language="id", version=1, lines=(("Untuk", "mendaftarkan"),), question="Setuju?")
    panel.show_terms(first, "")
    assert "belum dijelaskan" in panel.accessibleName()
    assert panel.question.text() == "Setuju?"
    assert not panel.unchecked.isVisible()
    other = Terms(
        language="jv", version=1, lines=(("Kangge", "x"),), question="Sarujuk?", unchecked="belum"
    )
    panel.show_terms(other, "bahasa Jawa")
    assert panel.accessibleName() == "Kangge: x Penjelasan: bahasa Jawa"
    assert panel.unchecked.isVisible()


def test_f9_shows_the_whole_text(page):
    assert page.form.terms.whole.accessibleName() == "Perlihatkan seluruhnya"
    assert page.form.terms.whole.text().endswith("F9")
    assert QApplication.focusWidget() is not page.form.terms.whole
