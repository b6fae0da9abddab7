"""The form in which a laptop is lost or found."""

from jamsos_desktop.gui.stations.lines import StationLine
from jamsos_desktop.gui.stations.lost_form import LostForm


def test_it_says_what_saving_does(shown):
    made = shown(LostForm())
    made.show_station(StationLine("a", "Pos Kranggan", "MJK1"))
    assert made.who.text() == "Pos Kranggan (MJK1)"
    assert "kuning" in made.what.text()
    assert made.primary.accessibleName() == "Catat laptop hilang"
    made.show_station(StationLine("a", "Pos Kranggan", "MJK1", lost=True))
    assert "berlaku lagi" in made.what.text()
    assert made.primary.accessibleName() == "Catat laptop ada lagi"
