"""The migrations as they were released, and the tables, indexes and nothing else that a store of each version has."""

import pkgutil
import sqlite3
from functools import cache

from fosdesk.store.sqlite_dialect import APPLICATION_ID, SchemaRow, kind_and_version, schema_after, schema_rows

MIGRATIONS = {  # the number of a step, and its frozen SQL
    1: "migrations/0001.sql",
    2: "migrations/0002.sql",
    3: "migrations/0003.sql",
}


@cache
def frozen(place: str) -> str:
    """The SQL of one migration, as it was released."""
    sql = pkgutil.get_data("fosdesk.store", place)
    assert sql is not None
    return sql.decode()


@cache
def _schema_of_version(version: int) -> frozenset[SchemaRow]:
    return schema_after(tuple(frozen(MIGRATIONS[number]) for number in range(1, version + 1)))


def has_our_schema(connection: sqlite3.Connection) -> bool:
    """Whether a file is a store of any version up to now, with exactly our tables, indexes and nothing else."""
    kind, version = kind_and_version(connection)
    if kind != APPLICATION_ID or not isinstance(version, int) or not 1 <= version <= max(MIGRATIONS):
        return False
    return schema_rows(connection) == _schema_of_version(version)
