"""The page "BPJS" with real widgets: from accepting to the answers."""

import pytest

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.bpjs import build
from jamsos_desktop.services import find
from tests.gui.desk import NIKS
from tests.gui.dropping import drop, files


@pytest.fixture
def view(shown, qtbot, context, ids):
    made = shown(build(context), 865, 522)
    qtbot.waitUntil(lambda: made.sending.state.loaded and not context.jobs.busy)
    return made


@pytest.fixture
def idle(qtbot, context):
    def wait():
        qtbot.waitUntil(lambda: not context.jobs.busy)

    return wait


def test_an_admin_accepts_writes_and_sees_who_is_left(view, idle, stick, monkeypatch):
    assert view.send.waiting.text() == "2 menunggu keputusan"
    assert view.send.export.toolTip() == "Terima dulu pendaftaran yang lengkap."
    view.send.accept.click()
    idle()
    assert view.send.ready.text() == "2 siap dikirim"
    assert not view.send.accept.isVisible()
    monkeypatch.setattr(dialogs, "choose_folder", lambda _p, _t, on_chosen: on_chosen(stick))
    view.send.export.click()
    idle()
    assert "2 orang ditulis" in view.send.notice.text()
    assert view.send.over.text() == "2 selesai"
    assert view.send.model.rowCount() == 2


def test_answers_are_opened_chosen_taken_and_closed(
    view, idle, desk, ids, answers, stick, monkeypatch
):
    path = answers(
        ("Y", "", NIKS[0], "Gunawan Prasojo", "1"), ("T", "x", NIKS[1], "Budi Santoso", "")
    )
    monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, on_chosen: on_chosen(path))
    view.send.answers.click()
    idle()
    page = view.answers
    assert page.isVisible()
    assert "hasil.xlsx" in page.heading.text()
    assert page.go.accessibleName() == "Catat 1 jawaban"
    assert "Di sini: Ani Lestari" in page.detail.toolTip() + page.detail.text()
    page.table.opened.emit(page.model.rows()[0])
    assert page.go.accessibleName() == "Catat 2 jawaban"
    page.all.click()
    assert page.go.accessibleName() == "Catat 1 jawaban"
    page.go.click()
    idle()
    assert "1 jawaban dicatat" in page.notice.text()
    assert find.look_at(desk, ids[1]).standing == "ditolak_bpjs"
    monkeypatch.setattr(
        dialogs, "choose_new_file", lambda _p, _t, name, _k, on_chosen: on_chosen(stick / name)
    )
    page.save.click()
    idle()
    assert (stick / "laporan-hasil.csv").exists()
    page.go.click()
    idle()
    assert view.send.isVisible()


def test_a_wrong_file_is_refused_where_it_was_chosen(view, idle, tmp_path):
    (tmp_path / "x.csv").write_text("Nama\nAni\n")
    assert drop(view, files(tmp_path / "x.csv"))
    idle()
    assert view.send.isVisible()
    assert "Judul kolom" in view.send.notice.text()


def test_what_the_columns_are_worth_is_said(view):
    assert "usulan" in view.send.note.text()
    view.send.form.set_raw("json")
    view.send.form.edited.emit()
    assert view.sending.state.form == "json"
    assert "templat tidak dipakai" in view.send.note.text()
    view.sending.choose_format("csv")
    assert "agar NIK tetap utuh" in view.send.note.text()


def test_answers_that_were_recorded_by_mistake_are_taken_back(
    view, idle, desk, ids, answers, monkeypatch
):
    path = answers(("Y", "", NIKS[1], "Budi Santoso", "12345678901"))
    monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, on_chosen: on_chosen(path))
    view.send.answers.click()
    idle()
    view.answers.go.click()
    idle()
    view.answers.go.click()
    idle()
    view.send.before.click()
    idle()
    page = view.taken
    assert page.isVisible()
    assert page.file_table.hasFocus()
    assert "hasil.xlsx" in page.title.toolTip() + page.title.text()
    page.undo_one.click()
    page.one.reason.setText("Orang lain")
    page.one.confirm.click()
    idle()
    assert find.look_at(desk, ids[1]).standing == "menunggu"
    assert "1 jawaban BPJS dibatalkan." in page.notice.text()
    page.back.click()
    assert view.send.isVisible()
