"""The leaflet: both sides, in each language of the explained texts, read back."""

import io
import re
from pathlib import Path

import msgspec
import pytest

from jamsos_desktop.domain.explanation import Page, all_sources, fill
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.leaflet import Leaflet, leaflet_kind, load_leaflet, write_leaflet
from jamsos_desktop.printing.receipt import PaperLook
from jamsos_desktop.printing.template import Sections
from jamsos_desktop.printing.template_check import check_template
from jamsos_desktop.services.reference import shipped
from tests.printing.pages import (
    assert_looks_as_before,
    fonts_of,
    grey_page,
    needs_poppler,
    needs_qpdf,
    page_count,
    run,
    text_of,
)

TEXTS = shipped().texts
LANGUAGES = sorted(TEXTS.explanation)
OFFICE = "Dinas Tenaga Kerja, Koperasi, dan UKM Kabupaten Pasuruan"
PROGRAMME = Programme(
    name="Perlindungan pekerja rentan 2025",
    fund="DBHCHT Kabupaten Pasuruan",
    branch="Pasuruan",
    coverage_start="2025-11",
    coverage_months=12,
)


def leaflet(language: str = "id", *, practice: bool = False) -> Leaflet:
    text = TEXTS.explanation[language]
    pages = fill(text, TEXTS.facts, PROGRAMME, OFFICE)
    return Leaflet(
        language=language,
        sections={section.id: page for section, page in zip(text.section, pages, strict=True)},
        office=OFFICE,
        sources=all_sources(text, TEXTS.facts),
        unchecked=text.unchecked,
        practice=practice,
    )


def saved(folder: Path, one: Leaflet) -> Path:
    path = folder / "leaflet.pdf"
    with path.open("wb") as target:
        write_leaflet(one, target, PaperLook(city="Pemerintah Kabupaten Pasuruan"))
    return path


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_on_it_whole(tmp_path: Path, language: str) -> None:
    one = leaflet(language)
    path = saved(tmp_path, one)
    text = text_of(path)
    for page in one.sections.values():
        assert page.title in text
        assert page.say in text
        for what, amount in page.lines:
            assert what in text
            assert amount in text
    assert "175" in text
    assert OFFICE in text
    assert one.unchecked in text
    assert page_count(path) == 2


@needs_poppler
@needs_qpdf
def test_the_file_is_sound_and_carries_fonts_title_and_language(tmp_path: Path) -> None:
    path = saved(tmp_path, leaflet("jv"))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts_of(path))
    assert re.search(r"Title: +Hak Panjenengan", run("pdfinfo", path))
    assert b"/Lang (jv-ID)" in path.read_bytes()
    assert b"/Lang (id-ID)" in saved(tmp_path, leaflet()).read_bytes()


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_printed_in_the_margin(tmp_path: Path, language: str) -> None:
    path = saved(tmp_path, leaflet(language, practice=True))
    edge = int(8 * 72 / 25.4) - 1
    for number in (1, 2):
        page = grey_page(path, 72, number)
        page.paste(255, (edge, edge, page.width - edge, page.height - edge))
        assert page.getextrema() == (255, 255)


@needs_poppler
def test_practice_is_written_on_it(tmp_path: Path) -> None:
    assert text_of(saved(tmp_path, leaflet(practice=True))).count("LATIHAN") == 4
    assert "LATIHAN" not in text_of(saved(tmp_path, leaflet()))


def test_the_same_leaflet_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for target in (first, second):
        write_leaflet(leaflet("jv"), target)
    assert first.getvalue() == second.getvalue()


def refused(one: Leaflet) -> str:
    with pytest.raises(UserError) as caught:
        load_leaflet(one)
    return caught.value.code


def test_a_text_that_is_too_long_is_refused_and_nothing_of_it_is_cut() -> None:
    one = leaflet()
    long = Page(title="Beasiswa", say="kata " * 2000, lines=())
    assert refused(one._replace(sections={**one.sections, "scholarship": long})) == (
        "template_overflow"
    )


def test_a_section_that_the_template_does_not_show_is_refused() -> None:
    one = leaflet()
    more = {**one.sections, "new": Page(title="Baru", say="Baru", lines=())}
    assert refused(one._replace(sections=more)) == "template_missing"


def test_a_template_that_names_what_is_not_there_is_refused() -> None:
    one = leaflet()
    template = load_leaflet(one)
    sides = tuple(
        msgspec.structs.replace(
            side,
            boxes=tuple(
                msgspec.structs.replace(box, sections=("gone",))
                if isinstance(box, Sections)
                else box
                for box in side.boxes
            ),
        )
        for side in template.pages
    )
    with pytest.raises(UserError) as caught:
        check_template(msgspec.structs.replace(template, pages=sides), leaflet_kind(one))
    assert caught.value.code == "template_unknown"


@pytest.mark.parametrize("language", ["id", "jv"])
def test_it_looks_as_it_looked(tmp_path: Path, language: str) -> None:
    path = saved(tmp_path, leaflet(language))
    for side in (0, 1):
        assert_looks_as_before(path, side, f"leaflet-{language}-{side + 1}", 50)
