"""One line about somebody who comes is understood however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.visitor import Visitor, read_visitor


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("", Visitor()),
        ("  Siti   Aminah ", Visitor(name="Siti Aminah")),
        ("3576 0357 0890 0001", Visitor(nik="3576035708900001")),
        ("Siti Aminah, 3/2", Visitor(name="Siti Aminah", rt="003", rw="002")),
        (
            "siti, RT 3 RW 12, 0812-3456-7890",
            Visitor(name="siti", rt="003", rw="012", phone="081234567890"),
        ),
        ("rt.003/rw.002", Visitor(rt="003", rw="002")),
        ("+62 812 3456 7890, Budi", Visitor(name="Budi", phone="081234567890")),
        ("R. Soekarno, S.H.", Visitor(name="R. Soekarno S.H.")),
        ("Siti 3", Visitor(name="Siti 3")),
    ],
)
def test_parts_are_told_apart(line, understood):
    assert read_visitor(line) == understood


def test_an_indonesian_phone_is_no_neighbourhood():
    assert read_visitor("Ali, 031 123456").rt == ""


@given(st.text())
def test_any_text_is_read(line):
    read = read_visitor(line)
    assert read.rt == "" or (len(read.rt), len(read.rw)) == (3, 3)
    assert read.nik == "" or len(read.nik) == 16


@given(st.text(alphabet="abcdefghij KLMNOP'.-", min_size=1))
def test_letters_are_always_a_name(name):
    assert read_visitor(name).name == " ".join(name.split())
