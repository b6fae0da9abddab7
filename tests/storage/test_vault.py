"""Passwords, waiting, recovery: who gets in, who does not, and what the files tell."""

import datetime as dt
import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle import keys
from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import vault
from jamsos_desktop.storage.files import BEGUN, DATABASE, KEYRING, KEYRING_COPY, TRIES
from tests.factories import KEY, NOW, FixedClock

IDENTITY = keys.new_age_identity()
LOGIN, PASSWORD = "Siti Aminah", "rahasia-siti"


def make_keyring(login=LOGIN, password=PASSWORD):
    recipient = keys.age_recipient_of(IDENTITY)
    empty = vault.make_keyring("Kota Mojokerto", "office", False, KEY, recipient)
    return vault.with_officer(empty, "officer-1", login, password, KEY)


@pytest.fixture
def keyring():
    return make_keyring()


def fails(code, work, *arguments):
    with pytest.raises(UserError) as caught:
        work(*arguments)
    assert caught.value.code == code
    return caught.value.values


def test_the_right_password_gives_officer_and_key(tmp_path, keyring):
    assert vault.unlock(tmp_path, keyring, LOGIN, PASSWORD, NOW) == ("officer-1", KEY)
    assert not (tmp_path / TRIES).exists()


@pytest.mark.parametrize("login", ["siti aminah", " SITI  AMINAH "])
def test_the_login_is_read_as_people_type_it(tmp_path, keyring, login):
    assert vault.unlock(tmp_path, keyring, login, PASSWORD, NOW)[1] == KEY


@pytest.mark.parametrize(
    ("login", "password"),
    [(LOGIN, "salah-sekali"), ("budi", PASSWORD), (LOGIN, ""), ("", ""), (LOGIN, PASSWORD.upper())],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(tmp_path, keyring, login, password):
    assert fails("password_wrong", vault.unlock, tmp_path, keyring, login, password, NOW) == {
        "wait": 0
    }


def test_every_further_wrong_password_doubles_the_wait(tmp_path, keyring):
    clock, waits = FixedClock(), []
    for _ in range(11):
        values = fails("password_wrong", vault.unlock, tmp_path, keyring, LOGIN, "salah", clock())
        waits.append(values["wait"])
        clock.go(seconds=values["wait"])
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]


def use_up(tmp_path, keyring, now=NOW):
    for _ in range(vault.FREE_TRIES):
        fails("password_wrong", vault.unlock, tmp_path, keyring, LOGIN, "salah", now)


def test_while_waiting_even_the_right_password_is_not_looked_at(tmp_path, keyring):
    use_up(tmp_path, keyring)
    later = NOW + dt.timedelta(seconds=4)
    values = fails("too_many_tries", vault.unlock, tmp_path, keyring, LOGIN, PASSWORD, later)
    assert values == {"wait": 1}
    in_time = NOW + dt.timedelta(seconds=5)
    assert vault.unlock(tmp_path, keyring, LOGIN, PASSWORD, in_time)[1] == KEY
    assert vault.read_tries(tmp_path) == vault.Tries()


def test_the_right_password_makes_the_next_wrong_one_free_again(tmp_path, keyring):
    use_up(tmp_path, keyring)
    clock = FixedClock(NOW + dt.timedelta(seconds=5))
    vault.unlock(tmp_path, keyring, LOGIN, PASSWORD, clock())
    values = fails("password_wrong", vault.unlock, tmp_path, keyring, LOGIN, "salah", clock())
    assert values == {"wait": 0}


def test_setting_the_clock_back_does_not_shorten_the_wait(tmp_path, keyring):
    use_up(tmp_path, keyring)
    back = NOW - dt.timedelta(days=3)
    for _ in range(3):
        values = fails("too_many_tries", vault.unlock, tmp_path, keyring, LOGIN, PASSWORD, back)
        assert values == {"wait": 5}


