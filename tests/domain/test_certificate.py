"""The certificate's bytes are canonical and unambiguous."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.certificate import certificate_bytes

FIELDS = st.tuples(
    st.text(max_size=12), st.text(max_size=6), st.text("0123456789abcdef"), st.booleans()
)


def test_bytes_are_fixed_for_ever() -> None:
    expected = b'jamsos-station-certificate-1\n["st-1","MJ1","aa11",true]'
    assert certificate_bytes("st-1", "MJ1", "AA11", practice=True) == expected


@given(FIELDS, FIELDS)
def test_different_stations_give_different_bytes(
    one: tuple[str, str, str, bool], other: tuple[str, str, str, bool]
) -> None:
    same = certificate_bytes(*one) == certificate_bytes(*other)
    assert same == (one == other)
