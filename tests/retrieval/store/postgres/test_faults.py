"""What goes wrong with a database is said in one sentence, and nothing is mixed or lost."""

import threading
from datetime import timedelta
from importlib.resources import files

import psycopg
import pytest
from corpus import BOTH, EAST, NORTH, SPEC, UP, WHALES, features, publish, sentences_of

from retrieval.domain import EVERYTHING
from retrieval.errors import (
    IndexDamagedError,
    IndexNotFoundError,
    IndexOutdatedError,
    IndexWriteError,
    StoreUnavailableError,
)
from retrieval.store import open_store
from retrieval.store.postgres import connections
from retrieval.store.postgres.index_store import PostgresIndexStore
from retrieval.store.postgres.tables import VERSION

SECRET = "tell-nobody"


def begin(store):
    with store.begin(SPEC):
        pass


@pytest.mark.parametrize("act", [PostgresIndexStore.open, PostgresIndexStore.current, begin])
def test_a_server_that_is_not_there(act, worded):
    store = PostgresIndexStore(f"postgresql://me:{SECRET}@127.0.0.1:1/db")
    with pytest.raises(
        StoreUnavailableError,
        check=worded(
            r"^The database 127\.0\.0\.1:1/db can't be reached \(.*refused.*\); try again"
        ),
    ) as raised:
        act(store)
    assert SECRET not in repr(raised.value.args)


def test_a_wrong_password_is_said_and_not_shown(postgres, worded):
    store = PostgresIndexStore(postgres.url(password=SECRET))
    with pytest.raises(
        StoreUnavailableError, check=worded("lets nobody in .*password.*correct VERBATIM_STORE")
    ) as raised:
        store.open()
    assert SECRET not in repr(raised.value.args)


def test_an_address_that_is_none_is_not_shown(worded):
    with pytest.raises(
        StoreUnavailableError, check=worded("no address .* set VERBATIM_STORE to postgresql:")
    ) as raised:
        open_store(f"postgresql://me:{SECRET}%zz@/db").current()
    assert SECRET not in repr(raised.value.args)


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ("?sslmod=require", r"no address .* \(invalid URI query parameter\); set VERBATIM_STORE"),
        ("?connect_timeout=soon", r"no address .*bad value for connect_timeout: 'soon'"),
        ("?sslmode=perhaps", r"is miswritten \(invalid sslmode value.*; correct VERBATIM_STORE"),
        (":99999/db", r"is miswritten \(invalid port number.*; correct VERBATIM_STORE"),
    ],
)
def test_of_an_address_is_said_what_is_wrong_in_it(tail, said, worded):
    host = f"postgresql://me:{SECRET}@127.0.0.1"
    with pytest.raises(StoreUnavailableError, check=worded(said)) as raised:
        open_store(host + (tail if tail.startswith(":") else f"/db{tail}")).current()
    assert SECRET not in repr(raised.value.args)


def test_a_database_that_does_not_exist(postgres, worded):
    with pytest.raises(StoreUnavailableError, check=worded("nowhere.*does not exist")):
        PostgresIndexStore(postgres.url("nowhere")).open()


def test_an_empty_database_has_no_index(store, worded):
    with pytest.raises(IndexNotFoundError, check=worded("no index in .* run `verbatim index`")):
        store.open()


def test_a_role_that_only_reads_asks_but_does_not_write(postgres, url, store, worded):
    info = publish(store, BOTH)
    name = f"reader_{url.rpartition('/')[2]}"
    postgres.sql(f"CREATE ROLE {name} LOGIN PASSWORD 'of the tests'")
    theirs = PostgresIndexStore(url.replace("//postgres:", f"//{name}:"))
    with pytest.raises(StoreUnavailableError, check=worded("GRANT USAGE")):
        theirs.open()
    postgres.sql(f"GRANT USAGE ON SCHEMA verbatim TO {name}", url=url)
    postgres.sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA verbatim TO {name}", url=url)
    reader = theirs.open()
    assert len(reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=5)) == 5
    reader.close()
    for write in (begin, lambda store: store.rollback(info.build_id)):
        with pytest.raises(IndexWriteError, check=worded("may not write to the index in .*GRANT")):
            write(theirs)
    assert store.current() == info.build_id


