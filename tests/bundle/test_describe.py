"""What is said of a file that nobody here can open."""

from pathlib import Path

import pytest

from jamsos_desktop.bundle.describe import describe_file
from jamsos_desktop.errors import UserError
from tests.bundle.factories import seal_bundle

NAME = "KIRIM_kota-mojokerto_MJK1_000001-000120_20251112-1405.jamsos"


def test_a_shut_file_tells_its_size_hash_lock_and_name(tmp_path: Path) -> None:
    written = seal_bundle(tmp_path, name=NAME)

    told = describe_file(written.path)

    assert (told.size, told.sha256, told.lock) == (written.size, written.sha256, "key")
    assert told.hint is not None
    assert (told.hint.station_code, told.hint.last_seq) == ("MJK1", 120)


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"halo, ini catatan biasa")

    with pytest.raises(UserError, match="bundle_not_jamsos"):
        describe_file(tmp_path / NAME)
    with pytest.raises(UserError, match="bundle_unreadable"):
        describe_file(tmp_path / "tidak-ada.jamsos")
