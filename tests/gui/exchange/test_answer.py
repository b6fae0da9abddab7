"""The office's answer in words, and on the page."""

import pytest
from PySide6.QtCore import Qt

from jamsos_desktop.domain.activities import Decided
from jamsos_desktop.gui import dialogs, exchange
from jamsos_desktop.gui.exchange.answer import MOST_NAMED, answered
from jamsos_desktop.gui.exchange.cards import AnswerCard
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.pages import read_header
from jamsos_desktop.services.export_bundle import count_unsent
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.services.receipts import Applied, News, issue_receipt
from jamsos_desktop.storage import journal, records
from tests.journeys.world import OFFICE, POS1


def news(number, standing="diterima", **more):
    values = {"record_id": "r", "number": f"MJK1-{number:05}", "name": "Siti", "standing": standing}
    return News(**values, reason=more.get("reason", ""), fields=more.get("fields", ()))


def applied(*people, **changes):
    values = {"office_name": "Kota Mojokerto", "issued_at": "2026-11-22T09:00:00+07:00"}
    values |= {"accepted_seq": 7, "added": 3, "news": list(people)}
    return Applied(**(values | changes))


def test_what_is_to_be_corrected_is_said_with_the_reason_and_what_to_do():
    said = answered(applied(news(1, "perlu_perbaikan", fields=("nik",), reason="terbalik")))
    assert said.news == (
        "MJK1-00001 Siti: perlu perbaikan (NIK), terbalik."
        " Perbaiki datanya, lalu ekspor sekali lagi.",
    )


def test_many_people_are_counted_after_the_first():
    said = answered(applied(*(news(number) for number in range(MOST_NAMED + 3))))
    assert len(said.news) == MOST_NAMED
    assert "3 orang lagi" in said.more


@pytest.mark.parametrize(
    ("changes", "part", "words"),
    [
        ({"added": 0}, "what", "sudah pernah dibuka"),
        ({"accepted_seq": 0}, "how_far", "belum menerima apa pun"),
        ({"other_branch": True}, "trouble", "salinan lama"),
    ],
)
def test_what_is_out_of_the_ordinary_is_said(changes, part, words):
    assert words in getattr(answered(applied(**changes)), part)


def test_an_answer_is_opened_and_shown(qtbot, shown, world, station, jobs, stick, monkeypatch):
    world.enrol(POS1, 0, 2)
    world.take_in(world.export(POS1))
    office = world[OFFICE]
    person = find_participants(office)[0]
    with office.database.writing() as connection:
        heads = records.get(connection, person.record_id).heads
        body = Decided(verdict="perlu_perbaikan", heads=heads, fields=("rt",), reason="RT keliru")
        news = [journal.New(person.record_id, body)]
        journal.append(connection, office.author, office.clock(), news)
    receipt = issue_receipt(office, station.installation.station_id, stick).path
    monkeypatch.setattr(
        dialogs, "choose_file", lambda _parent, _title, _kinds, on_chosen: on_chosen(receipt)
    )
    told = []
    context = PageContext(station, jobs, told.append, lambda: None, lambda _key: None)
    page = shown(exchange.build(context))
    qtbot.waitUntil(page.open.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.answer.isVisible)
    assert isinstance(page.answer, AnswerCard)
    said = page.answer.accessibleName()
    assert "Balasan" in said
    assert f"{person.number} {person.name}: perlu perbaikan (RT), RT keliru." in said
    assert told == [page.presenter._state.answer.what]
    unsent = count_unsent(station)
    assert (unsent.participants, unsent.unaccepted, bool(unsent.last_answer)) == (0, 0, True)
    assert read_header(station).receipt_days == 0


def test_an_older_receipt_says_which_newer_one_holds():
    said = answered(applied(added=0, newer_at="2026-11-22T10:00:00+07:00"))
    assert "lebih lama" in said.what
    assert "22-11-2026 10:00 WIB" in said.what


def test_rules_that_it_brought_are_named():
    said = answered(applied(reference=("tariffs.toml", "rules/blitar-2026.toml")))
    assert said.how_far.endswith("Aturan baru: Tarif iuran, Aturan peserta blitar-2026.")
