"""Without an event the page says what to do first."""

from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.enrolment.empty import NoEvent


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_an_office_is_sent_to_its_plans(shown, qtbot):
    page = shown(NoEvent(office=True))
    assert "Buat dulu program dan kegiatannya" in words_of(page)
    with qtbot.waitSignal(page.plan_wanted):
        page.plan.click()


def test_a_station_is_told_to_ask_for_a_kit(shown):
    page = shown(NoEvent(office=False))
    assert "Minta berkas paket ke kantor" in words_of(page)
    assert not page.plan.isVisible()
