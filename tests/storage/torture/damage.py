"""Every kind of damage that a file of documents can suffer."""

# ruff: noqa: S311  (chance with a seed, so that a run can be repeated)

import json
import random
from functools import cache

from tests.storage.torture.ledger import document


@cache
def damaged_files() -> dict[str, bytes]:
    """By name: bytes that must be refused, and kept."""
    good = sound_file()
    return {
        "empty file": b"",
        "white space": b"\n",
        "truncated half": good[: len(good) // 2],
        "null bytes": b"\0" * 500,
        "random bytes": random.Random(1).randbytes(500),
        "invalid UTF-8 inside": good[:60] + b"\xff\xfe" + good[62:],
        "torn tail": good + good[-40:],
        "byte order mark": b"\xef\xbb\xbf" + good,
        "a list": b"[1,2,3]",
        "a text": b'"hello"',
        "null": b"null",
        "a table is a list": b'{"t": [1,2]}',
        "an id is no number": b'{"t": {"abc": {"k":1}}}',
        "a document is a text": b'{"t": {"1": "x"}}',
        "a document is null": b'{"t": {"1": null}}',
        "not a number": b'{"t": {"1": {"k": NaN}}}',
        "nesting bomb": b'{"t": {"1": {"k": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}}",
        "bracket bomb": b'{"t": {"1": {"k": [' + b"[]," * 4_500_000 + b"[]]}}}",
        "huge number": b'{"t": {"1": {"k": 1' + b"0" * 6000 + b"}}}",
        "newer format": b'{"_meta": {"1": {"schema": 999}}, "t": {"1": {"k": 1}}}',
        "format is a text": b'{"_meta": {"1": {"schema": "one"}}, "t": {}}',
    }


def sound_file() -> bytes:
    """A file as stock TinyDB would write it, with 29 documents."""
    return json.dumps({"t": {str(k): document(k, 60) for k in range(1, 30)}}).encode()
