"""What happens on the page "Kotak masuk"."""

import pytest

from jamsos_desktop.gui.inbox.presenter import InboxPresenter
from jamsos_desktop.services.find import count_participants
from tests.factories import enrol_one
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def said():
    return []


@pytest.fixture
def page(world, said):
    return InboxPresenter(FakeView(), InlineJobs(), world[OFFICE], said.append)


def state(page):
    return page._view.state


def damage(path, target):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)
    return target


def stages(page):
    return [file.stage for file in state(page).files]


def test_bundles_of_two_stations_are_shown_and_then_come_in(world, page, said):
    world.enrol(POS1, 0, 3)
    world.enrol(POS2, 3, 2)
    page.take([world.export(POS1), world.export(POS2)])
    assert stages(page) == ["ready", "ready"]
    assert (state(page).ready, state(page).shown, said) == (2, 0, [])
    assert count_participants(world[OFFICE]) == 0
    assert [file.seen.counts["new"] for file in state(page).files] == [3, 2]
    page.take_ready()
    assert stages(page) == ["done", "done"]
    first, _second = state(page).files
    assert {line.outcome for line in first.seen.people} == {"baru"}
    assert len(first.seen.people) == 3
    assert said[0].endswith("3 baru, 0 berubah")
    assert state(page).progress is None
    assert count_participants(world[OFFICE]) == 5


def test_a_refused_file_says_why_and_the_others_go_on(world, page, tmp_path):
    world.enrol(POS1, 0, 2)
    good = world.export(POS1)
    bad = damage(good, tmp_path / "KIRIM_rusak.jamsos")
    page.take([bad, tmp_path / "tidak-ada.jamsos", good])
    page.take_ready()
    refused, gone, came = state(page).files
    assert refused.stage == gone.stage == "refused"
    assert refused.error.data == "Tidak ada data yang berubah."
    assert refused.error.todo
    assert "tidak bisa dibaca" in gone.error.what
    assert (came.stage, came.seen.counts["new"]) == ("done", 2)


def test_the_same_file_again_says_when_and_by_whom(world, page):
    world.enrol(POS1, 0, 2)
    path = world.export(POS1)
    page.take([path])
    page.take_ready()
    page.take([path])
    again = state(page).files[1]
    assert (again.stage, state(page).shown, state(page).ready) == ("known", 1, 0)
    assert again.seen.before.startswith("Berkas ini sudah pernah diimpor pada ")
    assert again.seen.before.endswith(" oleh Admin Kantor.")
    assert again.seen.counts == {"new": 0, "changed": 0, "same": 2, "conflict": 0}


def test_a_file_of_which_everything_came_with_another_one_says_since_when(world, page):
    world.enrol(POS1, 0, 1)
    late = world.export(POS1)
    world.enrol(POS1, 1, 1)
    world.take_in(world.export(POS1))
    page.take([late])
    (file,) = state(page).files
    assert (file.stage, file.seen.counts["same"]) == ("known", 2)
    assert file.seen.before.startswith("Semua isi berkas ini sudah ada di kantor sejak ")


def test_the_same_file_twice_at_once_comes_in_once(world, page, said):
    world.enrol(POS1, 0, 2)
    path = world.export(POS1)
    page.take([path, path])
    page.take_ready()
    assert count_participants(world[OFFICE]) == 2
    assert said[1].endswith("sudah pernah masuk")


def test_another_report_is_opened_by_choosing_it(world, page):
    world.enrol(POS1, 0, 1)
    world.enrol(POS2, 1, 1)
    page.take([world.export(POS1), world.export(POS2)])
    page.choose(1)
    assert state(page).file.seen.sender.startswith(POS2)
    page.choose(7)
    assert state(page).shown == 1


def test_a_folder_is_searched_for_what_stations_wrote(world, page, tmp_path):
    world.enrol(POS1, 0, 1)
    path = world.export(POS1)
    page.take([path.parent])
    assert [file.path for file in state(page).files] == [path]
    empty = tmp_path / "kosong"
    empty.mkdir()
    page.take([empty])
    assert state(page).error.what == "Di folder itu tidak ada berkas dari pos."


@pytest.fixture
def twice(world, page):
    """Two bundles of six people whom both stations registered, looked into."""
    for number in range(6):
        enrol_one(world[POS1], number)
        enrol_one(world[POS2], number)
    page.take([world.export(POS1), world.export(POS2)])


def test_what_became_a_duplicate_meanwhile_stops_then_and_comes_in_with_a_reason(
    world, page, said, twice
):
    assert stages(page) == ["ready", "ready"]  # at the office there was nobody yet
    page.take_ready()
    assert stages(page) == ["done", "braked"]
    page.choose(1)
    stopped = state(page).file.seen
    assert stopped.brakes[0].startswith("6 dari 6 orang baru sudah terdaftar")
    assert stopped.people[0].alike.endswith("(MJK1): NIK sama")
    page.take_anyway("   ")
    assert count_participants(world[OFFICE]) == 6
    page.take_anyway("Dua pos di satu acara")
    assert stages(page) == ["done", "done"]
    assert count_participants(world[OFFICE]) == 12
    assert len(said) == 2


def test_the_report_is_saved_as_a_sheet(world, page, twice, tmp_path):
    page.take_ready()
    page.save_report(tmp_path / "laporan.csv")
    assert state(page).saved == str(tmp_path / "laporan.csv")
    assert len((tmp_path / "laporan.csv").read_text("utf-8-sig").splitlines()) == 1 + 6


class Stopped(InlineJobs):
    """Somebody presses "stop" as soon as long work begins."""

    def __init__(self):
        self.on_long = lambda: None

    def start_long(self, work, on_done, on_error, on_progress):
        self.on_long()
        return super().start_long(work, on_done, on_error, on_progress)


def test_stopping_leaves_the_waiting_files_and_takes_nothing_in(world, said):
    world.enrol(POS1, 0, 1)
    world.enrol(POS2, 1, 1)
    jobs = Stopped()
    page = InboxPresenter(FakeView(), jobs, world[OFFICE], said.append)
    paths = [world.export(POS1), world.export(POS2)]
    page.take(paths)
    jobs.on_long = page.stop
    page.take_ready()
    assert stages(page) == ["ready", "ready"]  # they can still come in
    page.take(paths)
    assert stages(page)[2:] == ["stopped", "stopped"]
    assert state(page).progress is None
    assert count_participants(world[OFFICE]) == 0
    assert said == []


def test_a_real_office_is_reminded_of_its_sheet_until_it_is_saved(world, page, tmp_path):
    from jamsos_desktop.services.recovery import save_recovery_sheet

    page.refresh()
    assert state(page).wants_sheet
    save_recovery_sheet(world[OFFICE], tmp_path / "lembar.pdf")
    page.refresh()
    assert not state(page).wants_sheet


def test_whom_somebody_only_resembles_is_still_said_after_it_came_in(world, page):
    enrol_one(world[POS1], 0)
    world.take_in(world.export(POS1))
    near = enrol_one(world[POS2], 0, nik="3576014101669055", name="Siti Amanah")
    page.take([world.export(POS2)])
    (before,) = state(page).file.seen.report.twins
    assert (before.number, before.certain) == (near.number, False)
    page.take_ready()
    assert state(page).file.seen.report.twins == [before]
    assert state(page).file.seen.people[0].alike
