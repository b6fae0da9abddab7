"""Work that can be stopped and still answers."""

from jamsos_desktop.gui.work import stoppable
from jamsos_desktop.services.progress import CancelToken, silent


def three_steps(report, cancel):
    for step in range(3):
        cancel.check()
        report(step, 3)
    return "selesai"


def test_stopped_in_time_answers_nothing():
    stop = CancelToken()
    work = stoppable(three_steps, stop)
    stop.cancel()
    assert work(silent, CancelToken()) is None


def test_stopped_too_late_answers_what_was_done():
    stop = CancelToken()
    work = stoppable(three_steps, stop)
    assert (
        work(lambda done, _total: stop.cancel() if done == 2 else None, CancelToken()) == "selesai"
    )
