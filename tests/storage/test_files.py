"""Small files are replaced in one step or not at all."""

import errno

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import files
from jamsos_desktop.storage.files import replace_file


def test_the_new_content_replaces_the_old(tmp_path):
    path = tmp_path / "a.json"
    for content in (b"one", b"", b"three"):
        replace_file(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_try_left_behind_does_not_hinder(tmp_path):
    (tmp_path / ".a.json.new").write_bytes(b"half")
    replace_file(tmp_path / "a.json", b"whole")
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "data_read_only"),
        (errno.EACCES, "data_read_only"),
        (errno.EIO, "data_disk_error"),
    ],
)
def test_a_disk_that_refuses_is_said_and_the_old_file_stays(tmp_path, monkeypatch, number, code):
    def refuse(_descriptor):
        raise OSError(number, "no")

    path = tmp_path / "a.json"
    replace_file(path, b"old")
    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(UserError) as caught:
        replace_file(path, b"new")
    assert caught.value.code == code
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(UserError) as caught:
        replace_file(tmp_path / "gone" / "a.json", b"")
    assert caught.value.code == "data_disk_error"
