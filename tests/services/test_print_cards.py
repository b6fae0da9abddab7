"""Cards: each that goes out is journalled with its copy number, none that does not."""

import io

import pypdfium2
import pytest

from jamsos_desktop.domain.activities import BpjsAnswered, CardPrinted
from jamsos_desktop.domain.people_choice import Which
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services import print_cards as service
from jamsos_desktop.services.choose_people import choose
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.print_cards import (
    choose_cards,
    journal_prints,
    preview_cards,
    reprints,
    save_cards,
    with_card,
)
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage import journal
from tests.factories import enrol_one, event_of, office_of


@pytest.fixture
def cards(people):
    """Whose cards are printed."""
    return [person.record_id for person in people]


def copies(station, record_id):
    history = look_at(station, record_id).history
    return [line.body for line in history if isinstance(line.body, CardPrinted)]


def test_cards_come_in_the_order_of_their_numbers(station, cards):
    assert choose_cards(station, event_of(station)) == cards
    assert choose_cards(station, "another event") == []


def test_every_saved_card_is_journalled_with_its_copy_number(station, cards, tmp_path):
    for turn, why in enumerate((None, Reprint("rusak"))):
        sheet = save_cards(station, cards[:2], tmp_path / f"{turn}.pdf", reprint=why)
        assert sheet.cards == 2
        assert sheet.path.read_bytes().startswith(b"%PDF")
    journal_prints(station, cards[:1], "printer", Reprint("lain", " hilang \n di pasar "))
    assert copies(station, cards[0]) == [
        CardPrinted(to="file", copy=1),
        CardPrinted(to="file", copy=2, reason="rusak"),
        CardPrinted(to="printer", copy=3, reason="lain", note="hilang di pasar"),
    ]
    assert copies(station, cards[2]) == []
    assert choose_cards(station, event_of(station), not_printed=True) == cards[2:]


def test_the_same_person_twice_in_one_sheet_gets_two_copy_numbers(station, cards):
    journal_prints(station, [cards[0], cards[1], cards[0]], "printer", Reprint("rusak"))
    assert [body.copy for body in copies(station, cards[0])] == [1, 2]
    assert [body.copy for body in copies(station, cards[1])] == [1]


def test_looking_at_cards_prints_nothing(station, cards):
    document = pypdfium2.PdfDocument(io.BytesIO(preview_cards(station, cards)))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert look_at(station, cards[0]).body.number in text
    assert copies(station, cards[0]) == []


def test_no_cards_at_all_are_refused(station, tmp_path, refused):
    refused("no_cards", save_cards, station, [], tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_failed_write_journals_nothing_and_leaves_no_file(
    station, cards, tmp_path, monkeypatch, refused
):
    def fail(*_arguments, **_named):
        raise UserError("target_full")

    with monkeypatch.context() as patch:
        patch.setattr(service, "write_card_sheet", fail)
        refused("target_full", save_cards, station, cards, tmp_path / "a.pdf")
    refused("target_gone", save_cards, station, cards, tmp_path / "gone" / "a.pdf")
    refused("participant_unknown", save_cards, station, [*cards, "gone"], tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.pdf*")) == []
    assert copies(station, cards[0]) == []


def test_stopping_journals_nothing(station, cards, tmp_path):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        save_cards(station, cards, tmp_path / "a.pdf", cancel=token)
    assert list(tmp_path.glob("*.pdf*")) == []
    assert copies(station, cards[0]) == []


def words_on(pdf):
    """All text of a PDF in memory, with single blanks."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def answered(desk, record_id, number="12345678901", *, accepted=True):
    """BPJS's answer, as it comes with a receipt or a file."""
    said = BpjsAnswered(accepted=accepted, number=number)
    with desk.database.writing() as connection:
        journal.append(connection, office_of(desk), desk.clock(), [journal.New(record_id, said)])


def test_a_second_card_wants_a_reason_and_says_that_it_is_a_copy(station, cards, tmp_path, refused):
    assert reprints(station, cards) == []
    assert "salinan" not in words_on(preview_cards(station, cards))
    journal_prints(station, cards[:1], "printer")
    assert reprints(station, cards) == cards[:1]
    assert words_on(preview_cards(station, cards)).count("salinan 2") == 1
    target = tmp_path / "a.pdf"
    for why in (None, Reprint(), Reprint("lain", "  "), Reprint("bosan")):
        refused("reprint_reason_missing", save_cards, station, cards, target, reprint=why)
    refused("reprint_reason_missing", journal_prints, station, cards, "printer")
    assert not target.exists()
    assert len(copies(station, cards[0])) == 1
    made = save_cards(station, cards, target, reprint=Reprint("hilang"))
    assert words_on(made.path.read_bytes()).count("salinan 2") == 1
    assert copies(station, cards[0])[1] == CardPrinted(to="file", copy=2, reason="hilang")
    assert copies(station, cards[1]) == [CardPrinted(to="file")]  # no reason where it is the first


def test_a_number_that_bpjs_gave_makes_an_active_card_and_needs_no_reason(station, cards):
    journal_prints(station, cards[:2], "printer")
    answered(station, cards[0], " 1234.5678-901")
    answered(station, cards[1], "in proses")
    answered(station, cards[2], accepted=False)
    text = words_on(preview_cards(station, cards))
    assert (text.count("SALINAN INFORMASI"), text.count("SIMBOLIS")) == (1, 2)
    assert text.count("12345678901") == 1
    active = Which(not_printed="active_card")
    assert choose(station, event_of(station), active) == cards[:1]
    assert reprints(station, cards) == cards[1:2]
    journal_prints(station, cards[:1], "printer")
    assert copies(station, cards[0])[-1] == CardPrinted(
        to="printer", copy=2, reason="aktif", active=True, number="12345678901"
    )
    assert choose(station, event_of(station), active) == []
    assert reprints(station, cards) == cards[:2]  # from now on it is a copy like any other
    answered(station, cards[0], accepted=False)
    assert "12345678901" not in words_on(preview_cards(station, cards))


def statements_of(desk, record_ids):
    """What the database is asked while these cards are drawn."""
    asked = []
    with desk.database.reading() as connection:
        raw = connection.connection.driver_connection
        raw.set_trace_callback(asked.append)
        try:
            drawn = list(service._cards(desk, connection, record_ids, photos=False))
        finally:
            raw.set_trace_callback(None)
    assert len(drawn) == len(record_ids)
    return asked


def test_more_cards_ask_the_database_no_more_often(station, cards):
    more = [enrol_one(station, number).record_id for number in range(3, 12)]
    few, many = statements_of(station, cards), statements_of(station, [*cards, *more])
    assert len(many) == len(few)


def test_whose_card_would_be_revoked_already_gets_none(
    office, station, cards, stick, tmp_path, refused
):
    import_bundle(office, export_bundle(station, stick).path)
    decide(office, cards[0], "ditolak", "bukan warga")
    decide(office, cards[1], "duplikat", "sama", kept_id=cards[2])
    assert with_card(office, cards) == cards[2:]
    sheet = save_cards(office, cards, tmp_path / "a.pdf")
    assert (sheet.cards, sheet.left_out) == (1, 2)
    refused("cards_left_out", save_cards, office, cards[:2], tmp_path / "b.pdf")
