"""Everything that is held on a person, for themselves, from their page."""

import pytest

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk


@pytest.fixture
def told():
    return []


@pytest.fixture
def page(tmp_path, shown, told):
    desk, ids = open_desk(tmp_path / "desk", form(0, "Siti Aminah"))
    context = PageContext(
        desk=desk,
        jobs=InlineJobs(),
        show_result=lambda text, undo=None: told.append(text),
        refresh_header=lambda: None,
        go_to=lambda key: None,
    )
    page = shown(ParticipantsView(context))
    page.presenter.open_person(ids[0])
    yield page
    page.close()
    desk.close()


def test_it_is_asked_for_saved_and_the_look_is_journalled(page, told, tmp_path, monkeypatch):
    questions = []

    def ask(_parent, question, more, *, yes, no, on_yes):
        questions.append((question, more))
        assert (yes, no) == ("Simpan PDF…", "Tidak jadi")
        on_yes()

    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(tmp_path / name)

    monkeypatch.setattr(dialogs, "ask", ask)
    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    page.person.own_data.click()
    ((question, more),) = questions
    assert "PDF" in question
    assert "tercatat" in more
    number = page.presenter._person.page.number
    (path,) = tmp_path.glob("*.pdf")
    assert path.name == f"data-saya-{number}.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert told == [f"Tersimpan: {path.name}"]
    assert page.presenter._person.page.history[0].what == "NIK lengkap dilihat"
    assert not page.presenter._person.busy


def test_nothing_is_written_before_the_answer(page, told, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_named: None)
    page.person.own_data.click()
    assert (told, list(tmp_path.glob("*.pdf"))) == ([], [])
