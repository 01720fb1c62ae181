"""What `signals.toml` holds: the phrases that ask for the support card, as patterns."""

import re
from functools import cache, cached_property
from typing import Self

from pydantic import model_validator

from core.content.files import load
from core.content.shapes import Content, Table, Words

_PART = re.compile(r"<([a-z]+)>")


class Signals(Content):
    """Patterns over text as `core.signs.plain` writes it.

    `alike` maps other spellings to one, `fillers` are words that a phrase may hold anywhere,
    `parts` are pieces that a pattern names as `<piece>`. `idioms` come out before anything
    else is looked for; `t3` and `t2` are what speaks of these tiers.
    """

    alike: Table[Words, Words]
    fillers: tuple[Words, ...]
    parts: Table[Words, Words]
    idioms: tuple[Words, ...]
    t3: tuple[Words, ...]
    t2: tuple[Words, ...]

    @model_validator(mode="after")
    def _are_patterns(self) -> Self:
        for pattern in (*self.idioms, *self.t3, *self.t2):
            try:
                re.compile(self._whole(pattern))
            except (re.error, KeyError) as error:
                raise ValueError(f"{pattern!r} is not a pattern: {error}") from error
        return self

    @cached_property
    def spellings(self) -> re.Pattern[str]:
        """Every spelling that is written in another way, the longest first."""
        longest_first = sorted(self.alike, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    @cached_property
    def filling(self) -> re.Pattern[str]:
        """Every filler, with the space behind it."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.fillers))}) ")

    @cached_property
    def harmless(self) -> re.Pattern[str]:
        """Every idiom."""
        return self._any_of(self.idioms)

    @cached_property
    def danger(self) -> re.Pattern[str]:
        """Everything that speaks of T3."""
        return self._any_of(self.t3)

    @cached_property
    def despair(self) -> re.Pattern[str]:
        """Everything that speaks of T2."""
        return self._any_of(self.t2)

    def _any_of(self, patterns: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(self._whole, patterns))})")

    def _whole(self, pattern: str) -> str:
        return _PART.sub(lambda piece: self.parts[piece[1]], pattern)


@cache
def signals() -> Signals:
    """Return the phrases that ask for the support card."""
    return load("signals.toml", Signals)
