-- Times are INTEGER ticks (100 ns since 0001-01-01 UTC); where a document keeps an offset from UTC, the column
-- after it holds that offset in minutes. Columns named doc, entities, duplicate, story and stages hold JSON.

CREATE TABLE revisions (
    article_id          TEXT NOT NULL,
    revision            INTEGER NOT NULL,
    submission_id       TEXT NOT NULL,
    received_at         INTEGER NOT NULL,
    announced_at        INTEGER,
    announced_at_offset INTEGER,
    announced_for       TEXT,
    superseded          INTEGER NOT NULL DEFAULT 0,
    claim_owner         TEXT,
    claim_until         INTEGER,
    stages              TEXT NOT NULL,
    entities            TEXT,
    duplicate           TEXT,
    story               TEXT,
    doc                 TEXT NOT NULL,
    PRIMARY KEY (article_id, revision)
);
CREATE INDEX revisions_by_submission ON revisions (article_id, submission_id, revision);
CREATE INDEX revisions_announced ON revisions (article_id, revision) WHERE announced_at IS NOT NULL;
CREATE INDEX revisions_open ON revisions (received_at, article_id, revision) WHERE announced_at IS NULL AND superseded = 0;

-- The latest announced revision of each article: what listings and searches go through.
CREATE TABLE listing (
    listing_id  INTEGER PRIMARY KEY,
    article_id  TEXT NOT NULL UNIQUE,
    revision    INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    source      TEXT,
    story_id    TEXT,
    duplicate   TEXT
);
CREATE INDEX listing_by_time ON listing (received_at, article_id);
CREATE INDEX listing_by_source ON listing (source, received_at, article_id);
CREATE INDEX listing_by_story ON listing (story_id, received_at, article_id);
CREATE INDEX listing_by_duplicate ON listing (duplicate, received_at, article_id);

-- Words of title and text; holds the index alone, not the words' text.
CREATE VIRTUAL TABLE listing_words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE listing_entities (
    name_key   TEXT NOT NULL,
    listing_id INTEGER NOT NULL,
    type       TEXT NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (name_key, listing_id, type, name)
) WITHOUT ROWID;
CREATE INDEX listing_entities_by_listing ON listing_entities (listing_id);

-- Articles by entity, counted as they are listed: counting on demand would read every article's entities.
CREATE TABLE entity_counts (
    type     TEXT NOT NULL,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (type, name)
) WITHOUT ROWID;
CREATE INDEX entity_counts_most ON entity_counts (articles DESC, name, type);
CREATE INDEX entity_counts_by_prefix ON entity_counts (name_key, type);

CREATE TRIGGER listing_entities_added AFTER INSERT ON listing_entities BEGIN
    INSERT INTO entity_counts (type, name, name_key, articles) VALUES (new.type, new.name, new.name_key, 1)
    ON CONFLICT (type, name) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER listing_entities_removed AFTER DELETE ON listing_entities BEGIN
    UPDATE entity_counts SET articles = articles - 1 WHERE type = old.type AND name = old.name;
    DELETE FROM entity_counts WHERE type = old.type AND name = old.name AND articles <= 0;
END;

CREATE TABLE submissions (
    submission_id      TEXT NOT NULL PRIMARY KEY,
    message_key        TEXT NOT NULL,
    generated_id       INTEGER NOT NULL,
    body_sha256        TEXT NOT NULL,
    url                TEXT,
    received_at        INTEGER NOT NULL,
    received_at_offset INTEGER NOT NULL,
    article_id         TEXT,
    raw_id             TEXT,
    revision           INTEGER,
    status             TEXT NOT NULL,
    stage              TEXT,
    reason             TEXT,
    detail             TEXT,
    finished_at        INTEGER,
    finished_at_offset INTEGER,
    trace_id           TEXT NOT NULL
);
CREATE INDEX submissions_by_status ON submissions (status);
CREATE INDEX submissions_pending ON submissions (received_at, submission_id) WHERE status = 'pending';
CREATE INDEX submissions_pending_by_body ON submissions (body_sha256, received_at, submission_id)
    WHERE status = 'pending' AND generated_id = 1;

CREATE TABLE raw_pages (
    raw_id   TEXT NOT NULL PRIMARY KEY,
    revision INTEGER,
    doc      TEXT NOT NULL,
    content  BLOB NOT NULL
);

