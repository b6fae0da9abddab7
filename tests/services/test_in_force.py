"""What holds at a desk: read when it is asked for, and once."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.reference import in_force, shipped
from jamsos_desktop.storage.reference import shipped_names, shipped_text
from jamsos_desktop.storage.reference_files import Said


def said(name, *contents):
    """These contents, the newest first."""
    return {name: tuple(Said(name, content, "", "", "") for content in contents)}


def test_a_desk_without_files_of_its_own_has_the_shipped_ones(station):
    known = in_force(station)
    assert known.names() == list(shipped_names())
    assert known.tariffs is shipped().tariffs
    assert known.unreadable == ()
    assert in_force(station) is known  # nothing new: nothing is read again


def test_nothing_is_read_before_somebody_asks():
    known = InForce(said("tariffs.toml", "no toml at all"))
    assert not {"tariffs", "occupations", "texts"} & vars(known).keys()
    assert known.tariffs == shipped().tariffs


@pytest.mark.parametrize("name", shipped_names())
def test_a_file_that_cannot_be_read_leaves_the_one_before_it(name):
    known = InForce(said(name, "version = 99\nfrom_the_future = true\n"))
    assert known.unreadable == (name,)
    assert known.holding(name) == shipped_text(name)
    assert known.rule_books.keys() == shipped().rule_books.keys()
    assert known.texts.consent.keys() >= {"id"}
    assert (known.tariffs, known.mappings) == (shipped().tariffs, shipped().mappings)


def test_every_form_is_tried_down_to_where_the_shipped_one_held_again():
    good = shipped_text("tariffs.toml").replace("10_000", "11_000")
    assert InForce(said("tariffs.toml", "x", "y", good)).tariffs[0].jkk == 11_000
    assert InForce(said("tariffs.toml", "x", "", good)).tariffs[0].jkk == 10_000
    assert InForce(said("tariffs.toml", "", good)).unreadable == ()


def test_an_added_file_that_cannot_be_read_is_not_there():
    known = InForce(said("rules/blitar-2026.toml", "version = 9"))
    assert "blitar-2026" not in known.rule_books
    with pytest.raises(UserError, match="rules_unreadable"):
        known.rule_book("blitar-2026")
    assert "bpjs-x" not in InForce(said("mappings/bpjs-x.toml", "version = 9")).mappings
    with pytest.raises(UserError, match="reference_invalid"):
        known.holding("rules/blitar-2026.toml")


def test_a_consent_stays_readable_after_it_was_taken_back():
    text = shipped_text("texts/consent-1.id.toml").replace("version = 1", "version = 2")
    known = InForce(said("texts/consent-2.id.toml", "", text))
    assert known.texts.consent["id"].version == 1
    consent, _facts = known.consent_of(2)
    assert consent["id"].version == 2
    assert known.consent_of(3) is None


def test_what_left_the_lists_keeps_its_words():
    bands = shipped_text("income_bands.toml")
    other = bands.replace('id = "sampai_500_ribu"', 'id = "kurang_500_ribu"')
    known = InForce(said("income_bands.toml", other))
    assert "sampai_500_ribu" not in known.income_bands
    assert known.band_words()["sampai_500_ribu"] == "Di bawah Rp500.000"
    assert known.listed_name("nothing of it") == ""
