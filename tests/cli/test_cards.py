"""``cards``."""

from tests.journeys.world import POS1


def test_cards_of_an_event_are_saved_once_and_only_what_is_new(world, terminal, tmp_path):
    enrolled = world.enrol(POS1, 0, 2)
    event = world.event_id[:6]
    first = terminal.at(POS1, "cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    assert first.code == 0
    assert "2 kartu" in first.out
    assert (tmp_path / "kartu.pdf").read_bytes().startswith(b"%PDF")

    nothing = terminal.at(
        POS1, "cards", "--event", event, "--out", tmp_path / "baru.pdf", "--not-printed"
    )
    assert nothing.code == 3
    assert "Tidak ada kartu yang dipilih." in nothing.err
    assert not (tmp_path / "baru.pdf").exists()

    again = terminal.at(POS1, "cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    assert "kartu (2).pdf" in again.out
    assert len(enrolled) == 2


def test_an_event_that_is_not_known_is_refused(terminal, tmp_path):
    said = terminal.at(POS1, "cards", "--event", "zzzz", "--out", tmp_path / "x.pdf")

    assert said.code == 3
    assert "Kegiatan itu tidak ditemukan" in said.err
