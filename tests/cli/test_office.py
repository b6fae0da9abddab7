"""``office init``, ``kit export``, ``station init``, officers, events, passwords, recovery."""

import json
import os
import subprocess
import sys

import pytest

from jamsos_desktop.services import plan
from jamsos_desktop.services.sign_in import look_in, sign_in
from tests.journeys.terminal import program
from tests.journeys.world import EVENT_NAME, LOGINS, OFFICE, PASSWORDS, POS1, build_office


@pytest.fixture
def password_file(tmp_path):
    path = tmp_path / "sandi.txt"
    path.write_text("kata sandi panjang\r\n", encoding="utf-8")
    return path


def test_an_office_is_made_with_a_recovery_sheet(terminal, tmp_path, password_file):
    folder = tmp_path / "kantor baru"
    said = terminal(
        *("--data", folder, "--login", "bu-ani", "--password-file", password_file),
        *("office", "init", "--name", "Kota Pasuruan"),
    )

    assert said.code == 0
    assert "Kota Pasuruan" in said.out
    assert "bu-ani" in said.out
    assert "kata sandi panjang" not in said.out + said.err
    assert look_in(folder).name == "Kota Pasuruan"
    assert (tmp_path / "kantor baru-pemulihan.pdf").read_bytes().startswith(b"%PDF")
    sign_in(folder, "bu-ani", "kata sandi panjang").close()


def test_an_office_is_not_made_over_another(world, terminal):
    said = terminal.at(OFFICE, "office", "init", "--name", "Lain")

    assert said.code == 3
    assert "Data yang ada tidak disentuh." in said.err
    assert look_in(world.folder / OFFICE).name == "Kota Mojokerto"


def test_without_a_place_for_its_recovery_sheet_no_office_is_made(terminal, tmp_path, monkeypatch):
    monkeypatch.setenv("JAMSOS_PASSWORD", "rahasia uji")
    said = terminal(
        *("--data", tmp_path / "x", "--login", "a", "office", "init", "--name", "Kota Pasuruan"),
        *("--sheet", tmp_path / "tercabut" / "lembar.pdf"),
    )

    assert said.code == 3
    assert "flashdisk tercabut" in said.err
    assert look_in(tmp_path / "x") is None


def test_a_kit_that_cannot_be_written_makes_no_station(world, terminal, tmp_path):
    arguments = ["kit", "export", "--station", "Pos Baru", "--event", world.event_id, "--out"]
    before = world.state()

    said = terminal.at(OFFICE, *arguments, tmp_path / "tercabut" / "paket.jamsos")

    assert said.code == 3
    assert "flashdisk tercabut" in said.err
    assert world.state() == before
    assert terminal.at(OFFICE, *arguments, tmp_path / "paket.jamsos").code == 0


def test_a_short_password_makes_nothing(terminal, tmp_path, monkeypatch):
    monkeypatch.setenv("JAMSOS_PASSWORD", "1234567")
    said = terminal("--data", tmp_path / "x", "office", "init", "--name", "Kota Pasuruan")

    assert said.code == 3
    assert "Kata sandi terlalu pendek." in said.err
    assert "Tidak ada data yang berubah." in said.err
    assert look_in(tmp_path / "x") is None
    assert list(tmp_path.glob("*.pdf")) == []


def test_from_kit_to_station(world, terminal, tmp_path, monkeypatch):
    event_id = world.event_id
    kit_path = tmp_path / "paket.jamsos"
    made = terminal.at(
        OFFICE, "kit", "export", "--station", "Pos Tiga", "--event", event_id[:8], "--out", kit_path
    )
    assert made.code == 0
    code = next(line.split(": ")[1] for line in made.out.splitlines() if "Kode aktivasi" in line)

    monkeypatch.setenv("JAMSOS_ACTIVATION_CODE", code.lower().replace("-", " "))
    station = world.folder / "pos tiga"
    looked = terminal("kit", "inspect", kit_path)
    assert "Paket untuk Pos Tiga (MJK3)" in looked.out
    assert "Kegiatan: Sosialisasi DBHCHT" in looked.out
    code = os.environ["JAMSOS_ACTIVATION_CODE"]
    monkeypatch.delenv("JAMSOS_ACTIVATION_CODE")
    monkeypatch.setattr("builtins.input", lambda: code)
    typed = terminal("kit", "inspect", kit_path, "--json")
    assert json.loads(typed.out)["code"] == "MJK3"
    assert "Kode aktivasi: " in typed.err
    monkeypatch.setenv("JAMSOS_ACTIVATION_CODE", code)
    assert not station.exists()
    arguments = ["--data", station, "station", "init", "--kit", kit_path]
    nobody = terminal("--login", "tidak-ada", *arguments)
    assert nobody.code == 3
    assert "Petugas itu tidak dikenal di sini." in nobody.err
    assert look_in(station) is None

    monkeypatch.setenv("JAMSOS_PASSWORD", "sandi pos tiga")
    done = terminal("--login", LOGINS[POS1], *arguments)
    assert done.code == 0
    assert "Pos Tiga" in done.out
    sign_in(station, LOGINS[POS1], "sandi pos tiga").close()

    again = terminal.at(
        OFFICE, "kit", "export", "--station", "pos TIGA", "--event", event_id, "--out", kit_path
    )
    assert again.code == 3
    assert "Pos bernama pos TIGA sudah punya paket" in again.err


