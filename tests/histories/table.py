"""What cadres do with people: whoever comes, waits, is registered, photographed, and corrected."""

import msgspec

from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.visitor import Visitor
from jamsos_desktop.services import attendance, consent, queue, visits, void
from jamsos_desktop.services.enrol import (
    correct,
    enrol,
    keep_draft,
    start_correction,
    start_draft,
)
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.pictures import keep_signature, show_picture, take_photo
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.visitors import start_with
from jamsos_desktop.storage.models import attendee, candidate, queue_ticket
from tests.histories import newer
from tests.histories.installations import built
from tests.histories.snapshots import snapshot, strokes

PEOPLE = 9  # invented people who come to register; some come twice, to two stations
OUTCOMES = ("tidak_di_rumah", "pindah", "menolak", "belum")
FIELDS = ("rt", "phone", "mother_name", "nik", "photo")
VALUES = {
    "rt": ("1", "2", "9"),
    "phone": ("081200000001", "081200000002", ""),
    "mother_name": ("Sumarni", "Kartini"),
    "nik": (),
    "photo": (),
}
_REASONS = (
    *("nik_already_enrolled", "likely_duplicate", "nik_registered_elsewhere"),
    *("nik_birth_date_differs", "nik_sex_differs", "candidate_differs"),
)


class Table:
    """The steps at a station's table; a few of them happen at the office too."""

    # --- registering ------------------------------------------------------------------------------

    def register(self, which, more):
        self._register(self._station(which).desk, more)

    def register_with_pictures(self, which, more):
        """A photo, and for some a signature on the screen."""
        desk = self._station(which).desk
        photo = self._photo(desk, more)
        signature = self._keep(desk, keep_signature(desk, strokes(more))) if more % 3 else ""
        self._register(desk, more, photo=photo, signature=signature)

    def register_who_waits(self, which, more):
        """Somebody with a number of the queue, or who came to listen and was written down."""
        (self.give_number, self.write_down)[more % 2](which, more)
        desk = self._station(which).desk
        origin = self._one_of(desk, (queue_ticket, attendee)[more % 2], more)
        self._register(desk, more, origin, name=start_with(desk, origin).known["name"])

    def register_candidate(self, which, more):
        """Somebody whom the office expects."""
        desk = self._station(which).desk
        self._register(desk, more, candidate_id=self._one_of(desk, candidate, more))

    def give_up_a_number(self, which, more):
        desk = self._station(which).desk
        start_draft(desk, built().event_id, invented_form(more, self._rules(desk)))

    # --- correcting -------------------------------------------------------------------------------

    def correct(self, which, more):
        place = self._place(which)
        person = self._known_at(place, more)
        changed = self._changed(place, person, which, more)
        correct(place.desk, person, changed, self._rules(place.desk))

    def begin_correction(self, which, more):
        """As the form does: what it says, with the photo that it names, is kept at once."""
        place = self._place(which)
        draft = start_correction(place.desk, self._known_at(place, more))
        form = self._changed(place, draft.record_id, which, more)
        draft = msgspec.structs.replace(draft, form=form)
        keep_draft(place.desk, draft)
        place.drafts.append(draft)

    def end_correction(self, which, more):
        place = self._place(which)
        if place.drafts:
            draft = place.drafts.pop(more % len(place.drafts))
            enrol(place.desk, draft, self._rules(place.desk))

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

    # --- who comes, and who is visited ------------------------------------------------------------

    def give_number(self, which, more):
        queue.give_number(self._station(which).desk, built().event_id, Visitor(name=f"Tamu {more}"))

    def call_next(self, which, more):
        queue.call_next(self._station(which).desk, built().event_id)

    def write_down(self, which, more):
        """Somebody came to listen."""
        person = Visitor(name=f"Pendengar {more}")
        attendance.add_attendee(self._station(which).desk, built().event_id, person)

    def visit(self, which, more):
        desk = self._station(which).desk
        expected = self._one_of(desk, candidate, more)
        visits.note_visit(desk, expected, built().event_id, OUTCOMES[more % len(OUTCOMES)])

    def say_something_unknown(self, which, more):
        """A program of days to come journals of somebody what no program here knows."""
        place = self._station(which)
        newer.say_something_unknown(place.desk, self._known_at(place, more), more)

    # --- how that is done -------------------------------------------------------------------------

    def _register(self, desk, more, origin="", *, signature="", **said):
        rules = self._rules(desk)
        form = invented_form(more % PEOPLE, rules)
        said = {"reasons": dict.fromkeys(_REASONS, "kembar"), **said}
        if more % 2:
            said["phone"] = ""
        if signature:
            told = msgspec.structs.replace(form.consent, method="tanda_tangan", signature=signature)
            said["consent"] = told
        form = msgspec.structs.replace(form, **said)
        draft = start_draft(desk, built().event_id, form, origin)
        made = enrol(desk, draft, rules, incomplete=bool(more % 2))
        self.people.append(made.record_id)

    def _changed(self, place, person, which, more):
        """The person's form with one field said otherwise, or with another photo."""
        with place.desk.database.reading() as connection:
            form = form_of(participant_of(connection, person).body)
        field = FIELDS[(which + more) % len(FIELDS)]
        if field == "photo":
            value = self._photo(place.desk, which + more)
        elif field == "nik":
            value = invented_form(more, self._rules(place.desk)).nik
        else:
            value = VALUES[field][more % len(VALUES[field])]
        reasons = dict.fromkeys(_REASONS, "kembar")
        changes = {field: value, "correction": "salah ketik", "reasons": reasons}
        return msgspec.structs.replace(form, **changes)

    def _photo(self, desk, number):
        return self._keep(desk, take_photo(desk, snapshot(number)))

    def _keep(self, desk, name):
        """Remember the bytes of a picture as they were when it was taken."""
        self.pictures[name] = show_picture(desk, name)
        self.taken.add((desk.installation.station_id, name))
        return name

    def _rules(self, desk):
        return rules_of(desk, built().event_id)
