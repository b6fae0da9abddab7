"""Keeps the catalogue in step with the source texts: ``python build/translations.py``.

Collects every ``_()``, ``N_()`` and ``pgettext()`` into ``jamsos.pot``, carries new texts into each
language's ``jamsos.po`` without guessing, and compiles ``jamsos.mo``. All three are committed:
source, wheel and built program then find the same files, and a test compares them with what this
script makes.
"""

import datetime as dt
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en",)
#: Header lines that say nothing here, or something else at each run.
IDLE = (
    "POT-Creation",
    "PO-Revision",
    "Report-Msgid",
    "Last-Translator",
    "Language-Team",
    "Generated",
)
EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # Babel insists on a moment


def collect() -> Catalog:
    """Every text in the source, in the order of files and lines."""
    # No dates and no line numbers: the file changes only when a text does.
    catalog = Catalog(project="jamsos-desktop", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        ROOT / "src",
        method_map=[("**.py", "python")],
        keywords={"_": None, "N_": None, "pgettext": ((1, "c"), 2)},
        comment_tags=("i18n:",),
    )
    for file, _line, text, comments, context in sorted(found, key=lambda hit: hit[:2]):
        catalog.add(
            text, locations=[(Path(file).as_posix(), 0)], auto_comments=comments, context=context
        )
    return catalog


def merged(language: str, source: Catalog) -> Catalog:
    """The language's catalogue with every text of ``source`` and none that is gone."""
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    else:
        catalog = Catalog(locale=language, project="jamsos-desktop", charset="utf-8", fuzzy=False)
    catalog.update(source, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def po_path(language: str) -> Path:
    """Where a language's texts are written."""
    return FOLDER / language / "LC_MESSAGES" / "jamsos.po"


def as_text(catalog: Catalog) -> bytes:
    """A catalogue as a ``.po`` file without the header's moments."""
    catalog.header_comment = "# Texts of JAMSOS Desktop. The source language is Indonesian."
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=False, include_lineno=False, sort_by_file=True)
    lines = out.getvalue().splitlines(keepends=True)
    idle = tuple(f'"{name}'.encode() for name in IDLE)
    return b"".join(line for line in lines if not line.startswith(idle))


def compiled(language: str) -> bytes:
    """The ``.mo`` of the language's ``.po``."""
    out = io.BytesIO()
    with po_path(language).open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.creation_date = catalog.revision_date = EPOCH
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    """Write all files and say what is still to be translated."""
    source = collect()
    (FOLDER / "jamsos.pot").write_bytes(as_text(source))
    for language in LANGUAGES:
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_text(merged(language, source)))
        path.with_suffix(".mo").write_bytes(compiled(language))
        with path.open("rb") as file:
            open_texts = [m.id for m in read_po(file) if m.id and not m.string]
        print(f"{language}: {len(source)} texts, {len(open_texts)} still to be translated")


if __name__ == "__main__":
    main()
