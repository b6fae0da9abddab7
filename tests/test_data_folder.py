"""Where an installation lies when nobody says so."""

from pathlib import Path

from jamsos_desktop.data_folder import default_data_dir


def test_it_lies_where_this_person_s_programs_keep_their_data(tmp_path, monkeypatch):
    for name in ("HOME", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = default_data_dir()
    assert folder.name == "jamsos-desktop"
    assert folder.is_absolute()
    assert not folder.is_relative_to(Path(__file__).parents[1])
    assert not folder.exists(), "asking where it lies must not make it"
