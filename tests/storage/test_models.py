"""The tables as the program declares them."""

import sqlalchemy as sa

from jamsos_desktop.domain.journal import Entry
from jamsos_desktop.storage.models import entry, metadata


def test_the_journal_keeps_every_field_of_an_entry():
    columns = {column.name for column in entry.c}
    assert set(Entry.__struct_fields__) <= columns
    assert columns - set(Entry.__struct_fields__) == {"id", "type"}


def test_only_body_and_salt_can_be_erased():
    assert {c.name for c in entry.c if c.nullable} == {"body", "salt"}


def test_an_entry_is_there_once():
    unique = [c for c in entry.constraints if isinstance(c, sa.UniqueConstraint)]
    assert [set(c.columns.keys()) for c in unique] == [{"station_id", "seq", "entry_hash"}]


def test_every_constraint_has_a_name_so_that_it_can_be_changed():
    for table in metadata.sorted_tables:
        for constraint in table.constraints:
            assert constraint.name is not None or isinstance(constraint, sa.CheckConstraint)
