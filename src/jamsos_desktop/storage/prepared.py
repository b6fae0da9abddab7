"""Statements that are compiled once and then given to the driver as they are.

Saving a registration runs fifteen of them. SQLAlchemy takes a tenth of a millisecond for each, to
find its compiled form, to look at every value and to wrap the answer; the driver takes a hundredth.
The statement itself is SQLAlchemy's, so it is written for whichever database is connected.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

_Values = Mapping[str, object]


class _Made(NamedTuple):
    """The text for one driver, and the names in the order of its marks; None where it takes names.

    ``fixed`` are the values that the statement has of its own.
    """

    text: str
    names: tuple[str, ...] | None
    fixed: _Values

    def arguments(self, values: _Values) -> Any:
        known = {**self.fixed, **values} if self.fixed else values
        return known if self.names is None else [known[name] for name in self.names]


class Prepared:
    """One statement for :meth:`rows`, :meth:`write` or :meth:`write_many`, any number of times.

    Values must be what the driver takes as they are, and come back so: text, numbers, bytes, None;
    a bool is a number. Only within a transaction of :class:`jamsos_desktop.storage.Database`.
    """

    def __init__(self, statement: sa.Executable, columns: Sequence[str] = ()) -> None:
        """``columns`` are those that an ``INSERT`` is given, where it does not say so itself.

        In a query, a parameter that is ``expanding`` takes a list of any length but none.
        """
        self.statement = statement
        self._columns = list(columns) or None
        self._made: dict[tuple[object, ...], _Made] = {}
        self._plain: dict[str, _Made] = {}  # the same by dialect, where nothing takes a list

    def rows(self, connection: sa.Connection, values: _Values = {}) -> list[tuple[Any, ...]]:  # noqa: B006
        """Everything that the query finds."""
        made = self._plain.get(connection.dialect.name)
        if made is None:
            lists = {name: value for name, value in values.items() if isinstance(value, list)}
            made = self._make(connection, lists)
            if lists:
                values = _taken_apart(values, lists)
        cursor = connection.connection.cursor()
        cursor.execute(made.text, made.arguments(values))
        found = list(cursor.fetchall())
        cursor.close()
        return found

    def value(self, connection: sa.Connection, values: _Values = {}) -> Any:  # noqa: B006
        """The first column of the first row; None without one."""
        found = self.rows(connection, values)
        return found[0][0] if found else None

    def write(self, connection: sa.Connection, values: _Values) -> int:
        """Change something; how many rows were changed."""
        made = self._plain.get(connection.dialect.name) or self._make(connection, {})
        cursor = connection.connection.cursor()
        cursor.execute(made.text, made.arguments(values))
        changed: int = cursor.rowcount
        cursor.close()
        return changed

    def write_many(self, connection: sa.Connection, rows: Sequence[_Values]) -> None:
        """Run the statement for each row."""
        made = self._plain.get(connection.dialect.name) or self._make(connection, {})
        cursor = connection.connection.cursor()
        if made.names is None or made.fixed or len(made.names) < 2:
            cursor.executemany(made.text, list(map(made.arguments, rows)))
        else:
            cursor.executemany(made.text, list(map(itemgetter(*made.names), rows)))
        cursor.close()

    def _make(self, connection: sa.Connection, lists: Mapping[str, list[object]]) -> _Made:
        key = (connection.dialect.name, *map(len, lists.values()))
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._compile(connection, lists)
        return made

    def _compile(self, connection: sa.Connection, lists: Mapping[str, list[object]]) -> _Made:
        statement: Any = self.statement
        compiled = statement.compile(dialect=connection.dialect, column_keys=self._columns)
        open_ = {name: None for bind, name in compiled.bind_names.items() if bind.required}
        state = compiled.construct_expanded_state({**open_, **lists}, escape_names=False)
        asked = {f"{name}_{n}" for name, many in lists.items() for n in range(1, len(many) + 1)}
        fixed = {
            name: value
            for name, value in state.parameters.items()
            if value is not None and name not in asked
        }
        names = state.positiontup
        made = _Made(state.statement, None if names is None else tuple(names), fixed)
        if not any(bind.expanding for bind in compiled.bind_names):
            self._plain[connection.dialect.name] = made
        return made


def _taken_apart(values: _Values, lists: Mapping[str, list[object]]) -> _Values:
    """With a name for each item of a list."""
    plain = {name: value for name, value in values.items() if name not in lists}
    return plain | {
        f"{name}_{n}": item for name, many in lists.items() for n, item in enumerate(many, 1)
    }
