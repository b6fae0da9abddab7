"""Our tar against Python's: each reads what the other writes, ours refuses the rest."""

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle import ustar
from jamsos_desktop.errors import UserError

ENTRIES = st.lists(st.tuples(st.from_regex(r"[a-z]{1,90}", fullmatch=True), st.binary()))


def written(entries: list[tuple[str, bytes]]) -> bytes:
    pieces = [
        ustar.header_bytes(name, len(content)) + content + ustar.padding(len(content))
        for name, content in entries
    ]
    return b"".join(pieces) + ustar.END


def read(tar: bytes) -> list[tuple[str, bytes]]:
    reader = ustar.TarReader(io.BytesIO(tar))
    found = []
    while (header := reader.header()) is not None:
        found.append((header.name, b"".join(reader.content(header.size))))
    return found


@given(ENTRIES)
def test_both_read_what_we_write(entries: list[tuple[str, bytes]]) -> None:
    tar = written(entries)

    assert read(tar) == entries
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        theirs = [(i.name, archive.extractfile(i).read()) for i in archive]  # type: ignore[union-attr]
    assert theirs == entries


@given(st.binary(max_size=3000))
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(UserError):
        read(b"x" + noise)


@given(st.integers(0, 511), st.integers(1, 255))
def test_a_changed_header_is_refused_or_reads_the_same(position: int, change: int) -> None:
    """The header's sum covers all of it; fields that we do not use may not hide anything."""
    tar = bytearray(written([("a", b"satu")]))
    tar[position] ^= change
    try:
        assert read(bytes(tar)) == [("a", b"satu")]
    except UserError as error:
        assert error.code in {"bundle_damaged", "bundle_bad_name"}  # noqa: PT017


def test_a_negative_size_is_refused() -> None:
    info = tarfile.TarInfo("a")
    info.size = -1

    reader = ustar.TarReader(io.BytesIO(info.tobuf(tarfile.GNU_FORMAT)))

    with pytest.raises(UserError, match="bundle_damaged"):
        reader.header()


@pytest.mark.parametrize("end", [b"", bytes(512), bytes(513), bytes(511)])
def test_an_archive_needs_its_end(end: bytes) -> None:
    with pytest.raises(UserError, match="bundle_damaged"):
        read(written([("a", b"x")])[: -len(ustar.END)] + end)
