"""Numbers on paper: every one once, 24 to a page."""

import datetime as dt
import io

import pytest

from jamsos_desktop.printing.queue_strip import write_queue_strip
from tests.printing.pages import needs_poppler, run, text_of

LONG = "Sosialisasi dan Pendaftaran Perlindungan Pekerja Rentan DBHCHT Kecamatan Prajurit Kulon"


def saved(folder, count, *, practice=False, event="Sosialisasi DBHCHT"):
    target = io.BytesIO()
    numbers = [f"MJK1-{turn:03d}" for turn in range(1, count + 1)]
    write_queue_strip(target, numbers, event=event, date=dt.date(2026, 11, 22), practice=practice)
    path = folder / "nomor.pdf"
    path.write_bytes(target.getvalue())
    return path


@needs_poppler
@pytest.mark.parametrize(("count", "pages"), [(1, 1), (24, 1), (25, 2), (60, 3)])
def test_every_number_stands_there_once(tmp_path, count, pages):
    path = saved(tmp_path, count)
    text = text_of(path).split()
    assert [word for word in text if word.startswith("MJK1-")] == [
        f"MJK1-{turn:03d}" for turn in range(1, count + 1)
    ]
    assert f"Pages:           {pages}\n" in run("pdfinfo", path)


@needs_poppler
def test_practice_is_marked_and_a_long_event_is_cut(tmp_path):
    text = text_of(saved(tmp_path, 3, practice=True, event=LONG))
    assert text.count("LATIHAN") == 3
    assert text.count("22-11-2026") == 3
    assert LONG not in text


def test_an_empty_strip_is_refused():
    with pytest.raises(ValueError, match="no numbers"):
        write_queue_strip(io.BytesIO(), [], event="", date=dt.date(2026, 1, 1), practice=False)
