-- The bands of a signature in one row, 64-bit numbers with the high byte first. Look-ups go by an index of them in the memory of each
-- process, which reads this table on from the last row that it has: ids are in the order of commits and never used twice. A signature
-- has the id of its list, and gets another one with each list.
CREATE TABLE band_lists (
    signature_id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at  INTEGER NOT NULL,
    bands        BLOB NOT NULL
);

INSERT INTO band_lists (signature_id, received_at, bands)
SELECT signature_id, received_at, coalesce(
    (SELECT unhex(group_concat(printf('%016x', value), '' ORDER BY key)) FROM json_each(signatures.bands)), x'')
FROM signatures ORDER BY signature_id;

DROP TRIGGER signatures_added;
DROP TRIGGER signatures_replaced;
DROP TRIGGER signatures_removed;
DROP TABLE bands;
ALTER TABLE signatures DROP COLUMN bands;

CREATE TRIGGER signatures_replaced AFTER UPDATE OF signature_id ON signatures BEGIN
    DELETE FROM band_lists WHERE signature_id = old.signature_id;
END;
CREATE TRIGGER signatures_removed AFTER DELETE ON signatures BEGIN
    DELETE FROM band_lists WHERE signature_id = old.signature_id;
END;
