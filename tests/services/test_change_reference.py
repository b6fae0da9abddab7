"""A new regulation is a new file of the office's: it travels, holds, and can be taken back."""

import itertools
import shutil

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.records import Programme, ReferenceFile
from jamsos_desktop.domain.reference_file import record_id_of
from jamsos_desktop.services import plan, replan
from jamsos_desktop.services.change_reference import (
    check_file,
    check_files,
    name_of,
    put_in_force,
    restore_file,
    save_file,
)
from jamsos_desktop.services.enrol import check_form
from jamsos_desktop.services.explain import explanations
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash
from jamsos_desktop.services.kits import export_kit, read_kit, summarise
from jamsos_desktop.services.list_reference import list_files, read_file
from jamsos_desktop.services.own_data import own_data
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import as_agreed, in_force, rules_of
from jamsos_desktop.services.set_up import init_station
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.reference import shipped_text
from tests.factories import FixedClock, enrol_one, event_of, office_desk, station_desk

TARIFFS = "tariffs.toml"
BOOK = "rules/blitar-2026.toml"
SHIPPED = 10_000  # rupiah a month


def dearer(version=2, jkk=12_000):
    """The shipped tariffs, a new version in which JKK costs something else."""
    text = shipped_text(TARIFFS).replace("version = 1", f"version = {version}")
    return text.replace("jkk = 10_000", f"jkk = {jkk}")


def book(version=1, age=60):
    text = shipped_text("rules/standar.toml").replace("version = 1", f"version = {version}")
    return text.replace("age = 65", f"age = {age}").replace('id = "Standar"', 'id = "Blitar 2026"')


@pytest.fixture
def write(tmp_path):
    """Put a text into a file somewhere, as whoever edits it does."""
    count = itertools.count()

    def put(text, name="berkas.toml"):
        path = tmp_path / f"{next(count)}" / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def replace(office, write):
    def put(text, name=TARIFFS, desk=None):
        desk = desk or office
        put_in_force(desk, [check_file(desk, write(text), name)], "PP 12/2026")

    return put


def monthly_cost(desk):
    rules = rules_of(desk, event_of(desk))
    return check_form(desk, invented_form(0, rules), rules).cost.months[0][1].jkk


def answer(office, station, stick):
    return issue_receipt(office, station.installation.station_id, stick).path


def test_a_receipt_brings_the_new_tariff_to_a_station(office, station, replace, stick):
    assert monthly_cost(station) == 10_000
    replace(dearer())
    assert monthly_cost(office) == 12_000
    applied = apply_receipt(station, answer(office, station, stick))
    assert applied.reference == (TARIFFS,)
    assert monthly_cost(station) == 12_000
    assert apply_receipt(station, answer(office, station, stick)).reference == ()


def test_a_kit_brings_the_new_tariff_to_a_new_station(office, replace, tmp_path):
    replace(dearer())
    replace(book(), BOOK)
    issued = export_kit(office, "Pos 9", [event_of(office)], tmp_path / "kit.jamsos")
    kit = read_kit(issued.path, issued.activation_code)
    assert summarise(kit).reference == (BOOK, TARIFFS)
    officer = next(iter(kit.officers))
    desk = init_station(tmp_path / "Pos 9", kit, officer, "rahasia-kader", FixedClock())
    assert monthly_cost(desk) == 12_000
    assert "blitar-2026" in in_force(desk).rule_books
    desk.close()


def test_an_older_receipt_after_a_newer_one_changes_nothing(office, station, replace, stick):
    replace(dearer())
    older = answer(office, station, stick)
    office.clock.go(minutes=1)
    replace(dearer(3, 15_000))
    newer = answer(office, station, stick)
    apply_receipt(station, newer)
    before = state_hash(station)
    apply_receipt(station, older)
    assert monthly_cost(station) == 15_000
    assert state_hash(station) == before


def test_the_order_of_receipts_makes_no_difference(office, replace, tmp_path, stick):
    one, other = station_desk(tmp_path), station_desk(tmp_path, "Pos 2")
    made = {desk: [] for desk in (one, other)}
    for version, jkk in ((2, 11_000), (3, 13_000)):
        replace(dearer(version, jkk))
        office.clock.go(minutes=1)
        for desk, files in made.items():
            files.append(answer(office, desk, stick))
    for path in made[one]:
        apply_receipt(one, path)
    for path in reversed(made[other]):
        apply_receipt(other, path)

    def rules_record(desk):
        with desk.database.reading() as connection:
            return records.get(connection, record_id_of(TARIFFS))

    assert rules_record(one) == rules_record(other)
    assert monthly_cost(one) == monthly_cost(other) == 13_000
    before = state_hash(one)
    rebuild_projections(one)
    assert state_hash(one) == before
    assert monthly_cost(one) == 13_000
    one.close()
    other.close()


