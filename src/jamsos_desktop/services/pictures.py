"""Photos and signatures of participants: kept as soon as they are taken, named by their hash.

A picture is in the encrypted database before any form names it, and on no other place of the disk.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.picture import PictureKind, named
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import images
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.images import Strokes
from jamsos_desktop.storage import media
from jamsos_desktop.storage.models import draft

#: What no draft and no entry names after this long was taken by a program that was killed.
UNNAMED_FOR = dt.timedelta(days=1)


class _Form(msgspec.Struct, frozen=True):
    """What of a draft's form names pictures."""

    photo: str = ""
    consent: Consent | None = None


class _Kept(msgspec.Struct, frozen=True):
    form: _Form


def take_photo(desk: Desk, data: bytes) -> str:
    """Make a person's photo of a picture and keep it; its SHA-256, for the form to name.

    Raises ``picture_too_large``, ``picture_heic``, ``picture_broken``.
    """
    return _keep(desk, "photo", images.make_photo(data))


def keep_signature(desk: Desk, drawn: Strokes | bytes) -> str:
    """Keep a signature or a thumb; its SHA-256, for the consent to name.

    ``drawn`` are the lines of a pen, or a picture of a signature or a *cap jempol* on paper.
    Raises ``signature_empty`` for lines, for a picture what :func:`take_photo` raises.
    """
    made = images.make_thumb(drawn) if isinstance(drawn, bytes) else images.draw_signature(drawn)
    return _keep(desk, "signature", made)


def show_picture(desk: Desk, sha256: str) -> bytes | None:
    """The JPEG or PNG of this name; None where it has not arrived here, or was damaged."""
    with desk.database.reading() as connection:
        found = media.get(connection, sha256)
    return None if found is None else found.data


def read_file(path: Path) -> bytes:
    """The bytes of a picture that somebody chose.

    Raises ``picture_unreadable``, and ``picture_too_large`` before such a file is read.
    """
    try:
        if path.stat().st_size > images.MOST_FILE_BYTES:
            raise UserError("picture_too_large")
        return path.read_bytes()
    except OSError as error:
        raise UserError("picture_unreadable", file=path.name) from error


def _keep(desk: Desk, kind: PictureKind, data: bytes) -> str:
    with desk.database.writing() as connection:
        _forget_unnamed(connection, desk, ())
        return media.put(connection, kind, data, desk.clock())


def forget_pictures(connection: sa.Connection, desk: Desk, form: bytes) -> None:
    """Delete what a dropped draft named and nobody else does; ``form`` is the draft's column.

    Call it after the draft's row is gone.
    """
    _forget_unnamed(connection, desk, tuple(_names(form)))


def _forget_unnamed(connection: sa.Connection, desk: Desk, names: tuple[str, ...]) -> None:
    """These pictures, and whatever nobody has named for a day."""
    kept = {one for form in _drafts(connection) for one in _names(form)}
    media.forget(connection, names, kept)
    media.forget_old(connection, desk.clock() - UNNAMED_FOR, kept)


def forget_unnamed(connection: sa.Connection) -> None:
    """Delete at once whatever no draft and no entry names: somebody refused that it be kept."""
    kept = {one for other in _drafts(connection) for one in _names(other)}
    media.forget_old(connection, dt.datetime.max.replace(tzinfo=dt.UTC), kept)


def _drafts(connection: sa.Connection) -> Iterator[bytes]:
    yield from connection.scalars(sa.select(draft.c.form))


def _names(form: bytes) -> Iterator[str]:
    kept = msgspec.json.decode(form, type=_Kept).form
    return (one.sha256 for one in named(kept.photo, kept.consent))
