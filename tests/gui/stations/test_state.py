"""Why no kit can be made."""

from jamsos_desktop.gui.stations.lines import EventTick, Known
from jamsos_desktop.gui.stations.state import Rights, State


def state(known):
    return State(Rights(plan=True, sheet=True), known=known)


def test_a_kit_needs_an_event():
    assert state(None).why_no_kit() == "Sedang dimuat…"
    nothing = Known((), (), (), "", wants_sheet=False)
    assert "Program & kegiatan" in state(nothing).why_no_kit()
    assert state(nothing._replace(events=(EventTick("e", "Jamsos"),))).why_no_kit() == ""
