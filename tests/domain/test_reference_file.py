"""A file is known by its name, the same everywhere."""

import pytest

from jamsos_desktop.domain.reference_file import is_of_a_file, parse_name, record_id_of
from jamsos_desktop.storage.reference import shipped_names


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_file_has_a_name_that_is_known(name):
    assert parse_name(name) is not None
    assert is_of_a_file(record_id_of(name))


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("tariffs.toml", ("tariffs", "tariffs", 0, "")),
        ("rules/blitar-2026.toml", ("rules", "blitar-2026", 0, "")),
        ("mappings/bpjs-blitar.toml", ("export", "bpjs-blitar", 0, "")),
        ("mappings/hasil-x.toml", ("results", "hasil-x", 0, "")),
        ("texts/consent-12.jv.toml", ("consent", "consent-12.jv", 12, "jv")),
        ("texts/benefits-2.toml", ("benefits", "benefits-2", 2, "")),
    ],
)
def test_what_a_name_says(name, known):
    assert parse_name(name) == known


@pytest.mark.parametrize(
    "name",
    [
        *("", "tariffs", "Tariffs.toml", "rules/Blitar.toml", "rules/../tariffs.toml"),
        *("mappings/kota.toml", "texts/consent-2.toml", "texts/benefits-2.id.toml"),
        *("regions/wilayah.toml", "rules/a b.toml", f"rules/{'a' * 90}.toml", "rules/x.toml\n"),
    ],
)
def test_what_is_no_name(name):
    assert parse_name(name) is None
