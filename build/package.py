"""Builds the one-folder program and lets it test itself as on a machine that has no Python.

``python build/package.py`` (or ``make package``) leaves it in ``dist/jamsos-desktop/``.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import PyInstaller.__main__

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "dist" / "jamsos-desktop"
PROGRAM = FOLDER / ("jamsos-desktop.exe" if sys.platform == "win32" else "jamsos-desktop")
#: What a person's session sets anyway; nothing of Python's or of this checkout's.
KEPT = ("SYSTEMROOT", "TEMP", "TMP", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")


def build() -> None:
    """Run PyInstaller; its work lies in ``.work``, for ``build/`` holds sources."""
    PyInstaller.__main__.run(
        [
            str(ROOT / "build" / "jamsos.spec"),
            *("--workpath", str(ROOT / ".work" / "package")),
            *("--distpath", str(ROOT / "dist")),
            *("--noconfirm", "--log-level", "WARN"),
        ]
    )


def clean_environment(home: Path) -> dict[str, str]:
    """An environment without a virtual environment, without PATH and with an empty home."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    screen = (
        {} if sys.platform != "linux" or "DISPLAY" in kept else {"QT_QPA_PLATFORM": "offscreen"}
    )
    return {**kept, **screen, "PATH": "", "HOME": str(home), "APPDATA": str(home)}


def self_test() -> int:
    """The exit code of ``--self-test``, run from another folder."""
    with tempfile.TemporaryDirectory(prefix="jamsos-package-") as name:
        home = Path(name)
        command = [str(PROGRAM), "--self-test"]
        return subprocess.run(
            command, cwd=home, env=clean_environment(home), check=False
        ).returncode


def size_of(folder: Path) -> int:
    """Bytes of all files below ``folder``."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> int:
    """Build, measure, test."""
    build()
    print(f"{FOLDER}: {size_of(FOLDER) / 1e6:.0f} MB", flush=True)
    return self_test()


if __name__ == "__main__":
    sys.exit(main())
