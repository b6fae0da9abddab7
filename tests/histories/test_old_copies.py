"""Random histories in which an old copy of a data folder comes back into use.

A station or the office goes on working on it as if nothing had been. Both branches of its journal
hold real people: both stay, and the fork is named.
"""

import random

from tests.histories import beside, checks
from tests.histories.playing import WITH_OLD_COPIES, deliver_everything, histories, play


@histories(WITH_OLD_COPIES, share=0.3)
def test_an_old_copy_that_is_worked_on_loses_nothing_that_ever_travelled(
    part, stations, steps, seed
):
    dice, net = random.Random(seed), play(stations, steps, copied=(0, 1))
    try:
        for _round in range(2):
            deliver_everything(net, dice)
        restored = any(place.restored for place in net.places)
        checks.the_office_lost_nothing(net)
        beside.no_picture_of_a_station_is_missing_at_the_office(net)
        beside.only_what_nobody_knows_is_set_aside(net)
        checks.another_order_gives_the_same_office(net, dice)
        for place in net.stations:
            checks.a_station_lacks_only_what_its_copy_forgot(net, place)
        for place in net.places:
            checks.the_journal_is_whole(place, forked=restored)
        checks.derived_again_is_the_same(dice.choice((net.office, *net.stations)))
        checks.again_changes_nothing(net)
    finally:
        net.close()
