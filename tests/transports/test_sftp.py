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


def test_a_line_that_breaks_while_parts_are_asked_for_is_said_once_and_by_nobody_else(tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    (there / "besar").write_bytes(bytes(4_000_000))
    with servers.sftp_server(tmp_path, there) as (port, key):
        line = servers.Line(port)
        for count in range(1000, 9000, 500):  # while some of 123 requests are still to be sent
            line.mend()
            place = open_place(destination(line.port, key))
            line.cut_after(count)
            with pytest.raises(UserError) as broken:
                place.read("besar", 0, 4_000_000)
            assert broken.value.code == "place_unreachable"
            place.close()
        line.close()
