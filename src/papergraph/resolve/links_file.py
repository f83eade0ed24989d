"""A file of links: TOML that is read, checked for contradictions, and told what is wrong with it.

same = [["LoRA", "low-rank adaptation"], ["accuracy (Metric)", "acc"]]
different = [["SAM", "segment anything model"]]
drop = ["model"]
[rename]
"large language model" = "LLM"
"""

import re
import tomllib
from itertools import pairwise
from typing import Any

from papergraph.errors import LinksError
from papergraph.names import fold
from papergraph.resolve.links import Links, Name
from papergraph.resolve.partition import Partition
from papergraph.vocabulary import ConceptType

_TYPED = re.compile(rf"(.*\S)\s*\(({'|'.join(ConceptType)})\)", re.ASCII | re.DOTALL | re.IGNORECASE)
_KEYS = ("same", "different", "drop", "rename")


def parse_links(file: str, data: bytes) -> Links:
    """Read a links file.

    Args:
        file: Its name, for messages.
        data: What it holds.

    Raises:
        LinksError: It is not TOML, says something unknown, or contradicts itself.
    """
    try:
        table = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise LinksError(file, f"byte {error.start}", "not UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LinksError(file, "", f"not TOML: {error}") from error
    except RecursionError as error:
        raise LinksError(file, "", "not a links file: lists within lists within lists") from error
    for key, value in table.items():
        if key not in _KEYS:
            raise LinksError(file, repr(key), f"nothing is known of this; there are {', '.join(_KEYS)}")
        if not isinstance(value, dict if key == "rename" else list):
            wanted = 'a table: [rename], with lines "old" = "new"' if key == "rename" else f"a list: {key} = [...]"
            raise LinksError(file, key, wanted)
    links = _Reader(file).links(table)
    _check(links)
    return links


class _Reader:
    """Reads the entries of one file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def links(self, table: dict[str, Any]) -> Links:
        """All entries."""
        return Links(
            self.file,
            same=tuple(self._group("same", i, entry) for i, entry in enumerate(table.get("same", ()), start=1)),
            different=tuple(self._group("different", i, e) for i, e in enumerate(table.get("different", ()), start=1)),
            drop=tuple(self._name(f"drop, entry {i}", name) for i, name in enumerate(table.get("drop", ()), start=1)),
            rename=tuple(self._rename(old, new) for old, new in table.get("rename", {}).items()),
        )

    def _group(self, key: str, number: int, entry: object) -> tuple[Name, ...]:
        place = f"{key}, entry {number}"
        if not isinstance(entry, list) or len(entry) < 2:
            raise LinksError(self.file, place, f'a list of two or more names, as in {key} = [["a", "b"]]')
        names = tuple(self._name(place, name) for name in entry)
        if len({name.type for name in names} - {None}) > 1:
            raise LinksError(self.file, place, "concepts of different types are never one: name one type")
        return names

    def _name(self, place: str, written: object) -> Name:
        if not isinstance(written, str):
            raise LinksError(self.file, place, f"{written!r} is no name: put it in quotes")
        typed = _TYPED.fullmatch(written)
        form = fold(typed[1] if typed else written)
        if not form:
            raise LinksError(self.file, place, f"{written!r} is no name: it has no letters and no digits")
        return Name(form, ConceptType(typed[2].capitalize()) if typed else None, written)

    def _rename(self, old: str, new: object) -> tuple[Name, str]:
        place = f"rename, {old!r}"
        name = self._name(place, old)
        if not isinstance(new, str) or not fold(new):
            raise LinksError(
                self.file, place, f'{new!r} is no name; lists stand above [rename], names like "a" = "b" in it'
            )
        return name, " ".join(new.split())


def _check(links: Links) -> None:
    """Raise where the file contradicts itself."""
    for kind in ConceptType:
        for number, group in enumerate(links.different, start=1):
            fitting = [name.form for name in group if name.fits(kind)]
            if len(set(fitting)) < len(fitting):
                raise LinksError(links.file, f"different, entry {number}", "two of its names are spellings of one name")
        forms = Partition(links.apart(kind))
        for number, group in enumerate(links.same, start=1):
            for one, other in pairwise(name for name in group if name.fits(kind)):
                if not forms.join(one.form, other.form):
                    problem = (
                        f"{one.written!r} and {other.written!r} are also said to be different: remove one of the two"
                    )
                    raise LinksError(links.file, f"same, entry {number}", problem)
        _check_names(links, kind, forms)


def _check_names(links: Links, kind: ConceptType, forms: Partition) -> None:
    names: dict[str, str] = {}
    for old, new in links.rename:
        if old.fits(kind):
            place = f"rename, {old.written!r}"
            if not forms.may_join(old.form, fold(new)):
                raise LinksError(links.file, place, f"{new!r} is said to be different: remove one of the two")
            if names.setdefault(forms.find(old.form), new) != new:
                raise LinksError(
                    links.file, place, f"it is also to be called {names[forms.find(old.form)]!r}: choose one"
                )
