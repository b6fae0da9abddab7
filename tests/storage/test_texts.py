"""The shipped texts fit together; broken ones are refused as a whole."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.reference import shipped
from jamsos_desktop.storage.reference import shipped_names, shipped_text
from jamsos_desktop.storage.texts import by_language, read_benefits, read_text


@pytest.fixture
def files():
    return {name: shipped_text(name) for name in shipped_names() if name.startswith("texts/")}


def read_all(files):
    facts = read_benefits(files["texts/benefits-1.toml"], "texts/benefits-1.toml")
    for kind in ("explanation", "consent"):
        own = [name for name in files if kind in name]
        by_language({name: read_text(files[name], name, facts) for name in own})


def refused(files):
    with pytest.raises(UserError) as caught:
        read_all(files)
    assert caught.value.code == "reference_invalid"
    return caught.value.values


def change(files, name, old, new):
    assert old in files[f"texts/{name}"]
    files[f"texts/{name}"] = files[f"texts/{name}"].replace(old, new)


def test_the_shipped_texts_are_there_in_their_languages():
    texts = shipped().texts
    assert texts.explanation.keys() == {"id", "jv", "en"}
    assert texts.consent.keys() == {"id", "jv", "en"}
    assert texts.explanation["jv"].unchecked
    assert not texts.explanation["id"].unchecked


def test_the_figures_are_those_that_were_found():
    amounts = {name: fact.rupiah for name, fact in shipped().texts.facts.items() if fact.rupiah}
    assert amounts["jkm_full"] == 42_000_000
    assert amounts["jkm_start"] == 10_000_000
    assert amounts["jkk_death"] == 48 * 1_000_000 + 10_000_000 + 12_000_000
    assert amounts["jkk_disabled"] == 56 * 1_000_000
    school = 2 * (1_500_000 * 8 + 2_000_000 * 3 + 3_000_000 * 3 + 12_000_000 * 5)
    assert amounts["scholarship"] == school


def test_what_nobody_knows_sends_people_to_the_branch():
    texts = shipped().texts
    unsure = {name for name, fact in texts.facts.items() if not fact.sure}
    for text in texts.explanation.values():
        asking = [s for s in text.section if unsure & set(s.facts)]
        assert asking
        assert all("{branch}" in section.say for section in asking)


def test_a_text_that_is_no_toml_is_refused(files):
    files["texts/explanation-1.jv.toml"] = "ora ana"
    assert refused(files)["file"] == "texts/explanation-1.jv.toml"


def test_a_gap_that_nothing_fills_is_refused(files):
    change(files, "explanation-1.en.toml", "{jkm_full}", "{jkm_all}")
    assert "jkm_all" in refused(files)["reason"]


def test_a_translation_with_a_line_less_is_refused(files):
    change(files, "explanation-1.jv.toml", '  { what = "Telepon", amount = "175" },\n', "")
    assert refused(files)["file"] == "texts/explanation-1.jv.toml"


def test_an_unknown_field_is_refused(files):
    change(files, "consent-1.id.toml", "version = 1", "version = 1\nauthor = 1")
    assert "author" in refused(files)["reason"]


def test_a_version_that_differs_from_the_name_is_refused(files):
    change(files, "consent-1.en.toml", "version = 1", "version = 2")
    assert refused(files)["file"] == "texts/consent-1.en.toml"


@pytest.mark.parametrize("part", ["data", "rights", "question"])
def test_a_consent_without_one_of_its_parts_is_refused(files, part):
    change(files, "consent-1.id.toml", f'id = "{part}"', 'id = "else"')
    assert part in refused(files)["reason"]


@pytest.mark.parametrize("name", ["explanation-1.id.toml", "consent-1.id.toml"])
def test_a_missing_indonesian_text_is_named(files, name):
    del files[f"texts/{name}"]
    assert refused(files)["file"] == f"texts/{name}"
