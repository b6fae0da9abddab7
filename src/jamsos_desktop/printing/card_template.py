"""Where things stand on the card: the template ``resources/templates/card.toml``, validated."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from jamsos_desktop.paths import resource
from jamsos_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD

Millimetres = Annotated[float, msgspec.Meta(ge=0, le=300)]
Points = Annotated[float, msgspec.Meta(ge=6, le=40)]  # smaller than 6 pt is not read
Colour = Literal["brand", "accent", "text", "quiet", "paper"]
Field = Literal["masked_nik", "address", "occupation", "programme", "coverage", "event", "officer"]

FONTS = {"regular": REGULAR, "semibold": SEMIBOLD, "bold": BOLD}


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Unknown names are refused: most of them are misspelt."""


class Area(_Part, frozen=True, kw_only=True):
    """A rectangle."""

    x: Millimetres
    y: Millimetres
    width: Millimetres
    height: Millimetres


class Square(_Part, frozen=True, kw_only=True):
    """The room for the QR code, quiet zone included."""

    x: Millimetres
    y: Millimetres
    size: Annotated[float, msgspec.Meta(ge=26, le=60)]


class TextBox(Area, frozen=True, kw_only=True):
    """Text in a rectangle, centred in its height."""

    size: Points
    smallest: Points
    font: Literal["regular", "semibold", "bold"] = "regular"
    lines: Annotated[int, msgspec.Meta(ge=1, le=4)] = 1
    colour: Colour = "text"
    align: Literal["left", "centre"] = "left"


class Row(_Part, frozen=True, kw_only=True):
    """One line (or more) of the table of labels and values."""

    field: Field
    lines: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1


class Table(_Part, frozen=True, kw_only=True):
    """Labels and values below each other."""

    x: Millimetres
    y: Millimetres
    width: Millimetres
    label_width: Millimetres
    row_height: Millimetres
    size: Points
    smallest: Points
    label_size: Points
    rows: tuple[Row, ...]


class Boxes(_Part, frozen=True, kw_only=True):
    """The texts that stand alone."""

    title: TextBox
    not_official: TextBox
    name: TextBox
    number: TextBox
    accident: TextBox
    jkm: TextBox
    no_kpj: TextBox
    call_name: TextBox
    call: TextBox


class CardTemplate(_Part, frozen=True, kw_only=True):
    """One card."""

    version: Literal[1]
    width: Millimetres
    height: Millimetres
    colours: dict[Colour, Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]]
    qr: Square
    header: Area
    ornament: Area
    notice: Area
    boxes: Boxes
    table: Table


def load_card_template(path: Path | None = None) -> CardTemplate:
    """The template at ``path``, by default the shipped one.

    Raises :class:`msgspec.ValidationError` for a template that does not follow the schema.
    """
    source = path or resource("templates/card.toml")
    return msgspec.toml.decode(source.read_bytes(), type=CardTemplate)
