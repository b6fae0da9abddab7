"""Gaps and forks in words."""

from jamsos_desktop.gui.inbox import merge
from jamsos_desktop.gui.inbox.presenter import BundleFile
from jamsos_desktop.gui.inbox.stages import columns, stage_of


def merged(**changes):
    known = {
        "sender": "Pos 1 (MJK1)",
        "counts": {"new": 1, "changed": 0, "same": 0, "conflict": 0},
        "people": (),
        "left_off": 0,
        "before": "",
        "gaps": "",
        "forks": "",
    }
    return merge.Merged(**{**known, **changes})


def test_gaps_are_named_with_their_numbers():
    text = merge._gaps([(3, 3), (7, 9)])
    assert "nomor 3, 7–9." in text
    assert "Minta pos mengekspor sekali lagi" in text
    assert merge._gaps([]) == ""


def test_many_forks_are_counted():
    assert "(nomor 1, 2, 3, 4, 5 dan 2 lagi)" in merge._forks(range(1, 8))
    assert merge._forks([]) == ""


def test_the_state_of_a_file_is_a_word():
    path = merge.Path("KIRIM_a.jamsos")
    conflict = {"new": 0, "changed": 0, "same": 0, "conflict": 1}
    assert stage_of(BundleFile(path)) == ("menunggu", "neutral")
    assert stage_of(BundleFile(path, "refused")) == ("ditolak", "error")
    assert stage_of(BundleFile(path, "done", merged())) == ("masuk", "success")
    assert stage_of(BundleFile(path, "done", merged(before="x")))[0] == "sudah pernah masuk"
    for trouble in ({"gaps": "x"}, {"forks": "x"}, {"counts": conflict}):
        file = BundleFile(path, "done", merged(**trouble))
        assert stage_of(file) == ("masuk, perlu dilihat", "warning")


def test_a_file_that_is_not_open_yet_has_no_counts():
    values = [column.value(BundleFile(merge.Path("a.jamsos"))) for column in columns()]
    assert values == ["—", "menunggu", "", "", "", "", "a.jamsos"]
