"""A station's bundle in which some entries are set aside."""

from tests.factories import Chain, make_participant
from tests.journeys.world import OFFICE, POS1
from tests.services.forger import Forger


def strange_bundle(world, folder):
    """One person registered, then an entry of a newer program, a broken one and an office's."""
    world.enrol(POS1, 0, 1)
    forger = Forger(world[POS1], world[OFFICE], folder)
    chain = Chain(world[POS1].installation.station_id)
    chain.entries = list(forger.entries)
    first = next(one for one in chain.entries if b'"participant"' in bytes(one.body))
    chain.add(first.record_id, make_participant(schema=9, name="Siti"), (first.entry_hash,))
    chain.add("lost", b'{"name": 5}', recorded_at="kemarin")
    chain.add("boss", b'{"type": "officer", "login": "x", "name": "X", "role": "admin"}')
    return forger.seal(chain.entries)
