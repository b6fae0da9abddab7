"""The tour does the whole journey without questions, and its counts balance."""

import dataclasses
from pathlib import Path

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.sign_in import look_in
from jamsos_desktop.tour import run_tour, screens
from jamsos_desktop.tour.journey import Journey, go


@pytest.fixture(scope="module")
def journey(tmp_path_factory) -> Journey:
    return go(tmp_path_factory.mktemp("out") / "tour", 5, lambda _text: None)


def test_the_journey_balances_and_leaves_its_results(journey: Journey) -> None:
    assert journey.balances
    assert [post.enrolled for post in journey.posts] == [3, 2]
    assert journey.at_office == 5
    names = sorted(path.name for path in (journey.out / "pdf").iterdir())
    assert names == ["kartu-pos-kranggan.pdf", "kartu-pos-magersari.pdf", "lembar-pemulihan.pdf"]
    bundles = sorted(path.name for path in (journey.out / "bundles").iterdir())
    assert len(bundles) == 4
    assert sum("LATIHAN" in name for name in bundles) == 2


def test_everything_on_the_tour_is_practice(journey: Journey) -> None:
    for folder in (journey.office, *(post.folder for post in journey.posts)):
        welcome = look_in(folder)
        assert welcome is not None
        assert welcome.practice


def test_a_journey_that_lost_somebody_does_not_balance(journey: Journey) -> None:
    first, *others = journey.posts
    lost = dataclasses.replace(first, arrived=first.arrived - 1)
    assert not dataclasses.replace(journey, posts=[lost, *others]).balances
    assert not dataclasses.replace(journey, added_again=1).balances
    assert not dataclasses.replace(journey, journals_good=False).balances


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UserError) as refused:
        go(tmp_path, 1, lambda _text: None)
    assert refused.value.code == "tour_folder"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_tour_says_what_balances(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures are taken and looked at in tests/test_self_test.py."""
    monkeypatch.setattr(screens, "photograph", lambda _journey, folder: [folder / "01.png"])
    said: list[str] = []
    journey = run_tour(tmp_path / "tur", 3, said.append)
    balance = said[said.index("Neraca") + 1 :]
    assert balance == [
        "  Pos Magersari: terdaftar 2, kartu 2, diekspor 2, diterima 2",
        "  Pos Kranggan: terdaftar 1, kartu 1, diekspor 1, diterima 1",
        "  Di kantor: 3 peserta dari 3",
        "  Impor kedua kali menambah 0 catatan",
        f"  Sidik keadaan: {journey.state_hash}",
        "Semua cocok.",
        f"Hasilnya di {tmp_path / 'tur'}",
    ]


def test_a_tour_without_anybody_at_the_second_station_still_balances(tmp_path: Path) -> None:
    journey = go(tmp_path / "tur", 1, lambda _text: None)
    assert [post.enrolled for post in journey.posts] == [1, 0]
    assert not journey.posts[1].exported
    assert journey.balances
