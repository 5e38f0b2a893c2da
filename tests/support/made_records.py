"""Records, speech and messages, each in every format that can hold it."""

import email.message
import io
from collections.abc import Callable

RECORDS = (
    ("Name", "Phone", "Role"),
    ("Anna Berg", "555-0101", "Caretaker"),
    ("Omar Said", "555-0102", "Treasurer"),
    ("Lise Holt", "555-0103", "Gardener"),
)


def xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in RECORDS:
        book.active.append(row)
    return _saved(book.save)


def ods() -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="People")
    for row in RECORDS:
        line = TableRow()
        for words in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=words))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    return _saved(document.write)


def csv() -> bytes:
    return "\r\n".join(",".join(row) for row in RECORDS).encode()


def tsv() -> bytes:
    return "\n".join("\t".join(row) for row in RECORDS).encode()


def json() -> bytes:
    import json as library

    head, *rows = RECORDS
    return library.dumps([dict(zip(head, row, strict=True)) for row in rows]).encode()


def json_lines() -> bytes:
    import json as library

    head, *rows = RECORDS
    return "\n".join(library.dumps(dict(zip(head, row, strict=True))) for row in rows).encode()


TABLES: dict[str, Callable[[], bytes]] = {
    ".csv": csv,
    ".tsv": tsv,
    ".xlsx": xlsx,
    ".ods": ods,
    ".json": json,
    ".jsonl": json_lines,
}
"""What writes the records, by the ending of its files."""

SPEECH = (
    (1.0, 4.2, "The lighthouse was built in 1874 by Ada"),
    (4.3, 8.9, "Lindqvist, who also designed the old customs house."),
    (9.0, 12.0, "It has been dark since the war."),
)


def _stamp(seconds: float, point: str) -> str:
    whole = int(seconds)
    return f"00:00:{whole:02}{point}{round((seconds - whole) * 1000):03}"


def srt() -> bytes:
    cues = (
        f"{number}\n{_stamp(start, ',')} --> {_stamp(end, ',')}\n{words}\n"
        for number, (start, end, words) in enumerate(SPEECH, 1)
    )
    return "\n".join(cues).encode()


def vtt() -> bytes:
    cues = (
        f"{_stamp(start, '.')} --> {_stamp(end, '.')} align:start\n<v Guide>{words}</v>\n"
        for start, end, words in SPEECH
    )
    return ("WEBVTT\n\nNOTE made by hand\n\n" + "\n".join(cues)).encode()


MESSAGES = (
    ("mira", "which port does the agent listen on by default?"),
    ("tobi", "it's 9177, you can change it with `FALCON_PORT`"),
    ("mira", "where are the logs?"),
    ("tobi", "in /var/log/falcon/agent.log"),
)


def discord_export() -> bytes:
    import json as library

    people = {"mira": "11", "tobi": "12"}
    messages = [
        {
            "id": str(900 + number),
            "type": "Default",
            "timestamp": f"2024-05-14T09:{12 + number}:00.123+00:00",
            "content": words,
            "author": {"id": people[who], "name": who, "nickname": who, "isBot": False},
            "mentions": [],
            "embeds": [],
        }
        for number, (who, words) in enumerate(MESSAGES)
    ]
    messages.insert(0, messages[0] | {"id": "899", "type": "GuildMemberJoin", "content": "joined"})
    return library.dumps(
        {
            "guild": {"id": "7", "name": "Falcon"},
            "channel": {"id": "8", "type": "GuildTextChat", "name": "support", "topic": None},
            "messages": messages,
            "messageCount": len(messages),
        }
    ).encode()


def mbox() -> bytes:
    told = []
    for number, (who, words) in enumerate(MESSAGES):
        message = email.message.EmailMessage()
        message["From"] = f"{who} <{who}@example.org>"
        message["Subject"] = "Re: the agent" if number else "the agent"
        message["Date"] = f"Tue, 14 May 2024 09:{12 + number}:00 +0000"
        message["Message-ID"] = f"<{number}@example.org>"
        if number:
            message["In-Reply-To"] = f"<{number - 1}@example.org>"
            quoted = f"On Tuesday {MESSAGES[number - 1][0]} wrote:\n> {MESSAGES[number - 1][1]}\n\n"
        else:
            quoted = ""
        message.set_content(quoted + words + "\n")
        told.append(b"From someone@example.org Tue May 14 09:12:00 2024\n" + message.as_bytes())
    return b"\n".join(told)


OTHERS: dict[str, Callable[[], bytes]] = {
    ".srt": srt,
    ".vtt": vtt,
    ".mbox": mbox,
    ".discord.json": discord_export,
}
"""What writes speech and messages, by the ending of their files."""


def _saved(save) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
