"""Writing very many rows with one statement."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

import sqlalchemy as sa

_FEW = 50


def write_many(
    connection: sa.Connection,
    statement: sa.Insert | sa.TextClause,
    rows: Sequence[Mapping[str, object]],
) -> None:
    """Run the statement for each row (at least one, all with the same keys).

    SQLAlchemy would look at every value of every row, which takes a quarter of the whole time of a
    merge. So values must be what the driver takes as they are: text, numbers, bytes, None.
    """
    compiled = None
    if len(rows) > _FEW:
        compiled = statement.compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = None if compiled is None else getattr(compiled, "positiontup", None)
    if names is None:  # few rows, or a database whose driver takes them by name
        connection.execute(statement, list(rows))
        return
    # itemgetter gives no tuple for a single name.
    pick = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
    connection.exec_driver_sql(str(compiled), list(map(pick, rows)))
