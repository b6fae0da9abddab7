"""The installations that are measured: an office, a station from its kit, and invented people.

Everything is real but the people. They are journalled in large pieces instead of one by one; what
lies on the disk afterwards is the same.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import enrolment_form
from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.invented import invent, invented_consent
from jamsos_desktop.domain.numbers import make_number
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Candidate, Participant
from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.kits import export_kit, read_kit
from jamsos_desktop.services.practice import invented_form, villages_within
from jamsos_desktop.services.reference import rules_of, shipped
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.models import counter

OFFICE_LOGIN, STATION_LOGIN, PASSWORD = "admin", "kader", "rahasia-ukur"
DAY = dt.date(2025, 11, 12)
_PIECE = 5000
#: Of those with whom no installation is filled: 500 whom the office expects, then strangers.
CANDIDATES, FIRST_STRANGER = 500, 500


@dataclass(frozen=True)
class Installations:
    """Where office and station lie, and the event at which everybody is enrolled."""

    office: Path
    station: Path
    event_id: str


def make_installations(folder: Path) -> Installations:
    """An empty office and one empty station of it, practice both."""
    office = set_up.init_office(
        folder / "office", "Kota Mojokerto", OFFICE_LOGIN, "Bu Admin", PASSWORD, practice=True
    )
    event_id = set_up.plan_practice_event(office, "Sosialisasi DBHCHT", "Pendopo", DAY)
    expect(office, event_id)
    plan.add_officer(office, STATION_LOGIN, "Siti Kader", "kader")
    office.close()
    made = Installations(folder / "office", folder / "station", event_id)
    return add_station(made, "Pos Magersari", made.station)


def add_station(made: Installations, name: str, folder: Path) -> Installations:
    """The same office with another empty station, which has its cadre and its event."""
    office = open_office(made)
    issued = export_kit(office, name, [made.event_id], folder.with_suffix(".jamsos"))
    office.close()
    kit = read_kit(issued.path, issued.activation_code)
    [cadre] = [key for key, officer in kit.officers.items() if officer.login == STATION_LOGIN]
    set_up.init_station(folder, kit, cadre, PASSWORD).close()
    return replace(made, station=folder)


def open_office(made: Installations) -> Desk:
    """The office's desk."""
    return sign_in(made.office, OFFICE_LOGIN, PASSWORD)


def open_station(made: Installations) -> Desk:
    """The station's desk."""
    return sign_in(made.station, STATION_LOGIN, PASSWORD)


def fill(desk: Desk, event_id: str, people: int, first: int = 0) -> None:
    """Enrol invented people until there are so many, ``first`` of whom are there already.

    In one transaction for each few thousand.
    """
    rules = rules_of(desk, event_id)
    known = invented_people(first, people, desk.installation.code, rules)
    for start in range(first, people, _PIECE):
        with desk.database.writing() as connection:
            news = [
                journal.New(plan.new_id_at(desk.clock()), person)
                for _, person in zip(range(min(_PIECE, people - start)), known, strict=False)
            ]
            journal.append(connection, desk.author, desk.clock(), news)
    with desk.database.writing() as connection:
        spent = sa.insert(counter).prefix_with("OR REPLACE")
        connection.execute(spent.values(name="registration", value=people))


def expect(office: Desk, event_id: str) -> None:
    """Put the candidates on the office's list, as its import does."""
    rules = rules_of(office, event_id)
    people = (enrolment_form.read(unmet(n, rules), "", rules) for n in range(CANDIDATES))
    known = set(Candidate.__struct_fields__) & set(Participant.__struct_fields__) - {"schema"}
    known -= {"phone"}  # lists have none
    news = [
        journal.New(
            plan.new_id_at(office.clock()),
            Candidate(**{name: getattr(one, name) for name in known}),
        )
        for one in people
    ]
    with office.database.writing() as connection:
        journal.append(connection, office.author, office.clock(), news)


def unmet(number: int, rules: Rules) -> EnrolmentForm:
    """The ``number``-th (below 1,000) of those whose NIK nobody has in a filled installation."""
    form = invented_form(number, rules)
    return msgspec.structs.replace(form, nik=f"{form.nik[:-4]}{8000 + number:04d}")


def invented_people(first: int, last: int, code: str, rules: Rules) -> Iterator[Participant]:
    """As the form would read them, with registration numbers of the installation's code.

    From the ``first``, counted from 0, up to the one before the ``last``.
    """
    villages = villages_within(rules.region)
    kinds = [name for name in shipped().occupations if name != OTHER_OCCUPATION]
    cover = next_form(None, rules)
    for number in range(first, last):
        form = msgspec.structs.replace(
            invent(number, villages, kinds, rules.today),
            coverage_start=cover.coverage_start,
            coverage_months=cover.coverage_months,
            consent=invented_consent(rules.today, rules.officer_id),
        )
        yield enrolment_form.read(form, make_number(code, number + 1), rules)
