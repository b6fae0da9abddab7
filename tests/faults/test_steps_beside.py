"""kill -9 between any two steps of what else leaves a desk or comes to it: begin again, go on.

Uploading in pieces, the exchange between laptops, an answer of the duplicate desk with what it
corrects, BPJS's answers, a photo. In the ordinary run about a dozen steps of each; ``make
faults`` dies before every one.
"""

import csv
import shutil

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import Selection, usual_mapping
from jamsos_desktop.services.bpjs_export import export_to_bpjs
from jamsos_desktop.services.bpjs_results import check_results, take_results
from jamsos_desktop.services.duplicate_desk import heads_of, same_person
from jamsos_desktop.services.enrol import enrol, find_draft, start_draft
from jamsos_desktop.services.exchange import exchange, neighbours, read_folder
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants, find_participants, look_at, reveal_nik
from jamsos_desktop.services.import_bundle import import_bundle, verify_bundle
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.pictures import read_file, show_picture, take_photo
from jamsos_desktop.services.plan import programmes, todays_event
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import in_force, rules_of
from jamsos_desktop.services.upload import upload, wants_upload
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.models import entry, participant
from tests.faults.trips import NEEDS_FORK, PEOPLE, carry_out, moments
from tests.journeys.world import OFFICE, POS1, POS2
from tests.pictures import encoded, two_halves

PIECE = 1500  # bytes: the bundle of five people and a photo takes several

pytestmark = NEEDS_FORK


def die_everywhere(server, trip, tried, job):
    """Die before each step of a job, each time in a copy of its own, and go on from there.

    ``job`` has three parts: who does what, what must hold after any death, and how it goes on,
    which returns how many entries are lost.
    """
    who, do, more, go_on = job
    steps = carry_out(server, trip.copy("hitung"), do, lambda there: (who, more(there)))
    assert "commit" in steps
    for number in moments(steps, most=12):
        dying = trip.copy(f"mati-{number}")
        code, _steps = server.steps(do, number, **dying.order(who), **more(dying))
        assert code in {-9, 0}
        desks = {name: dying.open(name) for name in (OFFICE, POS1, POS2)}
        try:
            assert all(verify_journal(desk).good for desk in desks.values())
            tried.case(lost=go_on(dying, desks))
        finally:
            for desk in desks.values():
                desk.close()
        shutil.rmtree(dying.folder)


def count_entries(desk, kind):
    with desk.database.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).where(entry.c.type == kind))


def said_of(desk):
    """What the office or BPJS said last, by the numbers of registration."""
    with desk.database.reading() as connection:
        query = sa.select(participant.c.said).order_by(participant.c.number)
        return list(connection.scalars(query))


def at_the_office(trip):
    """Everybody came to the office; their ids by their numbers."""
    office, station = trip.open(OFFICE), trip.open(POS1)
    import_bundle(office, export_bundle(station, trip.stick).path)
    ids = [row.record_id for row in sorted(find_participants(office), key=lambda row: row.number)]
    station.close()
    return office, ids


def test_whoever_dies_uploading_goes_on_and_everything_is_there_once(trip, server, tried):
    (trip.folder / "awan").mkdir()

    def use_place(there, name):
        desk = there.open(name)
        with desk.database.writing() as connection:
            place = FolderPlace(path=str(there.folder / "awan"))
            facts.write_destination(connection, place)
        desk.close()

    def more(there):
        for name in (OFFICE, POS1):
            use_place(there, name)
        return {"piece": PIECE}

    def go_on(there, desks):
        station, office = desks[POS1], desks[OFFICE]
        for path in (there.folder / "awan").glob("*.jamsos"):
            assert verify_bundle(office, path) >= PEOPLE
        while wants_upload(station) or list((there.folder / POS1 / "kirim").glob("*.jamsos")):
            assert upload(station).trouble is None
        fetched = upload(office).fetched
        assert fetched
        for path in fetched:
            import_bundle(office, path)
        assert not wants_upload(station)
        assert show_picture(office, there.picture)
        return PEOPLE - count_participants(office)

    die_everywhere(server, trip, tried, (POS1, "upload", more, go_on))


