"""The catalogue is complete, and says what the source says."""

import importlib.util
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from jamsos_desktop.i18n import LANGUAGES, _, set_language

SCRIPT = Path(__file__).parents[1] / "build" / "translations.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("translations_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(script, language):
    with script.po_path(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def gaps(text):
    return sorted(field for _text, field, _spec, _conv in string.Formatter().parse(text) if field)


def test_every_language_but_the_source_has_a_catalogue(script):
    assert {"id", *script.LANGUAGES} == set(LANGUAGES)


def test_the_collected_texts_are_those_of_the_source(script):
    """When this fails: ``make translations``, then translate what is new."""
    assert (script.FOLDER / "jamsos.pot").read_bytes() == script.as_text(script.collect())


@pytest.mark.parametrize("language", ["en"])
def test_a_catalogue_has_the_texts_of_the_source(script, language):
    source = {message.id for message in script.collect() if message.id}
    assert {message.id for message in texts(script, language)} == source


@pytest.mark.parametrize("language", ["en"])
def test_a_catalogue_is_complete(script, language):
    assert [m.id for m in texts(script, language) if not m.string or m.fuzzy] == []


@pytest.mark.parametrize("language", ["en"])
def test_a_translation_keeps_the_gaps(script, language):
    assert [
        m.id for m in texts(script, language) if m.string and gaps(m.id) != gaps(m.string)
    ] == []


@pytest.mark.parametrize("language", ["en"])
def test_the_compiled_catalogue_is_that_of_the_texts(script, language):
    """When this fails: ``make translations``."""
    assert script.po_path(language).with_suffix(".mo").read_bytes() == script.compiled(language)


def test_the_program_speaks_english_when_told_to(script):
    sample = next(m for m in texts(script, "en") if m.string and m.string != m.id)
    set_language("en")
    assert _(sample.id) == sample.string
