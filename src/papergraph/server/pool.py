"""The workers, each of which one request has at a time; the others wait for their turn."""

import asyncio
from pathlib import Path

from papergraph.server.question import Question, Reply
from papergraph.server.worker import Worker


class Pool:
    """As many workers as queries may run at once.

    Args:
        folder: The graph folder.
        workers: How many.
        seconds: How long a query may take.
        size: How many bytes an answer may have.
    """

    def __init__(self, folder: Path, *, workers: int, seconds: float, size: int) -> None:
        self._workers = [Worker(folder, seconds=seconds, size=size) for _ in range(workers)]
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def ask(self, question: Question) -> Reply:
        """Wait for a free worker, then for its answer."""
        # Shielded: when a client goes away, its worker must not be handed on before its query has ended.
        return await asyncio.shield(asyncio.ensure_future(self._ask(question)))

    async def _ask(self, question: Question) -> Reply:
        worker = await self._free.get()
        try:
            return await asyncio.to_thread(worker.ask, question)
        finally:
            self._free.put_nowait(worker)

    def stop(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.stop()
