"""Many rows are written as SQLAlchemy writes a few."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.storage.bulk import write_many

_metadata = sa.MetaData()
_table = sa.Table(
    "line",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("text", sa.String),
    sa.Column("body", sa.LargeBinary),
    sa.Column("flag", sa.Boolean),
)


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as made:
        _metadata.create_all(made)
        yield made
    engine.dispose()


def lines(count):
    return [
        {"id": n, "text": f"Siti {n}" if n % 3 else None, "body": bytes([n % 256]), "flag": n % 2}
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, 50, 51, 1000])
def test_any_number_of_rows_arrives_as_it_was(connection, count):
    write_many(connection, sa.insert(_table), lines(count))
    stored = connection.execute(sa.select(_table).order_by(_table.c.id)).mappings()
    assert [dict(row) for row in stored] == lines(count)


def test_a_later_row_replaces_an_earlier_one(connection):
    put = sa.insert(_table).prefix_with("OR REPLACE")
    write_many(connection, put, lines(60))
    write_many(connection, put, [{**row, "text": "Budi"} for row in lines(60)])
    assert set(connection.scalars(sa.select(_table.c.text))) == {"Budi"}


@pytest.mark.parametrize("count", [2, 200])
def test_a_statement_in_words_takes_what_it_names(connection, count):
    statement = sa.text("INSERT INTO line (text, id) VALUES (:text, :id)")
    write_many(connection, statement, lines(count))
    stored = connection.execute(sa.select(_table.c.id, _table.c.text).order_by(_table.c.id)).all()
    assert [tuple(row) for row in stored] == [(row["id"], row["text"]) for row in lines(count)]
    assert connection.scalar(sa.select(sa.func.count(_table.c.body))) == 0
