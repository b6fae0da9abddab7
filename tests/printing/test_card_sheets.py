"""Every design on every kind of sheet: decoded, measured, and compared with how it looked before.

To take new pictures after a wanted change: delete those in ``golden/`` and run these tests once.
"""

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.printing.card_code import verify_code
from jamsos_desktop.printing.card_design import PrintedCard
from jamsos_desktop.printing.cards import CardLook, write_card_sheet
from jamsos_desktop.printing.pictures import PictureData, read_picture
from tests.printing.factories import OFFICE_KEY, make_code, make_content
from tests.printing.pages import (
    assert_looks_as_before,
    fonts_of,
    grey_page,
    needs_poppler,
    needs_qpdf,
    page_count,
    run,
    text_of,
)

DESIGNS = ("card-kawung", "card-duasisi")
LONG = "MUHAMMAD ABDURRAHMAN WAHID HASYIM ASY’ARI KUSUMANINGRAT PUTR"
#: A printer's paper on a table: grey, a little turned, not quite sharp.
TURN, BLUR = 2, 0.7


def photo() -> PictureData:
    image = Image.new("RGB", (120, 160), "#CBBFA8")
    draw = ImageDraw.Draw(image)
    draw.ellipse((30, 25, 90, 100), fill="#96704F")
    draw.ellipse((5, 100, 115, 240), fill="#5A3C6E")
    target = io.BytesIO()
    image.save(target, "JPEG", quality=80)
    return read_picture(target.getvalue(), "foto.jpg")


