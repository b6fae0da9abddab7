"""What one person may choose for one installation: ``<data>/settings.json``. No personal data."""

import datetime as dt
import os
import secrets
from pathlib import Path
from typing import Annotated, Literal

import msgspec

FILE_NAME = "settings.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, each with what holds until somebody chooses."""

    language: Literal["id", "en"] = "id"
    text_scale: Annotated[int, msgspec.Meta(ge=100, le=150)] = 100  # per cent
    theme: Literal["system", "light", "dark"] = "system"


class LoadedSettings(msgspec.Struct, frozen=True):
    """Settings, and where an unreadable file was put aside (then the person is told)."""

    settings: Settings
    put_aside: Path | None = None


def load_settings(data_dir: Path) -> LoadedSettings:
    """Read the settings. A file that is no settings is kept as ``settings.json.rusak-<time>``.

    Raises :class:`OSError` where the file is there and the disk does not give it.
    """
    path = data_dir / FILE_NAME
    try:
        return LoadedSettings(msgspec.json.decode(path.read_bytes(), type=Settings))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (msgspec.DecodeError, UnicodeDecodeError):
        return LoadedSettings(Settings(), _put_aside(path))


def save_settings(data_dir: Path, settings: Settings) -> None:
    """Replace the file as a whole: after a power cut it is the old one or the new one."""
    path = data_dir / FILE_NAME
    content = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    temporary = path.with_name(f".{FILE_NAME}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _put_aside(path: Path) -> Path:
    time = f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{FILE_NAME}.rusak-{time}-{secrets.token_hex(2)}")
    os.replace(path, aside)
    return aside
