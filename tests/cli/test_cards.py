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

    again = ("cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    why = terminal.at(POS1, *again)
    assert why.code == 3
    assert "sudah pernah dicetak" in why.err
    assert "kartu (2).pdf" in terminal.at(POS1, *again, "--reason", "hilang").out
    assert len(enrolled) == 2


def test_an_event_that_is_not_known_is_refused(terminal, tmp_path):
    said = terminal.at(POS1, "cards", "--event", "zzzz", "--out", tmp_path / "x.pdf")

    assert said.code == 3
    assert "Kegiatan itu tidak ditemukan" in said.err


def test_the_look_is_chosen_and_shown(terminal):
    said = terminal.at(POS1, "print", "look", "--design", "card-duasisi", "--city", "Kota Uji")
    assert "card-duasisi" in said.out
    again = terminal.at(POS1, "print", "look", "--brand", "#7A1022")
    assert "Kota Uji" in again.out
    pale = terminal.at(POS1, "print", "look", "--brand", "#FFFF00")
    assert pale.code == 3
    assert "sulit dibaca" in pale.err


def test_a_template_is_written_out_changed_and_taken_in(terminal, tmp_path):
    example = tmp_path / "kartu.toml"
    assert (
        terminal.at(POS1, "print", "template", "--save", "card-kawung", "--out", example).code == 0
    )
    example.write_text(example.read_text("utf-8").replace('"kawung"', '"kota"', 1), "utf-8")
    assert "card-kota" in terminal.at(POS1, "print", "template", example).out
    example.write_text(example.read_text("utf-8").replace("{officer}", "{bos}", 1), "utf-8")
    refused = terminal.at(POS1, "print", "template", example)
    assert refused.code == 3
    assert "bos" in refused.err
    assert "Templat sendiri: -" in terminal.at(POS1, "print", "template", "--reset").out


def test_a_printer_is_measured_and_cards_are_put_right_for_it(world, terminal, tmp_path):
    sheet = tmp_path / "ukur.pdf"
    assert terminal.at(POS1, "print", "ruler", "--out", sheet, "--printer", "HP").code == 0
    assert sheet.exists()
    stored = terminal.at(POS1, "print", "calibrate", "HP", "--left", "31.5")
    assert "HP" in stored.out
    assert terminal.at(POS1, "print", "calibrate", "HP", "--left", "3").code == 3

    world.enrol(POS1, 0, 1)
    event = world.event_id[:6]
    plain, right = tmp_path / "a.pdf", tmp_path / "b.pdf"
    terminal.at(POS1, "cards", "--event", event, "--out", plain)
    terminal.at(
        POS1, "cards", "--event", event, "--out", right, "--printer", "HP", "--reason", "rusak"
    )
    assert plain.read_bytes() != right.read_bytes()


def test_a_part_of_an_event_is_chosen(world, terminal, tmp_path):
    numbers = [one.number for one in world.enrol(POS1, 0, 3)]
    those = ("cards", "--event", world.event_id[:6], "--out", tmp_path / "kartu.pdf")
    part = terminal.at(POS1, *those, "--from", numbers[1], "--to", numbers[2])
    assert "2 kartu" in part.out
    assert terminal.at(POS1, *those, "--active").code == 3  # nobody is, yet
    assert terminal.at(POS1, *those, "--ceremony").code == 3
