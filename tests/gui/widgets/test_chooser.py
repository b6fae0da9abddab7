"""Choosing with the keyboard: any part of a name, the last five first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.region_picker import RegionPicker
from jamsos_desktop.gui.widgets.suggestions import Option

WORK = [
    Option("becak", "Pengemudi becak", "transportasi"),
    Option("ojek", "Pengemudi ojek", "transportasi"),
    Option("nelayan", "Nelayan", "perikanan"),
    Option("sayur", "Pedagang sayur", "perdagangan"),
    Option("bakso", "Pedagang bakso keliling", "perdagangan"),
    Option("jahit", "Penjahit", "jasa"),
    Option("tani", "Petani", "pertanian"),
]
BY_KEY = {option.key: option for option in WORK}


@pytest.fixture
def chooser(shown, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    made = Chooser(finder(WORK), BY_KEY.get, page)
    made.setAccessibleName("Pekerjaan")
    column.addWidget(made)
    column.addWidget(TextEdit(page))
    column.addStretch(1)
    shown(page)
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def titles(chooser):
    return [option.title for option in chooser.offered()]


def test_any_part_of_the_name_finds_it(chooser, qtbot):
    qtbot.keyClicks(chooser, "sayur")
    assert titles(chooser) == ["Pedagang sayur"]
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert chooser.text() == "Pedagang sayur"
    assert chooser.raw() == "sayur"
    assert not chooser.popup_open


def test_words_may_come_in_any_order(chooser, qtbot):
    qtbot.keyClicks(chooser, "keliling ped")
    assert titles(chooser) == ["Pedagang bakso keliling"]


def test_arrows_mark_and_enter_chooses(chooser, qtbot):
    qtbot.keyClicks(chooser, "pengemudi")
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser, Qt.Key.Key_Enter)
    assert chosen.args == [BY_KEY["ojek"]]


def test_the_last_five_choices_come_first(chooser, qtbot):
    for name in ("becak", "ojek", "nelayan", "sayur", "bakso", "penjahit"):
        chooser.clear()
        qtbot.keyClicks(chooser, name)
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
    keys = [option.key for option in chooser.recent()]
    assert keys == ["jahit", "bakso", "sayur", "nelayan", "ojek"]
    chooser.clear()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert [o.key for o in chooser.offered()][:5] == keys
    assert len(chooser.offered()) == len(WORK)


def test_escape_closes_the_list_and_keeps_the_text(chooser, qtbot):
    qtbot.keyClicks(chooser, "pe")
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert not chooser.popup_open
    assert chooser.raw() == "pe"


def test_a_name_typed_in_full_is_chosen_by_leaving(chooser, qtbot):
    qtbot.keyClicks(chooser, "nelayan")
    qtbot.keyClick(chooser, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not chooser.hasFocus())
    assert chooser.raw() == "nelayan"
    assert chooser.text() == "Nelayan"
    assert not chooser.popup_open


def test_changing_the_text_takes_the_choice_back(chooser, qtbot):
    chooser.set_raw("tani")
    assert chooser.text() == "Petani"
    qtbot.keyClicks(chooser, "x")
    assert chooser.option() is None
    assert chooser.raw() == "Petanix"


def test_the_mouse_chooses_too(chooser, qtbot):
    qtbot.keyClicks(chooser, "pedagang")
    listed = chooser._list
    spot = listed.visualRect(listed.model().index(1, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chooser.raw() == "bakso"


def test_a_village_is_found_and_comes_back_by_its_code(shown, qtbot):
    places = [
        ("35.76.02.1001", "Kranggan", "Kec. Kranggan, Kota Mojokerto"),
        ("35.76.01.1006", "Surodinawan", "Kec. Prajurit Kulon, Kota Mojokerto"),
    ]
    picker = RegionPicker(
        lambda text: [p for p in places if text.casefold() in p[1].casefold()],
        lambda code: next((p for p in places if p[0] == code), None),
    )
    picker.setAccessibleName("Kelurahan")
    shown(picker, 400, 300)
    picker.setFocus()
    qtbot.keyClicks(picker, "dina")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.raw() == "35.76.01.1006"
    picker.set_raw("35.76.02.1001")
    assert picker.text() == "Kranggan"
