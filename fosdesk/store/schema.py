"""The tables as SQLAlchemy sees them, and the statements that write; the frozen SQL of migrations/ makes them."""

import sqlite3

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    create_engine,
    event,
    insert,
    update,
)
from sqlalchemy.pool import StaticPool

_tables = MetaData()
school = Table(
    "school",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("school", Text),
    Column("own", Integer),
    Column("added", Integer),
)
writer = Table(
    "writer",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("uid", Text),
    Column("school", Integer),
    Column("role", Text),
    Column("app", Text),
    Column("opened", Integer),
)
change = Table(
    "change",
    _tables,
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("lamport", Integer),
    Column("at", Integer),
    Column("step", Integer),
    Column("record", Text),
    Column("field", Text),
    Column("value", Text),
    Column("replaces", Text),
    Column("live", Integer),
    Column("blanked", Integer),
    Column("checksum", Integer),
)
step = Table(
    "step",
    _tables,
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("label", Text),
    Column("undoes_writer", Integer),
    Column("undoes_step", Integer),
    Column("restores", Text),
)
erased = Table(
    "erased",
    _tables,
    Column("school", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, primary_key=True),
    Column("at", Integer),
)
redacted = Table(
    "redacted",
    _tables,
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Integer),
)
kept = Table(
    "kept",
    _tables,
    Column("school", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, primary_key=True),
    Column("at", Integer),
)
arrival = Table(
    "arrival",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("school", Integer),
    Column("at", Integer),
    Column("file", Text),
    Column("backup", Text),
    Column("came", Text),
    Column("stood", Integer),
    Column("taken_back", Integer),
)

counter = Table(
    "counter",
    _tables,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger),
)

ADD_SCHOOL = insert(school)
ADD_WRITER = insert(writer)
ADD_CHANGE = insert(change)
ADD_STEP = insert(step)
ADD_ARRIVAL = insert(arrival)
REPLACE = (
    update(change)
    .where(change.c.writer == bindparam("of_writer"), change.c.number == bindparam("of_number"))
    .values(live=0)
)
SET_COUNTER = update(counter).where(counter.c.name == bindparam("of_name")).values(value=bindparam("to"))


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that uses the one connection there is; every transaction begins by asking for the right to write."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(sql: Connection) -> None:
        sql.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
