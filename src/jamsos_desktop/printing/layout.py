"""Draws pages after a template: cards, receipts, boards, leaflets.

What does not change from one document to the next is drawn once, as a form of the PDF, and only
referred to. What changes is worked out once for each set of flags, so that drawing is a short loop.
"""

from collections.abc import Callable, Mapping
from math import cos, radians, sin
from types import MappingProxyType
from typing import NamedTuple

from reportlab.lib.colors import HexColor

from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.i18n import pick
from jamsos_desktop.printing.fonts import printable, text_width
from jamsos_desktop.printing.ornament import draw_kawung
from jamsos_desktop.printing.pdf import MM, DocumentCanvas
from jamsos_desktop.printing.pictures import PictureData, draw_picture
from jamsos_desktop.printing.qr import draw_qr, make_qr
from jamsos_desktop.printing.sections import set_sections
from jamsos_desktop.printing.template import (
    FONTS,
    GAP,
    Box,
    Line,
    Ornament,
    Picture,
    Qr,
    Rectangle,
    Row,
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
from jamsos_desktop.printing.text import CAPITAL, Fitted, Room, fit_text

#: Where the letters of a table's row stand, as a part of its height from the top.
_ROW_BASELINE = 0.78
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_SECTIONS: Mapping[str, Page] = MappingProxyType({})
_NO_PICTURES: Mapping[str, PictureData] = MappingProxyType({})


def flags_up(**flags: object) -> frozenset[str]:
    """The names of those that hold."""
    return frozenset(name for name, holds in flags.items() if holds)


class Content(NamedTuple):
    """What one copy of the document says: values for gaps, flags that are up, QR text, pictures."""

    values: Mapping[str, str]
    flags: frozenset[str] = frozenset()
    code: str = ""
    pictures: Mapping[str, PictureData] = _NO_PICTURES


_Draw = Callable[[Content], None]


class _Plan(NamedTuple):
    form: str
    changing: list[_Draw]


class Painter:
    """Draws documents of one template on one canvas.

    ``values`` and ``pictures`` are the same on every copy (the city's name, its logo). ``language``
    of the template's words is the chosen one unless it is named. The template must have passed
    :func:`~jamsos_desktop.printing.template_check.check_template`.
    """

    def __init__(
        self,
        canvas: DocumentCanvas,
        template: Template,
        values: Mapping[str, str] = _NOTHING,
        pictures: Mapping[str, PictureData] = _NO_PICTURES,
        language: str = "",
        sections: Mapping[str, Page] = _NO_SECTIONS,
    ) -> None:
        self.width, self.height = template.width * MM, template.height * MM  # points
        self._canvas = canvas
        self._template = template
        self._values = values
        self._pictures = pictures
        self._language = language
        self._sections = sections
        self._colours = {name: HexColor(value) for name, value in template.colours.items()}
        self._plans: dict[tuple[int, frozenset[str]], _Plan] = {}

    @property
    def sides(self) -> int:
        """How many pages the template has."""
        return len(self._template.pages)

    def draw(self, content: Content, x: float = 0, y: float = 0, side: int = 0) -> None:
        """Draw one page with its lower left corner at x, y (points)."""
        flags = content.flags.union(content.pictures, self._pictures)
        plan = self._plans.get((side, flags)) or self._make_plan(side, flags)
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, y)
        canvas.doForm(plan.form)
        for draw in plan.changing:
            draw(content)
        canvas.restoreState()

    def _make_plan(self, side: int, flags: frozenset[str]) -> _Plan:
        """Draw what stays into a form; note what changes. In the file's order within each."""
        form = ".".join((self._template.name, str(side), *sorted(flags)))
        plan = self._plans[side, flags] = _Plan(form, [])
        canvas = self._canvas
        canvas.beginForm(form, 0, 0, self.width, self.height)
        for box in self._template.pages[side].boxes:
            if is_drawn(box, flags):
                plan.changing.extend(self._prepare(box))
        canvas.endForm()
        return plan

    def _prepare(self, box: Box) -> list[_Draw]:
        """Draw the box into the open form, or return what draws it on each copy."""
        match box:
            case Text():
                return self._prepare_text(box)
            case Table():
                return self._prepare_table(box)
            case Sections():
                self._draw_sections(box)
            case Qr():
                return [lambda content: self._draw_code(box, content.code)]
            case Picture():
                return self._prepare_picture(box)
            case Rectangle():
                self._draw_rectangle(box)
            case Line():
                self._draw_line(box)
            case Ornament():
                self._draw_ornament(box)
            case Watermark():
                self._draw_watermark(box)
        return []

    # Texts

    def _prepare_text(self, box: Text) -> list[_Draw]:
        text = self._said(box.text)
        if gaps(text) <= self._values.keys():
            self._draw_text(box, fill(text, self._values))
            return []
        filled = self._filler(text)
        return [lambda content: self._draw_text(box, filled(content))]

    def _draw_text(self, box: Text, text: str) -> None:
        fitted = fit_text(text, room_of(box))
        canvas = self._canvas
        canvas.setFillColor(self._colours[box.colour])
        left, bottom, width, height = self._place(box)
        if not box.turn:
            self._draw_lines(box, fitted, (left, bottom, width, height))
            return
        canvas.saveState()
        if box.turn == 90:
            canvas.translate(left + width, bottom)
        else:
            canvas.translate(left, bottom + height)
        canvas.rotate(box.turn)
        self._draw_lines(box, fitted, (0, 0, height, width))
        canvas.restoreState()

    def _draw_lines(
        self, box: Text, fitted: Fitted, place: tuple[float, float, float, float]
    ) -> None:
        left, bottom, width, height = place
        leading = fitted.size * box.leading
        drop = (len(fitted.lines) - 1) * leading
        match box.valign:
            case "middle":
                y = bottom + (height - CAPITAL * fitted.size + drop) / 2
            case "top":
                y = bottom + height - _ROW_BASELINE * fitted.size
            case "bottom":
                y = bottom + (1 - _ROW_BASELINE) * fitted.size + drop
        part = {"left": 0.0, "centre": 0.5, "right": 1.0}[box.align]
        font = FONTS[box.font]
        for line in fitted.lines:
            free = width - text_width(line, font, fitted.size) if part else 0.0
            self._canvas.draw_text(left + part * free, y, line, font, fitted.size)
            y -= leading

    def _prepare_table(self, table: Table) -> list[_Draw]:
        if table.close_up:
            return [lambda content: self._draw_closed_up(table, content)]
        top, changing = table.y, []
        for row in table.rows:
            self._draw_label(table, row, top)
            changing.append(self._row_drawer(table, row, top))
            top += row.lines * table.row_height
        return changing

    def _row_drawer(self, table: Table, row: Row, top: float) -> _Draw:
        filled, room = self._filler(self._said(row.text)), room_of_row(table, row)
        return lambda content: self._draw_value(table, room, top, filled(content))

    def _draw_closed_up(self, table: Table, content: Content) -> None:
        top = table.y
        for row in table.rows:
            value = self._filler(self._said(row.text))(content)
            if value.strip():
                self._draw_label(table, row, top)
                self._draw_value(table, room_of_row(table, row), top, value)
                top += row.lines * table.row_height

    def _draw_label(self, table: Table, row: Row, top: float) -> None:
        canvas = self._canvas
        canvas.setFillColor(self._colours[table.label_colour])
        canvas.setFont(FONTS[table.label_font], table.label_size)
        canvas.drawString(table.x * MM, self._baseline(table, top), self._said(row.label))

    def _draw_value(self, table: Table, room: Room, top: float, text: str) -> None:
        fitted = fit_text(text, room)
        self._canvas.setFillColor(self._colours[table.colour])
        x = (table.x + table.label_width) * MM
        for line in fitted.lines:
            y = self._baseline(table, top)
            self._canvas.draw_text(x, y, line, room.font, fitted.size)
            top += table.row_height

    def _baseline(self, table: Table, top: float) -> float:
        return self.height - (top + table.row_height * _ROW_BASELINE) * MM

    # Everything else

    def _draw_sections(self, box: Sections) -> None:
        left, bottom, width, height = self._place(box)
        pages = [self._sections[name] for name in box.sections]
        for run in set_sections(pages, width, height, box.size, box.smallest).runs:
            colour = box.title_colour if run.is_title else box.colour
            self._canvas.setFillColor(self._colours[colour])
            self._canvas.draw_text(
                left + run.x, bottom + height - run.y, run.text, run.font, run.size
            )

    def _prepare_picture(self, box: Picture) -> list[_Draw]:
        name, place = box.picture, self._place(box)
        if name in self._pictures:
            draw_picture(self._canvas, self._pictures[name], place, box.fit, box.align)
            return []
        return [
            lambda content: draw_picture(
                self._canvas, content.pictures[name], place, box.fit, box.align
            )
        ]

    def _draw_code(self, box: Qr, code: str) -> None:
        left, bottom, size, _height = self._place(box)
        draw_qr(self._canvas, make_qr(code), left, bottom, size)

    def _draw_rectangle(self, box: Rectangle) -> None:
        canvas = self._canvas
        if box.fill:
            canvas.setFillColor(self._colours[box.fill])
        if box.stroke:
            canvas.setStrokeColor(self._colours[box.stroke])
            canvas.setLineWidth(box.thickness)
        canvas.roundRect(
            *self._place(box), box.radius * MM, stroke=bool(box.stroke), fill=bool(box.fill)
        )

    def _draw_line(self, box: Line) -> None:
        left, bottom, width, height = self._place(box)
        canvas = self._canvas
        canvas.setStrokeColor(self._colours[box.colour])
        canvas.setLineWidth(box.thickness)
        canvas.setDash(list(box.dash))
        canvas.line(left, bottom + height, left + width, bottom)
        canvas.setDash()

    def _draw_ornament(self, box: Ornament) -> None:
        left, bottom, width, height = self._place(box)
        tile = height / box.rows
        draw_kawung(
            self._canvas,
            x=left,
            y=bottom,
            tile=tile,
            columns=int(width / tile + 0.01),
            rows=box.rows,
            petal=self._colours[box.petal],
            heart=self._colours[box.heart],
        )

    def _draw_watermark(self, box: Watermark) -> None:
        font = FONTS[box.font]
        text = printable(fill(self._said(box.text), self._values), font)
        left, bottom, width, height = self._place(box)
        long, high = text_width(text, font, 1), CAPITAL
        up, across = sin(radians(abs(box.angle))), cos(radians(box.angle))
        size = min(width / (long * across + high * up), height / (long * up + high * across))
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(self._colours[box.colour])
        canvas.setFont(font, size)
        canvas.translate(left + width / 2, bottom + height / 2)
        canvas.rotate(box.angle)
        canvas.drawCentredString(0, -CAPITAL / 2 * size, text)
        canvas.restoreState()

    def _said(self, words: Words) -> str:
        texts = languages(words)
        return texts.get(self._language) or pick(texts)

    def _filler(self, text: str) -> Callable[[Content], str]:
        """What fills the text's gaps on each copy."""
        texts = GAP.split(text)  # what stands between gaps, and their names at odd places
        if len(texts) == 3 and not (texts[0] or texts[2]) and texts[1] not in self._values:
            [name] = texts[1::2]
            return lambda content: content.values[name]
        texts[1::2] = [self._values.get(name, f"{{{name}}}") for name in texts[1::2]]
        changing = [
            (index, name)
            for index, name in enumerate(GAP.split(text))
            if index % 2 and name not in self._values
        ]

        def filled(content: Content) -> str:
            parts = texts.copy()
            for index, name in changing:
                parts[index] = content.values[name]
            return "".join(parts)

        return filled

    def _place(self, box: Box) -> tuple[float, float, float, float]:
        """A box as x, y, width, height in points from the lower left corner."""
        width, height = box.size_mm
        return box.x * MM, self.height - (box.y + height) * MM, width * MM, height * MM


def room_of(box: Text) -> Room:
    """The room that a text has; of one that is turned, along its own line."""
    width, height = box.width * MM, box.height * MM
    if box.turn:
        width, height = height, width
    return Room(FONTS[box.font], box.size, box.smallest, width, height, box.lines, box.leading)


def room_of_row(table: Table, row: Row) -> Room:
    """The room that a value in a table has."""
    width = (table.width - table.label_width) * MM
    height = row.lines * table.row_height * MM
    return Room(FONTS[table.font], table.size, table.smallest, width, height, row.lines, leading=1)
