"""Enrolling a person: a draft that survives everything, then one entry in the journal."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain import enrolment, enrolment_form
from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.domain.completeness import may_be_saved_incomplete
from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.numbers import make_number
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import visitors
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.eligibility import counted_findings
from jamsos_desktop.services.hearsay import heard_findings
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.known_numbers import known_numbers
from jamsos_desktop.services.pictures import forget_pictures
from jamsos_desktop.services.plan import new_id, new_id_at
from jamsos_desktop.services.registered import registered_elsewhere
from jamsos_desktop.storage import facts, journal
from jamsos_desktop.storage.models import begun, draft
from jamsos_desktop.storage.prepared import Prepared

_COUNTER = "registration"
_END_DRAFT = Prepared(sa.delete(draft).where(draft.c.draft_id == sa.bindparam("ended")))


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A form that is being filled. Its number is spent and will belong to nobody else."""

    draft_id: str
    number: str
    event_id: str
    form: EnrolmentForm
    focus: str = "nik"  # the field in which the cursor stood
    origin: str = ""  # the queue ticket or attendee that the person came with
    record_id: str = ""  # the participant whom this corrects; empty for a new one
    parents: tuple[str, ...] = ()  # the revisions that the correction began from


class Enrolled(msgspec.Struct, frozen=True):
    """A participant who is in the journal."""

    record_id: str
    number: str
    name: str


class NotEnrolledError(UserError):
    """The form cannot be saved as it stands; ``findings`` say why."""

    def __init__(self, findings: tuple[Finding, ...], others: tuple[Finding, ...] = ()) -> None:
        """``others`` is everything that only the database could tell of the form."""
        super().__init__("form_incomplete", count=len(findings))
        self.findings = findings
        self.others = others


class _Kept(msgspec.Struct, frozen=True):
    event_id: str
    form: EnrolmentForm
    origin: str = ""
    record_id: str = ""
    parents: tuple[str, ...] = ()


def start_draft(desk: Desk, event_id: str, form: EnrolmentForm, origin: str = "") -> Draft:
    """Open a form and spend the next registration number of this station on it.

    ``origin`` is the queue ticket or attendee whom :func:`enrol` links to the registration.
    """
    with desk.database.writing() as connection:
        made = Draft(
            draft_id=new_id(),
            number=_next_number(desk, connection),
            event_id=event_id,
            form=form,
            origin=origin,
        )
        connection.execute(sa.insert(draft).values(_draft_row(desk, made)))
        now = desk.clock().isoformat(timespec="milliseconds")
        connection.execute(sa.insert(begun).values(number=made.number, at=now))
    return made


def find_draft(desk: Desk, event_id: str) -> Draft | None:
    """The form that this officer was filling for the event when the program ended, if any."""
    with desk.database.reading() as connection:
        kept = _drafts(desk, connection)
        return next((one for one in kept if one.event_id == event_id), None)


def _drafts(desk: Desk, connection: sa.Connection) -> Iterator[Draft]:
    """The forms that this officer left unfinished, the last one first."""
    mine = (draft.c.officer_id == desk.officer_id) & (draft.c.cancelled_at == "")
    query = sa.select(draft).where(mine).order_by(draft.c.updated_at.desc())
    for row in connection.execute(query).all():
        yield _decoded(row)


def read_cancelled(connection: sa.Connection, desk: Desk) -> Iterator[tuple[Draft, dt.datetime]]:
    """The forms that this officer gave up and when, the newest first."""
    mine = (draft.c.officer_id == desk.officer_id) & (draft.c.cancelled_at != "")
    query = sa.select(draft).where(mine).order_by(draft.c.cancelled_at.desc())
    for row in connection.execute(query).all():
        yield _decoded(row), dt.datetime.fromisoformat(row.cancelled_at)


def _decoded(row: sa.Row[tuple[object, ...]]) -> Draft:
    kept = msgspec.json.decode(row.form, type=_Kept)
    return Draft(
        draft_id=row.draft_id,
        number=row.number,
        event_id=kept.event_id,
        form=kept.form,
        focus=row.focus,
        origin=kept.origin,
        record_id=kept.record_id,
        parents=kept.parents,
    )


