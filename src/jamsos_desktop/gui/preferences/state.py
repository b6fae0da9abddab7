"""What the page "Pengaturan" shows. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from jamsos_desktop import __version__
from jamsos_desktop.domain.brake import BrakeSettings
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.settings import Settings

if TYPE_CHECKING:
    from jamsos_desktop.gui.preferences.own_work import WorkWords

Step = Literal["choices", "password", "place", "reference"]

#: Per cent of the usual size; the settings file may hold any number between.
SIZES = tuple(range(100, 151, 10))
#: Per cent of people who are here already, above which a station's file stops at the office.
SHARES = (10, 20, 30, 50)
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}  # each in its own words
THEMES = {"system": N_("Ikut laptop"), "light": N_("Terang"), "dark": N_("Gelap")}


class Fact(NamedTuple):
    """Something to know of this installation, in words."""

    name: str
    value: str
    path: bool = False  # which no end of a line may cut


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``why_not_password`` says why it cannot be changed here."""

    settings: Settings
    facts: tuple[Fact, ...] = ()
    work: "WorkWords | None" = None  # until it was counted
    step: Step = "choices"
    why_not_password: str = ""
    why_not_place: str = ""
    brake: BrakeSettings | None = None  # only at an office, for whoever may set it
    busy: str = ""
    findings: tuple[Finding, ...] = ()
    error: Explanation | None = None


def nearest_size(scale: int) -> int:
    """The size on the page for one that somebody wrote into the file."""
    return min(SIZES, key=lambda size: abs(size - scale))


def nearest_share(share: int) -> int:
    """The share on the page for one that was set elsewhere."""
    return min(SHARES, key=lambda known: abs(known - share))


def facts_of(desk: Desk, last_export: str | None) -> tuple[Fact, ...]:
    """What helps the office to help; ``last_export`` is None until it was looked up."""
    here = desk.installation
    kind = _("kantor") if here.mode == "office" else _("pos")
    name = f"{here.name} ({kind})"
    if here.practice:
        practice = _("latihan")
        name = f"{name}, {practice}"
    return (
        Fact(_("Versi program"), f"JAMSOS Desktop {__version__}"),
        Fact(_("Pemasangan"), name),
        Fact(_("Kode pemasangan"), here.code),
        Fact(_("Folder data"), str(desk.data_dir), path=True),
        Fact(_("Ekspor terakhir"), _export_words(last_export)),
    )


def as_text(facts: tuple[Fact, ...]) -> str:
    """The facts line by line, to be sent to somebody."""
    return "\n".join(f"{fact.name}: {fact.value}" for fact in facts)


def _export_words(moment: str | None) -> str:
    if moment is None:
        return _("Sedang dibaca…")
    return moment_words(moment) if moment else _("Belum pernah dari laptop ini")