def test_copies_of_one_station_end_alike_whatever_came_first(office, station, replace, tmp_path):
    twin_place = tmp_path / "twin"
    shutil.copytree(station.data_dir, twin_place / "Pos 1", ignore=shutil.ignore_patterns("*.lock"))
    twin, receipts = station_desk(twin_place), []
    for version, jkk in ((2, 11_000), (3, 13_000)):
        replace(dearer(version, jkk))
        office.clock.go(minutes=1)
        receipts.append(answer(office, station, tmp_path))
    for path in receipts:
        apply_receipt(station, path)
    for path in reversed(receipts):
        apply_receipt(twin, path)
    assert state_hash(station) == state_hash(twin)
    assert monthly_cost(station) == monthly_cost(twin) == 13_000
    twin.close()


def test_who_was_enrolled_before_keeps_what_held_then(office, station, replace, stick):
    enrolled = enrol_one(station)
    replace(dearer())
    apply_receipt(station, answer(office, station, stick))
    later = enrol_one(station, 1)
    with station.database.reading() as connection:
        first, second = (records.get(connection, one.record_id).body for one in (enrolled, later))
    assert (first.rules, first.contribution) == ("standar/1", 3 * 16_800)
    assert (second.rules, second.contribution) == ("standar/1", 3 * 18_800)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("version = 2\n[[tariff", "bukan TOML yang benar"),
        (dearer().replace('to = "2026-12"', 'to = "2026-10"'), "ada bulan kosong"),
        (dearer().replace('to = "2026-12"', 'to = "2027-02"'), "tumpang tindih"),
        (dearer().replace("jkm = 6_800", 'jkm = "gratis"'), "isinya harus int, bukan str, di"),
        (dearer() + "\n[more]\nx = 1", "isian more tidak dikenal"),
    ],
)
def test_a_broken_tariff_is_refused_with_its_place(office, write, refused, text, reason):
    error = refused("reference_refused", check_file, office, write(text), TARIFFS)
    assert reason in error["reason"]
    assert monthly_cost(office) == 10_000


def test_what_changes_is_shown_before_it_holds(office, write):
    change = check_file(office, write(dearer()), TARIFFS)
    assert (change.before, change.version) == (1, 2)
    assert ("tariff pemerintah, transportasi, 2024-01 · jkk", "10000", "12000") in (
        change.differences
    )
    assert monthly_cost(office) == 10_000  # a look changes nothing


def test_a_version_says_the_same_for_good(office, write, replace, refused):
    refused("reference_same", check_file, office, write(shipped_text(TARIFFS)), TARIFFS)
    error = refused("reference_version", check_file, office, write(dearer(1)), TARIFFS)
    assert (error["found"], error["needed"]) == (1, 2)
    replace(dearer(5))
    assert (
        refused("reference_version", check_file, office, write(dearer(4)), TARIFFS)["needed"] == 6
    )


def test_the_shipped_file_holds_again(office, station, replace, stick, refused):
    refused("reference_as_shipped", restore_file, office, TARIFFS, "x")
    replace(dearer())
    apply_receipt(station, answer(office, station, stick))
    restore_file(office, TARIFFS, "PP-nya dicabut")
    assert monthly_cost(office) == 10_000
    assert apply_receipt(station, answer(office, station, stick)).reference == (TARIFFS,)
    assert monthly_cost(station) == 10_000
    replace(dearer())  # the very same words as before
    assert monthly_cost(office) == 12_000


def test_only_a_coordinator_at_the_office_may(office, station, write, refused):
    change = check_file(office, write(dearer()), TARIFFS)
    refused("office_only", put_in_force, station, [change], "x")
    refused("office_only", restore_file, station, TARIFFS, "x")
    refused("reason_missing", put_in_force, office, [change], " ")
    cadre = msgspec.structs.replace(office.officer, role="kader")
    object.__setattr__(office, "officer", cadre)
    refused("coordinator_only", put_in_force, office, [change], "x")


