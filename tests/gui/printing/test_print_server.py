"""Cards through the system's print server onto paper, which here is a file."""

import json
import os
import subprocess
import sys

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.printing.card_code import verify_code
from jamsos_desktop.printing.preview import page_image
from tests.gui.printing.print_server import CUPSD, PRINTER, PrintServer
from tests.printing.pages import page_count

pytestmark = pytest.mark.skipif(
    CUPSD is None,
    reason="CUPS IS MISSING: NOTHING WAS PRINTED FOR REAL (build/system_packages.sh tests)",
)


@pytest.fixture(scope="module")
def server(qapp):
    made = PrintServer()
    try:
        made.start()
        yield made
    finally:
        made.stop()


def print_cards(qtbot, server, folder, design, people):
    """Let a process print; what it says, the document on the printer, and the job's options."""
    qtbot.waitUntil(lambda: server.ready)
    before = server.jobs()
    command = [sys.executable, "-m", "tests.gui.printing.on_paper", folder, design, str(people)]
    printed = subprocess.run(
        [str(part) for part in command],
        env={
            **os.environ,
            "CUPS_SERVER": str(server.socket),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert printed.returncode == 0, printed.stderr + server.told()
    qtbot.waitUntil(lambda: len(server.jobs()) == len(before) + 1)
    document = server.jobs()[-1]
    options = document.with_suffix(".options").read_text().split()
    return json.loads(printed.stdout.splitlines()[-1]), document, options


def codes_on(document, page):
    """The texts of the QR codes on a page, read at 150 dpi."""
    seen = page_image(document, page, 150)
    image = Image.frombytes("RGBX", (seen.width, seen.height), seen.rgbx).convert("L")
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in found]


def numbers_in(codes):
    return [verify_code(code, []).fields.number for code in codes]


def test_a_sheet_of_cards_goes_through_the_print_server_and_can_be_read(qtbot, server, data_dir):
    told, document, options = print_cards(qtbot, server, data_dir, "card-kawung", 12)
    assert told["printers"] == [PRINTER]
    assert told["steps_left"] == 0
    assert told["printed"] == [1] * 12  # after somebody said that they came out well
    assert page_count(document) == 2
    codes = codes_on(document, 0) + codes_on(document, 1)
    assert sorted(numbers_in(codes)) == told["numbers"]
    assert "media=A4" in options
    assert "sides=one-sided" in options
    page = page_image(document, 0, 72)
    assert (page.width, page.height) == pytest.approx((595, 842), abs=2)


def test_cards_with_a_back_ask_the_printer_to_turn_the_sheet(qtbot, server, data_dir):
    told, document, options = print_cards(qtbot, server, data_dir, "card-duasisi", 3)
    assert told["printed"] == [1] * 3
    assert page_count(document) == 2
    assert codes_on(document, 0) == []  # the code stands on the back
    assert sorted(numbers_in(codes_on(document, 1))) == told["numbers"]
    assert "sides=two-sided-long-edge" in options
