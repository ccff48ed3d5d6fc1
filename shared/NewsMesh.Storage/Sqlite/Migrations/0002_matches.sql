-- The article that one follows into its cluster, and look-ups by signature version for indexing again.
ALTER TABLE signatures ADD COLUMN match_id TEXT;
CREATE INDEX signatures_by_version ON signatures (signature_version, signature_id);

-- Bands follow a signature that was replaced by one of a later version, as they follow a later revision's.
DROP TRIGGER signatures_replaced;
CREATE TRIGGER signatures_replaced AFTER UPDATE OF revision, signature_version ON signatures BEGIN
    DELETE FROM bands WHERE band IN (SELECT value FROM json_each(old.bands))
        AND received_at = old.received_at AND signature_id = old.signature_id;
    INSERT INTO bands (band, received_at, signature_id)
    SELECT DISTINCT value, new.received_at, new.signature_id FROM json_each(new.bands);
END;
