"""The texts that are explained and consented to, read from ``resources/texts`` and validated.

A file that does not fit, or a translation that says something of its own, is refused as a whole
with ``UserError("reference_invalid")``.
"""

from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from jamsos_desktop.domain.explanation import Benefits, Fact, Text, find_mistake
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource

TEXTS = "texts"
SOURCE = "id"  # the language that the others follow
_File = TypeVar("_File", Text, Benefits)


class Texts(NamedTuple):
    """Everything that is explained in one version, by language, and the facts in it."""

    explanation: dict[str, Text]
    consent: dict[str, Text]
    facts: dict[str, Fact]


def load_texts(version: int = 1, folder: Path | None = None) -> Texts:
    """The texts of a version in a folder; the shipped ones unless given."""
    place = folder or resource(TEXTS)
    benefits = f"benefits-{version}.toml"
    facts = {fact.name: fact for fact in _decode(place, benefits, Benefits).fact}
    return Texts(
        _load(place, "explanation", version, facts), _load(place, "consent", version, facts), facts
    )


def _load(place: Path, kind: str, version: int, facts: dict[str, Fact]) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for path in sorted(place.glob(f"{kind}-{version}.*.toml")):
        text = _decode(place, path.name, Text)
        if (text.version, f"{kind}-{text.version}.{text.language}") != (version, path.stem):
            raise _invalid(path.name, "version or language is not the one of its name")
        if mistake := find_mistake(text, facts):
            raise _invalid(path.name, mistake)
        texts[text.language] = text
    if SOURCE not in texts:
        raise _invalid(f"{kind}-{version}.{SOURCE}.toml", "not there")
    for text in texts.values():
        if _shape(text) != _shape(texts[SOURCE]):
            name = f"{kind}-{version}.{text.language}.toml"
            raise _invalid(name, "sections, lines or facts differ from the Indonesian text")
    return texts


def _shape(text: Text) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(section.id, len(section.line), section.facts) for section in text.section]


def _decode(place: Path, name: str, kind: type[_File]) -> _File:
    try:
        return msgspec.toml.decode((place / name).read_bytes(), type=kind)
    except OSError as error:
        raise _invalid(name, error.strerror or type(error).__name__) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _invalid(name, str(error)) from error


def _invalid(name: str, reason: str) -> UserError:
    return UserError("reference_invalid", file=f"{TEXTS}/{name}", reason=reason)
