"""The page on which a person says what the columns of a file are."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.gui.candidates.columns_page import ColumnsPage
from jamsos_desktop.gui.candidates.import_presenter import ImportState
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.candidates.understood import Understood
from jamsos_desktop.services.candidate_list import ListLook


@pytest.fixture
def state(tmp_path):
    look = ListLook(
        path=tmp_path / "calon.xlsx",
        sheets=("Daftar", "Rekap"),
        sheet="Daftar",
        line=3,
        headings=("NIK", "Nama", ""),
        samples=(("1", "Siti", ""),),
        rows=12,
        fields=("nik", "name", ""),
        remembered_at="",
        before=None,
    )
    return ImportState(
        step="columns",
        look=look,
        programmes=(Named("p", "DBHCHT"), Named("q", "CSR")),
        programme_id="p",
        region="35.76",
        fields=look.fields,
        understood=(
            Understood("1", "1", "NIK harus 16 angka."),
            Understood("Siti", "Siti", ""),
            Understood("", "", ""),
        ),
    )


@pytest.fixture
def page(shown, state):
    made = ColumnsPage()
    made.show_state(state)
    return shown(made)


def test_each_column_says_what_it_is_and_how_it_is_read(page):
    assert [row.field.text() for row in page.rows] == ["NIK", "Nama", ""]
    assert [row.meaning.toolTip() for row in page.rows] == ["NIK harus 16 angka.", "Siti", ""]
    assert page.rows[0].meaning.property("tone") == "error"
    assert not page.rows[1].meaning.property("tone")
    assert page.region.text() == "Kota Mojokerto"
    assert "12 baris, judul kolom di baris 3" in page.file.text()


def test_the_sheet_is_asked_only_where_there_are_several(page, state):
    assert page.sheet.isVisible()
    page.show_state(
        ImportState(**{**_fields(state), "look": state.look._replace(sheets=("Daftar",))})
    )
    assert not page.sheet.isVisible()


def _fields(state):
    return {name: getattr(state, name) for name in state.__slots__}


def test_a_column_is_chosen_by_typing_and_taken_away_by_emptying(page, qtbot):
    heard = []
    page.field_wanted.connect(lambda place, name: heard.append((place, name)))
    field = page.rows[2].field
    field.setFocus()
    qtbot.keyClicks(field, "tanggal")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field = page.rows[0].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert heard == [(2, "birth_date"), (0, "")]


def test_what_was_done_before_is_said(page, state):
    assert not page.seen.isVisible()
    again = state.look._replace(remembered_at="2025-11-12T09:00:00+07:00")
    page.show_state(ImportState(**{**_fields(state), "look": again}))
    assert "seperti impor 12-11-2025" in page.seen.text()
    page.show_state(ImportState(**{**_fields(state), "before": "Berkas ini sudah pernah diimpor."}))
    assert page.seen.text().startswith("Berkas ini sudah pernah diimpor.")


def test_the_button_says_why_it_cannot_be_pressed(page, state):
    assert page.check.isEnabled()
    page.show_state(ImportState(**{**_fields(state), "fields": ("nik", "", "")}))
    assert not page.check.isEnabled()
    assert page.status.text() == "Pilih kolom mana yang berisi nama."


def test_a_kelurahan_may_be_looked_for_elsewhere(page, qtbot):
    heard = []
    page.region_wanted.connect(heard.append)
    page.region.setFocus()
    page.region.selectAll()
    qtbot.keyClicks(page.region, "kota pasuruan")
    qtbot.keyClick(page.region, Qt.Key.Key_Return)
    page.region.selectAll()
    qtbot.keyClick(page.region, Qt.Key.Key_Delete)
    assert heard == ["35.75", ""]
