-- Frozen: a later shape is a later file. The store's user_version is the number of the last one applied.

CREATE TABLE school (
    id INTEGER PRIMARY KEY,
    school TEXT NOT NULL UNIQUE,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    added INTEGER NOT NULL
) STRICT;

-- One opening of one school on one laptop; `id` is local to this file, `uid` is the same everywhere.
CREATE TABLE writer (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    school INTEGER NOT NULL REFERENCES school (id),
    role TEXT NOT NULL,
    app TEXT NOT NULL,
    opened INTEGER NOT NULL
) STRICT;

CREATE INDEX writer_by_school ON writer (school, uid);

-- `value` is a JSON scalar; `replaces` is [[writer, number], …]; `live` is 1 until another change replaces this one.
CREATE TABLE change (
    writer INTEGER NOT NULL REFERENCES writer (id),
    number INTEGER NOT NULL CHECK (number > 0),
    lamport INTEGER NOT NULL,
    at INTEGER NOT NULL,
    step INTEGER NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    replaces TEXT NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    blanked INTEGER NOT NULL DEFAULT 0 CHECK (blanked IN (0, 1)),
    checksum INTEGER NOT NULL,
    PRIMARY KEY (writer, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_record ON change (record, live);

-- What was done on this laptop, for undo; it does not travel. `label` is a JSON list of keys; `restores` tells which
-- of an undo's changes brought back which earlier ones: [[number, writer, number], …].
CREATE TABLE step (
    writer INTEGER NOT NULL REFERENCES writer (id),
    step INTEGER NOT NULL,
    label TEXT NOT NULL,
    undoes_writer INTEGER,
    undoes_step INTEGER,
    restores TEXT NOT NULL,
    PRIMARY KEY (writer, step)
) STRICT, WITHOUT ROWID;
