"""Where things stand on a document: a template file, read into one validated value.

A template is TOML (docs/templates.md says how to write one). It knows boxes, fonts and colours;
what may stand in its gaps is said by the document's :class:`DocumentKind` in code. Whether
everything fits is asked in :mod:`jamsos_desktop.printing.template_check`, drawing is in
:mod:`jamsos_desktop.printing.layout`. Lengths are millimetres from the page's upper left corner,
sizes of type are points.
"""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, TypeAlias

import msgspec

from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.printing.fonts import BOLD, MONO, REGULAR, SEMIBOLD

FONTS = {"regular": REGULAR, "semibold": SEMIBOLD, "bold": BOLD, "mono": MONO}
#: ``{name}`` in a text is a gap, filled with the value of that name.
GAP = re.compile(r"\{(\w*)\}")

_NO_SECTIONS: Mapping[str, Page] = MappingProxyType({})

Millimetres = Annotated[float, msgspec.Meta(ge=0, le=2000)]
Points = Annotated[float, msgspec.Meta(ge=6, le=1000)]  # smaller than 6 pt is not read
Thickness = Annotated[float, msgspec.Meta(gt=0, le=50)]  # of lines, in points
Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,40}$")]
Lines = Annotated[int, msgspec.Meta(ge=1, le=60)]
Font = Literal["regular", "semibold", "bold", "mono"]
#: The same in every language, or by language (``id`` must be there).
Words: TypeAlias = str | dict[str, str]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Unknown names are refused: most of them are misspelt."""


class _Box(_Part, frozen=True, kw_only=True, tag_field="kind"):
    """A rectangle with a name, by which a person is told what is wrong with it.

    ``when`` lists flags that must be up for it to be drawn; ``!flag`` must be down.
    """

    name: Name
    x: Millimetres
    y: Millimetres
    when: tuple[str, ...] = ()

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height."""
        raise NotImplementedError


class _Sized(_Box, frozen=True, kw_only=True):
    """A box that says its width and height."""

    width: Millimetres
    height: Millimetres

    @property
    def size_mm(self) -> tuple[float, float]:
        return self.width, self.height


class Rectangle(_Sized, frozen=True, kw_only=True, tag="rectangle"):
    """A field of colour, a frame, or both."""

    fill: str = ""
    stroke: str = ""
    thickness: Thickness = 0.5
    radius: Millimetres = 0


class Line(_Sized, frozen=True, kw_only=True, tag="line"):
    """A line from the upper left to the lower right corner; one of the two lengths may be 0."""

    colour: str
    thickness: Thickness = 0.5
    dash: tuple[Thickness, ...] = ()  # points on, points off


