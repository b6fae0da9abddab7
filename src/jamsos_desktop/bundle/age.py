"""The age layer (age-encryption.org/v1): encrypting and decrypting streams with flat memory.

pyrage pulls from a reader and pushes into a writer until it is done. Decrypting therefore runs in a
thread that fills a short queue, so that whoever reads can pull.
"""

import contextlib
import hashlib
import queue
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, Protocol

from jamsos_desktop.bundle.chunks import BLOCK, ChunkReader
from jamsos_desktop.errors import UserError

Lock = Literal["key", "passphrase"]

_MAGIC = b"age-encryption.org/v1\n"
#: A recipient takes 100 to 200 bytes; no file of ours has a hundred of them.
_LONGEST_HEADER = 16 * 1024
_HEADER_END = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")
_NONCE = 16
_TAG = 16
#: The file and its plain text are held in memory: what is sealed with a passphrase is a small kit.
LARGEST_WITH_PASSPHRASE = 64 * 1024 * 1024


class Writable(Protocol):
    """What encrypting needs of a target."""

    def write(self, data: bytes, /) -> int:
        """Take all of ``data``."""


def encrypt(chunks: Iterable[bytes], target: Writable, recipients: Sequence[str]) -> None:
    """Seal ``chunks`` to the age recipients. What ``chunks`` and ``target`` raise comes through.

    Raises ``ValueError`` for a text that is no age recipient.
    """
    import pyrage

    try:
        keys = [pyrage.x25519.Recipient.from_str(text) for text in recipients]
    except pyrage.RecipientError as error:
        raise ValueError("not an age recipient") from error
    reader = ChunkReader(chunks)
    writer = _KeepingWriter(target)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError):
        # pyrage says in its own words what a reader or a writer raised.
        cause = reader.error or writer.error
        if cause is None:
            raise
        raise cause from None


def encrypt_with_passphrase(chunks: Iterable[bytes], target: Writable, passphrase: str) -> None:
    """Seal ``chunks`` with a passphrase (scrypt: takes a second by design)."""
    import pyrage

    plain = bytearray()
    for chunk in chunks:
        plain += chunk
        if len(plain) > LARGEST_WITH_PASSPHRASE:
            raise ValueError("too large for a passphrase")
    target.write(pyrage.passphrase.encrypt(bytes(plain), passphrase))


def lock_of(path: Path) -> Lock:
    """What opens the file: a key or a passphrase. Reads only its header.

    Raises :class:`UserError`: ``bundle_unreadable``, ``bundle_not_jamsos``, ``bundle_truncated`` or
    ``bundle_damaged``.
    """
    with reading(path), path.open("rb") as file:
        head = file.read(_LONGEST_HEADER)
    if not head.startswith(_MAGIC):
        raise UserError("bundle_truncated" if _MAGIC.startswith(head) else "bundle_not_jamsos")
    end = _HEADER_END.search(head)
    if end is None:
        raise UserError("bundle_truncated" if len(head) < _LONGEST_HEADER else "bundle_damaged")
    if len(head) < end.end() + _NONCE + _TAG:
        raise UserError("bundle_truncated")
    return "passphrase" if b"\n-> scrypt " in head[: end.start() + 1] else "key"


def decrypt_with_passphrase(path: Path, passphrase: str) -> tuple[tuple[int, str], bytes]:
    """A small file's size and SHA-256, and its plain text.

    Raises :class:`UserError`, among others ``bundle_bad_passphrase``.
    """
    import pyrage

    with reading(path):
        if path.stat().st_size > LARGEST_WITH_PASSPHRASE:
            raise UserError("bundle_too_large")
        sealed = path.read_bytes()
    try:
        plain = pyrage.passphrase.decrypt(sealed, passphrase)
    except pyrage.DecryptError as error:
        wrong = str(error) == "Decryption failed"
        raise UserError("bundle_bad_passphrase" if wrong else "bundle_damaged") from error
    return (len(sealed), hashlib.sha256(sealed).hexdigest()), plain


