"""What a card's template may say and must say, and what one card puts into it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from jamsos_desktop.domain import card as says
from jamsos_desktop.domain.card import CardContent
from jamsos_desktop.i18n import N_, _, in_every_language
from jamsos_desktop.printing.card_code import MAX_TEXT
from jamsos_desktop.printing.layout import Content, flags_up
from jamsos_desktop.printing.pictures import PictureData
from jamsos_desktop.printing.template import (
    DocumentKind,
    Template,
    field_rules,
    own_or_shipped,
    recoloured,
    shipped_names,
)
from jamsos_desktop.printing.template_check import check_template, check_told, check_weight

DOCUMENT = "card"
#: Colours that a city may put in the place of a design's own.
CITY_COLOURS = ("brand", "accent")
#: Sheets go in askew by up to 1.5 mm: nothing coloured may touch a cut.
MARGIN = 2.5
#: Small, on every card but the first of a person.
COPY = N_("salinan {copy}")

#: The longest values of what papers say of a person; they must fit uncut. A name has 60 letters.
LONGEST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("MUHAMMAD ABDURRAHMAN WAHID HASYIM ASY’ARI KUSUMANINGRAT PUTR", "I"),
        "masked_nik": ("3576••••••••0001",),
        "address": ("Kel. Kranggan RT 003 RW 002", "Kel. Prajurit Kulon RT 012 RW 010"),
        "occupation": ("Pedagang keliling", "Pedagang makanan"),
        "programme": ("JKK + JKM, iuran dari DBHCHT", "JKK + JKM, iuran pemerintah"),
        "coverage": ("Nov 2025 – Jan 2026 (3 bulan)", "Agu 2026 – Jul 2027 (12 bulan)"),
        "event": ("12-11-2025, Sosialisasi DBHCHT, Pendopo Sabha Kridha Mandala Tama",),
        "officer": ("Dewi Lestari", "Retno Kusumawati"),
        "number": ("MJK1-000000-7", "PKL99-000000-7"),
        "city": ("Pemerintah Kota Pekalongan", "Pemerintah Kabupaten Pasuruan"),
    }
)
_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class PrintedCard(NamedTuple):
    """A card's texts, the signed text of its QR code, and the photo where there is one.

    ``copy`` counts how often the card was printed; the first one does not say so.
    """

    content: CardContent
    code: str
    photo: PictureData | None = None
    copy: int = 1


@cache
def card_kind() -> DocumentKind:
    """What stands on a card, each with its longest values. Rules: what every card must say.

    The texts of warnings come from the program, so that no template can soften them.
    """
    must = {
        "title": _said(says.TITLE, says.ACTIVE_TITLE),
        "not_official": _said(says.NOT_OFFICIAL),
        "state": (
            *_said(says.NO_KPJ_YET),
            *(text.format(kpj="0" * 11) for text in _said(says.KPJ_FROM_BPJS)),
        ),
        **{name: LONGEST[name] for name in _OWN},
        "accident": _said(says.REPORT_ACCIDENT),
        "jkm": _said(says.FULL_JKM),
        "call": (says.CALL_CENTRE,),
    }
    may = {
        "call_name": _said(says.CALL_CENTRE_NAME),
        "practice": _said(says.PRACTICE),
        "city": LONGEST["city"],
        "copy": tuple(text.format(copy=99) for text in in_every_language(COPY)),
    }
    return DocumentKind(
        name=DOCUMENT,
        fields=field_rules(must, may),
        margin=MARGIN,
        flags=("practice", "active", "city", "copy"),
        pictures=("photo", "logo"),
        longest_code="Z" * MAX_TEXT,
    )


def load_design(
    name: str, colours: Mapping[str, str] = _NO_COLOURS, own: Mapping[str, str] = _NO_COLOURS
) -> Template:
    """A design in a city's colours, checked. Raises ``template_…``.

    ``own`` are the texts of the city's own templates by name; the others are shipped.
    """
    return _load_design(name, tuple(sorted(colours.items())), own.get(name, ""))


def designs() -> dict[str, Template]:
    """The shipped designs by their names, in the order of names."""
    return {name: load_design(name) for name in shipped_names(DOCUMENT)}


def check_design(template: Template) -> None:
    """Raise ``template_…`` for what does not fit on a card or softens its warning."""
    check_template(template, card_kind())
    check_weight(template, {"title", "not_official"})
    check_told(template, "copy")


def content_of(card: PrintedCard, city: str) -> Content:
    """What one card puts into its template."""
    said = card.content
    values = {name: getattr(said, name) for name in _OWN}
    values["title"] = _(says.ACTIVE_TITLE if said.kpj else says.TITLE)
    values["state"] = _(says.KPJ_FROM_BPJS, kpj=said.kpj) if said.kpj else _(says.NO_KPJ_YET)
    values["copy"] = _(COPY, copy=card.copy)
    up = flags_up(practice=said.practice, active=said.kpj, city=city, copy=card.copy > 1)
    return Content(values, up, card.code, {"photo": card.photo} if card.photo else {})


def common_values(city: str) -> dict[str, str]:
    """What stands on every card alike."""
    return {
        "not_official": _(says.NOT_OFFICIAL),
        "accident": _(says.REPORT_ACCIDENT),
        "jkm": _(says.FULL_JKM),
        "call_name": _(says.CALL_CENTRE_NAME),
        "call": says.CALL_CENTRE,
        "practice": _(says.PRACTICE),
        "city": city,
    }


_OWN = tuple(field for field in CardContent.__struct_fields__ if field not in {"practice", "kpj"})


@cache
def _load_design(name: str, colours: tuple[tuple[str, str], ...], own: str) -> Template:
    template = own_or_shipped(name, {name: own} if own else {})
    template = recoloured(template, dict(colours))
    check_design(template)
    return template


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(said for text in texts for said in in_every_language(text))
