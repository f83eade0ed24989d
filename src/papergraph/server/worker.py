"""A process that answers one query at a time, so that a query that takes too long can be stopped."""

import io
import multiprocessing
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import QueryTriples, Store, serialize

from papergraph.errors import QueryError
from papergraph.export.context import PREFIXES
from papergraph.server.media import GRAPHS, ROWS, choose
from papergraph.server.question import Question, Reply, refusal
from papergraph.sparql.index import open_index
from papergraph.sparql.query import run

_SPAWN = multiprocessing.get_context("spawn")  # the same on all systems, and nothing inherited


class Worker:
    """The parent's side of a process.

    Args:
        folder: The graph folder.
        seconds: How long a query may take.
        size: How many bytes an answer may have.
    """

    def __init__(self, folder: Path, *, seconds: float, size: int) -> None:
        self._folder, self._seconds, self._size = folder, seconds, size
        self._start()

    def _start(self) -> None:
        self._pipe, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(other, self._folder, self._size), daemon=True)
        self._process.start()
        other.close()  # so that a dead process is seen as the end of the pipe
        self._pipe.recv()  # it has opened the graph

    def ask(self, question: Question) -> Reply:
        """Wait for the answer, or stop the query when its time is over."""
        try:
            self._pipe.send(question)
            if self._pipe.poll(self._seconds):
                reply: Reply = self._pipe.recv()
                return reply
            problem = refusal(504, f"stopped: the query took more than {self._seconds:g} seconds; ask for less")
        except (EOFError, OSError):
            problem = refusal(500, "the query ended its process, perhaps for want of memory; ask for less")
        self.stop()
        self._start()
        return problem

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


class _TooLargeError(Exception):
    """The answer has more bytes than it may have."""


class _Limited(io.BytesIO):
    """A file that takes so many bytes and no more."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def write(self, data) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001 - any buffer, as in BytesIO
        if self.tell() + len(data) > self._size:
            raise _TooLargeError
        return super().write(data)


def _serve(pipe: Connection, folder: Path, size: int) -> None:
    """The process's side: answer until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to end
    store = open_index(folder)
    pipe.send(None)
    with suppress(EOFError):
        while True:
            pipe.send(_answer(store, pipe.recv(), size))


def _answer(store: Store, question: Question, size: int) -> Reply:
    file = _Limited(size)
    try:
        answer = run(store, question.text, question.bindings)
        offered = GRAPHS if isinstance(answer, QueryTriples) else ROWS
        media = choose(question.accept, offered)
        if media is None:
            return refusal(406, f"such an answer comes as {', '.join(offered)}")
        if isinstance(answer, QueryTriples):
            serialize(answer, file, GRAPHS[media], prefixes=PREFIXES)
        else:
            answer.serialize(file, ROWS[media])
    except QueryError as error:
        return refusal(400, str(error))
    except _TooLargeError:
        return refusal(500, f"stopped: the answer has more than {size} bytes; ask for less, or use LIMIT")
    except (RuntimeError, ValueError, OSError) as error:  # what a query meets while it is being answered
        return refusal(400, f"the query cannot be answered: {error}")
    return Reply(200, media, file.getvalue())
