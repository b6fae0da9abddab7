"""Templates that a city makes itself: read, checked as the shipped ones are, kept, written out."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.print_settings import OwnTemplate, PrintSettings
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.printing.board import load_board
from jamsos_desktop.printing.card_design import load_design
from jamsos_desktop.printing.leaflet import load_leaflet
from jamsos_desktop.printing.receipt import check_receipt
from jamsos_desktop.printing.template import Template, read_template, recoloured, shipped_template
from jamsos_desktop.services.card_look import print_settings, texts_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.print_papers import leaflet_languages, leaflet_of
from jamsos_desktop.storage import facts

#: Papers of which there is one shipped template each; a city's own takes its name and its place.
PAPERS = ("receipt-a6", "slip-80", "slip-58", "board-kawung", "leaflet-rights")
_CARD = "card-kawung"  # every card is as large as this one
_MOST_BYTES = 256 * 1024


def read_own(desk: Desk, path: Path, colours: Mapping[str, str]) -> tuple[str, OwnTemplate]:
    """The template in a file, checked with these colours of the city; its name, too.

    Nothing is kept yet. Raises ``template_unreadable``, ``template_name`` for a paper that is not
    known, ``template_size`` where the paper has another size, and ``template_…``.
    """
    text = _read_text(path)
    template = read_template(text, path.name)
    is_card = template.document == "card"
    name = f"card-{template.name}" if is_card else template.name
    if not is_card and name not in PAPERS:
        raise UserError("template_name", template=name, known=", ".join(PAPERS))
    _check_size(template, shipped_template(_CARD if is_card else name))
    _check(desk, template, name, text, colours)
    return name, OwnTemplate(text=text, title=template.title, sides=len(template.pages))


def add_template(desk: Desk, path: Path) -> str:
    """Keep a template of the city's own, in the place of one of the same name; its name.

    A card of the city's own is chosen as the design at once. Raises what :func:`read_own` can.
    """
    settings = print_settings(desk)
    name, made = read_own(desk, path, settings.colours)
    keep_own(desk, name, made)
    return name


def keep_own(desk: Desk, name: str, made: OwnTemplate) -> PrintSettings:
    """Keep a template that was read and checked; a card is chosen as the design."""
    with desk.database.writing() as connection:
        settings = facts.read_print_settings(connection)
        changed = msgspec.structs.replace(settings, templates={**settings.templates, name: made})
        if name.startswith("card-"):
            changed = msgspec.structs.replace(changed, design=name)
        facts.write_print_settings(connection, changed)
    return changed


def remove_templates(desk: Desk) -> PrintSettings:
    """The shipped templates again, for everything."""
    with desk.database.writing() as connection:
        settings = facts.read_print_settings(connection)
        design = settings.design
        if design in settings.templates and not _shipped(design).is_file():
            design = _CARD
        changed = msgspec.structs.replace(settings, templates={}, design=design)
        facts.write_print_settings(connection, changed)
    return changed


def save_template(desk: Desk, name: str, target: Path) -> Path:
    """Write a template to begin with: the city's own of this name, or the shipped one.

    Raises ``design_unknown`` with the ``known`` ones, and what writing can raise.
    """
    settings = print_settings(desk)
    own = texts_of(settings)
    if name in own:
        return write_new(target, own[name].encode()).path
    if not _shipped(name).is_file():
        known = ", ".join(sorted({*own, *(path.stem for path in _shipped("x").parent.iterdir())}))
        raise UserError("design_unknown", design=name, known=known)
    return write_new(target, _shipped(name).read_bytes()).path


def _check(
    desk: Desk, template: Template, name: str, text: str, colours: Mapping[str, str]
) -> None:
    if template.document == "card":
        load_design(name, colours, {name: text})
    elif template.document == "board":
        load_board(colours, {name: text})
    elif template.document == "leaflet":
        for language in leaflet_languages(desk):
            load_leaflet(leaflet_of(desk, language), colours, {name: text})
    else:
        check_receipt(recoloured(template, colours))


def _check_size(template: Template, shipped: Template) -> None:
    """Sheets are cut, folded and imposed by the size of the shipped one."""
    if (template.width, template.height) != (shipped.width, shipped.height):
        size = f"{shipped.width:g} × {shipped.height:g}"
        raise UserError("template_size", template=template.name, size=size)


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            raise UserError("template_unreadable", file=path.name)
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("template_unreadable", file=path.name) from error


def _shipped(name: str) -> Path:
    return resource("templates") / f"{name}.toml"
