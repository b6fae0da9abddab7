"""Revoked cards travel: in kits and receipts, in any order, and nobody's data with them."""

import pytest

from jamsos_desktop.domain.revocation import RevokedList, revoked_list
from jamsos_desktop.services import decide, revoked, void
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.plan import find_station
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.revoked import keep_revoked, known_list, restore_key, revoke_key

EARLY, LATE = "2026-11-22T09:00:00+07:00", "2026-11-22T03:00:00+00:00"  # 10:00 in the same zone


@pytest.fixture
def arrived(station, office, people, stick):
    """The station's people, at the office too."""
    import_bundle(office, export_bundle(station, stick).path)
    return people


def listed_at(desk):
    with desk.database.reading() as connection:
        return known_list(connection)


def test_the_newest_list_stays_in_whatever_order_they_come(station, office):
    key = office.installation.office_public_key
    lists = [
        (revoked_list(key, [("A", "duplikat")]), LATE),
        (revoked_list(key, [("A", "duplikat"), ("B", "ditolak")]), EARLY),
        (RevokedList(), EARLY),
    ]
    kept = []
    for order in (lists, lists[::-1], [lists[1], lists[0], lists[2], lists[0]]):
        with station.database.writing() as connection:
            for listed, at in order:
                keep_revoked(connection, listed, at)
        kept.append(listed_at(station))
    assert kept == [lists[0]] * 3


def test_two_lists_of_one_moment_leave_the_same_one(station, office):
    key = office.installation.office_public_key
    lists = [revoked_list(key, [(number, "duplikat")]) for number in "AB"]
    kept = []
    for order in (lists, lists[::-1]):
        with station.database.writing() as connection:
            for listed in order:
                keep_revoked(connection, listed, EARLY)
        kept.append(listed_at(station))
    assert kept[0] == kept[1]


def test_a_receipt_tells_a_station_of_another_stations_cards(
    office, station, other_station, arrived, stick, clock
):
    assert listed_at(other_station) == (RevokedList(), clock().isoformat())  # from its kit
    clock.go(hours=1)
    void.void(office, arrived[0].record_id, "salah orang")
    decide.decide(office, arrived[1].record_id, "ditolak", "bukan warga")
    station_id, _station = find_station(office, "Pos 2")
    path = issue_receipt(office, station_id, stick).path
    for _time in range(2):
        apply_receipt(other_station, path)
        listed, at = listed_at(other_station)
        assert (listed.cards, at) == (2, clock().isoformat())
    # Of the people themselves nothing came along.
    with other_station.database.reading() as connection:
        query = "SELECT count(*) FROM participant"
        assert connection.exec_driver_sql(query).scalar() == 0
    clock.go(hours=1)
    void.undo_void(office, arrived[0].record_id, "tetap terdaftar")
    apply_receipt(other_station, issue_receipt(office, station_id, stick).path)
    apply_receipt(other_station, path)  # the older one once more
    assert listed_at(other_station)[0].cards == 1


def test_a_lost_key_needs_a_reason_and_is_the_offices_to_say(office, station, refused):
    station_id, known = find_station(office, "pos 1")
    refused("office_only", revoke_key, station, station_id, "hilang")
    refused("reason_missing", revoke_key, office, station_id, " ")
    refused("station_unknown", revoke_key, office, "no such", "hilang")
    refused("key_not_revoked", restore_key, office, station_id, "ketemu")
    revoke_key(office, station_id, "tas dicuri")
    refused("key_revoked_already", revoke_key, office, station_id, "hilang")
    with office.database.reading() as connection:
        key = office.installation.office_public_key
        lost = revoked_list(key, [(known.public_key, "kunci_hilang")])
        assert revoked.list_for_stations(connection, office.installation) == lost
    restore_key(office, station_id, "ketemu")
    with office.database.reading() as connection:
        assert revoked.list_for_stations(connection, office.installation) == RevokedList()


def test_numbers_of_the_list_are_those_of_the_people(office, arrived):
    void.void(office, arrived[2].record_id, "salah orang")
    number = look_at(office, arrived[2].record_id).body.number
    with office.database.reading() as connection:
        listed = revoked.list_for_stations(connection, office.installation)
    assert listed == revoked_list(office.installation.office_public_key, [(number, "dibatalkan")])
