-- Frozen: a later shape is a later file.

-- What was erased on this laptop, by id alone: an old file must not bring it back.
CREATE TABLE erased (
    school INTEGER NOT NULL REFERENCES school (id),
    record TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school, record)
) STRICT, WITHOUT ROWID;

-- The same for single values, which are changes that the file already holds.
CREATE TABLE redacted (
    writer INTEGER NOT NULL REFERENCES writer (id),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (writer, number)
) STRICT, WITHOUT ROWID;

-- A colleague's wish to have a person erased that was answered with no on this laptop.
CREATE TABLE kept (
    school INTEGER NOT NULL REFERENCES school (id),
    record TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school, record)
) STRICT, WITHOUT ROWID;

-- `blanked` is 1 where the value was erased, here or in the copy from which the change came.
CREATE INDEX change_blanked ON change (record) WHERE blanked = 1;

-- Each time a file came in: from where, the backup made just before, which changes came, [[writer, first, last], …],
-- and how many the school had then, so that it shows whether anything was written since.
CREATE TABLE arrival (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    at INTEGER NOT NULL,
    file TEXT NOT NULL,
    backup TEXT NOT NULL,
    came TEXT NOT NULL,
    stood INTEGER NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;

-- What lies deleted, found without looking through all that is there.
CREATE INDEX change_gone ON change (record) WHERE live = 1 AND field = '' AND substr(value, 1, 2) = '"!';