def start_correction(desk: Desk, record_id: str) -> Draft:
    """Open a participant's record as a form, to mend or complete it; its number stays its own.

    One that was begun and not finished is taken up again. The form shows the whole NIK, which is
    journalled like any other look at it. Raises ``participant_unknown``.
    """
    with desk.database.writing() as connection:
        stored, person = participant_of(connection, record_id)
        look = [journal.New(record_id, NikRevealed())]
        journal.append(connection, desk.author, desk.clock(), look)
        begun = (d for d in _drafts(desk, connection) if d.record_id == record_id)
        if (unfinished := next(begun, None)) is not None:
            return unfinished
        form = msgspec.structs.replace(enrolment_form.form_of(person), correction="")
        made = Draft(
            draft_id=new_id(),
            number=person.number,
            event_id=person.event_id,
            form=form,
            record_id=record_id,
            parents=stored.heads,
        )
        connection.execute(sa.insert(draft).values(_draft_row(desk, made)))
    return made


def keep_draft(desk: Desk, kept: Draft) -> None:
    """Autosave: the form as it stands and the field with the cursor.

    A draft that was saved or dropped meanwhile stays gone: its number belongs to somebody.
    """
    with desk.database.writing() as connection:
        connection.execute(
            sa.update(draft).where(draft.c.draft_id == kept.draft_id).values(_draft_row(desk, kept))
        )


def drop_draft(desk: Desk, draft_id: str) -> None:
    """Forget a form that nobody wants, and its pictures. Its number stays spent."""
    with desk.database.writing() as connection:
        query = sa.select(draft.c.form).where(draft.c.draft_id == draft_id)
        form = connection.scalar(query)
        connection.execute(sa.delete(draft).where(draft.c.draft_id == draft_id))
        if form is not None:
            forget_pictures(connection, desk, form)


def check_form(desk: Desk, form: EnrolmentForm, rules: Rules, *, record_id: str = "") -> Checked:
    """Everything there is to say of a form: the rules, and whether its NIK is known already.

    ``record_id`` is the participant who is being corrected, who may keep their own NIK.
    """
    return check_forms(desk, [form], rules, record_id=record_id)[0]


def check_forms(
    desk: Desk, forms: Sequence[EnrolmentForm], rules: Rules, *, record_id: str = ""
) -> list[Checked]:
    """The same for many forms, with one look into the database."""
    with desk.database.reading() as connection:
        found = _others(connection, forms, rules, record_id)
    return [
        enrolment.with_others(enrolment.check(form, rules), others)
        for form, others in zip(forms, found, strict=True)
    ]


def _others(
    connection: sa.Connection, forms: Sequence[EnrolmentForm], rules: Rules, record_id: str
) -> list[list[Finding]]:
    """What only the database knows of each form."""
    known = known_numbers(connection, forms, record_id)
    elsewhere = registered_elsewhere(connection, forms, record_id)
    told = heard_findings(connection, forms, record_id)
    counted = counted_findings(connection, forms, rules, record_id)
    found = zip(known, elsewhere, told, counted, strict=True)
    return [[finding for findings in of_form for finding in findings] for of_form in found]


