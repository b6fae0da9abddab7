"""Where the program starts: with nothing it opens the window, with a word a command."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jamsos_desktop import __main__, __version__, data_folder
from jamsos_desktop.gui import main as window
from jamsos_desktop.logs import ROOT, stop_log, write_crash_report

SOURCE = Path(__main__.__file__).parents[1]

#: Starts the program as a person does, and looks at the screen where Qt would begin to wait.
START = """
import sys
from PySide6.QtWidgets import QApplication, QPushButton

def look(_app=None):
    for shown in QApplication.topLevelWidgets():
        if shown.isVisible():
            buttons = shown.findChildren(QPushButton)
            print([button.accessibleName() for button in buttons if button.isVisible()])
            shown.close()
    return 7

QApplication.exec = look
from jamsos_desktop.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def opened(monkeypatch):
    """The folders of the windows that would have been opened."""
    folders = []

    def run(folder, write_report):
        assert write_report is write_crash_report
        folders.append(folder)
        return 5

    before = list(logging.getLogger(ROOT).handlers)
    monkeypatch.setattr(window, "run", run)
    yield folders
    for handler in logging.getLogger(ROOT).handlers[:]:
        if handler not in before:
            stop_log(handler)


def start(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["jamsos-desktop", *map(str, arguments)])
    return __main__.main()


def test_without_a_word_the_window_of_this_person_opens(monkeypatch, opened, tmp_path):
    monkeypatch.setattr(data_folder, "default_data_dir", lambda: tmp_path / "mine")
    assert start(monkeypatch) == 5
    assert opened == [tmp_path / "mine"]
    assert (tmp_path / "mine" / "logs").is_dir()


def test_a_folder_may_be_named_in_both_ways(monkeypatch, opened, tmp_path):
    first, second = tmp_path / "satu", tmp_path / "dua"
    start(monkeypatch, "--data", first)
    start(monkeypatch, f"--data={second}")
    assert opened == [first, second]


def test_a_word_is_a_command_and_opens_no_window(monkeypatch, opened, capsys, tmp_path):
    assert start(monkeypatch, "--data", tmp_path / "ada", "nik", "3576035708900001") == 0
    assert "17" in capsys.readouterr().out
    assert opened == []
    assert not (tmp_path / "ada").exists()


@pytest.mark.parametrize("arguments", [["--data"], ["--data", "--login"], ["--warna"], ["terbang"]])
def test_what_is_no_command_is_refused_and_opens_no_window(monkeypatch, opened, capsys, arguments):
    assert start(monkeypatch, *arguments) == 2
    assert capsys.readouterr().err
    assert opened == []


def test_the_program_says_its_version():
    command = [sys.executable, "-m", "jamsos_desktop", "--version"]
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"jamsos-desktop {__version__}"


def test_a_fresh_folder_opens_with_the_three_ways(tmp_path):
    command = [sys.executable, "-c", START, "--data", str(tmp_path / "baru")]
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=False)
    assert done.returncode == 7, done.stderr
    assert done.stdout.strip() == "['Coba dulu (latihan)', 'Pos lapangan', 'Kantor']"
    assert not list((tmp_path / "baru" / "logs").glob("laporan-*"))


def surroundings():
    """What another process needs to find the program where it is not installed."""
    return os.environ | {"PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
