"""The texts that are explained and consented to, read and validated.

A file that does not fit, or a translation that says something of its own, is refused as a whole
with ``UserError("reference_invalid")``.
"""

from collections.abc import Mapping
from typing import NamedTuple

from jamsos_desktop.domain.explanation import CONSENT_SECTIONS, Benefits, Fact, Text, find_mistake
from jamsos_desktop.domain.reference_file import TEXTS, parse_name
from jamsos_desktop.i18n import _
from jamsos_desktop.storage.reference import decode, invalid

SOURCE = "id"  # the language that the others follow


class Texts(NamedTuple):
    """Everything that is explained now, by language, and the facts in it."""

    explanation: dict[str, Text]
    consent: dict[str, Text]
    facts: dict[str, Fact]  # of the explanation
    consent_facts: dict[str, Fact]


def read_benefits(text: str, name: str) -> dict[str, Fact]:
    """The facts of one version, by their names."""
    found = decode(text, name, Benefits)
    _check_name(name, found.version)
    return {fact.name: fact for fact in found.fact}


def read_text(text: str, name: str, facts: Mapping[str, Fact]) -> Text:
    """One text in one language, whose gaps these facts fill."""
    found = decode(text, name, Text)
    _check_name(name, found.version, found.language)
    if mistake := find_mistake(found, facts):
        raise invalid(name, mistake)
    if _kind_and_version(name)[0] == "consent":
        missing = CONSENT_SECTIONS - {section.id for section in found.section}
        if missing:
            raise invalid(
                name, _("bagian ini tidak ada: {parts}", parts=", ".join(sorted(missing)))
            )
    return found


def by_language(texts: Mapping[str, Text]) -> dict[str, Text]:
    """The texts of one version by their language; ``texts`` has them by the names of their files.

    The Indonesian one is there, and the others say as much as it does.
    """
    found = {text.language: text for text in texts.values()}
    if SOURCE not in found:
        kind, version = _kind_and_version(next(iter(texts)))
        raise invalid(text_name(kind, version, SOURCE), _("tidak ada"))
    for name, text in texts.items():
        if _shape(text) != _shape(found[SOURCE]):
            raise invalid(name, _("bagian, baris, atau faktanya lain dari teks Indonesia"))
    return found


def text_name(kind: str, version: int, language: str = "") -> str:
    """``texts/consent-2.id.toml``."""
    return f"{TEXTS}/{kind}-{version}{f'.{language}' if language else ''}.toml"


def _check_name(name: str, version: int, language: str = "") -> None:
    known = parse_name(name)
    if known is None or (known.text_version, known.language) != (version, language):
        raise invalid(name, _("version atau language lain dari nama berkasnya"))


def _kind_and_version(name: str) -> tuple[str, int]:
    known = parse_name(name)
    return (known.kind, known.text_version) if known else ("", 0)


def _shape(text: Text) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(section.id, len(section.line), section.facts) for section in text.section]
