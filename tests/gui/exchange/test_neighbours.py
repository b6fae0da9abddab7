"""What the section about the other laptops says, without widgets."""

import datetime as dt

import pytest

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.exchange import neighbours
from jamsos_desktop.gui.exchange.neighbours import Neighbours
from jamsos_desktop.services import exchange, exchange_place, replan
from jamsos_desktop.services.plan import events
from jamsos_desktop.storage import facts, heard
from tests.factories import FixedClock, enrol_one, event_of, office_desk, station_desk
from tests.fakes import FakeView, InlineJobs


class SlowFiles(InlineJobs):
    """A share that answers when it likes."""

    def __init__(self):
        self.held = []

    def start_long(self, *asked):
        self.held.append(asked)

    def answer(self):
        while self.held:
            super().start_long(*self.held.pop(0))


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def here(tmp_path, clock):
    desk = station_desk(tmp_path, "Pos 1", clock)
    yield desk
    desk.close()


@pytest.fixture
def there(tmp_path, clock):
    desk = station_desk(tmp_path, "Pos 2", clock)
    yield desk
    desk.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "bersama"
    made.mkdir()
    return made


def opened(desk, files=None):
    view = FakeView()
    made = Neighbours(InlineJobs(), files or InlineJobs(), desk)
    made.attach(view)
    made.open()
    return made, view


def test_before_a_folder_is_chosen_it_says_what_it_is_for(here):
    made, view = opened(here)
    assert view.state.summary().startswith("Belum dipakai.")
    assert view.state.why_not() == "Pilih dulu folder bersama."
    made.swap()
    assert not view.state.busy


def test_a_chosen_folder_is_looked_into_at_once_and_remembered(here, there, folder):
    enrol_one(there, 1)
    exchange.exchange(there, event_of(there), folder)
    made, view = opened(here)
    made.choose(folder)
    assert [one.words for one in view.state.others] == ["Pos 2 · 1 orang · 09.00"]
    assert view.state.summary() == "Folder bersama, dilihat jam 09.00."
    _again, later = opened(here)
    assert (later.state.folder, later.state.watched) == (str(folder), True)
    assert later.state.others == view.state.others


def test_every_minute_the_others_are_looked_for_until_it_is_switched_off(
    here, there, folder, clock
):
    made, view = opened(here)
    made.choose(folder)
    enrol_one(there, 1)
    exchange.exchange(there, event_of(there), folder)
    clock.go(minutes=1)
    made.tick()
    assert [one.tone for one in view.state.others] == ["success"]
    made.watch(watched=False)
    clock.go(minutes=16)
    made.tick()
    assert view.state.summary().endswith("jam 09.01.")
    assert [one.tone for one in view.state.others] == ["warning"]  # not heard of for long
    made.swap()
    assert view.state.summary().endswith("jam 09.17.")


def test_on_another_day_nothing_is_looked_into_by_itself(here, folder, clock):
    made, view = opened(here)
    made.choose(folder)
    clock.go(days=1)
    made.tick()
    made.tick()
    assert view.state.summary().endswith("jam 09.00.")


def test_a_slow_folder_lets_everything_else_go_on(here, there, folder):
    files = SlowFiles()
    made, view = opened(here, files)
    made.choose(folder)
    assert view.state.busy
    made.tick()
    made.swap()
    assert len(files.held) == 1
    enrol_one(here, 3)  # the database waits for nobody
    files.answer()
    assert not view.state.busy
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_is_gone_is_said_with_what_to_do(here, folder):
    made, view = opened(here)
    made.choose(folder / "tidak ada")
    assert "flashdisk tercabut" in view.state.trouble
    made.choose(folder)
    assert view.state.trouble == ""


def test_a_file_that_cannot_be_used_is_named(here, folder):
    name = "TUKAR_kota-mojokerto_MJK9_000001-000003_20261122-0900.jamsos"
    (folder / name).write_bytes(b"x" * 99)
    made, view = opened(here)
    made.choose(folder)
    (unused,) = view.state.refused
    assert unused.file == name
    words = view.state.refused_words()
    assert words == "1 berkas di sana tidak dipakai: Ini bukan berkas JAMSOS."


def test_door_to_door_goes_on_for_days(tmp_path, folder, clock):
    office = office_desk(tmp_path, clock)
    event_id, event = events(office)[0]
    changed = CommunityEvent(
        name=event.name,
        place=event.place,
        date=event.date,
        programme_id=event.programme_id,
        region=event.region,
        kind="kunjungan",
    )
    replan.change_event(office, event_id, changed)
    made, view = opened(office)
    made.choose(folder)
    clock.now += dt.timedelta(days=3)
    made.tick()
    assert view.state.today
    office.close()


def test_opening_the_program_days_later_forgets_what_was_heard(here, there, folder, clock):
    enrol_one(there, 1)
    exchange.exchange(there, event_of(there), folder)
    made, view = opened(here)
    made.choose(folder)
    assert len(view.state.others) == 1
    clock.go(days=3)
    _again, later = opened(here)
    assert later.state.others == ()
    with here.database.reading() as connection:
        assert heard.hash_keys(connection) == []


def use(folder, *desks):
    """As a coordinator does on the page of settings."""
    for desk in desks:
        with desk.database.writing() as connection:
            facts.write_destination(connection, FolderPlace(path=str(folder)))


def test_the_laptops_may_meet_where_files_are_uploaded_to(here, there, folder, clock):
    use(folder, here, there)
    enrol_one(there, 1)
    exchange_place.exchange_at_place(there, event_of(there))
    made, view = opened(here)
    assert (view.state.place, view.state.at_place) == (str(folder), False)
    made.choose_place()
    assert [one.words for one in view.state.others] == ["Pos 2 · 1 orang · 09.00"]
    assert view.state.summary() == "Lewat tempat unggah, dilihat jam 09.00."
    enrol_one(there, 2)
    clock.go(minutes=1)
    exchange_place.exchange_at_place(there, event_of(there))
    made.tick()
    assert [one.words for one in view.state.others] == ["Pos 2 · 2 orang · 09.01"]
    made.watch(False)
    again, later = opened(here)
    assert (later.state.at_place, later.state.watched) == (True, False)
    assert later.state.summary() == "Lewat tempat unggah."
    again.choose(folder)
    assert not later.state.at_place


def test_a_file_of_no_use_is_named_as_long_as_it_lies_there(here, folder):
    use(folder, here)
    bad = folder / "TUKAR_kota-mojokerto_MJK9_20261122-0900.jamsos"
    bad.write_bytes(b"bukan berkas JAMSOS")
    made, view = opened(here)
    made.choose_place()
    made.swap()
    assert [one.file for one in view.state.refused] == [bad.name]
    bad.unlink()
    made.swap()
    assert view.state.refused == ()


def test_without_a_network_it_is_calm(here, folder, monkeypatch):
    def away(*_given):
        raise UserError("place_unreachable", host="x")

    use(folder, here)
    made, view = opened(here)
    monkeypatch.setattr(neighbours, "visit", away)
    made.choose_place()
    assert view.state.trouble.startswith("Tidak ada jaringan.")
    assert not view.state.busy


def test_without_a_place_there_is_nothing_to_choose(here):
    made, view = opened(here)
    made.choose_place()
    assert not view.state.at_place
