"""Help for every command, wrong usage in words, and what a bug leaves on the terminal."""

import sys

import pytest
import typer

from jamsos_desktop.cli import app
from jamsos_desktop.cli.session import tell_of_bug
from jamsos_desktop.settings import Settings, save_settings
from tests.journeys.terminal import program
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS


def commands(group, path=()):
    """Every command's words."""
    for name, command in group.commands.items():
        yield (*path, name)
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


ALL = [" ".join(words) for words in commands(typer.main.get_command(app))]


def test_the_commands_of_the_contract_are_there():
    assert set(ALL) >= {
        *("nik", "region", "enrol", "cards", "tour", "office init", "kit export", "station init"),
        *("bundle export", "bundle inspect", "bundle verify", "bundle import"),
        *("journal verify", "journal rebuild", "journal state-hash"),
    }


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_help_and_none_takes_a_password(terminal, command):
    said = terminal(*command.split(), "--help")

    assert said.code == 0
    assert "Usage:" in said.out
    assert "--password " not in said.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["office", "init"], "--name"),
        (["nik"], "NIK"),
        (["region"], "nama atau kode"),
        (["region", "x", "--foo"], "--foo"),
        (["tour", "--out", "x", "--people", "banyak"], "--people"),
        (["tidak-ada"], "Perintah itu tidak dikenal"),
        (["journal", "verify", "semua"], "berlebih"),
    ],
)
def test_wrong_usage_is_explained_and_changes_nothing(terminal, words, named):
    said = terminal(*words)

    assert said.code == 2
    assert named in said.err
    assert "Tidak ada data yang berubah." in said.err
    assert "--help" in said.err
    assert "Missing" not in said.err


def test_a_language_that_is_not_there_is_wrong_usage(terminal):
    said = terminal("--language", "xx", "nik", "3576024208909001")

    assert said.code == 2
    assert "--language" in said.err
    assert "Tidak ada data yang berubah." in said.err


def test_the_terminal_speaks_as_the_settings_of_the_folder_say(terminal, tmp_path):
    ask = ("--data", tmp_path, "event", "tidak-ada")
    assert "Tidak ada data" in terminal(*ask).err
    save_settings(tmp_path, Settings(language="en"))
    assert "Tidak ada data" not in terminal(*ask).err
    said = terminal("--language", "id", *ask)
    assert said.code == 2
    assert "Tidak ada data" in said.err


def test_a_group_without_a_command_shows_its_commands(terminal):
    said = terminal("journal")

    assert said.code == 2
    assert "state-hash" in said.out + said.err


def test_an_event_with_an_unreadable_date_is_wrong_usage(terminal):
    said = terminal.at(OFFICE, "event", "add", "--name", "X", "--date", "kapan-kapan")

    assert said.code == 2
    assert "Tanggal tidak terbaca" in said.err
    assert "Tidak ada data yang berubah." in said.err


def test_a_bug_ends_with_1_and_says_nothing_of_people(world, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import jamsos_desktop.services.keep_journal as k\n"
        "def state_hash(desk): raise KeyError('Siti Rekaan 3576024208909001')\n"
        "k.state_hash = state_hash\n"
    )
    said = program(
        *("--data", world.folder / OFFICE, "journal", "state-hash"),
        JAMSOS_LOGIN=LOGINS[OFFICE],
        JAMSOS_PASSWORD=PASSWORDS[OFFICE],
        PYTHONPATH=f"src:{broken}",
    )

    assert said.code == 1
    assert "Yang sudah tersimpan tetap aman." in said.err
    assert "KeyError" in said.err
    assert "journals.py" in said.err
    assert "Rekaan" not in said.out + said.err
    assert "3576" not in said.out + said.err


def test_a_bug_is_told_with_what_led_to_it(capsys):
    try:
        try:
            raise KeyError("rahasia")
        except KeyError as cause:
            raise ValueError("juga rahasia") from cause
    except ValueError:
        tell_of_bug(*sys.exc_info())

    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "ValueError" in said
    assert "rahasia" not in said
