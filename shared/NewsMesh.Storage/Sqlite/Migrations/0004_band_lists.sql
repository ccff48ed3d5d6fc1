-- The bands of a signature in one row, 64-bit numbers with the high byte first. Look-ups go by an index of them in the memory of each
-- process, which reads this table on from the last entry that it has: entries are in the order of commits and never used twice.
CREATE TABLE band_lists (
    entry_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    signature_id INTEGER NOT NULL UNIQUE,
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

CREATE TRIGGER signatures_removed AFTER DELETE ON signatures BEGIN
    DELETE FROM band_lists WHERE signature_id = old.signature_id;
END;
