"""A server of its own for each test that wants one, on a free port, with real worker processes."""

import threading
import time
from contextlib import contextmanager

import pytest
from tests import outside
from tests.small_graph import small_network

from papergraph.export.turtle import write_turtle


@contextmanager
def running(folder, **limits):
    """The endpoint's address while the server runs."""
    uvicorn = outside.module("uvicorn")
    outside.module("starlette")
    from papergraph.server.app import create_app  # noqa: PLC0415 - needs what may be missing

    server = uvicorn.Server(uvicorn.Config(create_app(folder, **limits), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("served")
    write_turtle(small_network(), path / "graph.ttl")
    (path / "graph.html").write_text("<title>the explorer</title>", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def address(folder):
    with running(folder, seconds=20) as address:
        yield address
