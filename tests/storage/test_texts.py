"""The shipped texts fit together; broken ones are refused as a whole."""

import shutil

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.storage.texts import load_texts


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(resource("texts"), tmp_path / "texts")
    return tmp_path / "texts"


def refused(folder):
    with pytest.raises(UserError) as caught:
        load_texts(1, folder)
    assert caught.value.code == "reference_invalid"
    return caught.value.values


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_shipped_texts_are_there_in_their_languages():
    texts = load_texts()
    assert texts.explanation.keys() == {"id", "jv", "en"}
    assert texts.consent.keys() == {"id", "jv", "en"}
    assert texts.explanation["jv"].unchecked
    assert not texts.explanation["id"].unchecked


def test_the_figures_are_those_that_were_found():
    amounts = {name: fact.rupiah for name, fact in load_texts().facts.items() if fact.rupiah}
    assert amounts["jkm_full"] == 42_000_000
    assert amounts["jkm_start"] == 10_000_000
    assert amounts["jkk_death"] == 48 * 1_000_000 + 10_000_000 + 12_000_000
    assert amounts["jkk_disabled"] == 56 * 1_000_000
    school = 2 * (1_500_000 * 8 + 2_000_000 * 3 + 3_000_000 * 3 + 12_000_000 * 5)
    assert amounts["scholarship"] == school


def test_what_nobody_knows_sends_people_to_the_branch():
    texts = load_texts()
    unsure = {name for name, fact in texts.facts.items() if not fact.sure}
    for text in texts.explanation.values():
        asking = [s for s in text.section if unsure & set(s.facts)]
        assert asking
        assert all("{branch}" in section.say for section in asking)


def test_a_text_that_is_no_toml_is_refused(folder):
    (folder / "explanation-1.jv.toml").write_bytes(b"\xff\xfe")
    assert refused(folder)["file"] == "texts/explanation-1.jv.toml"


def test_a_gap_that_nothing_fills_is_refused(folder):
    change(folder / "explanation-1.en.toml", "{jkm_full}", "{jkm_all}")
    assert "jkm_all" in refused(folder)["reason"]


def test_a_translation_with_a_line_less_is_refused(folder):
    change(folder / "explanation-1.jv.toml", '  { what = "Telepon", amount = "175" },\n', "")
    assert refused(folder)["file"] == "texts/explanation-1.jv.toml"


def test_an_unknown_field_is_refused(folder):
    change(folder / "consent-1.id.toml", "version = 1", "version = 1\nauthor = 1")
    assert "author" in refused(folder)["reason"]


def test_a_version_that_differs_from_the_name_is_refused(folder):
    change(folder / "consent-1.en.toml", "version = 1", "version = 2")
    assert "version" in refused(folder)["reason"]


@pytest.mark.parametrize("name", ["benefits-1.toml", "explanation-1.id.toml", "consent-1.id.toml"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    assert refused(folder)["file"] == f"texts/{name}"
