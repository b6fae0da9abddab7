"""The last visit to each candidate, whatever order the visits arrive in."""

import itertools

import pytest

from jamsos_desktop.domain.activities import CandidateVisited
from jamsos_desktop.storage import journal, visits
from tests.factories import Chain, empty_database, make_candidate


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_later_visit_counts_in_any_order_of_arrival(tmp_path, order):
    office, one, other = Chain("kantor"), Chain("pos-1"), Chain("pos-2")
    known = office.add("calon", make_candidate())
    made = [
        one.add("calon", CandidateVisited(event_id="e", outcome="pindah"), lamport=3),
        other.add("calon", CandidateVisited(event_id="e", outcome="menolak"), lamport=5),
        other.add("lain", CandidateVisited(event_id="e", outcome="pindah"), lamport=6),
    ]
    database = empty_database(tmp_path / "data")
    with database.writing() as connection:
        journal.insert(connection, [known])
        for place in order:
            journal.insert(connection, [made[place]])
        last = visits.last_visits(connection, ["calon", "siapa"])
        assert {key: visit.body.outcome for key, visit in last.items()} == {"calon": "menolak"}
        assert visits.visits_of_programme(connection, "programme") == last
        assert visits.visits_of_programme(connection, "lain") == {}
    database.close()
