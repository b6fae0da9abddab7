"""BPJS answers that were recorded by mistake are taken back: of one person, or a whole file."""

import pytest

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services.bpjs_results import AnswerRow, take_results
from jamsos_desktop.services.bpjs_undo import (
    WithCard,
    answers_of,
    list_taken,
    undo_answer,
    undo_file,
)
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import (
    rebuild_projections,
    state_hash,
    verify_journal,
)
from jamsos_desktop.services.print_cards import journal_prints, reprints
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.storage.card_prints import kpj_numbers

YES = BpjsAnswered(accepted=True, number="12345678901")
NO = BpjsAnswered(accepted=False, reason="NIK tidak padan")


@pytest.fixture
def here(office, station, people, stick):
    """Three people who came to the office, accepted."""
    import_bundle(office, export_bundle(station, stick).path)
    for person in people:
        decide(office, person.record_id, "diterima")
    return people


def take(office, file, **answers):
    """Record these answers, by record id, as those of one file."""
    rows = []
    for line, (record_id, answer) in enumerate(answers.items(), 2):
        told = look_at(office, record_id).answer.told
        before = told.body if told and isinstance(told.body, BpjsAnswered) else None
        outcome = "changed" if before else "new"
        rows.append(
            AnswerRow(line, outcome, "x", "", record_id=record_id, answer=answer, before=before)
        )
    lines = [row.line for row in rows]
    assert take_results(office, rows, lines, file=file) == len(rows)


def standing(desk, person):
    return look_at(desk, person.record_id).standing


def test_a_whole_file_is_taken_back_and_all_is_as_before(office, here):
    first, second, _third = here
    take(office, "benar.xlsx", **{first.record_id: NO})
    take(office, "keliru.xlsx", **{first.record_id: YES, second.record_id: YES})
    wrong, right = list_taken(office)
    assert (wrong.file, wrong.answers, wrong.left, wrong.accepted) == ("keliru.xlsx", 2, 2, 2)
    assert [one.state for one in answers_of(office, right.id)] == ["replaced"]
    assert [standing(office, one) for one in here] == ["aktif", "aktif", "diterima"]

    done = undo_file(office, wrong.id, "Berkas kota lain")
    assert (done.answers, done.cards) == (2, ())
    assert [standing(office, one) for one in here] == ["ditolak_bpjs", "diterima", "diterima"]
    assert [one.left for one in list_taken(office)] == [0, 1]
    assert [one.state for one in answers_of(office, wrong.id)] == ["undone", "undone"]
    assert [one.state for one in answers_of(office, right.id)] == ["stands"]
    with office.database.reading() as connection:
        assert kpj_numbers(connection, [one.record_id for one in here]) == {}
    assert look_at(office, first.record_id).history[-1].body.reason == "Berkas kota lain"


def test_one_person_of_a_file_is_taken_back_alone(office, here):
    first, second, _third = here
    take(office, "a.xlsx", **{first.record_id: YES, second.record_id: YES})
    (file,) = list_taken(office)
    assert undo_file(office, file.id[:8], "Orang lain", [first.record_id]).answers == 1
    assert [standing(office, one) for one in here] == ["diterima", "aktif", "diterima"]
    assert undo_answer(office, second.record_id, "Orang lain").answers == 1
    assert standing(office, second) == "diterima"
    take(office, "b.xlsx", **{first.record_id: NO})
    assert standing(office, first) == "ditolak_bpjs"


def test_what_a_later_file_replaced_does_not_come_back(office, here):
    """Undoing the wrong file first and the newer one after it leads to no answer at all."""
    (first, *_others) = here
    take(office, "keliru.xlsx", **{first.record_id: YES})
    take(office, "baru.xlsx", **{first.record_id: NO})
    new, wrong = list_taken(office)
    undo_file(office, wrong.id, "Keliru")
    assert standing(office, first) == "ditolak_bpjs"
    undo_file(office, new.id, "Keliru juga")
    assert standing(office, first) == "diterima"


def test_whoever_has_a_card_that_says_active_is_named_and_gets_a_new_one(office, here):
    first, second, _third = here
    take(office, "keliru.xlsx", **{first.record_id: YES, second.record_id: NO})
    journal_prints(office, [first.record_id, second.record_id], "file")
    (file,) = list_taken(office)
    assert [one.stale_card for one in answers_of(office, file.id)] == [False, False]
    assert undo_file(office, file.id, "Keliru").cards == (WithCard(first.number, first.name),)
    assert [one.stale_card for one in answers_of(office, file.id)] == [True, False]
    right = BpjsAnswered(accepted=True, number="10987654321")
    take(office, "benar.xlsx", **{first.record_id: right})
    assert reprints(office, [first.record_id]) == []
    journal_prints(office, [first.record_id], "file")
    assert reprints(office, [first.record_id]) == [first.record_id]
    assert not any(one.stale_card for one in answers_of(office, file.id))
    other = BpjsAnswered(accepted=True, number="11111111111")
    take(office, "lain.xlsx", **{first.record_id: other})
    journal_prints(office, [first.record_id], "file")
    assert reprints(office, [first.record_id]) == [first.record_id]
    assert len(undo_answer(office, first.record_id, "Nomor orang lain").cards) == 1
    assert standing(office, first) == "aktif"
    assert reprints(office, [first.record_id]) == []  # under the number of before


def test_stations_learn_of_it_in_any_order(office, station, here, stick, clock):
    (first, *_others) = here
    take(office, "keliru.xlsx", **{first.record_id: YES})
    station_id = station.installation.station_id
    before = issue_receipt(office, station_id, stick).path
    clock.go(minutes=1)
    undo_answer(office, first.record_id, "Keliru")
    after = issue_receipt(office, station_id, stick).path
    apply_receipt(station, after)
    assert standing(station, first) == "diterima"
    apply_receipt(station, before)
    assert standing(station, first) == "diterima"
    import_bundle(office, export_bundle(station, stick).path)
    state, stands = state_hash(office), standing(office, first)
    rebuild_projections(office)
    assert (state_hash(office), standing(office, first)) == (state, stands)
    assert verify_journal(office).good
    assert state_hash(station) == state_hash(office)


def test_only_the_office_takes_answers_back_and_says_why(office, station, here, refused):
    (first, *_others) = here
    refused("answer_not_recorded", undo_answer, office, first.record_id, "Keliru")
    take(office, "a.xlsx", **{first.record_id: YES})
    (file,) = list_taken(office)
    refused("reason_missing", undo_file, office, file.id, "  ")
    refused("office_only", undo_answer, station, first.record_id, "Keliru")
    refused("answers_unknown", undo_file, office, "tidak ada", "Keliru")
    refused("answers_unknown", answers_of, office, "")
    refused("participant_unknown", undo_answer, office, "siapa", "Keliru")
    undo_file(office, file.id, "Keliru")
    refused("answer_not_recorded", undo_file, office, file.id, "Keliru")


def test_who_stops_has_taken_nothing_back(office, here):
    (first, *_others) = here
    take(office, "a.xlsx", **{first.record_id: YES})
    (file,) = list_taken(office)
    stop = CancelToken()
    stop.cancel()
    with pytest.raises(Cancelled):
        undo_file(office, file.id, "Keliru", cancel=stop)
    assert standing(office, first) == "aktif"
