"""What came out wrong of printers elsewhere (peers.md 2.4)."""

import subprocess

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.print_cards import choose_cards, save_cards
from jamsos_desktop.services.progress import CancelToken
from tests.journeys.world import POS1

DPI = 200


@pytest.fixture
def sheet(world, tmp_path):
    """Twelve cards on two pages."""
    world.enrol(POS1, 0, 12)
    save_cards(world[POS1], choose_cards(world[POS1], world.event_id), tmp_path / "kartu.pdf")
    return tmp_path / "kartu.pdf"


@pytest.fixture
def pages(sheet):
    """The pages as a printer without colours sees them."""
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", str(sheet), str(sheet.with_name("h"))]
    subprocess.run(command, check=True, timeout=60)
    images = []
    for path in sorted(sheet.parent.glob("h*.png")):
        with Image.open(path) as image:
            images.append(image.convert("L"))
    return images


def test_opencrvs_2278_many_cards_print_in_one_go(pages):
    """opencrvs-core #2278: no bulk print."""
    assert len(pages) == 2


def test_openspp_690_qr_is_in_the_pdf(pages):
    """OpenSPP/openspp-modules #690: the QR was missing in the PDF."""
    only = zxingcpp.BarcodeFormat.QRCode  # other kinds are read into noise now and then
    found = [zxingcpp.read_barcodes(page, formats=only) for page in pages]

    assert [len(codes) for codes in found] == [10, 2]
    assert len({code.text for codes in found for code in codes}) == 12


def test_opencrvs_11500_no_black_areas(pages):
    """opencrvs-core #7951, #11500: black areas in the printed PDF."""
    block = round(DPI / 25.4 * 12)  # 12 mm; the band at the top of a card is 10 mm high
    for page in pages:
        darkest, _lightest = page.reduce(block).getextrema()
        assert darkest > 60
        assert sum(page.histogram()[:64]) < 0.25 * page.width * page.height


def test_opencrvs_6143_no_card_is_blank(world, sheet):
    """opencrvs-core #6143, #12809: the print was recorded and the certificate was blank."""
    text = subprocess.run(
        ["pdftotext", "-raw", str(sheet), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    for record_id in choose_cards(world[POS1], world.event_id):
        body = look_at(world[POS1], record_id).body
        assert body.number in text
        assert body.name.split()[0].lower() in text.lower()


def test_opencrvs_12809_no_print_is_recorded_without_a_pdf(world, tmp_path):
    """opencrvs-core #12809: a print was recorded, but no PDF came out."""
    (person,) = world.enrol(POS1, 0, 1)
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        save_cards(world[POS1], [person.record_id], tmp_path / "k.pdf", cancel=token)

    assert not (tmp_path / "k.pdf").exists()
    assert len(look_at(world[POS1], person.record_id).history) == 1


def test_opencrvs_10988_a_print_stays_a_fact(world, tmp_path):
    """opencrvs-core #10988: printed offline, and then the status went back."""
    (person,) = world.enrol(POS1, 0, 1)
    save_cards(world[POS1], [person.record_id], tmp_path / "k.pdf")
    world.take_in(world.export(POS1))
    world.close()

    assert choose_cards(world[POS1], world.event_id, not_printed=True) == []
    why = Reprint("hilang")
    save_cards(world[POS1], [person.record_id], tmp_path / "k.pdf", reprint=why)
    copies = [h.body.copy for h in look_at(world[POS1], person.record_id).history[1:]]
    assert copies == [1, 2]


def test_tray_313_pdf_asks_not_to_scale(sheet):
    """qzind/tray #313 and others: the driver scaled to 96 % and eight sheets were wasted."""
    assert b"/PrintScaling /None" in sheet.read_bytes()


def test_tray_313_no_card_comes_near_the_edge(pages):
    """Margins of 4.2 mm (Brother, HP) and 5 mm (Canon) cannot be printed; 8 mm are safe."""
    edge = round(DPI / 25.4 * 8)
    for page in pages:
        left, top, right, bottom = page.point(lambda value: 255 - value).getbbox()
        assert left >= edge
        assert top >= edge
        assert page.width - right >= edge
        assert page.height - bottom >= edge
