"""Long work says what it does and how far it is, and answers nothing where it was stopped."""

from jamsos_desktop.gui.long_work import LongWork
from tests.fakes import InlineJobs


def told():
    steps, answers = [], []
    work = LongWork(InlineJobs(), lambda step: steps.append((step.doing, step.done, step.total)))
    return work, steps, answers


def never(_error):
    raise AssertionError("nothing goes wrong here")


def test_each_step_is_shown_from_before_the_first():
    work, steps, answers = told()

    def count(report, _cancel):
        assert steps == [("Menghitung…", 0, 0)]
        report(1, 2)
        report(2, 2)
        return 7

    work.start("Menghitung…", count, answers.append, never)
    assert steps[1:] == [("Menghitung…", 1, 2), ("Menghitung…", 2, 2)]
    assert answers == [7]


def test_what_is_stopped_says_so_and_gives_no_answer():
    work, steps, answers = told()

    def count(report, cancel):
        report(1, 2)
        work.stop()
        report(2, 2)
        cancel.check()
        raise AssertionError("it went on")

    work.start("Menghitung…", count, answers.append, never)
    assert steps[2:] == [("Menghentikan…", 1, 2), ("Menghentikan…", 2, 2)]
    assert answers == [None]


def test_a_stop_holds_for_one_piece_of_work_only():
    work, _steps, answers = told()
    work.start("Satu…", lambda _report, _cancel: work.stop(), answers.append, never)

    def go_on(_report, cancel):
        cancel.check()
        return 2

    work.start("Dua…", go_on, answers.append, never)
    assert answers == [None, 2]
