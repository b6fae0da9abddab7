"""The page "Kirim & terima" with the real worker on a real station."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui import dialogs, exchange
from jamsos_desktop.gui.exchange.presenter import Sent
from jamsos_desktop.gui.exchange.view import ExchangeView, SentCard
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.receipts import issue_receipt
from jamsos_desktop.services.sticks import Stick
from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def results():
    return []


@pytest.fixture
def context(station, jobs, results):
    return PageContext(station, jobs, results.append, lambda: None, lambda _key: None)


def test_an_empty_page_says_what_it_is_for(qtbot, shown, context):
    page = shown(exchange.build(context))
    qtbot.waitUntil(page.nobody.isVisible)
    assert not page.export.isEnabled()
    assert page.export.toolTip() == page.status.text() == "Belum ada yang didaftarkan di pos ini."


def test_a_place_is_typed_and_ctrl_e_exports(qtbot, shown, context, world, stick, results):
    world.enrol(POS1, 0, 2)
    page = shown(exchange.build(context))
    qtbot.waitUntil(page.folder.isVisible)
    page.folder.line.setFocus()
    qtbot.keyClicks(page.folder.line, str(stick))
    qtbot.waitUntil(page.export.isEnabled)
    qtbot.keyClick(page.folder.line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.sent.isVisible)
    assert "2 orang" in page.sent.accessibleName()
    assert "Sudah dibaca ulang dan cocok." in page.sent.accessibleName()
    assert len(list(stick.glob("KIRIM_*.jamsos"))) == 1
    assert len(results) == 1


def test_a_plugged_in_stick_is_chosen_with_one_press(qtbot, shown, context, world, stick):
    world.enrol(POS1, 0, 1)
    other = Stick(stick / "b", "LAIN & baru", 10)
    found = [Stick(stick, "KINGSTON", 14_000_000_000), other]
    page = shown(ExchangeView(context, lambda: found))
    qtbot.waitUntil(page.sticks.isVisible)
    button = page.sticks._buttons[0]
    assert button.text() == "KINGSTON, kosong 14 GB"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.folder.raw() == str(stick)
    assert button.isChecked()


def test_an_error_stands_on_the_page(qtbot, shown, context, world, stick):
    world.enrol(POS1, 0, 1)
    page = shown(exchange.build(context))
    qtbot.waitUntil(page.folder.isVisible)
    qtbot.keyClicks(page.folder.line, str(stick / "tidak-ada"))
    qtbot.waitUntil(page.export.isEnabled)
    qtbot.mouseClick(page.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text().startswith("Tempat tujuan tidak ada atau flashdisk tercabut.")
    assert page.export.isEnabled()


def test_pictures_in_the_bundle_are_counted(shown):
    card = shown(SentCard(None))
    sent = Sent("KIRIM_a.jamsos", "/flashdisk", "14 KB", 3)
    card.show_sent(sent)
    assert "foto" not in card.accessibleName()
    card.show_sent(sent._replace(pictures=6))
    assert "Di dalamnya 6 foto dan tanda tangan." in card.accessibleName()


def test_the_answer_that_was_opened_is_saved_on_paper(
    qtbot, shown, context, world, stick, results, monkeypatch
):
    world.enrol(POS1, 0, 1)
    import_bundle(world[OFFICE], world.export(POS1))
    station_id = world[POS1].installation.station_id
    answer = issue_receipt(world[OFFICE], station_id, stick).path
    monkeypatch.setattr(
        dialogs,
        "choose_new_file",
        lambda _parent, _title, name, _kinds, on_chosen: on_chosen(stick / name),
    )
    page = shown(exchange.build(context))
    page.presenter.open_answer(answer)
    qtbot.waitUntil(page.answer.paper.isVisible)
    page.answer.paper.click()
    qtbot.waitUntil(lambda: bool(list(stick.glob("balasan_*.pdf"))))
    qtbot.waitUntil(lambda: any("pdf tersimpan" in said for said in results))
