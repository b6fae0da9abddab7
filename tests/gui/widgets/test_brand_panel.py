"""The panel beside the first pages is painted, in light and in dark."""

import pytest
from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.style import DARK, LIGHT, Look
from jamsos_desktop.gui.widgets.brand_panel import BrandPanel


def colours(image, rows):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in rows}


@pytest.mark.parametrize("dress", [LIGHT, DARK])
def test_the_pattern_is_drawn_in_the_colours_of_the_look(qapp, shown, dress):
    look = Look(qapp)
    look.wear(dress)
    panel = shown(BrandPanel(), 300, 614)
    image = panel.grab().toImage()
    look.wear(LIGHT)
    look.deleteLater()
    middle = range(image.height() // 2, image.height() // 2 + 100, 3)  # no words stand there
    seen = colours(image, middle)
    assert dress.nav.lower() in seen
    assert len(seen) > 5, "no flowers"


def test_it_says_what_the_program_is_for_and_that_data_are_locked(shown):
    panel = shown(BrandPanel(), 300, 614)
    said = [label.text() for label in panel.findChildren(QLabel) if label.text()]
    assert said[0] == "JAMSOS Desktop"
    assert any("tanpa internet" in text for text in said)
    assert any("terkunci" in text for text in said)
