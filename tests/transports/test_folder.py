"""What is particular to a folder: a share that is not connected, a disk that refuses."""

import errno

import pytest

from jamsos_desktop.domain.destination import FolderPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.folder import Folder


def test_a_share_that_is_not_connected_is_said(tmp_path):
    place = Folder(FolderPlace(path=str(tmp_path / "share")))
    for verb in (place.names, lambda: place.write("satu.part", b"1"), lambda: place.remove("x")):
        with pytest.raises(UserError) as refused:
            verb()
        assert refused.value.code == "place_no_folder"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "place_full"),
        (errno.EACCES, "place_refused"),
        (errno.EROFS, "place_refused"),
        (errno.EIO, "place_unreachable"),
        (errno.EHOSTDOWN, "place_unreachable"),
    ],
)
def test_what_the_disk_or_the_share_answers_is_said(number, code, tmp_path, monkeypatch):
    place = Folder(FolderPlace(path=str(tmp_path)))

    def fail(_handle):
        raise OSError(number, "x")

    monkeypatch.setattr("jamsos_desktop.transports.folder.os.fsync", fail)
    with pytest.raises(UserError) as refused:
        place.write("satu.part", b"1")
    assert refused.value.code == code


def test_folders_inside_are_no_files(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "berkas").write_bytes(b"12")
    assert Folder(FolderPlace(path=str(tmp_path))).names() == {"berkas": 2}
