"""Cards: each that goes out is journalled with its copy number, none that does not."""

import io

import pypdfium2
import pytest

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services import print_cards as service
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.print_cards import (
    choose_cards,
    journal_prints,
    preview_cards,
    save_cards,
)
from jamsos_desktop.services.progress import CancelToken
from tests.factories import event_of


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
    for turn in range(2):
        sheet = save_cards(station, cards[:2], tmp_path / f"{turn}.pdf")
        assert sheet.cards == 2
        assert sheet.path.read_bytes().startswith(b"%PDF")
    journal_prints(station, cards[:1], "printer")
    assert copies(station, cards[0]) == [
        CardPrinted(to="file", copy=1),
        CardPrinted(to="file", copy=2),
        CardPrinted(to="printer", copy=3),
    ]
    assert copies(station, cards[2]) == []
    assert choose_cards(station, event_of(station), not_printed=True) == cards[2:]


def test_the_same_person_twice_in_one_sheet_gets_two_copy_numbers(station, cards):
    journal_prints(station, [cards[0], cards[1], cards[0]], "printer")
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