def enrol(
    desk: Desk,
    filled: Draft,
    rules: Rules,
    *,
    incomplete: bool = False,
    checked: Checked | None = None,
) -> Enrolled:
    """Save the form: the entry, its projections and the end of the draft in one transaction.

    The ticket or attendee that the draft came from is linked in it too. A draft that corrects
    somebody becomes their next revision. With ``incomplete`` demanded fields may be empty and
    what waits for a coordinator may wait; the record says so. ``checked`` is what the rules said
    last; they are asked again unless it was of this form, and the database is asked in any case.
    Raises :class:`NotEnrolledError` while something stands in the way, and ``draft_gone`` for a
    draft that was saved or dropped already: no number is given twice.
    """
    form = filled.form
    if checked is None or not checked.is_of(form, rules):
        checked = enrolment.check(form, rules)
    with desk.database.writing() as connection:
        if _END_DRAFT.write(connection, {"ended": filled.draft_id}) != 1:
            raise UserError("draft_gone", number=filled.number)
        (others,) = _others(connection, [form], rules, filled.record_id)
        checked = enrolment.with_others(checked, others)
        pending = pending_of(checked, incomplete=incomplete)
        if filled.record_id:
            # Somebody may have mended the record meanwhile: then both are merged, or shown.
            parents = filled.parents
            return revise(desk, connection, filled.record_id, checked.person, pending, parents)
        person = msgspec.structs.replace(checked.person, number=filled.number, pending=pending)
        now = desk.clock()
        record_id = new_id_at(now)
        origin = visitors.link(connection, filled.origin, record_id)
        news = [journal.New(record_id, person), *origin]
        journal.append(connection, desk.author, now, news)
    return Enrolled(record_id, person.number, person.name)


def enrol_at_once(desk: Desk, forms: list[EnrolmentForm], rules: Rules) -> list[Enrolled]:
    """Save many forms that were checked before (a list from a file) in one transaction.

    Without anybody's consent nothing is saved: to come here without one is a bug of the caller.
    """
    if any(form.consent is None for form in forms):
        raise ValueError("a form without consent")
    enrolled = []
    with desk.database.writing() as connection:
        news, now = [], desk.clock()
        numbers = facts.next_numbers(connection, _COUNTER, len(forms))
        for form, number in zip(forms, numbers, strict=True):
            person = enrolment_form.read(form, make_number(desk.installation.code, number), rules)
            record_id = new_id_at(now)
            news.append(journal.New(record_id, person))
            enrolled.append(Enrolled(record_id, person.number, person.name))
        journal.append(connection, desk.author, now, news)
    return enrolled


def correct(
    desk: Desk, record_id: str, form: EnrolmentForm, rules: Rules, *, incomplete: bool = False
) -> Enrolled:
    """A new revision of a participant, which also decides every conflict the record has.

    Raises :class:`NotEnrolledError`, ``participant_unknown``.
    """
    checked = check_form(desk, form, rules, record_id=record_id)
    pending = pending_of(checked, incomplete=incomplete)
    with desk.database.writing() as connection:
        return revise(desk, connection, record_id, checked.person, pending)


def revise(
    desk: Desk,
    connection: sa.Connection,
    record_id: str,
    person: Participant,
    pending: tuple[str, ...],
    parents: tuple[str, ...] = (),
) -> Enrolled:
    """Write a participant's next revision, which names these parents or else every head.

    Nothing is checked any more. Raises ``participant_unknown``.
    """
    stored, before = participant_of(connection, record_id)
    person = msgspec.structs.replace(
        person, number=before.number, pending=pending, schema=before.schema
    )
    news = [journal.New(record_id, person, parents or stored.heads, stored.unknown)]
    journal.append(connection, desk.author, desk.clock(), news)
    return Enrolled(record_id, person.number, person.name)


def pending_of(checked: Checked, *, incomplete: bool) -> tuple[str, ...]:
    """What waits for a coordinator. Raises :class:`NotEnrolledError` for what cannot wait."""
    standing = checked.standing_in_the_way
    if standing and not (incomplete and may_be_saved_incomplete(standing)):
        raise NotEnrolledError(standing, checked.others)
    return tuple(finding.code for finding in standing if finding.waits)


def _next_number(desk: Desk, connection: sa.Connection) -> str:
    return make_number(desk.installation.code, facts.next_number(connection, _COUNTER))


def _draft_row(desk: Desk, kept: Draft) -> dict[str, object]:
    return {
        "draft_id": kept.draft_id,
        "officer_id": desk.officer_id,
        "number": kept.number,
        "form": msgspec.json.encode(
            _Kept(kept.event_id, kept.form, kept.origin, kept.record_id, kept.parents)
        ),
        "focus": kept.focus,
        "updated_at": desk.clock().isoformat(),
    }
