"""An entry of the list of occupations says what it is and where it is from."""

import msgspec
import pytest

from jamsos_desktop.domain.occupation import Occupation

OJEK = {"id": "ojek", "name": "Pengemudi ojek", "sector": "transportasi", "source": "Perda"}


def test_an_entry_has_no_code_of_bpjs_until_an_office_fills_it():
    assert msgspec.convert(OJEK, Occupation).bpjs_code == ""
    assert msgspec.convert(OJEK | {"bpjs_code": "0421"}, Occupation).bpjs_code == "0421"


@pytest.mark.parametrize(
    "changes", [{"sector": "transport"}, {"kode_bpjs": "0421"}, {"name": 7}, {"id": None}]
)
def test_what_a_hand_has_misspelt_is_refused(changes):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(OJEK | changes, Occupation)


@pytest.mark.parametrize("field", OJEK)
def test_nothing_but_the_code_may_be_left_out(field):
    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.convert({key: OJEK[key] for key in OJEK if key != field}, Occupation)
