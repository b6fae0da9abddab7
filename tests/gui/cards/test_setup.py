"""What the city brings, and what was measured on a printer."""

import io

import pytest
from PIL import Image

from jamsos_desktop.domain.print_settings import PrintSettings
from jamsos_desktop.gui.cards.setup import SetupPresenter
from jamsos_desktop.services import card_look
from tests.fakes import FakeView, InlineJobs
from tests.gui.desk import open_desk

GIVEN = {
    "city": "Pemerintah Kota Mojokerto",
    "brand": "#7A1022",
    "accent": "",
    "logo": "",
    "template": "",
    "printer": "",
    "a": "30",
    "b": "30",
    "c": "150",
    "d": "220",
}


@pytest.fixture
def desk(data_dir):
    opened, _ids = open_desk(data_dir)
    yield opened
    opened.close()


@pytest.fixture
def setup(desk):
    view, changes = FakeView(), []
    presenter = SetupPresenter(view, InlineJobs(), desk, lambda: changes.append(1))
    presenter.refresh()
    return presenter, view, changes


def test_what_the_city_brings_is_kept_and_shown_again(desk, setup):
    presenter, view, changes = setup
    presenter.save(GIVEN)
    assert view.state.success
    assert changes == [1]
    assert card_look.print_settings(desk).colours == {"brand": "#7A1022"}
    presenter.refresh()
    assert view.state.fill["city"] == "Pemerintah Kota Mojokerto"


def test_a_pale_colour_is_refused_with_the_reason(desk, setup):
    presenter, view, changes = setup
    presenter.save({**GIVEN, "brand": "#FFE08A"})
    assert "sulit dibaca" in view.state.error.what
    assert (view.state.busy, changes) == ("", [])
    assert card_look.print_settings(desk).city == ""


def test_measures_are_typed_with_a_comma_and_shown_for_their_printer(desk, setup):
    presenter, view, _changes = setup
    presenter.save({**GIVEN, "printer": " HP balai ", "a": "31,5", "c": "149,2"})
    assert card_look.print_settings(desk).calibration_of("HP balai").left == 31.5
    presenter.choose_printer("HP balai")
    assert view.state.fill == {"a": "31,5", "b": "30", "c": "149,2", "d": "220"}
    presenter.choose_printer("lain")
    assert view.state.fill["a"] == "30"


def test_nothing_is_kept_where_one_thing_is_refused(desk, setup):
    presenter, _view, _changes = setup
    presenter.save({**GIVEN, "printer": "HP", "a": "31", "brand": "#FFE08A"})
    assert card_look.print_settings(desk) == PrintSettings()


@pytest.mark.parametrize("wrong", ["", "tiga puluh", "3"])
def test_a_measure_that_cannot_be_is_refused(desk, setup, wrong):
    presenter, view, _changes = setup
    presenter.save({**GIVEN, "printer": "HP", "a": wrong})
    assert "terlalu jauh" in view.state.error.what
    assert card_look.print_settings(desk).calibrations == {}


def test_a_logo_is_kept_and_taken_away(desk, setup, tmp_path):
    presenter, view, changes = setup
    target = io.BytesIO()
    Image.new("RGB", (20, 20), "navy").save(target, "PNG")
    (tmp_path / "logo.png").write_bytes(target.getvalue())
    presenter.save({**GIVEN, "logo": str(tmp_path / "logo.png")})
    assert view.state.has_logo
    presenter.remove_logo()
    assert not view.state.has_logo
    assert len(changes) == 2
    assert card_look.print_settings(desk).logo == b""


def test_the_test_sheet_is_written_where_it_is_wanted(setup, tmp_path):
    presenter, view, _changes = setup
    presenter.save_ruler(tmp_path / "ukur.pdf", "HP")
    assert (tmp_path / "ukur.pdf").exists()
    assert "ukur.pdf" in view.state.success
    presenter.save_ruler(tmp_path / "gone" / "ukur.pdf", "HP")
    assert view.state.error


def test_a_template_of_the_citys_own_is_begun_with_kept_and_given_up(desk, setup, tmp_path):
    presenter, view, changes = setup
    example = tmp_path / presenter.template_name
    presenter.save_template(example)
    assert str(example) in view.state.success
    example.write_text(example.read_text("utf-8").replace('"kawung"', '"kota"', 1), "utf-8")
    presenter.save({**GIVEN, "template": str(example)})
    assert view.state.own == ("card-kota",)
    assert view.state.fill["template"] == ""
    assert card_look.print_settings(desk).design == "card-kota"
    presenter.remove_templates()
    assert view.state.own == ()
    assert card_look.print_settings(desk).design == "card-kawung"
    assert changes == [1, 1]


def test_a_template_that_does_not_fit_leaves_everything_as_it_was(desk, setup, tmp_path):
    presenter, view, _changes = setup
    example = tmp_path / "card.toml"
    presenter.save_template(example)
    example.write_text(example.read_text("utf-8").replace("size = 29.2", "size = 20"), "utf-8")
    presenter.save({**GIVEN, "template": str(example)})
    assert "QR" in view.state.error.what
    assert card_look.print_settings(desk) == PrintSettings()
    presenter.save({**GIVEN, "brand": "merah", "template": str(example)})
    assert view.state.error is not None  # a colour that is none is told before the template
