"""How the answer store's tables came to be, one numbered step after the other.

A new database goes through all the steps, an older one through those that it lacks. A step that
was published is never changed: what has to be different is another step.
"""

import aiosqlite

__all__ = ["VERSION", "migrate"]

_FIRST_TABLES = (
    """CREATE TABLE answers (
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
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX answers_by_age ON answers (asked_at)",
    "CREATE INDEX answers_by_scope ON answers (scope, asked_at)",
    "CREATE INDEX answers_by_user ON answers (user_id)",
    "CREATE INDEX answers_by_question ON answers (question_message)"
    " WHERE question_message IS NOT NULL",
    "CREATE INDEX answers_by_message ON answers (answer_message) WHERE answer_message IS NOT NULL",
    "CREATE INDEX misses ON answers (guild_id, asked_at) WHERE NOT answered",
    """CREATE TABLE votes (
        answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
        user_id INTEGER NOT NULL,
        vote INTEGER NOT NULL,
        reason TEXT NOT NULL,
        voted_at REAL NOT NULL,
        PRIMARY KEY (answer, user_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX votes_by_user ON votes (user_id)",
    "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

# A column's new name is taken over by the indexes on it; an index itself can't be renamed.
_NAMES_OF_NO_DOOR = (
    "ALTER TABLE answers RENAME COLUMN user_id TO asker",
    "ALTER TABLE answers RENAME COLUMN guild_id TO server",
    "ALTER TABLE answers RENAME COLUMN channel_id TO channel",
    "ALTER TABLE answers RENAME COLUMN scope TO conversation",
    "ALTER TABLE answers RENAME COLUMN forgotten TO dropped",
    "ALTER TABLE votes RENAME COLUMN user_id TO voter",
    "DROP INDEX answers_by_scope",
    "DROP INDEX answers_by_user",
    "DROP INDEX votes_by_user",
    "CREATE INDEX answers_by_conversation ON answers (conversation, asked_at)",
    "CREATE INDEX answers_by_asker ON answers (asker)",
    "CREATE INDEX votes_by_voter ON votes (voter)",
)

# Messages reach the bot only from servers that it is in; commands do from everywhere.
_SERVERS_AND_SHARES = (
    "ALTER TABLE answers ADD COLUMN shared INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE servers (server INTEGER PRIMARY KEY) STRICT",
    "INSERT INTO servers SELECT DISTINCT server FROM answers"
    " WHERE server IS NOT NULL AND door IN ('mention', 'message', 'auto')",
)

_WHO_CHANGED_DOCUMENTS = (
    """CREATE TABLE changes (
        build TEXT NOT NULL,
        person INTEGER NOT NULL,
        changed_at REAL NOT NULL,
        PRIMARY KEY (build, person)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX changes_by_person ON changes (person)",
)

# What is stored is counted as far as its columns tell: small talk and what may be it as answered.
_COUNTS = (
    "ALTER TABLE answers ADD COLUMN closed INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE counts (
        day INTEGER NOT NULL,
        server INTEGER NOT NULL,
        name TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (day, server, name)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO counts SELECT CAST(asked_at / 86400 AS INTEGER), coalesce(server, 0),"
    " iif(answered, 'answer', 'none'), count(*) FROM answers"
    " WHERE conversation NOT LIKE '%/shared' GROUP BY 1, 2, 3",
    "INSERT INTO counts SELECT CAST(asked_at / 86400 AS INTEGER), coalesce(server, 0),"
    " CASE WHEN seconds <= 0.05 THEN 'took 0.05' WHEN seconds <= 0.1 THEN 'took 0.1'"
    " WHEN seconds <= 0.2 THEN 'took 0.2' WHEN seconds <= 0.5 THEN 'took 0.5'"
    " WHEN seconds <= 1 THEN 'took 1' WHEN seconds <= 2 THEN 'took 2'"
    " WHEN seconds <= 5 THEN 'took 5' WHEN seconds <= 10 THEN 'took 10'"
    " WHEN seconds <= 30 THEN 'took 30' WHEN seconds <= 60 THEN 'took 60'"
    " ELSE 'took longer' END, count(*) FROM answers"
    " WHERE conversation NOT LIKE '%/shared' GROUP BY 1, 2, 3",
    "INSERT INTO counts SELECT CAST(voted_at / 86400 AS INTEGER), coalesce(server, 0),"
    " iif(vote > 0, 'up', 'down'), count(*)"
    " FROM votes JOIN answers ON answers.id = votes.answer GROUP BY 1, 2, 3",
)

_ANSWERED_GAPS = ("ALTER TABLE answers ADD COLUMN taught INTEGER NOT NULL DEFAULT 0",)

# What was voted on is kept with the vote; of earlier votes it isn't known who moderated.
_WHAT_WAS_VOTED_ON = (
    "ALTER TABLE votes ADD COLUMN passage TEXT",
    "ALTER TABLE votes ADD COLUMN decisive INTEGER NOT NULL DEFAULT 0",
)

# A file is one bot's, which is 0 here; in a database that several share each has its id.
_SERVERS_OF_BOTS = (
    "ALTER TABLE servers RENAME TO servers_before",
    """CREATE TABLE servers (
        bot INTEGER NOT NULL,
        server INTEGER NOT NULL,
        PRIMARY KEY (bot, server)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO servers SELECT 0, server FROM servers_before",
    "DROP TABLE servers_before",
    "UPDATE notes SET name = name || '/' WHERE name LIKE 'welcome/%'",
)

_STEPS = (
    _FIRST_TABLES,
    _NAMES_OF_NO_DOOR,
    _SERVERS_AND_SHARES,
    _WHO_CHANGED_DOCUMENTS,
    _COUNTS,
    _ANSWERED_GAPS,
    _WHAT_WAS_VOTED_ON,
    _SERVERS_OF_BOTS,
)

VERSION = len(_STEPS)
"""The version of the tables that this version of Verbatim works with; ``PRAGMA user_version``."""


async def migrate(connection: aiosqlite.Connection) -> int:
    """Bring the tables up to date, each step in a transaction of its own.

    Returns the version found before, 0 for a new database; one newer than `VERSION` is left alone.
    """
    found = await _version(connection)
    for number, statements in enumerate(_STEPS[found:], start=found + 1):
        await connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken the step while this one waited for the lock.
            if await _version(connection) < number:
                for statement in statements:
                    await connection.execute(statement)
                await connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            await connection.execute("ROLLBACK")
            raise
        await connection.execute("COMMIT")
    return found


async def _version(connection: aiosqlite.Connection) -> int:
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return 0 if row is None else int(row[0])
