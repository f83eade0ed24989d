"""The kind of a source is told from its content."""

import pytest

from papergraph.sources.detect import Kind, detect


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", Kind.EMPTY),
        (b" \n\t\r\n", Kind.EMPTY),
        (b"\xef\xbb\xbf", Kind.EMPTY),
        (b"%PDF-1.7 text follows", Kind.BINARY),
        (b"PK\x03\x04rest", Kind.BINARY),
        (b"\x89PNG\r\n\x1a\n", Kind.BINARY),
        (bytes(range(256)), Kind.BINARY),
        ("text without a mark".encode("utf-16-le"), Kind.BINARY),
        ("Get trending papers in your email inbox!".encode("utf-16"), Kind.PAGE_TEXT),
        (b"Get trending papers in your email inbox!\nSubscribeA\nB", Kind.PAGE_TEXT),
        (b"Title\n\nAbstract.\n\n  \xe2\x80\xa2 8 authors\n\xc2\xb7\nOct 24, 2023", Kind.PAGE_TEXT),
        (b"<!DOCTYPE html><html>", Kind.PAGE_HTML),
        (b"<!-- saved --><HTML lang=en>", Kind.PAGE_HTML),
        (b'<?xml version="1.0"?><feed xmlns="x">', Kind.ARXIV_ATOM),
        (b'<?xml version="1.0"?><rss>', Kind.UNKNOWN),
        (b'[ {"paper": 1}]', Kind.DAILY_API),
        (b'{\n "paper": 1}', Kind.DAILY_API),
        (b'{"id": "1", "versions": []}', Kind.ARXIV_SNAPSHOT),
        (b'{"id": "1", "abstract": "says \\"versions\\": none"}', Kind.JSON_LINES),
        (b'{"title": "Get trending papers in your email inbox"}', Kind.JSON_LINES),
        (b"A letter.\n\nIt is about nothing that we know.\n", Kind.UNKNOWN),
        (b"[Note] A letter.", Kind.UNKNOWN),
    ],
)
def test_kinds(head, kind):
    assert detect(head) is kind


def test_a_stray_nul_does_not_make_a_text_binary():
    assert detect(b"Get trending papers in your email inbox!\nSub\0scribe\n" + b"words " * 50) is Kind.PAGE_TEXT
