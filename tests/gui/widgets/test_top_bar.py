"""The line at the top: event, officer, and how things stand."""

import pytest

from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.widgets.top_bar import TopBar

LONG = "Sosialisasi DBHCHT, Pendopo Sabha Kridha Mandala Tama, Kota Mojokerto, 12-11-2025"


@pytest.fixture
def bar(shown):
    return shown(TopBar(), 900, 64)


def test_without_an_event_it_says_so(bar):
    assert bar._event.text() == "Belum ada kegiatan"


def test_a_long_event_is_cut_and_can_be_read_whole(bar):
    bar.show_header(Header(LONG, "Sri · Pos Miji", 120, 14, True))
    bar.resize(600, 64)
    assert bar._event.text().endswith("…")
    assert bar._event.toolTip() == bar._event.accessibleName() == LONG
    bar.resize(1600, 64)
    assert bar._event.text() == LONG


def test_what_waits_for_the_office_is_told_and_calm_once_it_is_exported(bar):
    bar.show_header(Header("Sosialisasi", "Sri", 3))
    assert bar._pending.text() == "3 belum diekspor"
    assert bar._pending.property("tone") == "warning"
    bar.show_header(Header("Sosialisasi", "Sri", 0))
    assert bar._pending.text() == "Semua sudah diekspor"
    assert bar._pending.property("tone") == "success"


def test_an_office_exports_nothing_and_nothing_is_told(bar):
    bar.show_header(Header("Sosialisasi", "Sri", None))
    assert not bar._pending.isVisible()
    assert not bar._receipt.isVisible()


def test_the_last_receipt_is_told_in_days(bar):
    bar.show_header(Header("Sosialisasi", "Sri", 0, 3))
    assert bar._receipt.isVisible()
    assert bar._receipt.text() == "Balasan kantor 3 hari lalu"


def test_the_button_gives_its_room_to_the_event_where_there_is_little(bar):
    bar.resize(877, 46)
    assert bar.check_card.text().strip() == "F8"
    assert bar.check_card.accessibleName() == "Periksa kartu"
    assert "Periksa kartu" in bar.check_card.toolTip()
    bar.resize(1150, 46)
    assert "Periksa kartu" in bar.check_card.text()
