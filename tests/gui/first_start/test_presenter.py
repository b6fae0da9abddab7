"""From an empty folder to a desk, without a screen."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.first_start.presenter import FirstStartPresenter, KitWords, SetUp
from jamsos_desktop.messages import explain
from tests.fakes import FakeView, InlineJobs

KIT = SimpleNamespace(
    installation=SimpleNamespace(name="Pos Miji", office_name="Disnaker Kota Mojokerto"),
    officers={
        "o2": SimpleNamespace(name="Sri Wahyuni", role="kader"),
        "o1": SimpleNamespace(name="Bambang", role="koordinator"),
    },
)


WORDS = KitWords("Paket untuk Pos Miji (MJK1)", "Dari Disnaker Kota Mojokerto.")


class Services:
    """Remembers what it was asked, and fails when told to."""

    def __init__(self):
        self.asked = []
        self.error = None

    def call(self, name, answer):
        def service(*given):
            self.asked.append((name, *given))
            if self.error:
                raise self.error
            return answer

        return service

    def set_up(self):
        return SetUp(
            start_practice=self.call("practice", "desk"),
            read_kit=self.call("kit", KIT),
            describe_kit=lambda kit: WORDS,
            init_station=self.call("station", "desk"),
            init_office=self.call("office", "desk"),
        )


@pytest.fixture
def services():
    return Services()


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def desks():
    return []


@pytest.fixture
def presenter(view, services, desks):
    made = FirstStartPresenter(view, InlineJobs(), services.set_up(), desks.append)
    made.open()
    return made


def test_practice_is_one_click(presenter, view, services, desks):
    presenter.practise()
    assert view.state.busy == "Menyiapkan latihan…"
    assert services.asked == [("practice",)]
    assert desks == ["desk"]


def test_a_kit_leads_to_its_officers_and_then_to_a_station(presenter, view, services, desks):
    presenter.go_to("kit")
    presenter.open_kit(" /media/stick/pos.jamsos ", "7K2M-…")
    assert services.asked[-1] == ("kit", Path("/media/stick/pos.jamsos"), "7K2M-…")
    assert view.state.step == "who"
    assert view.state.kit == WORDS
    assert [(p.name, p.role) for p in view.state.people] == [
        ("Bambang", "Koordinator"),
        ("Sri Wahyuni", "Kader"),
    ]
    presenter.make_station("o2", "rahasia-1", "rahasia-1")
    assert services.asked[-1] == ("station", KIT, "o2", "rahasia-1")
    assert desks == ["desk"]


def test_a_wrong_code_is_said_in_words_and_can_be_tried_again(presenter, view, services):
    presenter.go_to("kit")
    services.error = UserError("bundle_bad_passphrase")
    presenter.open_kit("kit.jamsos", "salah")
    assert view.state.step == "kit"
    assert view.state.busy == ""
    assert view.state.error == explain(services.error)
    services.error = None
    presenter.open_kit("kit.jamsos", "benar")
    assert view.state.step == "who"
    assert view.state.error is None


def test_what_is_missing_is_said_and_no_service_called(presenter, view, services):
    presenter.go_to("kit")
    presenter.open_kit("", " ")
    assert [f.field for f in view.state.findings] == ["kit_file", "kit_code"]
    presenter.go_to("office")
    presenter.make_office("Disnaker", "Rina", "", "rahasia-1", "rahasia-2")
    assert [(f.field, f.code) for f in view.state.findings] == [
        ("login", "required"),
        ("again", "passwords_differ"),
    ]
    assert services.asked == []


def test_a_name_that_is_not_in_the_kit_is_not_taken(presenter, view, services):
    presenter.open_kit("kit.jamsos", "benar")
    presenter.make_station("Orang lain", "rahasia-1", "rahasia-1")
    assert [f.field for f in view.state.findings] == ["officer"]
    assert services.asked[-1][0] == "kit"


def test_an_office_gets_its_admin(presenter, services, desks):
    presenter.make_office("Disnaker Kota", "Rina Dewi", "rina", "rahasia-1", "rahasia-1")
    assert services.asked == [("office", "Disnaker Kota", "rina", "Rina Dewi", "rahasia-1")]
    assert desks == ["desk"]
