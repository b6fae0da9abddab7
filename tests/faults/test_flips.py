"""One bit of a bundle, a kit or a receipt is another: refused, and nothing is changed.

The ordinary run flips some hundred bits, spread over the whole file; ``make faults`` some thousand.
"""

import random

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import ERRORS
from jamsos_desktop.services import kits
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.storage import journal
from tests.faults.campaign import THOROUGH
from tests.histories.installations import quick_kits
from tests.journeys.world import OFFICE, POS1

FLIPS = 4000 if THOROUGH else 250


def flips_of(content):
    """The content with one bit changed, again and again: everywhere, and densest at both ends."""
    bits = len(content) * 8
    dice = random.Random(7)
    ends = [*range(0, 200 * 8, 3), *range(bits - 40 * 8, bits)]
    some = ends if THOROUGH else dice.sample(ends, FLIPS // 5)
    for bit in [*some, *(dice.randrange(bits) for _ in range(FLIPS))]:
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


@pytest.fixture
def refuse_each(tmp_path, tried):
    """Give each damaged version of a file to ``take``, at a desk in which nothing may change."""

    def give(path, take, desk):
        folder = tmp_path / "rusak"
        folder.mkdir()
        damaged = folder / path.name
        before = look(desk)
        for content in flips_of(path.read_bytes()):
            damaged.write_bytes(content)
            reason = refusal_of(take, damaged)
            assert not reason or reason in ERRORS
            tried.case(accepted=not reason)
        assert look(desk) == before
        assert verify_journal(desk).good

    return give


def refusal_of(take, path):
    """Why a file is not taken in; empty where it is."""
    try:
        take(path)
    except UserError as refused:
        return refused.code
    return ""


def look(desk):
    with desk.database.reading() as connection:
        return journal.count(connection), state_hash(desk), count_participants(desk)


def test_no_bit_of_a_bundle_may_be_another(world, refuse_each, tmp_path):
    world.enrol(POS1, 0, 20)
    office, path = world[OFFICE], world.export(POS1)
    refuse_each(path, lambda damaged: import_bundle(office, damaged), office)
    assert import_bundle(office, path).counts["new"] == 20


def test_no_bit_of_a_receipt_may_be_another(world, refuse_each, tmp_path):
    people = world.enrol(POS1, 0, 20)
    office, station = world[OFFICE], world[POS1]
    import_bundle(office, export_bundle(station, tmp_path).path)
    issued = issue_receipt(office, station.installation.station_id, tmp_path)
    refuse_each(issued.path, lambda damaged: apply_receipt(station, damaged), station)
    assert apply_receipt(station, issued.path).accepted_seq == len(people)


def test_no_bit_of_a_kit_may_be_another(world, refuse_each, tmp_path, monkeypatch):
    """Sealed to a key: trying an activation code on each would take a second."""
    quick_kits(monkeypatch)
    office = world[OFFICE]
    issued = kits.export_kit(office, "Pos 9", [world.event_id], tmp_path / "PAKET.jamsos")
    refuse_each(issued.path, lambda damaged: kits.read_kit(damaged, "ABCD"), office)
    assert kits.read_kit(issued.path, "ABCD").installation.name == "Pos 9"
