"""Contrast is that of WCAG."""

import pytest

from jamsos_desktop.domain.contrast import contrast


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.478, abs=0.001)
    assert contrast("#777777", "#777777") == 1
