"""What is still missing of a participant, from the record alone.

A record carries what its programme demanded when it was saved (``required``) and which findings
wait for a coordinator (``pending``). So office and station, with whatever version and rule files,
say the same of it, and the projection can be derived from the journal.
"""

from collections.abc import Sequence

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Participant

#: Without these nobody could find the record again or know whose it is.
MINIMUM = ("nik", "name")
#: An empty field may be filled later; a wrong one must be mended now.
_EMPTY = {
    *("required", "sex_empty", "birth_date_empty", "village_empty", "rt_empty", "rw_empty"),
    *("occupation_empty", "occupation_text_empty"),
}


def missing_fields(person: Participant) -> tuple[str, ...]:
    """The demanded fields that are empty, in the order in which they are demanded.

    "Tidak tahu" is an answer: ``unknown`` names only fields for which it may be one.
    """
    missing = [name for name in person.required if not _is_answered(person, name)]
    if "occupation" in person.required and person.occupation == OTHER_OCCUPATION:
        missing += [] if person.occupation_text else ["occupation_text"]
    return tuple(missing)


def _is_answered(person: Participant, name: str) -> bool:
    told = name in person.unknown or (name == "income" and person.income_band)
    return bool(told) or getattr(person, name, None) not in ("", None)


def is_complete(person: Participant) -> bool:
    """Nothing is missing, and nothing waits for a coordinator (*lengkap*)."""
    return not missing_fields(person) and not person.pending


def only_demanded(findings: Sequence[Finding], person: Participant) -> list[Finding]:
    """The findings, and of what is empty only what the programme demands, as errors."""
    wrong = {f.field for f in findings if f.level == "error"}
    kept = [f for f in findings if f.code not in _EMPTY or _is_demanded(person, f.field)]
    missing = (name for name in missing_fields(person) if name not in wrong)
    return [*kept, *(Finding(level="error", code="required", field=name) for name in missing)]


def _is_demanded(person: Participant, field: str) -> bool:
    return ("occupation" if field == "occupation_text" else field) in person.required


def can_wait(finding: Finding) -> bool:
    """Whether a record may be saved, as incomplete, while this stands in the way."""
    if finding.field in MINIMUM and not finding.waits:
        return False
    return finding.waits or finding.code in _EMPTY


def may_be_saved_incomplete(standing: Sequence[Finding]) -> bool:
    """Whether all that stands in the way can wait."""
    return all(can_wait(finding) for finding in standing)
