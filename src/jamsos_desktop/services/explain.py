"""What a cadre explains at an event: the texts with the programme's payer and months filled in."""

from typing import NamedTuple

from jamsos_desktop.domain import explanation
from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.plan import todays_event
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.storage import records
from jamsos_desktop.storage.texts import SOURCE


class Explanation(NamedTuple):
    """A text as it is turned towards a person; the pages of consent come last."""

    language: str
    name: str  # of the language
    title: str
    version: int
    pages: tuple[Page, ...]
    unchecked: str = ""


def explanations(desk: Desk, event_id: str = "") -> dict[str, Explanation]:
    """The text in every language there is, for an event; for the one of today unless named.

    Raises ``reference_invalid``.
    """
    programme = programme_of(desk, event_id)
    known = in_force(desk).texts
    office = desk.installation.office_name
    made = {}
    for language, text in known.explanation.items():
        consent = known.consent.get(language, known.consent[SOURCE])
        made[language] = Explanation(
            language=language,
            name=text.name,
            title=text.title,
            version=text.version,
            pages=(
                *explanation.fill(text, known.facts, programme, office),
                *explanation.fill(consent, known.consent_facts, programme, office),
            ),
            unchecked=text.unchecked,
        )
    return made


def programme_of(desk: Desk, event_id: str = "") -> Programme | None:
    """The programme of an event; of the one of today unless named. None where there is none."""
    if not event_id:
        today = todays_event(desk)
        event_id = today[0] if today else ""
    with desk.database.reading() as connection:
        event = records.get(connection, event_id)
        if event is None or not isinstance(event.body, CommunityEvent):
            return None
        programme = records.get(connection, event.body.programme_id)
    if programme is None or not isinstance(programme.body, Programme):
        return None
    return programme.body
