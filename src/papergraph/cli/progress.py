"""The progress bar: on a terminal, and only there."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from papergraph.cli.console import err
from papergraph.watching import Watcher, silent


class _Speed(TextColumn):
    """Papers a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """The speed so far, once there is one."""
        return Text(f"{task.completed / task.elapsed:,.0f} papers/s" if task.total and task.elapsed else "")


@contextmanager
def watching() -> Iterator[Watcher]:
    """What a build tells its progress to: a bar on a terminal, nothing where standard error is piped."""
    if not err.is_terminal:
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Speed())
    with Progress(*columns, TimeRemainingColumn(), console=err, transient=True) as bar:
        tasks = {}

        def watch(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total or None)
            bar.update(tasks[stage], completed=done, total=total or None)

        yield watch
