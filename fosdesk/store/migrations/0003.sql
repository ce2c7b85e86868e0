-- Frozen: a later shape is a later file.

-- Numbers that only grow. «writer» is the greatest number that a writer of this file was ever given: no number is given
-- twice, because an arrival, a redacted value or a step may still name a writer that is gone. «arrival» is the last
-- arrival noted before this was so: up to it, what came may name a writer that got its number later.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counter VALUES ('arrival', (SELECT coalesce(max(id), 0) FROM arrival));

INSERT INTO counter VALUES ('writer', (SELECT max(
    (SELECT coalesce(max(id), 0) FROM writer),
    (SELECT coalesce(max(writer), 0) FROM change),
    (SELECT coalesce(max(writer), 0) FROM redacted),
    (SELECT coalesce(max(writer), 0) FROM step),
    (SELECT coalesce(max(undoes_writer), 0) FROM step),
    (SELECT coalesce(max(json_extract(restored.value, '$[1]')), 0) FROM step,
        json_each(CASE WHEN json_valid(restores) THEN restores ELSE '[]' END) AS restored WHERE restores <> '[]'),
    (SELECT coalesce(max(json_extract(span.value, '$[0]')), 0) FROM arrival,
        json_each(CASE WHEN json_valid(came) THEN came ELSE '[]' END) AS span)
)));
