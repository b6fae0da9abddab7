"""A printer's error, measured on the test sheet, is taken back."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.calibration import (
    ACROSS,
    CROSS,
    DOWN,
    MOST_SHIFT,
    TRUE,
    Calibration,
)


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(0.96, 1.04), st.floats(0.96, 1.04))
def test_what_the_printer_does_is_undone(
    right: float, down: float, wide: float, high: float
) -> None:
    """The printer sends x to ``right + wide * x``; measured, undone, everything is in its place."""
    measured = Calibration(
        left=right + wide * CROSS, top=down + high * CROSS, across=wide * ACROSS, down=high * DOWN
    )
    (scale_x, scale_y), (shift_x, shift_y) = measured.scale, measured.shift
    for x in (0.0, CROSS, 210.0):
        assert right + wide * (scale_x * x + shift_x) == pytest.approx(x, abs=1e-9)
        assert down + high * (scale_y * x + shift_y) == pytest.approx(x, abs=1e-9)


def test_a_true_printer_needs_nothing() -> None:
    assert (TRUE.scale, TRUE.shift) == ((1, 1), (0, 0))


@pytest.mark.parametrize(
    "wrong", [{"left": CROSS + MOST_SHIFT + 1}, {"across": 15.0}, {"down": 300.0}]
)
def test_a_slip_of_the_ruler_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, Calibration)
