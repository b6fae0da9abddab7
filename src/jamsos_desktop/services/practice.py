"""Practice: invented people for an installation in which nothing is real."""

import msgspec

from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.domain.invented import invent, invented_consent
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import regions
from jamsos_desktop.storage import facts

_COUNTER = "practice"


def next_candidate(desk: Desk, rules: Rules) -> EnrolmentForm:
    """The next invented candidate, whom the cadre still has to ask for their consent.

    Raises ``practice_only`` in an installation with real people.
    """
    if not desk.installation.practice:
        raise UserError("practice_only")
    with desk.database.writing() as connection:
        number = facts.next_number(connection, _COUNTER)
    return msgspec.structs.replace(invented_form(number - 1, rules), consent=None)


def invented_form(number: int, rules: Rules) -> EnrolmentForm:
    """The ``number``-th invented person as the rules' event wants them, ready to be enrolled."""
    villages = villages_within(rules.region)
    kinds = [name for name in rules.occupations if name != OTHER_OCCUPATION]
    person = invent(number, villages, kinds, rules.today)
    cover = next_form(None, rules)
    return msgspec.structs.replace(
        person,
        coverage_start=cover.coverage_start,
        coverage_months=cover.coverage_months,
        consent=invented_consent(rules.today, rules.officer_id),
    )


def villages_within(region: str) -> list[str]:
    """The codes of every kelurahan and desa of a region, at whatever level it is."""
    codes = [region]
    while codes and len(codes[0]) < len("35.76.03.1001"):
        codes = [child.code for code in codes for child in regions().children(code)]
    return codes
