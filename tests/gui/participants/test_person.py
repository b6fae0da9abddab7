"""Everything that a person's page says."""

from typing import get_args

import msgspec

from jamsos_desktop.domain import activities
from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.participants.person import read_person
from jamsos_desktop.services import enrol, find, plan, print_cards, print_papers, reference
from jamsos_desktop.services.own_data import own_data
from jamsos_desktop.storage import journal, records
from tests.gui.desk import form, open_desk

YOUNG = {"nik": "3576015108120001", "birth_date": "11-08-2012"}


def stored(desk, record_id):
    with desk.database.reading() as connection:
        return records.get(connection, record_id)


def correct(desk, record_id, **fields):
    event_id, _event = plan.todays_event(desk)
    new = msgspec.structs.replace(form_of(stored(desk, record_id).body), **fields)
    enrol.correct(desk, record_id, new, reference.rules_of(desk, event_id))


def test_the_page_tells_who_it_is_and_hides_the_numbers(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti Aminah", kk="3576010101100007"))
    page = read_person(desk, record_id)
    assert page.name == "Siti Aminah"
    assert page.masked_nik == "3576 •••• •••• 0001"
    assert page.masked_kk == "3576 •••• •••• 0007"
    values = {label: value for group in page.groups for label, value in group.lines}
    assert values["Program"] == "Pekerja rentan DBHCHT"
    assert values["Kegiatan"].startswith("Kegiatan latihan, Balai RW")
    assert "3576015108900001" not in repr(page).replace(" ", "")
    desk.close()


def test_the_history_says_what_happened_the_latest_first(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti", phone="081234567890"))
    correct(desk, record_id, phone="081298765432", name="Siti Aminah")
    print_cards.journal_prints(desk, [record_id], "printer")
    print_cards.journal_prints(desk, [record_id], "file", Reprint("hilang", "di pasar"))
    find.reveal_nik(desk, record_id)
    board = print_papers.print_boards(desk, [record_id])
    print_papers.journal_paper(desk, board, "printer")
    receipt = print_papers.print_receipts(desk, [record_id])
    print_papers.journal_paper(desk, receipt, "file")
    print_papers.journal_paper(desk, receipt, "printer", Reprint("rusak"))
    history = read_person(desk, record_id).history
    assert [line.what for line in history] == [
        "Tanda terima dicetak, yang ke-2 (Rusak atau salah cetak)",
        "Tanda terima disimpan sebagai PDF",
        "Papan simbolis dicetak",
        "NIK lengkap dilihat",
        "Kartu disimpan sebagai PDF, lembar ke-2 (Hilang: di pasar)",
        "Kartu dicetak, lembar ke-1",
        "Diperbaiki",
        "Didaftarkan",
    ]
    assert history[6].changes == (
        "Nama: Siti → Siti Aminah",
        "Nomor HP: 0812-3456-7890 → 0812-9876-5432",
    )
    assert {line.who for line in history} == {"Petugas Latihan (Kantor Latihan)"}
    desk.close()


def test_a_corrected_nik_is_told_even_where_both_masks_are_the_same(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti"))
    correct(desk, record_id, nik="3576025108900001")
    assert read_person(desk, record_id).history[0].changes == ("NIK: diganti (tidak ditampilkan)",)
    desk.close()


def test_two_corrections_that_compete_stand_side_by_side(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti"))
    first = stored(desk, record_id)
    assert isinstance(first.body, Participant)
    for name in ("Siti Aminah", "Siti Aminatun"):  # both were made from the first
        body = msgspec.structs.replace(first.body, name=name)
        news = [journal.New(record_id, body, first.heads)]
        with desk.database.writing() as connection:
            journal.append(connection, desk.author, desk.clock(), news)
    page = read_person(desk, record_id)
    assert page.states[0] == ("perlu diputuskan", "warning")
    (conflict,) = page.conflicts
    assert conflict.label == "Nama"
    assert sorted(value for value, _who in conflict.values) == ["Siti Aminah", "Siti Aminatun"]
    assert all(who.startswith("Petugas Latihan (Kantor Latihan), ") for _v, who in conflict.values)
    desk.close()


def test_the_page_says_what_is_missing_and_who_set_what_aside(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti", birth_date="11-08-2012"))
    page = read_person(desk, record_id)
    assert ("lengkap", "success") in page.states
    correct(desk, record_id, already_insured="ya", reasons={"age_under": "surat camat"}, **YOUNG)
    page = read_person(desk, record_id)
    assert ("sudah peserta", "warning") in page.states
    lines = {group.title: dict(group.lines) for group in page.groups}
    assert lines["Alasan yang ditulis"]["Terlalu muda"] == "surat camat (Petugas Latihan)"
    rules = reference.rules_of(desk, plan.todays_event(desk)[0])
    open_form = msgspec.structs.replace(form_of(stored(desk, record_id).body), rt="", rw="")
    enrol.correct(desk, record_id, open_form, rules, incomplete=True)
    page = read_person(desk, record_id)
    assert ("belum lengkap", "warning") in page.states
    assert page.groups[0].lines == (("Belum diisi", "RT, RW"),)
    desk.close()


def test_everything_that_is_journalled_about_a_person_has_words_in_the_history(tmp_path):
    desk, (record_id,) = open_desk(tmp_path, form(0, "Siti Aminah"))
    with desk.database.writing() as connection:
        news = [journal.New(record_id, body) for body in ABOUT_PEOPLE]
        journal.append(connection, desk.author, desk.clock(), news)
    said = [event.what for event in read_person(desk, record_id).history]
    assert len(said) == len(ABOUT_PEOPLE) + 1
    assert [what for what in said if "tidak bisa dibaca" in what] == []
    assert b"".join(own_data(desk, record_id)[:4].splitlines()) == b"%PDF"
    desk.close()


#: One of each activity that is about a person; all others are about stations, events, lists.
ABOUT_PEOPLE = [
    activities.CardPrinted(to="file"),
    activities.PaperPrinted(kind="receipt", to="file"),
    activities.CardHandedOver(to="orangnya"),
    activities.CeremonyChosen(),
    activities.NikRevealed(),
    activities.ConsentWithdrawn(reason="a"),
    activities.ConsentRestored(withdrawals=(), reason="a"),
    activities.Voided(reason="a"),
    activities.VoidUndone(voids=(), reason="a"),
    activities.Decided(verdict="ditolak", heads=(), reason="a"),
    activities.DecisionUndone(decisions=(), reason="a"),
    activities.NotTheSame(others=("b",), seen=("-/90/same",), reason="a"),
    activities.NotTheSameUndone(answers=(), reason="a"),
    activities.ConflictReopened(heads=(), reason="a"),
    activities.SentToBpjs(batch="a"),
    activities.BpjsAnswered(accepted=True),
    activities.BpjsAnswerUndone(answers=(), reason="a"),
]


def test_no_kind_of_activity_is_forgotten():
    about_others = {
        *("ConsentRefused", "KitIssued", "ReceiptIssued", "ReceiptApplied"),
        *("BundleExported", "BundleImported", "CandidateVisited", "CandidatesImported"),
        *("ExchangeJoined", "KeyRevoked", "KeyRestored", "BpjsAnswersTaken"),
    }
    kinds = {kind.__name__ for kind in get_args(activities.AnyActivity)}
    assert kinds == {type(body).__name__ for body in ABOUT_PEOPLE} | about_others
