"""Templates are checked when they are loaded."""

from pathlib import Path

import msgspec
import pytest

from jamsos_desktop.paths import resource
from jamsos_desktop.printing.card_template import load_card_template

SHIPPED = resource("templates/card.toml").read_text(encoding="utf-8")


def test_the_shipped_card_is_cr80() -> None:
    template = load_card_template()
    assert (template.width, template.height) == (85.60, 53.98)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", "version = 2"),
        ("smallest = 6.0", "smallest = 4.0"),  # nobody reads 4 points
        ('colour = "paper"', 'color = "paper"'),
        ('brand = "#1F1853"', 'brand = "blue"'),
        ("size = 29.3", "size = 20.0"),  # too small for a QR code to be read
        ('field = "officer"', 'field = "nik"'),
    ],
)
def test_a_template_that_breaks_the_rules_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in SHIPPED
    path = tmp_path / "card.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        load_card_template(path)
