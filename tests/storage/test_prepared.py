"""A prepared statement does what SQLAlchemy does with the same statement."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.storage.prepared import Prepared

_metadata = sa.MetaData()
_table = sa.Table(
    "line",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("text", sa.String),
    sa.Column("body", sa.LargeBinary),
    sa.Column("flag", sa.Boolean),
)
_IDS = sa.bindparam("ids", expanding=True)


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


@pytest.mark.parametrize("count", [1, 2, 1000])
def test_any_number_of_rows_arrives_as_it_was(connection, count):
    Prepared(sa.insert(_table)).write_many(connection, lines(count))
    stored = connection.execute(sa.select(_table).order_by(_table.c.id)).mappings()
    assert [dict(row) for row in stored] == lines(count)


def test_a_later_row_replaces_an_earlier_one(connection):
    put = Prepared(sa.insert(_table).prefix_with("OR REPLACE"))
    put.write_many(connection, lines(60))
    put.write_many(connection, [{**row, "text": "Budi"} for row in lines(60)])
    assert set(connection.scalars(sa.select(_table.c.text))) == {"Budi"}


def test_a_statement_in_words_takes_what_it_names(connection):
    put = Prepared(sa.text("INSERT INTO line (text, id) VALUES (:text, :id)"))
    put.write_many(connection, lines(20))
    stored = connection.execute(sa.select(_table.c.id, _table.c.text).order_by(_table.c.id)).all()
    assert [tuple(row) for row in stored] == [(row["id"], row["text"]) for row in lines(20)]
    assert connection.scalar(sa.select(sa.func.count(_table.c.body))) == 0


def test_a_list_may_have_another_length_each_time(connection):
    Prepared(sa.insert(_table)).write_many(connection, lines(20))
    query = sa.select(_table.c.id).where(_table.c.id.in_(_IDS), _table.c.text != "Siti 2")
    asked = Prepared(query)
    for ids in ([1], [1, 2, 4], [], [5], [1, 2, 4, 400], list(range(20))):
        expected = connection.execute(query, {"ids": ids}).all()
        assert sorted(asked.rows(connection, {"ids": ids})) == sorted(map(tuple, expected))


def test_what_the_statement_says_itself_need_not_be_given(connection):
    Prepared(sa.insert(_table)).write_many(connection, lines(20))
    change = Prepared(
        sa.update(_table)
        .where(_table.c.id > sa.bindparam("least"), _table.c.flag == 1)
        .values(text="Budi", body=sa.bindparam("bytes"))
    )
    assert change.write(connection, {"least": 10, "bytes": None}) == 5
    found = Prepared(sa.select(sa.func.count()).where(_table.c.text == "Budi"))
    assert found.value(connection) == 5


def test_nothing_found_is_no_value(connection):
    assert Prepared(sa.select(_table.c.text)).value(connection) is None


def test_nothing_stays_of_what_is_taken_back():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        _metadata.create_all(connection)
        connection.commit()
        connection.execute(sa.select(_table))
        Prepared(sa.insert(_table)).write_many(connection, lines(3))
        connection.rollback()
        assert connection.scalar(sa.select(sa.func.count()).select_from(_table)) == 0
    engine.dispose()
