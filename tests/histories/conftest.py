"""What holds for every history."""

import pytest

from tests import figures
from tests.histories.installations import compile_once
from tests.histories.playing import TRIED


@pytest.fixture(autouse=True, scope="module")
def quick():
    """SQLAlchemy compiles each statement once, not once for each of thousands of databases."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


@pytest.fixture(autouse=True, scope="module")
def counted():
    """How much was tried, for the end of the run and for the bench."""
    TRIED.clear()
    yield
    figures.add("histories", **TRIED)
