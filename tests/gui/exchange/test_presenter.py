"""What happens on the page "Kirim & terima"."""

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.gui.exchange.presenter import ExchangePresenter, size_words
from jamsos_desktop.services import pictures
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.sticks import Stick
from jamsos_desktop.services.upload import upload
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.models import media
from tests.factories import enrol_one
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import OFFICE, POS1
from tests.pictures import encoded, face


class StoppedJobs(InlineJobs):
    """Somebody presses "stop" at the first word of progress."""

    press = None

    def start_long(self, work, on_done, on_error, on_progress):
        def told(done, total):
            on_progress(done, total)
            self.press()

        return super().start_long(work, on_done, on_error, told)


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(station, said):
    presenter = ExchangePresenter(FakeView(), InlineJobs(), station, list, said.append)
    presenter.refresh()
    return presenter


def state(page):
    return page._view.state


def test_nothing_can_be_sent_before_somebody_is_registered(page):
    assert state(page).empty
    assert state(page).why_not() == "Belum ada yang didaftarkan di pos ini."
    page.export()
    assert state(page).sent is None


def test_people_wait_until_they_are_sent(world, page, stick, said):
    world.enrol(POS1, 0, 3)
    page.refresh()
    assert state(page).unsent.participants == 3
    assert state(page).why_not() == "Pilih dulu tempat menyimpan."
    page.choose(str(stick))
    page.export()
    sent = state(page).sent
    assert sent.people == 3
    assert (stick / sent.file).stat().st_size > 1000
    assert state(page).unsent.participants == 0
    assert state(page).last_words().startswith("Ekspor terakhir ")
    assert said == [f"{sent.file} tersimpan dan sudah dibaca ulang"]
    assert import_bundle(world[OFFICE], stick / sent.file).counts["new"] == 3


def test_the_place_stays_for_the_next_export(world, page, stick):
    world.enrol(POS1, 0, 1)
    page.refresh()
    page.choose(str(stick))
    page.export()
    world.enrol(POS1, 1, 1)
    page.refresh()
    assert state(page).folder == str(stick)
    page.export()
    assert len(list(stick.iterdir())) == 2


def test_one_stick_is_proposed_and_two_are_not(station, stick):
    sticks = [Stick(stick, "KINGSTON", 14_000_000_000)]
    page = ExchangePresenter(FakeView(), InlineJobs(), station, lambda: sticks, print)
    page.refresh()
    assert state(page).folder == str(stick)
    two = [*sticks, Stick(stick / "b", "LAIN", 1)]
    page = ExchangePresenter(FakeView(), InlineJobs(), station, lambda: two, print)
    page.refresh()
    assert state(page).folder == ""


def test_a_pulled_stick_is_said_in_three_parts_and_nothing_is_lost(world, page, stick, said):
    world.enrol(POS1, 0, 1)
    page.refresh()
    page.choose(str(stick / "tercabut"))
    page.export()
    assert state(page).error.what == "Tempat tujuan tidak ada atau flashdisk tercabut."
    assert "tetap aman" in state(page).error.data
    assert state(page).progress is None
    assert state(page).unsent.participants == 1
    page.choose(str(stick))
    assert state(page).error is None
    page.export()
    assert state(page).sent.people == 1
    assert len(said) == 1


def test_stopping_leaves_nothing_on_the_stick(world, station, stick, said):
    world.enrol(POS1, 0, 1)
    jobs = StoppedJobs()
    page = ExchangePresenter(FakeView(), jobs, station, list, said.append)
    jobs.press = page.stop
    page.refresh()
    page.choose(str(stick))
    page.export()
    assert state(page).warning == "Ekspor dihentikan. Tidak ada berkas yang tertinggal di sana."
    assert list(stick.iterdir()) == []
    assert state(page).unsent.participants == 1
    assert said == []


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 KB"), (14_200, "14 KB"), (3_240_000, "3,2 MB"), (15_600_000_000, "16 GB")],
)
def test_sizes_are_said_as_people_say_them(size, words):
    assert size_words(size) == words


@given(st.integers(0, 10**13))
def test_every_size_has_few_digits(size):
    number = size_words(size).split()[0]
    assert len(number) <= 5


def test_pictures_are_counted_and_a_lost_one_is_said_at_once(station, page, stick):
    here, lost = (pictures.take_photo(station, encoded(face(number))) for number in (1, 2))
    for number, photo in enumerate((here, lost)):
        enrol_one(station, number, photo=photo)
    with station.database.writing() as connection:
        connection.execute(sa.delete(media).where(media.c.sha256 == lost))
    page.refresh()
    page.choose(str(stick))
    page.export()
    assert state(page).sent.pictures == 1
    assert state(page).warning.startswith("1 foto atau tanda tangan hilang atau rusak")


@pytest.fixture
def sticks(tmp_path):
    made = []
    for name in ("KINGSTON", "SANDISK"):
        (tmp_path / name).mkdir(exist_ok=True)
        made.append(Stick(tmp_path / name, name, 10**9))
    return made


def test_two_sticks_get_the_same_and_both_are_named(world, station, sticks, said):
    world.enrol(POS1, 0, 2)
    made = ExchangePresenter(FakeView(), InlineJobs(), station, lambda: sticks, said.append)
    made.refresh()
    assert state(made).other_stick() == ""  # before one is chosen there is no second
    made.choose(str(sticks[0].path))
    made.write_both(both=True)
    made.choose(str(sticks[1].path))
    assert state(made).second == str(sticks[0].path)
    made.export()
    sent = state(made).sent
    assert (sent.folder, sent.second) == (str(sticks[1].path), str(sticks[0].path))
    assert [len(list(one.path.iterdir())) for one in sticks] == [1, 1]
    made.write_both(both=False)
    assert state(made).second == ""


def test_of_two_sticks_the_one_that_failed_is_named(world, station, sticks, said):
    world.enrol(POS1, 0, 1)
    made = ExchangePresenter(FakeView(), InlineJobs(), station, lambda: sticks, said.append)
    made.refresh()
    made.choose(str(sticks[0].path))
    made.write_both(both=True)
    sticks[1].path.rmdir()
    made.export()
    assert state(made).sent.second == ""
    assert state(made).warning.startswith(f"Di {sticks[1].path} gagal: Tempat tujuan tidak ada")
    assert state(made).error is None
    assert state(made).unsent.participants == 0


def test_a_second_stick_that_was_pulled_out_is_no_choice_any_more(world, station, sticks, said):
    world.enrol(POS1, 0, 1)
    made = ExchangePresenter(FakeView(), InlineJobs(), station, lambda: sticks, said.append)
    made.refresh()
    made.choose(str(sticks[0].path))
    made.write_both(both=True)
    del sticks[1]
    made.refresh()
    assert (state(made).second, state(made).other_stick()) == ("", "")


def test_what_crossed_over_the_network_is_counted_and_the_answer_shown(world, page, tmp_path, said):
    there = tmp_path / "there"
    there.mkdir()
    for desk in (world[OFFICE], world[POS1]):
        with desk.database.writing() as connection:
            facts.write_destination(connection, FolderPlace(path=str(there)))
    world.enrol(POS1, 0, 2)
    page.show_uploaded(upload(world[POS1]))
    assert state(page).unsent.participants == 0
    assert state(page).answer is None
    for path in upload(world[OFFICE]).fetched:
        import_bundle(world[OFFICE], path)
    upload(world[OFFICE])
    page.show_uploaded(upload(world[POS1]))
    assert "sudah dibuka" in state(page).answer.what
    assert said[-1] == state(page).answer.what
