"""What one person may choose for one installation: ``<data>/settings.json``. No personal data."""

import datetime as dt
import os
import secrets
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from jamsos_desktop.errors import UserError

FILE_NAME = "settings.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, each with what holds until somebody chooses."""

    language: Literal["id", "en"] = "id"
    text_scale: Annotated[int, msgspec.Meta(ge=100, le=150)] = 100  # per cent
    theme: Literal["system", "light", "dark"] = "system"


class LoadedSettings(msgspec.Struct, frozen=True):
    """Settings, and where the file lies that was of no use (then the person is told)."""

    settings: Settings
    put_aside: Path | None = None


def load_settings(data_dir: Path) -> LoadedSettings:
    """Read the settings. A file that is no settings is kept as ``settings.json.rusak-<time>``.

    Where the disk does not give the file, or does not let it be renamed, it stays where it is.
    """
    path = data_dir / FILE_NAME
    try:
        return LoadedSettings(_read(path))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError:
        return LoadedSettings(Settings(), path)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return LoadedSettings(Settings(), _put_aside(path))


def chosen_language(data_dir: Path) -> str:
    """The language of the settings, for who only looks; the first one where they say none."""
    try:
        return _read(data_dir / FILE_NAME).language
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Settings().language


def save_settings(data_dir: Path, settings: Settings) -> None:
    """Replace the file as a whole: after a power cut it is the old one or the new one.

    Raises ``settings_not_saved`` with the ``file``; then the old one stays.
    """
    path = data_dir / FILE_NAME
    content = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    temporary = path.with_name(f".{FILE_NAME}.{secrets.token_hex(4)}")
    try:
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("settings_not_saved", file=str(path)) from error


def _read(path: Path) -> Settings:
    return msgspec.json.decode(path.read_bytes(), type=Settings)


def _put_aside(path: Path) -> Path:
    time = f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{FILE_NAME}.rusak-{time}-{secrets.token_hex(2)}")
    try:
        os.replace(path, aside)
    except OSError:
        return path
    return aside
