"""Logs and crash reports tell what happened, never about whom."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop import __version__, logs
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.logs import mask_numbers, start_log, stop_log, write_crash_report

NIK = "3578021708900001"
logger = logging.getLogger("jamsos_desktop.tests")


@pytest.fixture
def log(tmp_path):
    handler = start_log(tmp_path)
    yield tmp_path / "logs" / "jamsos.log"
    stop_log(handler)


@given(before=st.text(), number=st.from_regex(r"[0-9]{12,24}", fullmatch=True), after=st.text())
def test_no_long_number_survives(before, number, after):
    assert number not in mask_numbers(f"{before}{number}{after}")


@pytest.mark.parametrize("written", [NIK, "3578 0217 0890 0001", "3578.0217.0890.0001"])
def test_a_nik_is_masked_as_people_write_it(written):
    assert mask_numbers(f"NIK {written}!") == "NIK [angka]!"


def test_a_line_says_what_when_and_where(log):
    logger.info("Bundel %s: %d entri", "SBY1.jamsos", 12)
    line = log.read_text()
    assert "INFO jamsos_desktop.tests Bundel SBY1.jamsos: 12 entri" in line
    assert line.startswith("20")  # the time is no long number


def test_a_nik_in_a_message_or_its_values_is_masked(log):
    logger.info("NIK %s", NIK)
    logger.info("NIK %d", int(NIK))
    logger.info(NIK)
    assert "35780217" not in log.read_text()


def test_a_record_leaves_only_its_type(log):
    person = Participant(number="SBY1-1", event_id="e", programme_id="p", name="Siti Aminah")
    logger.info("simpan %s", person)
    logger.info("simpan %s", {"nama": "Siti Aminah"})
    logger.info(person)
    text = log.read_text()
    assert "Siti" not in text
    assert text.count("<Participant>") == 2
    assert "<dict>" in text


def test_a_log_that_cannot_be_written_stops_nothing(log, capsys):
    log.mkdir()
    logger.info("0.1.0: disk_full")
    assert "--- Logging error ---" in capsys.readouterr().err


def fail_about(name):
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"cannot store {name}") from error


def test_an_exception_is_logged_by_type_and_place_only(log):
    try:
        fail_about("Siti Aminah")
    except ValueError:
        logger.exception("Gagal")
    text = log.read_text()
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_logs.py" in text
    assert "fail_about" in text
    assert "Siti" not in text


def test_old_lines_go_so_that_the_disk_does_not_fill(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "FILE_SIZE", 1000)
    handler = start_log(tmp_path)
    for number in range(200):
        logger.info("baris %d", number)
    stop_log(handler)
    files = list((tmp_path / "logs").iterdir())
    assert len(files) == 1 + logs.KEPT
    assert sum(file.stat().st_size for file in files) <= 1000 * len(files)


def test_a_crash_report_helps_without_naming_anybody(tmp_path):
    try:
        fail_about("Siti Aminah")
    except ValueError as error:
        path = write_crash_report(tmp_path / "new", error)
    text = path.read_text()
    assert path.parent == tmp_path / "new" / "logs"
    assert f"JAMSOS Desktop {__version__}" in text
    assert "builtins.ValueError" in text
    assert "fail_about" in text
    assert "Siti" not in text
    assert str(tmp_path) not in text


def test_a_crash_report_gives_the_code_of_a_known_error(tmp_path):
    error = UserError("disk_full", file="Siti.pdf")
    text = write_crash_report(tmp_path, error).read_text()
    assert "UserError [disk_full]" in text
    assert "Siti" not in text


def test_two_reports_in_one_second_are_two_files(tmp_path):
    error = ValueError("x")
    assert write_crash_report(tmp_path, error) != write_crash_report(tmp_path, error)


def test_errors_that_name_each_other_come_to_an_end():
    one, two = ValueError(), KeyError()
    one.__cause__, two.__cause__ = two, one
    assert logs.describe_error(one) == ["builtins.ValueError", "builtins.KeyError"]
