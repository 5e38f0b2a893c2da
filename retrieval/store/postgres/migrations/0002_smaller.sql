-- Vectors of two bytes a number, which is what they are rounded to; postings as bytes, of which BM25
-- is made by who asks. Token vectors are coded otherwise from here on, too: no index of before can be
-- asked by a program that takes this step, so all are emptied, and `verbatim index` makes the next.
UPDATE state SET build = NULL, gone_back_at = NULL, gone_back_by = NULL;
DELETE FROM builds;
DELETE FROM documents;
TRUNCATE sentences, tokens, postings;

DO $$
DECLARE graph text;
BEGIN
    FOR graph IN
        SELECT indexname FROM pg_indexes
        WHERE schemaname = current_schema() AND indexname LIKE 'sentences\_near\_%'
    LOOP
        EXECUTE format('DROP INDEX %I', graph);
    END LOOP;
END
$$;
ALTER TABLE sentences ALTER COLUMN vector TYPE halfvec USING vector::halfvec;

-- Of each sentence two bytes, the least significant first: how many words it has with its neighbours,
-- and 2¹⁵ where it is a hit. It counts among what `checksum` is of, as the last.
ALTER TABLE documents ADD COLUMN counted bytea NOT NULL;

-- Of each sentence that uses the term six bytes, the least significant first: four for its place,
-- counted from the document's first one, two for how often.
ALTER TABLE postings
    DROP COLUMN is_hit, DROP COLUMN used, DROP COLUMN places, DROP COLUMN times,
    DROP COLUMN lengths, ADD COLUMN uses bytea NOT NULL, ADD PRIMARY KEY (term, document);
