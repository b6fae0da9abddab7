"""What happens on the page "Peserta"."""

import pytest

from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.gui.participants.presenter import PAGE, ParticipantsPresenter
from jamsos_desktop.services import find
from tests.fakes import InlineJobs
from tests.gui.desk import enrol_people, form, open_desk


class FakeView:
    def __init__(self):
        self.list = self.person = None
        self.lines = []
        self.results = []
        self.more = False

    def show_list(self, state):
        self.list = state

    def show_lines(self, lines, *, more):
        self.lines, self.more = list(lines), more

    def append_lines(self, lines, *, more):
        self.lines += lines
        self.more = more

    def show_person(self, state):
        self.person = state

    def say(self, text, undo=None):
        self.results.append(text)
        self.undo = undo


class LateJobs(InlineJobs):
    """Work waits until the test lets it go; what was cancelled never answers."""

    def __init__(self):
        self.waiting = []

    def start(self, work, on_done, on_error):
        job = LateJob(work, on_done)
        self.waiting.append(job)
        return job

    def go_on(self):
        for job in self.waiting:
            result = job.work()
            if not job.cancelled:
                job.on_done(result)
        self.waiting = []


class LateJob:
    def __init__(self, work, on_done):
        self.work, self.on_done, self.cancelled = work, on_done, False

    def cancel(self):
        self.cancelled = True


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, form(0, "Siti Aminah"), form(1, "Budi Santoso"))
    yield opened
    opened.close()


def page_of(desk, jobs=None):
    view = FakeView()
    return ParticipantsPresenter(view, jobs or InlineJobs(), desk, view.say), view


def names(view):
    return [line.name for line in view.lines]


def test_the_newest_come_first_and_all_are_counted(desk):
    presenter, view = page_of(desk)
    presenter.refresh()
    assert names(view) == ["Budi Santoso", "Siti Aminah"]
    assert view.list.words() == "2 peserta"
    assert not view.list.empty


def test_typing_narrows_the_list(desk):
    presenter, view = page_of(desk)
    presenter.refresh()
    presenter.search("ami")
    assert names(view) == ["Siti Aminah"]
    assert view.list.words() == "1 cocok dari 2 peserta"
    presenter.search("zzz")
    assert view.list.no_match
    assert view.list.words() == "Tidak ada yang cocok dari 2 peserta"


def test_the_answer_to_an_older_text_is_not_shown(desk):
    jobs = LateJobs()
    presenter, view = page_of(desk, jobs)
    presenter.refresh()
    presenter.search("bud")
    presenter.search("sit")
    jobs.go_on()
    assert names(view) == ["Siti Aminah"]


def test_enter_before_the_answer_opens_what_is_found(desk):
    jobs = LateJobs()
    presenter, view = page_of(desk, jobs)
    presenter.search("budi")
    presenter.open_first()
    jobs.go_on()  # the search
    jobs.go_on()  # the person
    assert view.person.page.name == "Budi Santoso"


def test_an_empty_desk_says_so(data_dir):
    desk, _ids = open_desk(data_dir)
    presenter, view = page_of(desk)
    presenter.refresh()
    assert view.list.empty
    presenter.open_first()
    assert view.person is None
    desk.close()


def test_more_people_than_a_page_are_fetched_on_demand(desk):
    enrol_people(desk, *(form(place, f"Warga {place:03d}") for place in range(3, PAGE + 10)))
    presenter, view = page_of(desk)
    presenter.refresh()
    assert (len(view.lines), view.more) == (PAGE, True)
    presenter.search("warga")
    assert view.list.words() == f"lebih dari {PAGE} cocok dari {PAGE + 9} peserta"
    presenter.fetch_more(PAGE)
    assert (len(view.lines), view.more) == (PAGE + 7, False)
    assert len({line.record_id for line in view.lines}) == PAGE + 7


def test_uncovering_a_nik_is_journalled_and_ends_with_leaving(desk):
    presenter, view = page_of(desk)
    presenter.refresh()
    presenter.open_first()
    record_id = view.person.page.record_id
    assert view.person.nik() == "3576 •••• •••• 0002"
    presenter.reveal()
    assert view.person.nik() == "3576 0211 0890 0002"
    assert view.person.page.history[0].what == "NIK lengkap dilihat"
    seen = [isinstance(h.body, NikRevealed) for h in find.look_at(desk, record_id).history]
    assert seen.count(True) == 1
    presenter.reveal()  # it is uncovered already
    presenter.close_person()
    assert view.person is None
    presenter.open_person(record_id)
    assert view.person.nik() == "3576 •••• •••• 0002"


def test_a_nik_that_comes_after_leaving_is_not_shown(desk):
    jobs = LateJobs()
    presenter, view = page_of(desk, jobs)
    presenter.search("budi")
    presenter.open_first()
    jobs.go_on()
    jobs.go_on()
    presenter.reveal()
    presenter.cover()
    jobs.go_on()
    assert not view.person.whole_nik
    assert not view.person.busy


def test_the_family_card_is_uncovered_with_the_nik(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti", kk="3576010101100007"))
    presenter, view = page_of(desk)
    presenter.open_person(record_id)
    assert view.person.kk() == "3576 •••• •••• 0007"
    presenter.reveal()
    assert view.person.kk() == "3576 0101 0110 0007"
    desk.close()


def test_a_person_who_is_not_here_is_explained(desk):
    presenter, view = page_of(desk)
    presenter.refresh()
    presenter.open_person("0" * 32)
    assert view.person is None
    assert view.list.error.what == "Peserta itu tidak ditemukan di sini."
    assert names(view) == ["Budi Santoso", "Siti Aminah"]


def test_people_are_chosen_for_the_ceremony_and_that_is_undone(desk):
    presenter, view = page_of(desk)
    presenter.refresh()
    presenter.choose_for_ceremony([view.lines[0].record_id], True)
    assert view.results == ["1 orang ditandai untuk penyerahan simbolis"]
    assert [line.ceremony for line in view.lines] == [True, False]
    view.undo()
    assert not any(line.ceremony for line in view.lines)
