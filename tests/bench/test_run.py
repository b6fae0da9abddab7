"""The harness itself, at sizes that say nothing about speed."""

import json

import pytest
from rich.console import Console

from tests import febrl
from tests.bench import card_peers, measure, run

NAMES = {
    "duplicates.40",
    "duplicates.60",
    "matching.indonesian.recall",
    "matching.indonesian.unseen",
    *(f"matching.febrl3.{name}" for name in ("f1", "precision", "recall") if febrl.find_file()),
    "search.40",
    "search.60",
    "start.login",
    "memory.gui.40",
    "cards.qr",
    "cards.floor",
    "cards.photo",
    "cards.memory.10k",
    *(f"cards.{name}" for name in {"pylabels", "fpdf2"} - set(card_peers.missing())),
    "bundle.bytes_per_person",
    *(f"bundle.export.{people}" for people in (4, 40, 60)),
    *(f"merge.{people}" for people in (4, 40, 60)),
    *(f"merge.memory.{people}" for people in (4, 40, 60)),
    "save.commit",
    "form.stranger.seconds",
    "form.candidate.seconds",
    "form.family.seconds",
    "form.keypress.p95",
    "form.keypress.p95.60",
    "desk.sitting.10",
    "histories.examples",
    "merge.into.60",
    "merge.memory.into.60",
}
FIELDS = {"name", "value", "unit", "floor", "ratio", "budget", "within"}


def test_every_subject_is_measured_shown_and_kept(tmp_path, capsys):
    kept = tmp_path / "bench" / "latest.json"
    run.main(["--people", "40", "--full", "--many", "60", "--quick", "--out", str(kept)])

    results = json.loads(kept.read_text("utf-8"))
    assert {result["name"] for result in results} == NAMES
    assert all(set(result) == FIELDS for result in results)
    assert all(result["value"] > 0 and result["floor"] > 0 for result in results)
    shown = capsys.readouterr().out
    assert all(name in shown for name in NAMES)


def test_a_budget_can_be_missed():
    kept = measure.compare("save.commit", 20.0, 8.0, "ms", 24.0)
    missed = measure.compare("save.commit", 25.0, 8.0, "ms", 24.0)
    assert (kept.within, kept.ratio) == (True, 2.5)
    assert (missed.within, missed.ratio) == (False, 3.12)


def test_of_a_rate_more_is_better_and_the_ratio_still_counts_the_price():
    slow = measure.compare("cards.qr", 400.0, 1200.0, "cards/s", 500, "more")
    fast = measure.compare("cards.qr", 600.0, 1200.0, "cards/s", 500, "more")
    assert (slow.within, slow.ratio) == (False, 3.0)
    assert (fast.within, fast.ratio) == (True, 2.0)


@pytest.mark.parametrize(("missed", "code"), [(False, 0), (True, 1)])
def test_the_exit_code_says_whether_a_budget_was_missed(tmp_path, monkeypatch, missed, code):
    result = measure.compare("x", 2.0, 1.0, "ms", 1.0 if missed else 3.0)
    monkeypatch.setattr(run, "run", lambda *_: [[result]])
    assert run.main(["--out", str(tmp_path / "latest.json")]) == code


def test_a_missed_budget_stands_out_in_the_table():
    console = Console(record=True, width=120)
    measure.show([measure.compare("start.login", 900.0, 300.0, "ms", 600.0)], console)
    assert "NO" in console.export_text()


def test_95_of_100_are_within_the_percentile():
    assert measure.percentile_95(range(1, 101)) == 95
    assert measure.percentile_95([7.0]) == 7.0