def test_visits_from_door_to_door_are_planned(terminal, world):
    added = terminal.at(
        *(OFFICE, "event", "add", "--name", "Kunjungan RW 02", "--date", "1-12-2025", "--visits"),
    )
    planned = dict(plan.events(world[OFFICE]))
    assert planned[added.out.strip()].kind == "kunjungan"


def test_events_and_officers_are_added_and_listed(terminal):
    added = terminal.at(
        *(OFFICE, "event", "add", "--name", "Sosialisasi dua", "--date", "1-12-2025"),
        *("--region", "35.76", "--place", "Balai RW", "--months", "6"),
    )
    assert added.code == 0
    event_id = added.out.strip()

    listed = terminal.at(OFFICE, "event", "list", "--json").json
    assert {"id": event_id, "name": "Sosialisasi dua", "date": "2025-12-01"} in listed
    assert EVENT_NAME in {event["name"] for event in listed}
    assert event_id in terminal.at(OFFICE, "event", "list").out

    officer = ["officer", "add", "--name", "Bu Rini", "--new-login", "rini"]
    assert terminal.at(OFFICE, *officer, "--role", "koordinator").code == 0
    twice = terminal.at(OFFICE, *officer)
    assert twice.code == 3
    assert "Nama pengguna rini sudah dipakai" in twice.err
    wrong_role = terminal.at(OFFICE, *officer[:-1], "baru", "--role", "bos")
    assert wrong_role.code == 2
    assert "kader, koordinator, admin" in wrong_role.err


def test_a_region_that_is_not_known_is_wrong_usage(terminal):
    said = terminal.at(
        OFFICE, "event", "add", "--name", "X", "--date", "01-12-2025", "--region", "99.99"
    )

    assert said.code == 2
    assert "Kode wilayah tidak dikenal." in said.err


def test_whose_password_is_wrong_is_told_so_and_has_to_wait(world, terminal, monkeypatch):
    monkeypatch.setenv("JAMSOS_PASSWORD", "bukan ini")
    arguments = ["--data", world.folder / OFFICE, "--login", "admin", "event", "list"]
    tries = [terminal(*arguments) for _ in range(4)]

    assert {said.code for said in tries} == {3}
    assert "Nama pengguna atau kata sandi salah." in tries[0].err
    assert "Tunggu" in tries[3].err


def test_a_folder_without_an_installation_says_so(terminal, tmp_path, password_file):
    said = terminal(
        *("--data", tmp_path / "kosong", "--login", "a", "--password-file", password_file),
        *("journal", "verify"),
    )

    assert said.code == 3
    assert "Belum ada data JAMSOS" in said.err
    assert not (tmp_path / "kosong").exists()


def test_a_password_file_that_is_not_there_says_so(terminal, tmp_path):
    said = terminal(
        *("--data", tmp_path / "x", "--login", "a", "--password-file", tmp_path / "tak ada"),
        *("office", "init", "--name", "X"),
    )

    assert said.code == 3
    assert "tidak bisa dibaca" in said.err
    assert "Tidak ada data yang berubah." in said.err


def test_the_recovery_key_gives_an_officer_a_new_password(world, terminal, tmp_path, monkeypatch):
    from jamsos_desktop.storage import facts

    with world[OFFICE].database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    world.close()
    key_file = tmp_path / "kunci.txt"
    monkeypatch.setenv("JAMSOS_PASSWORD", "kata sandi baru")
    arguments = ["--data", world.folder / OFFICE, "--login", LOGINS[OFFICE]]

    key_file.write_text(identity[:-4] + "QQQQ")
    wrong = terminal(*arguments, "office", "recover", "--identity-file", key_file)
    assert wrong.code == 3
    assert "Kunci pemulihan ini bukan untuk data di laptop ini." in wrong.err

    key_file.write_text(identity.lower() + "\n")
    assert terminal(*arguments, "office", "recover", "--identity-file", key_file).code == 0
    sign_in(world.folder / OFFICE, LOGINS[OFFICE], "kata sandi baru").close()


def test_a_password_is_asked_for_on_a_terminal(tmp_path):
    """The prompt itself, on a pseudo-terminal: nothing that is typed is shown."""
    pexpect_like = """
import os, pty, sys
folder = sys.argv[1]
child, terminal = pty.fork()
if child == 0:
    os.environ.pop("JAMSOS_PASSWORD", None)
    command = ["--data", folder, "--login", "admin", "event", "list"]
    os.execv(sys.executable, [sys.executable, "-m", "jamsos_desktop", *command])
seen = b""
def read():
    try:
        return os.read(terminal, 1000)
    except OSError:
        return b""
while b"Kata sandi:" not in seen:
    seen += read()
os.write(terminal, b"rahasia-kantor\\n")
while piece := read():
    seen += piece
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    build_office(tmp_path / "kantor")
    done = subprocess.run(
        [sys.executable, "-c", pexpect_like, str(tmp_path / "kantor")],
        env={"PYTHONPATH": "src", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert EVENT_NAME in done.stdout
    assert PASSWORDS[OFFICE] not in done.stdout


def test_exit_codes_of_the_real_program(world, tmp_path):
    environment = {"JAMSOS_LOGIN": LOGINS[OFFICE], "JAMSOS_PASSWORD": PASSWORDS[OFFICE]}
    world.close()
    good = program("--data", world.folder / OFFICE, "event", "list", **environment)
    empty = program("--data", tmp_path / "kosong", "event", "list", **environment)

    assert (good.code, empty.code) == (0, 3)
    assert EVENT_NAME in good.out
    assert "Belum ada data JAMSOS" in empty.err
    assert "Traceback" not in empty.err
