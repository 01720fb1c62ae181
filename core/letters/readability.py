"""Readability: how many years of school a text asks for, by the Flesch-Kincaid formula.

Source: the grade level as Kincaid and others published it in 1975; syllables are places where a
word may be hyphenated, which comes close and needs nothing but a dictionary on this machine. No
word of a letter is kept once it is counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d.,]*")
_FEWEST = 12
"""A text of fewer words has no reading level."""

Patterns = Mapping[str, tuple[int, tuple[int, ...]]]
"""By a run of letters, from which place on it speaks for (odd) or against (even) a hyphen."""


def grade(sentences: Iterable[str]) -> float | None:
    """Return the grade level of some sentences; None for fewer than twelve words."""
    by_sentence = [words for each in sentences if (words := _WORD.findall(each))]
    words = [word for each in by_sentence for word in each]
    if len(words) < _FEWEST:
        return None
    often = Counter(map(str.lower, words))
    per_word = sum(syllables(word) * times for word, times in often.items()) / len(words)
    return 0.39 * len(words) / len(by_sentence) + 11.8 * per_word - 15.59


def syllables(word: str) -> int:
    """Return how many syllables a word has; a number counts as one.

    It reads pyphen's patterns itself, because pyphen keeps every word that it is asked about
    for as long as the program runs.
    """
    patterns, beginnings = _patterns()
    pointed = f".{word.lower()}."
    votes = [0] * (len(pointed) + 1)
    for start in range(len(pointed) - 1):
        for end in range(start + 1, len(pointed) + 1):
            letters = pointed[start:end]
            if letters not in beginnings:
                break
            if letters in patterns:
                offset, values = patterns[letters]
                for at, value in enumerate(values, start + offset):
                    votes[at] = max(votes[at], value)
    return 1 + sum(vote % 2 for vote in votes[2 : len(pointed) - 1])


@cache
def _patterns() -> tuple[Patterns, frozenset[str]]:
    """Return the patterns for British English, and every beginning of one."""
    # The dictionary takes a tenth of a second to read, which only a letter on screen is worth.
    from pyphen import Pyphen  # type: ignore[import-untyped]  # noqa: PLC0415

    patterns: Patterns = Pyphen(lang="en_GB").hd.patterns
    beginnings = {letters[:end] for letters in patterns for end in range(1, len(letters) + 1)}
    return patterns, frozenset(beginnings)
