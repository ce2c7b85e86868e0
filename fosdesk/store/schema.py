"""The tables for SQLAlchemy Core and every statement that writes; the tables are created by the SQL in migrations/."""

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
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.pool import StaticPool

from fosdesk.store.sqlite_dialect import BEGIN_WRITING

# Milliseconds, orders and checksums need 64 bits, which other databases give only where they are asked for.
_tables = MetaData()
school = Table(
    "school",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("school", Text),
    Column("own", Integer),
    Column("added", BigInteger),
)
writer = Table(
    "writer",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("uid", Text),
    Column("school", Integer),
    Column("role", Text),
    Column("app", Text),
    Column("opened", BigInteger),
)
change = Table(
    "change",
    _tables,
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("lamport", BigInteger),
    Column("at", BigInteger),
    Column("step", Integer),
    Column("record", Text),
    Column("field", Text),
    Column("value", Text),
    Column("replaces", Text),
    Column("live", Integer),
    Column("blanked", Integer),
    Column("checksum", BigInteger),
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
    Column("at", BigInteger),
)
redacted = Table(
    "redacted",
    _tables,
    Column("writer", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger),
)
kept = Table(
    "kept",
    _tables,
    Column("school", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, primary_key=True),
    Column("at", BigInteger),
)
arrival = Table(
    "arrival",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("school", Integer),
    Column("at", BigInteger),
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

# -- schools and writers

ADD_SCHOOL = insert(school)
SET_ASIDE = update(school).where(school.c.id == bindparam("of_school")).values(own=0)
TAKE_UP = update(school).where(school.c.id == bindparam("of_school")).values(own=1)
_writers_of_school = select(writer.c.id).where(writer.c.school == bindparam("of_school"))
REMOVE_SCHOOL = (
    *(delete(table).where(table.c.writer.in_(_writers_of_school)) for table in (step, redacted, change)),
    *(delete(table).where(table.c.school == bindparam("of_school")) for table in (erased, kept, arrival, writer)),
    delete(school).where(school.c.id == bindparam("of_school")),
)
ADD_WRITER = insert(writer)
REMOVE_WRITER = delete(writer).where(writer.c.id == bindparam("of_writer"))
SET_COUNTER = update(counter).where(counter.c.name == bindparam("of_name")).values(value=bindparam("to"))

ADD_COUNTER = insert(counter)
REMOVE_COUNTER = delete(counter).where(counter.c.name == bindparam("of_name"))

# -- changes and steps

_this_change = (change.c.writer == bindparam("of_writer"), change.c.number == bindparam("of_number"))
ADD_CHANGE = insert(change)
REPLACE = update(change).where(*_this_change).values(live=0)
REVIVE = update(change).where(*_this_change).values(live=1)
FILL = update(change).where(*_this_change).values(value=bindparam("to"), blanked=0, checksum=bindparam("sum"))
BLANK = update(change).where(*_this_change).values(value="null", blanked=1, checksum=bindparam("sum"))
REMOVE_CHANGES = delete(change).where(
    change.c.writer == bindparam("of_writer"), change.c.number.between(bindparam("first"), bindparam("last"))
)
ADD_STEP = insert(step)
REMOVE_STEP = delete(step).where(step.c.writer == bindparam("of_writer"), step.c.step == bindparam("of_step"))
REMOVE_STEPS = delete(step).where(step.c.writer == bindparam("of_writer"))

# -- what was erased and decided, and files that came

ADD_ERASED = insert(erased)
ADD_REDACTED = insert(redacted)
SET_REDACTED = (
    update(redacted)
    .where(redacted.c.writer == bindparam("of_writer"), redacted.c.number == bindparam("of_number"))
    .values(writer=bindparam("to_writer"), number=bindparam("to_number"))
)
ADD_KEPT = insert(kept)
ADD_ARRIVAL = insert(arrival)
_this_arrival = arrival.c.id == bindparam("of_arrival")
MARK_ARRIVAL = update(arrival).where(_this_arrival).values(taken_back=bindparam("to"))
FORGET_FILE = update(arrival).where(_this_arrival).values(file="")

# The same statement as the driver takes it, with the columns of a row in their order: a hundred thousand rows as
# dictionaries through SQLAlchemy would take as long again as SQLite itself.
ADD_CHANGES = str(ADD_CHANGE.compile(dialect=dialect()))


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine on one existing connection; each transaction begins by taking the write lock.

    Disposing of the engine closes the connection.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(sql: Connection) -> None:
        sql.exec_driver_sql(BEGIN_WRITING)

    return engine
