-- Frozen: a later shape is a later file.

-- What was erased on this laptop, by id alone: an old file must not bring it back.
CREATE TABLE erased (
    school INTEGER NOT NULL REFERENCES school (id),
    record TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school, record)
) STRICT, WITHOUT ROWID;

-- Each time a file came in: from where, the backup made just before, and which changes came, [[writer, first, last], …].
CREATE TABLE arrival (
    id INTEGER PRIMARY KEY,
    school INTEGER NOT NULL REFERENCES school (id),
    at INTEGER NOT NULL,
    file TEXT NOT NULL,
    backup TEXT NOT NULL,
    came TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;
