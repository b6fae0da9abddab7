"""Which pages an officer gets; each is imported when it is opened for the first time."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.card_check import open_checker
from jamsos_desktop.gui.explanation import Explainer
from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.main_window import HELP, MainWindow, Page
from jamsos_desktop.gui.page_context import PREFERENCES, PageContext
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import N_, _, pgettext
from jamsos_desktop.messages import explain
from jamsos_desktop.settings import load_settings

if TYPE_CHECKING:
    from jamsos_desktop.gui.exchange.neighbours import Neighbours
    from jamsos_desktop.services.desk import Desk


class Place(NamedTuple):
    """A page of the program: its title, its icon, and the package that builds it."""

    title: str
    icon: str
    package: str


PLACES: dict[str, Place] = {
    "today": Place(N_("Hari ini"), "activity", "today"),
    "enrolment": Place(N_("Pendaftaran"), "user-plus", "enrolment"),
    "visits": Place(N_("Belum terdaftar"), "map-pin-house", "visits"),
    "participants": Place(N_("Peserta"), "users", "participants"),
    "candidates": Place(N_("Calon peserta"), "clipboard-list", "candidates"),
    "cards": Place(N_("Cetak"), "printer", "cards"),
    "exchange": Place(N_("Kirim & terima"), "arrow-left-right", "exchange"),
    "inbox": Place(N_("Kotak masuk"), "inbox", "inbox"),
    "balance": Place(N_("Neraca"), "scale", "balance"),
    "bpjs": Place(N_("BPJS"), "shield-check", "bpjs"),
    "decisions": Place(N_("Keputusan"), "git-compare", "decisions"),
    "plan": Place(N_("Program & kegiatan"), "calendar-days", "planning"),
    "stations": Place(N_("Pos & petugas"), "tent", "stations"),
}
_STATION = ("today", "enrolment", "visits", "participants", "candidates", "cards", "exchange")
_OFFICE = ("inbox", "today", "participants", "candidates", "cards", "enrolment")


def pages_for(
    desk: "Desk", jobs: Jobs, window: MainWindow, wardrobe: Wardrobe | None = None
) -> list[Page]:
    """The pages of this desk from the top down; says at the top of the window how things stand.

    Without a ``wardrobe`` the settings beside the desk's data hold, and show at the next start.
    """
    top = Top(desk, jobs, window)
    keys = keys_for(desk)
    context = PageContext(
        desk=desk,
        jobs=jobs,
        show_result=window.show_result,
        refresh_header=top.refresh,
        follow=top.follow,
        go_to=partial(_go_to, window, keys),
    )
    if "exchange" in keys:
        context = replace(context, neighbours=_watch(context, window))
    context = replace(context, network=_network(window))
    explainer = Explainer(window, context)
    window.explanation_wanted.connect(explainer.open)
    context = replace(context, explainer=explainer)
    window.card_check_wanted.connect(partial(open_checker, window, context))
    top.refresh()
    window.next_wanted.connect(partial(_call_next, context))
    first = "enrolment" if desk.installation.practice else keys[0]
    pages = [_page(key, context, first == key) for key in keys]
    chosen = wardrobe or Wardrobe(desk.data_dir, load_settings(desk.data_dir).settings, _wait)
    settings = partial(_build_preferences, context, chosen, window)
    return [
        *pages,
        Page(PREFERENCES, _("Pengaturan"), "settings", settings),
        Page(HELP, _("Bantuan"), "circle-question-mark", _build_help),
    ]


def keys_for(desk: "Desk") -> tuple[str, ...]:
    """What this officer may do at this installation. What they may not do is not there."""
    role = desk.officer.role
    if desk.installation.mode == "station":
        return _STATION if role == "kader" else (*_STATION, "stations")
    if role == "admin":
        return ("inbox", "decisions", *_OFFICE[1:], "bpjs", "balance", "plan", "stations")
    if role == "kader":
        return _OFFICE
    return ("inbox", "decisions", *_OFFICE[1:], "bpjs", "balance", "stations")


def _network(window: MainWindow) -> Jobs:
    """A worker for uploading, which ends with the window."""
    from jamsos_desktop.gui.jobs import JobRunner

    network = JobRunner(parent=window)
    window.closing.connect(network.leave)
    return network


def _watch(context: PageContext, window: MainWindow) -> "Neighbours":
    """Whom the event's other laptops registered is looked for whatever page is open."""
    from jamsos_desktop.gui.exchange.watch import Watch

    watch = Watch(context.jobs, context.desk, window)
    window.closing.connect(watch.close)
    return watch.presenter