def test_rules_of_a_fifth_city_are_added_and_chosen(office, station, replace, stick, refused):
    replace(book(), BOOK)
    programme_id = plan.add_programme(
        office, Programme(name="Blitar", coverage_start="2026-12", rules="blitar-2026")
    )
    event = msgspec.structs.replace(plan.events(office)[0][1], programme_id=programme_id)
    replan.change_event(office, event_of(office), event)
    apply_receipt(station, answer(office, station, stick))
    rules = rules_of(station, event_of(station))
    assert rules.book.name.id == "Blitar 2026"
    error = refused("reference_in_use", restore_file, office, BOOK, "x")
    assert error["programmes"] == "Blitar"
    replan.change_programme(
        office,
        programme_id,
        msgspec.structs.replace(dict(plan.programmes(office))[programme_id], rules="standar"),
    )
    restore_file(office, BOOK, "salah kota")
    assert "blitar-2026" not in in_force(office).rule_books


def test_an_occupation_that_rules_name_cannot_go(office, write, refused):
    text = shipped_text("occupations.toml").replace("version = 1", "version = 2")
    other = text.replace('id = "pengemudi_ojek"', 'id = "tukang_ojek"')
    if other == text:
        other = text.replace('id = "pedagang_pasar"', 'id = "penjual_pasar"')
    error = refused("reference_refused", check_file, office, write(other), "occupations.toml")
    assert error["file"].startswith("rules/")


def test_a_new_occupation_is_offered_and_an_old_one_keeps_its_name(office, replace):
    row = (
        '\n[[occupation]]\nid = "penjahit_perca"\nname = "Penjahit perca"\n'
        'sector = "non_transportasi"\nsource = "Perwal"\n'
    )
    text = shipped_text("occupations.toml").replace("version = 1", "version = 2")
    replace(text + row, "occupations.toml")
    assert in_force(office).occupations["penjahit_perca"].name == "Penjahit perca"
    restore_file(office, "occupations.toml", "belum waktunya")
    assert "penjahit_perca" not in in_force(office).occupations
    assert in_force(office).occupation_name("penjahit_perca") == "Penjahit perca"
    assert in_force(office).occupation_name("juru kunci") == "juru kunci"


def next_consent():
    text = shipped_text("texts/consent-1.id.toml").replace("version = 1", "version = 2")
    return text.replace("Mencabut persetujuan kapan saja", "Mencabut persetujuan sewaktu-waktu")


def test_a_new_consent_is_a_new_version_and_the_old_one_stays(office, write, replace, refused):
    enrolled = enrol_one(office)
    name = "texts/consent-2.id.toml"
    changed = next_consent().replace("version = 2", "version = 1")
    shipped_name = "texts/consent-1.id.toml"
    error = refused("reference_written_once", check_file, office, write(changed), shipped_name)
    assert error["other"] == name
    replace(next_consent(), name)
    terms = rules_of(office, event_of(office)).terms["id"]
    assert terms.version == 2
    assert "sewaktu-waktu" in terms.lines[-1][1]
    again = write(next_consent().replace("sewaktu-waktu", "kapan pun"))
    assert refused("reference_written_once", check_file, office, again, name)["other"] == (
        "texts/consent-3.id.toml"
    )
    agreed = invented_form(0, rules_of(office, event_of(office))).consent  # to version 1
    before = as_agreed(office, rules_of(office, event_of(office)), agreed)
    assert before.terms["id"].version == 1
    assert "kapan saja" in before.terms["id"].lines[-1][1]
    restore_file(office, name, "belum disetujui")
    assert rules_of(office, event_of(office)).terms["id"].version == 1
    assert in_force(office).consent_of(2)[0]["id"].version == 2  # for who agreed to it
    assert own_data(office, enrolled.record_id).startswith(b"%PDF")


def test_a_new_explanation_comes_with_its_facts(office, write, refused):
    def version_two(name):
        return shipped_text(f"texts/{name}").replace("version = 1", "version = 2")

    facts = version_two("benefits-1.toml").replace("42_000_000", "84_000_000")
    files = {
        "texts/benefits-2.toml": write(facts),
        "texts/explanation-2.id.toml": write(version_two("explanation-1.id.toml")),
        "texts/explanation-2.en.toml": write(version_two("explanation-1.en.toml")),
    }
    alone = {"texts/explanation-2.en.toml": files["texts/explanation-2.en.toml"]}
    assert refused("reference_refused", check_files, office, alone)["file"] == (
        "texts/explanation-2.id.toml"
    )
    put_in_force(office, check_files(office, files), "santunan baru")
    found = explanations(office)
    assert found.keys() == {"id", "en"}
    assert found["id"].version == 2
    assert any("84.000.000" in amount for page in found["id"].pages for _w, amount in page.lines)


