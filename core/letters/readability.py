"""Readability: how many years of school a text asks for, by the Flesch-Kincaid formula.

Source: the grade level as Kincaid and others published it in 1975; syllables are places where a
word may be hyphenated, which comes close and needs nothing but a dictionary on this machine.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d.,]*")
_KEPT = 4096
_FEWEST = 12
"""A text of fewer words has no reading level."""


def grade(sentences: Iterable[str]) -> float | None:
    """Return the grade level of some sentences; None for fewer than twelve words."""
    by_sentence = [words for each in sentences if (words := _WORD.findall(each))]
    words = [word for each in by_sentence for word in each]
    if len(words) < _FEWEST:
        return None
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(by_sentence) + 11.8 * per_word - 15.59


@lru_cache(_KEPT)
def syllables(word: str) -> int:
    """Return how many syllables a word has; a number counts as one."""
    return len(_dictionary().positions(word.lower())) + 1


@cache
def _dictionary() -> Any:  # noqa: ANN401 - pyphen has no types
    # Its dictionary takes a tenth of a second to read, which only a letter on screen is worth.
    from pyphen import Pyphen  # type: ignore[import-untyped]  # noqa: PLC0415

    return Pyphen(lang="en_GB", left=1, right=1)
