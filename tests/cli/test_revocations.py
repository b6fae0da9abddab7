"""``card check`` and ``station lost``."""

import io

import pypdfium2
import pytest
import zxingcpp

from jamsos_desktop.services.print_cards import preview_cards
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def code(world):
    """What a scanner reads from the card of the first person."""
    (person,) = world.enrol(POS1, 0, 1)
    pdf = pypdfium2.PdfDocument(io.BytesIO(preview_cards(world[POS1], [person.record_id])))
    image = pdf[0].render(scale=3, grayscale=True).to_pil()
    pdf.close()
    (found,) = zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormat.QRCode)
    return found.text


def test_a_card_is_genuine_until_its_laptop_is_lost(code, terminal, tmp_path):
    checked = terminal.at(POS2, "card", "check", code)
    assert checked.code == 0
    assert checked.out.startswith("Asli.")
    assert "Dicetak di: pos1" in checked.out

    assert terminal.at(OFFICE, "station", "lost", "pos1", "--reason", "tas dicuri").code == 0
    told = terminal.at(OFFICE, "card", "check", code, "--json")
    assert (told.code, told.json["tone"], told.json["revoked"]) == (3, "warning", "kunci_hilang")

    issued = terminal.at(OFFICE, "receipt", "issue", "--station", POS2, "--out", tmp_path, "--json")
    terminal.at(POS2, "receipt", "apply", issued.json["path"])
    assert terminal.at(POS2, "card", "check", code).out.startswith("Tidak berlaku lagi.")

    terminal.at(OFFICE, "station", "lost", "pos1", "--reason", "ketemu", "--found")
    assert terminal.at(OFFICE, "card", "check", code).code == 0


def test_what_is_no_card_ends_with_a_refusal(terminal):
    said = terminal.at(POS1, "card", "check", "JS1:ABC")
    assert said.code == 3
    assert said.out.startswith("Bukan kode kartu.")
