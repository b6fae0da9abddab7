"""After a whole journey nothing about people and no key lies anywhere outside the sealed places."""

import tempfile

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop import logs
from jamsos_desktop.domain import nik
from jamsos_desktop.services import enrol, print_cards, recovery
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.settings import Settings, save_settings
from jamsos_desktop.storage import facts
from jamsos_desktop.storage.models import participant
from tests.journeys.lists import rows_of, write_list
from tests.journeys.terminal import program
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1, POS2

NAME, MOTHER, HEIR = "Zulkarnaen Xqwzrekaan", "Suminten Xqwzibunda", "Painem Xqwzwaris"
PEOPLE = (NAME, MOTHER, HEIR, "Jl. Xqwzjalan", "081298765432")
DRAFT_NAME = "Rukmini Xqwzdraf"


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The place for temporary files, of this program and of its children."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def fill_in(desk, event_id):
    """Somebody who can be recognised wherever they turn up."""
    rules = rules_of(desk, event_id)
    return rules, msgspec.structs.replace(
        invented_form(7, rules),
        name=NAME,
        mother_name=MOTHER,
        heir_name=HEIR,
        address="Jl. Xqwzjalan 7",
        phone="081298765432",
    )


def secrets_to_look_for(world, number):
    """Every text that may stand nowhere."""
    yield from (*PEOPLE, DRAFT_NAME, *PASSWORDS.values(), "AGE-SECRET-KEY-")
    yield from (number, nik.group(number), nik.group(number).replace(" ", "."))
    yield from (path.read_text() for path in world.folder.glob("*.kode"))
    for name in (OFFICE, POS1, POS2):
        with world[name].database.reading() as connection:
            yield facts.read_secrets(connection).signing_key


def find_leaks(folders, secrets):
    """``(file, secret)`` wherever a text stands in a file or in its name."""
    wanted = {text: (text.encode(), text.encode("utf-16-le")) for text in secrets}
    wanted |= {text.lower(): (text.lower().encode(),) for text in wanted}
    leaks = []
    for folder in folders:
        for path in folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            for text, forms in wanted.items():
                if any(form in content for form in forms) or text in path.name:
                    leaks.append((path.name, text))
    return leaks


def test_a_whole_journey_leaves_nothing_readable(world, temporary, tmp_path):
    pdfs = tmp_path / "pdf"
    pdfs.mkdir()
    handler = logs.start_log(world.folder / POS1)
    desk = world[POS1]
    save_settings(desk.data_dir, Settings(theme="dark"))
    rules, form = fill_in(desk, world.event_id)
    number = form.nik
    enrolled = enrol.enrol(desk, enrol.start_draft(desk, rules.event_id, form), rules)
    draft = enrol.start_draft(desk, rules.event_id, enrol.EnrolmentForm(name=DRAFT_NAME))
    enrol.keep_draft(desk, draft)
    find_participants(desk, NAME)
    print_cards.save_cards(desk, [enrolled.record_id], pdfs / "kartu.pdf")
    logs.write_crash_report(desk.data_dir, bug_that_quotes(desk))
    logs.logging.getLogger("jamsos_desktop.uji").error("gagal untuk %s", form, exc_info=True)
    bundle = world.export(POS1)
    world.take_in(bundle)
    recovery.save_recovery_sheet(world[OFFICE], pdfs / "pemulihan.pdf")

    secrets = list(secrets_to_look_for(world, number))
    (world.folder / f"{POS1}.kode").unlink()
    (world.folder / f"{POS2}.kode").unlink()
    kinds = {path.name for path in desk.data_dir.iterdir()}
    assert {"jamsos.db", "jamsos.db-wal", "keyring.json", "settings.json", "logs"} <= kinds
    assert len(list((desk.data_dir / "logs").iterdir())) == 2
    assert find_leaks([world.folder, temporary], secrets) == []

    logs.stop_log(handler)
    world.close()
    assert find_leaks([world.folder, temporary], secrets) == []


def bug_that_quotes(desk):
    """A defect whose own text would tell about a person."""
    with desk.database.reading() as connection:
        row = connection.execute(sa.select(participant)).mappings().one()
        with pytest.raises(sa.exc.IntegrityError) as raised:
            connection.execute(sa.insert(participant).values(**row))
    assert NAME in f"{raised.value} {raised.value.params}"
    return raised.value


def test_the_search_for_leaks_finds_one(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text(f"... {NAME.lower()} ...")
    (tmp_path / "a" / "c.txt").write_bytes(f"... {MOTHER} ...".encode("utf-16-le"))

    found = find_leaks([tmp_path], PEOPLE)

    assert {name for name, _text in found} == {"b.txt", "c.txt"}


def test_a_bug_in_a_command_tells_nothing_of_the_list(world, temporary, tmp_path):
    rows = rows_of(0, 2)
    rows[0]["Nama Lengkap"] = NAME
    path = write_list(tmp_path / "daftar.csv", rows)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import jamsos_desktop.services.enrol_list as e\n"
        "def enrol_at_once(desk, forms, rules): raise RuntimeError(repr(forms))\n"
        "e.enrol_at_once = enrol_at_once\n"
    )
    world.close()

    said = program(
        *("--data", world.folder / POS1, "enrol", "--csv", path),
        JAMSOS_LOGIN=LOGINS[POS1],
        JAMSOS_PASSWORD=PASSWORDS[POS1],
        PYTHONPATH=f"src:{broken}",
    )

    assert said.code == 1
    assert "RuntimeError" in said.err
    for text in (*PEOPLE, rows[0]["NIK"], rows[1]["NIK"], PASSWORDS[POS1]):
        assert text not in said.out + said.err
    assert find_leaks([world.folder, temporary], [NAME, rows[0]["NIK"], rows[1]["NIK"]]) == []
