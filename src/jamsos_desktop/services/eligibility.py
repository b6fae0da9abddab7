"""What a programme's rules say of the people who are enrolled already: family cards, quotas."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.eligibility_rules import Counted, judge_counted
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.storage import records
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import participant


def counted_findings(
    connection: sa.Connection,
    forms: Sequence[EnrolmentForm],
    rules: Rules,
    record_id: str = "",
) -> list[list[Finding]]:
    """For each form what only counting can tell; ``record_id`` is who is being corrected.

    Nobody counts who is voided or has taken their consent back. Each form is judged as if it were
    the next one. Counted from the projection of the journal, and only where the book has such a
    rule.
    """
    if not rules.book.counts:
        return [[] for _form in forms]
    events = records.all_of(connection, CommunityEvent)
    programme = [key for key, event in events if event.programme_id == rules.programme_id]
    targets = {key: event.target for key, event in events}
    enrolled = _count_by_event(connection, programme, record_id)
    cards = _numbers_of_kks(connection, forms, programme, record_id)
    return [
        judge_counted(
            rules.book,
            Counted(
                same_kk=cards.get(nik.normalise(form.kk), ""),
                in_event=enrolled.get(rules.event_id, 0),
                in_programme=sum(enrolled.values()),
                target=targets.get(rules.event_id, 0),
            ),
            may_decide=rules.may_decide,
        )
        for form in forms
    ]


def _count_by_event(
    connection: sa.Connection, events: Sequence[str], record_id: str
) -> dict[str, int]:
    query = (
        sa.select(participant.c.event_id, sa.func.count())
        .where(participant.c.event_id.in_(events), participant.c.record_id != record_id, COUNTS)
        .group_by(participant.c.event_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _numbers_of_kks(
    connection: sa.Connection,
    forms: Sequence[EnrolmentForm],
    events: Sequence[str],
    record_id: str,
) -> Mapping[str, str]:
    """The first registration number in the programme of each family card."""
    typed = {nik.normalise(form.kk) for form in forms}
    wanted = [kk for kk in typed if len(kk) == nik.LENGTH and not nik.is_placeholder(kk)]
    if not wanted:
        return {}
    query = (
        sa.select(participant.c.kk, participant.c.number)
        .where(
            participant.c.kk.in_(wanted),
            participant.c.kk != "",  # so that the index of known numbers serves
            participant.c.event_id.in_(events),
            participant.c.record_id != record_id,
            COUNTS,
        )
        .order_by(participant.c.id.desc())
    )
    return {row.kk: row.number for row in connection.execute(query)}
