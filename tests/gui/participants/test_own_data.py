"""Everything that is held on a person, for themselves, from their page."""

import pytest

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.gui.printing import printer
from jamsos_desktop.gui.printing.paper_page import PaperPage
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk
from tests.gui.printing.sheets import FakePrinter


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


@pytest.fixture
def opened(qtbot, page, monkeypatch):
    """The person's data, after the question was answered."""
    questions = []

    def ask(_parent, question, more, *, yes, no, on_yes):
        questions.append((question, more))
        assert (yes, no) == ("Buka datanya", "Tidak jadi")
        on_yes()

    monkeypatch.setattr(dialogs, "ask", ask)
    page.person.own_data.click()
    ((_question, more),) = questions
    assert "tercatat" in more
    qtbot.waitUntil(lambda: not page.own_data.sheet.paper.picture().isNull())
    assert isinstance(page.own_data, PaperPage)
    return page.own_data


def test_it_is_asked_for_saved_and_the_look_is_journalled(
    page, opened, told, tmp_path, monkeypatch
):
    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(tmp_path / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    opened.save.click()
    number = page.presenter._person.page.number
    (path,) = tmp_path.glob("*.pdf")
    assert path.name == f"data-saya-{number}.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert told == [f"Tersimpan: {path.name}"]
    opened.back.click()
    assert page.person.isVisible()
    assert page.presenter._person.page.history[0].what == "NIK lengkap dilihat"
    assert not page.presenter._person.busy


def test_it_is_printed_without_any_file(opened, told, tmp_path, monkeypatch):
    sheets = FakePrinter()
    monkeypatch.setattr(printer, "choose_printer", lambda _p, _job, _form, done: done(sheets))
    opened.print.click()
    assert len(sheets.pages) == opened.state.pages
    assert opened.question.yes.hasFocus()
    opened.question.yes.click()
    assert told == ["Data saya tercetak"]
    assert list(tmp_path.glob("*.pdf")) == []


def test_who_goes_away_leaves_nothing_to_be_seen(page, opened):
    page.hide()
    assert opened.state.pages == 0
    assert opened.sheet.paper.picture().isNull()


def test_nothing_is_written_before_the_answer(page, told, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_named: None)
    page.person.own_data.click()
    assert (told, list(tmp_path.glob("*.pdf"))) == ([], [])
