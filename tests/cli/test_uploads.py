"""``upload set | show | try | forget | run``."""

import pytest

from tests import servers
from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def there(tmp_path):
    made = tmp_path / "there"
    made.mkdir()
    return made


def test_a_round_trip_over_a_folder(world, terminal, there):
    assert "belum diatur" in terminal.at(OFFICE, "upload", "show").out
    assert terminal.at(OFFICE, "upload", "run").code == 3
    for who in (OFFICE, POS1):
        done = terminal.at(who, "upload", "set", there)
        assert done.code == (0 if who is OFFICE else 3)  # a cadre does not decide where to
    assert terminal.at(OFFICE, "upload", "show", "--json").json == {"address": str(there)}
    assert "baik" in terminal.at(OFFICE, "upload", "try").out
    assert "Tidak ada yang baru" in terminal.at(OFFICE, "upload", "run").out
    assert terminal.at(OFFICE, "upload", "forget").code == 0
    assert terminal.at(OFFICE, "upload", "try").code == 3


def test_a_password_is_no_argument_and_is_not_said_again(world, terminal, there, monkeypatch):
    monkeypatch.setenv("JAMSOS_UPLOAD_SECRET", servers.PASSWORD)
    with servers.webdav_server(there) as port:
        url = f"http://127.0.0.1:{port}"
        done = terminal.at(OFFICE, "upload", "set", url, "--user", servers.USER)
        assert done.code == 0, done.err
        monkeypatch.setenv("JAMSOS_UPLOAD_SECRET", "salah-sandi")
        refused = terminal.at(OFFICE, "upload", "set", url, "--user", servers.USER)
        assert refused.code == 3
        shown = terminal.at(OFFICE, "upload", "show", "--json")
        for said in (done, refused, shown):
            assert servers.PASSWORD not in said.out + said.err
            assert "salah-sandi" not in said.out + said.err
        assert terminal.at(OFFICE, "upload", "run", "--json").json["trouble"] is None
    away = terminal.at(OFFICE, "upload", "run")
    assert away.code == 3
    assert "Tidak ada jaringan" in away.err


@pytest.mark.parametrize(
    "words",
    [
        ("https://", "--user", "pos"),
        ("https://s3.contoh.id", "--bucket", "kirim"),
        ("sftp://contoh.id:x/kirim", "--user", "pos"),
        ("sftp://contoh.id/kirim", "--user", "pos", "--key-file", "tidak-ada"),
    ],
)
def test_what_cannot_be_a_place_is_refused(words, world, terminal, monkeypatch):
    monkeypatch.setenv("JAMSOS_UPLOAD_SECRET", "x")
    assert terminal.at(OFFICE, "upload", "set", *words).code == 3
    assert "belum diatur" in terminal.at(OFFICE, "upload", "show").out
