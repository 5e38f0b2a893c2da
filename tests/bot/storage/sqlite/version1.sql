BEGIN TRANSACTION;
CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    asked_at REAL NOT NULL,
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER,
    channel_id INTEGER NOT NULL,
    private INTEGER NOT NULL,
    scope TEXT NOT NULL,
    parent TEXT,
    document TEXT,
    question_message INTEGER,
    answer_message INTEGER,
    question TEXT NOT NULL,
    answered INTEGER NOT NULL,
    answer TEXT NOT NULL,
    seconds REAL NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "answers" VALUES('firstanswr',1795176000.0,'slash',7,70,700,0,'70/700/7',NULL,NULL,NULL,901,'What does the lamp burn?',1,'{"question":"What does the lamp burn?","answered":true,"confidence":{"probability":0.91,"level":"High"},"passages":[{"citation":{"path":"manual.md","title":"Manual","headings":["Care"],"first_line":3,"last_line":3,"page":4},"text":"The lamp burns whale oil. Trim the wick.","start":10,"end":50,"highlights":[{"start":10,"end":35}],"score":1.5,"also_in":[{"path":"copy.md","title":"Copy","headings":["Care"],"first_line":3,"last_line":3,"page":null}]}],"more":[{"citation":{"path":"manual.md","title":"Manual","headings":["Care"],"first_line":3,"last_line":3,"page":null},"text":"The lamp burns whale oil. Trim the wick.","start":10,"end":50,"highlights":[{"start":10,"end":35}],"score":1.5,"also_in":[]}],"build_id":"20261101T000000-abc","understood_as":"What does the lamp burn? (lighthouse)","choices":[],"suggestions":["Who trims the wick?"]}',0.125,0);
INSERT INTO "answers" VALUES('secondansw',1795176060.0,'mention',7,70,700,0,'70/700/7','firstanswr','manual.md',800,902,'Which lamp?',1,'{"question":"Which lamp?","answered":false,"confidence":{"probability":0.2,"level":"Low"},"passages":[],"more":[],"build_id":"20261101T000000-abc","understood_as":null,"choices":[{"label":"The large lamp","question":"Which is the large lamp?"}],"suggestions":[]}',0.125,0);
INSERT INTO "answers" VALUES('thirdanswr',1795176120.0,'message',8,NULL,701,1,'direct/701/8/private',NULL,NULL,NULL,NULL,'Is there a mayor?',0,'{"question":"Is there a mayor?","answered":false,"confidence":{"probability":0.05,"level":"Low"},"passages":[],"more":[],"build_id":"20261101T000000-abc","understood_as":null,"choices":[],"suggestions":[]}',0.25,1);
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "notes" VALUES('commands/1','abc');
CREATE TABLE votes (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    vote INTEGER NOT NULL,
    reason TEXT NOT NULL,
    voted_at REAL NOT NULL,
    PRIMARY KEY (answer, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "votes" VALUES('firstanswr',7,1,'',1795176000.0);
INSERT INTO "votes" VALUES('firstanswr',8,-1,'it''s gas now',1795176000.0);
CREATE INDEX answers_by_age ON answers (asked_at);
CREATE INDEX answers_by_scope ON answers (scope, asked_at);
CREATE INDEX answers_by_user ON answers (user_id);
CREATE INDEX answers_by_question ON answers (question_message) WHERE question_message IS NOT NULL;
CREATE INDEX answers_by_message ON answers (answer_message) WHERE answer_message IS NOT NULL;
CREATE INDEX misses ON answers (guild_id, asked_at) WHERE NOT answered;
CREATE INDEX votes_by_user ON votes (user_id);
PRAGMA user_version = 1;
COMMIT;
