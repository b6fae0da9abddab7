"""What must hold at the end beside the people: pictures, papers, visitors, what was set aside."""

from collections import Counter

import msgspec
import sqlalchemy as sa

from jamsos_desktop.services.exchange import exchange
from jamsos_desktop.services.pictures import show_picture
from jamsos_desktop.services.print_cards import reprints
from jamsos_desktop.services.quarantine import list_quarantine
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.services.revoked import known_list, list_for_stations
from jamsos_desktop.storage import journal, media
from jamsos_desktop.storage.ceremony import chosen_of
from jamsos_desktop.storage.heard import own_people
from jamsos_desktop.storage.models import attendee, candidate, heard, participant, queue_ticket
from jamsos_desktop.storage.papers import count_papers
from jamsos_desktop.storage.visits import visits_of_programme
from tests.histories.installations import built

_VISITORS = (queue_ticket, attendee, candidate)
_DECIDED_BY_HAND = ("rusak", "hilang", "lain")


class _Consent(msgspec.Struct):
    signature: str = ""


class _Body(msgspec.Struct):
    """What is looked at here of any body, read in a way of its own."""

    type: str
    schema: int = 1
    photo: str = ""
    consent: _Consent | None = None
    kind: str = ""
    copy: int = 0
    reason: str = ""
    note: str = ""


def bodies_of(desk, *types):
    """Every entry of these types with its body."""
    with desk.database.reading() as connection:
        for made, _type in journal.all_entries(connection):
            body = msgspec.json.decode(made.body, type=_Body)
            if body.type in types:
                yield made, body


def pictures_named(desk, station_id=""):
    """The pictures that any entry names, or any of one journal."""
    for made, body in bodies_of(desk, "participant"):
        if station_id in ("", made.station_id):
            yield from filter(None, (body.photo, body.consent and body.consent.signature))


def lacks_pictures(net, place):
    """Whether the office knows of pictures of this station that did not arrive."""
    with net.office.desk.database.reading() as connection:
        return bool(media.missing(connection, place.station_id))


def every_picture_is_at_the_office(net):
    """Byte for byte as it was taken, whatever bundle it came with."""
    for name in set(pictures_named(net.office.desk)):
        assert show_picture(net.office.desk, name) == net.pictures[name]
    for place in net.stations:
        for name in set(pictures_named(place.desk, place.station_id)):
            if (place.station_id, name) in net.taken:
                assert show_picture(place.desk, name) == net.pictures[name]


def no_picture_of_a_station_is_missing_at_the_office(net):
    """Whatever a station still has of what the office knows to be named; a copy forgets some."""
    with net.office.desk.database.reading() as connection:
        for place in net.stations:
            for one in media.missing(connection, place.station_id):
                assert show_picture(place.desk, one.sha256) is None


def prints_balance(net):
    """Each paper that went out is an entry at the office, and none is without a reason."""
    found = Counter()
    for made, body in bodies_of(net.office.desk, "card_printed", "paper_printed"):
        kind = body.kind or body.type
        found[kind, made.record_id] += 1
        again = body.copy > 1 and kind != "board"
        assert bool(body.reason) == again
        assert body.reason in ("", "aktif", *_DECIDED_BY_HAND)
    assert found == +net.printed
    people = _people(net.office.desk)
    with net.office.desk.database.reading() as connection:
        for kind in ("receipt", "board"):
            counted = count_papers(connection, people, kind)
            assert all(counted[one] == found[kind, one] for one in people)
        query = sa.select(participant.c.record_id, participant.c.printed)
        for record_id, printed in connection.execute(query):
            assert printed == found["card_printed", record_id]
    have = {one for (kind, one), count in found.items() if kind == "card_printed" and count}
    assert set(reprints(net.office.desk, people)) <= have


def visitors_are_the_same(one, other):
    """Queue, listeners, candidates, visits and the ceremony, at two offices."""
    assert _beside(one) == _beside(other)


def _beside(desk):
    with desk.database.reading() as connection:
        rows = [
            connection.execute(
                sa.select(*(c for c in table.c if c.name != "id")).order_by(table.c.record_id)
            ).all()
            for table in _VISITORS
        ]
        chosen = chosen_of(connection, _people(desk))
        return rows, visits_of_programme(connection, built().programme_id), chosen


def only_what_nobody_knows_is_set_aside(net):
    """After the update the rest was read, and each of these is kept and named at the office."""
    said = {made.entry_hash for made, _body in bodies_of(net.office.desk, "wished")}
    with net.office.desk.database.reading() as connection:
        assert {made.entry_hash for _row, made in journal.set_aside(connection)} == said
    assert [one.why for one in list_quarantine(net.office.desk)] == ["newer"] * len(said)


def the_same_tariffs_hold_everywhere(net):
    """What the office put in force or took back has come with the receipts."""
    for place in net.stations:
        assert in_force(place.desk).tariffs == in_force(net.office.desk).tariffs


def the_list_of_cards_is_the_offices(net):
    """What counts no more, and whose key is lost, as far as the clock never hid it."""
    if net.happened["set_clock"]:
        return
    with net.office.desk.database.reading() as connection:
        told = list_for_stations(connection, net.office.desk.installation)
    for place in net.stations:
        with place.desk.database.reading() as connection:
            assert known_list(connection)[0] == told


def the_laptops_see_each_other(net):
    """After all have looked into the folder twice, each heard of whom the others registered."""
    for place in (*net.stations, *net.stations):
        exchange(place.desk, built().event_id, net.meeting)
    registered = {place.station_id: _registered_at(place) for place in net.stations}
    for place in net.stations:
        with place.desk.database.reading() as connection:
            rows = connection.execute(sa.select(heard.c.station_id, heard.c.record_id)).all()
        others = {key: ids for key, ids in registered.items() if key != place.station_id and ids}
        found = {}
        for station_id, record_id in rows:
            found.setdefault(station_id, set()).add(record_id)
        assert found == others


def _registered_at(place):
    with place.desk.database.reading() as connection:
        rows = own_people(connection, built().event_id, place.station_id)
        return {record_id for record_id, _at, _body in rows}


def _people(desk):
    with desk.database.reading() as connection:
        return sorted(connection.scalars(sa.select(participant.c.record_id)))
