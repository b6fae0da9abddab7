"""Everything that a person's page says, as frozen words. No Qt; made on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.completeness import is_complete
from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.gui.participants.lines import state_of
from jamsos_desktop.gui.participants.person_groups import groups_of, missing_lines
from jamsos_desktop.gui.participants.pictures import NO_PICTURES, Pictures, read_pictures
from jamsos_desktop.gui.participants.verdicts import NO_VERDICTS, Verdicts, read_verdicts
from jamsos_desktop.gui.standing_words import shown
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.services import find, plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.find import Happening, Person
from jamsos_desktop.services.history_words import happening_words
from jamsos_desktop.services.reference import DECIDERS, in_force
from jamsos_desktop.services.value_words import NOTHING, found_words, value_words


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and below it labels with their values."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: what, when and by whom, and which fields changed."""

    what: str
    when: str
    who: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field for which several values compete: each with who wrote it and when."""

    label: str
    values: tuple[tuple[str, str], ...]  # (value, who and when)


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The page of one person. ``kk`` is shown only while the NIK is uncovered."""

    record_id: str
    name: str
    number: str
    masked_nik: str
    masked_kk: str
    kk: str
    states: tuple[tuple[str, Tone], ...]
    groups: tuple[Group, ...]
    conflicts: tuple[Conflict, ...]
    history: tuple[Event, ...]  # the latest first
    pictures: Pictures = NO_PICTURES
    withdrawn: bool = False  # took their consent back
    voided: bool = False  # the registration was a mistake
    may_void: bool = False  # whoever looks may say so
    decides: bool = False  # whoever looks may undo a withdrawal or a void
    verdicts: Verdicts = NO_VERDICTS  # what they may say for the office

    def no_card(self) -> str:
        """Why no card may be printed; empty where one may."""
        if self.voided:
            return _("Pendaftarannya dibatalkan, jadi tidak ada kartu.")
        return _("Persetujuannya dicabut, jadi tidak ada kartu.") if self.withdrawn else ""


def read_person(desk: Desk, record_id: str) -> PersonPage:
    """Look at one person. Raises ``participant_unknown``."""
    person = find.look_at(desk, record_id)
    names = names_of(desk)
    places = places_of(desk)
    body = person.body
    return PersonPage(
        record_id=record_id,
        name=body.name or _("(tanpa nama)"),
        number=body.number,
        masked_nik=nik.group(body.nik) or NOTHING,
        masked_kk=value_words("kk", body.kk, names),
        kk=nik.group(body.kk) or NOTHING,
        states=states_of(person),
        pictures=read_pictures(desk, body),
        withdrawn=person.withdrawn,
        voided=person.voided,
        may_void=person.may_void,
        decides=desk.officer.role in DECIDERS,
        verdicts=read_verdicts(desk, person),
        groups=(
            *_answer(person),
            *_missing(body),
            *(Group(title, lines) for title, lines in groups_of(body, names)),
            *_reasons(desk, body),
        ),
        conflicts=_conflicts(person, names, places),
        history=tuple(event_of(line, names, places) for line in reversed(person.history)),
    )


def _answer(person: Person) -> tuple[Group, ...]:
    """What the office or BPJS said last, and what to do about it."""
    said = person.answer.told.body if person.answer.told else None
    if said is None:
        return ()
    fields = ", ".join(map(label, getattr(said, "fields", ())))
    lines = (
        (_("Keadaan"), shown(person.standing).name),
        (_("Alasan"), getattr(said, "reason", "")),
        (_("Yang harus diperbaiki"), fields),
        (_("Pendaftaran yang dipakai"), getattr(said, "kept_number", "")),
        (_("Nomor dari BPJS"), getattr(said, "number", "")),
        (_("Yang perlu dilakukan"), shown(person.standing).todo),
    )
    return (Group(_("Jawaban kantor"), tuple(line for line in lines if line[1])),)


