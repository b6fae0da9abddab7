"""The office's look reaches its stations, and what they chose stays until it changes."""

import pytest

from jamsos_desktop.domain.print_settings import CityLook
from jamsos_desktop.services import card_look, city_templates, kits
from jamsos_desktop.services.office_look import keep_look
from jamsos_desktop.services.plan import find_station
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from tests.factories import event_of

EARLY, LATE = "2026-11-22T09:00:00+07:00", "2026-11-22T03:00:00+00:00"  # 10:00 in the same zone


def tell(office, station, stick):
    """Let the office answer the station."""
    station_id, _known = find_station(office, station.installation.name)
    path = issue_receipt(office, station_id, stick).path
    apply_receipt(station, path)
    return path


@pytest.fixture
def city(office, tmp_path):
    """An office that has a look of its own, with a template."""
    card_look.set_city(office, city="Pemerintah Kota Uji", colours={"brand": "#7A1022"})
    own = city_templates.save_template(office, "card-kawung", tmp_path / "kota.toml")
    own.write_text(own.read_text("utf-8").replace('name = "kawung"', 'name = "kota"'), "utf-8")
    city_templates.add_template(office, own)
    return office


def test_a_receipt_brings_the_look_and_leaves_the_printers(city, station, stick, clock):
    card_look.choose_look(station, sheet="cr80", photo=False)
    clock.go(hours=1)
    path = tell(city, station, stick)
    settings = card_look.print_settings(station)
    assert (settings.city, settings.design) == ("Pemerintah Kota Uji", "card-kota")
    assert settings.look == card_look.print_settings(city).look
    assert (settings.sheet, settings.photo) == ("cr80", False)

    card_look.choose_look(station, design="card-duasisi")
    apply_receipt(station, path)
    clock.go(hours=1)
    tell(city, station, stick)
    assert card_look.print_settings(station).design == "card-duasisi"  # nothing new was told

    card_look.set_city(city, city="Pemerintah Kota Baru")
    clock.go(hours=1)
    tell(city, station, stick)
    apply_receipt(station, path)  # the oldest once more
    settings = card_look.print_settings(station)
    assert (settings.city, settings.design) == ("Pemerintah Kota Baru", "card-kota")


def test_a_kit_has_it_and_an_office_without_a_look_sends_none(city, tmp_path):
    issued = kits.export_kit(city, "Pos Baru", [event_of(city)], tmp_path / "k.jamsos")
    kit = kits.read_kit(issued.path, issued.activation_code)
    assert kit.look == card_look.print_settings(city).look


def test_a_station_that_was_set_up_by_hand_keeps_its_look_while_the_office_has_none(
    office, station, stick, clock
):
    card_look.set_city(station, city="Kota Sendiri")
    clock.go(hours=1)
    tell(office, station, stick)
    assert card_look.print_settings(station).city == "Kota Sendiri"


def test_the_newest_look_stays_in_whatever_order_they_come(station):
    looks = [(CityLook(city="Lama"), EARLY), (CityLook(city="Baru"), LATE)]
    for order in (looks, looks[::-1], [*looks, *looks]):
        with station.database.writing() as connection:
            for look, at in order:
                keep_look(connection, look, at)
            keep_look(connection, None, LATE)
        assert card_look.print_settings(station).city == "Baru"