class LockedFile:
    """A file sealed to keys, decrypted as a stream as often as wanted.

    ``sha256`` and ``size`` describe the sealed bytes of the last complete pass.
    """

    def __init__(self, path: Path, identities: Sequence[str]) -> None:
        import pyrage

        self._path = path
        try:
            self._keys = [pyrage.x25519.Identity.from_str(text) for text in identities]
        except pyrage.IdentityError as error:
            raise ValueError("not an age identity") from error
        self.size = 0
        self.sha256 = ""

    def chunks(self) -> Iterator[bytes]:
        """The plain text. Raises :class:`UserError` where the file is not what was sealed."""
        stop = threading.Event()
        blocks: queue.Queue[bytes | BaseException | None] = queue.Queue(maxsize=4)
        writer = _QueueWriter(blocks, stop)
        thread = threading.Thread(target=self._run, args=(writer,), daemon=True, name="age")
        thread.start()
        try:
            while (block := blocks.get()) is not None:
                if isinstance(block, BaseException):
                    raise block
                yield block
        finally:
            stop.set()
            with contextlib.suppress(queue.Empty):  # let a writer that waits for room see the stop
                while True:
                    blocks.get_nowait()
            thread.join()

    def _run(self, writer: "_QueueWriter") -> None:
        with contextlib.suppress(_StoppedError):
            try:
                self._decrypt(writer)
            except _StoppedError:
                raise
            except BaseException as error:  # noqa: BLE001  (raised again in the reading thread)
                writer.put(error)
            else:
                writer.put(None)

    def _decrypt(self, writer: "_QueueWriter") -> None:
        import pyrage

        with reading(self._path), self._path.open("rb") as file:
            size = self._path.stat().st_size
            source = _HashingReader(iter(lambda: file.read(BLOCK), b""))
            try:
                pyrage.decrypt_io(source, writer, self._keys)
                writer.flush_rest()
            except (pyrage.DecryptError, OSError) as error:
                if writer.stopped:
                    raise _StoppedError from error
                if source.error is not None:
                    raise source.error from None
                raise UserError(_refusal(error, at_end=source.count >= size)) from error
        self.size, self.sha256 = source.count, source.digest()


class _StoppedError(OSError):
    """Nobody reads any more."""


class _QueueWriter:
    """Hands the plain text over in blocks worth a change of threads."""

    def __init__(
        self, blocks: "queue.Queue[bytes | BaseException | None]", stop: threading.Event
    ) -> None:
        self._blocks = blocks
        self._stop = stop
        self._block = bytearray()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def write(self, data: bytes) -> int:
        self._block += data
        if len(self._block) >= BLOCK:
            self.flush_rest()
        return len(data)

    def flush(self) -> None:
        """The library flushes at its own moments; blocks go out when they are large enough."""

    def flush_rest(self) -> None:
        if self._block:
            self.put(bytes(self._block))
            self._block.clear()

    def put(self, block: bytes | BaseException | None) -> None:
        """Wait for room. Raises :class:`_StoppedError` when nobody will make any."""
        if self.stopped:
            raise _StoppedError
        self._blocks.put(block)


class _HashingReader(ChunkReader):
    """Counts and hashes what passes through."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        super().__init__(chunks)
        self._hash = hashlib.sha256()
        self.count = 0

    def read(self, size: int) -> bytes:
        data = super().read(size)
        self._hash.update(data)
        self.count += len(data)
        return data

    def digest(self) -> str:
        return self._hash.hexdigest()


class _KeepingWriter:
    """Passes on to ``target`` and keeps what it raised."""

    def __init__(self, target: Writable) -> None:
        self._target = target
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._target.write(data)
        except BaseException as error:
            self.error = error
            raise

    def flush(self) -> None:
        """The target decides itself when it flushes."""


def _refusal(error: Exception, *, at_end: bool) -> str:
    """The code for what pyrage said.

    An end that does not fit is cut off, or damaged in its last 64 KiB: nobody can tell which.
    """
    if str(error) == "No matching keys found":
        return "bundle_wrong_key"
    return "bundle_truncated" if at_end and isinstance(error, OSError) else "bundle_damaged"


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn a file that cannot be read into ``UserError("bundle_unreadable")``."""
    try:
        yield
    except _StoppedError:
        raise
    except OSError as error:
        raise UserError("bundle_unreadable", file=path.name) from error
