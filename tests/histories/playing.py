"""Histories as hypothesis makes them, and how each begins and ends."""

import os
import shutil
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.services.receipts import apply_receipt
from tests.histories.beside import lacks_pictures
from tests.histories.installations import scratch
from tests.histories.net import Net

_AT_A_STATION = (
    *("register", "register", "register_with_pictures", "register_with_pictures"),
    *("register_who_waits", "register_candidate"),
)
_OF_PEOPLE = (
    *("correct", "correct", "begin_correction", "end_correction", "void", "undo_void"),
    *("withdraw", "restore_consent", "give_up_a_number", "say_something_unknown"),
)
_OF_PAPERS = (
    *("print_card", "print_card", "print_receipt", "print_board", "draw_papers"),
    *("hand_over", "choose_for_ceremony"),
)
_OF_VISITORS = ("give_number", "call_next", "write_down", "visit")
_AT_THE_OFFICE = (
    *("decide", "decide", "undo_decisions", "accept_all", "send_to_bpjs", "bpjs_answers"),
    *("undo_bpjs_answer", "answer_twins", "answer_twins", "take_back_answer"),
    *("change_event", "mark_candidate", "key_lost", "set_brake", "new_tariffs"),
)
_TRAVELS = (
    *("send", "send", "answer", "answer", "export", "take_in", "lose", "issue", "apply"),
    *("send_few_pictures", "meet", "read_a_file"),
)
STEPS = (
    *(*_AT_A_STATION, *_OF_PEOPLE, *_OF_PAPERS, *_OF_VISITORS, *_AT_THE_OFFICE, *_TRAVELS),
    *("set_clock", "restart", "update", "newer_laptop"),
)
#: The same where data folders are copied, and somebody goes on working on the old copy.
WITH_OLD_COPIES = (*STEPS, "keep_copy", *("work_on_the_copy",) * 4)
#: Most happens at few places: what meets nothing else shows nothing.
_WHICH = (0, 1, 1, 1, 2, 2, 3, 4, 5, 6)

#: How many stations: mostly few.
_STATIONS = (2, 2, 2, 2, 2, 3, 3, 4, 5, 6)

_ROOT = scratch()
EXAMPLES = int(os.environ.get("EXAMPLES", "1000"))
#: Two files share the examples, and each does its share in parts, so that none takes minutes.
_PARTS = max(5, EXAMPLES // 25)
in_parts = pytest.mark.parametrize("part", range(_PARTS))
#: What was tried in this process, for the figures.
TRIED = Counter()


def histories(steps, share):
    """How many stations there are, and what happens; the seed's dice order the deliveries.

    ``share`` is the part of all examples that this test takes.
    """
    step = st.tuples(st.sampled_from(steps), st.sampled_from(_WHICH), st.integers(0, 11))
    given_these = given(
        stations=st.sampled_from(_STATIONS),
        steps=st.lists(step, min_size=4, max_size=16),
        seed=st.integers(0, 2**32 - 1),
    )
    bounded = settings(max_examples=max(1, round(EXAMPLES * share / _PARTS)))
    return lambda test: in_parts(bounded(given_these(test)))


def play(stations, steps, copied=()):
    """Every station registers somebody and the first sends; then whatever happens happens.

    ``copied`` are the places of whose data folders there is a copy by then.
    """
    folder = _ROOT / "dunia"
    shutil.rmtree(folder, ignore_errors=True)
    net = Net(folder, stations)
    for number in range(stations):
        net.do(("register_with_pictures", number, number))
    net.do(("send", 0, 0))
    net.do(("answer", 0, 0))
    for which in copied:
        net.do(("keep_copy", which, 0))
    for step in steps:
        net.do(step)
    TRIED.update(examples=1, stations=stations, steps=len(steps) + 2 + stations)
    return net


def deliver_everything(net, dice):
    """Everybody exports; all sticks arrive, some twice; everybody is answered, in any order.

    By then all have the newest program. Pictures for which the office asks come with a last bundle.
    """
    for place in net.places:
        place.update()
    for number in dice.sample(range(len(net.stations)), len(net.stations)):
        net.export(number)
    arriving = [sent for sent in net.bundles if sent not in net.delivered]
    arriving.append(dice.choice(net.bundles))
    dice.shuffle(arriving)
    for sent in arriving:
        net.deliver(sent)
    TRIED.update(bundles_taken_in=len(arriving))
    for number in range(len(net.stations)):
        net.issue(number)
    answers = [*net.receipts[-len(net.stations) :], dice.choice(net.receipts)]
    dice.shuffle(answers)
    for place, path in answers:
        apply_receipt(place.desk, path)
    for number, place in enumerate(net.stations):
        if lacks_pictures(net, place):
            net.send(number, 0)
            TRIED.update(pictures_asked_for=1)
