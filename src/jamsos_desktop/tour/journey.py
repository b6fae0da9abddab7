"""The journey itself, by the same services that windows and commands call."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services import plan, practice, set_up
from jamsos_desktop.services.desk import Clock, Desk
from jamsos_desktop.services.enrol import enrol, start_draft
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.kits import export_kit, read_kit
from jamsos_desktop.services.print_cards import choose_cards, save_cards
from jamsos_desktop.services.recovery import save_recovery_sheet
from jamsos_desktop.services.reference import rules_of

OFFICE = "Kota Mojokerto"
EVENT = "Sosialisasi DBHCHT"
PLACE = "Pendopo Sabha Kridha Mandala Tama, Kota Mojokerto"
DAY = dt.date(2025, 11, 12)
WIB = dt.timezone(dt.timedelta(hours=7))
STATIONS = (("Pos Magersari", "siti", "Siti Kader"), ("Pos Kranggan", "budi", "Budi Ketua RT"))
LOGIN, PASSWORD = set_up.PRACTICE_LOGIN, set_up.PRACTICE_PASSWORD


@dataclass
class Post:
    """One station on the tour and its part of the balance."""

    name: str
    login: str
    folder: Path
    enrolled: int = 0
    cards: int = 0
    exported: int = 0
    arrived: int = 0
    bundle: Path = Path()


@dataclass
class Journey:
    """Where everything lies, and the figures that must agree."""

    out: Path
    clock: Clock
    office: Path
    kit: Path = Path()
    activation_code: str = ""
    posts: list[Post] = field(default_factory=list)
    at_office: int = 0
    added_again: int = 0
    state_hash: str = ""
    journals_good: bool = False

    @property
    def balances(self) -> bool:
        """Whether everybody who was enrolled has a card and arrived, once."""
        parts = [{p.enrolled, p.cards, p.exported, p.arrived} for p in self.posts]
        return (
            all(len(part) == 1 for part in parts)
            and self.at_office == sum(post.enrolled for post in self.posts)
            and self.added_again == 0
            and self.journals_good
        )


def event_clock() -> Clock:
    """The morning of the event; each look at the clock is twenty seconds later."""
    moment = dt.datetime.combine(DAY, dt.time(8, 0), WIB)

    def now() -> dt.datetime:
        nonlocal moment
        moment += dt.timedelta(seconds=20)
        return moment

    return now


def go(out: Path, people: int, say: Callable[[str], None]) -> Journey:
    """Office, kits, stations, people, cards, bundles, import."""
    if out.exists() and any(out.iterdir()):
        raise UserError("tour_folder", folder=str(out))
    journey = Journey(out=out, clock=event_clock(), office=out / "kantor")
    for name in ("pdf", "bundles"):
        (out / name).mkdir(parents=True)
    office = set_up.init_office(
        journey.office, OFFICE, LOGIN, "Bu Admin", PASSWORD, practice=True, clock=journey.clock
    )
    try:
        say(_("Kantor {name} siap", name=OFFICE))
        sheet = save_recovery_sheet(office, out / "pdf" / "lembar-pemulihan.pdf")
        say(_("Lembar pemulihan: {path}", path=sheet))
        event_id = set_up.plan_practice_event(office, EVENT, PLACE, DAY, target=people)
        for number, (name, login, person) in enumerate(STATIONS):
            post = _work_at_post(journey, office, event_id, (number, name, login, person), people)
            say(_("{name}: {count} orang terdaftar", name=name, count=post.enrolled))
            journey.posts.append(post)
        _merge(journey, office)
        say(_("Kantor menerima {count} peserta", count=journey.at_office))
    finally:
        office.close()
    return journey


def _work_at_post(
    journey: Journey,
    office: Desk,
    event_id: str,
    who: tuple[int, str, str, str],
    people: int,
) -> Post:
    number, name, login, person = who
    officer_id = plan.add_officer(office, login, person, "kader")
    issued = export_kit(
        office, name, [event_id], journey.out / "bundles" / f"paket-{issued_name(name)}.jamsos"
    )
    journey.kit, journey.activation_code = issued.path, issued.activation_code
    kit = read_kit(issued.path, issued.activation_code)
    post = Post(name, login, journey.out / issued_name(name))
    desk = set_up.init_station(post.folder, kit, officer_id, PASSWORD, clock=journey.clock)
    try:
        rules = rules_of(desk, event_id)
        for index in range(number, people, len(STATIONS)):
            form = practice.invented_form(index, rules)
            enrol(desk, start_draft(desk, event_id, form), rules)
            post.enrolled += 1
        if post.enrolled:
            target = journey.out / "pdf" / f"kartu-{issued_name(name)}.pdf"
            post.cards = save_cards(desk, choose_cards(desk, event_id), target).cards
            exported = export_bundle(desk, journey.out / "bundles")
            post.exported, post.bundle = exported.participants, exported.path
    finally:
        desk.close()
    return post


def issued_name(name: str) -> str:
    """A station's name as part of a file name."""
    return name.lower().replace(" ", "-")


def _merge(journey: Journey, office: Desk) -> None:
    sent = [post for post in journey.posts if post.exported]
    for post in sent:
        post.arrived = import_bundle(office, post.bundle).counts["new"]
    for post in reversed(sent):
        journey.added_again += import_bundle(office, post.bundle).added
    journey.at_office = count_participants(office)
    journey.journals_good = verify_journal(office).good
    journey.state_hash = state_hash(office)
