"""Kits: a station of its own each, opened with its code however it is typed, or not at all."""

import shutil
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys
from jamsos_desktop.domain.activities import KitIssued
from jamsos_desktop.domain.numbers import make_number
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import kits, plan, set_up
from jamsos_desktop.services.candidates import choose_for_ceremony, find_candidates
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.receipts import apply_receipt
from jamsos_desktop.storage import facts, journal
from jamsos_desktop.storage.candidates import Filter
from tests.factories import OFFICE_NAME, built, enrol_one, event_of, expect, make_candidate


@pytest.fixture
def quick(monkeypatch):
    """Kits that are not sealed: the code of a real one takes a second to stretch."""
    sealed = []

    def seal(target, manifest, parts, **named):
        sealed.append((manifest, {p.name: b"".join(p.open()) for p in parts}, named))
        return SimpleNamespace(path=target)

    monkeypatch.setattr(kits, "seal", seal)
    return sealed


def issue(office, tmp_path, name):
    return kits.export_kit(office, name, [event_of(office)], tmp_path / f"{name.strip()}.jamsos")


def test_every_station_gets_an_id_a_code_a_key_and_an_activation_code_of_its_own(
    office, tmp_path, quick
):
    issued = [issue(office, tmp_path, f"Pos {number}") for number in range(3, 9)]
    assert [kit.station.code for kit in issued] == ["MJK3", "MJK4", "MJK5", "MJK6", "MJK7", "MJK8"]
    assert len({kit.station.public_key for kit in issued}) == 6
    assert len({kit.activation_code for kit in issued}) == 6
    assert len({i for i, _ in plan.stations(office)}) == 8
    for kit in issued:
        make_number(kit.station.code, 99_999)


def test_a_kit_tells_what_a_station_needs_and_no_participants(office, tmp_path, quick):
    enrol_one(office)
    issue(office, tmp_path, "Pos 3")
    ((manifest, parts, named),) = quick
    assert manifest.kind == "kit"
    lines = parts[kits.JOURNAL_PART].splitlines()
    types = {msgspec.json.decode(line)["body"]["type"] for line in lines}
    assert types == {"programme", "event", "officer", "station"}
    with office.database.reading() as connection:
        secrets = facts.read_secrets(connection)
    everything = b"".join(parts.values()).decode("latin-1")
    assert secrets.signing_key not in everything
    assert secrets.age_identity not in everything
    assert named["passphrase"].isalnum()


def test_that_a_kit_was_issued_is_journalled(office, tmp_path, quick):
    issue(office, tmp_path, "Pos 3")
    station_id = next(i for i, s in plan.stations(office) if s.name == "Pos 3")
    with office.database.reading() as connection:
        bodies = [
            journal.projections.read(0, made).body
            for made in journal.history_of(connection, station_id)
        ]
    assert KitIssued(event_ids=(event_of(office),)) in bodies
    assert verify_journal(office).good


@pytest.mark.parametrize("name", ["Pos 1", " pos   1 ", "POS 1", "", "   "])
def test_a_name_is_given_once(office, tmp_path, quick, refused, name):
    refused("station_exists", issue, office, tmp_path, name)
    assert quick == []
    assert len(plan.stations(office)) == 2


def test_an_event_that_nobody_planned_is_refused(office, tmp_path, quick, refused):
    values = refused("event_unknown", kits.export_kit, office, "Pos 3", ["gone"], tmp_path / "k")
    assert values == {"found": 1}


def test_a_station_issues_no_kits(station, tmp_path, refused):
    refused("office_only", kits.export_kit, station, "Pos 3", [], tmp_path / "k.jamsos")


def test_a_kit_that_cannot_be_written_leaves_no_station(office, tmp_path, refused, monkeypatch):
    def fail(*_arguments, **_named):
        raise UserError("target_full")

    with monkeypatch.context() as patch:
        patch.setattr(kits, "seal", fail)
        refused("target_full", issue, office, tmp_path, "Pos 3")
    assert len(plan.stations(office)) == 2
    assert verify_journal(office).good
    monkeypatch.setattr(kits, "seal", lambda target, *_a, **_n: SimpleNamespace(path=target))
    assert issue(office, tmp_path, "Pos 3").station.code == "MJK3"


def test_the_office_certifies_the_stations_key():
    kit = built().kits["Pos 1"]
    here = kit.installation
    assert keys.verify_certificate(
        here.office_public_key,
        here.certificate,
        station_id=here.station_id,
        code=here.code,
        public_key=here.public_key,
        practice=False,
    )
    assert keys.public_key_of(kit.secrets.signing_key) == here.public_key


def test_a_kit_opens_with_its_code_as_hands_type_it():
    issued = built().issued["Pos 1"]
    typed = issued.activation_code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    kit = kits.read_kit(issued.path, f" {typed} ")
    assert kit == built().kits["Pos 1"]
    assert kit.installation.office_name == OFFICE_NAME
    assert {officer.login for officer in kit.officers.values()} == {"admin", "dewi", "budi"}
    assert [event.region for event in kit.events.values()] == ["35.76"]
    assert len(kit.programmes) == 1


def test_another_kits_code_is_refused(refused):
    path, code = built().issued["Pos 1"].path, built().issued["Pos 2"].activation_code
    refused("bundle_bad_passphrase", kits.read_kit, path, code)


