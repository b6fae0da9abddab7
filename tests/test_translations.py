"""The catalogue is complete, and says what the source says."""

import ast
import datetime as dt
import importlib.util
import io
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from jamsos_desktop.domain.card import make_card
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import LANGUAGES, _, pgettext, set_language
from jamsos_desktop.messages import ERRORS, explain
from jamsos_desktop.printing.attendance_list import write_attendance_list
from jamsos_desktop.printing.card_design import PrintedCard
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.list_page import Heading
from jamsos_desktop.printing.queue_strip import write_queue_strip
from jamsos_desktop.services.reference import shipped
from tests.factories import make_participant
from tests.printing.factories import make_code
from tests.printing.pages import needs_poppler, text_of

SCRIPT = Path(__file__).parents[1] / "build" / "translations.py"

#: Words that stand in nearly every Indonesian sentence or on nearly every page, and in no English.
INDONESIAN = frozenset(
    re.findall(
        r"\w+",
        """
        anda atau alamat baru belum berkas bisa boleh buka bulan bukan bundel cari cetak daftar dan
        dari dengan hapus hari ini iuran itu kantor kartu kata kegiatan kirim kosong lagi lalu lebih
        lembar masuk minta nama nomor orang paket pekerjaan pendaftaran perlindungan peserta petugas
        pilih sandi semua simpan sudah tambah tanda tanggal tempat tidak untuk yang
        """,
    )
)
#: What English texts say in Indonesian: how files begin and what they are marked with, the heading
#: of a card of the state, and an example of a name.
STAYS = re.compile(r"\b(?:KIRIM|PAKET|LATIHAN|Kartu Keluarga|Pekerja rentan DBHCHT 2026)\b")


