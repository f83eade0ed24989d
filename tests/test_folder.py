"""A graph's folder holds the old files or the new ones, whenever a build is stopped."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from papergraph.folder import settle, write_all


def put(text: str):  # type: ignore[no-untyped-def]
    return lambda path: path.write_text(text, encoding="utf-8")


def test_writes_all_files(tmp_path: Path) -> None:
    write_all(tmp_path / "new", {"a": put("1"), "b": put("2")})
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["a", "b"]


def test_a_writer_that_fails_leaves_the_old_files(tmp_path: Path) -> None:
    write_all(tmp_path, {"a": put("old"), "b": put("old")})

    def fail(path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_all(tmp_path, {"a": put("new"), "b": fail})
    assert (tmp_path / "a").read_text() == (tmp_path / "b").read_text() == "old"
    write_all(tmp_path, {"a": put("newer"), "b": put("newer")})
    assert (tmp_path / "b").read_text() == "newer"


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
@pytest.mark.parametrize("moves", [0, 1, 2])
def test_killed_between_two_moves_the_next_run_finishes(tmp_path: Path, moves: int) -> None:
    write_all(tmp_path, {"a": put("old"), "b": put("old"), "c": put("old")})
    script = textwrap.dedent(f"""
        import os, signal
        from pathlib import Path
        from papergraph import folder
        done, real = 0, Path.replace
        def replace(source, target):
            global done
            if done > {moves}:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
            real(source, target)
        Path.replace = replace
        put = lambda path: path.write_text("new")
        folder.write_all(Path({str(tmp_path)!r}), {{"a": put, "b": put, "c": put}})
    """)
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -signal.SIGKILL
    settle(tmp_path)
    assert {(tmp_path / name).read_text() for name in "abc"} == {"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]
