"""A template that does not fit is refused, with the box that is wrong."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain
from jamsos_desktop.printing.template import DocumentKind, FieldRule, read_template
from jamsos_desktop.printing.template_check import check_template, code_size

KIND = DocumentKind(
    name="slip",
    fields={
        "name": FieldRule(("SITI AMINAH BINTI ABDURRAHMAN WAHID", "I"), must=True),
        "number": FieldRule(("MJK1-000001-7",)),
    },
    margin=4,
    flags=("practice",),
    pictures=("photo",),
    longest_code="JS1:" + "Z" * 300,
)
GOOD = """
version = 1
document = "slip"
name = "uji"
title = { id = "Uji" }
width = 80
height = 60
margin = 4
colours = { ink = "#000000", dark = "#1F1853", paper = "#FFFFFF", pale = "#9A9AB0" }
[[pages]]
[[pages.boxes]]
kind = "rectangle"
name = "head"
x = 4
y = 4
width = 72
height = 8
fill = "dark"
[[pages.boxes]]
kind = "text"
name = "head-text"
x = 6
y = 4
width = 60
height = 8
text = { id = "Tanda terima", en = "Receipt {number}" }
size = 9
smallest = 7
colour = "paper"
[[pages.boxes]]
kind = "text"
name = "who"
x = 4
y = 14
width = 36
height = 10
text = "{name}"
size = 11
smallest = 7
lines = 2
colour = "ink"
[[pages.boxes]]
kind = "qr"
name = "code"
x = 44
y = 14
size = 32
[[pages.boxes]]
kind = "picture"
name = "face"
when = ["photo"]
picture = "photo"
x = 4
y = 30
width = 15
height = 20
"""


def refused(old: str = "", new: str = "", text: str = GOOD) -> UserError:
    assert old in text
    with pytest.raises(UserError) as caught:
        check_template(read_template(text.replace(old, new, 1), "uji.toml"), KIND)
    said = explain(caught.value)
    assert all(said)
    return caught.value


def test_a_good_template_passes() -> None:
    check_template(read_template(GOOD, "uji.toml"), KIND)


@pytest.mark.parametrize(
    ("old", "new", "code", "box"),
    [
        ("width = 36", "width = 20", "template_overflow", "who"),
        ("size = 9\nsmallest = 7", "size = 40\nsmallest = 30", "template_overflow", "head-text"),
        ("Receipt {number}", "Receipt " * 30, "template_overflow", "head-text"),
        ("size = 32", "size = 20", "template_qr_small", "code"),
        ("x = 4\ny = 4", "x = 3\ny = 4", "template_margin", "head"),
        ("margin = 4", "margin = 5", "template_margin", "head"),
        ("x = 44", "x = 50", "template_margin", "code"),
        ('colour = "paper"', 'colour = "ink"', "template_contrast", "head-text"),
        ('lines = 2\ncolour = "ink"', 'lines = 2\ncolour = "pale"', "template_contrast", "who"),
        ('fill = "dark"', 'fill = "mauve"', "template_unknown", "head"),
        ("{number}", "{nik}", "template_unknown", "head-text"),
        ('when = ["photo"]', 'when = ["!foto"]', "template_unknown", "face"),
        ('picture = "photo"', 'picture = "logo"', "template_unknown", "face"),
        ("y = 30", "y = 20", "template_overlap", "face"),
        ("x = 44\ny = 14", "x = 39\ny = 14", "template_overlap", "code"),
        ('name = "face"', 'name = "who"', "template_twice", "who"),
    ],
)
def test_what_does_not_fit_is_named(old: str, new: str, code: str, box: str) -> None:
    error = refused(old, new)
    assert (error.code, error.values["box"]) == (code, box)


def test_a_field_that_must_be_there_must_be_there_always() -> None:
    hidden = refused('name = "who"', 'name = "who"\nwhen = ["!practice"]')
    assert (hidden.code, hidden.values["field"]) == ("template_missing", "name")


def test_a_field_of_colour_may_not_hide_what_is_below_it() -> None:
    lid = (
        '[[pages.boxes]]\nkind="rectangle"\nname="lid"\nx=10\ny=16\nwidth=9\nheight=9\nfill="pale"'
    )
    error = refused(text=GOOD + lid)
    assert (error.code, error.values["box"], error.values["other"]) == (
        "template_overlap",
        "lid",
        "who",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", "version = 2"),
        ("smallest = 7", "smallest = 4"),  # nobody reads 4 points
        ('colour = "paper"', 'color = "paper"'),
        ("#1F1853", "blue"),
        ("width = 80", 'width = "broad"'),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_place(old: str, new: str) -> None:
    error = refused(old, new)
    assert error.code == "template_invalid"
    assert error.values["file"] == "uji.toml"


def test_a_template_of_another_document_is_refused() -> None:
    assert refused('document = "slip"', 'document = "card"').code == "template_other"


def test_a_code_needs_04_millimetres_a_module() -> None:
    assert code_size("JS1:" + "Z" * 415) == pytest.approx(0.4 * (65 + 8))
