"""How far a file came, in words."""

from pathlib import Path

from jamsos_desktop.gui.inbox.stages import columns, contents, sender_of, stage_of
from jamsos_desktop.gui.inbox.state import BundleFile
from tests.gui.inbox.reports import merged


def test_the_state_of_a_file_is_a_word():
    path = Path("KIRIM_a.jamsos")
    conflict = {"new": 0, "changed": 0, "same": 0, "conflict": 1}
    assert stage_of(BundleFile(path)) == ("menunggu", "neutral")
    assert stage_of(BundleFile(path, "refused")) == ("ditolak", "error")
    assert stage_of(BundleFile(path, "done", merged())) == ("masuk", "success")
    assert stage_of(BundleFile(path, "done", merged(before="x")))[0] == "sudah pernah masuk"
    for trouble in ({"gaps": "x"}, {"forks": "x"}, {"aside": "x"}, {"counts": conflict}):
        file = BundleFile(path, "done", merged(**trouble))
        assert stage_of(file) == ("masuk, perlu dilihat", "warning")


def test_a_file_that_is_not_open_yet_has_no_counts():
    values = [column.value(BundleFile(Path("a.jamsos"))) for column in columns()]
    assert values == ["—", "menunggu", "", "a.jamsos"]


def test_what_a_file_brings_is_one_line_without_noughts():
    counts = {"new": 13, "changed": 0, "same": 4, "conflict": 1}
    file = BundleFile(Path("a.jamsos"), "ready", merged(came_in=False, counts=counts))
    assert contents(file) == "1 perlu diputuskan · 13 baru · 4 sudah ada"
    nobody = merged(counts=dict.fromkeys(counts, 0))
    assert contents(BundleFile(Path("a.jamsos"), "ready", nobody)) == "tidak ada orang"


def test_of_a_file_that_was_not_opened_its_name_says_whose_it_is():
    named = BundleFile(Path("KIRIM_kota-mojokerto_MJK9_000001-000120_20261122-1405.jamsos"))
    assert sender_of(named) == "MJK9"
    assert sender_of(BundleFile(Path("surat.jamsos"))) == "—"
    assert sender_of(BundleFile(Path("a.jamsos"), "ready", merged())) == "Pos 1 (MJK1)"