def _missing(person: Participant) -> tuple[Group, ...]:
    """What still has to be filled or decided."""
    lines = missing_lines(person)
    return (Group(_("Masih kurang"), lines),) if lines else ()


def _reasons(desk: Desk, person: Participant) -> tuple[Group, ...]:
    """What was set aside: what was found, why not to mind it, and who said so."""
    if not person.reasons:
        return ()
    names = {key: officer.name for key, officer in plan.officers(desk)}
    lines = []
    for code, reason in person.reasons.items():
        who = names.get(person.reason_by.get(code, ""))
        lines.append((found_words(code), f"{reason} ({who})" if who else reason))
    return (Group(_("Alasan yang ditulis"), tuple(lines)),)


def names_of(desk: Desk) -> dict[str, str]:
    """What events, programmes, occupations and bands of income are called, by their ids."""
    known = in_force(desk)
    events = {
        name: f"{event.name}, {event.place}, {event.date:%d-%m-%Y}"
        for name, event in plan.events(desk)
    }
    programmes = {name: programme.name for name, programme in plan.programmes(desk)}
    return known.occupation_names | known.band_words() | events | programmes


def places_of(desk: Desk) -> dict[str, str]:
    """What stations are called, by their ids."""
    here = desk.installation
    known = {name: station.name for name, station in plan.stations(desk)}
    return {here.office_id: here.office_name, **known, here.station_id: here.name}


def states_of(known: Person) -> tuple[tuple[str, Tone], ...]:
    """How far a registration has come and what is wrong with it, what must be decided first."""
    person = known.body
    printed = sum(isinstance(line.body, CardPrinted) for line in known.history)
    states: list[tuple[str, Tone]] = [state_of(printed, conflict=False)]
    if not (known.withdrawn or known.voided):
        stands = shown(known.standing)
        states.append((stands.name, stands.tone))
    if known.conflicts:
        states.insert(0, state_of(printed, conflict=True))
    if person.consent is None:
        states.insert(0, state_of(printed, conflict=False, consented=False))
    if known.withdrawn:
        states.insert(0, state_of(printed, conflict=False, withdrawn=True))
    if known.voided:
        states.insert(0, state_of(printed, conflict=False, voided=True))
    if person.already_insured == "ya":
        states.append((_("sudah peserta"), "warning"))
    complete: tuple[str, Tone] = (_("lengkap"), "success")
    states.append(complete if is_complete(person) else (_("belum lengkap"), "warning"))
    return tuple(states)


def _conflicts(
    person: Person, names: Mapping[str, str], places: Mapping[str, str]
) -> tuple[Conflict, ...]:
    wrote = {line.entry_hash: line for line in person.history}
    return tuple(
        Conflict(
            label(field),
            tuple(
                (value_words(field, value, names), _who_when(wrote.get(entry), places))
                for entry, value in values
            ),
        )
        for field, values in person.conflicts.items()
    )


def _who_when(line: Happening | None, places: Mapping[str, str]) -> str:
    if line is None:
        return ""
    return f"{_who(line, places)}, {moment_words(line.at)}"


def _who(line: Happening, places: Mapping[str, str]) -> str:
    officer = line.officer or _("petugas tidak dikenal")
    place = places.get(line.station_id)
    return f"{officer} ({place})" if place else officer


def event_of(line: Happening, names: Mapping[str, str], places: Mapping[str, str]) -> Event:
    """One line of the history in words."""
    changes = tuple(_change(change, names) for change in line.changes)
    return Event(happening_words(line), moment_words(line.at), _who(line, places), changes)


def _change(change: find.Change, names: Mapping[str, str]) -> str:
    old, new = (value_words(change.field, value, names) for value in (change.old, change.new))
    if old == new:  # both masked alike
        return _("{field}: diganti (tidak ditampilkan)", field=label(change.field))
    values = {"field": label(change.field), "old": old, "new": new}
    return _("{field}: {old} → {new}", **values)
