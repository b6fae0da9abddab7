"""Errors of which nobody thought when the weights of ``domain.matching`` were set.

``tests/twins.py`` has the kinds that were known then. These were added afterwards, with rates that
are guesses like the others', and nothing was tuned on them: so what is measured with them says how
the comparison does with what it was not made for. Each kind is a function of a participant.
"""

import datetime as dt
import random
from collections.abc import Callable

import msgspec

from jamsos_desktop.domain.records import Participant

Error = Callable[[Participant, random.Random], Participant]

_CUT = 14  # letters that a field of somebody's old list had
_FATHERS = ("Slamet", "Kasan", "Tarmidi", "Wagiman", "Sastro", "Mulyadi", "Karto", "Darmo")


def _named(one: Participant, words: list[str]) -> Participant:
    return msgspec.structs.replace(one, name=" ".join(words))


def joined(one: Participant, _rng: random.Random) -> Participant:
    """The first two words are written as one: Sitiaminah."""
    words = one.name.split()
    return _named(one, ["".join(words[:2]).capitalize(), *words[2:]])


def father(one: Participant, rng: random.Random) -> Participant:
    """A father's or husband's name stands behind, without *bin*."""
    return _named(one, [*one.name.split(), rng.choice(_FATHERS)])


def lost_first(one: Participant, _rng: random.Random) -> Participant:
    """Somebody gave the name that they are called by: the first word is gone."""
    words = one.name.split()
    return _named(one, words[1:] or words)


def called(one: Participant, _rng: random.Random) -> Participant:
    """The first word as it is called across the street: Suparman is Parman."""
    first, *rest = one.name.split()
    return _named(one, [first[-5:].capitalize() if len(first) > 6 else first, *rest])


def cut(one: Participant, _rng: random.Random) -> Participant:
    """The list that it was copied from had room for so many letters."""
    return msgspec.structs.replace(one, name=one.name[:_CUT].strip())


def second_slip(one: Participant, rng: random.Random) -> Participant:
    """Two letters wrong, wherever they stand."""
    letters = list(one.name)
    places = [place for place, letter in enumerate(letters) if letter.isalpha()]
    for place in rng.sample(places, min(2, len(places))):
        letters[place] = rng.choice("abcdefghijklmnoprstuwy")
    return msgspec.structs.replace(one, name="".join(letters))


def first_of_january(one: Participant, rng: random.Random) -> Participant:
    """Only the year of birth was known: written down as its first day, or as its middle."""
    assert one.birth_date is not None
    month = rng.choice((1, 7))
    return msgspec.structs.replace(one, birth_date=dt.date(one.birth_date.year, month, 1))


def year_off(one: Participant, rng: random.Random) -> Participant:
    """One or two years older or younger, as people remember it."""
    assert one.birth_date is not None
    day = min(one.birth_date.day, 28)
    year = one.birth_date.year + rng.choice((-2, -1, 1, 2))
    return msgspec.structs.replace(one, birth_date=one.birth_date.replace(year=year, day=day))


def day_and_month(one: Participant, rng: random.Random) -> Participant:
    """The year is right, day and month are not."""
    assert one.birth_date is not None
    other = dt.date(one.birth_date.year, rng.randrange(1, 13), rng.randrange(1, 29))
    return msgspec.structs.replace(one, birth_date=other)


def nik_exchanged(one: Participant, rng: random.Random) -> Participant:
    """Two neighbouring digits of the NIK in each other's place."""
    if not one.nik:
        return one
    place = rng.randrange(len(one.nik) - 1)
    nik = one.nik[:place] + one.nik[place + 1] + one.nik[place] + one.nik[place + 2 :]
    return msgspec.structs.replace(one, nik=nik)


def other_nik(one: Participant, rng: random.Random) -> Participant:
    """Somebody else's KTP was copied: a husband's, a neighbour's."""
    nik = f"{one.nik[:6]}{rng.randrange(1, 32):02d}{rng.randrange(1, 13):02d}"
    nik += f"{rng.randrange(50, 100)}{rng.randrange(1, 9999):04d}"
    return msgspec.structs.replace(one, nik=nik if one.nik else "")


def other_sex(one: Participant, _rng: random.Random) -> Participant:
    """The wrong box."""
    return msgspec.structs.replace(one, sex="L" if one.sex == "P" else "P")


def called_mother(one: Participant, rng: random.Random) -> Participant:
    """The mother by what she was called, which is nothing of her name."""
    mother = rng.choice(("Mbok Nah", "Bu Tini", "Yem", "Mak Ti")) if one.mother_name else ""
    return msgspec.structs.replace(one, mother_name=mother)


#: How often each is found in a copy, beside the errors of ``tests/twins.py``.
UNSEEN: dict[str, tuple[float, Error]] = {
    "joined": (0.04, joined),
    "father": (0.05, father),
    "lost_first": (0.02, lost_first),
    "called": (0.03, called),
    "cut": (0.03, cut),
    "second_slip": (0.04, second_slip),
    "first_of_january": (0.02, first_of_january),
    "year_off": (0.03, year_off),
    "day_and_month": (0.02, day_and_month),
    "nik_exchanged": (0.06, nik_exchanged),
    "other_nik": (0.02, other_nik),
    "other_sex": (0.01, other_sex),
    "called_mother": (0.05, called_mother),
}
