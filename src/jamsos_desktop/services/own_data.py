"""A person's own data on paper (*data saya*), as UU 27/2022 art. 7 and 32 let them ask for it.

The paper shows NIK and KK whole. So making it is a look at the NIK, and is journalled first.
"""

import io

import msgspec

from jamsos_desktop.domain.explanation import terms_of
from jamsos_desktop.domain.field_labels import LABELS, label
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.office_words import NAMES
from jamsos_desktop.domain.records import Consent, Explained, Programme
from jamsos_desktop.i18n import _
from jamsos_desktop.services import find, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.exchange import shared_since
from jamsos_desktop.services.find import Happening, Person
from jamsos_desktop.services.history_words import happening_words
from jamsos_desktop.services.paper_heading import heading_of
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.services.value_words import value_words
from jamsos_desktop.storage.texts import SOURCE

Line = tuple[str, str]
#: What the program needs for itself and says nothing of the person.
_OURS = {"schema", "required", "reason_by", "pending", "rules"}


def own_data(desk: Desk, record_id: str) -> bytes:
    """The PDF of everything that is held on a participant. Raises ``participant_unknown``.

    That somebody looked at the whole NIK is journalled, and stands in the history on the paper.
    """
    from jamsos_desktop.printing.own_data import write_own_data

    nik = find.reveal_nik(desk, record_id)
    person = find.look_at(desk, record_id)
    here = desk.installation
    words = _(
        "Anda boleh meminta data ini dibetulkan, dibatasi, atau dihapus, dan mencabut persetujuan "
        "kapan saja lewat petugas atau {office}. Sesudah dicabut, data berhenti dipakai dalam "
        "3×24 jam (UU 27/2022).",
        office=here.office_name,
    )
    name = person.body.name or _("(tanpa nama)")
    heading = heading_of(desk, _("Data saya"), name, person.body.number, words)
    target = io.BytesIO()
    write_own_data(
        target,
        heading,
        [*_held(desk, person, nik), *_terms(desk, person)],
        _history(desk, person),
        date=desk.clock().date(),
        officer=desk.officer.name,
    )
    return target.getvalue()


def _held(desk: Desk, person: Person, nik: str) -> list[Line]:
    known = in_force(desk)
    names = known.occupation_names | known.band_words()
    names |= {key: event.name for key, event in plan.events(desk)}
    names |= {key: programme.name for key, programme in plan.programmes(desk)}
    names |= {key: officer.name for key, officer in plan.officers(desk)}
    body = msgspec.structs.replace(person.body, nik=nik)
    fields = [name for name in LABELS if name not in _OURS]
    values = [(label(name), _value(name, getattr(body, name), names)) for name in fields]
    return [line for line in values if line[1]]


def _terms(desk: Desk, person: Person) -> list[Line]:
    """Under which terms, and how far the data have come."""
    programme = dict(plan.programmes(desk)).get(person.body.programme_id)
    agreed = _("dicabut") if person.withdrawn else _("berlaku")
    lines = [
        (_("Keadaan persetujuan"), agreed if person.body.consent else _("belum ada")),
        (_("Keadaan pendaftaran"), _(NAMES[person.standing])),
    ]
    lines += _seen_elsewhere(desk, person)
    if programme is not None:
        lines += _agreed_to(desk, programme, person.body.consent)
    return lines


def _agreed_to(desk: Desk, programme: Programme, consent: Consent | None) -> list[Line]:
    """The text that the person agreed to, in Indonesian; the one of today where none is known."""
    known = in_force(desk)
    texts = known.consent_of(consent.version) if consent else None
    text, facts = texts or (known.texts.consent, known.texts.consent_facts)
    terms = terms_of(text, facts, programme, desk.installation.office_name)[SOURCE]
    return list(terms.lines[:-1])  # the rights stand at the top


def _seen_elsewhere(desk: Desk, person: Person) -> list[Line]:
    """That the event's other laptops saw a part of it, where they did."""
    places = {line.station_id for line in person.history if line.first}
    if not any(shared_since(desk, person.body.event_id, place) for place in places):
        return []
    what = _(
        "nama, tanggal lahir, jenis kelamin, kelurahan, dan sandi NIK, untuk mencegah pendaftaran "
        "ganda; paling lama dua hari"
    )
    return [(_("Terlihat di laptop lain di kegiatan ini"), what)]


def _value(name: str, value: object, names: dict[str, str]) -> str:
    """The value as it is read, identity numbers whole; empty where nothing is held."""
    if value in (None, "", (), {}) or (name == "contribution" and not value):
        return ""
    if name in ("nik", "kk"):
        return str(value)
    said = value_words(name, value, names).replace("\n", "; ")
    who = names.get(value.by, "") if isinstance(value, Consent | Explained) else ""
    return ", ".join(filter(None, (said, who)))


def _history(desk: Desk, person: Person) -> list[Line]:
    here = desk.installation
    places = {key: station.name for key, station in plan.stations(desk)}
    places |= {here.office_id: here.office_name, here.station_id: here.name}
    return [
        (
            moment_words(line.at),
            " · ".join(filter(None, (_what(line), line.officer, places.get(line.station_id)))),
        )
        for line in person.history
    ]


def _what(line: Happening) -> str:
    """What was done; of a correction in which fields."""
    fields = ", ".join(label(change.field) for change in line.changes)
    said = happening_words(line)
    return f"{said}: {fields}" if fields else said
