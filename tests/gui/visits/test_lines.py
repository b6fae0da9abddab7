"""Neighbourhoods and doors in words."""

from jamsos_desktop.gui.visits.lines import read_doors, read_round
from jamsos_desktop.services import plan, visits


def test_the_programme_of_the_day_by_its_neighbourhoods(desk, ids):
    found = read_round(desk)
    assert [(p.name, p.left, p.total) for p in found.places] == [
        ("Kranggan · RT 001 · RW 002", 2, 2),
        ("Kranggan · RT 002 · RW 002", 1, 1),
    ]
    assert found.event.startswith("Kegiatan latihan")


def test_a_door_says_what_the_last_visit_said(desk, ids):
    event_id = plan.events(desk)[0][0]
    visits.note_visit(desk, ids[0], event_id, "pindah", "ke Sidoarjo")
    found = read_round(desk)
    first, second = read_doors(desk, found.programme_id, found.places[0])
    assert (first.name, first.said, first.occupation) == (
        *("Budi Santoso", ""),
        "Pedagang kecil atau pedagang pasar",
    )
    assert second.outcome == "pindah"
    assert second.said.endswith("· ke Sidoarjo")
    assert read_round(desk).places[0].done == 1
