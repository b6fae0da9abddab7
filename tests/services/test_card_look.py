"""What a city and its printers ask for is kept, and refused where cards could not be read."""

import io

import pytest
from PIL import Image

from jamsos_desktop.domain.calibration import TRUE
from jamsos_desktop.domain.print_settings import PrintSettings
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import card_look
from jamsos_desktop.services.print_cards import preview_cards, save_cards
from tests.gui.desk import form, open_desk
from tests.printing.pages import needs_poppler, page_count, text_of


@pytest.fixture
def office(data_dir):
    desk, ids = open_desk(data_dir, *(form(place, f"Warga {place}") for place in range(3)))
    yield desk, ids
    desk.close()


def logo(folder, kind="PNG"):
    path = folder / f"logo.{kind.lower()}"
    target = io.BytesIO()
    Image.new("RGB", (40, 50), "navy").save(target, kind)
    path.write_bytes(target.getvalue())
    return path


def test_until_somebody_chooses_the_first_design_holds(office):
    desk, _ids = office
    settings = card_look.print_settings(desk)
    assert (settings.design, settings.sheet, settings.photo) == ("card-kawung", "a4_long", True)
    assert {"card-kawung", "card-duasisi"} <= card_look.design_titles(settings).keys()
    assert card_look.is_two_sided(PrintSettings(design="card-duasisi"))
    assert not card_look.is_two_sided(settings)


def test_the_chosen_design_and_sheet_decide_how_many_pages_there_are(office):
    desk, ids = office
    assert page_count(preview_cards(desk, ids)) == 1
    card_look.choose_look(desk, design="card-duasisi")
    assert page_count(preview_cards(desk, ids)) == 2
    card_look.choose_look(desk, sheet="cr80")
    assert page_count(preview_cards(desk, ids)) == 6


@needs_poppler
def test_a_city_brings_its_name_colours_and_logo(office, tmp_path):
    desk, ids = office
    card_look.choose_look(desk, design="card-duasisi")
    card_look.set_city(
        desk,
        city="  Pemerintah Kota  Mojokerto ",
        colours={"brand": "#7A1022"},
        logo=logo(tmp_path),
    )
    path = save_cards(desk, ids[:1], tmp_path / "kartu.pdf").path
    assert "Pemerintah Kota Mojokerto" in text_of(path)
    assert b"/Subtype /Image" in path.read_bytes()
    card_look.remove_logo(desk)
    assert b"/Subtype /Image" not in preview_cards(desk, ids[:1])


@pytest.mark.parametrize(
    ("colours", "code"),
    [
        ({"brand": "#F0E68C"}, "template_contrast"),
        ({"brand": "merah"}, "colour_unknown"),
        ({"text": "#000000"}, "colour_unknown"),
    ],
)
def test_what_could_not_be_read_is_refused_and_nothing_changes(office, colours, code):
    desk, _ids = office
    with pytest.raises(UserError, match=code):
        card_look.set_city(desk, city="Kota X", colours=colours)
    assert card_look.print_settings(desk).city == ""


def test_what_is_no_picture_is_no_logo(office, tmp_path):
    desk, _ids = office
    drawing = tmp_path / "logo.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    for path in (drawing, tmp_path / "missing.png"):
        with pytest.raises(UserError, match="logo_unreadable"):
            card_look.set_city(desk, logo=path)


def test_a_design_that_is_not_there_is_refused(office):
    desk, _ids = office
    with pytest.raises(UserError, match="design_unknown"):
        card_look.choose_look(desk, design="card-emas")


def test_a_printer_s_measures_are_kept_for_that_printer_alone(office):
    desk, ids = office
    measured = card_look.read_measures(left=32, top=29, across=148.5, down=220)
    card_look.calibrate(desk, "HP balai", measured)
    assert card_look.print_settings(desk).calibration_of("HP balai").left == 32
    assert card_look.print_settings(desk).calibration_of("lain") == TRUE
    plain = preview_cards(desk, ids)
    assert preview_cards(desk, ids, "HP balai") != plain
    assert preview_cards(desk, ids, "lain") == plain
    with pytest.raises(UserError, match="calibration_range"):
        card_look.read_measures(left=3.2, top=29, across=148.5, down=220)


def test_the_test_sheet_is_written(tmp_path):
    assert page_count(card_look.save_ruler_sheet(tmp_path / "ukur.pdf", "HP")) == 1