def test_a_clock_that_ran_ahead_and_was_put_right_does_not_lock_anybody_out(tmp_path, keyring):
    """The wrong tries carry a date four years on; the wait begins anew now, and ends."""
    use_up(tmp_path, keyring, NOW + dt.timedelta(days=4 * 365))
    fails("too_many_tries", vault.unlock, tmp_path, keyring, LOGIN, PASSWORD, NOW)
    in_time = NOW + dt.timedelta(seconds=5)
    assert vault.unlock(tmp_path, keyring, LOGIN, PASSWORD, in_time)[1] == KEY


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"count":"\xff"}',
        b"[]",
        b'{"count":5,"last":""}',
        b'{"count":5,"last":"2026-11-22T09:00:00"}',
        b'{"count":-5,"last":"2026-11-22T09:00:00+07:00"}',
        b'{"count":99999999999999999999,"last":"2026-11-22T09:00:00+07:00"}',
    ],
)
def test_a_damaged_count_means_waiting_and_nothing_worse(tmp_path, keyring, content):
    (tmp_path / TRIES).write_bytes(content)
    tries = vault.read_tries(tmp_path)
    assert tries.count == vault.FREE_TRIES
    assert vault.seconds_to_wait(tries, tries.last) == vault.FIRST_WAIT
    later = tries.last + dt.timedelta(seconds=vault.FIRST_WAIT)
    assert vault.unlock(tmp_path, keyring, LOGIN, PASSWORD, later)[1] == KEY


@given(st.integers(0, 1_000_000), st.floats(-1e9, 1e9))
def test_a_wait_is_never_longer_than_five_minutes(count, passed):
    now = NOW + dt.timedelta(seconds=passed)
    assert 0 <= vault.seconds_to_wait(vault.Tries(count, NOW), now) <= vault.LONGEST_WAIT


@pytest.mark.parametrize("password", ["", "7 huruf", "1234567"])
def test_a_password_has_at_least_eight_characters(keyring, password):
    values = fails(
        "password_short", vault.with_officer, keyring, "officer-2", "budi", password, KEY
    )
    assert values == {"minimum": 8}


def test_two_officers_have_two_passwords_for_one_key(tmp_path, keyring):
    both = vault.with_officer(keyring, "officer-2", "budi", "rahasia-budi", KEY)
    assert vault.unlock(tmp_path, both, LOGIN, PASSWORD, NOW) == ("officer-1", KEY)
    assert vault.unlock(tmp_path, both, "budi", "rahasia-budi", NOW) == ("officer-2", KEY)
    fails("password_wrong", vault.unlock, tmp_path, both, "budi", PASSWORD, NOW)


def test_a_new_password_replaces_the_old_one(tmp_path, keyring):
    changed = vault.with_officer(keyring, "officer-1", LOGIN, "lebih-rahasia", KEY)
    assert len(changed.slots) == 1
    fails("password_wrong", vault.unlock, tmp_path, changed, LOGIN, PASSWORD, NOW)
    assert vault.unlock(tmp_path, changed, LOGIN, "lebih-rahasia", NOW)[1] == KEY


def test_nobody_takes_the_slot_of_another_as_their_own(tmp_path, keyring):
    """A slot that is given another officer's id does not open: the id is sealed with the key."""
    (slot,) = keyring.slots
    forged = msgspec.structs.replace(slot, officer_id="somebody")
    stolen = msgspec.structs.replace(keyring, slots=(forged,))
    fails("password_wrong", vault.unlock, tmp_path, stolen, LOGIN, PASSWORD, NOW)


@pytest.mark.parametrize(
    "typed",
    [IDENTITY, IDENTITY.lower(), f" {IDENTITY[:20]}\n{IDENTITY[20:]}"],
    ids=["as printed", "in small letters", "with breaks"],
)
def test_the_recovery_sheet_gives_the_key(keyring, typed):
    assert vault.recover(keyring, typed) == KEY


@pytest.mark.parametrize(
    "typed",
    ["", "AGE-SECRET-KEY-1", IDENTITY[:-1] + "Q", "ä", IDENTITY * 2],
    ids=["nothing", "the beginning", "a wrong letter", "no key at all", "twice"],
)
def test_what_is_no_recovery_key_is_refused(keyring, typed):
    fails("recovery_wrong", vault.recover, keyring, typed)


def test_another_offices_sheet_is_refused(keyring):
    fails("recovery_wrong", vault.recover, keyring, keys.new_age_identity())


