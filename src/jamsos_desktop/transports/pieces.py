"""The one way in which files cross to and from any destination: in pieces, each read back.

A file of more than one piece is left there as its pieces and a list of them: no verb that joins
files exists on all four kinds of destinations, and a list does. Each piece is written under a
temporary name, read back, and only then given its name; so what bears its name is whole, and a
sending that was cut goes on behind the last piece that does. The list comes last: before it there
is no file. Nothing is sealed or signed here, since what travels is sealed and signed itself: who
changes a piece or the list makes the file useless, never different.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from jamsos_desktop.bundle.naming import hint_of
from jamsos_desktop.bundle.safe_write import rename_new, writing
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.place import Place

Report = Callable[[int, int], None]
Check = Callable[[], None]  # raises where somebody asked to stop

PIECE = 1 << 19  # bytes: 4 s on a line of 1 Mbit/s, and so much is lost when it breaks
LIST = ".daftar"
TEMPORARY = ".sementara"  # Nextcloud refuses ".part" and ".filepart"
_HERE = ".sebagian"  # what was fetched so far
_TRIES = 2
_MOST_BYTES = 4 << 30  # what is larger was not made by this program
_MOST_LIST = 16 << 20  # bytes


class Piece(msgspec.Struct, frozen=True):
    """A part of a file, under a name of its own."""

    name: str
    size: int  # bytes
    sha256: str


class PieceList(msgspec.Struct, frozen=True):
    """What the pieces are together, in their order."""

    name: str
    size: int  # bytes
    sha256: str
    pieces: tuple[Piece, ...]

    def is_sound(self, name: str) -> bool:
        """The list fits itself, and names nothing but pieces of this file."""
        own = re.compile(re.escape(name) + r"\.[0-9a-f]{8}\.\d{4}")
        return (
            self.name == name
            and self.size == sum(piece.size for piece in self.pieces)
            and self.size <= _MOST_BYTES
            and all(
                own.fullmatch(piece.name) and 0 < piece.size <= 64 * PIECE for piece in self.pieces
            )
        )


class Sent(NamedTuple):
    """A file that lies there and was read back. ``resumed`` bytes of it lay there before."""

    name: str
    size: int
    sha256: str
    resumed: int = 0


class Waiting(NamedTuple):
    """A file of this program that lies there whole. ``size``: of the list where ``in_pieces``."""

    name: str
    size: int
    in_pieces: bool


def waiting(place: Place) -> list[Waiting]:
    """The whole files there whose names this program gave, by name."""
    found = {}
    for name, size in place.names().items():
        whole = name.removesuffix(LIST)
        if hint_of(whole) is not None and size > 0:
            found[whole] = Waiting(whole, size, whole != name)
    return [found[name] for name in sorted(found)]


def send(place: Place, path: Path, report: Report, check: Check, piece: int = PIECE) -> Sent:
    """Bring a file there, go on where an earlier sending broke off, and read everything back.

    Raises ``place_name_taken`` where another file has its name, ``place_damaged`` where what is
    read back is something else twice, and what :class:`Place` can raise. Nothing is overwritten.
    """
    there = place.names()
    if path.name in there or path.name + LIST in there:
        _compare(place, path, there, report, check)
        sent = Sent(path.name, path.stat().st_size, _hash_of(path), path.stat().st_size)
    elif path.stat().st_size <= piece:
        check()
        content = path.read_bytes()
        _put(place, path.name, content)
        report(len(content), len(content))
        sent = Sent(path.name, len(content), hashlib.sha256(content).hexdigest())
    else:
        sent = _send_pieces(place, path, there, report, check, piece)
    for name in there:  # what an earlier sending had no time to remove
        if name.startswith(path.name) and name.endswith(TEMPORARY):
            place.remove(name)
    return sent


def _send_pieces(
    place: Place, path: Path, there: dict[str, int], report: Report, check: Check, piece: int
) -> Sent:
    size, sha256 = path.stat().st_size, _hash_of(path)
    pieces, done, resumed = list[Piece](), 0, 0
    for number, content in enumerate(_cut(path, piece), 1):
        check()
        name = f"{path.name}.{sha256[:8]}.{number:04}"
        if there.get(name) == len(content):
            resumed += len(content)
        else:
            if name in there:  # a copy that broke off: our own, no list names it
                place.remove(name)
            _put(place, name, content)
        done += len(content)
        pieces.append(Piece(name, len(content), hashlib.sha256(content).hexdigest()))
        report(done, size)
    whole = PieceList(path.name, size, sha256, tuple(pieces))
    sizes = place.names()
    if any(sizes.get(one.name) != one.size for one in pieces):
        raise UserError("place_damaged", file=path.name)
    _put(place, path.name + LIST, msgspec.json.encode(whole))
    return Sent(path.name, size, sha256, resumed)


def fetch(place: Place, one: Waiting, folder: Path, report: Report, check: Check) -> Path:
    """Bring a file here, whole or not at all. Pieces that came before a break are not asked again.

    Raises ``place_damaged``, ``place_file_gone``, and what :class:`Place` and writing can raise.
    """
    target = folder / one.name
    partly = folder / (one.name + _HERE)
    if one.in_pieces:
        whole = _read_list(place, one)
        _fetch_pieces(place, whole, partly, report, check)
    else:
        if one.size > _MOST_BYTES:
            raise UserError("place_damaged", file=one.name)
        with writing(), partly.open("wb") as file:
            for content in _read_whole(place, one, report, check):
                file.write(content)
    with writing():
        rename_new(partly, target)
    return target


def try_out(place: Place, name: str) -> None:
    """Write a small file there, read it back, rename it and remove it: all that sending needs."""
    content = name.encode()
    temporary, other = name + TEMPORARY, name + TEMPORARY + "2"
    place.names()
    place.remove(other)
    place.write(temporary, content)
    try:
        if place.read(temporary, 0, len(content) + 1) != content:
            raise UserError("place_damaged", file=name)
        place.rename(temporary, other)
    finally:
        place.remove(temporary)
    place.remove(other)


def _put(place: Place, name: str, content: bytes) -> None:
    temporary = name + TEMPORARY
    for _try in range(_TRIES):
        place.write(temporary, content)
        if place.read(temporary, 0, len(content) + 1) == content:
            place.rename(temporary, name)
            return
    place.remove(temporary)
    raise UserError("place_damaged", file=name)


def _compare(place: Place, path: Path, there: dict[str, int], report: Report, check: Check) -> None:
    """What bears the name there is this very file, read back; else the name is taken."""
    in_pieces = path.name + LIST in there
    one = Waiting(path.name, there.get(path.name + LIST * in_pieces, 0), in_pieces)
    digest = hashlib.sha256()
    try:
        for content in _contents(place, one, report, check):
            digest.update(content)
    except UserError as error:
        if error.code not in {"place_damaged", "place_file_gone"}:
            raise
    if digest.hexdigest() != _hash_of(path):
        raise UserError("place_name_taken", file=path.name)


def _contents(place: Place, one: Waiting, report: Report, check: Check) -> Iterator[bytes]:
    if not one.in_pieces:
        yield from _read_whole(place, one, report, check)
        return
    whole, done = _read_list(place, one), 0
    for piece in whole.pieces:
        check()
        yield place.read(piece.name, 0, piece.size + 1)
        done += piece.size
        report(done, whole.size)


def _read_list(place: Place, one: Waiting) -> PieceList:
    try:
        if one.size > _MOST_LIST:
            raise UserError("place_damaged", file=one.name)
        found = msgspec.json.decode(place.read(one.name + LIST, 0, one.size), type=PieceList)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("place_damaged", file=one.name) from error
    if not found.is_sound(one.name):
        raise UserError("place_damaged", file=one.name)
    return found


def _fetch_pieces(
    place: Place, whole: PieceList, partly: Path, report: Report, check: Check
) -> None:
    done = 0
    with writing(), partly.open("r+b" if partly.exists() else "w+b") as file:
        digest = hashlib.sha256()
        for piece in whole.pieces:
            check()
            file.seek(done)
            content = file.read(piece.size)
            if hashlib.sha256(content).hexdigest() != piece.sha256:
                content = place.read(piece.name, 0, piece.size + 1)
                if hashlib.sha256(content).hexdigest() != piece.sha256:
                    raise UserError("place_damaged", file=whole.name)
                file.seek(done)
                file.write(content)
            digest.update(content)
            done += piece.size
            report(done, whole.size)
        file.truncate(done)
    if digest.hexdigest() != whole.sha256:
        raise UserError("place_damaged", file=whole.name)


def _read_whole(place: Place, one: Waiting, report: Report, check: Check) -> Iterator[bytes]:
    for start in range(0, one.size, PIECE):
        check()
        length = min(PIECE, one.size - start)
        content = place.read(one.name, start, length)
        if len(content) != length:
            raise UserError("place_damaged", file=one.name)
        yield content
        report(start + length, one.size)


def _cut(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        while content := file.read(size):
            yield content


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
