"""Bars that stand on one line, as high as what they count."""

from jamsos_desktop.gui.today.hours import HoursChart


def test_bars_are_as_high_as_their_counts(shown):
    chart = shown(HoursChart(), 300, 120)
    assert chart.bars() == []
    chart.show_hours([(8, 2), (9, 4), (10, 0)], "pukul 08.00: 2")
    low, high, none = chart.bars()
    assert high.height() == 2 * low.height() > 0 == none.height()
    assert low.bottom() == high.bottom() == none.bottom()
    assert low.right() < high.left()
    assert chart.accessibleDescription() == "pukul 08.00: 2"


def test_the_highest_bar_leaves_room_for_its_count(shown):
    chart = shown(HoursChart(), 300, 120)
    chart.show_hours([(8, 250)], "")
    picture = chart.grab()
    assert not picture.isNull()
    assert chart.bars()[0].top() >= chart.fontMetrics().height()


def test_a_day_without_anybody_is_drawn_too(shown):
    chart = shown(HoursChart(), 300, 60)
    chart.show_hours([(8, 0), (9, 0)], "")
    assert [bar.height() for bar in chart.bars()] == [0, 0]
    assert chart.minimumSizeHint().height() <= 120
