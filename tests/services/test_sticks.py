"""The sticks that are plugged in."""

from pathlib import Path

from jamsos_desktop.services import sticks


def test_a_folder_on_the_disk_is_no_stick(tmp_path, monkeypatch):
    stick = tmp_path / "KINGSTON"
    for folder in (stick, tmp_path / "folder"):
        folder.mkdir()
    monkeypatch.setattr(sticks.os.path, "ismount", lambda place: place == stick)
    found = sticks.sticks_at(tmp_path.iterdir())
    assert [(one.path, one.name) for one in found] == [(stick, "KINGSTON")]
    assert found[0].free > 0


def test_a_stick_that_is_pulled_out_meanwhile_is_left_out(monkeypatch):
    monkeypatch.setattr(sticks.os.path, "ismount", lambda _place: True)
    assert sticks.sticks_at([Path("/tidak/ada")]) == []


def test_looking_never_fails():
    assert isinstance(sticks.find_sticks(), list)
