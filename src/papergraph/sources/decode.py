"""Bytes -> text, and text -> JSON, without a crash on hostile ones."""

import codecs
import json

from charset_normalizer import from_bytes

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DECODER = json.JSONDecoder(strict=False)  # a raw control character in a string is cleaned away later


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start tells, if there is one."""
    return next((name for mark, name in _BOMS.items() if head.startswith(mark)), None)


def decode(data: bytes) -> str:
    """A whole text: by its byte order mark, as UTF-8, else as its bytes look most likely.

    Raises:
        ValueError: It is in no encoding that can be told.
    """
    encoding = marked_encoding(data)
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guess = from_bytes(data).best()
        if guess is None:
            raise ValueError("its encoding cannot be told: save it as UTF-8") from None
        return str(guess)


def parse_json(text: str) -> object:
    """The value that a JSON text holds.

    Raises:
        ValueError: It is no JSON, or is nested or has numbers beyond what is read.
    """
    try:
        return _DECODER.decode(text.strip())
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text else ""
        raise ValueError(f"broken JSON at {line}column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply to be read") from None
