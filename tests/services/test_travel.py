"""How far a journal has come, as the office's receipts tell it, in any order."""

import itertools

import pytest

from jamsos_desktop.domain.activities import ReceiptIssued
from jamsos_desktop.domain.standing import Travel
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.travel import last_export, travel_of
from jamsos_desktop.storage import journal


def told(station, *receipts):
    """Entries of the office's journal, as receipts bring them: only what was said counts."""
    here = station.installation.station_id
    with station.database.writing() as connection:
        news = [journal.New(here, body) for body in receipts]
        office = journal.Author(station.installation.office_id, "admin")
        journal.append(connection, office, station.clock(), news)


def hash_at(station, seq):
    with station.database.reading() as connection:
        (name,) = journal.hashes_at(connection, station.installation.station_id, seq)
    return name


def travel(station):
    with station.database.reading() as connection:
        return travel_of(connection, station.installation.station_id)


def test_a_fresh_journal_has_gone_nowhere(station):
    assert travel(station) == Travel(0, 0)
    with station.database.reading() as connection:
        assert last_export(connection, station.installation.station_id) is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_the_word_of_who_has_seen_most_counts(station, people, order, stick):
    export_bundle(station, stick)
    receipts = [
        ReceiptIssued(accepted_seq=2, accepted_hash=hash_at(station, 2), known_seq=2),
        ReceiptIssued(accepted_seq=1, accepted_hash=hash_at(station, 1), known_seq=3),
    ]
    told(station, *(receipts[place] for place in order))
    assert travel(station) == Travel(exported_seq=3, accepted_seq=1)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_word_about_another_branch_leaves_nothing_believed(station, people, order, stick):
    """Also where two words have seen as much: of one of them the journal is another."""
    export_bundle(station, stick)
    receipts = [
        ReceiptIssued(accepted_seq=2, accepted_hash=hash_at(station, 2), known_seq=2),
        ReceiptIssued(accepted_seq=3, accepted_hash=hash_at(station, 3), known_seq=9),
        ReceiptIssued(accepted_seq=3, accepted_hash="0" * 64, known_seq=9),
    ]
    told(station, *(receipts[place] for place in order))
    assert travel(station) == Travel(exported_seq=3, accepted_seq=0)
