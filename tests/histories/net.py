"""What may happen at an office and its stations within some days, each step by its service.

A step is a name and two small numbers, so that hypothesis can shorten a history. What a service
refuses, for the reason that it would tell a person, has not happened.
"""

import csv
import shutil
from collections import Counter
from functools import cached_property
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import consent, decide, plan, replan, void
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import Selection, mapping
from jamsos_desktop.services.bpjs_export import export_to_bpjs
from jamsos_desktop.services.bpjs_results import check_results, result_layout, take_results
from jamsos_desktop.services.brake import Braked
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import correct, enrol, start_correction, start_draft
from jamsos_desktop.services.exchange import exchange
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import reveal_nik
from jamsos_desktop.services.hand_over import hand_over
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.print_cards import journal_prints
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage.models import entry, participant
from tests.factories import FixedClock
from tests.histories.installations import OFFICE, STATIONS, built, open_desk

PEOPLE = 9  # invented people who come to register; some come twice, to two stations
VERDICTS = ("diterima", "perlu_perbaikan", "ditolak", "duplikat")
FIELDS = ("rt", "phone", "mother_name", "nik")
VALUES = {
    "rt": ("1", "2", "9"),
    "phone": ("081200000001", "081200000002", ""),
    "mother_name": ("Sumarni", "Kartini"),
    "nik": (),
}
HOURS = (-24 * 400, -30, -1, 1, 30, 24 * 400)
_REASONS = (
    *("nik_already_enrolled", "likely_duplicate", "nik_registered_elsewhere"),
    *("nik_birth_date_differs", "nik_sex_differs"),
)


class Sent(NamedTuple):
    """A bundle on a stick, and the entries that went into it."""

    station_id: str
    path: object
    entries: frozenset


class Place:
    """One installation: its folder, its clock, its desk, and an old copy of it, if one was made."""

    def __init__(self, folder, name):
        self.name, self.folder, self.clock = name, folder / name, FixedClock()
        self.copy = folder / f"salinan-{name}"
        self.restored = 0
        self.drafts = []
        shutil.copytree(built().folder / name, self.folder)
        self._desk = None

    @property
    def desk(self) -> Desk:
        """The desk, signed in at the first use."""
        if self._desk is None:
            self._desk = open_desk(self.folder, self.clock, self.name)
        return self._desk

    @cached_property
    def station_id(self):
        return self.desk.installation.station_id

    def close(self):
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def keep_copy(self):
        """Copy the data folder, as somebody does who is careful."""
        self.close()
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.folder, self.copy)

    def restore(self):
        """Go on working on the old copy, as after a broken disk."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.copy, self.folder)
        self.restored += 1

    def own(self, last=None):
        """The hashes of the journal that is written here, up to the number ``last``."""
        return entries_of(self.desk, self.station_id, last)


def take_in(desk, path):
    """Import a bundle; where it stops and asks, somebody looks, and says that it is meant."""
    try:
        return import_bundle(desk, path)
    except Braked:
        return import_bundle(desk, path, anyway="memang begitu")


def entries_of(desk, station_id, last=None):
    """The hashes that a desk has of one station's journal."""
    query = sa.select(entry.c.entry_hash).where(entry.c.station_id == station_id)
    if last is not None:
        query = query.where(entry.c.seq <= last)
    with desk.database.reading() as connection:
        return frozenset(connection.scalars(query))