def test_a_server_without_pgvector(postgres, url, worded):
    postgres.sql("CREATE ROLE plain LOGIN PASSWORD 'of the tests'")
    postgres.sql(f"GRANT CREATE ON DATABASE {url.rpartition('/')[2]} TO plain")
    with pytest.raises(StoreUnavailableError, check=worded("pgvector.*CREATE EXTENSION vector")):
        begin(PostgresIndexStore(url.replace("//postgres:", "//plain:")))


def test_tables_of_another_version(postgres, url, store, worded):
    publish(store, BOTH)
    postgres.sql("INSERT INTO verbatim.migrations VALUES (%s)", VERSION + 1, url=url)
    for act in (store.open, store.current, lambda: begin(store)):
        with pytest.raises(IndexOutdatedError, check=worded("newer version.*install that version")):
            act()
    postgres.sql("UPDATE verbatim.migrations SET number = -number", url=url)
    with pytest.raises(IndexOutdatedError, check=worded("older version.*run `verbatim index`")):
        store.open()


def test_tables_of_the_first_version_are_emptied_and_brought_up_to_date(
    postgres, url, store, worded
):
    """With a build in them, its graph, and what somebody may read."""
    role = f"reads_{url.rpartition('/')[2]}"
    steps = files("retrieval.store.postgres") / "migrations"
    postgres.sql("CREATE SCHEMA verbatim", url=url)
    postgres.sql("CREATE EXTENSION vector WITH SCHEMA public", url=url)
    for statement in (
        "CREATE TABLE migrations (number integer PRIMARY KEY, at timestamptz DEFAULT now())",
        (steps / "0001_index.sql").read_text(),
        "INSERT INTO migrations VALUES (1)",
        "INSERT INTO documents VALUES (1, 'a', '', '{}', 0, 1, 1, 2, '', '', '', '', '')",
        "INSERT INTO sentences VALUES (0, 1, true, '[1, 0, 0]')",
        "INSERT INTO postings VALUES (7, 1, true, 1, '{0}', '{1}', '{2}')",
        "INSERT INTO builds"
        " VALUES (1, '20260101T000000-00000000', now(), '{}', 1, 1, 2, 9, '\"\"')",
        "INSERT INTO members VALUES (1, 1, 0)",
        "UPDATE state SET build = 1, next_build = 2, next_document = 2, next_row = 1",
        "CREATE INDEX sentences_near_3 ON sentences"
        " USING hnsw ((vector::halfvec(3)) halfvec_ip_ops) WHERE is_hit",
        f"CREATE ROLE {role}; GRANT SELECT ON sentences TO {role}",
    ):
        postgres.sql(f"SET search_path = verbatim, public; {statement}", url=url)
    with pytest.raises(IndexOutdatedError, check=worded("older version.*run `verbatim index`")):
        store.open()
    publish(store, BOTH)
    reader = store.open()
    assert len(reader.shortlist(EAST, ["krill"], scope=EVERYTHING, k=5)) == 5
    assert [one.path for one in reader.documents()] == ["rome.txt", "whales.txt"]
    reader.close()
    asked = f"SELECT has_table_privilege('{role}', 'verbatim.sentences', 'SELECT')"
    assert postgres.sql(asked, url=url) == [(True,)]


def test_a_database_that_only_reads(postgres, url, store, worded):
    info = publish(store, BOTH)
    name = url.rpartition("/")[2]
    postgres.sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with pytest.raises(IndexWriteError, check=worded("only reads.*target_session_attrs")):
        begin(store)
    assert store.current() == info.build_id


def cut_off(postgres, url):
    """End everybody else's connections to a database."""
    postgres.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
        url=url,
    )


@pytest.mark.parametrize("moment", ["add", "publish"])
def test_a_connection_that_is_lost_in_the_middle_of_a_build(postgres, url, store, moment, worded):
    info = publish(store, BOTH)
    with pytest.raises(IndexWriteError, check=worded("was lost before .* `verbatim index` again")):
        lose_while(postgres, url, store, moment)
    assert store.builds() == (info.build_id,)
    assert postgres.sql("SELECT count(*) FROM verbatim.documents", url=url) == [(2,)]
    # And the right to write went with the connection.
    again = publish(store, BOTH)
    assert store.current() == again.build_id


def lose_while(postgres, url, store, moment):
    with store.begin(SPEC) as writer:
        writer.add(WHALES, sentences_of(WHALES), [features([UP, UP, UP])], sha256="s")
        cut_off(postgres, url)
        if moment == "add":
            for kept in writer.previous.documents.values():
                writer.keep(kept)
            writer.stored(kept)
        writer.publish()


