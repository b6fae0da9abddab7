"""The office's balance, over real bundles."""

import pytest

from jamsos_desktop.domain.activities import BundleImported, Claim
from jamsos_desktop.services.balance import (
    balance_pdf,
    balance_words,
    day_words,
    missing_words,
    office_balance,
    save_balance,
)
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.enrol import drop_draft, start_draft
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.void import void
from jamsos_desktop.storage import journal
from tests.factories import enrol_one, event_of, make_form


@pytest.fixture
def bring(office, station, stick):
    """Take everything from the station to the office."""

    def go():
        import_bundle(office, export_bundle(station, stick).path)

    return go


def station_part(balance, name="Pos 1"):
    return next(one for one in balance.stations if one.name == name)


def claim_more(office, station, made):
    """What a bundle of the station would say that lost somebody on the way."""
    claims = (Claim(event_id=event_of(office), day="2026-11-22", made=made),)
    values = {"first_seq": 1, "last_seq": 999, "new": 0, "changed": 0, "sha256": "0" * 64}
    body = BundleImported(station_id=station.installation.station_id, claims=claims, **values)
    with office.database.writing() as connection:
        news = [journal.New("0" * 64, body)]
        journal.append(connection, office.author, office.clock(), news)


def test_what_a_station_made_arrived_whole(office, station, people, bring):
    void(station, people[2].record_id, "salah orang")
    bring()
    accept_all(office, [people[0].record_id])
    found = office_balance(office)
    part = station_part(found)
    assert (part.claimed, part.figures.arrived, part.figures.gone) == (3, 3, 1)
    assert (part.figures.accepted, part.figures.undecided, part.figures.open) == (1, 1, 2)
    assert part.standing == "whole"
    (day,) = found.days
    assert (day.event_id, day.day, day.claimed) == (event_of(office), "2026-11-22", 3)
    assert balance_words(found) == "Neraca cocok: 3 pendaftaran ada di kantor."
    assert station_part(found, "Pos 2").standing == "never"


def test_before_anything_came_nothing_is_said_to_balance(office):
    assert balance_words(office_balance(office)) == "Belum ada pendaftaran yang tiba di kantor."


def test_what_was_recorded_after_the_bundle_is_nobodys_loss(office, station, people, bring):
    bring()
    enrol_one(station, 9)
    assert office_balance(office).balances
    bring()
    assert station_part(office_balance(office)).claimed == 4


def test_whoever_is_missing_is_said_with_the_numbers(office, station, bring):
    first = enrol_one(station, 0)
    drop_draft(station, start_draft(station, event_of(station), make_form()).draft_id)
    enrol_one(station, 1)
    bring()
    found = office_balance(office)
    assert first.number.startswith("MJK1-00001")
    assert "Nomor 2 tidak dipakai" in missing_words(station_part(found))
    assert found.balances
    claim_more(office, station, 3)
    found = office_balance(office)
    part = station_part(found)
    assert (part.standing, part.difference) == ("differs", 1)
    said = missing_words(part)
    assert said.startswith("1 pendaftaran belum tiba. Minta pos mengekspor sekali lagi.")
    assert "Nomor pendaftaran yang tidak ada di sini: 2." in said
    assert balance_words(found) == "Neraca belum cocok: lihat Pos 1."


def test_a_station_that_says_too_little_works_on_an_old_copy(office, station, people, bring):
    bring()
    claim_more(office, station, 2)
    assert missing_words(station_part(office_balance(office))).startswith("1 lebih banyak")


def test_a_station_is_late_after_the_days_that_were_asked_for(office, people, bring, clock):
    bring()
    clock.go(days=4)
    assert station_part(office_balance(office)).standing == "whole"
    assert station_part(office_balance(office, late_days=3)).standing == "late"


def test_it_is_saved_as_a_table_and_as_a_paper(office, people, bring, stick):
    bring()
    found = office_balance(office)
    heading, line = (
        save_balance(office, found, stick / "neraca.csv").read_text("utf-8-sig").splitlines()
    )
    assert heading.startswith("Pos;Kegiatan;Hari;Kata pos;Tiba")
    assert line == "Pos 1;Sosialisasi DBHCHT;2026-11-22;3;3;3;0;0;0;0;0;0;3"
    assert balance_pdf(office, found) == balance_pdf(office, found)
    assert (day_words("2026-11-22"), day_words("kapan")) == ("22-11-2026", "kapan")


def test_only_the_office_has_one(station, refused):
    refused("office_only", office_balance, station)