class Top:
    """Reads on the worker what stands at the top of the window."""

    def __init__(self, desk: "Desk", jobs: Jobs, window: MainWindow) -> None:
        self._desk = desk
        self._jobs = jobs
        self._window = window
        self._followers: list[Callable[[], object]] = []
        self._header = Header(
            officer=_officer_words(desk), practice=desk.installation.practice, pending=None
        )
        window.show_header(self._header)

    def follow(self, tell: Callable[[], object]) -> None:
        """A page wants to know when another one has changed something."""
        self._followers.append(tell)

    def refresh(self) -> None:
        """Look again, and tell the pages that follow."""
        for tell in self._followers:
            tell()
        self._jobs.start(partial(read_header, self._desk), self._window.show_header, self._on_error)

    def _on_error(self, error: UserError) -> None:
        self._window.show_result(str(explain(error)))


def read_header(desk: "Desk") -> Header:
    """Event, officer, and at a station how many people the office does not have yet."""
    from jamsos_desktop.services.export_bundle import count_unsent
    from jamsos_desktop.services.plan import todays_event

    found = todays_event(desk)
    event = ""
    if found is not None:
        event = f"{found[1].name} · {long_date(found[1].date)}"
    station = desk.installation.mode == "station"
    unsent = count_unsent(desk) if station else None
    return Header(
        event=event,
        officer=_officer_words(desk),
        practice=desk.installation.practice,
        pending=unsent.participants if unsent else None,
        receipt_days=_days_since(desk, unsent.last_answer) if unsent else None,
    )


def _days_since(desk: "Desk", moment: str) -> int | None:
    """Whole days of the calendar since then; None where there was no such moment."""
    if not moment:
        return None
    return max(0, (desk.clock().date() - dt.datetime.fromisoformat(moment).date()).days)


def _officer_words(desk: "Desk") -> str:
    return f"{desk.officer.name} · {desk.installation.name}"


def _page(key: str, context: PageContext, first: bool) -> Page:
    place = PLACES[key]
    title = _(place.title)
    if key == "stations" and (
        context.desk.installation.mode == "station" or context.desk.officer.role != "admin"
    ):
        title = pgettext("halaman", "Petugas")
    return Page(key, title, place.icon, partial(_build, place.package, context), first=first)


def _build(package: str, context: PageContext) -> QWidget:
    build: Callable[[PageContext], QWidget]
    build = import_module(f"jamsos_desktop.gui.{package}").build
    return build(context)


def _call_next(context: PageContext) -> None:
    from jamsos_desktop.gui.today.calling import call_next

    call_next(context)


def _build_preferences(context: PageContext, wardrobe: Wardrobe, window: MainWindow) -> QWidget:
    from jamsos_desktop.gui.preferences import build

    return build(context, wardrobe, window.renew_wanted.emit)


def _wait(_settings: object) -> None:
    """Nothing is worn before the next start."""


def _build_help() -> QWidget:
    from jamsos_desktop.gui.help.view import HelpView

    return HelpView()


def _go_to(window: MainWindow, keys: tuple[str, ...], key: str) -> QWidget | None:
    if key in keys or key == PREFERENCES:
        return window.open_page(key)
    title = _(PLACES[key].title)
    window.show_result(_("Halaman {title} hanya untuk admin di kantor.", title=title))
    return None
