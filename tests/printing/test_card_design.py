"""Every shipped design fits, says what it must, and gives way to a city only where it is read."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.printing.card_design import (
    PrintedCard,
    check_design,
    content_of,
    designs,
    load_design,
)
from jamsos_desktop.printing.template import read_template
from tests.printing.factories import make_code, make_content

KAWUNG = resource("templates/card-kawung.toml").read_text(encoding="utf-8")


def test_every_design_fits_in_every_state() -> None:
    assert "card-kawung" in designs()


def test_a_city_s_pale_colour_is_refused_with_the_box() -> None:
    load_design("card-kawung", {"brand": "#7A1022"})
    with pytest.raises(UserError) as caught:
        load_design("card-kawung", {"brand": "#E8C74B"})
    assert caught.value.code == "template_contrast"
    assert caught.value.values["box"] == "title"


def test_the_warning_keeps_the_weight_of_the_title() -> None:
    start = KAWUNG.index('name = "not-official"')
    softer = KAWUNG[:start] + KAWUNG[start:].replace('font = "bold"', 'font = "regular"', 1)
    with pytest.raises(UserError, match="template_weight"):
        check_design(read_template(softer, "x.toml"))


def test_the_warning_cannot_be_left_out() -> None:
    without = KAWUNG.replace('text = "{not_official}"', 'text = "Kartu"')
    with pytest.raises(UserError) as caught:
        check_design(read_template(without, "x.toml"))
    assert caught.value.values["field"] == "not_official"


def test_an_active_card_is_a_copy_of_information_with_the_number_that_bpjs_gave() -> None:
    symbolic = content_of(PrintedCard(make_content(), make_code()), "")
    active = content_of(PrintedCard(make_content(kpj="12345678901"), make_code()), "Kota X")
    assert "SIMBOLIS" in symbolic.values["title"]
    assert "SALINAN INFORMASI" in active.values["title"]
    assert "12345678901" in active.values["state"]
    assert active.flags == {"active", "city"}


@pytest.mark.parametrize("kpj", ["1234567890", "123456789012", "1234567890x"])
def test_a_number_of_another_length_is_none(kpj: str) -> None:
    with pytest.raises(ValueError, match="11 digits"):
        make_content(kpj=kpj)


def test_every_card_but_the_first_says_that_it_is_a_copy() -> None:
    first = content_of(PrintedCard(make_content(), make_code()), "")
    second = content_of(PrintedCard(make_content(), make_code(), copy=2), "")
    assert "copy" not in first.flags
    assert ("copy" in second.flags, second.values["copy"]) == (True, "salinan 2")


def test_a_template_must_have_room_for_the_copy_number() -> None:
    without = KAWUNG.replace('text = "{copy}"', 'text = "Kartu"')
    with pytest.raises(UserError) as caught:
        check_design(read_template(without, "x.toml"))
    assert (caught.value.code, caught.value.values["field"]) == ("template_missing", "copy")
