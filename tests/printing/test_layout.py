"""A template is drawn as it says: looked at with poppler's eyes."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from jamsos_desktop.i18n import set_language
from jamsos_desktop.printing.layout import Content, Painter
from jamsos_desktop.printing.pdf import MM, DocumentCanvas
from jamsos_desktop.printing.template import Template, read_template
from tests.printing.pages import grey_page, needs_poppler, text_of

NOTHING: Mapping[str, str] = MappingProxyType({})
HEAD = """
version = 1
document = "slip"
name = "uji"
title = { id = "Uji" }
width = 80
height = 60
margin = 0
colours = { ink = "#000000", grey = "#808080" }
[[pages]]
"""
TEXT = """
[[pages.boxes]]
kind = "text"
name = "words"
x = 10
y = 10
width = 40
height = 20
text = "{word}"
size = 12
smallest = 6
colour = "ink"
"""
TABLE = """
[[pages.boxes]]
kind = "table"
name = "facts"
x = 10
y = 30
width = 60
label_width = 20
row_height = 5
size = 9
smallest = 6
label_size = 8
colour = "ink"
label_colour = "ink"
rows = [{ label = "Satu", text = "{one}" }, { label = "Dua", text = "{two}" }]
"""


def template(*boxes: str) -> Template:
    return read_template(HEAD + "".join(boxes), "uji.toml")


def drawn(
    folder: Path,
    layout: Template,
    *contents: Content,
    common: Mapping[str, str] = NOTHING,
    language: str = "",
) -> Path:
    target = io.BytesIO()
    canvas = DocumentCanvas(target, title="Uji", size=(80 * MM, 60 * MM))
    painter = Painter(canvas, layout, common, language=language)
    for content in contents:
        painter.draw(content)
        canvas.showPage()
    canvas.save()
    path = folder / "uji.pdf"
    path.write_bytes(target.getvalue())
    return path


def ink(path: Path) -> tuple[float, float, float, float]:
    """Where something dark is: left, top, right, bottom in millimetres."""
    page = grey_page(path, 254)
    box = page.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = (side / 10 for side in box)
    return left, top, right, bottom


def word(text: str, *flags: str) -> Content:
    return Content({"word": text}, frozenset(flags))


@needs_poppler
@pytest.mark.parametrize(
    ("how", "edge", "place"),
    [
        ("", 0, 10),
        ('align = "right"', 2, 50),
        ('valign = "top"', 1, 10),
        ('valign = "bottom"', 3, 30),
    ],
)
def test_text_stands_at_the_side_that_is_asked_for(
    tmp_path: Path, how: str, edge: int, place: float
) -> None:
    box = ink(drawn(tmp_path, template(TEXT + how), word("Hp")))
    assert box[edge] == pytest.approx(place, abs=1.0)


@needs_poppler
@pytest.mark.parametrize("turn", [90, 270])
def test_turned_text_stays_in_its_box(tmp_path: Path, turn: int) -> None:
    left, top, right, bottom = ink(
        drawn(tmp_path, template(TEXT + f"turn = {turn}"), word("TEGAK"))
    )
    assert right - left < bottom - top, "it is higher than wide"
    assert min(left, top) >= 9.9
    assert right <= 50.1
    assert bottom <= 30.1


@needs_poppler
def test_what_is_the_same_on_all_copies_and_what_changes_stand_together(tmp_path: Path) -> None:
    layout = template(TEXT.replace('"{word}"', '"{city}: {word}"'))
    path = drawn(tmp_path, layout, word("satu"), word("dua"), common={"city": "Kota {word}"})
    assert text_of(path) == "Kota {word}: satu Kota {word}: dua"


@needs_poppler
def test_flags_choose_boxes_on_each_copy(tmp_path: Path) -> None:
    layout = template(
        TEXT.replace('"{word}"', '"biasa"') + 'when = ["!practice"]',
        TEXT.replace('"{word}"', '"latihan"') + 'when = ["practice"]',
    )
    path = drawn(tmp_path, layout, word(""), word("", "practice"), word(""))
    assert text_of(path) == "biasa latihan biasa"


@needs_poppler
def test_an_empty_row_leaves_a_gap_or_closes_up(tmp_path: Path) -> None:
    content = Content({"one": "", "two": "kedua"})
    open_rows = ink(drawn(tmp_path, template(TABLE), content))
    assert "Satu" in text_of(tmp_path / "uji.pdf")
    closed = ink(drawn(tmp_path, template(TABLE + "close_up = true"), content))
    assert "Satu" not in text_of(tmp_path / "uji.pdf")
    assert open_rows[3] - closed[3] == pytest.approx(5, abs=0.3)


@needs_poppler
def test_words_come_in_the_chosen_language_or_the_one_that_is_named(tmp_path: Path) -> None:
    words = '{ id = "Tanda terima", en = "Receipt", jv = "Tandha tampi" }'
    layout = template(TEXT.replace('"{word}"', words))
    assert text_of(drawn(tmp_path, layout, word(""))) == "Tanda terima"
    assert text_of(drawn(tmp_path, layout, word(""), language="jv")) == "Tandha tampi"
    set_language("en")
    assert text_of(drawn(tmp_path, layout, word(""))) == "Receipt"


@needs_poppler
def test_a_watermark_stays_in_its_box(tmp_path: Path) -> None:
    mark = """
[[pages.boxes]]
kind = "watermark"
name = "mark"
x = 10
y = 10
width = 50
height = 30
text = "LATIHAN"
colour = "ink"
"""
    left, top, right, bottom = ink(drawn(tmp_path, template(mark), word("")))
    assert min(left, top) >= 9.9
    assert right <= 60.1
    assert bottom <= 40.1
    assert max(right - left, (bottom - top) * 50 / 30) > 40, "and fills it"
