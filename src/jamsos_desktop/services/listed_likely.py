"""Rows of a list who may be somebody that is registered already, or another row of the list."""

import msgspec

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.matching import comparable_number, dates_near
from jamsos_desktop.domain.records import Duplicate, Participant
from jamsos_desktop.services.duplicates import Likely


class Waiting:
    """Rows that wait to be saved together. Who is not saved yet is found by no search.

    So whoever could be alike to one of them must wait until they are saved: likely people share a
    NIK, a family card or a birth date, or were born on a day that is written nearly the same
    (:mod:`jamsos_desktop.storage.likeness`).
    """

    def __init__(self) -> None:
        self._known: set[str] = set()

    def could_hold(self, person: Participant) -> bool:
        """Whether one of the rows could be this person."""
        near = dates_near(person.birth_date) if person.birth_date else ()
        return not self._known.isdisjoint({*_keys(person), *(f"born {day}" for day in near)})

    def add(self, person: Participant) -> None:
        """One more row waits."""
        self._known.update(_keys(person))

    def clear(self) -> None:
        """They are saved."""
        self._known.clear()


def held_back(likely: Likely) -> Finding:
    """Why a row is not taken in: the registration that is most alike, and how much."""
    return Finding(
        level="warning",
        code="likely_enrolled",
        field="name",
        values={"number": likely.number, "score": str(likely.score)},
    )


def left_to_the_office(form: EnrolmentForm, likely: tuple[Likely, ...]) -> EnrolmentForm:
    """The form with everybody who is likely the same person, for the office to decide."""
    return msgspec.structs.replace(
        form,
        duplicates=tuple(
            Duplicate(
                record_id=one.record_id,
                number=one.number,
                decision="belum_yakin",
                score=one.score,
            )
            for one in likely
        ),
    )


def _keys(person: Participant) -> set[str]:
    numbers = {f"nik {comparable_number(person.nik)}", f"kk {comparable_number(person.kk)}"}
    return (numbers - {"nik ", "kk "}) | (
        {f"born {person.birth_date}"} if person.birth_date else set()
    )
