"""What is known of an installation, in words."""

import pytest

from jamsos_desktop import __version__
from jamsos_desktop.gui.preferences.state import as_text, facts_of, nearest_share, nearest_size
from jamsos_desktop.services import set_up
from tests.journeys.world import OFFICE, POS1


@pytest.mark.parametrize(("scale", "size"), [(100, 100), (104, 100), (127, 130), (150, 150)])
def test_a_size_that_somebody_wrote_into_the_file_is_shown_as_the_nearest(scale, size):
    assert nearest_size(scale) == size


def test_a_share_that_was_set_elsewhere_is_shown_as_the_nearest():
    assert [nearest_share(share) for share in (0, 20, 33, 100)] == [10, 20, 30, 50]


def test_a_station_says_who_it_is_and_when_it_exported(world):
    desk = world[POS1]
    facts = dict(fact[:2] for fact in facts_of(desk, "2026-11-12T09:05:00+07:00"))
    assert facts == {
        "Versi program": f"JAMSOS Desktop {__version__}",
        "Pemasangan": "pos1 (pos)",
        "Kode pemasangan": desk.installation.code,
        "Folder data": str(desk.data_dir),
        "Ekspor terakhir": "12-11-2026 09:05 WIB",
    }


def test_before_the_first_export_it_says_so(world):
    assert as_text(facts_of(world[OFFICE], None)).endswith("Ekspor terakhir: Sedang dibaca…")
    lines = as_text(facts_of(world[OFFICE], "")).splitlines()
    assert lines[-1] == "Ekspor terakhir: Belum pernah dari laptop ini"
    assert "Pemasangan: Kota Mojokerto (kantor)" in lines


def test_practice_says_that_it_is_practice(data_dir):
    desk = set_up.start_practice(data_dir)
    assert "Pemasangan: Kantor Latihan (kantor), latihan" in as_text(facts_of(desk, ""))
    desk.close()
