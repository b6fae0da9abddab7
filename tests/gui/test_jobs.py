"""The worker: in order, complete, silent when cancelled, loud with bugs."""

import threading

import pytest

from jamsos_desktop import __version__
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.logs import start_log, stop_log


@pytest.fixture
def bugs():
    return []


@pytest.fixture
def jobs(qapp, bugs):
    runner = JobRunner(bugs.append)
    yield runner
    runner.shutdown()


def never(*_):
    raise AssertionError("nobody should be told")


def test_two_thousand_jobs_with_progress_are_all_delivered_in_order(qtbot, jobs):
    done, steps = [], []

    def work(number, report):
        for step in range(10):
            report(step + 1, 10)
        return number

    for number in range(2000):
        jobs.start_long(
            lambda report, _token, n=number: work(n, report),
            done.append,
            never,
            lambda *step: steps.append(step),
        )
    qtbot.waitUntil(lambda: len(done) == 2000)
    assert done == list(range(2000))
    assert steps == [(i % 10 + 1, 10) for i in range(20000)]
    assert not jobs.busy


def test_answers_come_on_the_thread_of_the_window(qtbot, jobs):
    seen = []
    jobs.start(
        threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())), never
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, gui = seen[0]
    assert gui == threading.get_ident() != worker


def test_the_worlds_fault_goes_to_whoever_asked(qtbot, jobs, bugs):
    errors = []

    def work():
        raise UserError("disk_full")

    jobs.start(work, never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "disk_full"
    assert bugs == []


def test_the_worlds_fault_is_logged_by_its_code_and_without_its_values(qtbot, jobs, tmp_path):
    def fail():
        raise UserError("login_taken", login="siti")

    told = []
    handler = start_log(tmp_path)
    jobs.start(fail, never, told.append)
    qtbot.waitUntil(lambda: bool(told))
    stop_log(handler)
    line = (tmp_path / "logs" / "jamsos.log").read_text()
    assert line.endswith(f"INFO jamsos_desktop.gui.jobs {__version__}: login_taken\n")
    assert "siti" not in line


def test_a_bug_goes_to_the_bug_handler_only(qtbot, jobs, bugs):
    jobs.start(lambda: 1 / 0, never, never)
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], ZeroDivisionError)


def test_a_bug_is_not_lost_when_the_work_was_cancelled(qtbot, jobs, bugs):
    started = threading.Event()
    go_on = threading.Event()

    def work():
        started.set()
        go_on.wait(5)
        raise ZeroDivisionError

    job = jobs.start(work, never, never)
    started.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(bugs))


def test_cancelled_work_stops_at_its_next_step_and_tells_nobody(qtbot, jobs, bugs):
    started = threading.Event()
    steps = []

    def work(report, token):
        started.set()
        while True:
            steps.append(1)
            token.check()

    job = jobs.start_long(work, never, never, never)
    started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert steps
    assert bugs == []


def test_shutting_down_stops_long_work_and_still_saves_what_waits(qapp, bugs):
    runner = JobRunner(bugs.append)
    started = threading.Event()
    saved = []

    def work(_report, token):
        started.set()
        while True:
            token.check()

    runner.start_long(work, never, never, never)
    runner.start(lambda: saved.append("the person at the table"), never, never)
    started.wait(5)
    runner.shutdown()
    qapp.processEvents()
    assert saved == ["the person at the table"]
    assert bugs == []


def test_work_that_comes_after_the_end_is_dropped(qapp, bugs):
    runner = JobRunner(bugs.append)
    runner.shutdown()
    done = []
    job = runner.start(lambda: done.append("late"), done.append, done.append)
    assert job.silent
    assert not runner.busy
    assert done == []


def test_leaving_waits_for_nothing_and_brings_no_answer(qapp, bugs):
    runner = JobRunner(bugs.append)
    started, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    told = []

    def stall(report, _token):
        started.set()
        go_on.wait(10)
        try:
            report(1, 2)
        finally:
            ended.set()

    runner.start_long(stall, told.append, told.append, told.append)
    runner.start(lambda: told.append("the next one ran"), told.append, told.append)
    assert started.wait(10)
    runner.leave()
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(10)
    runner.shutdown()
    qapp.processEvents()
    assert told == bugs == []
