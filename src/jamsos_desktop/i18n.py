"""The language of everything a person reads. Indonesian is the source text, English the second.

``_("Simpan")`` gives the text in the chosen language; ``N_`` only marks a text for the catalogue.
One catalogue serves screens, documents and the terminal (gettext domain ``jamsos``).
"""

import gettext
from collections.abc import Mapping

from jamsos_desktop.paths import resource

LANGUAGES = ("id", "en")

_current: gettext.NullTranslations = gettext.NullTranslations()


def set_language(code: str) -> None:
    """Choose the language for all texts from now on: ``id`` or ``en``."""
    global _current  # noqa: PLW0603  (a process speaks one language, as with the C library's locale)
    _current = _catalogue(code)


def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(
        "jamsos", str(resource("translations")), languages=[code], fallback=(code == "id")
    )


def _(text: str, /, **values: object) -> str:
    """The text in the chosen language, with ``{name}`` gaps filled from ``values``."""
    translated = _current.gettext(text) if text else ""  # gettext keeps its header under ""
    return translated.format(**values) if values else translated


def in_every_language(text: str) -> tuple[str, ...]:
    """The text in each language of the program, for who must know that all of them fit."""
    return tuple(_catalogue(code).gettext(text) for code in LANGUAGES)


def pgettext(context: str, text: str) -> str:
    """The text as it is said in ``context``: ``Petugas`` heads a page of many, or names one."""
    return _current.pgettext(context, text)


def pick(texts: Mapping[str, str]) -> str:
    """Of a text that data bring in several languages, the one in the chosen language."""
    return texts.get(_current.info().get("language", "id")) or texts["id"]


def N_(text: str) -> str:  # noqa: N802  (the name that gettext tools look for)
    """Mark a text for the catalogue without translating it yet."""
    return text
