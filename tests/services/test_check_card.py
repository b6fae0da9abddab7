"""A card is checked anywhere: genuine, whose event, and whether it still counts."""

import pytest

from jamsos_desktop.services import decide, print_cards, void
from jamsos_desktop.services.check_card import check_card
from jamsos_desktop.services.consent import withdraw
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.plan import find_station
from jamsos_desktop.services.print_cards import preview_cards
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.revoked import revoke_key
from tests.factories import EVENT_NAME


@pytest.fixture
def codes(station, people, monkeypatch):
    """The texts of the people's QR codes."""
    signed = []
    sign = print_cards.sign_code
    with monkeypatch.context() as patch:
        patch.setattr(
            print_cards, "sign_code", lambda *args: signed.append(sign(*args)) or signed[-1]
        )
        preview_cards(station, [person.record_id for person in people])
    return signed


def tell(office, station, name, stick):
    """Let the office answer this station."""
    apply_receipt(station, issue_receipt(office, find_station(office, name)[0], stick).path)


def test_a_true_card_is_known_at_office_and_stations(codes, station, office, other_station, people):
    person = look_at(station, people[0].record_id).body
    for desk in (station, office, other_station):
        checked = check_card(desk, f"  {codes[0]}\n")
        assert (checked.outcome, checked.revoked) == ("valid", None)
        assert checked.fields.number == person.number
        assert (checked.event, checked.station) == (EVENT_NAME, "Pos 1")
    assert check_card(station, codes[0]).person == person.name
    assert check_card(other_station, codes[0]).person == ""


@pytest.mark.parametrize("place", [10, 40, -5])
def test_a_changed_card_is_known(codes, station, place):
    changed = list(codes[0])
    changed[place] = "A" if changed[place] != "A" else "B"
    checked = check_card(station, "".join(changed))
    assert checked.outcome != "valid"
    assert checked.fields is None


def test_any_other_code_is_no_card_of_ours(station):
    for text in ("", "https://example.org", "HC1:6BF"):
        assert check_card(station, text).outcome != "valid"


def test_another_offices_card_is_told_apart(codes, stranger):
    checked = check_card(stranger, codes[0])
    assert (checked.outcome, checked.fields, checked.event) == ("unknown_office", None, "")


def test_a_station_knows_its_own_voids_at_once_and_the_offices_words_after_a_receipt(
    codes, station, office, other_station, people, stick, clock
):
    import_bundle(office, export_bundle(station, stick).path)
    clock.go(hours=1)
    decide.decide(office, people[0].record_id, "duplikat", "sama", kept_id=people[1].record_id)
    withdraw(office, people[1].record_id, "tidak jadi")
    assert check_card(office, codes[0]).revoked == "duplikat"
    assert check_card(office, codes[1]).revoked == "dicabut"
    assert check_card(station, codes[0]).revoked is None
    for desk, name in ((station, "Pos 1"), (other_station, "Pos 2")):
        tell(office, desk, name, stick)
        assert [check_card(desk, code).revoked for code in codes] == ["duplikat", "dicabut", None]
    void.void(station, people[2].record_id, "salah orang")
    assert check_card(station, codes[2]).revoked == "dibatalkan"
    assert check_card(other_station, codes[2]).revoked is None


def test_of_its_own_people_a_station_believes_its_journal_not_an_older_list(
    codes, station, office, people, stick, clock
):
    void.void(station, people[0].record_id, "salah orang")
    import_bundle(office, export_bundle(station, stick).path)
    clock.go(hours=1)
    tell(office, station, "Pos 1", stick)
    assert check_card(station, codes[0]).revoked == "dibatalkan"
    void.undo_void(office, people[0].record_id, "tetap terdaftar")
    clock.go(hours=1)
    tell(office, station, "Pos 1", stick)
    assert check_card(station, codes[0]).revoked is None


def test_a_lost_key_revokes_whatever_it_signed(codes, office, other_station, stick, clock):
    revoke_key(office, find_station(office, "Pos 1")[0], "tas dicuri")
    assert [check_card(office, code).revoked for code in codes] == ["kunci_hilang"] * 3
    clock.go(hours=1)
    tell(office, other_station, "Pos 2", stick)
    assert check_card(other_station, codes[0]).revoked == "kunci_hilang"


def test_the_answer_says_how_old_its_list_is(codes, office, other_station, clock):
    assert check_card(other_station, codes[0]).list_at == clock().isoformat()
    assert check_card(office, codes[0]).list_at == ""
    with other_station.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM fact WHERE name = 'revoked'")
    assert check_card(other_station, codes[0]).list_missing
