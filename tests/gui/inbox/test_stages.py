"""How far a file came, in words."""

from pathlib import Path

from jamsos_desktop.gui.inbox.presenter import BundleFile
from jamsos_desktop.gui.inbox.stages import columns, stage_of
from tests.gui.inbox.reports import merged


def test_the_state_of_a_file_is_a_word():
    path = Path("KIRIM_a.jamsos")
    conflict = {"new": 0, "changed": 0, "same": 0, "conflict": 1}
    assert stage_of(BundleFile(path)) == ("menunggu", "neutral")
    assert stage_of(BundleFile(path, "refused")) == ("ditolak", "error")
    assert stage_of(BundleFile(path, "done", merged())) == ("masuk", "success")
    assert stage_of(BundleFile(path, "done", merged(before="x")))[0] == "sudah pernah masuk"
    for trouble in ({"gaps": "x"}, {"forks": "x"}, {"counts": conflict}):
        file = BundleFile(path, "done", merged(**trouble))
        assert stage_of(file) == ("masuk, perlu dilihat", "warning")


def test_a_file_that_is_not_open_yet_has_no_counts():
    values = [column.value(BundleFile(Path("a.jamsos"))) for column in columns()]
    assert values == ["—", "menunggu", "", "", "", "", "a.jamsos"]