def from_a_newer_office(office, name, content):
    """What an office with a newer program journals."""
    with office.database.writing() as connection:
        stored = records.get(connection, record_id_of(name))
        body = ReferenceFile(name=name, content=content, reason="baru")
        news = [journal.New(record_id_of(name), body, stored.heads if stored else ())]
        journal.append(connection, office.author, office.clock(), news)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (TARIFFS, 'version = 9\n[formula]\njkk = "0.01 * upah"\n'),
        ("rules/surabaya.toml", "version = 9\nscript = 'x'\n"),
        ("occupations.toml", "version = 9\n"),
        ("mappings/bpjs-baru.toml", "version = 9\n"),
        ("texts/consent-2.id.toml", "version = 2\n"),
        ("formulas/x.toml", "version = 1\n"),
    ],
)
def test_what_a_newer_office_wrote_breaks_no_station(
    office, station, replace, stick, name, content
):
    replace(dearer())
    from_a_newer_office(office, name, content)
    apply_receipt(station, answer(office, station, stick))
    known = in_force(station)
    assert known.unreadable == (name,)
    assert monthly_cost(station) == 12_000  # what it had
    assert known.rule_books.keys() >= {"standar", "surabaya"}
    assert known.texts.consent["id"].version == 1
    assert known.mappings.keys() == {"bpjs-bpu"}
    line = next((line for line in list_files(station) if line.name == name), None)
    assert line is None or line.unreadable
    enrol_one(station)


def test_a_file_is_saved_to_be_edited(office, station, replace, stick, refused):
    replace(dearer())
    path = save_file(office, TARIFFS, stick / "tarif.toml")
    assert path.read_text("utf-8") == dearer() == read_file(office, TARIFFS)
    assert save_file(station, TARIFFS, stick / "lama.toml").read_text("utf-8") == (
        shipped_text(TARIFFS)
    )
    refused("reference_name", save_file, office, "../rahasia.toml", stick / "x.toml")
    refused("reference_name", save_file, office, "rules/tidak-ada.toml", stick / "x.toml")


@pytest.mark.parametrize(
    ("own", "name"),
    [
        ("tariffs.toml", "tariffs.toml"),
        ("blitar-2026.toml", "rules/blitar-2026.toml"),
        ("bpjs-blitar.toml", "mappings/bpjs-blitar.toml"),
        ("hasil-blitar.toml", "mappings/hasil-blitar.toml"),
        ("consent-2.id.toml", "texts/consent-2.id.toml"),
        ("benefits-2.toml", "texts/benefits-2.toml"),
    ],
)
def test_a_file_is_known_by_its_own_name(tmp_path, own, name):
    assert name_of(tmp_path / own) == name


def test_what_is_no_text_is_refused(office, tmp_path, refused):
    path = tmp_path / "Aturan Saya.toml"
    path.write_bytes(b"\xff\xfe\x00")
    refused("reference_file_unreadable", check_file, office, path, TARIFFS)
    path.write_bytes(b"#" * 300_000)
    refused("reference_file_unreadable", check_file, office, path, TARIFFS)
    refused("reference_file_unreadable", check_file, office, tmp_path / "nowhere", TARIFFS)
    path.write_text("version = 1")
    refused("reference_name", check_file, office, path)


acts = st.lists(st.integers(0, 9_999), min_size=1, max_size=4)


@settings(max_examples=8)
@given(acts=acts, order=st.randoms(use_true_random=False))
def test_whatever_the_office_did_its_last_word_holds_everywhere(tmp_path_factory, acts, order):
    folder = tmp_path_factory.mktemp("desks")
    office, station = office_desk(folder, FixedClock()), station_desk(folder)
    expected, receipts = SHIPPED, []
    for version, jkk in enumerate(acts, 2):
        if jkk:
            path = folder / f"{version}.toml"
            path.write_text(dearer(version, jkk), "utf-8")
            put_in_force(office, [check_file(office, path, TARIFFS)], "x")
            expected = jkk
        elif expected != SHIPPED:
            restore_file(office, TARIFFS, "x")
            expected = SHIPPED
        office.clock.go(minutes=1)
        receipts.append(answer(office, station, folder))
    order.shuffle(receipts)
    for path in receipts:
        apply_receipt(station, path)
    assert monthly_cost(station) == monthly_cost(office) == expected
    office.close()
    station.close()