def test_whoever_dies_meeting_is_heard_of_whole_or_not_at_all(trip, server, tried):
    (trip.folder / "bersama").mkdir()
    event_id, _event = todays_event(trip_desk := trip.open(POS1))
    trip_desk.close()

    def more(there):
        return {"to": there.folder / "bersama"}

    def go_on(there, desks):
        folder = there.folder / "bersama"
        seen = read_folder(desks[POS2], event_id, folder)
        assert seen.refused == ()
        assert [one.people for one in seen.sources] in ([], [PEOPLE])
        exchange(desks[POS1], event_id, folder)
        exchange(desks[POS2], event_id, folder)
        assert len(list(folder.glob("*.jamsos"))) == 2
        (heard,) = neighbours(desks[POS2], event_id)
        return PEOPLE - heard.people

    die_everywhere(server, trip, tried, (POS1, "exchange", more, go_on))


def test_an_answer_of_the_duplicate_desk_is_given_whole_or_not_at_all(trip, server, tried):
    office, (kept, twin, *_others) = at_the_office(trip)
    phone = look_at(office, twin).body.phone
    assert phone != look_at(office, kept).body.phone
    office.close()

    def go_on(there, desks):
        office = desks[OFFICE]
        corrected = look_at(office, kept).body.phone == phone
        decided = said_of(office)[1] == "duplikat"
        assert corrected == decided
        if not decided:
            seen, taken = heads_of(office, (kept, twin)), {"phone": twin}
            same_person(office, kept, (twin,), seen, taken=taken, reason="dilihat")
        assert said_of(office) == ["", "duplikat", "", "", ""]
        assert look_at(office, kept).body.phone == phone
        return 1 - count_entries(office, "decided")

    die_everywhere(
        server, trip, tried, (OFFICE, "same", lambda _there: {"people": (kept, twin)}, go_on)
    )


def test_what_bpjs_answered_is_taken_whole_or_not_at_all_and_never_twice(trip, server, tried):
    office, ids = at_the_office(trip)
    accept_all(office, ids)
    chosen = Selection(programmes(office)[0][0])
    export_to_bpjs(office, chosen, trip.stick, usual_mapping(office), "csv")
    with (trip.folder / "jawaban.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(("Status", "Keterangan", "NIK", "Nama", "KPJ"))
        for number, one in enumerate(ids):
            name = look_at(office, one).body.name
            rows.writerow(("Y", "", reveal_nik(office, one), name, f"{number:011d}"))
    office.close()

    def go_on(there, desks):
        office = desks[OFFICE]
        assert count_entries(office, "bpjs_answered") in {0, PEOPLE}
        rows = check_results(
            office, there.folder / "jawaban.csv", list(in_force(office).result_layouts.values())
        )
        take_results(office, rows)
        assert said_of(office) == ["aktif"] * PEOPLE
        return PEOPLE - count_entries(office, "bpjs_answered")

    die_everywhere(
        server,
        trip,
        tried,
        (OFFICE, "answers", lambda there: {"file": there.folder / "jawaban.csv"}, go_on),
    )


def test_a_photo_is_kept_before_anything_names_it_and_comes_to_the_office(trip, server, tried):
    station = trip.open(POS1)
    event_id, _event = todays_event(station)
    start_draft(station, event_id, invented_form(PEOPLE, rules_of(station, event_id)))
    station.close()
    file = trip.folder / "foto.jpg"
    file.write_bytes(encoded(two_halves(600, 800)))

    def go_on(there, desks):
        station, office = desks[POS1], desks[OFFICE]
        draft = find_draft(station, event_id)
        if draft is not None:  # the form is there with its photo, or without
            assert not draft.form.photo or show_picture(station, draft.form.photo)
            taken = with_photo(there, station, draft)
            enrol(station, taken, rules_of(station, event_id))
        import_bundle(office, export_bundle(station, there.stick).path)
        (person,) = (
            body
            for row in find_participants(office)
            if (body := look_at(office, row.record_id).body).number.split("-")[1] == "00006"
        )
        assert show_picture(office, person.photo) == show_picture(station, person.photo)
        assert show_picture(office, person.photo)
        return PEOPLE + 1 - count_participants(office)

    die_everywhere(
        server,
        trip,
        tried,
        (POS1, "photo", lambda there: {"file": there.folder / "foto.jpg"}, go_on),
    )


def with_photo(there, station, draft):
    """Somebody takes the photo again, unless the form has it."""
    if draft.form.photo:
        return draft
    photo = take_photo(station, read_file(there.folder / "foto.jpg"))
    return msgspec.structs.replace(draft, form=msgspec.structs.replace(draft.form, photo=photo))
