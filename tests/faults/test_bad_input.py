"""Bad lists and hostile bundles: a plain reason, and nothing else."""

import json
import random

import pyrage
import pytest
import zstandard

from jamsos_desktop.bundle import keys
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import ERRORS
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.storage import facts
from tests.bundle.factories import sign_entries, tar_of
from tests.journeys.lists import HEADINGS, rows_of, write_list
from tests.journeys.world import OFFICE, POS1

# --- lists ---------------------------------------------------------------------------------------


def test_of_10000_rows_the_100_bad_ones_are_named_and_the_rest_is_enrolled(
    world, terminal, tmp_path
):
    rows = rows_of(0, 10_000)
    bad = {}
    dice = random.Random(5)
    spoil = [
        ({"NIK": "35760242"}, "nik_length"),
        ({"NIK": "3576O24208909001"}, "nik_not_digits"),
        ({"NIK": "9976024208909001"}, "nik_province_unknown"),
        ({"Tanggal Lahir": "31-02-1990"}, "birth_date_unreadable"),
        ({"Jenis Kelamin": "?"}, "sex_empty"),
        ({"RT": "dua"}, "rt_format"),
        ({"Pekerjaan": "astronot"}, "occupation_unknown"),
        ({"Kode Wilayah": "Atlantis"}, "village_unknown"),
        ({"Nama Lengkap": ""}, "name_empty"),
        ({"Tanggal Lahir": "01-01-1930"}, "age_over"),
    ]
    for index, number in enumerate(dice.sample(range(10_000), 100)):
        change, code = spoil[index % len(spoil)]
        rows[number] |= change
        bad[number + 2] = code

    path = write_list(tmp_path / "besar.csv", rows)
    said = terminal.at(POS1, "enrol", "--csv", path, "--accept-likely", "--json")

    assert said.code == 0
    result = said.json
    assert (result["enrolled"], result["refused"]) == (9900, 100)
    assert [row["line"] for row in result["rows"]] == list(range(2, 10_002))
    for row in result["rows"]:
        codes = {finding["code"] for finding in row["findings"]}
        assert bool(row["number"]) != (row["line"] in bad)
        assert row["number"] or bad[row["line"]] in codes
    assert count_participants(world[POS1]) == 9900


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Kolom ini tidak ada di baris pertama"),
        (b"siapa;apa\nx;y\n", "Kolom ini tidak ada di baris pertama: nik, name, birth_date"),
        ("NIK;Nama Lengkap;Alamat\n1;Andr\xe9;x\n".encode("latin-1"), "bukan UTF-8"),
        ("NIK;Nama\n1;2\n".encode("utf-16"), "bukan UTF-8"),
        (b"%PDF-1.4\n\x00\xff\xfe", "bukan UTF-8"),
    ],
)
def test_a_file_that_is_no_such_list_enrols_nobody(world, terminal, tmp_path, content, reason):
    path = tmp_path / "aneh.csv"
    path.write_bytes(content)

    said = terminal.at(POS1, "enrol", "--csv", path)

    assert said.code == 3
    assert reason in said.err
    assert "Tidak ada data yang berubah." in said.err
    assert count_participants(world[POS1]) == 0


def test_a_list_that_is_not_there_says_so(terminal, tmp_path):
    said = terminal.at(POS1, "enrol", "--csv", tmp_path / "tidak ada.csv")

    assert said.code == 3
    assert "tidak bisa dibaca" in said.err


def test_headings_as_a_spreadsheet_writes_them_are_understood(world, terminal, tmp_path):
    path = write_list(tmp_path / "excel.csv", rows_of(0, 2), "utf-8-sig", delimiter=",")

    assert terminal.at(POS1, "enrol", "--csv", path).code == 0
    assert count_participants(world[POS1]) == 2


def test_a_missing_column_is_named(terminal, tmp_path):
    headings = [title for title in HEADINGS if title != "Tanggal Lahir"]
    path = write_list(tmp_path / "kurang.csv", rows_of(0, 1), headings=headings)

    said = terminal.at(POS1, "enrol", "--csv", path)

    assert said.code == 3
    assert "birth_date" in said.err


# --- bundles -------------------------------------------------------------------------------------


@pytest.fixture
def bundle(world):
    world.enrol(POS1, 0, 4)
    return world.export(POS1)


@pytest.fixture
def refuse(world, tmp_path):
    """Import bytes at the office: the code of the refusal; nothing may have changed."""

    def import_bytes(content):
        path = tmp_path / "KIRIM_kota-mojokerto_MJK1_000001-000004_20251112-0900.jamsos"
        path.write_bytes(content)
        before = world.state()
        with pytest.raises(UserError) as refused:
            world.take_in(path)
        assert world.state() == before
        assert count_participants(world[OFFICE]) == 0
        assert refused.value.code in ERRORS
        return refused.value.code

    return import_bytes


def secrets_of(world, name):
    with world[name].database.reading() as connection:
        return facts.read_secrets(connection)