def test_the_files_tell_no_name_password_or_key(tmp_path, keyring):
    vault.write_keyring(tmp_path, keyring)
    fails("password_wrong", vault.unlock, tmp_path, keyring, LOGIN, "tebakan-salah", NOW)
    for name in (KEYRING, KEYRING_COPY, TRIES):
        text = (tmp_path / name).read_text().casefold()
        for secret in ("siti", "aminah", PASSWORD, "tebakan", KEY.hex(), IDENTITY.casefold()):
            assert secret not in text


def test_a_keyring_comes_back_as_it_was_written(tmp_path, keyring):
    vault.write_keyring(tmp_path, keyring)
    read = vault.read_keyring(tmp_path)
    assert msgspec.structs.replace(read, digest="") == keyring
    vault.write_keyring(tmp_path, read)
    assert vault.read_keyring(tmp_path) == read


def test_an_empty_folder_has_no_keyring(tmp_path):
    assert vault.read_keyring(tmp_path) is None
    assert vault.read_keyring(tmp_path / "gone") is None


@pytest.mark.parametrize("lost", [KEYRING, KEYRING_COPY])
@pytest.mark.parametrize("how", ["deleted", "empty", "halved"])
def test_one_of_the_two_files_may_be_lost(tmp_path, keyring, lost, how):
    vault.write_keyring(tmp_path, keyring)
    path = tmp_path / lost
    if how == "deleted":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "empty" else path.read_bytes()[:300])
    assert vault.unlock(tmp_path, vault.read_keyring(tmp_path), LOGIN, PASSWORD, NOW)[1] == KEY


@settings(max_examples=100)
@given(st.floats(0, 1, exclude_max=True), st.integers(0, 7))
def test_a_flipped_bit_is_found_and_never_called_a_wrong_password(tmp_path_factory, place, bit):
    folder = tmp_path_factory.mktemp("flipped")
    vault.write_keyring(folder, make_keyring())
    content = bytearray((folder / KEYRING).read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    for name in (KEYRING, KEYRING_COPY):
        (folder / name).write_bytes(content)
    harmless = b" \n\t\r"  # one blank for another between the fields
    if bytes([content[int(place * len(content))]]) in harmless and read_or_none(folder):
        assert vault.unlock(folder, read_or_none(folder), LOGIN, PASSWORD, NOW)[1] == KEY
    else:
        fails("keyring_damaged", vault.read_keyring, folder)


def read_or_none(folder):
    try:
        return vault.read_keyring(folder)
    except UserError:
        return None


def test_a_keyring_of_a_later_program_is_left_alone(tmp_path, keyring):
    vault.write_keyring(tmp_path, msgspec.structs.replace(keyring, version=2))
    values = fails("data_too_new", vault.read_keyring, tmp_path)
    assert values == {"found": 2, "known": 1}


def test_fields_of_a_later_program_are_covered_by_the_digest_too(tmp_path, keyring):
    fields = {**msgspec.to_builtins(keyring), "later": 1}
    fields["digest"] = vault._digest(fields)
    (tmp_path / KEYRING).write_text(json.dumps(fields))
    assert vault.read_keyring(tmp_path).slots == keyring.slots
    (tmp_path / KEYRING).write_text(json.dumps({**fields, "later": 2}))
    fails("keyring_damaged", vault.read_keyring, tmp_path)


def test_a_database_without_its_keyring_is_no_empty_folder(tmp_path):
    (tmp_path / DATABASE).write_bytes(b"sealed")
    fails("keyring_missing", vault.read_keyring, tmp_path)
    (tmp_path / BEGUN).touch()  # a set-up that was killed before its keyring
    assert vault.read_keyring(tmp_path) is None


def test_a_guess_costs_what_it_must_in_earnest(monkeypatch):
    """The other tests stretch cheaply; here the cost of the program (RFC 9106 and 64 MiB)."""
    monkeypatch.setattr(vault, "KDF", vault.KdfCost())
    (slot,) = make_keyring().slots
    assert (slot.kdf.time, slot.kdf.memory_kib, slot.kdf.lanes) == (3, 65536, 4)
