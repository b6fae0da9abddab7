"""Icons take the palette's colours, and only those in use are shipped."""

import re
from pathlib import Path

from PySide6.QtGui import QColor

from jamsos_desktop.gui import icons, style
from jamsos_desktop.paths import resource


def test_an_icon_has_the_colour_asked_for(qapp):
    image = icons.pixmap("check", "#FF0000", 48).toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inked == {"#ff0000"}


def test_an_icon_follows_the_palette(qapp, qtbot):
    look = style.Look(qapp)
    label = icons.IconLabel("check", "text", 48)
    qtbot.addWidget(label)
    light = label.pixmap().toImage()
    look.wear(style.DARK)
    dark = label.pixmap().toImage()
    look.wear(style.LIGHT)
    assert light != dark
    assert label.pixmap().toImage() == light
    assert QColor(style.LIGHT.text) != QColor(style.DARK.text)


def test_every_icon_that_is_named_is_shipped_with_its_licence():
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(icons.__file__).parent.rglob("*.py")
    )
    called = set(re.findall(r'(?:IconLabel|Way)\(\s*"([a-z0-9-]+)"', source))
    assert called
    assert called <= shipped
    assert "ISC" in (resource("icons") / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_that_is_shipped_is_named():
    package = Path(icons.__file__).parents[1]
    source = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in source} == set()