def open_up(world, bundle):
    """Name and bytes of every entry, as whoever has the office's key can read them."""
    import io
    import tarfile

    identity = pyrage.x25519.Identity.from_str(secrets_of(world, OFFICE).age_identity)
    packed = pyrage.decrypt(bundle.read_bytes(), [identity])
    tar = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        return tar, [(info, archive.extractfile(info).read()) for info in archive]


def close_up(world, tar):
    """Compressed and sealed to the office, with other tools."""
    recipient = pyrage.x25519.Recipient.from_str(world[OFFICE].installation.office_recipient)
    return pyrage.encrypt(zstandard.ZstdCompressor().compress(tar), [recipient])


def forge(world, bundle, change, signing_key):
    """The bundle with another manifest, signed by this key."""
    _tar, entries = open_up(world, bundle)
    manifest = change(json.loads(entries[0][1]))
    parts = [(info.name, content) for info, content in entries[2:]]
    return close_up(
        world, tar_of([*sign_entries(json.dumps(manifest).encode(), signing_key), *parts])
    )


def test_a_bundle_cut_off_at_any_seam_is_refused(world, bundle, refuse):
    sealed = bundle.read_bytes()
    header = sealed.index(b"\n---") + 1
    seams = {0, 1, header, header + 50, header + 70, len(sealed) // 2, len(sealed) - 16}
    assert {refuse(sealed[:seam]) for seam in seams | {len(sealed) - 1}} <= {
        *("bundle_not_jamsos", "bundle_truncated", "bundle_damaged")
    }

    tar, entries = open_up(world, bundle)
    inside = {info.offset for info, _ in entries} | {info.offset_data for info, _ in entries}
    ends = {info.offset_data + info.size for info, _ in entries}
    codes = {refuse(close_up(world, tar[:seam])) for seam in sorted(inside | ends)}
    assert codes <= {"bundle_damaged", "bundle_not_jamsos", "bundle_truncated"}


def test_a_flipped_bit_is_refused_wherever_it_is(bundle, refuse):
    sealed = bundle.read_bytes()
    dice = random.Random(1)
    for place in [*range(0, 40, 7), *(dice.randrange(len(sealed)) for _ in range(40))]:
        flipped = bytearray(sealed)
        flipped[place] ^= 1 << dice.randrange(8)
        assert refuse(bytes(flipped)) in {
            *("bundle_not_jamsos", "bundle_truncated", "bundle_damaged", "bundle_wrong_key"),
            *("bundle_needs_passphrase", "bundle_other_office"),
        }


def test_a_stranger_who_signs_as_a_station_is_refused(world, bundle, refuse):
    stranger = keys.new_signing_key()

    def as_stranger(manifest):
        manifest["sender"]["public_key"] = keys.public_key_of(stranger)
        return manifest

    assert refuse(forge(world, bundle, as_stranger, stranger)) == "bundle_unknown_sender"
    assert refuse(forge(world, bundle, lambda m: m, stranger)) == "bundle_bad_signature"


@pytest.mark.parametrize("name", ["../jamsos.db", "/etc/passwd", "a/../../b", "C:\\x", "con"])
def test_a_name_that_leads_elsewhere_is_refused(world, bundle, refuse, name):
    def rename(manifest):
        manifest["parts"][0]["name"] = name
        return manifest

    assert refuse(forge(world, bundle, rename, secrets_of(world, POS1).signing_key)) == (
        "bundle_bad_name"
    )


def test_a_decompression_bomb_is_refused(world, bundle, refuse):
    tar, _entries = open_up(world, bundle)
    assert refuse(close_up(world, tar + bytes(64 * 1024**2))) in {
        *("bundle_too_large", "bundle_damaged")
    }

    def pretend(manifest):
        manifest["parts"][0]["size"] = 10**12
        return manifest

    key = secrets_of(world, POS1).signing_key
    assert refuse(forge(world, bundle, pretend, key)) == "bundle_too_large"


def test_an_entry_that_was_changed_before_sealing_is_refused(world, bundle, refuse):
    """Whoever steals a station's key still cannot rewrite what it journalled."""
    import hashlib

    _tar, entries = open_up(world, bundle)
    manifest, (info, journal) = json.loads(entries[0][1]), entries[2]
    changed = journal.replace(b'"rt":"001"', b'"rt":"009"', 1)
    assert changed != journal
    manifest["parts"][0] |= {
        "sha256": hashlib.sha256(changed).hexdigest(),
        "size": len(changed),
    }
    signed = sign_entries(json.dumps(manifest).encode(), secrets_of(world, POS1).signing_key)

    assert refuse(close_up(world, tar_of([*signed, (info.name, changed)]))) == "bundle_chain_broken"


def test_a_practice_bundle_does_not_enter_a_real_office(world, bundle, refuse):
    def practise(manifest):
        return manifest | {"practice": True}

    key = secrets_of(world, POS1).signing_key
    assert refuse(forge(world, bundle, practise, key)) == "bundle_practice"


def test_a_kit_is_not_a_bundle(world, refuse):
    kit = world.folder / f"{POS1}.jamsos"

    assert refuse(kit.read_bytes()) == "bundle_needs_passphrase"