def logo() -> PictureData:
    image = Image.new("RGBA", (100, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.polygon([(50, 0), (100, 30), (90, 95), (50, 120), (10, 95), (0, 30)], fill="#143C8C")
    target = io.BytesIO()
    image.save(target, "PNG")
    return read_picture(target.getvalue(), "logo.png")


def all_sorts() -> Iterator[PrintedCard]:
    """Ten cards: names long and short, with and without a photo, practice, active."""
    sorts: list[dict[str, object]] = [
        {},
        {"name": LONG},
        {"name": "I"},
        {"practice": True},
        {"kpj": "12345678901"},
    ]
    face = photo()
    for index, changes in enumerate(sorts * 2):
        number = f"MJK1-{index:06d}-7"
        content = make_content(number=number, **changes)
        code = make_code(number, practice=bool(changes.get("practice")))
        yield PrintedCard(content, code, face if index >= 5 else None)


def city(design: str, sheet: Sheet = "a4_long") -> CardLook:
    return CardLook(
        design=design,
        sheet=sheet,
        city="Pemerintah Kota Mojokerto",
        colours={"brand": "#7A1022", "accent": "#C9862B"},
        logo=logo(),
    )


def saved(folder: Path, look: CardLook) -> Path:
    path = folder / "kartu.pdf"
    with path.open("wb") as target:
        assert write_card_sheet(all_sorts(), target, look) == 10
    return path


def photographed(page: Image.Image) -> Image.Image:
    turned = page.rotate(TURN, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return turned.filter(ImageFilter.GaussianBlur(BLUR))


@needs_poppler
@pytest.mark.parametrize("design", DESIGNS)
def test_every_code_is_read_from_a_grey_turned_and_blurred_page(
    tmp_path: Path, design: str
) -> None:
    path = saved(tmp_path, city(design))
    page = grey_page(path, 150, page_count(path))  # the last side carries the codes
    found = zxingcpp.read_barcodes(photographed(page), formats=zxingcpp.BarcodeFormat.QRCode)
    assert [verify_code(code.text, [OFFICE_KEY]).outcome for code in found] == ["valid"] * 10


@needs_poppler
@needs_qpdf
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("sheet", ["cr80", "a4_long", "a4_short"])
def test_a_file_is_sound_carries_its_fonts_and_says_what_it_is(
    tmp_path: Path, design: str, sheet: Sheet
) -> None:
    path = saved(tmp_path, city(design, sheet))
    sides = 2 if design == "card-duasisi" else 1
    assert page_count(path) == (10 * sides if sheet == "cr80" else sides)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    fonts = fonts_of(path)
    assert fonts
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts)
    content = path.read_bytes()
    for mark in (b"/PrintScaling /None", b"/DisplayDocTitle true", b"/Lang (id-ID)"):
        assert mark in content
    assert "Kartu tanda terdaftar" in run("pdfinfo", path)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("sheet", ["cr80", "a4_short"])
def test_the_same_cards_give_the_same_bytes(tmp_path: Path, design: str, sheet: Sheet) -> None:
    first = saved(tmp_path, city(design, sheet)).read_bytes()
    assert saved(tmp_path, city(design, sheet)).read_bytes() == first


@needs_poppler
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("sheet", "margin"), [("cr80", 2.3), ("a4_long", 8), ("a4_short", 8)])
def test_nothing_stands_in_the_safe_margin(
    tmp_path: Path, design: str, sheet: Sheet, margin: float
) -> None:
    path = saved(tmp_path, city(design, sheet))
    for number in range(1, min(page_count(path), 4) + 1):
        page = grey_page(path, 150, number)
        edge = int(margin * 150 / 25.4) - 1
        page.paste(255, (edge, edge, page.width - edge, page.height - edge))
        assert page.getextrema() == (255, 255)


@needs_poppler
@pytest.mark.parametrize("sheet", ["a4_long", "a4_short"])
def test_a_back_lies_behind_its_front(tmp_path: Path, sheet: Sheet) -> None:
    """Seen through the paper, each card's code is that of the number on its front."""
    path = saved(tmp_path, city("card-duasisi", sheet))
    back = grey_page(path, 150, 2)
    mirrored = sheet == "a4_long"
    for index in (0, 3, 8):
        row, column = divmod(index, 2)
        across, along = (1 - column, row) if mirrored else (column, 4 - row)
        left, top = (210 / 2 - 85.6) + across * 85.6, (297 - 5 * 53.98) / 2 + along * 53.98
        box = (left, top, left + 85.6, top + 53.98)
        part = back.crop(tuple(round(side * 150 / 25.4) for side in box))  # type: ignore[arg-type]
        [code] = zxingcpp.read_barcodes(part, formats=zxingcpp.BarcodeFormat.QRCode)
        fields = verify_code(code.text, [OFFICE_KEY]).fields
        assert fields is not None
        assert fields.number == f"MJK1-{index:06d}-7"
        assert (abs(code.orientation) > 90) is (not mirrored), "upright only over the long edge"


@needs_poppler
def test_a_measured_printer_gets_everything_moved(tmp_path: Path) -> None:
    """A printer that puts all 2 mm too far right and 1 mm too far down gets it the other way."""
    plain = grey_page(saved(tmp_path, CardLook()), 254)
    moved = CardLook(calibration=Calibration(left=32, top=31))
    other = grey_page(saved(tmp_path, moved), 254)
    box, shifted = (ImageChops.invert(page).getbbox() for page in (plain, other))
    assert box is not None
    assert shifted is not None
    assert [now - before for before, now in zip(box, shifted, strict=True)] == pytest.approx(
        [-20, -10, -20, -10], abs=1
    )


LETTERS = st.text(
    st.one_of(
        st.sampled_from("AIUEOMWNGKS abcdeiklmnu'’.,-"),
        st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=60,
)


@needs_poppler
@settings(max_examples=15, deadline=None)
@given(name=LETTERS)
@pytest.mark.parametrize("design", DESIGNS)
def test_whatever_a_person_is_called_the_rest_of_the_card_stays(design: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kartu.pdf"
        card = PrintedCard(make_content(name=name), make_code())
        with path.open("wb") as target:
            write_card_sheet([card], target, CardLook(design=design, sheet="cr80"))
        text = text_of(path)
    for said in ("BUKAN KARTU RESMI BPJS KETENAGAKERJAAN", "3576••••••••0001", "MJK1-000001-7"):
        assert said in text


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("look", ["own", "city"])
def test_it_looks_as_it_looked(tmp_path: Path, design: str, look: str) -> None:
    """All ten sorts of cards, compared with a tolerance for another version of the renderer."""
    chosen = CardLook(design=design) if look == "own" else city(design)
    path = saved(tmp_path, chosen)
    for side in range(page_count(path)):
        assert_looks_as_before(path, side, f"{design}-{look}-{side + 1}", 72)
