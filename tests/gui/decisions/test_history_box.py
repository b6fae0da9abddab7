"""The journal of one registration beside what is compared."""

from jamsos_desktop.gui.decisions.history_box import HistoryBox
from jamsos_desktop.gui.participants.person import Event


def test_the_latest_comes_first_and_a_long_one_is_cut(qtbot):
    box = HistoryBox()
    qtbot.addWidget(box)
    box.show_history("MJK1-00001-A", [Event("Didaftarkan", "22-11", "Dewi", ("RT: 1 → 2",))])
    assert box.text() == "Riwayat MJK1-00001-A\nDidaftarkan\nRT: 1 → 2\n22-11, Dewi"
    box.show_history("X", [Event(f"Catatan {n}", "22-11", "Dewi") for n in range(20)])
    assert box.text().endswith("… dan 8 catatan lagi")
    assert "Catatan 0\n" in box.text()
