"""The settings file: whole or not there, and never silently reset."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.errors import UserError
from jamsos_desktop.settings import (
    FILE_NAME,
    Settings,
    chosen_language,
    load_settings,
    save_settings,
)

settings = st.builds(
    Settings,
    language=st.sampled_from(["id", "en"]),
    text_scale=st.integers(100, 150),
    theme=st.sampled_from(["system", "light", "dark"]),
)


@given(chosen=settings)
def test_what_was_chosen_is_there_next_time(tmp_path_factory, chosen):
    folder = tmp_path_factory.mktemp("data")
    save_settings(folder, chosen)
    assert load_settings(folder).settings == chosen
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_a_new_installation_speaks_indonesian(tmp_path):
    loaded = load_settings(tmp_path)
    assert loaded.settings.language == "id"
    assert loaded.put_aside is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"language": "fr"}', b'{"text_scale": 900}', b"null"],
)
def test_an_unreadable_file_is_put_aside_and_named(tmp_path, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.put_aside is not None
    assert loaded.put_aside.name.startswith("settings.json.rusak-")
    assert loaded.put_aside.read_bytes() == content
    assert not (tmp_path / FILE_NAME).exists()


@given(content=st.binary(max_size=60))
def test_no_bytes_are_ever_lost(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("data")
    (folder / FILE_NAME).write_bytes(content)
    loaded = load_settings(folder)
    assert (loaded.put_aside or folder / FILE_NAME).read_bytes() == content


def test_choices_of_a_newer_version_do_not_stand_in_the_way(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"language": "en", "sound": true}')
    assert load_settings(tmp_path).settings.language == "en"


def test_a_disk_that_fails_leaves_the_old_settings(tmp_path, monkeypatch):
    save_settings(tmp_path, Settings(theme="dark"))

    def fail(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError) as refused:
        save_settings(tmp_path, Settings(theme="light"))
    assert refused.value.code == "settings_not_saved"
    assert refused.value.values == {"file": str(tmp_path / FILE_NAME)}
    assert load_settings(tmp_path).settings.theme == "dark"
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_file_that_the_disk_does_not_give_stays_and_is_named(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.put_aside == tmp_path / FILE_NAME
    assert loaded.put_aside.exists()


def test_a_file_that_cannot_be_renamed_stays_and_is_named(tmp_path, monkeypatch):
    (tmp_path / FILE_NAME).write_bytes(b"{")

    def fail(_old, _new):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", fail)
    assert load_settings(tmp_path).put_aside == tmp_path / FILE_NAME
    assert (tmp_path / FILE_NAME).read_bytes() == b"{"


@pytest.mark.parametrize(
    ("content", "language"), [(b'{"language": "en"}', "en"), (b"{}", "id"), (b"{", "id")]
)
def test_who_only_wants_the_language_moves_nothing(tmp_path, content, language):
    assert chosen_language(tmp_path) == "id"
    (tmp_path / FILE_NAME).write_bytes(content)
    assert chosen_language(tmp_path) == language
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
