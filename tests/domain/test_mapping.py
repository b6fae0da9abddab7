"""Columns for BPJS as data: what a row says, and why it would be refused."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.mapping import (
    Column,
    ExportMapping,
    Lacking,
    ResultLayout,
    columns_of,
    find_mistake,
    harmless,
    plain_again,
    row_of,
)

FIELDS = {"nik", "name", "sex"}


def layout(*columns, **changes):
    values = {"version": 1, "name": {}, "note": {}, "sheet": "Data", "column": columns}
    return ExportMapping(**(values | changes))


GOOD = layout(
    Column(header="NIK", field="nik", required=True, longest=16),
    Column(header="JK", field="sex", codes={"L": "1", "P": "2"}),
    Column(header="PROGRAM", fixed="JKK,JKM"),
)


def test_a_row_follows_the_columns():
    cells, lacking = row_of(GOOD, {"nik": "3576", "sex": "P"})
    assert (cells, lacking) == (["3576", "2", "JKK,JKM"], [])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"nik": "", "sex": "L"}, Lacking("NIK", "empty")),
        ({"nik": "1" * 17, "sex": "L"}, Lacking("NIK", "long")),
        ({"nik": "1", "sex": "X"}, Lacking("JK", "no_code")),
    ],
)
def test_what_a_row_lacks_is_named(values, expected):
    assert row_of(GOOD, values)[1] == [expected]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (layout(), "judulnya"),
        (layout(Column(header="A", field="nik"), Column(header="A", field="sex")), "judulnya"),
        (layout(Column(header="A")), "salah satu"),
        (layout(Column(header="A", field="nik", fixed="x")), "salah satu"),
        (layout(Column(header="A", field="blood")), "blood"),
        (msgspec.structs.replace(GOOD, date_form="d/m/y"), "date_form"),
    ],
)
def test_a_mapping_that_does_not_fit_says_why(broken, said):
    assert said in find_mistake(broken, FIELDS)
    assert find_mistake(GOOD, FIELDS) == ""


@given(st.text())
def test_no_text_is_left_that_a_spreadsheet_computes(text):
    safe = harmless(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain_again(safe) == text


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'Aisyah", "＝1", "-", ""])
def test_a_quote_that_was_there_before_stays(text):
    assert plain_again(harmless(text)) == text


def test_columns_are_found_by_any_of_their_headings():
    answers = ResultLayout(
        version=1,
        name={},
        status=("status",),
        reason=("keterangan",),
        nik=("nomor_identitas", "nik"),
        person=("nama",),
        accepted=("y",),
        refused=("t",),
    )
    assert columns_of(answers, ["no", "nama", "nik", "status"]) == {
        "status": 3,
        "nik": 2,
        "person": 1,
    }


_VALUES = st.fixed_dictionaries(
    {
        "nik": st.from_regex(r"[0-9]{16,17}", fullmatch=True),
        "name": st.text(max_size=70),
        "sex": st.sampled_from(["L", "P", "X", ""]),
    }
)
_COLUMNS = st.lists(
    st.builds(
        Column,
        header=st.text(min_size=1, max_size=8),
        field=st.sampled_from(sorted(FIELDS)),
        longest=st.sampled_from([0, 16, 60]),
        required=st.booleans(),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda column: column.header,
)


@given(columns=_COLUMNS, values=_VALUES)
def test_any_mapping_gives_each_person_what_is_theirs_unchanged(columns, values):
    """What is not refused stands in its column as it is: no digit rounded, no name cut."""
    made = layout(*columns)
    assert find_mistake(made, FIELDS) == ""
    cells, lacking = row_of(made, values)
    assert cells == [values[column.field] for column in columns]
    for column, cell in zip(columns, cells, strict=True):
        refused = (column.required and not cell) or (column.longest and len(cell) > column.longest)
        assert bool(refused) == any(one.header == column.header for one in lacking)
    assert [plain_again(harmless(cell)) for cell in cells] == cells
