-- What a bot remembers, as the SQLite file has it. Times are seconds since 1970.
CREATE TABLE answers (
    id text PRIMARY KEY,
    asked_at double precision NOT NULL,
    door text NOT NULL,
    asker bigint NOT NULL,
    server bigint,
    channel bigint NOT NULL,
    private boolean NOT NULL,
    conversation text NOT NULL,
    parent text,
    document text,
    question_message bigint,
    answer_message bigint,
    question text NOT NULL,
    answered boolean NOT NULL,
    answer text NOT NULL,
    seconds double precision NOT NULL,
    dropped boolean NOT NULL DEFAULT false,
    shared boolean NOT NULL DEFAULT false,
    closed boolean NOT NULL DEFAULT false,
    taught boolean NOT NULL DEFAULT false
);
CREATE INDEX answers_by_age ON answers (asked_at);
CREATE INDEX answers_by_conversation ON answers (conversation, asked_at);
CREATE INDEX answers_by_asker ON answers (asker);
CREATE INDEX answers_by_question ON answers (question_message) WHERE question_message IS NOT NULL;
CREATE INDEX answers_by_message ON answers (answer_message) WHERE answer_message IS NOT NULL;
CREATE INDEX answers_by_server ON answers (server);
CREATE INDEX misses ON answers (server, asked_at) WHERE NOT answered;

CREATE TABLE votes (
    answer text NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    voter bigint NOT NULL,
    vote integer NOT NULL,
    reason text NOT NULL,
    voted_at double precision NOT NULL,
    passage text,
    decisive boolean NOT NULL DEFAULT false,
    PRIMARY KEY (answer, voter)
);
CREATE INDEX votes_by_voter ON votes (voter);

CREATE TABLE changes (
    build text NOT NULL,
    person bigint NOT NULL,
    changed_at double precision NOT NULL,
    PRIMARY KEY (build, person)
);
CREATE INDEX changes_by_person ON changes (person);

CREATE TABLE counts (
    day integer NOT NULL,
    server bigint NOT NULL,
    name text NOT NULL,
    number integer NOT NULL,
    PRIMARY KEY (day, server, name)
);

CREATE TABLE notes (name text PRIMARY KEY, value text NOT NULL);

-- Which bot is in which server.
CREATE TABLE servers (
    bot bigint NOT NULL,
    server bigint NOT NULL,
    PRIMARY KEY (bot, server)
);
CREATE INDEX servers_by_server ON servers (server);

-- Who asked, and where, in the last minute: for the limits. Not worth writing ahead, and so neither
-- in the log of the server nor in its standbys.
CREATE UNLOGGED TABLE turns (
    kind text NOT NULL,
    key bigint NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX turns_by_key ON turns (kind, key, at);
CREATE INDEX turns_by_age ON turns (at);

-- Counts a turn of each key, or of none where one has no turn left: then `taken` is the number of
-- that one, from 0 on, and `wait` says for how many seconds. The clock is the server's.
CREATE FUNCTION take_turns(
    kinds text[], keys bigint[], limits integer[], seconds double precision,
    OUT taken integer, OUT wait double precision
) LANGUAGE plpgsql AS $$
DECLARE
    since timestamptz;
    oldest timestamptz;
BEGIN
    -- One after the other where a key is the same. Everybody names them in the same order.
    FOR one IN 1 .. cardinality(keys) LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended('turn ' || kinds[one] || keys[one], 0));
    END LOOP;
    since := clock_timestamp() - make_interval(secs => seconds);
    FOR one IN 1 .. cardinality(keys) LOOP
        SELECT at INTO oldest FROM turns
        WHERE kind = kinds[one] AND key = keys[one] AND at > since
        ORDER BY at DESC OFFSET limits[one] - 1 LIMIT 1;
        IF FOUND THEN
            taken := one - 1;
            wait := extract(epoch FROM oldest - since);
            RETURN;
        END IF;
    END LOOP;
    INSERT INTO turns SELECT kinds[one], keys[one], clock_timestamp()
    FROM generate_series(1, cardinality(keys)) AS one;
    DELETE FROM turns WHERE ctid IN (
        SELECT ctid FROM turns WHERE at <= since LIMIT 100 FOR UPDATE SKIP LOCKED
    );
END
$$;
