"""What `letter_reasons.toml` holds: by what words a letter gives a reason for a no."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Self, get_args

from pydantic import model_validator

from core.content.cases import LetterTag
from core.content.files import load
from core.content.patterns import Patterned
from core.content.shapes import Content, Table, Words, has_words_for_all


class TagWords(Content):
    """What names a reason.

    `words` count only where a reason is given, `alone` give it by themselves; `but` is what
    looks alike and is none.
    """

    words: tuple[Words, ...] = ()
    alone: tuple[Words, ...] = ()
    but: tuple[Words, ...] = ()


class LetterReasons(Patterned):
    """Patterns of reasons, tag by tag, and of the words around them that make them reasons.

    What each list is for stands above it in the file; `core.letters.reasons` puts them together.
    """

    tags: Table[LetterTag, TagWords]

    @model_validator(mode="after")
    def _knows_every_tag(self) -> Self:
        has_words_for_all(self.tags, get_args(LetterTag))
        return self

    def patterns(self) -> Iterator[str]:
        """Yield every pattern of the file."""
        yield from super().patterns()
        for each in self.tags.values():
            yield from (*each.words, *each.alone, *each.but)

    def compile_all(self) -> None:
        """Compile every pattern now, those of tags too; raise ValueError as `Patterned` does."""
        super().compile_all()
        try:
            self.alone, self.topics, self.harmless, self._endings, self._starts  # noqa: B018 - to compile
        except (re.error, KeyError):
            for each in self.patterns():
                self._compile_one(each)
            raise

    @cached_property
    def topics(self) -> re.Pattern[str]:
        """What may be a reason where one is given; the name of the group is the tag."""
        return self._by_tag({tag: each.words for tag, each in self.tags.items()})

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """What gives a reason by itself; the name of the group is the tag."""
        return self._by_tag({tag: each.alone for tag, each in self.tags.items()})

    @cached_property
    def harmless(self) -> dict[str, re.Pattern[str]]:
        """What looks like the reason of a tag and is none."""
        return {tag: self.pattern(*each.but) for tag, each in self.tags.items() if each.but}

    def _by_tag(self, words: dict[LetterTag, tuple[str, ...]]) -> re.Pattern[str]:
        groups = (f"(?P<{tag}>{self.any_of(*each)})" for tag, each in words.items() if each)
        return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(groups)})(?!\w)")


@cache
def letter_reasons() -> LetterReasons:
    """Return the words by which letters give reasons."""
    return load("letter_reasons.toml", LetterReasons)
