"""Explained texts in a column: as large as they fit, and never outside."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.printing.fonts import text_width
from jamsos_desktop.printing.sections import set_sections

WORDS = st.lists(st.sampled_from(["JKM", "santunan", "Rp42.000.000", "a"]), max_size=30).map(
    " ".join
)
PAGES = st.builds(
    Page,
    title=WORDS,
    say=WORDS,
    lines=st.lists(st.tuples(WORDS, WORDS), max_size=4).map(tuple),
)


@given(st.lists(PAGES, min_size=1, max_size=4))
@settings(max_examples=60)
def test_what_fits_stays_inside_and_keeps_every_word(pages):
    setting = set_sections(pages, 200, 500, 14, 7)
    said = " ".join(
        " ".join((p.title, p.say, *(w for line in p.lines for w in line))) for p in pages
    )
    shown = " ".join(run.text for run in setting.runs if run.text != "•")
    assert sorted(shown.split()) == sorted(said.split())
    if setting.fits:
        assert setting.height <= 500.001
        for run in setting.runs:
            assert run.x >= 0
            assert run.x + text_width(run.text, run.font, run.size) <= 200.001


def test_less_text_is_larger_and_too_much_does_not_fit():
    short = [Page(title="Judul", say="Pendek.", lines=(("Telepon", "175"),))]
    long = [Page(title="Judul", say="kata " * 150, lines=())]
    sizes = [max(r.size for r in set_sections(p, 200, 300, 14, 7).runs) for p in (short, long)]
    assert sizes[0] > sizes[1]
    assert not set_sections([Page(title="J", say="kata " * 900, lines=())], 200, 300, 14, 7).fits
    assert not set_sections([Page(title="J", say="W" * 90, lines=())], 200, 300, 14, 7).fits


def test_an_amount_stands_at_the_right_of_its_line_or_below():
    page = Page(title="J", say="s", lines=(("Telepon", "175"), ("kata " * 9, "angka " * 9)))
    runs = {run.text: run for run in set_sections([page], 200, 500, 10, 10).runs}
    assert runs["175"].y == runs["Telepon"].y
    assert runs["175"].x + text_width("175", runs["175"].font, 10) == 200
    amount = next(run for run in runs.values() if run.text.startswith("angka"))
    assert amount.y > max(run.y for run in runs.values() if run.text.startswith("kata"))


def test_room_that_is_left_goes_between_sections():
    pages = [Page(title=name, say="s", lines=()) for name in ("Satu", "Dua")]
    tight, wide = (set_sections(pages, 200, height, 10, 10) for height in (70, 200))
    assert wide.fits
    assert tight.runs[-1].y < wide.runs[-1].y
