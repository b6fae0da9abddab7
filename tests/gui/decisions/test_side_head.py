"""Over each column stands whose registration it is, and the button that keeps it."""

from jamsos_desktop.gui.decisions.side_head import SideHeads
from jamsos_desktop.gui.decisions.sides import Side
from jamsos_desktop.gui.participants.person import Event

MADE = (Event("Diperbaiki", "23-11", "Budi"), Event("Didaftarkan", "22-11", "Dewi (Pos 1)"))


def test_as_many_as_there_are_and_each_keeps_its_own(shown):
    heads = shown(SideHeads(), 800, 120)
    kept = []
    heads.keep_wanted.connect(kept.append)
    sides = [Side(f"r{n}", f"MJK1-0000{n}-A", f"Siti {n}", MADE) for n in range(3)]
    heads.show_sides(sides[:2], frozenset(), "")
    assert [head.isVisible() for head in heads.heads] == [True, True, False, False]
    assert heads.heads[0].number.accessibleName() == "MJK1-00000-A"
    heads.heads[1].keep.click()
    heads.show_sides(sides, frozenset({2}), "Sedang dicatat…")
    assert [head.other.isVisible() for head in heads.heads] == [False, False, True, False]
    heads.heads[0].keep.click()
    assert heads.heads[0].keep.toolTip() == "Sedang dicatat…"
    assert kept == [1]
