"""``tour``: what its end means for a script. The journey itself is tested in tests/tour."""

from types import SimpleNamespace

import pytest

from jamsos_desktop import tour


@pytest.mark.parametrize(("balances", "code"), [(True, 0), (False, 1)])
def test_a_tour_that_does_not_balance_is_a_fault(terminal, tmp_path, monkeypatch, balances, code):
    def go(out, people, say):
        say(f"{people} orang")
        return SimpleNamespace(balances=balances)

    monkeypatch.setattr(tour, "run_tour", go)
    said = terminal("tour", "--out", tmp_path / "tur", "--people", "3")

    assert said.code == code
    assert said.out == "3 orang\n"


def test_a_folder_with_something_in_it_is_left_alone(terminal, tmp_path):
    (tmp_path / "surat.txt").write_text("penting")

    said = terminal("tour", "--out", tmp_path)

    assert said.code == 3
    assert (tmp_path / "surat.txt").read_text() == "penting"
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == 1
