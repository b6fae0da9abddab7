"""The leaflet "Hak Anda": what the cover gives and how to claim it, A4 folded to A5.

Its texts are those that are explained at events. Two pages: the outside with the cover at the
right, and the inside. It is printed on both sides, turned over the short edge.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jamsos_desktop.domain.card import CALL_CENTRE, PRACTICE
from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.i18n import _, in_every_language, pick
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

_MARGIN = 8.0  # mm
_TAGS = {"id": "id-ID", "jv": "jv-ID"}
_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class Leaflet(NamedTuple):
    """The texts of one leaflet, in one language. ``unchecked`` says who has not checked it yet."""

    language: str
    sections: Mapping[str, Page]
    office: str
    sources: str
    unchecked: str = ""
    practice: bool = False


def leaflet_kind(leaflet: Leaflet) -> DocumentKind:
    """What stands on this leaflet: every section of the text, and who to ask."""
    must = {
        "office": (leaflet.office,),
        "call": (CALL_CENTRE,),
        "sources": (leaflet.sources,),
    }
    may = {
        "city": ("Pemerintah Kota Pekalongan", "Pemerintah Kabupaten Pasuruan"),
        "practice": in_every_language(PRACTICE),
        "unchecked": (leaflet.unchecked,),
    }
    return DocumentKind(
        name="leaflet",
        fields=field_rules(must, may),
        margin=_MARGIN,
        flags=("practice", "city", "unchecked"),
        pictures=("logo",),
        sections=leaflet.sections,
    )


def load_leaflet(
    leaflet: Leaflet,
    colours: Mapping[str, str] = _NO_COLOURS,
    own: Mapping[str, str] = _NO_COLOURS,
) -> Template:
    """The leaflet in a city's colours; the city's ``own`` if it has one.

    Raises ``template_…`` if these texts do not fit.
    """
    template = recoloured(own_or_shipped("leaflet-rights", own), colours)
    check_template(template, leaflet_kind(leaflet))
    return template


def write_leaflet(
    leaflet: Leaflet,
    target: Writable,
    look: PaperLook = PaperLook(),  # noqa: B008  (a frozen value)
) -> None:
    """Write both sides. Raises ``template_…`` when the texts do not fit."""
    template = load_leaflet(leaflet, look.colours, look.own)
    size = template.width * MM, template.height * MM
    tag = _TAGS.get(leaflet.language, leaflet.language)
    title = template.title.get(leaflet.language) or pick(template.title)
    canvas = DocumentCanvas(target, title=title, size=size, language=tag)
    values = {
        "office": leaflet.office,
        "sources": leaflet.sources,
        "unchecked": leaflet.unchecked,
        "call": CALL_CENTRE,
        "city": look.city,
        "practice": _(PRACTICE),
    }
    painter = Painter(canvas, template, values, look.pictures, leaflet.language, leaflet.sections)
    up = flags_up(practice=leaflet.practice, city=look.city, unchecked=leaflet.unchecked)
    content = Content({}, up)
    for side in range(painter.sides):
        painter.draw(content, side=side)
        canvas.showPage()
    canvas.save()
