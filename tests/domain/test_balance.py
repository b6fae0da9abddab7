"""What belongs together adds up."""

from jamsos_desktop.domain.balance import Balance


def test_every_sum_is_made_of_its_parts():
    one = Balance(
        complete=7,
        incomplete=2,
        voided=3,
        withdrawn=1,
        printed=6,
        handed=4,
        exported=10,
        accepted=7,
        returned=1,
        elsewhere=5,
    )
    assert (one.counted, one.made) == (9, 13)
    assert (one.not_printed, one.not_handed) == (3, 5)
    assert (one.waiting, one.not_exported, one.here) == (2, 3, 8)
