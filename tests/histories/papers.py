"""What is printed and handed over, and at whose desk."""

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.services.ceremony import choose_for_ceremony
from jamsos_desktop.services.hand_over import hand_over
from jamsos_desktop.services.known import participant_of
from jamsos_desktop.services.print_cards import journal_prints, save_cards
from jamsos_desktop.services.print_papers import Paper, journal_paper, print_boards, print_receipts

WHY = (FIRST, Reprint("rusak"), Reprint("hilang"), Reprint("lain", "warna pudar"))


class Papers:
    """Cards, receipts and boards: mostly only journalled, as after the window has printed."""

    def print_card(self, which, more):
        """With or without a reason: who has a card already gets none without one."""
        desk, person = self._person_at(which, more)
        journal_prints(desk, [person], "printer", WHY[more % len(WHY)])
        self.printed["card_printed", person] += 1

    def print_receipt(self, which, more):
        desk, person = self._person_at(which, more)
        self._journal(desk, Paper(b"", "receipt", (person,)), WHY[more % len(WHY)])

    def print_board(self, which, more):
        desk, person = self._person_at(which, more)
        self._journal(desk, Paper(b"", "board", (person,)), FIRST)

    def draw_papers(self, which, more):
        """The same with ink: a card with its photo, a receipt, a board."""
        desk, person = self._person_at(which, more)
        if more % 3 == 0:
            sheet = self.folder / f"kartu-{sum(self.printed.values())}.pdf"
            save_cards(desk, [person], sheet, reprint=WHY[1])
            self.printed["card_printed", person] += 1
        else:
            drawn = (print_receipts if more % 3 == 1 else print_boards)(desk, [person])
            self._journal(desk, drawn, WHY[1])

    def choose_for_ceremony(self, which, more):
        desk, person = self._person_at(which, more)
        choose_for_ceremony(desk, [person], chosen=bool(which % 2))

    def hand_over(self, which, more):
        desk, person = self._person_at(which, more)
        with desk.database.reading() as connection:
            number = participant_of(connection, person).body.number
        hand_over(desk, number, "keluarga" if more % 2 else "orangnya", "Wati")

    def _journal(self, desk, paper, why):
        journal_paper(desk, paper, "printer", why)
        self.printed.update((paper.kind, person) for person in paper.record_ids)

    def _person_at(self, which, more):
        place = self._place(which)
        return place.desk, self._known_at(place, more)
