"""What changes from one form of a file to the next is shown value by value."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.reference_diff import differences

BEFORE = """
version = 1
name = { id = "Satu" }
[[row]]
id = "a"
amount = 1
[[row]]
id = "b"
amount = 2
"""


def test_what_was_changed_added_and_left_out():
    after = BEFORE.replace("version = 1", "version = 2").replace("amount = 1", "amount = 5")
    after = after.replace('id = "b"\namount = 2', 'id = "c"\namount = 2')
    assert differences(BEFORE, after) == (
        ("row a · amount", "1", "5"),
        ("row c · id", "", "c"),
        ("row c · amount", "", "2"),
        ("row b · id", "b", ""),
        ("row b · amount", "2", ""),
    )


def test_a_row_that_was_only_moved_says_the_same():
    head, first, second = BEFORE.split("[[row]]")
    assert differences(BEFORE, f"{head}[[row]]{second}\n[[row]]{first}") == ()


def test_rows_of_one_name_are_told_apart():
    twice = '[[row]]\nname = "x"\nn = 1\n[[row]]\nname = "x"\nn = 2\n'
    assert differences(twice, twice.replace("n = 2", "n = 3")) == (("row x (2) · n", "2", "3"),)


def test_a_new_file_is_new_in_every_value():
    assert differences("", 'version = 1\nnames = ["a", "b"]\n') == (("names", "", "a, b"),)


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 9)), st.integers(0, 9))
def test_nothing_differs_from_itself(values, version):
    text = f"version = {version}\n" + "".join(f"{name} = {n}\n" for name, n in values.items())
    assert differences(text, text) == ()
