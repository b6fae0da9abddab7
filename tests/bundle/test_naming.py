"""Names of files: read by people, and the only hint of an age file's recipient."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.bundle.naming import (
    bundle_file_name,
    check_recipient,
    hint_of,
    name_other_office,
    office_slug,
    office_slug_of,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain
from tests.bundle.factories import make_manifest

MADE = dt.datetime(2025, 11, 12, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=7)))
NAME = "KIRIM_kota-mojokerto_MJK1_000001-000120_20251112-1405.jamsos"


def test_a_bundles_name_says_for_whom_from_whom_and_what() -> None:
    assert bundle_file_name("bundle", "Kota Mojokerto", "MJK1", 1, 120, MADE) == NAME


def test_a_kit_has_no_range_and_practice_is_marked() -> None:
    name = bundle_file_name("kit", "Kota Mojokerto", "MJK1", 0, 0, MADE, practice=True)

    assert name == "LATIHAN-PAKET_kota-mojokerto_MJK1_20251112-1405.jamsos"


@given(
    st.sampled_from(["kit", "bundle", "receipt", "backup"]),
    st.text(max_size=60),
    st.text(max_size=8),
    st.integers(0, 10**9),
    st.booleans(),
)
def test_every_name_is_understood_again_and_safe_on_a_stick(
    kind: str, office: str, station: str, last: int, practice: bool
) -> None:
    name = bundle_file_name(kind, office, station, min(last, 1), last, MADE, practice=practice)  # type: ignore[arg-type]
    hint = hint_of(name)

    assert hint is not None
    assert (hint.kind, hint.practice, hint.last_seq) == (kind, practice, last)
    assert hint.office_slug == office_slug(office)
    assert not set(name) & set('\\/:*?"<>| ')
    assert len(name) < 120


@pytest.mark.parametrize("copy", [NAME[:-7] + " (2).jamsos", NAME[:-7] + "(1).jamsos"])
def test_copies_keep_their_meaning(copy: str) -> None:
    assert office_slug_of(copy) == "kota-mojokerto"


@pytest.mark.parametrize("name", ["data.jamsos", NAME + ".exe", "", "x" + NAME, NAME + "\n"])
def test_other_names_tell_nothing(name: str) -> None:
    assert hint_of(name) is None


def test_a_bundle_for_another_office_is_refused_by_name() -> None:
    wrong = UserError("bundle_wrong_key")

    error = name_other_office(wrong, Path("E:/") / NAME, "Kota Surabaya")

    assert explain(error).what == "Berkas ini untuk kota-mojokerto, bukan untuk kota-surabaya."
    assert name_other_office(wrong, Path(NAME), "KOTA MOJOKERTO") is wrong
    assert name_other_office(wrong, Path("data.jamsos"), "Kota Surabaya") is wrong
    damaged = UserError("bundle_damaged")
    assert name_other_office(damaged, Path(NAME), "Kota Surabaya") is damaged


def test_a_readable_bundle_for_another_is_refused_by_name_too() -> None:
    check_recipient(make_manifest(), "of-1", "Kota Mojokerto")

    with pytest.raises(UserError) as caught:
        check_recipient(make_manifest(), "of-2", "Kota Surabaya")
    assert caught.value.values == {"office": "Kota Mojokerto", "here": "Kota Surabaya"}
