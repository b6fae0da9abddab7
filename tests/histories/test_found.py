"""What random histories, and thinking about them, found: each is small here, and mended."""

import shutil

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from tests.factories import enrol_one, office_desk, station_desk


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder


def answer(office, station, stick):
    issued = issue_receipt(office, station.installation.station_id, stick)
    return apply_receipt(station, issued.path)


def keep_copy(tmp_path, name):
    shutil.copytree(tmp_path / name, tmp_path / "lama" / name, dirs_exist_ok=True)


def test_a_restored_office_is_a_fork_at_its_stations_and_no_broken_journal(tmp_path, stick):
    """A station has its office's journal in pieces, and so perhaps one branch of a fork only."""
    office, one, two = (
        office_desk(tmp_path),
        station_desk(tmp_path),
        station_desk(tmp_path, "Pos 2"),
    )
    office.close()
    keep_copy(tmp_path, "office")
    office = office_desk(tmp_path)
    answer(office, one, stick)
    office.close()
    restored = office_desk(tmp_path / "lama")
    answer(restored, two, stick)  # which the first station never sees
    answer(restored, one, stick)

    verdict = verify_journal(one)

    assert verdict.broken == []
    assert verdict.forks
    assert not verdict.good
    for desk in (restored, one, two):
        desk.close()


def test_after_old_copies_on_both_sides_the_station_sends_everything_again(tmp_path, stick):
    """An older word about this branch is not believed once the office speaks of another branch."""
    office, first = office_desk(tmp_path), station_desk(tmp_path)
    enrol_one(first, 1)
    import_bundle(office, export_bundle(first, stick).path)
    for desk, name in ((office, "office"), (first, "Pos 1")):
        desk.close()
        keep_copy(tmp_path, name)
    first = station_desk(tmp_path)
    enrol_one(first, 2)
    late = export_bundle(first, stick).path
    first.close()
    office, station = office_desk(tmp_path), station_desk(tmp_path / "lama")
    enrol_one(station, 3)
    import_bundle(office, export_bundle(station, stick).path)
    answer(office, station, stick)
    office.close()

    restored = office_desk(tmp_path / "lama")
    import_bundle(restored, late)
    enrol_one(station, 4)
    with pytest.raises(UserError, match="bundle_other_branch"):
        import_bundle(restored, export_bundle(station, stick).path)
    assert answer(restored, station, stick).other_branch
    import_bundle(restored, export_bundle(station, stick).path, anyway="dua cabang, memang")

    assert count_participants(restored) == 4
    for desk in (restored, station):
        desk.close()
