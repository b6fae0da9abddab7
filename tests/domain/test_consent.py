"""What a proper consent needs."""

import pytest

from jamsos_desktop.domain.consent import FIELDS, check_consent
from jamsos_desktop.domain.records import Consent


def consent(**changes):
    known = {"at": "2026-11-22T09:00:00+07:00", "by": "petugas", "language": "id", "version": 1}
    return Consent(**{**known, "method": "kertas", **changes})


def codes(asked, officer="Dewi Lestari"):
    return [finding.code for finding in check_consent(asked, officer)]


@pytest.mark.parametrize(
    "proper",
    [
        consent(),
        consent(method="lisan", witness="Pak RT"),
        consent(method="lisan", witness="Dewi Lestari dan Pak RT"),  # the officer not alone
        consent(method="tanda_tangan", signature="0" * 64),
        consent(method="cap_jempol", signature="0" * 64),
        consent(at="2026-11-20"),
    ],
)
def test_a_proper_consent_lacks_nothing(proper):
    assert codes(proper) == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (None, "consent_missing"),
        (consent(at=""), "consent_date_unreadable"),
        (consent(method=""), "consent_method_missing"),
        (consent(method="tanda_tangan"), "consent_signature_missing"),
        (consent(method="cap_jempol"), "consent_signature_missing"),
        (consent(method="lisan"), "consent_witness_missing"),
        (consent(method="lisan", witness=" . "), "consent_witness_missing"),
        (consent(method="lisan", witness="  dewi   LESTARI "), "consent_witness_officer"),
    ],
)
def test_what_is_missing_stands_in_the_way(asked, code):
    found = check_consent(asked, "Dewi Lestari")
    assert [(f.code, f.level, f.overridable, f.waits) for f in found] == [
        (code, "error", False, False)
    ]
    assert found[0].field in FIELDS
