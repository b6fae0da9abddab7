"""Pieces of a batch on their way to the screen, the printer and a file."""

from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter

from jamsos_desktop.domain.calibration import TRUE
from jamsos_desktop.gui.papers.making import OfPeople, make
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.people import People
from jamsos_desktop.gui.printing.batch import Whole, Work, draw, print_all, print_dpi
from jamsos_desktop.gui.printing.printer import PrinterSheets, set_paper
from jamsos_desktop.printing.preview import page_image, page_size
from jamsos_desktop.services import card_look, plan
from jamsos_desktop.services.paper_forms import BoardForm, ReceiptForm
from jamsos_desktop.services.progress import CancelToken, silent
from tests.gui.desk import form, open_desk
from tests.gui.printing.sheets import FakePrinter
from tests.printing.pages import page_count


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir, *(form(place, f"Warga {place}") for place in range(5)))
    yield opened
    opened.close()


@pytest.fixture
def event_id(desk):
    return plan.events(desk)[0][0]


def test_everybody_of_a_batch_stands_on_one_of_its_pages(desk, event_id):
    options = Options(people=People(only_new=False))
    made = make(desk, event_id, "receipt", options).made
    assert isinstance(made, OfPeople)
    assert (made.form, made.pages) == (ReceiptForm("a6_4"), 2)
    assert (*made.people_at(0), *made.people_at(1)) == made.record_ids
    tiled = made._replace(form=BoardForm("a3", tiled=True))
    assert tiled.pages == 5 * 4
    assert [tiled.people_at(page) for page in (3, 4)] == [(one,) for one in made.record_ids[:2]]


def millimetres(sheets):
    """How large each page comes out."""
    return [
        (image.width * 25.4 / dpi, image.height * 25.4 / dpi)
        for image, dpi, _calibration in sheets.pages
    ]


def test_pages_go_to_the_printer_in_their_true_size(desk, event_id):
    made = make(desk, event_id, "board", Options(board="a1", people=People(only_new=False))).made
    sheets, told = FakePrinter(), []
    few = made._replace(record_ids=made.record_ids[:2])
    print_all(desk, few, sheets, Work(lambda *far: told.append(far), CancelToken()))
    assert millimetres(sheets) == [pytest.approx((841, 594), abs=0.5)] * 2
    assert (sheets.ended, told) == ("finished", [(1, 2), (2, 2)])


def test_a_list_is_made_once_and_looked_at_as_it_is(desk, event_id):
    made = make(desk, event_id, "attendance", Options()).made
    assert isinstance(made, Whole)
    assert draw(desk, made, 0, 20).width == pytest.approx(165, abs=2)
    sheets = FakePrinter()
    print_all(desk, made, sheets, Work(silent, CancelToken()))
    assert len(sheets.pages) == made.pages == 1


def test_large_pages_are_drawn_less_fine():
    assert print_dpi((210, 297)) == print_dpi((58, 170)) == print_dpi((420, 297)) == 300
    assert 150 <= print_dpi((841, 594)) < print_dpi((594, 420)) < 300


def test_an_event_that_is_not_known_is_that_of_today(desk, event_id):
    answer = make(desk, "gone", "balance", Options())
    assert answer.events.chosen == event_id
    assert ("jv", "Basa Jawa") in answer.languages


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [
        ("receipt", Options(receipt="a6_2"), (297, 210)),
        ("receipt", Options(receipt="slip_58"), (58, 0)),
        ("board", Options(board="a2"), (594, 420)),
        ("leaflet", Options(), (297, 210)),
    ],
)
def test_qt_prints_each_on_its_own_paper(qapp, desk, event_id, tmp_path, kind, options, size):
    everybody = replace(options, people=People("range", first="00001", last="00001"))
    answer = make(desk, event_id, kind, everybody)
    form = State(kind=kind, size=answer.size)
    out = tmp_path / "kertas.pdf"
    paper = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(out))
    set_paper(paper, form)
    print_all(desk, answer.made, PrinterSheets(paper), Work(silent, CancelToken()))
    assert page_count(out) == answer.made.pages
    wanted = (size[0], size[1] or answer.size[1])
    assert page_size(out, 0) == pytest.approx(wanted, abs=0.6)
    before, after = (page_image(pdf, 0, 20) for pdf in (answer.made.at(desk, 0)[0], out))
    assert ink(after) == pytest.approx(ink(before), rel=0.15)


def ink(image):
    """How dark a page is on the whole."""
    return sum(255 - value for value in image.rgbx[1::4])


def test_upright_pages_are_put_right_for_the_printer_and_lying_ones_are_not(desk, event_id):
    measured = card_look.read_measures(left=32, top=29, across=148.5, down=220)
    card_look.calibrate(desk, FakePrinter.name, measured)
    people = Options(board="a3", people=People(only_new=False))
    for kind, calibration in (("receipt", measured), ("board", TRUE)):
        sheets = FakePrinter()
        print_all(
            desk, make(desk, event_id, kind, people).made, sheets, Work(silent, CancelToken())
        )
        assert {page[2] for page in sheets.pages} == {calibration}
