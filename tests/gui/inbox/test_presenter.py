"""What happens on the page "Kotak masuk"."""

import pytest

from jamsos_desktop.gui.inbox.presenter import InboxPresenter
from jamsos_desktop.services.find import count_participants
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


def test_bundles_of_two_stations_come_in(world, page, said):
    world.enrol(POS1, 0, 3)
    world.enrol(POS2, 3, 2)
    page.take([world.export(POS1), world.export(POS2)])
    first, second = state(page).files
    assert (first.stage, first.merged.counts["new"]) == ("done", 3)
    assert (second.stage, second.merged.counts["new"]) == ("done", 2)
    assert state(page).progress is None
    assert state(page).shown == 0
    assert {line.outcome for line in first.merged.people} == {"baru"}
    assert len(first.merged.people) == 3
    assert said[0].endswith("3 baru, 0 berubah")
    assert count_participants(world[OFFICE]) == 5


def test_a_refused_file_says_why_and_the_others_go_on(world, page, tmp_path):
    world.enrol(POS1, 0, 2)
    good = world.export(POS1)
    bad = damage(good, tmp_path / "KIRIM_rusak.jamsos")
    page.take([bad, tmp_path / "tidak-ada.jamsos", good])
    refused, gone, came = state(page).files
    assert refused.stage == gone.stage == "refused"
    assert refused.error.data == "Tidak ada data yang berubah."
    assert refused.error.todo
    assert "tidak bisa dibaca" in gone.error.what
    assert came.merged.counts["new"] == 2


def test_the_same_file_again_says_when_and_by_whom(world, page, said):
    world.enrol(POS1, 0, 2)
    path = world.export(POS1)
    page.take([path])
    page.take([path])
    again = state(page).files[1].merged
    assert state(page).shown == 1
    assert again.before.startswith("Berkas ini sudah pernah diimpor pada ")
    assert again.before.endswith(" oleh Admin Kantor.")
    assert again.counts == {"new": 0, "changed": 0, "same": 2, "conflict": 0}
    assert said[1].endswith("sudah pernah masuk")


def test_another_report_is_opened_by_choosing_it(world, page):
    world.enrol(POS1, 0, 1)
    world.enrol(POS2, 1, 1)
    page.take([world.export(POS1), world.export(POS2)])
    page.choose(1)
    assert state(page).file.merged.sender.startswith(POS2)
    page.choose(7)
    assert state(page).shown == 1


def test_stopping_takes_nothing_in_and_leaves_the_waiting_files(world, said):
    world.enrol(POS1, 0, 1)
    world.enrol(POS2, 1, 1)

    class Stopped(InlineJobs):
        def start_long(self, work, on_done, on_error, on_progress):
            page.stop()
            return super().start_long(work, on_done, on_error, on_progress)

    page = InboxPresenter(FakeView(), Stopped(), world[OFFICE], said.append)
    page.take([world.export(POS1), world.export(POS2)])
    assert [file.stage for file in state(page).files] == ["stopped", "stopped"]
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
