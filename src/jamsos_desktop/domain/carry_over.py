"""What the form of the next person begins with: what a queue shares, or what a family shares.

Both are lists of what may be taken over. A field that stands in neither is personal and never is,
so that a field added later is personal until somebody decides otherwise.
"""

from collections.abc import Collection

import msgspec

from jamsos_desktop.domain.enrolment_form import CHILD_FIELDS, EnrolmentForm, Rules
from jamsos_desktop.domain.person_fields import normalise_name

#: The months of cover, which queue and family share both.
COVER = ("coverage_start", "coverage_months")
_HOME = ("village", "rt", "rw", "postcode")
#: What people who queue at one place share: where they live, what they live on, and their cover.
CARRIED = (*_HOME, "occupation", "occupation_text", *COVER)
_CHILDREN = tuple(name for pair in CHILD_FIELDS for name in pair)
#: What the people of one family card share. How an heir is related differs from one to the other.
FAMILY = ("kk", "address", *_HOME, "ktp_village", "heir_name", *_CHILDREN)


def next_form(previous: EnrolmentForm | None, rules: Rules) -> EnrolmentForm:
    """The form for the next person in the queue, or the first one, with the programme's cover."""
    cover = EnrolmentForm(
        coverage_start=rules.programme.coverage_start or f"{rules.today:%Y-%m}",
        coverage_months=str(rules.programme.coverage_months),
    )
    return cover if previous is None else _take_over(cover, previous, CARRIED)


def family_form(previous: EnrolmentForm, rules: Rules) -> EnrolmentForm:
    """The form for the next person of the same family card."""
    return _take_over(next_form(None, rules), previous, (*FAMILY, *COVER))


def without_oneself(form: EnrolmentForm, taken_over: Collection[str]) -> dict[str, str]:
    """What has to change because nobody is their own heir or child.

    Only what was taken over from the family is looked at; what somebody typed is their word.
    """
    me = _same(form.name)
    changes = {}
    if me and "heir_name" in taken_over and _same(form.heir_name) == me:
        changes["heir_name"] = ""
    for name, birth_date in CHILD_FIELDS:
        if me and name in taken_over and _same(getattr(form, name)) == me:
            changes |= {name: "", birth_date: ""}
    return changes


def _take_over(
    form: EnrolmentForm, previous: EnrolmentForm, names: tuple[str, ...]
) -> EnrolmentForm:
    return msgspec.structs.replace(form, **{name: getattr(previous, name) for name in names})


def _same(name: str) -> str:
    return normalise_name(name).casefold()
