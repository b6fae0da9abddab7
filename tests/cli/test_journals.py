"""``journal verify | rebuild | state-hash``."""

from tests.journeys.world import POS1


def test_the_journal_is_verified_rebuilt_and_compared(world, terminal):
    world.enrol(POS1, 0, 4)
    before = terminal.at(POS1, "journal", "state-hash")
    assert before.code == 0
    assert len(before.out.strip()) == 64

    verified = terminal.at(POS1, "journal", "verify", "--json")
    assert (verified.code, verified.json["good"]) == (0, True)
    assert (verified.json["broken"], verified.json["gaps"], verified.json["forks"]) == ([], [], [])
    assert "Jurnal utuh." in terminal.at(POS1, "journal", "verify").out

    rebuilt = terminal.at(POS1, "journal", "rebuild")
    assert rebuilt.code == 0
    assert str(verified.json["entries"]) in rebuilt.out
    assert terminal.at(POS1, "journal", "state-hash").out == before.out


def test_a_journal_that_was_tampered_with_is_told_and_refused(world, terminal):
    world.enrol(POS1, 0, 3)
    with world[POS1].database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE entry SET recorded_at = '2020-01-01T00:00:00.000+07:00' "
            "WHERE id = (SELECT max(id) - 1 FROM entry)"
        )

    said = terminal.at(POS1, "journal", "verify")

    assert said.code == 3
    assert "Rusak: jurnal" in said.out
    assert "Jurnal perlu diperiksa." in said.out
