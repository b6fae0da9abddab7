"""What others removed before it had arrived (peers.md 2.1 and 2.4) stays here."""

import dataclasses
import datetime as dt

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.services import cancelled, consent, enrol, exchange, pictures, plan
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, verify_journal
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.void import void
from jamsos_desktop.storage.models import draft, entry, heard, media, media_named
from tests.factories import FixedClock
from tests.journeys.world import OFFICE, POS1, POS2
from tests.pictures import encoded, face

#: The database itself refuses what must never happen, whichever part of the program tries it.
GUARDS = (
    "CREATE TRIGGER no_entry_deleted BEFORE DELETE ON entry"
    " BEGIN SELECT RAISE(ABORT, 'an entry of the journal is deleted'); END",
    "CREATE TRIGGER no_entry_changed BEFORE UPDATE ON entry"
    " BEGIN SELECT RAISE(ABORT, 'an entry of the journal is changed'); END",
    "CREATE TRIGGER no_named_picture BEFORE DELETE ON media"
    " WHEN EXISTS (SELECT 1 FROM media_named WHERE media_named.sha256 = OLD.sha256)"
    " BEGIN SELECT RAISE(ABORT, 'a picture that an entry names is deleted'); END",
)


@pytest.fixture
def clock():
    return FixedClock(dt.datetime.now().astimezone())


@pytest.fixture
def desk(world, clock):
    """A station whose database lets nobody remove what was saved."""
    made = dataclasses.replace(world[POS1], clock=clock)
    with made.database.writing() as connection:
        for guard in GUARDS:
            connection.execute(sa.text(guard))
    return made


def rows(desk, column):
    with desk.database.reading() as connection:
        return set(connection.scalars(sa.select(column)))


def form_of(desk, number, **changes):
    rules = rules_of(desk, plan.events(desk)[0][0])
    return rules, msgspec.structs.replace(invented_form(number, rules), **changes)


def with_photo(desk, number):
    return pictures.take_photo(desk, encoded(face(number * 7)))


def save(desk, number, **changes):
    rules, form = form_of(desk, number, **changes)
    return enrol.enrol(desk, enrol.start_draft(desk, rules.event_id, form), rules)


def test_the_guards_would_notice(desk):
    person = save(desk, 0, photo=with_photo(desk, 0))
    for statement in (
        sa.delete(entry).where(entry.c.record_id == person.record_id),
        sa.update(entry).where(entry.c.record_id == person.record_id).values(body=None),
        sa.delete(media),
    ):
        with pytest.raises(sa.exc.IntegrityError), desk.database.writing() as connection:
            connection.execute(statement)


def test_getodk_1017_dimagi_1823_nothing_that_was_saved_leaves_a_station(
    world, desk, clock, tmp_path
):
    """getodk #1017 deleted forms after a send error, openIMIS photos before the file was good.

    A day with everything that removes something: afterwards, and after a year, whatever was saved
    is there, before the receipt and after it. Only what nobody saved is gone.
    """
    office, saved = world[OFFICE], [save(desk, n, photo=with_photo(desk, n)) for n in range(3)]
    rules, form = form_of(desk, 0, photo=with_photo(desk, 9), correction="foto buram")
    enrol.correct(desk, saved[0].record_id, form, rules)  # the old photo stays with its revision
    void(desk, saved[1].record_id, "salah orang")
    consent.withdraw(desk, saved[2].record_id, "tidak mau lagi")
    rules, form = form_of(desk, 3, photo=with_photo(desk, 3))
    given_up = enrol.start_draft(desk, rules.event_id, form)
    cancelled.cancel_draft(desk, given_up.draft_id)
    with_photo(desk, 4)  # taken, and the program was killed before any form named it
    world.enrol(POS2, 20, 1)
    shared = tmp_path / "bersama"
    shared.mkdir()
    exchange.exchange(world[POS2], rules.event_id, shared)
    exchange.exchange(desk, rules.event_id, shared)
    entries, named = rows(desk, entry.c.entry_hash), rows(desk, media_named.c.sha256)
    assert len(named) == 4

    clock.go(days=2, minutes=1)
    assert cancelled.forget_cancelled(desk) == 1
    rules, form = form_of(desk, 5, photo=with_photo(desk, 5))
    consent.refuse(desk, rules.event_id, enrol.start_draft(desk, rules.event_id, form))
    bundle = export_bundle(desk, tmp_path).path
    world.take_in(bundle)
    decide(office, saved[0].record_id, "ditolak", "bukan warga kota")
    answer = issue_receipt(office, desk.installation.station_id, tmp_path).path
    for _time in range(2):
        apply_receipt(desk, answer)
    for file in shared.iterdir():
        file.unlink()
    clock.go(days=400)
    exchange.exchange(desk, rules.event_id, shared)
    cancelled.forget_cancelled(desk)
    save(desk, 6, photo=with_photo(desk, 6))
    rebuild_projections(desk)

    assert entries < rows(desk, entry.c.entry_hash)
    assert named < rows(desk, media.c.sha256)
    assert all(pictures.show_picture(desk, name) for name in named)
    assert verify_journal(desk).good
    # What nobody saved is gone, and what was only heard of others is too.
    assert rows(desk, draft.c.draft_id) == set()
    assert rows(desk, media.c.sha256) == rows(desk, media_named.c.sha256)
    assert rows(desk, heard.c.record_id) == set()
