"""Whether a template fits: what does not is refused with the reason, and the box is named.

Checked with the longest values of each field, in every language and for every set of flags under
which boxes come and go. Contrast is that of WCAG 2.2 (1.4.3).
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import combinations, product

from jamsos_desktop.domain.contrast import contrast
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.layout import room_of, room_of_row
from jamsos_desktop.printing.pdf import MM
from jamsos_desktop.printing.qr import QUIET_ZONE, make_qr
from jamsos_desktop.printing.sections import set_sections
from jamsos_desktop.printing.template import (
    FONTS,
    Box,
    DocumentKind,
    Line,
    Ornament,
    Picture,
    Qr,
    Rectangle,
    Sections,
    Table,
    Template,
    Text,
    Watermark,
    Words,
    fill,
    gaps,
    is_drawn,
    languages,
)
from jamsos_desktop.printing.text import Room, fit_text

#: The smallest side of a QR code's module, mm: what a laser printer and a cheap camera agree on.
SMALLEST_MODULE = 0.4
LEAST_CONTRAST = 4.5
_QR_CONTRAST = 12.0  # black modules against what is behind them
_PAPER = "#FFFFFF"
_TOUCH = 0.05  # mm; boxes that only touch do not overlap

_Solid = Text | Table | Sections | Qr | Picture | Ornament  # may not lie on one another
_Area = tuple[float, float, float, float]


def check_template(template: Template, kind: DocumentKind) -> None:
    """Raise ``template_…`` for the first thing that does not fit, with the box's name."""
    _check_names(template, kind)
    for page in template.pages:
        for box in page.boxes:
            _check_margin(template, kind, box)
            match box:
                case Text():
                    _check_text(template, kind, box)
                case Table():
                    _check_table(template, kind, box)
                case Sections():
                    _check_sections(template, kind, box)
                case Qr():
                    _check_code(template, kind, box)
    for flags in _flag_sets(template):
        shown = [[box for box in page.boxes if is_drawn(box, flags)] for page in template.pages]
        for boxes in shown:
            _check_layers(template, boxes)
        _check_musts(template, kind, [box for boxes in shown for box in boxes])


def check_weight(template: Template, fields: Collection[str]) -> None:
    """Raise ``template_weight`` unless these fields have one font, size and colour."""
    looks = {
        (box.font, box.size, box.smallest, box.colour)
        for page in template.pages
        for box in page.boxes
        if isinstance(box, Text) and gaps(box.text) & set(fields)
    }
    if len(looks) != 1:
        raise _refused("template_weight", template)


def check_told(template: Template, field: str) -> None:
    """Raise ``template_missing`` unless some box shows this field, under whatever flags."""
    boxes = [box for page in template.pages for box in page.boxes]
    if not any(field in gaps(words) for box in boxes for words in _words_of(box)):
        raise _refused("template_missing", template, field=field)


# Names


def _check_names(template: Template, kind: DocumentKind) -> None:
    """Everything that is named exists, and no two boxes of the template have one name."""
    if template.document != kind.name or "id" not in template.title or not template.pages:
        raise _refused("template_other", template, kind=kind.name)
    seen: set[str] = set()
    for page in template.pages:
        for box in page.boxes:
            if box.name in seen:
                raise _refused("template_twice", template, box)
            seen.add(box.name)
            flags = {flag.removeprefix("!") for flag in box.when}
            _expect(template, box, flags, (*kind.flags, *kind.pictures))
            _expect(template, box, _colours_of(box), template.colours)
            if isinstance(box, Picture):
                _expect(template, box, {box.picture}, kind.pictures)
            if isinstance(box, Sections):
                _expect(template, box, box.sections, kind.sections)
            for words in _words_of(box):
                _expect(template, box, {"id"} - languages(words).keys(), ())
                _expect(template, box, gaps(words), kind.fields)


def _expect(template: Template, box: Box, names: Iterable[str], known: Iterable[str]) -> None:
    for name in sorted(set(names) - set(known)):
        known_names = ", ".join(sorted(known))
        raise _refused("template_unknown", template, box, name=name, known=known_names)


def _colours_of(box: Box) -> set[str]:
    match box:
        case Rectangle():
            return {box.fill, box.stroke} - {""}
        case Table():
            return {box.colour, box.label_colour}
        case Sections():
            return {box.colour, box.title_colour}
        case Ornament():
            return {box.petal, box.heart}
        case Text() | Line() | Watermark():
            return {box.colour}
    return set()


def _words_of(box: Box) -> list[Words]:
    match box:
        case Text() | Watermark():
            return [box.text]
        case Table():
            return [words for row in box.rows for words in (row.label, row.text)]
    return []


# Each box


def _check_margin(template: Template, kind: DocumentKind, box: Box) -> None:
    """Nothing stands in the margin, and lines count with half their thickness."""
    margin = max(template.margin, kind.margin)
    width, height = box.size_mm
    ink = 0.0
    if isinstance(box, Line) or (isinstance(box, Rectangle) and box.stroke):
        ink = box.thickness / 2 / MM
    if (
        min(box.x, box.y) - ink < margin - _TOUCH
        or box.x + width + ink > template.width - margin + _TOUCH
        or box.y + height + ink > template.height - margin + _TOUCH
    ):
        raise _refused("template_margin", template, box, margin=f"{margin:g}")


def _check_text(template: Template, kind: DocumentKind, box: Text) -> None:
    room = room_of(box)
    if box.smallest > box.size or box.smallest > room.height:
        raise _refused("template_overflow", template, box, text=f"{box.smallest:g} pt")
    _check_fits(template, kind, box, box.text, room)