def test_no_code_at_all_is_asked_for(refused):
    refused("bundle_needs_passphrase", kits.read_kit, built().issued["Pos 1"].path, " - ")


def test_other_files_are_no_kits(station, tmp_path, refused):
    enrol_one(station)
    bundle = export_bundle(station, tmp_path).path
    refused("bundle_wrong_key", kits.read_kit, bundle, "AAAA")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8" * 100)
    refused("bundle_not_jamsos", kits.read_kit, tmp_path / "foto.jpg", "AAAA")
    refused("bundle_unreadable", kits.read_kit, tmp_path / "gone.jamsos", "AAAA")


def test_a_damaged_kit_is_refused(tmp_path):
    issued = built().issued["Pos 1"]
    damaged = tmp_path / "kit.jamsos"
    shutil.copy(issued.path, damaged)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    with pytest.raises(UserError) as caught:
        kits.read_kit(damaged, issued.activation_code)
    assert caught.value.code in {"bundle_damaged", "bundle_truncated"}


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=16, max_size=16), st.data())
def test_a_code_is_read_whatever_a_hand_made_of_it(code, data):
    swaps = {"0": "0oO", "1": "1iIlL"}
    typed = "".join(
        data.draw(st.sampled_from(swaps.get(c, c + c.lower())))
        + data.draw(st.sampled_from(["", " ", "-", "\n", "."]))
        for c in code
    )
    assert kits.normalise_code(typed) == code


@given(st.text())
def test_any_typed_code_becomes_letters_and_digits(text):
    assert set(kits.normalise_code(text)) <= set("0123456789ABCDEFGHJKMNPQRSTUVWXYZ")


@pytest.mark.parametrize(
    ("office_name", "taken", "code"),
    [
        ("Kota Mojokerto", set(), "MJK1"),
        ("Kota Mojokerto", {"MJK1", "MJK2"}, "MJK3"),
        ("Kabupaten Aie", set(), "AAI1"),
        ("Kota Ii", set(), "III1"),
        ("35", set(), "POS1"),
        ("Kantor Kota", set(), "POS1"),
    ],
)
def test_the_prefix_of_the_numbers_comes_from_the_offices_name(office_name, taken, code):
    assert kits._free_code(office_name, taken) == code
    make_number(code, 1)


def test_a_kit_brings_the_candidates_of_its_events_programmes_and_no_others(
    office, tmp_path, quick
):
    here = dict(plan.events(office))[event_of(office)].programme_id
    elsewhere = plan.add_programme(office, Programme(name="Mandiri"))
    first, _other = expect(
        office,
        make_candidate(0, programme_id=here),
        make_candidate(1, programme_id=elsewhere),
    )
    choose_for_ceremony(office, first, True)
    issue(office, tmp_path, "Pos 3")
    ((_manifest, parts, _named),) = quick
    lines = map(msgspec.json.decode, parts[kits.JOURNAL_PART].splitlines())
    brought = [line for line in lines if line["body"]["type"] == "candidate"]
    assert [(line["record_id"], line["body"]["ceremony"]) for line in brought] == [
        (first, False),
        (first, True),
    ]


def test_a_station_knows_its_candidates_and_does_not_carry_them_back(
    office, tmp_path, stick, clock
):
    here = dict(plan.events(office))[event_of(office)].programme_id
    expect(office, make_candidate(programme_id=here))
    issued = issue(office, tmp_path, "Pos 3")
    kit = kits.read_kit(issued.path, issued.activation_code)
    officer_id = next(i for i, o in kit.officers.items() if o.login == "dewi")
    station = set_up.init_station(tmp_path / "Pos 3", kit, officer_id, "rahasia-dewi", clock)
    (expected,) = find_candidates(station, Filter(programme_id=here))
    assert (expected.name, expected.registered) == ("Siti Aminah 0", False)
    enrol_one(station, candidate_id=expected.record_id)
    assert find_candidates(station, Filter(registered=True))
    exported = export_bundle(station, stick)
    station.close()
    report = import_bundle(office, exported.path)
    assert (report.added, report.counts["new"]) == (report.entries, 1)
    (known,) = find_candidates(office, Filter())
    assert known.registered


def test_a_kit_can_be_looked_at_before_anything_is_made_of_it(office):
    kit = built().kits["Pos 1"]
    said = kits.summarise(kit)
    assert (said.station, said.code, said.office) == ("Pos 1", "MJK1", OFFICE_NAME)
    assert [event.name for event in said.events] == [plan.events(office)[0][1].name]
    assert said.written_at.startswith("2026-11-22T09:00")
    assert (said.officers, said.candidates, said.registered) == (3, 0, 0)


def test_only_the_events_that_the_station_is_for_are_said(office, tmp_path):
    plan.add_event(office, msgspec.structs.replace(plan.events(office)[0][1], name="Lain"))
    issued = issue(office, tmp_path, "Pos 7")
    kit = kits.read_kit(issued.path, issued.activation_code)
    assert len(kit.events) == 2
    assert len(kits.summarise(kit).events) == 1


def test_a_kit_is_nothing_for_a_station_that_is_there(station, tmp_path, refused):
    kit = tmp_path / "PAKET_kota-mojokerto_POS1_20251112-0905.jamsos"
    kit.write_bytes(b"x")
    assert refused("kit_not_here", apply_receipt, station, kit) == {"made": "12-11-2025 09:05"}
