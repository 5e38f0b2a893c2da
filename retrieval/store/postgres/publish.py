"""How a build becomes the index, and what happens to those before it."""

import json
from collections.abc import Collection
from datetime import timedelta

from psycopg import errors as pg
from psycopg import sql

from retrieval.store.postgres.build import graph_name
from retrieval.store.postgres.connection import Connection
from retrieval.store.states import worth_keeping

__all__ = ["KEPT", "go_back", "make_graph", "sweep", "switch"]

KEPT = timedelta(hours=1)
"""For how long a build stays after it can't be gone back to: whoever reads it has changed to a
newer one long before."""
_WORTH_A_GRAPH = 10_000
"""Sentences from which on looking at all of them takes longer than asking a graph."""
_MOST_DIMENSIONS = 4_000
"""Of vectors of two bytes a number that pgvector has an index for."""
_MEMORY = "256MB"


def switch(
    connection: Connection, build_id: str, *, keep: int, together: Collection[str] = ()
) -> None:
    """Make a new build the current one, inside of a transaction: whoever reads sees it at its end.

    The newest ``keep`` builds can be gone back to, of which those in a row with the same one of the
    origins ``together`` count as one, and the one that answered before.
    """
    rows = connection.execute(
        "SELECT number, origin FROM builds WHERE dropped_at IS NULL ORDER BY number DESC"
    ).fetchall()
    positions = worth_keeping([str(origin) for _, origin in rows], keep, together)
    connection.execute(
        "UPDATE builds SET dropped_at = now() WHERE dropped_at IS NULL"
        " AND number <> coalesce((SELECT build FROM state), 0)"
        " AND number <> ALL(%s::bigint[])",
        [[rows[position][0] for position in positions]],
    )
    connection.execute(
        "UPDATE state SET build = (SELECT number FROM builds WHERE id = %s),"
        " gone_back_at = NULL, gone_back_by = NULL",
        [build_id],
    )


def go_back(connection: Connection, build_id: str, *, origin: str) -> None:
    """Make a build that is kept the current one, and note who did, unless it is the newest."""
    connection.execute(
        "WITH chosen AS (SELECT number, number < (SELECT max(number) FROM builds"
        " WHERE dropped_at IS NULL) AS is_older FROM builds WHERE id = %(id)s)"
        " UPDATE state SET build = chosen.number,"
        " gone_back_at = CASE WHEN is_older THEN now() END,"
        " gone_back_by = CASE WHEN is_older THEN %(by)s::json END FROM chosen",
        {"id": build_id, "by": json.dumps(origin)},
    )


def make_graph(connection: Connection, *, dimension: int, sentences: int) -> None:
    """Make the index over vectors (HNSW, of two bytes a number) once there are enough of them.

    It is kept up to date by the server from then on. Inside of a transaction: who reads meanwhile
    is not held up.
    """
    name = graph_name(dimension)
    found = connection.execute("SELECT to_regclass(%s)", [name]).fetchone()
    if found != (None,) or sentences < _WORTH_A_GRAPH or dimension > _MOST_DIMENSIONS:
        return
    statement = sql.SQL(
        "CREATE INDEX {} ON sentences USING hnsw ((vector::halfvec({size})) halfvec_ip_ops)"
        " WHERE is_hit AND vector_dims(vector) = {size}"
    ).format(sql.Identifier(name), size=sql.Literal(dimension))
    connection.execute(f"SET LOCAL maintenance_work_mem = '{_MEMORY}'")
    try:
        with connection.transaction():
            connection.execute(statement)
    except pg.DiskFull:
        # Several processes share memory, of which a container may have next to none.
        connection.execute("SET LOCAL max_parallel_maintenance_workers = 0")
        connection.execute(statement)


def sweep(connection: Connection, *, kept: timedelta) -> None:
    """Delete the builds that were dropped ``kept`` ago, and what no other build has of them."""
    with connection.transaction():
        connection.execute("DELETE FROM builds WHERE dropped_at <= now() - %s", [kept])
        gone = connection.execute(
            "DELETE FROM documents d"
            " WHERE NOT EXISTS (SELECT FROM members m WHERE m.document = d.id)"
            " RETURNING id, first_row, sentences"
        ).fetchall()
        if not gone:
            return
        numbers = [number for number, _, _ in gone]
        connection.execute("DELETE FROM postings WHERE document = ANY(%s)", [numbers])
        connection.execute("DELETE FROM sentences WHERE document = ANY(%s)", [numbers])
        connection.execute(
            "DELETE FROM tokens USING unnest(%s::bigint[], %s::bigint[]) AS gone (first, stop)"
            " WHERE id >= first AND id < stop",
            [[first for _, first, _ in gone], [first + size for _, first, size in gone]],
        )
