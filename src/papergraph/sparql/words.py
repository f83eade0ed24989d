"""The bare words of a query: what stands outside strings, comments, IRIs and variables."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*\''''
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*|[?$]\w+|@[\w-]+"""
    r"""|(?P<prefixed>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:)(?:[\w:%.-]|\\.)*|(?P<word>[A-Za-z]\w*)""",
    re.DOTALL,
)


def words(query: str) -> Iterator[str]:
    """Keywords in capitals, and the prefixes of prefixed names with their colon.

    >>> list(words('SELECT ?load { ?load pg:uses <http://a/service> ; a "insert" } # drop'))
    ['SELECT', 'pg:', 'A']
    """
    for token in _TOKEN.finditer(query):
        if token["word"]:
            yield token["word"].upper()
        elif token["prefixed"]:
            yield token["prefixed"]
