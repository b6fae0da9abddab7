"""Cards into hands: by number, by QR; twice is told; to be kept back is refused."""

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.domain.activities import CardHandedOver
from jamsos_desktop.printing.preview import page_image
from jamsos_desktop.services import consent, find, void
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.hand_over import hand_over
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.services.print_cards import journal_prints, preview_cards
from jamsos_desktop.storage.models import participant


def code_of(desk, record_id):
    """What a reader types when it sees the printed card."""
    page = page_image(preview_cards(desk, [record_id]), 0, 300)
    seen = Image.frombytes("RGBX", (page.width, page.height), page.rgbx).convert("L")
    return zxingcpp.read_barcodes(seen, formats=zxingcpp.BarcodeFormat.QRCode)[0].text


def handed(desk, record_id):
    with desk.database.reading() as connection:
        query = participant.select().where(participant.c.record_id == record_id)
        return connection.execute(query).one().handed


def test_by_the_number_typed_carelessly(station, people):
    journal_prints(station, [people[0].record_id], "printer")
    typed = f" {people[0].number.lower().replace('-', ' ')} "
    given = hand_over(station, typed, "orangnya", "tidak dipakai")
    assert (given.number, given.already, given.printed) == (people[0].number, False, True)
    assert (given.to, given.name, given.officer) == ("orangnya", "", "Petugas dewi")
    assert handed(station, people[0].record_id)
    assert not handed(station, people[1].record_id)
    bodies = [line.body for line in find.look_at(station, people[0].record_id).history]
    assert CardHandedOver(to="orangnya") in bodies


def test_by_the_code_of_the_card(station, people):
    given = hand_over(station, code_of(station, people[1].record_id), "keluarga", " Pak  Budi ")
    assert (given.record_id, given.name) == (people[1].record_id, "Pak Budi")
    assert not given.printed


def test_twice_says_when_and_to_whom(station, people, clock):
    first = hand_over(station, people[0].number, "wakil", "Bu RT")
    before = len(find.look_at(station, people[0].record_id).history)
    clock.go(hours=2)
    again = hand_over(station, people[0].number, "orangnya")
    assert again.already
    assert (again.to, again.name, again.at) == ("wakil", "Bu RT", first.at)
    assert len(find.look_at(station, people[0].record_id).history) == before


def test_what_is_to_be_kept_back(station, people, refused):
    void.void(station, people[0].record_id, "salah orang")
    consent.withdraw(station, people[1].record_id, "tidak mau")
    number = people[0].number
    assert refused("hand_over_voided", hand_over, station, number, "orangnya") == {"number": number}
    refused("hand_over_withdrawn", hand_over, station, people[1].number, "orangnya")
    refused("receiver_missing", hand_over, station, people[2].number, "keluarga", "  ")
    assert not any(handed(station, one.record_id) for one in people)


@pytest.mark.parametrize("typed", ["", "MJK1", "MJK1-99999-X", "Siti"])
def test_a_number_that_nobody_has(station, people, typed, refused):
    refused("hand_over_unknown", hand_over, station, typed, "orangnya")


def test_codes_of_others(station, people, stranger, refused):
    code = code_of(station, people[0].record_id)
    refused("card_not_genuine", hand_over, station, "JS1:ABC", "orangnya")
    refused("card_not_genuine", hand_over, station, code[:-3], "orangnya")
    refused("card_other_office", hand_over, stranger, code, "orangnya")


def test_it_travels_to_the_office_and_survives_a_rebuild(station, office, people, stick):
    hand_over(station, people[0].number, "orangnya")
    import_bundle(office, export_bundle(station, stick).path)
    assert handed(office, people[0].record_id)
    rebuild_projections(office)
    assert handed(office, people[0].record_id)
    assert hand_over(office, people[0].number, "orangnya").officer == "Petugas dewi"