class Net:
    """The office, some of its stations, and the sticks between them."""

    def __init__(self, folder, stations):
        self.folder, self.stick = folder, folder / "flashdisk"
        self.meeting = folder / "bersama"
        self.stick.mkdir(parents=True)
        self.meeting.mkdir()
        self.office = Place(folder, OFFICE)
        self.stations = [Place(folder, name) for name in STATIONS[:stations]]
        self.people = []  # record ids, in the order in which they were registered
        self.bundles = []  # on their way
        self.delivered = []  # those that the office, as it is now, has taken in
        self._delivered_then = []  # and the office of the old copy
        self.receipts = []  # (station, path)
        self.happened = Counter()

    @property
    def places(self):
        return [self.office, *self.stations]

    def close(self):
        for place in self.places:
            place.close()

    def do(self, step):
        """One step; what is refused with a reason has not happened."""
        action, which, more = step
        try:
            getattr(self, action)(which, more)
        except UserError as error:
            self.happened[f"{action}: {error.code}"] += 1
        else:
            self.happened[action] += 1

    # --- people at a table ------------------------------------------------------------------------

    def register(self, which, more):
        desk = self._station(which).desk
        rules = rules_of(desk, built().event_id)
        form = invented_form(more % PEOPLE, rules)
        form = msgspec.structs.replace(
            form, reasons=dict.fromkeys(_REASONS, "kembar"), phone="" if more % 2 else form.phone
        )
        draft = start_draft(desk, built().event_id, form)
        made = enrol(desk, draft, rules, incomplete=bool(more % 2))
        self.people.append(made.record_id)

    def give_up_a_number(self, which, more):
        desk = self._station(which).desk
        start_draft(desk, built().event_id, invented_form(more, rules_of(desk, built().event_id)))

    def correct(self, which, more):
        place = self._place(which)
        person = self._known_at(place, more)
        rules = rules_of(place.desk, built().event_id)
        correct(place.desk, person, self._changed(place, person, which, more), rules)

    def begin_correction(self, which, more):
        place = self._place(which)
        draft = start_correction(place.desk, self._known_at(place, more))
        form = self._changed(place, draft.record_id, which, more)
        place.drafts.append(msgspec.structs.replace(draft, form=form))

    def end_correction(self, which, more):
        place = self._place(which)
        if place.drafts:
            rules = rules_of(place.desk, built().event_id)
            enrol(place.desk, place.drafts.pop(more % len(place.drafts)), rules)

    def void(self, which, more):
        place = self._place(which)
        void.void(place.desk, self._known_at(place, more), "salah orang")

    def undo_void(self, which, more):
        place = self._place(which)
        void.undo_void(place.desk, self._known_at(place, more), "ternyata benar")

    def withdraw(self, which, more):
        place = self._place(which)
        consent.withdraw(place.desk, self._known_at(place, more), "tidak jadi")

    def restore_consent(self, which, more):
        place = self._place(which)
        consent.restore(place.desk, self._known_at(place, more), "salah paham")

    def print_card(self, which, more):
        place = self._place(which)
        journal_prints(place.desk, [self._known_at(place, more)], "printer", Reprint("rusak"))

    def hand_over(self, which, more):
        place = self._place(which)
        with place.desk.database.reading() as connection:
            number = participant_of(connection, self._known_at(place, more)).body.number
        hand_over(place.desk, number, "keluarga" if more % 2 else "orangnya", "Wati")

    # --- the office -------------------------------------------------------------------------------

    def decide(self, which, more):
        person = self._known_at(self.office, more)
        verdict = VERDICTS[which % len(VERDICTS)]
        kept = self._known_at(self.office, more + 1)
        decide.decide(self.office.desk, person, verdict, "dilihat", kept_id=kept, fields=("rt",))

    def undo_decisions(self, which, more):
        decide.undo_decisions(self.office.desk, self._known_at(self.office, more), "keliru")

    def accept_all(self, which, more):
        accept_all(self.office.desk, self.people)

    def send_to_bpjs(self, which, more):
        chosen = Selection(built().programme_id)
        export_to_bpjs(self.office.desk, chosen, self.stick, mapping(), "csv")

    def bpjs_answers(self, which, more):
        desk, person = self.office.desk, self._known_at(self.office, more)
        with desk.database.reading() as connection:
            name = participant_of(connection, person).body.name
        path = self.folder / "jawaban.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file, delimiter=";")
            rows.writerow(("Status", "Keterangan", "NIK", "Nama", "KPJ"))
            rows.writerow(("YT"[which % 2], "", reveal_nik(desk, person), name, f"{which:011d}"))
        rows = check_results(desk, path, [result_layout()])
        take_results(desk, rows, [row.line for row in rows])

    def change_event(self, which, more):
        event_id, event = plan.events(self.office.desk)[0]
        changed = msgspec.structs.replace(event, place=f"Balai RW {more}")
        replan.change_event(self.office.desk, event_id, changed)

    # --- what travels -----------------------------------------------------------------------------

    def export(self, which, more=0):
        place = self._station(which)
        made = export_bundle(place.desk, self.stick)
        with place.desk.database.reading() as connection:
            query = sa.select(entry.c.entry_hash).where(
                entry.c.station_id == place.station_id,
                entry.c.seq.between(made.first_seq, made.last_seq),
            )
            entries = frozenset(connection.scalars(query))
        self.bundles.append(Sent(place.station_id, made.path, entries))

    def take_in(self, which, more):
        """Any bundle, the newest or an old one, for the first time or again."""
        if self.bundles:
            self.deliver(self.bundles[more % len(self.bundles)])

    def deliver(self, sent):
        """The office takes a bundle in, and its report says of each entry what became of it."""
        before = entries_of(self.office.desk, sent.station_id)
        report = take_in(self.office.desk, sent.path)
        assert report.entries == len(sent.entries)
        assert report.added == len(sent.entries - before)
        self.delivered.append(sent)

    def send(self, which, more):
        """The ordinary way: the stick goes straight to the office."""
        self.export(which)
        self.deliver(self.bundles[-1])

    def meet(self, which, more):
        """A laptop shows the others of the event whom it registered, and sees whom they did."""
        exchange(self._station(which).desk, built().event_id, self.meeting)

    def lose(self, which, more):
        """The stick with this bundle is never seen again."""
        if self.bundles:
            self.bundles.pop(more % len(self.bundles))

    def issue(self, which, more=0):
        place = self._station(which)
        issued = issue_receipt(self.office.desk, place.station_id, self.stick)
        self.receipts.append((place, issued.path))

    def apply(self, which, more):
        """Any receipt of this station, in any order, for the first time or again."""
        place = self._station(which)
        mine = [path for whose, path in self.receipts if whose is place]
        if mine:
            apply_receipt(place.desk, mine[more % len(mine)])

    def answer(self, which, more):
        """The ordinary way back."""
        self.issue(which)
        place, path = self.receipts[-1]
        apply_receipt(place.desk, path)

    # --- what goes wrong --------------------------------------------------------------------------

    def set_clock(self, which, more):
        self._place(which).clock.go(hours=HOURS[more % len(HOURS)])

    def restart(self, which, more):
        self._place(which).close()

    def keep_copy(self, which, more):
        place = self._place(which)
        place.keep_copy()
        if place is self.office:
            self._delivered_then = list(self.delivered)

    def work_on_the_copy(self, which, more):
        """Of those places of which there is an old copy."""
        copied = [place for place in self.places if place.copy.exists()]
        if copied:
            place = copied[which % len(copied)]
            place.restore()
            if place is self.office:
                self.delivered = list(self._delivered_then)

    # --- whom and where ---------------------------------------------------------------------------

    def _station(self, which):
        return self.stations[which % len(self.stations)]

    def _place(self, which):
        return self.places[which % len(self.places)]

    def _known_at(self, place, more):
        """One of the people whom an installation knows, by the order of registration."""
        with place.desk.database.reading() as connection:
            known = set(connection.scalars(sa.select(participant.c.record_id)))
        here = [one for one in self.people if one in known]
        if not here:
            raise UserError("participant_unknown")
        return here[more % len(here)]

    def _changed(self, place, person, which, more):
        with place.desk.database.reading() as connection:
            form = form_of(participant_of(connection, person).body)
        field = FIELDS[(which + more) % len(FIELDS)]
        values = VALUES[field] or (invented_form(more, rules_of(place.desk, built().event_id)).nik,)
        changes = {field: values[more % len(values)], "correction": "salah ketik"}
        reasons = dict.fromkeys(_REASONS, "kembar")
        return msgspec.structs.replace(form, reasons=reasons, **changes)
