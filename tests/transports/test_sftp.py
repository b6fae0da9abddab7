"""What is particular to SFTP: keys that are remembered, keys that changed."""

import getpass

import pytest

from jamsos_desktop.domain.destination import SftpPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.place import open_place
from jamsos_desktop.transports.sftp import fingerprint
from tests import servers

pytestmark = pytest.mark.skipif(
    servers.SSHD is None or servers.SFTP_SERVER is None,
    reason="OpenSSH's server is not installed: build/system_packages.sh tests",
)


def destination(port, key, **changes):
    values = {"host": "127.0.0.1", "port": port, "user": getpass.getuser(), "private_key": key}
    return SftpPlace(**(values | changes))


def code_of(one):
    with pytest.raises(UserError) as refused:
        open_place(one)
    return refused.value


def test_the_servers_key_is_learned_and_another_one_refused(tmp_path):
    (tmp_path / "there").mkdir()
    with servers.sftp_server(tmp_path, tmp_path / "there") as (port, key):
        place = open_place(destination(port, key))
        met = place.host_key()
        place.close()
        assert met.startswith("ssh-ed25519 ")
        again = open_place(destination(port, key, host_key=met))
        assert again.host_key() == met
        again.close()
    (tmp_path / "host").unlink()
    (tmp_path / "host.pub").unlink()
    with servers.sftp_server(tmp_path, tmp_path / "there") as (port, key):
        error = code_of(destination(port, key, host_key=met))
        assert error.code == "place_host_changed"
        assert error.values["found"].startswith("SHA256:")
        assert error.values["found"] != fingerprint(met)


def test_a_wrong_key_or_folder_or_password_is_said(tmp_path):
    (tmp_path / "there").mkdir()
    with servers.sftp_server(tmp_path, tmp_path / "there") as (port, key):
        assert code_of(destination(port, key, folder="tidak-ada")).code == "place_no_folder"
        assert code_of(destination(port, "", password="salah")).code == "place_refused"
        assert code_of(destination(port, "bukan kunci")).code == "place_bad_key"
    assert code_of(destination(port, key)).code == "place_unreachable"