def indonesian_words(text):
    """The Indonesian words in an English text."""
    return sorted(INDONESIAN & set(re.findall(r"\w+", STAYS.sub("", text).lower())))


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("translations_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def english():
    set_language("en")


def texts(script, language):
    with script.po_path(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def gaps(text):
    return sorted(field for _text, field, _spec, _conv in string.Formatter().parse(text) if field)


def marked_texts(source):
    """Every ``_("…")``, ``N_("…")`` and ``pgettext("…", "…")``, as Python itself reads them."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        given = [one.value for one in node.args if isinstance(one, ast.Constant)]
        if node.func.id in ("_", "N_") and len(given) == 1:
            yield None, given[0]
        elif node.func.id == "pgettext" and len(given) == 2:
            yield given[0], given[1]


def ending(text):
    """The sign at the end, or nothing after a letter or a digit, and the blanks around."""
    blanks = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    last = text.rstrip()[-1:]
    return (*blanks, text.count("\n"), last if last in ".,:;?!…" else "")


def test_every_language_but_the_source_has_a_catalogue(script):
    assert {"id", *script.LANGUAGES} == set(LANGUAGES)


def test_the_collected_texts_are_those_of_the_source(script):
    """When this fails: ``make translations``, then translate what is new."""
    assert (script.FOLDER / "jamsos.pot").read_bytes() == script.as_text(script.collect())


def test_no_marked_text_hides_where_the_collector_does_not_look(script):
    """Before Python 3.12 an f-string is one token, and a ``_("…")`` inside it is not found."""
    assert [*marked_texts("""f"{x} {_('a')}", pgettext('b', 'c'), _(d)""")] == [
        ("b", "c"),
        (None, "a"),
    ]
    collected = {(message.context, message.id) for message in script.collect()}
    marked = {
        text
        for path in (script.ROOT / "src").rglob("*.py")
        for text in marked_texts(path.read_text(encoding="utf-8"))
    }
    assert len(marked) > 900
    assert marked - collected - {(None, "")} == set()


@pytest.mark.parametrize("language", ["en"])
def test_a_catalogue_has_the_texts_of_the_source(script, language):
    source = {(message.context, message.id) for message in script.collect() if message.id}
    assert {(message.context, message.id) for message in texts(script, language)} == source


@pytest.mark.parametrize("language", ["en"])
def test_a_catalogue_is_complete(script, language):
    assert [m.id for m in texts(script, language) if not m.string or m.fuzzy] == []


@pytest.mark.parametrize("language", ["en"])
def test_a_translation_keeps_the_gaps(script, language):
    assert [
        m.id for m in texts(script, language) if m.string and gaps(m.id) != gaps(m.string)
    ] == []


@pytest.mark.parametrize("language", ["en"])
def test_a_translation_ends_like_its_source(script, language):
    """A label has no full stop, a sentence has one, and ``…`` says that something follows."""
    assert [
        m.id for m in texts(script, language) if m.string and ending(m.id) != ending(m.string)
    ] == []


@pytest.mark.parametrize("language", ["en"])
def test_the_compiled_catalogue_is_that_of_the_texts(script, language):
    """When this fails: ``make translations``."""
    assert script.po_path(language).with_suffix(".mo").read_bytes() == script.compiled(language)


def test_the_english_catalogue_is_english(script):
    found = {m.string: indonesian_words(m.string) for m in texts(script, "en")}
    assert {text: words for text, words in found.items() if words} == {}


def test_the_small_list_knows_indonesian_when_it_meets_it(script):
    """Otherwise the tests above would be content with anything."""
    sentences = [m.id for m in texts(script, "en") if m.id.count(" ") >= 6]
    assert sum(bool(indonesian_words(text)) for text in sentences) > 0.9 * len(sentences)


def test_the_program_speaks_english_when_told_to(script):
    sample = next(m for m in texts(script, "en") if m.string and m.string != m.id)
    set_language("en")
    assert _(sample.id) == sample.string


def test_a_page_of_many_is_said_in_the_plural_that_indonesian_does_not_have():
    assert pgettext("halaman", "Petugas") == "Petugas"
    set_language("en")
    assert pgettext("halaman", "Petugas") == "Officers"


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_has_three_english_parts(english, code):
    named = {name for part in ERRORS[code] for name in gaps(part)}
    said = explain(UserError(code, **dict.fromkeys(named, "7")))
    assert all(part.endswith((".", ": 7")) for part in said)
    assert [word for part in said for word in indonesian_words(part)] == []


@needs_poppler
def test_the_card_speaks_english(english, tmp_path):
    content = make_card(
        make_participant(),
        CommunityEvent(
            name="Jamsos Kranggan",
            date=dt.date(2026, 11, 12),
            place="Pendopo",
            region="35.76",
            programme_id="programme",
        ),
        Programme(name="DBHCHT 2026", payer="pemerintah", fund="DBHCHT"),
        masked_nik="3576••••••••0001",
        village="Kranggan",
        occupation="Ojek",
        officer="Dewi Lestari",
        practice=False,
    )
    pdf = io.BytesIO()
    write_card_sheet([PrintedCard(content, make_code())], pdf)
    path = tmp_path / "card.pdf"
    path.write_bytes(pdf.getvalue())
    text = text_of(path)
    assert "NOT AN OFFICIAL BPJS KETENAGAKERJAAN CARD" in text
    for label in ("Address", "Work", "Cover", "Planned", "Event", "Officer"):
        assert label in text
    assert "Nov 2026 – Jan 2027 (months: 3)" in text
    assert indonesian_words(text) == []
    assert b"/Lang (en)" in pdf.getvalue()


@needs_poppler
@pytest.mark.parametrize("practice", [False, True])
def test_the_papers_of_the_day_speak_english(english, tmp_path, practice):
    day, path = dt.date(2026, 11, 22), tmp_path / "paper.pdf"
    listed, strip = io.BytesIO(), io.BytesIO()
    title, where = _("Daftar hadir sosialisasi"), f"{long_date(day)} · Pendopo"
    heading = Heading(title, "Jamsos Kranggan", where, "Kota Mojokerto", practice)
    write_attendance_list(listed, heading, [("Siti Aminah", "3/2")])
    write_queue_strip(strip, ["MJK1-001"], event="Jamsos Kranggan", date=day, practice=practice)
    for paper, words in (
        (listed, ("Attendance list", "Signature", "Page 1 of 1", "22 November 2026")),
        (strip, ("Wait until this number is called",)),
    ):
        path.write_bytes(paper.getvalue())
        text = text_of(path)
        assert [word for word in words if word not in text] == []
        assert indonesian_words(text) == []


@pytest.mark.parametrize("name", shipped().rule_books)
def test_a_rule_book_says_in_english_what_it_says_in_indonesian(name):
    """A rule's source may be quoted as it is called; what officers read is English."""
    book = shipped().rule_books[name]
    for text in (book.name, book.note, *(rule.text for rule in book.rules)):
        assert text.en
        assert indonesian_words(text.en) == []
        assert gaps(text.id) == gaps(text.en)
        assert ending(text.id) == ending(text.en)
    assert all(rule.source.en for rule in book.rules)


def test_explanation_and_consent_are_english():
    known = shipped().texts
    for text in (known.explanation["en"], known.consent["en"]):
        said = [text.title, text.undecided]
        for section in text.section:
            said += [section.title, section.say]
            said += [word for line in section.line for word in (line.what, line.amount)]
        assert len(said) > 10
        assert {words: found for words in said if (found := indonesian_words(words))} == {}
