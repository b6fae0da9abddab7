"""A city's own templates: checked like the shipped ones, seen at once, and taken back."""

import pytest

from jamsos_desktop.services import card_look
from jamsos_desktop.services.city_templates import (
    PAPERS,
    add_template,
    remove_templates,
    save_template,
)
from jamsos_desktop.services.paper_forms import ReceiptForm, print_form
from jamsos_desktop.services.print_cards import preview_cards
from jamsos_desktop.services.print_papers import print_leaflet
from tests.printing.pages import needs_poppler, text_of


@pytest.fixture
def example(station, tmp_path):
    """Write the shipped template, changed as a person changes it."""

    def make(name, *changes):
        path = save_template(station, name, tmp_path / f"{name}.toml")
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
        return path

    return make


@pytest.fixture
def ids(people):
    return [person.record_id for person in people]


def words_of(pdf, tmp_path):
    path = tmp_path / "lihat.pdf"
    path.write_bytes(pdf)
    return text_of(path)


@needs_poppler
def test_a_changed_card_is_chosen_and_seen_at_once(station, ids, example, tmp_path):
    own = example(
        "card-kawung", ('name = "kawung"', 'name = "kota"'), ('id = "Pekerjaan"', 'id = "Kerja"')
    )
    assert add_template(station, own) == "card-kota"
    settings = card_look.print_settings(station)
    assert settings.design == "card-kota"
    assert card_look.design_titles(settings)["card-kota"] == {
        "id": "Kawung, satu sisi",
        "en": "Kawung, one side",
    }
    assert "Kerja" in words_of(preview_cards(station, ids), tmp_path)
    assert remove_templates(station).design == "card-kawung"
    assert "Pekerjaan" in words_of(preview_cards(station, ids), tmp_path)


@needs_poppler
def test_papers_keep_their_names_and_take_the_place_of_the_shipped(station, ids, example, tmp_path):
    add_template(station, example("receipt-a6", ("{call_name}", "{call_name}:")))
    receipt = print_form(station, ReceiptForm(), ids[:1])
    assert "Layanan BPJS:" in words_of(receipt.pdf, tmp_path)


@pytest.mark.parametrize("name", ["card-kawung", "card-duasisi", *PAPERS])
def test_every_shipped_template_can_be_begun_with(station, ids, example, name):
    assert add_template(station, example(name)) == name
    assert preview_cards(station, ids)
    assert print_leaflet(station).pdf


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([("size = 29.2", "size = 20.0")], "template_qr_small"),
        ([('text = "{not_official}"', 'text = "{city}"')], "template_missing"),
        ([("width = 85.60", "width = 90.0")], "template_size"),
        ([('document = "card"', 'document = "poster"')], "template_name"),
        ([("version = 1", "version = ")], "template_invalid"),
        ([("x = 3.4", "x = 0.5")], "template_margin"),
    ],
)
def test_one_that_does_not_fit_is_refused_and_nothing_changes(
    station, example, refused, changes, code
):
    values = refused(code, add_template, station, example("card-kawung", *changes))
    assert values
    assert card_look.print_settings(station).templates == {}


def test_a_file_that_is_no_text_is_refused(station, tmp_path, refused):
    for name, content in (("a.toml", b"\xff\xfe\x00"), ("b.toml", b"#" * 300_000)):
        (tmp_path / name).write_bytes(content)
        assert refused("template_unreadable", add_template, station, tmp_path / name) == {
            "file": name
        }
    refused("template_unreadable", add_template, station, tmp_path / "nirgends.toml")
    refused("design_unknown", save_template, station, "card-emas", tmp_path / "c.toml")


def test_the_colours_of_the_city_must_stay_readable_on_its_own_card_too(station, example, refused):
    add_template(station, example("card-kawung", ('name = "kawung"', 'name = "kota"')))
    refused("template_contrast", card_look.set_city, station, colours={"brand": "#FFE08A"})
    assert card_look.print_settings(station).colours == {}


def test_the_citys_own_is_written_out_to_be_changed_again(station, example, tmp_path):
    own = example("card-kawung", ('id = "Pekerjaan"', 'id = "Kerja"'))
    add_template(station, own)
    again = save_template(station, "card-kawung", tmp_path / "lagi.toml")
    assert again.read_bytes() == own.read_bytes()
