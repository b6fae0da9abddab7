"""What is asked of the services for each choice of people."""

import pytest

from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.gui.people import People


@pytest.mark.parametrize(
    ("people", "wanted"),
    [
        (People(first="7"), Which(not_printed="card")),
        (People("range", only_new=False, first="7", last="9"), Which(queue_from="7", queue_to="9")),
        (
            People("place", only_new=False, village="35.76.03.1001", rw="002", first="7"),
            Which(village="35.76.03.1001", rw="002"),
        ),
        (People("ceremony", only_new=False), Which(ceremony=True)),
        (People("handed", only_new=False, handed=("a", "b")), Which(record_ids=("a", "b"))),
    ],
)
def test_only_what_belongs_to_the_part_narrows(people, wanted):
    assert people.which("card") == wanted


def test_a_part_that_is_not_named_yet_is_asked_for():
    assert "nomor" in People("range", last="  ").missing()
    assert "kelurahan" in People("place").missing()
    assert not People("range", last="9").missing()
    assert not People("place", village="35.76.03.1001").missing()
    assert not People().missing()


def test_of_another_event_no_selection_and_no_place_is_kept():
    ceremony = People("ceremony", only_new=False)
    assert ceremony.of_another_event() == ceremony
    assert People("handed", handed=("a",)).of_another_event().part == "event"
    there = People("place", village="35.76.03.1001", rw="002", rt="001")
    assert there.of_another_event() == People()
