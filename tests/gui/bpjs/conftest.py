"""A practice office with two complete people and one who lacks something."""

import pytest
import xlsxwriter

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from tests.gui.desk import form, open_desk


@pytest.fixture
def made(tmp_path):
    """The desk, and the records of Ani and Budi."""
    desk, ids = open_desk(tmp_path / "data", form(0, "Ani Lestari"), form(1, "Budi Santoso"))
    yield desk, ids
    desk.close()


@pytest.fixture
def desk(made):
    """The desk of the office."""
    return made[0]


@pytest.fixture
def ids(made):
    """The records of Ani and Budi."""
    return made[1]


@pytest.fixture
def stick(tmp_path):
    """A folder for what goes to BPJS."""
    folder = tmp_path / "bpjs"
    folder.mkdir()
    return folder


@pytest.fixture
def answers(tmp_path):
    """Write a file as BPJS would: status, reason, NIK, name and number of each."""

    def write(*rows):
        path = tmp_path / "hasil.xlsx"
        headings = ("Status", "Keterangan Status Data", "Nomor Identitas", "Nama Lengkap", "KPJ")
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for number, row in enumerate((headings, *rows)):
                for place, cell in enumerate(row):
                    page.write_string(number, place, cell)
        return path

    return write


@pytest.fixture
def context(desk, qtbot):
    """What the window gives to the page; ``said`` keeps what was told at the bottom."""
    jobs = JobRunner()
    said = []
    made = PageContext(
        desk=desk,
        jobs=jobs,
        show_result=lambda text, undo=None: said.append((text, undo)),
        refresh_header=lambda: None,
        go_to=lambda _key: None,
    )
    object.__setattr__(made, "said", said)
    yield made
    jobs.shutdown()