class Text(_Sized, frozen=True, kw_only=True, tag="text"):
    """Words, some of them gaps. They shrink to ``smallest``, then wrap; longer ones are cut."""

    text: Words
    size: Points
    smallest: Points
    colour: str
    font: Font = "regular"
    lines: Lines = 1
    align: Literal["left", "centre", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "middle"
    leading: Annotated[float, msgspec.Meta(ge=1, le=2)] = 1.12  # as a part of the size
    turn: Literal[0, 90, 270] = 0  # degrees against the clock


class Row(_Part, frozen=True, kw_only=True):
    """A label and a value."""

    label: Words
    text: Words
    lines: Lines = 1


class Table(_Box, frozen=True, kw_only=True, tag="table"):
    """Labels and values below each other. With ``close_up`` rows without a value leave no gap."""

    width: Millimetres
    label_width: Millimetres
    row_height: Millimetres
    size: Points
    smallest: Points
    label_size: Points
    colour: str
    label_colour: str
    font: Font = "semibold"
    label_font: Font = "regular"
    close_up: bool = False
    rows: tuple[Row, ...]

    @property
    def size_mm(self) -> tuple[float, float]:
        return self.width, self.row_height * sum(row.lines for row in self.rows)


class Qr(_Box, frozen=True, kw_only=True, tag="qr"):
    """The square of the QR code, its quiet zone included."""

    size: Millimetres

    @property
    def size_mm(self) -> tuple[float, float]:
        return self.size, self.size


class Picture(_Sized, frozen=True, kw_only=True, tag="picture"):
    """A picture of this name, whole inside the box or filling it. No picture: nothing is drawn."""

    picture: str
    fit: Literal["whole", "fill"] = "whole"
    align: Literal["left", "centre", "right"] = "centre"


class Ornament(_Sized, frozen=True, kw_only=True, tag="ornament"):
    """A field of the batik pattern *kawung*, as many tiles as fit."""

    rows: Annotated[int, msgspec.Meta(ge=1, le=60)]
    petal: str
    heart: str


class Watermark(_Sized, frozen=True, kw_only=True, tag="watermark"):
    """Large words across the box, below all text: as large as the box and ``angle`` allow."""

    text: Words
    colour: str
    font: Font = "bold"
    angle: Annotated[int, msgspec.Meta(ge=-80, le=80)] = 24


class Sections(_Sized, frozen=True, kw_only=True, tag="sections"):
    """Sections of an explained text, below each other and all of one size of type."""

    sections: tuple[str, ...]
    size: Points
    smallest: Points
    colour: str
    title_colour: str


#: Drawn in the order of the file.
Box: TypeAlias = Rectangle | Line | Text | Table | Sections | Qr | Picture | Ornament | Watermark


class Side(_Part, frozen=True, kw_only=True):
    """One side of the document."""

    boxes: tuple[Box, ...]


class Template(_Part, frozen=True, kw_only=True):
    """A document's layout: pages of one size, and colours by name."""

    version: Literal[1]
    document: Name  # the kind of document that it lays out
    name: Name
    title: dict[str, str]  # what people choose it by, by language
    width: Annotated[float, msgspec.Meta(gt=10, le=2000)]
    height: Annotated[float, msgspec.Meta(gt=10, le=2000)]
    margin: Millimetres  # where nothing stands
    colours: dict[Name, Colour]
    pages: tuple[Side, ...]


class FieldRule(NamedTuple):
    """What may come into a gap: ``samples`` are its longest values, which must fit uncut.

    ``must`` asks every template to show the field, whatever the flags.
    """

    samples: tuple[str, ...]
    must: bool = False


def field_rules(
    must: Mapping[str, tuple[str, ...]], may: Mapping[str, tuple[str, ...]]
) -> dict[str, FieldRule]:
    """The rules of fields by their names, from the samples of those that must and may be shown."""
    shown = {name: FieldRule(samples, must=True) for name, samples in must.items()}
    return shown | {name: FieldRule(samples) for name, samples in may.items()}


class DocumentKind(NamedTuple):
    """What a kind of document offers to its templates, and asks of them."""

    name: str
    fields: Mapping[str, FieldRule]
    margin: float  # mm, the smallest that a template may ask for
    flags: tuple[str, ...] = ()  # the names of pictures are flags too
    pictures: tuple[str, ...] = ()
    longest_code: str = ""  # of the QR code; empty where the document has none
    sections: Mapping[str, Page] = _NO_SECTIONS  # of the text; every template shows them all


def read_template(text: str, file: str) -> Template:
    """The template in ``text``. ``file`` is named in the error. Raises ``template_invalid``."""
    try:
        return msgspec.toml.decode(text, type=Template)
    except msgspec.DecodeError as error:
        raise UserError("template_invalid", file=file, reason=str(error)) from error


def shipped_template(name: str) -> Template:
    """A template of ``resources/templates`` by its file's name without the ending."""
    path = resource("templates") / f"{name}.toml"
    return read_template(path.read_text(encoding="utf-8"), path.name)


def own_or_shipped(name: str, own: Mapping[str, str]) -> Template:
    """The template of this name that a city made itself (``own`` are texts), or the shipped one."""
    return read_template(own[name], f"{name}.toml") if name in own else shipped_template(name)


def shipped_names(document: str) -> list[str]:
    """The shipped templates of one kind of document: ``card-…`` for ``card``, in order of name."""
    return sorted(path.stem for path in resource("templates").glob(f"{document}-*.toml"))


def recoloured(template: Template, colours: Mapping[str, str]) -> Template:
    """The template in other colours. Names that it does not know are left out."""
    known = {name: value for name, value in colours.items() if name in template.colours}
    return msgspec.structs.replace(template, colours={**template.colours, **known})


def languages(words: Words) -> dict[str, str]:
    """Words by language."""
    return {"id": words} if isinstance(words, str) else words


def gaps(words: Words) -> set[str]:
    """The names of all gaps in these words."""
    return {name for text in languages(words).values() for name in GAP.findall(text)}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its gaps filled."""
    return GAP.sub(lambda gap: values[gap[1]], text)


def is_drawn(box: Box, flags: Collection[str]) -> bool:
    """Whether the box is there when these flags are up."""
    return all((flag[1:] not in flags) if flag[0] == "!" else flag in flags for flag in box.when)