CREATE TABLE rejections (
    rejection_id TEXT NOT NULL PRIMARY KEY,
    received_at  INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    doc          TEXT NOT NULL,
    body         BLOB
);
CREATE INDEX rejections_by_time ON rejections (received_at, rejection_id);
CREATE INDEX rejections_by_reason ON rejections (reason);

CREATE TABLE signatures (
    signature_id         INTEGER PRIMARY KEY,
    article_id           TEXT NOT NULL UNIQUE,
    revision             INTEGER NOT NULL,
    received_at          INTEGER NOT NULL,
    received_at_offset   INTEGER NOT NULL,
    published_at         INTEGER,
    published_at_offset  INTEGER,
    source               TEXT,
    signature_version    INTEGER NOT NULL,
    bands                TEXT NOT NULL,
    cluster_id           TEXT,
    duplicate_of         TEXT,
    similarity           REAL,
    status               TEXT,
    signature            BLOB NOT NULL
);
CREATE INDEX signatures_by_time ON signatures (received_at);
CREATE INDEX signatures_by_cluster ON signatures (cluster_id, received_at, article_id) WHERE cluster_id IS NOT NULL;

-- One row a band of a signature; kept by the triggers below in the statement that writes the signature.
CREATE TABLE bands (
    band         INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    signature_id INTEGER NOT NULL,
    PRIMARY KEY (band, received_at, signature_id)
) WITHOUT ROWID;

CREATE TRIGGER signatures_added AFTER INSERT ON signatures BEGIN
    INSERT INTO bands (band, received_at, signature_id)
    SELECT DISTINCT value, new.received_at, new.signature_id FROM json_each(new.bands);
END;
CREATE TRIGGER signatures_replaced AFTER UPDATE OF revision ON signatures BEGIN
    DELETE FROM bands WHERE band IN (SELECT value FROM json_each(old.bands))
        AND received_at = old.received_at AND signature_id = old.signature_id;
    INSERT INTO bands (band, received_at, signature_id)
    SELECT DISTINCT value, new.received_at, new.signature_id FROM json_each(new.bands);
END;
CREATE TRIGGER signatures_removed AFTER DELETE ON signatures BEGIN
    DELETE FROM bands WHERE band IN (SELECT value FROM json_each(old.bands))
        AND received_at = old.received_at AND signature_id = old.signature_id;
END;

CREATE TABLE stories (
    story_id    TEXT NOT NULL PRIMARY KEY,
    version     INTEGER NOT NULL,
    last_at     INTEGER NOT NULL,
    merged_into TEXT,
    terms       TEXT NOT NULL,
    article_ids TEXT NOT NULL,
    doc         TEXT NOT NULL,
    state       BLOB NOT NULL
);
CREATE INDEX stories_by_time ON stories (last_at, story_id) WHERE merged_into IS NULL;

CREATE TABLE story_terms (
    term     INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    story_id TEXT NOT NULL,
    PRIMARY KEY (term, last_at, story_id)
) WITHOUT ROWID;

CREATE TABLE story_members (
    article_id TEXT NOT NULL,
    story_id   TEXT NOT NULL,
    PRIMARY KEY (article_id, story_id)
) WITHOUT ROWID;

-- A story that went into another one is found by its id alone: it keeps neither terms nor members here.
CREATE TRIGGER stories_added AFTER INSERT ON stories WHEN new.merged_into IS NULL BEGIN
    INSERT INTO story_terms (term, last_at, story_id)
    SELECT DISTINCT value, new.last_at, new.story_id FROM json_each(new.terms);
    INSERT INTO story_members (article_id, story_id)
    SELECT DISTINCT value, new.story_id FROM json_each(new.article_ids);
END;
CREATE TRIGGER stories_replaced AFTER UPDATE ON stories BEGIN
    DELETE FROM story_terms WHERE term IN (SELECT value FROM json_each(old.terms))
        AND last_at = old.last_at AND story_id = old.story_id;
    DELETE FROM story_members WHERE article_id IN (SELECT value FROM json_each(old.article_ids))
        AND story_id = old.story_id;
    INSERT INTO story_terms (term, last_at, story_id)
    SELECT DISTINCT value, new.last_at, new.story_id FROM json_each(new.terms) WHERE new.merged_into IS NULL;
    INSERT INTO story_members (article_id, story_id)
    SELECT DISTINCT value, new.story_id FROM json_each(new.article_ids) WHERE new.merged_into IS NULL;
END;
