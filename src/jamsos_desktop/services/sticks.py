"""The sticks that are plugged in, so that nobody has to look for them in a folder tree."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_MAC = Path("/Volumes")
#: Windows: GetDriveTypeW answers this for sticks and memory cards (winbase.h).
_DRIVE_REMOVABLE = 2


class Stick(NamedTuple):
    """A removable disk. ``free`` is in bytes."""

    path: Path
    name: str
    free: int


def find_sticks() -> list[Stick]:
    """Every removable disk that answers, by name. One that is being pulled out is left out."""
    if sys.platform == "win32":
        return sticks_at(_windows_drives())
    if sys.platform == "darwin":
        return sticks_at(_inside(_MAC))
    user = Path(os.environ.get("USER", "nobody")).name
    return sticks_at([*_inside(Path("/media") / user), *_inside(Path("/run/media") / user)])


def sticks_at(places: Iterable[Path]) -> list[Stick]:
    """Those of the places at which a disk is mounted."""
    found = []
    for place in places:
        try:
            if os.path.ismount(place):
                free = shutil.disk_usage(place).free
                found.append(Stick(place, place.name or place.drive, free))
        except OSError:  # it was pulled out this moment
            continue
    return sorted(found, key=lambda stick: stick.name)


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # no such folder: nothing was ever plugged in here
        return []


def _windows_drives() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    kernel = ctypes.windll.kernel32
    present = kernel.GetLogicalDrives()
    letters = [chr(ord("A") + bit) for bit in range(26) if present & (1 << bit)]
    roots = [f"{letter}:\\" for letter in letters]
    return [Path(root) for root in roots if kernel.GetDriveTypeW(root) == _DRIVE_REMOVABLE]
