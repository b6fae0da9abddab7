"""Where to upload is said by a coordinator, tried, and kept with its secrets in the vault."""

import getpass

import pytest

from jamsos_desktop.domain.destination import FolderPlace, S3Place, SftpPlace, WebDavPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.upload_place import (
    check_place,
    forget_place,
    read_place,
    save_place,
    try_place,
)
from tests import servers
from tests.factories import office_desk, station_desk


def test_the_office_says_where_to_and_takes_it_back(tmp_path):
    office = office_desk(tmp_path)
    assert read_place(office) is None
    place = WebDavPlace(url="https://awan.contoh.id/kirim", user="pos", password="rahasia-sekali")
    save_place(office, place)
    assert read_place(office) == place
    office.close()
    for path in office.data_dir.rglob("*"):
        assert not path.is_file() or b"rahasia-sekali" not in path.read_bytes()
    office = office_desk(tmp_path)
    assert read_place(office) == place
    forget_place(office)
    assert read_place(office) is None
    office.close()


def test_a_cadre_does_not_say_where_to(tmp_path):
    station = station_desk(tmp_path)
    if station.officer.role != "kader":
        pytest.fail("the station's officer of the tests is a cadre")
    for what in (
        lambda: save_place(station, FolderPlace(path="/x")),
        lambda: forget_place(station),
    ):
        with pytest.raises(UserError) as refused:
            what()
        assert refused.value.code == "coordinator_only"
    station.close()


@pytest.mark.parametrize(
    "place",
    [
        FolderPlace(path=" "),
        WebDavPlace(url=""),
        WebDavPlace(url="awan.contoh.id/kirim"),
        WebDavPlace(url="https://pos:rahasia@awan.contoh.id"),
        WebDavPlace(url="https://[awan"),
        SftpPlace(host="contoh.id"),
        SftpPlace(host="contoh id", user="pos"),
        SftpPlace(host="contoh.id", user="pos", port=0),
        S3Place(endpoint="https://s3.contoh.id", bucket=""),
        S3Place(endpoint="https://s3.contoh.id", bucket="b", access_key="a"),
        S3Place(endpoint="s3.contoh.id", bucket="b", access_key="a", secret_key="s"),
    ],
)
def test_what_cannot_be_a_place_is_refused_before_any_network_is_asked(place):
    with pytest.raises(UserError) as refused:
        check_place(place)
    assert refused.value.code == "place_incomplete"


def test_trying_leaves_nothing_there(tmp_path):
    place = FolderPlace(path=str(tmp_path))
    assert try_place(place, "MJK1") == place
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    servers.SSHD is None or servers.SFTP_SERVER is None,
    reason="OpenSSH's server is not installed: build/system_packages.sh tests",
)
def test_trying_learns_the_servers_key(tmp_path):
    (tmp_path / "there").mkdir()
    with servers.sftp_server(tmp_path, tmp_path / "there") as (port, key):
        place = SftpPlace(host="127.0.0.1", port=port, user=getpass.getuser(), private_key=key)
        assert try_place(place, "MJK1").host_key.startswith("ssh-ed25519 ")
