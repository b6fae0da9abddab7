"""What happens in the form "Tempat unggah"."""

import pytest

from jamsos_desktop.domain.destination import FolderPlace, S3Place, SftpPlace, WebDavPlace
from jamsos_desktop.gui.upload_place.presenter import FIELDS, PlacePresenter
from jamsos_desktop.services.upload_place import read_place, save_place
from tests import servers
from tests.factories import office_desk
from tests.fakes import FakeView, InlineJobs


@pytest.fixture
def office(tmp_path):
    desk = office_desk(tmp_path)
    yield desk
    desk.close()


class Form:
    def __init__(self, desk):
        self.said = []
        self.presenter = PlacePresenter(
            FakeView(), InlineJobs(), InlineJobs(), desk, self.said.append
        )
        self.presenter.open()

    @property
    def state(self):
        return self.presenter._view.state


def test_a_place_is_tried_kept_shown_again_and_forgotten(office, tmp_path):
    with servers.webdav_server(tmp_path) as port:
        form = Form(office)
        assert (form.state.kind, form.state.saved) == ("webdav", False)
        typed = {"url": f"http://127.0.0.1:{port}", "user": servers.USER, "secret": "salah"}
        form.presenter.attempt(typed)
        assert "menolak" in form.state.error.what
        assert read_place(office) is None
        typed["secret"] = servers.PASSWORD
        form.presenter.attempt(typed)
        assert "Sambungan baik" in form.state.tried
        form.presenter.changed()
        assert not form.state.tried
        form.presenter.save(typed)
        assert read_place(office).password == servers.PASSWORD
        assert "tersimpan" in form.said[-1]
    again = Form(office)
    assert again.state.saved
    assert again.state.has_secret
    assert servers.PASSWORD not in str(again.state)
    again.presenter.forget()
    assert read_place(office) is None
    assert not again.state.saved


@pytest.mark.parametrize("kind", list(FIELDS))
def test_what_is_missing_is_said_at_its_field(kind, office):
    form = Form(office)
    form.presenter.choose(kind, {})
    form.presenter.save({})
    assert {one.field for one in form.state.findings} <= set(FIELDS[kind])
    assert form.state.findings
    assert read_place(office) is None


def test_what_cannot_be_a_place_is_said(office):
    form = Form(office)
    form.presenter.save({"url": "awan.contoh.id", "user": "pos"})
    assert "belum lengkap" in form.state.error.what
    form.presenter.choose("sftp", {})
    form.presenter.save({"host": "contoh.id", "user": "pos", "port": "dua"})
    assert "belum lengkap" in form.state.error.what
    form.presenter.save({"host": "contoh.id", "user": "pos", "key_file": "/tidak/ada"})
    assert "Kunci pribadi" in form.state.error.what


@pytest.mark.parametrize(
    ("place", "change", "kept"),
    [
        (WebDavPlace(url="https://a.id/x", user="u", password="lama"), {}, True),
        (WebDavPlace(url="https://a.id/x", user="u", password="lama"), {"user": "v"}, False),
        (SftpPlace(host="a.id", user="u", password="lama", folder="x"), {"remote": "y"}, True),
        (SftpPlace(host="a.id", user="u", private_key="lama"), {"host": "b.id"}, False),
        (
            S3Place(endpoint="https://a.id", bucket="b", access_key="u", secret_key="lama"),
            {"bucket": "c"},
            True,
        ),
    ],
)
def test_an_empty_password_keeps_the_old_one_for_the_same_server_and_user(
    place, change, kept, office
):
    save_place(office, place)
    form = Form(office)
    form.presenter.save(form.state.values | change)
    after = read_place(office)
    secrets = {getattr(after, name, "") for name in ("password", "private_key", "secret_key")}
    assert ("lama" in secrets) == (kept or after == place)


def test_saving_anew_forgets_the_servers_key_unless_it_was_just_met(office):
    place = SftpPlace(host="a.id", user="u", password="p", host_key="ssh-ed25519 AAAA")
    save_place(office, place)
    form = Form(office)
    form.presenter.save(form.state.values)
    assert read_place(office).host_key == ""


def test_a_folder_is_a_place(office, tmp_path):
    form = Form(office)
    form.presenter.choose("folder", {"path": str(tmp_path)})
    assert form.state.values["path"] == str(tmp_path)
    form.presenter.save({"path": str(tmp_path)})
    assert read_place(office) == FolderPlace(path=str(tmp_path))
