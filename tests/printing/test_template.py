"""What a template file says, and what is drawn when."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.template import (
    Rectangle,
    fill,
    gaps,
    is_drawn,
    read_template,
    recoloured,
    shipped_names,
    shipped_template,
)


def test_shipped_templates_are_found_by_document() -> None:
    assert "card-kawung" in shipped_names("card")
    template = shipped_template("card-kawung")
    assert (template.width, template.height) == (85.60, 53.98)  # CR80


def test_gaps_are_filled_and_nothing_else_is_understood() -> None:
    assert gaps({"id": "Nomor {number}, {name}", "en": "Number {number}"}) == {"number", "name"}
    assert fill("Nomor {number}", {"number": "{name}"}) == "Nomor {name}"
    assert gaps("{} {a.b}") == {""}


@pytest.mark.parametrize(
    ("when", "flags", "drawn"),
    [
        ((), set(), True),
        (("photo",), {"photo"}, True),
        (("photo", "!practice"), {"photo", "practice"}, False),
        (("!practice",), set(), True),
    ],
)
def test_flags_bring_boxes_and_take_them_away(
    when: tuple[str, ...], flags: set[str], drawn: bool
) -> None:
    box = Rectangle(name="a", x=0, y=0, width=1, height=1, when=when)
    assert is_drawn(box, flags) is drawn


def test_a_city_changes_colours_that_the_design_knows() -> None:
    template = recoloured(shipped_template("card-kawung"), {"brand": "#123456", "sky": "#FFFFFF"})
    assert template.colours["brand"] == "#123456"
    assert "sky" not in template.colours


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(UserError, match="template_invalid"):
        read_template("version = ", "x.toml")
