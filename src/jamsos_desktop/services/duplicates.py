"""Who of those enrolled here is likely the same person, while the person stands there."""

from functools import cache
from heapq import nlargest

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import enrolment_form, matching, nik
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.matching import (
    SHOWN,
    WORTH_A_LOOK,
    Resemblance,
    Similarity,
    Traits,
    comparable_number,
)
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services import hearsay
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import likeness
from jamsos_desktop.storage.likeness import Candidate, Known

#: Candidates who are read whole, the most alike by name and birth date.
_LOOKED_AT = 25
_CLOSER = {"same": 0.2, "swapped": 0.1, "one_digit": 0.05, "year_off": 0.05}
#: Likely people who are told of: more of them help nobody who has a queue before them.
MOST_SHOWN = 5


class Likely(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may be the person of the form, and why."""

    record_id: str
    number: str
    name: str
    masked_nik: str
    village: str  # code
    score: int  # 0 to 100
    reasons: tuple[str, ...]  # in words, the strongest first
    station: str = ""  # the other laptop of the event where they were registered; "" for here
    at: str = ""  # and when: ISO 8601 with zone


def find_likely(
    desk: Desk, form: EnrolmentForm, rules: Rules, record_id: str = ""
) -> tuple[Likely, ...]:
    """The most likely people, best first; nobody without a NIK or a name and a birth date.

    ``record_id`` is the participant who is being corrected, who is not their own duplicate.
    """
    person = enrolment_form.read(form, "", rules)
    with desk.database.reading() as connection:
        return find_alike(connection, person, record_id)[:MOST_SHOWN]


def find_alike(
    connection: sa.Connection, person: Participant, record_id: str = ""
) -> tuple[Likely, ...]:
    """Everybody who reaches the score at which somebody is shown, best first."""
    if not comparable_number(person.nik) and not (person.name and person.birth_date):
        return ()
    similar, traits = similarity(), matching.traits_of(person)
    chosen = _promising(likeness.candidates(connection, person), traits, similar)
    people = likeness.read_people(connection, [one.id for one in chosen])
    others = [known for known in people if known.record_id != record_id]
    compared = [
        (matching.compare(traits, matching.traits_of(known.body), similar), known)
        for known in others
    ]
    likely = [(found, _likely(known, found)) for found, known in compared if found.score >= SHOWN]
    likely += [
        (one.resemblance, _elsewhere(one, person))
        for one in hearsay.alike(connection, person, similar)
        if one.found.person.record_id != record_id
    ]
    best_first = sorted(likely, key=lambda pair: (-pair[0].weight, pair[1].number))
    return tuple(one for _found, one in best_first)


@cache
def similarity() -> Similarity:
    """How alike two words are: Jaro-Winkler, which forgives most at the end of a word."""
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity


def _promising(found: list[Candidate], traits: Traits, similar: Similarity) -> list[Candidate]:
    """The best by what lies in the index: by number, by name, and of these by birth date.

    Names and dates that come more than once are compared once.
    """
    names = {
        name: matching.compare_names(name, traits.name, similar) for name in {o.name for o in found}
    }
    dates = {
        born: matching.compare_dates(born, traits.birth_date) for born in {o.born for o in found}
    }
    worth = [one for one in found if one.by_number or names[one.name] >= WORTH_A_LOOK]
    return nlargest(
        _LOOKED_AT,
        worth,
        key=lambda o: o.by_number + names[o.name] + _CLOSER.get(dates[o.born], 0.0),
    )


def _elsewhere(one: hearsay.Alike, person: Participant) -> Likely:
    """Somebody of another laptop, whose NIK is known here only where it is the one asked for."""
    known, found = one.found.person, one.resemblance
    return Likely(
        record_id=known.record_id,
        number=known.number,
        name=known.name,
        masked_nik=nik.mask(person.nik) if found.same_nik else "",
        village=known.village,
        score=found.score,
        reasons=matching.reasons(found),
        station=one.found.station,
        at=known.at,
    )


def _likely(known: Known, found: Resemblance) -> Likely:
    return Likely(
        record_id=known.record_id,
        number=known.body.number,
        name=known.body.name,
        masked_nik=nik.mask(known.body.nik),
        village=known.body.village,
        score=found.score,
        reasons=matching.reasons(found),
    )
