"""Who of the office's candidates stands at the desk: asked while a NIK or a name is typed."""

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.expected import other_nik, texts_of
from jamsos_desktop.domain.records import Candidate, CommunityEvent
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.visitors import Start
from jamsos_desktop.storage import candidates, records

#: More of one name than a cadre can compare while somebody waits.
MOST_OFFERED = 4
#: Letters of a name before anybody is looked for.
LEAST_TYPED = 3


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate who may be the person of the form, with everything that is known of them."""

    record_id: str
    candidate: Candidate
    by_nik: bool  # has the very NIK that was typed
    other_nik: bool  # has another one
    work: str = ""  # in words

    def is_of(self, form: EnrolmentForm) -> bool:
        """Whether the form has their NIK, as it stands now."""
        return self.by_nik and self.candidate.nik == nik.normalise(form.nik)


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates for one form, the likeliest first; ``more`` that there are others."""

    people: tuple[Expected, ...] = ()
    more: bool = False


NOBODY = Offered()


def find_expected(desk: Desk, form: EnrolmentForm, rules: Rules) -> Offered:
    """The programme's candidates who are not registered and have the form's NIK, or else its name.

    Those of the form's neighbourhood come first. A candidate with another NIK comes last.
    """
    with desk.database.reading() as connection:
        rows = _by_nik(connection, form, rules) or _by_name(connection, form, rules)
        found = [
            Expected(
                record_id=row.record_id,
                candidate=stored.body,
                by_nik=bool(row.nik) and row.nik == nik.normalise(form.nik),
                other_nik=other_nik(form, stored.body),
                work=_work(stored.body, rules),
            )
            for row in rows
            if (stored := records.get(connection, row.record_id)) is not None
            and isinstance(stored.body, Candidate)
        ]
    place = (form.village, form.rt.strip().zfill(3), form.rw.strip().zfill(3))
    found.sort(
        key=lambda one: (
            one.other_nik,
            (one.candidate.village, one.candidate.rt, one.candidate.rw) != place,
        )
    )
    return Offered(people=tuple(found[:MOST_OFFERED]), more=len(found) > MOST_OFFERED)


def _work(person: Candidate, rules: Rules) -> str:
    listed = rules.occupations.get(person.occupation)
    return person.occupation_text or (listed.name if listed else "")


def start_with_candidate(desk: Desk, record_id: str, event_id: str) -> Start:
    """What a form begins with for somebody of the list at whose door the cadre stands.

    Raises ``candidate_unknown``, ``candidate_registered``, ``event_unknown``.
    """
    with desk.database.reading() as connection:
        stored = records.get(connection, record_id)
        event = records.get(connection, event_id)
        if stored is None or not isinstance(stored.body, Candidate):
            raise UserError("candidate_unknown")
        if event is None or not isinstance(event.body, CommunityEvent):
            raise UserError("event_unknown", found=0)
        if candidates.is_registered(connection, record_id):
            raise UserError("candidate_registered")
    expected = stored.body
    return Start(origin="", candidate_id=record_id, title=expected.name, known=texts_of(expected))


def _by_nik(connection: sa.Connection, form: EnrolmentForm, rules: Rules) -> candidates.Rows:
    number = nik.normalise(form.nik)
    if len(number) != nik.LENGTH:
        return []
    found = candidates.find_by_nik(connection, number)
    return [row for row in found if _stands(row, rules)]


def _by_name(connection: sa.Connection, form: EnrolmentForm, rules: Rules) -> candidates.Rows:
    if len(form.name.strip()) < LEAST_TYPED:
        return []
    found = candidates.find_by_name(
        connection, form.name, programme_id=rules.programme_id, limit=2 * MOST_OFFERED + 1
    )
    return [row for row in found if _stands(row, rules)]


def _stands(row: sa.Row[*tuple[object, ...]], rules: Rules) -> bool:
    """Of this programme, and still to be registered."""
    return row.programme_id == rules.programme_id and not row.participant_id
