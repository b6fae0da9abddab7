"""The office: verdicts, BPJS, plans, keys that are lost, and how much it takes in unasked."""

import csv

import msgspec

from jamsos_desktop.services import decide, plan, replan
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import Selection, usual_mapping
from jamsos_desktop.services.bpjs_export import export_to_bpjs
from jamsos_desktop.services.bpjs_results import check_results, take_results
from jamsos_desktop.services.bpjs_undo import undo_answer
from jamsos_desktop.services.brake import set_brake
from jamsos_desktop.services.candidates import choose_for_ceremony
from jamsos_desktop.services.change_reference import check_file, put_in_force, restore_file
from jamsos_desktop.services.duplicate_desk import (
    different_people,
    heads_of,
    same_person,
    take_back_answer,
)
from jamsos_desktop.services.find import reveal_nik
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.services.revoked import restore_key, revoke_key
from jamsos_desktop.storage.models import candidate
from jamsos_desktop.storage.reference import shipped_text
from tests.histories.installations import built

TARIFFS = "tariffs.toml"
VERDICTS = ("diterima", "perlu_perbaikan", "ditolak", "duplikat")


class OfficeDesk:
    """The steps at the office."""

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
        export_to_bpjs(self.office.desk, chosen, self.stick, usual_mapping(self.office.desk), "csv")

    def bpjs_answers(self, which, more):
        desk, person = self.office.desk, self._known_at(self.office, more)
        with desk.database.reading() as connection:
            name = participant_of(connection, person).body.name
        path = self.folder / "jawaban.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file, delimiter=";")
            rows.writerow(("Status", "Keterangan", "NIK", "Nama", "KPJ"))
            rows.writerow(("YT"[which % 2], "", reveal_nik(desk, person), name, f"{which:011d}"))
        rows = check_results(desk, path, list(in_force(desk).result_layouts.values()))
        take_results(desk, rows, [row.line for row in rows])

    def undo_bpjs_answer(self, which, more):
        undo_answer(self.office.desk, self._known_at(self.office, more), "keliru")

    def answer_twins(self, which, more):
        """The duplicate desk: two people who look alike are the same, or are not."""
        desk = self.office.desk
        two = [self._known_at(self.office, more), self._known_at(self.office, more + 1 + which)]
        seen = heads_of(desk, two)
        if which % 3:
            said = same_person(desk, two[0], two[1:], seen, taken={"rt": two[1]}, reason="dilihat")
        else:
            said = different_people(desk, two, seen, "dilihat")
        self.answered.append(said)

    def take_back_answer(self, which, more):
        if self.answered:
            said = self.answered[more % len(self.answered)]
            take_back_answer(self.office.desk, said, "keliru")

    def change_event(self, which, more):
        event_id, event = plan.events(self.office.desk)[0]
        changed = msgspec.structs.replace(event, place=f"Balai RW {more}")
        replan.change_event(self.office.desk, event_id, changed)

    def new_tariffs(self, which, more):
        """A regulation changes what JKK costs; or that was a mistake, and the old one holds."""
        desk = self.office.desk
        if more % 4 == 0:
            restore_file(desk, TARIFFS, "keliru")
            return
        self.versions += 1
        text = shipped_text(TARIFFS).replace("version = 1", f"version = {self.versions}")
        path = self.folder / TARIFFS
        path.write_text(text.replace("jkk = 10_000", f"jkk = {10 + more}_000"), encoding="utf-8")
        put_in_force(desk, [check_file(desk, path)], "peraturan baru")

    def mark_candidate(self, which, more):
        """Somebody on the list is to be handed a card in public, if they register."""
        expected = self._one_of(self.office.desk, candidate, more)
        choose_for_ceremony(self.office.desk, expected, bool(which % 2))

    def key_lost(self, which, more):
        """A laptop was stolen, or was found again."""
        station_id = self._station(which).station_id
        if more % 3:
            revoke_key(self.office.desk, station_id, "dicuri")
        else:
            restore_key(self.office.desk, station_id, "ditemukan")

    def set_brake(self, which, more):
        """From now on the office asks at the first duplicate, or nearly never."""
        set_brake(self.office.desk, (0, 100)[more % 2], 1 + which)
