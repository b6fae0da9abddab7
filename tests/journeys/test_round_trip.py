"""The whole journey: office, kits, two stations, people, cards, bundles, and the office again."""

import itertools
import subprocess

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.services.check_card import check_card
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants, find_participants, look_at
from jamsos_desktop.services.keep_journal import rebuild_projections, verify_journal
from jamsos_desktop.services.print_cards import choose_cards, save_cards
from jamsos_desktop.services.set_up import start_practice
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def bundles(world):
    """Two bundles of the first station, the second of which holds more, and one of the second."""
    world.enrol(POS1, 0, 12)
    first = world.export(POS1)
    world.enrol(POS1, 12, 5)
    later = world.export(POS1)
    world.enrol(POS2, 100, 8)
    return first, later, world.export(POS2)


def test_what_the_stations_enrolled_is_what_the_office_sees(world, bundles):
    first, later, other = bundles

    reports = [world.take_in(path) for path in (first, later, other)]

    assert [report.counts["new"] for report in reports] == [12, 5, 8]
    assert [report.counts["same"] for report in reports] == [0, 12, 0]
    assert count_participants(world[OFFICE]) == 25
    at_stations = {
        (found.number, found.name)
        for pos in (POS1, POS2)
        for found in find_participants(world[pos], limit=100)
    }
    at_office = {(f.number, f.name) for f in find_participants(world[OFFICE], limit=100)}
    assert at_office == at_stations
    assert verify_journal(world[OFFICE]).good


def test_every_order_and_every_repeat_gives_the_same_office(world, bundles):
    states = set()
    orders = [*itertools.permutations(bundles), (*bundles, *bundles), bundles[1:]]
    for number, order in enumerate(orders):
        name = f"kantor-{number}"
        world.second_office(name)
        for path in order:
            world.take_in(path, name)
        assert count_participants(world[name]) == 25
        states.add(world.state(name))
        world.close(name)
    assert len(states) == 1


def test_rebuilding_the_tables_changes_nothing(world, bundles):
    for path in bundles:
        world.take_in(path)
    before = world.state(), find_participants(world[OFFICE], limit=100)

    rebuild_projections(world[OFFICE])

    assert (world.state(), find_participants(world[OFFICE], limit=100)) == before


def test_the_code_on_the_printed_card_is_known_at_the_other_station_and_at_the_office(
    world, tmp_path
):
    enrolled = world.enrol(POS1, 0, 3)
    sheet = save_cards(world[POS1], choose_cards(world[POS1], world.event_id), tmp_path / "k.pdf")
    texts = read_codes(sheet.path, tmp_path)
    assert len(texts) == 3

    for place in (POS2, OFFICE):
        checks = [check_card(world[place], text) for text in texts]
        assert {check.outcome for check in checks} == {"valid"}
        assert {check.fields.number for check in checks} == {one.number for one in enrolled}


def test_a_print_at_the_station_is_told_at_the_office(world, tmp_path):
    (enrolled,) = world.enrol(POS1, 0, 1)
    save_cards(world[POS1], [enrolled.record_id], tmp_path / "k.pdf")

    world.take_in(world.export(POS1))

    person = look_at(world[OFFICE], enrolled.record_id)
    kinds = [type(happening.body).__name__ for happening in person.history]
    assert kinds == ["Participant", "CardPrinted"]
    assert {happening.officer for happening in person.history} == {"Petugas pos1"}


def test_what_is_practised_is_called_so_on_the_stick(tmp_path):
    desk = start_practice(tmp_path / "data")
    bundle = export_bundle(desk, tmp_path).path
    desk.close()

    assert bundle.name.startswith("LATIHAN-KIRIM_")


def read_codes(pdf, folder):
    """The texts of every QR on every page, as a camera would see the printed sheet."""
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-png", str(pdf), str(folder / "page")],
        check=True,
        timeout=60,
    )
    texts = []
    for page in sorted(folder.glob("page*.png")):
        with Image.open(page) as image:
            codes = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
        texts += [code.text for code in codes]
    return texts
