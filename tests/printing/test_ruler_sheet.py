"""The test sheet measures what it says."""

from pathlib import Path

import pytest

from jamsos_desktop.domain.calibration import ACROSS, CROSS, DOWN
from jamsos_desktop.printing.ruler_sheet import write_ruler_sheet
from tests.printing.pages import grey_page, needs_poppler, text_of


@needs_poppler
def test_the_rulers_have_their_lengths_and_nothing_is_out_of_reach(tmp_path: Path) -> None:
    path = tmp_path / "ukur.pdf"
    with path.open("wb") as target:
        write_ruler_sheet(target, "Printer balai RW")
    page = grey_page(path, 254).point(lambda value: 0 if value < 140 else 255)  # 10 pixels a mm
    row = round(CROSS * 10)
    dark = [x / 10 for x in range(page.width) if page.getpixel((x, row)) == 0]
    ruler = [x for x in dark if x > 28 and x < CROSS + ACROSS + 1]
    assert ruler[0] == pytest.approx(CROSS, abs=0.3)
    assert ruler[-1] == pytest.approx(CROSS + ACROSS, abs=0.3)
    column = [y / 10 for y in range(page.height) if page.getpixel((row, y)) == 0]
    upright = [y for y in column if y > CROSS - 1]
    assert max(y for y in upright if y < 252) == pytest.approx(CROSS + DOWN, abs=0.3)
    page.paste(255, (80, 80, page.width - 80, page.height - 80))
    assert page.getextrema() == (255, 255)
    assert "Printer balai RW" in text_of(path)
