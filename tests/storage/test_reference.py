"""Lists and rules that are data: what is shipped is whole, what is broken is refused in words."""

import re
from collections import Counter

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import FINDINGS, explain
from jamsos_desktop.services.reference import shipped
from jamsos_desktop.storage.reference import (
    read_income_bands,
    read_occupations,
    read_rule_book,
    read_tariffs,
    shipped_names,
    shipped_text,
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
    occupations = shipped().occupations.values()
    assert len(occupations) == 40
    assert Counter(o.sector for o in occupations) == {"non_transportasi": 35, "transportasi": 5}
    assert all(re.fullmatch(r"[a-z_]+", o.id) and o.name and o.source for o in occupations)
    assert not any(o.bpjs_code for o in occupations)
    assert len({o.name for o in occupations}) == 40


def test_the_shipped_tariffs_have_sources():
    assert all(tariff.source for tariff in shipped().tariffs)


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
        "version = 1\ntariff = []",
        "version = 1"
        + (ROW.format(first="2025-01", jkk=1) + 'to = "2025-03"\n')
        + ROW.format(first="2025-05", jkk=1),  # and April?
    ],
)
def test_a_broken_tariff_file_is_refused_in_words(text):
    with pytest.raises(UserError) as caught:
        read_tariffs(text)
    assert caught.value.code == "reference_invalid"
    assert "tariffs.toml" in str(explain(caught.value))


def test_a_tariff_file_of_ones_own_is_read():
    (tariff,) = read_tariffs("version = 1" + ROW.format(first="2025-01", jkk=10000))
    assert (tariff.first_month, tariff.last_month, tariff.jkk) == ("2025-01", "", 10000)


def test_what_is_no_toml_is_refused():
    with pytest.raises(UserError, match="reference_invalid"):
        read_occupations("version = 1\nxxx")


def test_an_id_used_twice_and_a_missing_file_are_refused():
    entry = '[[occupation]]\nid = "petani"\nname = "P"\nsector = "transportasi"\nsource = "s"\n'
    with pytest.raises(UserError, match="reference_invalid"):
        read_occupations("version = 1\n" + entry * 2)
    with pytest.raises(UserError, match="reference_invalid"):
        shipped_text("rules/nowhere.toml")


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


def read_book(text):
    return read_rule_book(text, "rules/uji.toml", shipped().occupations)


@pytest.mark.parametrize("name", shipped().rule_books)
def test_a_shipped_rule_book_is_whole_in_both_languages(name):
    book = shipped().rule_book(name)
    assert all(text.id and text.en for text in (book.name, book.note))
    for rule in book.rules:
        said = (rule.text, rule.source)
        assert all(text.id and text.en for text in said)
        assert rule.id not in FINDINGS  # a code says one thing


def test_the_usual_book_comes_first():
    names = list(shipped().rule_books)
    assert names[0] == "standar"
    assert {"mojokerto-2025", "pasuruan-2025", "pekalongan-2022", "surabaya"} < set(names)
    assert {f"rules/{name}.toml" for name in names} < set(shipped_names())


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
def test_a_broken_rule_book_is_refused_in_words(text):
    with pytest.raises(UserError) as caught:
        read_book(text)
    assert caught.value.code == "reference_invalid"
    assert explain(caught.value).todo


@pytest.mark.parametrize("name", ["", "tidak-ada", "../tariffs", "a/b", "A", "standar.toml"])
def test_a_name_that_is_no_rule_book_here_is_refused(name):
    with pytest.raises(UserError) as caught:
        shipped().rule_book(name)
    assert caught.value.code == "rules_unreadable"


def test_bands_of_income_are_validated():
    assert read_income_bands(shipped_text("income_bands.toml")).version == 1
    text = (
        'version = 1\nnote = { id = "uji" }\n[[band]]\nid = "a"\nleast = 5\ntext = { id = "a" }\n'
    )
    with pytest.raises(UserError, match="reference_invalid"):
        read_income_bands(text)


@pytest.mark.parametrize("name", ["nik", "name"])
def test_nobody_may_say_that_a_nik_or_a_name_is_not_known(name):
    before = shipped_text("rules/standar.toml")
    text = before.replace("may_be_unknown = [", f'may_be_unknown = [\n  "{name}",')
    assert text != before
    with pytest.raises(UserError, match="reference_invalid"):
        read_book(text)
