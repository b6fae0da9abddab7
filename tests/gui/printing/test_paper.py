"""One paper by itself."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.paper import Paper, PaperPresenter
from jamsos_desktop.services import papers_of_event, plan, set_up
from tests.fakes import InlineJobs
from tests.gui.printing.sheets import FakePrinter, SheetsView


@pytest.fixture
def desk(data_dir):
    opened = set_up.start_practice(data_dir)
    yield opened
    opened.close()


@pytest.fixture
def paper(desk):
    event_id = plan.todays_event(desk)[0]
    make = lambda: papers_of_event.balance_sheet(desk, event_id)  # noqa: E731
    return Paper("Neraca", "neraca.pdf", make)


@pytest.fixture
def page(desk):
    view, told = SheetsView(), []
    presenter = PaperPresenter(view, InlineJobs(), desk, told.append)
    presenter.told = told
    presenter.looking.show_at(30)
    return presenter, view


def test_it_is_looked_at_printed_and_saved(page, paper, tmp_path):
    presenter, view = page
    presenter.open(paper)
    assert (view.state.pages, view.state.why_not(), presenter.file_name()) == (1, "", "neraca.pdf")
    assert view.image is not None
    assert view.state.place_words() == "Halaman 1 dari 1"
    presenter.save(tmp_path / "a")
    presenter.print_on(FakePrinter())
    assert view.state.asked_words() == "1 halaman dikirim ke printer. Keluar dengan baik?"
    presenter.out.answer(True)
    assert presenter.told == ["Tersimpan: a.pdf", "Neraca tercetak"]


def test_what_is_closed_is_gone_and_what_goes_out_stays(page, paper):
    presenter, view = page
    presenter.open(paper)
    presenter.print_on(FakePrinter())
    presenter.close()
    presenter.open(paper._replace(title="Lain"))
    assert (view.state.title, view.state.asked) == ("Neraca", 1)
    presenter.out.answer(False)
    presenter.close()
    assert (view.state.pages, view.image, presenter.file_name()) == (0, None, "")
    presenter.print_on(nobody := FakePrinter())
    assert nobody.pages == []


def test_one_that_cannot_be_made_is_explained(page, paper):
    def refuse():
        raise UserError("participant_unknown")

    presenter, view = page
    presenter.open(paper._replace(make=refuse))
    assert view.state.error is not None
    assert view.state.why_not() == "Tidak ada halaman"
