"""``papers``."""

from tests.journeys.world import POS1


def test_receipts_of_an_event_are_saved(world, terminal, tmp_path):
    world.enrol(POS1, 0, 2)
    out = tmp_path / "terima.pdf"
    event = world.event_id[:6]
    said = terminal.at(
        POS1, "papers", "receipts", "--event", event, "--kind", "slip_80", "--out", out
    )
    assert said.code == 0
    assert "2 tanda terima" in said.out
    assert out.read_bytes().startswith(b"%PDF")
