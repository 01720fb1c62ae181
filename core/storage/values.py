"""What a document may hold: private copies, clean text, and numbers that survive the file."""

import math
import re
from collections.abc import Mapping
from typing import Any

from core.storage.errors import UnstorableError

Json = Any
"""Whatever JSON can hold: nothing, yes or no, numbers, text, lists and objects."""

DEEPEST = 100
"""Levels of lists and fields within one document; the encoder itself gives up at 254."""

PLAIN = frozenset({str, int, float, bool, type(None)})
"""The kinds of value that cannot change and need no copy. Most are; a call each costs time."""

SMALLEST, LARGEST = -(2**63), 2**64 - 1

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_CONTROLS = dict.fromkeys([*range(9), *range(0x0B, 0x20)])


def clean_text(text: str) -> str:
    """The text without control characters and half characters; line ends become newlines."""
    if not _UNCLEAN.search(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return lines.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def storable(value: Json, field: str = "", depth: int = 0) -> Json:
    """A private, clean copy of a value as the file would give it back.

    Raises UnstorableError naming the outermost field that holds the trouble.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clean_text(str.__str__(value))
    if isinstance(value, int | float):
        return _number(value, field)
    if depth >= DEEPEST:
        raise UnstorableError(field, "too many levels within each other")
    if isinstance(value, Mapping):
        return {
            _key(key, field): storable(each, field or str(key), depth + 1)
            for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [storable(each, field, depth + 1) for each in value]
    raise UnstorableError(field, f"a value of the kind {type(value).__name__}")


def private_copy(value: Json) -> Json:
    """A copy that shares nothing that can change with a value read from the file."""
    if isinstance(value, dict):
        return {
            key: each if type(each) in PLAIN else private_copy(each) for key, each in value.items()
        }
    if isinstance(value, list):
        return [each if type(each) in PLAIN else private_copy(each) for each in value]
    return value


def _number(value: float, field: str) -> float:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise UnstorableError(field, "a number without a value")
        return float(value)
    if not SMALLEST <= value <= LARGEST:
        raise UnstorableError(field, "a number that is too large")
    return int(value)


def _key(key: object, field: str) -> str:
    if not isinstance(key, str):
        raise UnstorableError(field, "a field whose name is not text")
    return clean_text(str.__str__(key))
