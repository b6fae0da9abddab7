"""``--self-test``: the built program tries itself, with no Python environment around it.

Opens a vault, registers somebody, renders a card, seals and opens a bundle, shows a window. Raises
where a part does not work.
"""

import sys
import tempfile
from pathlib import Path

from jamsos_desktop.tour.journey import go


def run_self_test() -> int:
    """Try everything in a folder that is thrown away; the exit code."""
    from jamsos_desktop.printing.preview import page_image
    from jamsos_desktop.tour.screens import photograph

    with tempfile.TemporaryDirectory(
        prefix="jamsos-self-test-", ignore_cleanup_errors=True
    ) as name:
        out = Path(name) / "tour"
        journey = go(out, 3, _say)
        if not journey.balances:
            raise RuntimeError("the journey does not balance")
        image = page_image(next((out / "pdf").glob("kartu-*.pdf")), 0, 50)
        pictures = photograph(journey, out / "screens")
        _say(f"page {image.width} x {image.height}, {len(pictures)} windows")
    _say("self-test passed")
    return 0


def _say(text: str) -> None:
    """A windowed program on Windows has no standard output."""
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")