def test_a_reader_goes_on_after_its_connections_are_lost(postgres, url, store):
    publish(store, BOTH)
    reader = store.open()
    before = reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)
    cut_off(postgres, url)
    after = reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)
    assert after.ids.tolist() == before.ids.tolist()
    reader.close()


def test_a_build_that_was_cleared_away_is_no_answer(postgres, url, worded):
    store = PostgresIndexStore(url, keep=1, kept=timedelta(0))
    publish(store, BOTH)
    reader = store.open()
    publish(store, [])
    publish(store, BOTH[:1])
    publish(store, BOTH[:1])
    for ask in (
        lambda: reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3),
        lambda: reader.text(0),
        lambda: reader.places([1]),
        lambda: reader.rarity(["fire"]),
    ):
        with pytest.raises(StoreUnavailableError, check=worded("replaced.*try again")):
            ask()
    reader.close()
    # Of what no build has, nothing is left: the last two have three sentences each.
    left = """
        SELECT (SELECT count(*) FROM verbatim.sentences), (SELECT count(*) FROM verbatim.tokens),
            (SELECT count(DISTINCT document) FROM verbatim.postings)"""
    assert postgres.sql(left, url=url) == [(6, 6, 2)]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE documents SET text = 'x' || text WHERE path = 'rome.txt'",
        "UPDATE documents SET layout = substr(layout, 9) WHERE path = 'rome.txt'",
        "DELETE FROM tokens WHERE id = 2",
        "DELETE FROM postings WHERE document = 1",
    ],
)
def test_damage_is_named_and_the_next_build_mends_it(postgres, url, store, damage, worded):
    publish(store, BOTH)
    postgres.sql(f"SET search_path = verbatim, public; {damage}", url=url)
    with pytest.raises(IndexDamagedError, check=worded(r"rome\.txt is damaged; run `verbatim in")):
        store.open(verify=True)
    with store.begin(SPEC) as writer:
        assert set(writer.previous.documents) == {"whales.txt"}
        writer.keep(writer.previous.documents["whales.txt"])
        writer.publish()
    store.open(verify=True).close()


def test_a_changed_vector_is_seen_by_who_checks_every_byte(postgres, url, store, worded):
    publish(store, BOTH)
    statement = "SET search_path = verbatim, public; UPDATE sentences SET vector = '[1,1,1]'"
    postgres.sql(f"{statement} WHERE id = 1", url=url)
    with pytest.raises(IndexDamagedError, check=worded("damaged")):
        store.open(verify=True)


def test_several_ask_while_one_builds(store):
    """Each sees one build, whole: all its documents, or those of the next."""
    sizes = {publish(store, BOTH).build_id: 5}
    over, wrong, asked = threading.Event(), [], []

    def ask():
        while not over.is_set():
            reader = store.open()
            found = reader.shortlist(EAST, ["whale"], scope=EVERYTHING, k=10)
            asked.append((reader.info.build_id, len(found)))
            reader.close()

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for turn in range(6):
            sizes[publish(store, BOTH[: turn % 2 + 1]).build_id] = 2 if turn % 2 == 0 else 5
    finally:
        over.set()
        for thread in threads:
            thread.join(30)
    wrong += [(build, size) for build, size in asked if sizes[build] != size]
    assert wrong == []
    assert asked


def test_a_server_that_stays_away_is_given_up(postgres, url, monkeypatch, worded):
    monkeypatch.setattr(connections, "_PATIENCE", 0.2)
    store = PostgresIndexStore(url)
    publish(store, BOTH)
    reader = store.open()
    name = url.rpartition("/")[2]
    postgres.sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    cut_off(postgres, postgres.url())
    postgres.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", name)
    with pytest.raises(StoreUnavailableError, check=worded("try again in a moment|nobody in")):
        reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)
    postgres.sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert len(reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)) == 3
    reader.close()


def test_it_is_written_where_a_superuser_has_put_the_extension(postgres, url):
    postgres.sql("CREATE SCHEMA extensions", url=url)
    postgres.sql("CREATE EXTENSION vector WITH SCHEMA extensions", url=url)
    store = PostgresIndexStore(url)
    publish(store, BOTH)
    reader = store.open()
    assert len(reader.shortlist(NORTH, ["fire"], scope=EVERYTHING, k=3)) == 3
    reader.close()
    with psycopg.connect(url) as connection:
        assert connection.execute("SHOW search_path").fetchone() != ("",)
