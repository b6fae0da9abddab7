"""Whether a form's NIK or telephone number stands in another registration that counts."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from jamsos_desktop.domain import nik, person_fields
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.storage.activities import COUNTS
from jamsos_desktop.storage.models import PHONE_KNOWN, participant
from jamsos_desktop.storage.prepared import Prepared

_SHORTEST_PHONE = 8  # digits; what is shorter is still being typed
_WANTED: sa.BindParameter[str] = sa.bindparam("wanted", expanding=True)
_OTHERS = participant.c.record_id != sa.bindparam("record_id")
_BY_NIK = Prepared(
    sa.select(participant.c.nik, participant.c.number)
    .where(participant.c.nik.in_(_WANTED), _OTHERS, COUNTS)
    .order_by(participant.c.id.desc())
)
_BY_PHONE = Prepared(
    sa.select(participant.c.phone, participant.c.number)
    .where(participant.c.phone.in_(_WANTED), PHONE_KNOWN, _OTHERS, COUNTS)
    .order_by(participant.c.id.desc())
)


def known_numbers(
    connection: sa.Connection, forms: Sequence[EnrolmentForm], record_id: str = ""
) -> list[list[Finding]]:
    """For each form a warning that names the registration with the same NIK, or the same phone.

    ``record_id`` is who is being corrected. A placeholder matches nobody. That a phone is shared is
    usual in a family, and only told.
    """
    niks = [nik.normalise(form.nik) for form in forms]
    phones = [person_fields.normalise_phone(form.phone) for form in forms]
    wanted = [n for n in niks if len(n) == nik.LENGTH and not nik.is_placeholder(n)]
    by_nik = _numbers(connection, _BY_NIK, wanted, record_id)
    by_phone = _numbers(connection, _BY_PHONE, [p for p in phones if _is_whole(p)], record_id)
    return [
        [*_same_nik(by_nik.get(number)), *_same_phone(by_phone.get(phone))]
        for number, phone in zip(niks, phones, strict=True)
    ]


def _is_whole(phone: str) -> bool:
    return len(phone) >= _SHORTEST_PHONE and phone.isdigit()


def _numbers(
    connection: sa.Connection,
    query: Prepared,
    wanted: list[str],
    record_id: str,
) -> Mapping[str, str]:
    """The first registration number of each."""
    if not wanted:
        return {}
    return dict(query.rows(connection, {"wanted": wanted, "record_id": record_id}))


def _same_nik(number: str | None) -> list[Finding]:
    if number is None:
        return []
    return [
        Finding(
            level="warning",
            code="nik_already_enrolled",
            field="nik",
            values={"number": number},
            overridable=True,
        )
    ]


def _same_phone(number: str | None) -> list[Finding]:
    if number is None:
        return []
    values = {"number": number}
    return [Finding(level="info", code="phone_already_used", field="phone", values=values)]
