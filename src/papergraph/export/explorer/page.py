"""Put the page together: its HTML, style and script around a graph's data, as one file."""

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from pathlib import Path
from string import Template

from papergraph.export.explorer.payload import payload
from papergraph.graph.schema import Network

# Every module after those that it imports from.
MODULES = (
    "dom", "text", "data", "state", "visible", "camera", "theme", "labels", "places", "writing", "draw", "physics",
    "ego", "pick", "lists", "evidence", "yearchart", "resulttable", "concept", "paper", "edge", "route",
    "trail", "lit", "look", "match", "searchbox", "panel", "tip", "explore", "legend", "filters", "counts",
    "rows", "csv", "table", "image", "pointer", "keys", "main",
)  # fmt: skip

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:const|function|class) (\w+))", re.MULTILINE)


def write_page(network: Network, path: Path) -> None:
    """Write the explorer of a network as one HTML file that loads nothing.

    Raises:
        OSError: The file cannot be written.
    """
    # A lone surrogate cannot be written as UTF-8; a question mark keeps all offsets right.
    path.write_text(page_html(network), encoding="utf-8", errors="replace", newline="\n")


def page_html(network: Network) -> str:
    """The explorer of a network. The same network gives the same page."""
    style, script = _read("style.css"), _script()
    return Template(_read("page.html")).substitute(
        policy=html.escape(_policy(style, script)),
        title=html.escape(network.graph["title"]),
        style=style,
        data=_json(payload(network)),
        script=script,
    )


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _script() -> str:
    """All modules as one script, each in a function of its own that returns what it exports."""
    return "\n".join(_module(name, _read(f"{name}.js")) for name in MODULES)


def _module(name: str, source: str) -> str:
    exports = ", ".join(found[1] for found in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = \2_js;", source))
    return f"const {name}_js = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets run exactly this style and script, and load nothing."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _json(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
