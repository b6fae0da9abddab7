"""What every command shares: whose installation, which password, how to say results and errors."""

import getpass
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import click
import typer

from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain

DONE, FAULT, USAGE, REFUSED = 0, 1, 2, 3


@dataclass(frozen=True)
class Session:
    """One call of the program: the folder, and who asks."""

    data_dir: Path
    login: str
    password_file: Path | None

    def ask_login(self, default: str = "") -> str:
        """The officer's login name, asked for where it was not given."""
        return self.login or default or input(_("Nama pengguna: "))

    def ask_password(self) -> str:
        """From ``--password-file``, from ``JAMSOS_PASSWORD``, or typed; never an argument."""
        if self.password_file is not None:
            try:
                return self.password_file.read_text("utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                raise UserError("password_file", file=str(self.password_file)) from error
        given = os.environ.get("JAMSOS_PASSWORD")
        return given if given is not None else getpass.getpass(_("Kata sandi: "))

    def ask_activation_code(self) -> str:
        """From ``JAMSOS_ACTIVATION_CODE``, or typed."""
        return os.environ.get("JAMSOS_ACTIVATION_CODE") or input(_("Kode aktivasi: "))

    @contextmanager
    def desk(self) -> Iterator[Any]:
        """The desk of the officer who signs in, closed again afterwards."""
        from jamsos_desktop.services.sign_in import sign_in

        desk = sign_in(self.data_dir, self.ask_login(), self.ask_password())
        try:
            yield desk
        finally:
            desk.close()


def session_of(context: typer.Context) -> Session:
    """The session that the options before the command made."""
    found = context.find_object(Session)
    assert found is not None
    return found


def say(text: str) -> None:
    """One line of the result."""
    typer.echo(text)


def say_json(value: object) -> None:
    """The result for another program."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def progress(label: str) -> Iterator[tuple[Any, Any]]:
    """``report`` and ``cancel`` for long work: a bar on a terminal, Ctrl+C stops cleanly."""
    from rich.console import Console
    from rich.progress import Progress

    from jamsos_desktop.services.progress import CancelToken

    cancel = CancelToken()

    def stop(_number: int, _frame: FrameType | None) -> None:
        cancel.cancel()

    before = signal.signal(signal.SIGINT, stop)
    console = Console(stderr=True)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(label, total=None)

            def report(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total or None)

            yield report, cancel
    finally:
        signal.signal(signal.SIGINT, before)


def default_session(app: typer.Typer, arguments: list[str]) -> int:
    """Run a command; turn what went wrong into words and an exit code."""
    command = typer.main.get_command(app)
    try:
        result = command.main(args=arguments, prog_name="jamsos-desktop", standalone_mode=False)
    except UserError as error:
        sys.stderr.write(f"{explain(error)}\n")
        return REFUSED
    except Cancelled:
        sys.stderr.write(_("Dihentikan. Yang belum selesai dibatalkan.") + "\n")
        return REFUSED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, EOFError, KeyboardInterrupt):
        return REFUSED
    return result if isinstance(result, int) else DONE
