"""What the city brings for its cards, and what was measured on a printer. Knows no widget."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from jamsos_desktop.domain.calibration import TRUE, Calibration
from jamsos_desktop.domain.print_settings import PrintSettings
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import card_look, city_templates
from jamsos_desktop.services.desk import Desk

#: The fields of the four measures, as the test sheet letters them.
MEASURES = {"a": "left", "b": "top", "c": "across", "d": "down"}


@dataclass(frozen=True, slots=True)
class SetupState:
    """``has_logo``: one is kept. ``own`` are the names of the city's own templates.

    ``fill``: values for fields, by their names; None leaves them.
    """

    busy: str = ""
    has_logo: bool = False
    own: tuple[str, ...] = ()
    error: Explanation | None = None
    success: str = ""
    fill: Mapping[str, str] | None = None


class View(Protocol):
    """What the presenter needs of the form."""

    def display(self, state: SetupState) -> None:
        """Show this and nothing else."""


class SetupPresenter:
    """Reads and keeps how this installation prints."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_changed: Callable[[], object]
    ) -> None:
        """``on_changed``: cards look otherwise now."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_changed = on_changed
        self._state = SetupState()
        self._settings = PrintSettings()

    def refresh(self) -> None:
        """Begin with what is kept."""
        work = partial(card_look.print_settings, self._desk)
        self._jobs.start(work, self._on_loaded, self._on_error)

    def choose_printer(self, printer: str) -> None:
        """Show what was measured on this printer."""
        measured = self._settings.calibration_of(printer.strip())
        self._show(replace(self._state, fill=_measures(measured)))

    def save(self, given: Mapping[str, str]) -> None:
        """Keep everything that stands in the form, by the names of its fields."""
        if not self._state.busy:
            self._begin(partial(_save, self._desk, dict(given)), self._on_saved)

    def remove_logo(self) -> None:
        """No logo any more."""
        if not self._state.busy:
            self._begin(partial(card_look.remove_logo, self._desk), self._on_logo_gone)

    def remove_templates(self) -> None:
        """The shipped templates again."""
        if not self._state.busy:
            work = partial(city_templates.remove_templates, self._desk)
            self._begin(work, self._on_templates_gone)

    def save_template(self, target: Path) -> None:
        """Write the template of the chosen design, to be changed outside."""
        if not self._state.busy:
            design = self._settings.design
            work = partial(city_templates.save_template, self._desk, design, target)
            self._begin(work, self._on_template)

    @property
    def template_name(self) -> str:
        """The proposed name of the file that :meth:`save_template` writes."""
        return f"{self._settings.design}.toml"

    def save_ruler(self, target: Path, printer: str) -> None:
        """Write the test sheet of a printer."""
        if not self._state.busy:
            work = partial(card_look.save_ruler_sheet, target, printer.strip())
            self._begin(work, self._on_ruler)

    def _begin(self, work: Callable[[], object], on_done: Callable[..., None]) -> None:
        busy = _("Menyimpan…")
        self._show(replace(self._state, busy=busy, error=None, success="", fill=None))
        self._jobs.start(work, on_done, self._on_error)

    def _on_loaded(self, settings: PrintSettings) -> None:
        self._settings = settings
        fill = {
            "city": settings.city,
            "brand": settings.colours.get("brand", ""),
            "accent": settings.colours.get("accent", ""),
            "logo": "",
            "template": "",
        }
        self._show(_state_of(settings, fill=fill))

    def _on_saved(self, settings: PrintSettings) -> None:
        self._settings = settings
        said = _("Disimpan. Lihat hasilnya di pratinjau kartu.")
        fill = {"logo": "", "template": ""}
        self._show(_state_of(settings, success=said, fill=fill))
        self._on_changed()

    def _on_logo_gone(self, settings: PrintSettings) -> None:
        self._settings = settings
        self._show(_state_of(settings, success=_("Logo dihapus dari kartu.")))
        self._on_changed()

    def _on_templates_gone(self, settings: PrintSettings) -> None:
        self._settings = settings
        self._show(_state_of(settings, success=_("Templat bawaan dipakai lagi.")))
        self._on_changed()

    def _on_template(self, path: Path) -> None:
        said = _(
            "Templat disimpan di {path}. Ubah dengan penyunting teks, lalu pilih di sini.",
            path=path,
        )
        self._show(replace(self._state, busy="", success=said, fill=None))

    def _on_ruler(self, path: Path) -> None:
        said = _("Lembar ukur disimpan di {path}", path=path)
        self._show(replace(self._state, busy="", success=said, fill=None))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error), fill=None))

    def _show(self, state: SetupState) -> None:
        self._state = state
        self._view.display(state)


def _save(desk: Desk, given: dict[str, str]) -> PrintSettings:
    """All of it, or nothing where something is refused."""
    printer = given["printer"].strip()
    measured = TRUE
    if printer:
        numbers = {name: _number(given[field]) for field, name in MEASURES.items()}
        measured = card_look.read_measures(**numbers)
    colours = {name: given[name].strip() for name in ("brand", "accent")}
    logo = Path(given["logo"]) if given["logo"] else None
    own = card_look.texts_of(card_look.print_settings(desk))
    kept, made = card_look.checked_colours(colours, own), None
    if given["template"]:
        made = city_templates.read_own(desk, Path(given["template"]), kept)
    settings = card_look.set_city(desk, city=given["city"], colours=colours, logo=logo)
    if made is not None:
        settings = city_templates.keep_own(desk, *made)
    return card_look.calibrate(desk, printer, measured) if printer else settings


def _state_of(
    settings: PrintSettings, *, success: str = "", fill: Mapping[str, str] | None = None
) -> SetupState:
    own = tuple(sorted(settings.templates))
    return SetupState(has_logo=bool(settings.logo), own=own, success=success, fill=fill)


def _number(text: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError as error:
        raise UserError("calibration_range") from error


def _measures(measured: Calibration) -> dict[str, str]:
    """With a decimal comma, as they were typed."""
    return {
        field: f"{getattr(measured, name):g}".replace(".", ",") for field, name in MEASURES.items()
    }
