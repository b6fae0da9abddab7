"""A person's own data on paper (*data saya*), as UU 27/2022 art. 7 and 32 let them ask for it.

The paper shows NIK and KK whole. So making it is a look at the NIK, and is journalled first.
"""

import datetime as dt
import io

import msgspec

from jamsos_desktop.domain.activities import (
    CardHandedOver,
    CardPrinted,
    CeremonyChosen,
    ConsentRestored,
    ConsentWithdrawn,
    NikRevealed,
    PaperPrinted,
    Voided,
    VoidUndone,
)
from jamsos_desktop.domain.enrolment_form import INTERESTS, QUESTIONS
from jamsos_desktop.domain.field_labels import LABELS, label
from jamsos_desktop.domain.hand_over import ceremony_words, handed_words
from jamsos_desktop.domain.office_words import FromOffice, office_words
from jamsos_desktop.domain.person_fields import group_rupiah
from jamsos_desktop.domain.records import Child, Consent, Duplicate, Explained, Participant
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.domain.reprint import reason_words
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.services import find, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.exchange import shared_since
from jamsos_desktop.services.explain import terms
from jamsos_desktop.services.find import Happening, Person
from jamsos_desktop.services.reference import occupations, regions
from jamsos_desktop.storage.texts import SOURCE

Line = tuple[str, str]
#: What the program needs for itself and says nothing of the person.
_OURS = {"schema", "required", "reason_by", "pending"}
#: Fields that hold a word of ours.
_CODED = {"sector", "income_band", *INTERESTS, *QUESTIONS}


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
    heading = Heading(
        title=_("Data saya"),
        about=person.body.name or _("(tanpa nama)"),
        where=person.body.number,
        office=here.office_name,
        practice=here.practice,
        words=words,
    )
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
    names = {key: event.name for key, event in plan.events(desk)}
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
        (_("Keadaan pendaftaran"), person.standing.replace("_", " ")),
    ]
    lines += _seen_elsewhere(desk, person)
    if programme is not None:
        lines += terms(programme, desk.installation.office_name, SOURCE).lines[
            :-1
        ]  # the rights stand at the top
    return lines


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
    """The value as it is read; empty where nothing is held."""
    match value:
        case None | "" | () | {}:
            return ""
        case Consent() | Explained():
            return _told(value, names.get(value.by, ""))
        case tuple():
            return "; ".join(_item(one) for one in value)
        case dict():
            return "; ".join(map(str, value.values()))
        case dt.date():
            return f"{value:%d-%m-%Y}"
        case int():
            return group_rupiah(value) if name == "income" else _("{count} bulan", count=value)
    return _text(name, str(value), names)


def _text(name: str, text: str, names: dict[str, str]) -> str:
    if name in ("village", "ktp_village"):
        return full_name(regions().path(text)) or text
    if name in ("occupation", "second_occupation"):
        return occupations()[text].name if text in occupations() else text
    if name == "sex":
        return _("perempuan") if text == "P" else _("laki-laki")
    if name in ("photo", "candidate_id"):
        return _("ada")
    return text.replace("_", " ") if name in _CODED else names.get(text, text)


def _told(told: Consent | Explained, officer: str) -> str:
    """Which text, in which language, when, by whom; of a consent how it was given."""
    text = _("teks versi {version} ({language})", version=told.version, language=told.language)
    parts = [text, _moment(told.at), officer]
    if isinstance(told, Consent):
        witness = _("disaksikan {name}", name=told.witness) if told.witness else ""
        parts += [told.method.replace("_", " "), witness]
    return ", ".join(filter(None, parts))


def _item(one: object) -> str:
    if isinstance(one, Child):
        return f"{one.name}, {one.birth_date:%d-%m-%Y}" if one.birth_date else one.name
    if isinstance(one, Duplicate):
        said = one.decision.replace("_", " ")
        return f"{one.number}: {said}"
    return label(str(one))


def _history(desk: Desk, person: Person) -> list[Line]:
    here = desk.installation
    places = {key: station.name for key, station in plan.stations(desk)}
    places |= {here.office_id: here.office_name, here.station_id: here.name}
    return [
        (
            _moment(line.at),
            " · ".join(filter(None, (_what(line), line.officer, places.get(line.station_id)))),
        )
        for line in person.history
    ]


def _what(line: Happening) -> str:
    match line.body:
        case Participant() if line.first:
            return _("Didaftarkan")
        case Participant():
            fields = ", ".join(label(change.field) for change in line.changes)
            return _("Diperbaiki: {fields}", fields=fields)
        case CardPrinted(reason=reason, note=note):
            why = reason_words(reason, note)
            return _("Kartu dicetak ulang: {why}", why=why) if why else _("Kartu dicetak")
        case PaperPrinted(reason=reason, note=note):
            why = reason_words(reason, note)
            return _("Surat dicetak ulang: {why}", why=why) if why else _("Surat dicetak")
        case CardHandedOver(to=to, name=name):
            return handed_words(to, name)
        case NikRevealed():
            return _("NIK lengkap dilihat")
    if isinstance(line.body, FromOffice):
        return office_words(line.body)
    return _changed(line)


def _changed(line: Happening) -> str:
    match line.body:
        case ConsentWithdrawn():
            return _("Persetujuan dicabut")
        case ConsentRestored():
            return _("Pencabutan dibatalkan")
        case Voided():
            return _("Pendaftaran dibatalkan")
        case VoidUndone():
            return _("Pendaftaran dipulihkan")
        case CeremonyChosen(chosen=chosen):
            return ceremony_words(chosen=chosen)
    return _("Catatan lain")


def _moment(at: str) -> str:
    """A day alone where a list told no more."""
    when = dt.datetime.fromisoformat(at)
    return f"{when:%d-%m-%Y %H:%M}" if "T" in at else f"{when:%d-%m-%Y}"
