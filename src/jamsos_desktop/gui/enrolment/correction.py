"""A participant's record opened in the form to be mended or completed. No Qt; on the worker."""

from typing import NamedTuple

import msgspec

from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.services import enrol, reference
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Draft


class Correction(NamedTuple):
    """The form of a record, and the rules of the event at which the person was enrolled."""

    draft: Draft
    rules: Rules


def open_correction(desk: Desk, record_id: str) -> Correction:
    """Begin a correction. Raises ``participant_unknown``, ``event_unknown``."""
    draft = enrol.start_correction(desk, record_id)
    rules = rules_for(draft, reference.rules_of(desk, draft.event_id))
    return Correction(draft, reference.as_agreed(desk, rules, draft.form.consent))


def rules_for(draft: Draft, rules: Rules) -> Rules:
    """The rules of an event for a draft: a correction wants a reason."""
    return msgspec.structs.replace(rules, correcting=bool(draft.record_id))
