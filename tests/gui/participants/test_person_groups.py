"""How a person's page groups the values."""

from jamsos_desktop.domain.field_labels import LABELS, label
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.gui.participants.person_groups import GROUPS, groups_of


def test_every_field_has_its_label_and_stands_on_the_page():
    fields = set(Participant.__struct_fields__) - {"schema"}
    assert fields == set(LABELS)
    shown = {field for _title, group in GROUPS for field in group}
    at_the_top = {"number", "name", "nik", "kk", "required", "pending", "photo", "candidate_id"}
    beside_each_other = {"reasons", "reason_by"}
    assert fields - shown == at_the_top | beside_each_other


def test_own_words_for_work_are_shown_where_there_are_any():
    def labels(**fields):
        person = Participant(number="A", event_id="e", programme_id="p", **fields)
        return [text for _title, lines in groups_of(person, {}) for text, _value in lines]

    assert label("occupation_text") not in labels()
    assert label("occupation_text") in labels(occupation_text="tukang sulap")
