"""The office's balance in words."""

import typing

from jamsos_desktop.domain.office_balance import (
    EventDay,
    Figures,
    OfficeBalance,
    StationPart,
    StationStanding,
)
from jamsos_desktop.gui.balance.state import (
    STANDINGS,
    State,
    day_lines,
    event_names,
    station_lines,
)

FIGURES = Figures(complete=3, undecided=3)


def balance(**changes):
    values = {"station_id": "a", "name": "Pos 1", "code": "MJK1", "claimed": 4, "figures": FIGURES}
    part = StationPart(**(values | changes))
    office = StationPart(
        station_id="o", name="Kantor", code="", claimed=None, figures=Figures(), here=True
    )
    day = EventDay(station_id="a", event_id="e", day="2026-11-22", claimed=4, figures=FIGURES)
    return OfficeBalance([office, part], [day])


def test_every_standing_has_its_word():
    assert set(STANDINGS) == set(typing.get_args(StationStanding))


def test_a_station_that_lacks_somebody_is_red_and_says_who_is_to_be_asked():
    (line,) = station_lines(balance(last_bundle="2026-11-22T10:00:00+07:00"))
    assert (line.name, line.standing, line.tone) == ("Pos 1", "tidak cocok", "error")
    assert line.figures[:2] == ("4", "3")
    assert line.last_bundle == "22-11-2026"
    assert "Minta pos mengekspor sekali lagi." in line.missing


def test_days_are_chosen_by_their_event():
    lines = day_lines(balance(), {"e": "Sosialisasi"})
    assert [(line.station, line.event, line.day) for line in lines] == [
        ("Pos 1", "Sosialisasi", "22-11-2026")
    ]
    assert [one.title for one in event_names(lines)] == ["Sosialisasi"]
    state = State(loaded=True, days=lines, event_id="other")
    assert state.chosen_days == ()
    assert State(loaded=True, days=lines).chosen_days == lines


def test_what_is_not_there_cannot_be_saved():
    assert State().why_not_save() == "Sedang dihitung…"
    assert State(loaded=True).why_not_save() == "Belum ada yang dihitung."