def _check_table(template: Template, kind: DocumentKind, table: Table) -> None:
    if max(table.size, table.label_size) > table.row_height * MM or table.smallest > table.size:
        raise _refused("template_overflow", template, table, text=f"{table.size:g} pt")
    font = FONTS[table.label_font]
    label_room = Room(font, table.label_size, table.label_size, table.label_width * MM, 1000)
    for row in table.rows:
        _check_fits(template, kind, table, row.label, label_room)
        _check_fits(template, kind, table, row.text, room_of_row(table, row))


def _check_sections(template: Template, kind: DocumentKind, box: Sections) -> None:
    pages = [kind.sections[name] for name in box.sections]
    room = box.width * MM, box.height * MM
    if not pages or not set_sections(pages, *room, box.size, box.smallest).fits:
        raise _refused("template_overflow", template, box, text=", ".join(box.sections))


def _check_fits(template: Template, kind: DocumentKind, box: Box, words: Words, room: Room) -> None:
    for said in languages(words).values():
        for text in _longest(said, kind):
            if fit_text(text, room).cut:
                raise _refused("template_overflow", template, box, text=text)


def _longest(text: str, kind: DocumentKind) -> Iterator[str]:
    """The text with the longest values in its gaps."""
    names = sorted(gaps(text))
    for values in product(*(kind.fields[name].samples for name in names)):
        yield fill(text, dict(zip(names, values, strict=True)))


def _check_code(template: Template, kind: DocumentKind, box: Qr) -> None:
    needed = code_size(kind.longest_code)
    if box.size < needed - 0.01:
        values = {"size": f"{box.size:g}", "needed": f"{needed:.1f}"}
        raise _refused("template_qr_small", template, box, **values)


@cache
def code_size(text: str) -> float:
    """The smallest side in millimetres of a QR code of this text, quiet zone included."""
    return SMALLEST_MODULE * (make_qr(text).modules + 2 * QUIET_ZONE)


# Boxes together


def _flag_sets(template: Template) -> Iterator[frozenset[str]]:
    """Every set of the flags that this template asks about."""
    asked = {
        flag.removeprefix("!") for page in template.pages for box in page.boxes for flag in box.when
    }
    for count in range(len(asked) + 1):
        yield from map(frozenset, combinations(sorted(asked), count))


def _check_layers(template: Template, boxes: list[Box]) -> None:
    """What is drawn later lies on what was drawn earlier."""
    for index, box in enumerate(boxes):
        below = boxes[:index]
        if isinstance(box, _Solid):
            for other in below:
                if isinstance(other, _Solid) and _overlap(box, other):
                    raise _refused("template_overlap", template, box, other=other.name)
            _check_contrast(template, box, below)
        elif isinstance(box, Rectangle) and box.fill:
            for other in below:
                if isinstance(other, _Solid) and _overlap(box, other):
                    raise _refused("template_overlap", template, box, other=other.name)


def _check_contrast(template: Template, box: _Solid, below: list[Box]) -> None:
    colours: dict[str, float] = {}
    match box:
        case Text():
            colours = {template.colours[box.colour]: LEAST_CONTRAST}
        case Table():
            names = (box.colour, box.label_colour)
            colours = {template.colours[name]: LEAST_CONTRAST for name in names}
        case Sections():
            names = (box.colour, box.title_colour)
            colours = {template.colours[name]: LEAST_CONTRAST for name in names}
        case Qr():
            colours = {"#000000": _QR_CONTRAST}
    for behind in _behind(template, box, below):
        for colour, least in colours.items():
            ratio = contrast(colour, behind)
            if ratio < least:
                values = {"colour": colour, "behind": behind, "least": f"{least:g}"}
                raise _refused("template_contrast", template, box, ratio=f"{ratio:.1f}", **values)


def _behind(template: Template, box: Box, below: list[Box]) -> set[str]:
    """The colours that lie behind a box."""
    found = {_PAPER}
    for other in below:
        if isinstance(other, Rectangle) and other.fill and _overlap(box, other):
            if _holds(other, box):
                found.clear()
            found.add(template.colours[other.fill])
        elif isinstance(other, Watermark) and _overlap(box, other):
            found.add(template.colours[other.colour])
    return found


def _check_musts(template: Template, kind: DocumentKind, boxes: list[Box]) -> None:
    shown = {name for box in boxes for words in _words_of(box) for name in gaps(words)}
    for name, rule in kind.fields.items():
        if rule.must and name not in shown:
            raise _refused("template_missing", template, field=name)
    told = {name for box in boxes if isinstance(box, Sections) for name in box.sections}
    for name in kind.sections:
        if name not in told:
            raise _refused("template_missing", template, field=name)
    if kind.longest_code and not any(isinstance(box, Qr) for box in boxes):
        raise _refused("template_missing", template, field="qr")


def _overlap(first: Box, second: Box) -> bool:
    left, top, right, bottom = _area(first)
    other = _area(second)
    across = min(right, other[2]) - max(left, other[0])
    along = min(bottom, other[3]) - max(top, other[1])
    return across > _TOUCH and along > _TOUCH


def _holds(outer: Box, inner: Box) -> bool:
    left, top, right, bottom = _area(outer)
    other = _area(inner)
    return (
        left <= other[0] + _TOUCH
        and top <= other[1] + _TOUCH
        and right >= other[2] - _TOUCH
        and bottom >= other[3] - _TOUCH
    )


def _area(box: Box) -> _Area:
    width, height = box.size_mm
    return box.x, box.y, box.x + width, box.y + height


def _refused(code: str, template: Template, box: Box | None = None, **values: object) -> UserError:
    if box is not None:
        values["box"] = box.name
    return UserError(code, template=template.name, **values)
