"""The log file and crash reports of one installation, in ``<data>/logs``. No personal data in them.

Whoever helps from afar gets these files. So: long numbers are masked wherever they come from, only
plain values are written (a record given by mistake leaves its type's name), and of an exception
only where it happened, never its text: SQLAlchemy quotes parameters, msgspec quotes input.
"""

import datetime as dt
import logging
import os
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path, PurePath

from jamsos_desktop import __version__
from jamsos_desktop.errors import UserError

FILE_NAME = "jamsos.log"
FILE_SIZE = 1_000_000  # bytes; with KEPT older ones this is 6 MB at the most
KEPT = 5
ROOT = "jamsos_desktop"

#: 12 digits and more, also grouped by a blank, dot or hyphen: NIK and KK (16), BPJS numbers (13),
#: telephone numbers (12, 13).
_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){11,}")
_PLAIN = (bool, int, float, str, PurePath, type(None))


def mask_numbers(text: str) -> str:
    """``text`` with every long number as ``[angka]``."""
    return _LONG_NUMBER.sub("[angka]", text)


class DiscreetFormatter(logging.Formatter):
    """Formats a line so that it tells what happened, not about whom."""

    default_msec_format = "%s.%03d"

    def format(self, record: logging.LogRecord) -> str:
        """The line, masked, its arguments reduced to plain values."""
        discreet = logging.makeLogRecord(record.__dict__)
        discreet.exc_text = discreet.stack_info = None  # another handler may have filled exc_text
        discreet.args = _reduced(record.args)
        discreet.msg = mask_numbers(
            record.msg if isinstance(record.msg, str) else _plain(record.msg)
        )
        return super().format(discreet)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (logging calls it so)
        """The line without its traceback; the time in it is left alone."""
        record.message = mask_numbers(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802  (logging calls it so)
        """Types, files, lines and functions of an exception."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(describe_error(error)) if isinstance(error, BaseException) else ""


class _FileOfFirstLine(logging.Handler):
    """Opens the rotating file with the first line.

    Its module brings sockets and pickles along, which the login window would have to wait for.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._opened().emit(record)
        except OSError:  # a full or pulled disk: what the line is about matters more than the line
            self.handleError(record)

    def _opened(self) -> logging.Handler:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=FILE_SIZE, backupCount=KEPT, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        return self._file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(data_dir: Path) -> logging.Handler:
    """Write what the program logs to ``<data>/logs``; the file appears with its first line."""
    folder = data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handler = _FileOfFirstLine(folder / FILE_NAME)
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the file that :func:`start_log` opened."""
    logging.getLogger(ROOT).removeHandler(handler)
    handler.close()


def write_crash_report(data_dir: Path, error: BaseException) -> Path:
    """Write ``<data>/logs/laporan-<time>-<random>.txt`` about a bug and give its path."""
    import platform

    now = dt.datetime.now(dt.UTC)
    folder = data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"laporan-{now:%Y%m%d-%H%M%S}-{os.urandom(3).hex()}.txt"
    lines = [
        f"JAMSOS Desktop {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"{now:%Y-%m-%d %H:%M:%S} UTC",
        "",
        *describe_error(error),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def describe_error(error: BaseException) -> list[str]:
    """An exception and what led to it, by type and place. Of a :class:`UserError` also its code."""
    lines: list[str] = []
    for link in _chain(error):
        kind = type(link)
        code = f" [{link.code}]" if isinstance(link, UserError) else ""
        lines.append(f"{kind.__module__}.{kind.__qualname__}{code}")
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__, limit=200)
        ]
    return lines


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _short(file_name: str) -> str:
    """The end of a path: its beginning names the person whose laptop it is."""
    parts = PurePath(file_name).parts
    for package in (ROOT, "site-packages", f"python{sys.version_info[0]}.{sys.version_info[1]}"):
        if package in parts:
            return "/".join(parts[parts.index(package) :])
    return parts[-1] if parts else "?"


def _plain(value: object) -> str:
    return str(value) if isinstance(value, _PLAIN) else f"<{type(value).__name__}>"


def _reduced(args: object) -> tuple[object, ...]:
    """Arguments of a log call: numbers stay numbers for ``%d``, other kinds leave their name."""
    given = args if isinstance(args, tuple) else (() if args is None else (args,))
    return tuple(v if isinstance(v, (bool, int, float)) else _plain(v) for v in given)
