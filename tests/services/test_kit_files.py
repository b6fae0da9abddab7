"""Kits: what is written, and what stays free where nothing could be written."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.kits import export_kit, kit_file_name, read_kit


@pytest.fixture
def office(data_dir):
    desk = set_up.start_practice(data_dir)
    yield desk
    desk.close()


def event_ids(desk):
    return [event_id for event_id, _event in plan.events(desk)]


def test_a_kit_that_could_not_be_written_leaves_the_name_free(office, tmp_path):
    gone = tmp_path / "tercabut" / "kit.jamsos"
    with pytest.raises(UserError, match="target_gone"):
        export_kit(office, "Pos 1", event_ids(office), gone)
    assert plan.stations(office) == []
    issued = export_kit(office, "Pos 1", event_ids(office), tmp_path / "kit.jamsos")
    assert [station.name for _id, station in plan.stations(office)] == ["Pos 1"]
    kit = read_kit(issued.path, issued.activation_code.lower())
    assert kit.installation.code == issued.station.code


def test_a_kits_name_says_for_whom_it_is(office):
    name = kit_file_name(office, "Pos Kranggan 1")
    assert name.startswith("LATIHAN-PAKET_kantor-latihan_POSKRANGGAN1_")
    assert name.endswith(".jamsos")
