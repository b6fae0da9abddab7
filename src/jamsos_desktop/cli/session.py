"""What every command shares: whose installation, which password, how to say results and errors."""

import getpass
import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import typer

from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.logs import describe_error
from jamsos_desktop.messages import explain
from jamsos_desktop.messages.explanation import NOTHING_CHANGED

DONE, FAULT, USAGE, REFUSED = 0, 1, 2, 3
_INTERRUPTED = 130  # typer's own code for Ctrl+C


@dataclass(frozen=True)
class Session:
    """One call of the program: the folder, and who asks."""

    data_dir: Path
    login: str
    password_file: Path | None

    def ask_login(self, default: str = "") -> str:
        """The officer's login name, asked for where it was not given."""
        return self.login or default or _ask(_("Nama pengguna: "))

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
        return os.environ.get("JAMSOS_ACTIVATION_CODE") or _ask(_("Kode aktivasi: "))

    @contextmanager
    def desk(self) -> Iterator[Any]:
        """The desk of the officer who signs in, closed again afterwards."""
        from jamsos_desktop.services.sign_in import sign_in

        desk = sign_in(self.data_dir, self.ask_login(), self.ask_password())
        try:
            yield desk
        finally:
            desk.close()


def _ask(question: str) -> str:
    """An answer that is typed; the question stays out of what another program reads."""
    typer.echo(question, nl=False, err=True)
    return input()


def session_of(context: typer.Context) -> Session:
    """The session that the options before the command made."""
    found = context.find_object(Session)
    assert found is not None
    return found


def say(text: str) -> None:
    """One line of the result."""
    typer.echo(text)


def complain(text: str) -> None:
    """One line about what did not work, apart from the result."""
    typer.echo(text, err=True)


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
        complain(str(explain(error)))
        return REFUSED
    except Cancelled:
        complain(_("Dihentikan. Yang belum selesai dibatalkan."))
        return REFUSED
    except (typer.Abort, EOFError, KeyboardInterrupt):
        complain(_("Dihentikan. Tidak ada data yang berubah."))
        return REFUSED
    except typer.TyperException as error:
        complain(_usage_text(error))
        return USAGE
    if result == _INTERRUPTED:
        return REFUSED
    return result if isinstance(result, int) else DONE


def tell_of_bug(_kind: object, error: BaseException, _trace: object) -> None:
    """What a fault leaves on the terminal: types and places, never an exception's own text.

    That text may quote what was typed: SQLAlchemy writes parameters into it.
    """
    complain(
        _(
            "Ada yang keliru di dalam program ini, bukan pada Anda. "
            "Yang sudah tersimpan tetap aman. "
            "Ulangi sekali lagi; bila tetap begini, kirim baris-baris berikut ke pengembang."
        )
    )
    complain("\n".join(describe_error(error)))


def _usage_text(error: Any) -> str:
    """Wrong usage in three parts; a group without a command explains itself."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.message)
    part = getattr(error, "param", None)
    option = part.get_error_hint() if part else getattr(error, "option_name", "")
    if option and isinstance(error, typer.BadParameter):
        what = _("Isi {option} tidak cocok.") if error.message else _("{option} belum ditulis.")
    elif option:
        what = _("Pilihan {option} tidak dikenal di perintah ini, atau belum lengkap.")
    elif isinstance(error, typer.BadParameter):
        what = error.message  # ours
    else:
        what = _("Perintah itu tidak dikenal, atau ada kata yang berlebih.")
    what = what.format(option=option)
    command = error.ctx.command_path if error.ctx else "jamsos-desktop"
    todo = _("Lihat cara menulisnya: {command} --help", command=command)
    return f"{what} {_(NOTHING_CHANGED)} {todo}"
