"""What no office may take in: forged, tampered, for others, or from strangers."""

import dataclasses

import msgspec
import pytest

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import Recipient, Sender
from jamsos_desktop.domain.journal import hash_entry
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle, verify_bundle
from jamsos_desktop.services.keep_journal import (
    rebuild_projections,
    state_hash,
    verify_journal,
)
from jamsos_desktop.storage import facts, journal
from tests.factories import NOW, Chain, make_candidate, make_participant


def test_what_the_forger_leaves_alone_is_taken(forger, office):
    assert import_bundle(office, forger.seal()).counts["new"] == 3


def test_another_recipient_is_refused_by_name(forger, office, refused):
    path = forger.seal(recipient=Recipient(id="another", name="Kota Pasuruan"))
    values = refused("bundle_other_office", import_bundle, office, path)
    assert values == {"office": "Kota Pasuruan", "here": "Kota Mojokerto"}


def test_practice_and_earnest_do_not_mix(forger, office, refused, tmp_path):
    refused("bundle_practice", import_bundle, office, forger.seal(practice=True))
    learner = dataclasses.replace(
        office, installation=msgspec.structs.replace(office.installation, practice=True)
    )
    refused("bundle_not_practice", import_bundle, learner, forger.seal())


@pytest.mark.parametrize("kind", ["kit", "receipt", "backup"])
def test_only_bundles_are_taken_in(forger, office, refused, kind):
    assert refused("bundle_wrong_kind", import_bundle, office, forger.seal(kind=kind)) == {
        "kind": kind
    }


def test_a_station_that_another_office_certified_is_unknown(forger, office, stranger, refused):
    sender = forger.station.installation
    theirs = keys.certify_station(
        signing_key_of(stranger),
        station_id=sender.station_id,
        code=sender.code,
        public_key=sender.public_key,
        practice=False,
    )
    path = forger.seal(
        sender=Sender(
            id=sender.station_id,
            name="Pos Gelap",
            public_key=sender.public_key,
            code=sender.code,
            certificate=theirs,
        )
    )
    assert refused("bundle_unknown_sender", import_bundle, office, path) == {"name": "Pos Gelap"}


def signing_key_of(desk):
    with desk.database.reading() as connection:
        return facts.read_secrets(connection).signing_key


def test_another_key_than_the_certified_one_is_unknown(forger, office, refused):
    refused("bundle_unknown_sender", import_bundle, office, forger.seal(key=keys.new_signing_key()))


def test_a_certificate_for_practice_does_not_serve_in_earnest(forger, office, refused):
    sender = forger.station.installation
    practice = keys.certify_station(
        signing_key_of(office),
        station_id=sender.station_id,
        code=sender.code,
        public_key=sender.public_key,
        practice=True,
    )
    made = Sender(
        id=sender.station_id,
        name=sender.name,
        public_key=sender.public_key,
        code=sender.code,
        certificate=practice,
    )
    refused("bundle_unknown_sender", import_bundle, office, forger.seal(sender=made))


def tampered(entries):
    """Each way to say something else than what was journalled, and where it is found."""
    first, second, third = entries
    body = msgspec.Raw(bytes(second.body).replace(b'"P"', b'"L"').replace(b"3576", b"3577"))
    later = msgspec.structs.replace(second, recorded_at="2020-01-01T00:00:00+07:00")
    rehashed = msgspec.structs.replace(later, entry_hash=hash_entry(later))
    foreign = msgspec.structs.replace(second, station_id="another")
    return {
        "body": ([first, msgspec.structs.replace(second, body=body), third], 2),
        "salt": ([first, msgspec.structs.replace(second, salt="zz"), third], 2),
        "time": ([first, later, third], 2),
        "time and hash": ([first, rehashed, third], 3),
        "station": ([first, foreign, third], 2),
        "order": ([first, third, second], 4),
        "twice": ([first, first, second], 2),
        "beginning": ([msgspec.structs.replace(first, prev_hash="1" * 64), second], 1),
    }


@pytest.mark.parametrize(
    "way", ["body", "salt", "time", "time and hash", "station", "order", "twice", "beginning"]
)
def test_tampered_entries_refuse_the_whole_bundle(forger, office, refused, way):
    entries, seq = tampered(forger.entries)[way]
    before = state_hash(office)
    path = forger.seal(entries)
    assert refused("bundle_chain_broken", import_bundle, office, path) == {"seq": seq}
    refused("bundle_chain_broken", verify_bundle, office, path)
    assert state_hash(office) == before
    assert count_participants(office) == 0


def test_a_bundle_that_goes_on_from_another_branch_is_no_damage(forger, office, refused):
    """An old copy of the station's data came back; a receipt brings both together again."""
    import_bundle(office, forger.seal())
    chain = Chain(forger.station.installation.station_id)
    chain.entries = forger.entries[:-1]
    chain.add("r", make_participant(name="Sari"))
    later = chain.add("s", make_participant(name="Wati"))
    apart = forger.seal([later], first_seq=4, last_seq=4)
    assert refused("bundle_other_branch", import_bundle, office, apart) == {"seq": 3}
    assert "Tulis balasan baru" in explain(UserError("bundle_other_branch", seq=3)).todo

    torn = msgspec.structs.replace(later, prev_hash="1" * 64)
    path = forger.seal([torn], first_seq=4, last_seq=4)
    assert refused("bundle_chain_broken", import_bundle, office, path) == {"seq": 4}


@pytest.mark.parametrize("line", [b"{}", b"nonsense", b'{"station_id":"\xff"}', b"[" * 100_000])
def test_a_line_that_is_no_entry_refuses_the_whole_bundle(forger, office, refused, line):
    lines = msgspec.json.encode(forger.entries[0]) + b"\n" + line + b"\n"
    assert refused("bundle_chain_broken", import_bundle, office, forger.seal(lines=lines)) == {
        "seq": 2
    }


@pytest.mark.parametrize(
    "body", [Officer(login="maling", name="Bukan Admin", role="admin"), make_candidate()]
)
def test_a_station_cannot_give_itself_an_admin_or_a_candidate(forger, office, refused, body):
    """The entry is set aside, and somebody has to say why the rest may come in."""
    before = state_hash(office)
    with forger.station.database.writing() as connection:
        journal.append(connection, forger.station.author, NOW, [journal.New("f" * 32, body)])
    with forger.station.database.reading() as connection:
        own = forger.station.installation.station_id
        entries = list(journal.entries_of_station(connection, own))
    path = forger.seal(entries)
    assert "1 catatan" in refused("bundle_braked", import_bundle, office, path)["why"]
    assert state_hash(office) == before
    report = import_bundle(office, path, anyway="Laptop itu sudah diperiksa")
    assert [(one.seq, one.why) for one in report.aside] == [(len(entries), "oversteps")]
    assert count_participants(office) == 3
    assert "maling" not in {officer.login for _id, officer in plan.officers(office)}
    assert verify_journal(office).good
    rebuild_projections(office)
    assert count_participants(office) == 3
    assert "maling" not in {officer.login for _id, officer in plan.officers(office)}
