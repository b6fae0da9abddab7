"""Bundles that come in any order, twice, or not at all: the office ends alike, and has everybody.

Every order of four bundles of two stations is tried here; tests/histories/ tries random ones.
"""

import itertools

import pytest

from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from tests.journeys.world import POS1, POS2


@pytest.fixture
def bundles(world):
    """Two of each station; the second of the first station begins where a receipt ended."""
    made = []
    world.enrol(POS1, 0, 3)
    made.append(world.export(POS1))
    world.second_office("jawab")
    import_bundle(world["jawab"], made[0])
    station = world[POS1]
    folder = world.folder / "flashdisk"
    issued = issue_receipt(world["jawab"], station.installation.station_id, folder)
    apply_receipt(station, issued.path)
    world.enrol(POS1, 3, 2)
    made.append(world.export(POS1))
    for first in (50, 53):
        world.enrol(POS2, first, 3)
        made.append(world.export(POS2))
    return made


def office_after(world, name, bundles):
    """An office that starts anew and takes these in: its records, gaps and forks."""
    office = world.second_office(name)
    for path in bundles:
        import_bundle(office, path)
    verdict = verify_journal(office)
    assert verdict.broken == []
    state = state_hash(office), verdict.gaps, verdict.forks
    world.close(name)
    return state


def test_every_order_and_every_repeat_gives_the_same_office(world, bundles, tried):
    whole = office_after(world, "semua", bundles)
    assert whole[1:] == ([], [])
    for number, order in enumerate(itertools.permutations(bundles)):
        again = order[number % len(order)]
        assert office_after(world, f"urut-{number}", (*order, again)) == whole
        tried.case()


def test_a_bundle_that_never_comes_is_a_gap_with_numbers_or_in_the_next_one(world, bundles, tried):
    whole = office_after(world, "semua", bundles)
    first, _second, early, _late = bundles
    without_early = [path for path in bundles if path != early]
    assert office_after(world, "tanpa-awal", without_early) == whole
    without_first = [path for path in bundles if path != first]
    _state, ((_station, begin, end),), forks = office_after(world, "tanpa-pertama", without_first)
    assert (begin, end, forks) == (1, 3, [])
    assert office_after(world, "datang", [*without_first, first]) == whole
    for _dropped in range(3):
        tried.case()
