"""A query that would run for ever is stopped, one that answers too much is cut off, and the next is answered."""

import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.server.conftest import running

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


@pytest.fixture(scope="module")
def limited(folder):
    with running(folder, workers=2, seconds=1, size=100_000) as address:
        yield address


def ask(address, query):
    try:
        with urllib.request.urlopen(f"{address}/sparql?{urllib.parse.urlencode({'query': query})}") as reply:  # noqa: S310
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_query_without_end_is_stopped_and_the_next_one_answered(limited):
    status, text = ask(limited, FOREVER)
    assert (status, "more than 1 seconds" in text) == (504, True)
    assert ask(limited, "ASK {}") == (200, '{"head":{},"boolean":true}')


def test_so_are_several_at_once(limited):
    with ThreadPoolExecutor(6) as clients:
        stopped = list(clients.map(lambda _: ask(limited, FOREVER)[0], range(4)))
        assert clients.submit(ask, limited, "ASK {}").result()[0] == 200
    assert stopped == [504] * 4


def test_an_answer_without_measure_is_cut_off(limited):
    status, text = ask(limited, HUGE)
    assert (status, "more than 100000 bytes" in text) == (500, True)
    assert ask(limited, f"{HUGE} LIMIT 10")[0] == 200
