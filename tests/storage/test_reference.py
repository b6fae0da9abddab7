"""Lists and rules that are data: what is shipped is whole, what is broken is refused in words."""

import re
from collections import Counter

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import FINDINGS, explain
from jamsos_desktop.paths import resource
from jamsos_desktop.storage.reference import (
    load_income_bands,
    load_occupations,
    load_rule_book,
    load_tariffs,
    rule_book_names,
)

ROW = """
[[tariff]]
payer = "mandiri"
sector = "transportasi"
from = "{first}"
jkk = {jkk}
jkm = 6800
source = "a rule"
"""


def test_the_shipped_occupations():
    occupations = load_occupations()
    assert len(occupations) == 40
    assert Counter(o.sector for o in occupations) == {"non_transportasi": 35, "transportasi": 5}
    assert all(re.fullmatch(r"[a-z_]+", o.id) and o.name and o.source for o in occupations)
    assert not any(o.bpjs_code for o in occupations)
    assert len({o.name for o in occupations}) == 40


def test_the_shipped_tariffs_have_sources():
    assert all(tariff.source for tariff in load_tariffs())


@pytest.mark.parametrize(
    "text",
    [
        "version = 1",
        "not toml",
        "version = 1" + ROW.format(first="2025-13", jkk=1),
        "version = 1" + ROW.format(first="2025-01", jkk=-1),
        "version = 1" + ROW.format(first="2025-01", jkk=1.5),
        "version = 1" + ROW.format(first="2025-01", jkk=1) + 'to = "2024-12"',
        "version = 1" + ROW.format(first="2025-01", jkk=1) + 'until = "2026-12"',
        "version = 1" + ROW.format(first="2025-01", jkk=1) + ROW.format(first="2025-02", jkk=1),
    ],
)
def test_a_broken_tariff_file_is_refused_in_words(tmp_path, text):
    (tmp_path / "tariffs.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_tariffs(tmp_path)
    assert caught.value.code == "reference_invalid"
    assert "tariffs.toml" in str(explain(caught.value))


def test_a_tariff_file_of_ones_own_is_read(tmp_path):
    text = "version = 1" + ROW.format(first="2025-01", jkk=10000)
    (tmp_path / "tariffs.toml").write_text(text, encoding="utf-8")
    (tariff,) = load_tariffs(tmp_path)
    assert (tariff.first_month, tariff.last_month, tariff.jkk) == ("2025-01", "", 10000)


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"version = 1\n" + b"x" * 3])
def test_bytes_that_are_no_toml_are_refused(tmp_path, raw):
    (tmp_path / "occupations.toml").write_bytes(raw)
    with pytest.raises(UserError):
        load_occupations(tmp_path)


def test_an_id_used_twice_and_a_missing_file_are_refused(tmp_path):
    entry = '[[occupation]]\nid = "petani"\nname = "P"\nsector = "transportasi"\nsource = "s"\n'
    (tmp_path / "occupations.toml").write_text("version = 1\n" + entry * 2, encoding="utf-8")
    with pytest.raises(UserError, match="reference_invalid"):
        load_occupations(tmp_path)
    with pytest.raises(UserError, match="reference_invalid"):
        load_occupations(tmp_path / "nowhere")


# --- rule books -----------------------------------------------------------------------------------

BOOK = """
version = 1
name.id = "Uji"
note.id = "Uji"
required = ["nik"]
[[rule]]
id = "{id}"
kind = "{kind}"
level = "block"
text.id = "Tidak boleh."
source.id = "Perwal"
"""


def known():
    return {occupation.id: occupation for occupation in load_occupations()}


@pytest.mark.parametrize("name", rule_book_names())
def test_a_shipped_rule_book_is_whole_in_both_languages(name):
    book = load_rule_book(name, known())
    assert all(text.id and text.en for text in (book.name, book.note))
    for rule in book.rules:
        said = (rule.text, rule.source)
        assert all(text.id and text.en for text in said)
        assert rule.id not in FINDINGS  # a code says one thing


def test_the_usual_book_comes_first():
    assert rule_book_names()[0] == "standar"
    assert {"mojokerto-2025", "pasuruan-2025", "pekalongan-2022", "surabaya"} < set(
        rule_book_names()
    )


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        "version = 1",
        BOOK.format(id="x", kind="astrology"),
        BOOK.format(id="x", kind="minimum_age"),  # without the age
        BOOK.format(id="Bad Id", kind="one_per_kk"),
        BOOK.format(id="x", kind="one_per_kk") + "age = 3",
    ],
)
def test_a_broken_rule_book_is_refused_in_words(tmp_path, text):
    (tmp_path / "uji.toml").write_text(text, "utf-8")
    with pytest.raises(UserError) as caught:
        load_rule_book("uji", known(), tmp_path)
    assert caught.value.code == "reference_invalid"
    assert explain(caught.value).todo


def test_a_rule_book_of_a_folder(tmp_path):
    (tmp_path / "uji.toml").write_text(BOOK.format(id="x", kind="one_per_kk"), "utf-8")
    assert load_rule_book("uji", known(), tmp_path).counts
    assert rule_book_names(tmp_path) == ["uji"]


@pytest.mark.parametrize("name", ["", "tidak-ada", "../tariffs", "a/b", "A", "standar.toml"])
def test_a_name_that_is_no_rule_book_here_is_refused(name):
    with pytest.raises(UserError) as caught:
        load_rule_book(name, known())
    assert caught.value.code == "reference_invalid"


def test_bands_of_income_are_validated(tmp_path):
    assert load_income_bands().version == 1
    text = (
        'version = 1\nnote = { id = "uji" }\n[[band]]\nid = "a"\nleast = 5\ntext = { id = "a" }\n'
    )
    (tmp_path / "income_bands.toml").write_text(text)
    with pytest.raises(UserError, match="reference_invalid"):
        load_income_bands(tmp_path)


@pytest.mark.parametrize("name", ["nik", "name"])
def test_nobody_may_say_that_a_nik_or_a_name_is_not_known(tmp_path, name):
    shipped = resource("rules/standar.toml").read_text(encoding="utf-8")
    text = shipped.replace("may_be_unknown = [", f'may_be_unknown = [\n  "{name}",')
    assert text != shipped
    (tmp_path / "uji.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="reference_invalid"):
        load_rule_book("uji", known(), tmp_path)
