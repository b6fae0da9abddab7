"""The board of the symbolic hand-over: on one large sheet, or on many of A4."""

import io
import re
from pathlib import Path

import msgspec
import pytest

from jamsos_desktop.domain.card import NOT_OFFICIAL
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.board import (
    SIZES,
    TITLE,
    Board,
    BoardSize,
    board_kind,
    load_board,
    pages_of_board,
    write_boards,
)
from jamsos_desktop.printing.preview import page_size
from jamsos_desktop.printing.receipt import PaperLook
from jamsos_desktop.printing.template_check import check_template
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

LOOK = PaperLook(city="Kota Uji")


def board(name: str = "Siti", *, practice: bool = False) -> Board:
    event = "12-11-2025, Sosialisasi DBHCHT, Pendopo Sabha Kridha Mandala Tama"
    return Board(name, "Pedagang keliling", "JKK + JKM, iuran dari DBHCHT", event, practice)


def saved(folder: Path, one: Board, size: BoardSize = "a3", *, tiled: bool = False) -> Path:
    path = folder / "board.pdf"
    with path.open("wb") as target:
        write_boards([one], target, size, LOOK, tiled=tiled)
    return path


@needs_poppler
@needs_qpdf
@pytest.mark.parametrize("size", SIZES)
def test_each_size_says_the_same_on_one_page(tmp_path: Path, size: BoardSize) -> None:
    path = saved(tmp_path, board(), size)
    text = text_of(path)
    for word in (TITLE, NOT_OFFICIAL, "Siti", "Pedagang keliling", "JKK + JKM", "Kota Uji"):
        assert word in text
    details = run("pdfinfo", path)
    wide, high = re.search(r"Page size: +([\d.]+) x ([\d.]+)", details).groups()  # type: ignore[union-attr]
    assert (float(wide) * 25.4 / 72, float(high) * 25.4 / 72) == pytest.approx(SIZES[size], abs=0.1)
    assert re.search(r"Title: +Papan simbolis", details)
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts_of(path))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)


@pytest.mark.parametrize(("size", "sheets"), [("a3", 3), ("a2", 8), ("a1", 9)])
def test_tiles_are_as_few_as_fit_and_a_plan(tmp_path: Path, size: BoardSize, sheets: int) -> None:
    assert page_count(saved(tmp_path, board(), size, tiled=True)) == sheets + 1
    assert pages_of_board(size, tiled=True) == sheets + 1
    assert pages_of_board(size, tiled=False) == 1


@pytest.mark.parametrize("size", SIZES)
def test_every_tile_and_their_plan_lie_alike(tmp_path: Path, size: BoardSize) -> None:
    pdf = saved(tmp_path, board(), size, tiled=True).read_bytes()
    assert len({page_size(pdf, page) for page in range(page_count(pdf))}) == 1


@needs_poppler
@pytest.mark.parametrize(("tiled", "margin"), [(False, 12), (True, 8)])
def test_nothing_is_printed_in_the_margin(tmp_path: Path, tiled: bool, margin: int) -> None:
    path = saved(tmp_path, board(practice=True), tiled=tiled)
    edge = int(margin * 72 / 25.4) - 1
    for number in range(1, page_count(path) + 1):
        page = grey_page(path, 72, number)
        page.paste(255, (edge, edge, page.width - edge, page.height - edge))
        assert page.getextrema() == (255, 255)


@needs_poppler
def test_practice_is_written_on_it(tmp_path: Path) -> None:
    assert "LATIHAN" in text_of(saved(tmp_path, board(practice=True)))
    assert "LATIHAN" not in text_of(saved(tmp_path, board()))


@needs_poppler
@pytest.mark.parametrize("name", ["I", "Kusumaningrat", "W" * 60])
def test_any_name_stays_inside(tmp_path: Path, name: str) -> None:
    with_name = grey_page(saved(tmp_path, board(name)), 25)
    without = grey_page(saved(tmp_path, board("")), 25)
    left, right = 76 / 420 * with_name.width, 408 / 420 * with_name.width
    top, bottom = 68 / 297 * with_name.height, 166 / 297 * with_name.height
    changed = [
        (x, y)
        for y in range(with_name.height)
        for x in range(with_name.width)
        if with_name.getpixel((x, y)) != without.getpixel((x, y))
    ]
    assert changed
    assert all(left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 for x, y in changed)


@pytest.mark.parametrize("tiled", [False, True])
def test_the_same_board_gives_the_same_bytes(tiled: bool) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for target in (first, second):
        write_boards([board()], target, "a1", LOOK, tiled=tiled)
    assert first.getvalue() == second.getvalue()


def test_a_board_that_leaves_no_room_for_names_is_refused() -> None:
    template = load_board()
    [page] = template.pages
    boxes = tuple(
        msgspec.structs.replace(box, width=40.0) if box.name == "name" else box  # type: ignore[call-arg]
        for box in page.boxes
    )
    small = msgspec.structs.replace(template, pages=(msgspec.structs.replace(page, boxes=boxes),))
    with pytest.raises(UserError) as caught:
        check_template(small, board_kind())
    assert caught.value.code == "template_overflow"


def test_pale_colours_are_refused() -> None:
    with pytest.raises(UserError) as caught:
        load_board({"brand": "#FFFF00"})
    assert caught.value.code == "template_contrast"


def test_it_looks_as_it_looked(tmp_path: Path) -> None:
    assert_looks_as_before(saved(tmp_path, board()), 0, "board", 25)
    tiles = saved(tmp_path, board(), "a2", tiled=True)
    for number in (1, 8):
        assert_looks_as_before(tiles, number, f"board-tile-{number + 1}", 40)
