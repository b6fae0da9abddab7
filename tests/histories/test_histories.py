"""Random histories of an office and two to six stations, through the services and real files.

However the days went, and in whatever order the sticks came: once everything was delivered, all
have one state, everything adds up, and nothing is lost (docs/reliability.md).
"""

import random

from tests.histories import beside, checks
from tests.histories.playing import STEPS, deliver_everything, histories, play


@histories(STEPS, share=0.7)
def test_after_any_history_everybody_has_the_same_and_nothing_is_lost(part, stations, steps, seed):
    dice, net = random.Random(seed), play(stations, steps)
    try:
        deliver_everything(net, dice)
        checks.the_office_lost_nothing(net)
        checks.another_order_gives_the_same_office(net, dice)
        checks.the_balance_is_right(net)
        beside.every_picture_is_at_the_office(net)
        beside.prints_balance(net)
        beside.only_what_nobody_knows_is_set_aside(net)
        beside.the_list_of_cards_is_the_offices(net)
        beside.the_same_tariffs_hold_everywhere(net)
        for place in net.stations:
            checks.a_station_knows_what_the_office_knows(net, place)
        for place in net.places:
            checks.the_journal_is_whole(place)
        checks.derived_again_is_the_same(dice.choice((net.office, *net.stations)))
        checks.again_changes_nothing(net)
        if dice.random() < 0.2:
            beside.the_laptops_see_each_other(net)
    finally:
        net.close()
