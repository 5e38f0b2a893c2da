"""README's "What is kept" names all that the store has: whatever is added has to be said there."""

import re
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parents[1]
SAID = {
    "answers": {
        "id": "answer",
        "asked_at": "when",
        "door": "through which door it was asked",
        "asker": "Discord ids of person",
        "server": "server, channel and messages",
        "channel": "server, channel and messages",
        "private": "whether privately",
        "conversation": "in which conversation",
        "parent": "after which answer",
        "document": "the document that it was narrowed to",
        "question_message": "server, channel and messages",
        "answer_message": "server, channel and messages",
        "question": "question, answer",
        "answered": "what became of it as a gap",
        "answer": "question, answer",
        "seconds": "how many seconds it took",
        "dropped": "in which conversation",
        "shared": "whether it was shared",
        "closed": "what became of it as a gap",
        "taught": "That a question was answered from `/gaps` is a mark on it",
    },
    "votes": {
        "answer": "votes",
        "voter": "all of a person's rows",
        "vote": "votes with their reasons",
        "reason": "votes with their reasons",
        "voted_at": "their time",
        "passage": "the passage they are about",
        "decisive": "whether a moderator cast them",
    },
    "servers": {"bot": "in a database with the bot's", "server": "the server's id"},
    "changes": {
        "build": "brought a state of the index about",
        "person": "the Discord ids of those who brought a state",
        "changed_at": "until the next such change",
    },
    "counts": {
        "day": "The day's counts of a server",
        "server": "no id but the server's",
        "name": "questions, shown answers, seconds, votes, gaps closed",
        "number": "The day's counts of a server",
    },
    "notes": {"name": "that it was greeted", "value": "the week that it was last told of"},
}
NOTES = {
    'f"welcome/{': "that it was greeted",
    'f"missing/{': "which of its channels lacked a permission",
    'f"digest/{': "the week that it was last told of",
    # Nobody's: which commands Discord was told of, and that deleted text is still to be erased.
    'f"commands/{': "",
    'DUE = "': "",
}


def what_is_kept():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return readme.partition("**What is kept**")[2].partition("**Running it:**")[0]


SHARED = {
    "turns": {
        "kind": "for the limits",
        "key": "who asked and where is kept for a minute",
        "at": "for a minute",
    },
    # Nobody's: which steps the tables have gone through.
    "migrations": {"number": "", "at": ""},
}


async def test_every_column_of_the_store_is_told(store, where):
    if isinstance(where, Path):
        listed = (
            'SELECT t.name AS "of", c.name AS "column" FROM sqlite_schema AS t,'
            " pragma_table_info(t.name) AS c WHERE t.type = 'table'"
        )
        told = SAID
    else:
        listed = (
            'SELECT table_name AS "of", column_name AS "column" FROM information_schema.columns'
            " WHERE table_schema = current_schema()"
        )
        told = SAID | SHARED
    columns = {}
    for row in await store._all(listed):
        columns.setdefault(row["of"], set()).add(row["column"])
    assert columns == {table: set(said) for table, said in told.items()}
    phrases = {phrase for said in told.values() for phrase in said.values()}
    assert {phrase for phrase in phrases if phrase not in what_is_kept()} == set()


def test_every_kind_of_note_is_told():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py")]
    assert sum(len(re.findall(r"\.take_note\(", source)) for source in sources) == len(NOTES)
    for name, phrase in NOTES.items():
        assert any(name in source for source in sources), name
        assert phrase in what_is_kept()


def test_every_folder_beside_the_store_is_told():
    for name in ("`removed`", "`history`", "the index"):
        assert name in what_is_kept()
