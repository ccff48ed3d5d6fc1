-- Outdated signatures are read page by page, each after the last article of the one before.
DROP INDEX signatures_by_version;
CREATE INDEX signatures_by_version ON signatures (signature_version, article_id);
