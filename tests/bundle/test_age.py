"""The age layer alone: streams in, streams out, and what goes wrong in between."""

import errno
import io
from pathlib import Path

import pyrage
import pytest

from jamsos_desktop.bundle import age, keys
from jamsos_desktop.errors import UserError
from tests.bundle.factories import OFFICE, OFFICE_IDENTITY


def test_a_stream_comes_back(tmp_path: Path) -> None:
    plain = bytes(300_000)
    path = tmp_path / "a.age"
    with path.open("wb") as file:
        age.encrypt([plain[:7], plain[7:]], file, [OFFICE])

    sealed = age.LockedFile(path, [OFFICE_IDENTITY])

    assert b"".join(sealed.chunks()) == plain
    assert sealed.size == path.stat().st_size
    assert b"".join(sealed.chunks()) == plain


def test_nothing_at_all_can_be_sealed(tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    with path.open("wb") as file:
        age.encrypt([], file, [OFFICE])

    assert list(age.LockedFile(path, [OFFICE_IDENTITY]).chunks()) == []


def test_a_target_that_refuses_is_heard(tmp_path: Path) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full") as caught:
        age.encrypt([bytes(300_000)], Full(), [OFFICE])
    assert caught.value.errno == errno.ENOSPC


def test_a_disk_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick pulled while reading is played by a file whose second block fails."""
    path = tmp_path / "a.age"
    whole = pyrage.encrypt(bytes(300_000), [pyrage.x25519.Recipient.from_str(OFFICE)])
    path.write_bytes(whole)

    class Pulled(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(errno.EIO, "pulled")
            return super().read(size)

    sealed = age.LockedFile(path, [OFFICE_IDENTITY])
    monkeypatch.setattr(Path, "open", lambda self, mode: Pulled(whole))

    with pytest.raises(UserError, match="bundle_unreadable"):
        list(sealed.chunks())


def test_a_lock_is_named_from_the_header(tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(pyrage.encrypt(b"x", [pyrage.x25519.Recipient.from_str(OFFICE)]))

    assert age.lock_of(path) == "key"


def test_a_header_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 " + b"a" * 50_000_000)

    with pytest.raises(UserError, match="bundle_damaged"):
        age.lock_of(path)


def test_a_passphrase_file_that_is_not_small_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(bytes(1001))
    monkeypatch.setattr(age, "LARGEST_WITH_PASSPHRASE", 1000)

    with pytest.raises(UserError, match="bundle_too_large"):
        age.decrypt_with_passphrase(path, "rahasia")
    with pytest.raises(ValueError, match="too large"):
        age.encrypt_with_passphrase([bytes(600)] * 2, io.BytesIO(), "rahasia")


def test_words_that_are_no_keys(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="identity"):
        age.LockedFile(tmp_path, ["kunci"])
    with pytest.raises(ValueError, match="recipient"):
        age.encrypt([], io.BytesIO(), [keys.new_age_identity()])
