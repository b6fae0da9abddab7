"""What happens in the section "Lewat jaringan"."""

import pytest

from jamsos_desktop.domain.destination import FolderPlace, WebDavPlace
from jamsos_desktop.gui.uploads.presenter import Tell, UploadPresenter
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.upload import prepare
from jamsos_desktop.storage import facts
from tests.factories import FixedClock, enrol_one, office_desk, station_desk
from tests.fakes import FakeView, InlineJobs


class Box:
    """The section with both workers replaced, and what it told."""

    def __init__(self, desk, network=None):
        self.desk, self.said, self.outcomes, self.fetched = desk, [], [], []
        tell = Tell(self.said.append, self.outcomes.append, self.fetched.extend)
        network = network or InlineJobs()
        self.presenter = UploadPresenter(FakeView(), InlineJobs(), network, desk, tell)
        self.presenter.refresh()

    @property
    def state(self):
        return self.presenter._view.state

    def go(self):
        self.presenter.go()
        return self.state


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desks(tmp_path, clock):
    made = office_desk(tmp_path, clock), station_desk(tmp_path, clock=clock)
    yield made
    for desk in made:
        desk.close()


@pytest.fixture
def there(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


def use(place, *desks):
    for desk in desks:
        with desk.database.writing() as connection:
            facts.write_destination(connection, place)


def test_without_a_place_it_says_who_sets_it(desks):
    office, station = map(Box, desks)
    assert office.state.why_not() == office.state.summary()
    assert "Tidak wajib" in office.state.summary()
    assert office.state.may_set
    assert "koordinator" in station.state.summary()
    assert not station.state.may_set
    assert station.go().progress is None
    assert station.outcomes == []


def test_one_press_sends_and_says_so_and_the_answer_comes_back(desks, there, clock):
    use(FolderPlace(path=str(there)), *desks)
    office, station = map(Box, desks)
    enrol_one(station.desk)
    assert station.go().said == "1 berkas terunggah dan sudah dibaca ulang."
    assert station.said[0].startswith("Terunggah dan sudah dibaca ulang: KIRIM_")
    clock.go(minutes=1)
    state = office.go()
    (path,) = office.fetched
    assert (state.said, state.trouble) == ("", None)  # it stands in the list below
    import_bundle(office.desk, path)
    clock.go(minutes=1)
    assert office.go().said == "1 berkas terunggah dan sudah dibaca ulang."
    assert office.go().said == "Tersambung. Tidak ada yang baru."
    assert station.go().said == "1 balasan kantor dibuka."
    assert station.outcomes[-1].applied[0].accepted_seq > 0


def test_the_inbox_is_given_each_file_once_also_after_a_restart(desks, there):
    use(FolderPlace(path=str(there)), *desks)
    station = Box(desks[1])
    enrol_one(station.desk)
    station.go()
    office = Box(desks[0])
    office.go()
    office.go()
    office.presenter.refresh()
    assert len(office.fetched) == 1
    assert Box(desks[0]).fetched == office.fetched  # nobody merged it: the next start offers it


def test_the_office_looks_by_itself_and_answers_only_when_asked(desks, there, clock):
    use(FolderPlace(path=str(there)), *desks)
    office, station = map(Box, desks)
    enrol_one(station.desk)
    station.go()
    office.presenter.watch()
    (path,) = office.fetched
    import_bundle(office.desk, path)
    clock.go(minutes=1)
    office.presenter.watch()
    assert len(list(there.iterdir())) == 1
    office.go()
    assert len(list(there.iterdir())) == 2


def test_no_network_is_said_calmly_and_tried_again_with_the_same_key(desks, there):
    station = Box(desks[1])
    use(WebDavPlace(url="http://127.0.0.1:1/kirim", user="u", password="p"), station.desk)
    enrol_one(station.desk)
    station.presenter.refresh()
    state = station.go()
    assert state.offline
    assert state.trouble is None
    assert state.verb() == "Coba lagi"
    assert not state.why_not()
    assert not (station.desk.data_dir / "kirim").exists()  # nothing was sealed in vain
    use(FolderPlace(path=str(there)), station.desk)
    state = station.go()
    assert not state.offline
    assert len(list(there.iterdir())) == 1


def test_what_is_wrong_there_is_said_in_three_parts(desks, there):
    station = Box(desks[1])
    use(FolderPlace(path=str(there / "tidak-ada")), station.desk)
    station.presenter.refresh()
    state = station.go()
    assert "tidak ada" in state.trouble.what
    assert not state.offline
    name = f"BALASAN_kota-mojokerto_{station.desk.installation.code}_20261122-0900.jamsos"
    (there / name).write_bytes(b"x")
    use(FolderPlace(path=str(there)), station.desk)
    assert station.go().trouble is not None
    assert station.go().trouble is None  # it is not asked for again


def test_stopping_says_that_nothing_is_lost(desks, there):
    class Stopping(InlineJobs):
        def start_long(self, work, on_done, on_error, on_progress):
            if stop:
                stop.pop()()
            return super().start_long(work, on_done, on_error, on_progress)

    stop = []
    station = Box(desks[1], Stopping())
    use(FolderPlace(path=str(there)), station.desk)
    enrol_one(station.desk)
    station.presenter.refresh()
    # The first work of the network is to look for it, the second one carries.
    stop += [station.presenter.stop, lambda: None]
    state = station.go()
    assert "tidak diulang" in state.said
    assert state.progress is None
    assert list(there.iterdir()) == []
    station.go()
    assert len(list(there.iterdir())) == 1


def test_what_was_recorded_meanwhile_goes_at_once(desks, there, clock):
    station = Box(desks[1])
    use(FolderPlace(path=str(there)), station.desk)
    enrol_one(station.desk)
    prepare(station.desk)  # it was sealed, and then the line broke
    enrol_one(station.desk, 1)
    clock.go(minutes=1)
    station.presenter.refresh()
    station.go()
    assert len(list(there.iterdir())) == 2
    assert len(station.outcomes) == 2
