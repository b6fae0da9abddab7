"""The board for the symbolic hand-over (*penyerahan simbolis*): huge type, to be photographed.

It names a person by the name they are called, never by NIK or number: photographs of it travel.
Every size is the same drawing; where no large printer stands, it comes on sheets of A4.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from jamsos_desktop.domain.card import NOT_OFFICIAL, PRACTICE
from jamsos_desktop.i18n import N_, _, in_every_language
from jamsos_desktop.printing.by_sheet import by_sheet
from jamsos_desktop.printing.card_design import LONGEST
from jamsos_desktop.printing.layout import Content, Painter, flags_up
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.receipt import PaperLook
from jamsos_desktop.printing.template import (
    DocumentKind,
    Template,
    field_rules,
    own_or_shipped,
    recoloured,
)
from jamsos_desktop.printing.template_check import check_template
from jamsos_desktop.printing.tiles import draw_tiles, tile

BoardSize: TypeAlias = Literal["a3", "a2", "a1"]
#: Width and height of the lying sheets, mm (ISO 216).
SIZES: Mapping[BoardSize, tuple[float, float]] = MappingProxyType(
    {"a3": (420.0, 297.0), "a2": (594.0, 420.0), "a1": (841.0, 594.0)}
)
TITLE = N_("PENYERAHAN SIMBOLIS")
COVER = N_("Jaminan Kecelakaan Kerja dan Jaminan Kematian")
_MARGIN = 12.0  # mm at A3; it grows with the board
_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class Board(NamedTuple):
    """The texts of one board. ``name`` is what the person is called."""

    name: str
    occupation: str
    programme: str
    event: str
    practice: bool


@cache
def board_kind() -> DocumentKind:
    """What stands on a board, at its longest. There is no field for a number of any kind."""
    must = {
        "title": in_every_language(TITLE),
        "cover": in_every_language(COVER),
        "not_official": in_every_language(NOT_OFFICIAL),
        "name": ("Kusumaningrat", "I"),
        "occupation": ("Tukang parkir resmi Dinas Perhubungan", *LONGEST["occupation"]),
        "programme": LONGEST["programme"],
    }
    may = {
        "event": LONGEST["event"],
        "practice": in_every_language(PRACTICE),
        "city": LONGEST["city"],
    }
    return DocumentKind(
        name="board",
        fields=field_rules(must, may),
        margin=_MARGIN,
        flags=("practice", "city"),
        pictures=("logo",),
    )


def load_board(
    colours: Mapping[str, str] = _NO_COLOURS, own: Mapping[str, str] = _NO_COLOURS
) -> Template:
    """The board in a city's colours, checked; the city's ``own`` if it has one.

    Raises ``template_…``.
    """
    template = recoloured(own_or_shipped("board-kawung", own), colours)
    check_template(template, board_kind())
    return template


def pages_of_board(size: BoardSize, *, tiled: bool) -> int:
    """How many pages one board has: its tiles and their plan, or a single one."""
    if not tiled:
        return 1
    tiling = tile(*_inner(size))
    return tiling.columns * tiling.rows + 1


def write_boards(
    boards: Iterable[Board],
    target: Writable,
    size: BoardSize = "a3",
    look: PaperLook = PaperLook(),  # noqa: B008  (a frozen value)
    *,
    tiled: bool = False,
    total: int = 0,
    report: Callable[[int, int], None] | None = None,
    check_cancelled: Callable[[], None] | None = None,
) -> None:
    """Write each board: a single page, or sheets of A4 with a plan of how they lie together.

    The rest is as :func:`by_sheet` takes it. Raises ``template_…`` where something does not fit.
    """
    template = load_board(look.colours, look.own)
    width, height = SIZES[size]
    canvas = DocumentCanvas(target, title=_("Papan simbolis"), size=(width * MM, height * MM))
    painter = Painter(canvas, template, _common(look), look.pictures)
    scale = _scale(size)
    for (board,) in by_sheet(boards, 1, total, report, check_cancelled):
        content = _content(board, look)
        if tiled:
            draw = partial(_draw_inner, canvas, painter, content, scale)
            draw_tiles(canvas, size.upper(), *_inner(size), draw)
        else:
            canvas.scale(scale, scale)
            painter.draw(content)
            canvas.showPage()
    canvas.save()


def _scale(size: BoardSize) -> float:
    """How much larger than A3, which every template of a board is."""
    return min(side / small for side, small in zip(SIZES[size], SIZES["a3"], strict=True))


def _inner(size: BoardSize) -> tuple[float, float]:
    """Width and height without the margin, mm: nothing stands there, so it is not pasted."""
    width, height = ((side - 2 * _MARGIN) * _scale(size) for side in SIZES["a3"])
    return width, height


def _draw_inner(canvas: DocumentCanvas, painter: Painter, content: Content, scale: float) -> None:
    """The board without its margin, its upper left corner at 0, 0."""
    canvas.scale(scale, scale)
    painter.draw(content, -_MARGIN * MM, _MARGIN * MM - painter.height)


def _common(look: PaperLook) -> dict[str, str]:
    return {
        "title": _(TITLE),
        "cover": _(COVER),
        "not_official": _(NOT_OFFICIAL),
        "practice": _(PRACTICE),
        "city": look.city,
    }


def _content(board: Board, look: PaperLook) -> Content:
    values = {name: getattr(board, name) for name in ("name", "occupation", "programme", "event")}
    return Content(values, flags_up(practice=board.practice, city=look.city))
