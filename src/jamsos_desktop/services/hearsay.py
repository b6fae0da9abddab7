"""Who is likely registered at another laptop of the event, from what its exchange file told."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.domain import heard as hears
from jamsos_desktop.domain import matching, nik
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.matching import Resemblance, Similarity
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.registered import digest_of
from jamsos_desktop.storage import heard
from jamsos_desktop.storage.heard import Found

CODE = "nik_heard"


class Alike(NamedTuple):
    """Somebody of another laptop, and how alike they are to the person who was asked for."""

    found: Found
    resemblance: Resemblance


def alike(connection: sa.Connection, person: Participant, similar: Similarity) -> list[Alike]:
    """Everybody of the other laptops who reaches the score at which somebody is shown."""
    traits = matching.traits_of(person)
    people: dict[str, Alike] = {}
    for key in heard.hash_keys(connection):
        near = hears.digests_near(key, person.nik)
        found = heard.by_nik(connection, list(near))
        found += heard.by_birth_date(connection, person.birth_date)
        for one in found:
            other = hears.traits_of(one.person, near)
            compared = Alike(one, matching.compare(traits, other, similar))
            known = people.get(one.person.record_id)
            if known is None or known.resemblance.weight < compared.resemblance.weight:
                people[one.person.record_id] = compared
    return [one for one in people.values() if one.resemblance.score >= matching.SHOWN]


def heard_findings(
    connection: sa.Connection, forms: Sequence[EnrolmentForm], record_id: str = ""
) -> list[list[Finding]]:
    """For each form a warning where another laptop registered the same NIK."""
    hash_keys = heard.hash_keys(connection)
    if not hash_keys:
        return [[] for _form in forms]
    return [_of_form(connection, hash_keys, form, record_id) for form in forms]


def _of_form(
    connection: sa.Connection, hash_keys: list[bytes], form: EnrolmentForm, record_id: str
) -> list[Finding]:
    number = nik.normalise(form.nik)
    digests = [digest for key in hash_keys if (digest := digest_of(key, number))]
    found = heard.by_nik(connection, digests)
    others = (one for one in found if one.person.record_id != record_id)
    return [_finding(one) for one in others][:1]


def _finding(one: Found) -> Finding:
    values = {
        "station": one.station,
        "time": clock_time(one.person.at),
        "number": one.person.number,
    }
    return Finding(level="warning", code=CODE, field="nik", values=values, overridable=True)


def clock_time(at: str) -> str:
    """``09.41`` of a moment in ISO 8601, as people say it."""
    return f"{dt.datetime.fromisoformat(at):%H.%M}"
