"""The first hand-over counts, by the journals' order and not by that of arrival."""

import itertools

from jamsos_desktop.domain.activities import CardHandedOver
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.hand_overs import first_hand_overs
from tests.factories import Chain, empty_database, make_participant


def test_the_first_in_any_order_of_arrival(tmp_path):
    one, two = Chain("one"), Chain("two")
    made = one.add("p", make_participant())
    first = one.add("p", CardHandedOver(to="keluarga", name="Budi"))
    again = two.add("p", CardHandedOver(to="orangnya"), lamport=9)
    for number, order in enumerate(itertools.permutations((made, first, again))):
        database = empty_database(tmp_path / str(number))
        with database.writing() as connection:
            for entry in order:
                journal.insert(connection, [entry])
            found = first_hand_overs(connection, ["p", "q"])
        database.close()
        assert {key: one.body for key, one in found.items()} == {
            "p": CardHandedOver(to="keluarga", name="Budi")
        }
        assert found["p"].at == first.recorded_at
