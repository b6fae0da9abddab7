"""What happens on the page "Hari ini"."""

import pytest

from jamsos_desktop.gui.today.presenter import TodayPresenter, read_day
from jamsos_desktop.services import queue, set_up
from tests.fakes import FakeView, InlineJobs


class Page(FakeView):
    """Counts how often the line was cleared."""

    cleared = 0

    def clear_line(self):
        self.cleared += 1


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(desk, said):
    presenter = TodayPresenter(
        Page(), InlineJobs(), desk, lambda text, undo=None: said.append(text)
    )
    presenter.refresh()
    return presenter


def state(page):
    return page._view.state


def numbers(page):
    return [ticket.number for ticket in state(page).day.tickets]


def test_a_number_is_given_to_nobody_or_to_somebody(page, said):
    page.take_in("")
    page.take_in("Siti Aminah, 3/2")
    assert numbers(page) == ["MJK1-001", "MJK1-002"]
    assert [ticket.name for ticket in state(page).day.tickets] == ["", "Siti Aminah"]
    assert said == ["Nomor MJK1-001 diberikan.", "Nomor MJK1-002 diberikan."]
    assert page._view.cleared == 2
    assert state(page).day.today.waiting == 2


def test_one_button_skips_and_brings_back(page, said):
    page.take_in("")
    page.move(state(page).day.tickets[0])
    assert state(page).day.tickets[0].state == "skipped"
    page.move(state(page).day.tickets[0])
    assert state(page).day.tickets[0].state == "waiting"
    assert said[1:] == ["MJK1-001 dilewati.", "MJK1-001 menunggu lagi."]


def test_who_listens_is_written_down_with_a_name(page, said):
    page.choose("attendance")
    page.take_in("3/2")
    assert state(page).error.what == "Nama belum ditulis."
    assert (said, page._view.cleared) == ([], 0)
    page.take_in("Budi, 3/2")
    assert state(page).error is None
    assert [one.name for one in state(page).day.listeners] == ["Budi"]
    assert said == ["Budi tercatat hadir."]


def test_papers_are_saved_where_they_were_asked_for(page, said, tmp_path):
    page.save_paper(tmp_path / "nomor.pdf")
    page.choose("attendance")
    page.save_paper(tmp_path / "hadir.pdf")
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"nomor.pdf", "hadir.pdf"}
    assert len(state(page).day.tickets) == queue.STRIP
    assert said[0].startswith("Tersimpan: nomor.pdf.")


def test_without_an_event_there_is_nothing_to_do(data_dir, said, tmp_path):
    office = set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123")
    assert read_day(office) is None
    page = TodayPresenter(Page(), InlineJobs(), office, lambda *_: None)
    page.refresh()
    assert state(page).loaded
    page.take_in("Budi")
    page.save_paper(tmp_path / "nomor.pdf")
    assert state(page).day is None
    office.close()
