"""Every text can be read and every focus seen, in light and in dark."""

import re
from dataclasses import asdict

import pytest

from jamsos_desktop.domain.contrast import contrast
from jamsos_desktop.gui import style
from jamsos_desktop.paths import resource

PALETTES = pytest.mark.parametrize("colors", [style.LIGHT, style.DARK], ids=["light", "dark"])


@PALETTES
@pytest.mark.parametrize(("text", "ground"), style.TEXT_PAIRS)
def test_text_can_be_read(colors, text, ground):
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize(("line", "ground"), style.LINE_PAIRS)
def test_rings_and_frames_can_be_seen(colors, line, ground):
    assert contrast(getattr(colors, line), getattr(colors, ground)) >= 3


@PALETTES
@pytest.mark.parametrize("tone", style.TONES)
def test_pills_can_be_read(colors, tone):
    text, ground = style.TONES[tone]
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@PALETTES
def test_every_text_that_the_stylesheet_puts_on_a_ground_can_be_read(colors):
    sheet = resource("qss/jamsos.qss").read_text(encoding="utf-8")
    pairs = set()
    for block in re.findall(r"\{([^}]*)\}", sheet):
        text = re.search(r"(?<![-\w])color: \$(\w+)", block)
        ground = re.search(r"background-color: \$(\w+)", block)
        if text and ground:
            pairs.add((text[1], ground[1]))
    named = asdict(colors)
    assert len(pairs) > 15
    assert [p for p in pairs if contrast(named[p[0]], named[p[1]]) < 4.5] == []


def test_text_is_eleven_points_or_larger_and_grows_by_half(qapp):
    look = style.Look(qapp, 1.5)
    assert qapp.font().pointSizeF() == 16.5
    assert qapp.font().family() == style.FAMILY
    look.deleteLater()
    style.Look(qapp).wear(style.LIGHT)
    assert qapp.font().pointSizeF() == 11


def test_dark_is_worn_when_asked(qapp):
    look = style.Look(qapp)
    look.wear(style.DARK)
    assert style.colors_now() is style.DARK
    look.wear(style.LIGHT)
    assert style.colors_now() is style.LIGHT
