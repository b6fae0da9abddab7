"""Where the program starts: the window, a command for a terminal, or the self-test."""

import sys
from pathlib import Path

from jamsos_desktop.logs import start_log, write_crash_report


def main() -> int:
    """Open the window when no command is given, with or without ``--data``; the exit code."""
    match sys.argv[1:]:
        case []:
            return _open_window(None)
        case ["--data", folder] if not folder.startswith("-"):
            return _open_window(Path(folder))
        case [one] if one.startswith("--data="):
            return _open_window(Path(one.removeprefix("--data=")))
        case ["--self-test"]:
            from jamsos_desktop.self_test import run_self_test

            return run_self_test()
        case arguments:
            # Imported only now: the window needs no command line, and a command no window.
            from jamsos_desktop.cli import run

            return run(arguments)


def _open_window(data_dir: Path | None) -> int:
    from jamsos_desktop.data_folder import default_data_dir
    from jamsos_desktop.gui.main import run

    folder = data_dir or default_data_dir()
    start_log(folder)
    return run(folder, write_crash_report)


if __name__ == "__main__":
    sys.exit(main())
