"""Every field has a name that a person understands."""

from jamsos_desktop.domain.field_labels import LABELS, label
from jamsos_desktop.domain.records import Participant


def test_every_field_is_called_something_and_a_newer_one_by_its_own_name():
    assert set(Participant.__struct_fields__) - {"schema"} == set(LABELS)
    assert label("mother_name") == "Nama ibu kandung"
    assert label("blood_type") == "blood_type"
