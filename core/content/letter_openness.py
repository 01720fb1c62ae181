"""What `letter_openness.toml` holds: how open to be about a reason, and words for each reason."""

from functools import cache
from typing import Self, get_args

from pydantic import model_validator

from core.content.cases import LetterTag
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words, has_words_for_all
from core.letters.kinds import Openness

MOST_WORDS = 25


class TagWords(Content):
    """One reason as a letter may give it.

    `noun` goes into "I declined it because of ...". `soft` and `plain` are whole sentences that
    say the reason, as a matter of match or of time, and no figure.
    """

    noun: Words
    soft: Words
    plain: Words


class General(Content):
    """One general reason: offered only where it can be true, and sent only if it is.

    `tag` is what a letter with it is taken to say; `ask` is how the person is asked whether it
    is true.
    """

    tag: LetterTag
    text: Words
    ask: Words


class Filter(Content):
    """The two questions before giving feedback on their process, and what follows from each."""

    asked: Words
    can_act: Words
    keep: Words
    drop: Words
    undecided: Words


class Empathy(Content):
    """What the no costs the other side this week, and ends for "so that you can ..."."""

    question: Words
    completions: tuple[Words, ...]


class Gifts(Content):
    """A card or a small present: what to look at first."""

    title: Words
    cautions: tuple[Words, ...]


class OpennessWords(Content):
    """Everything the chooser and its neighbours say, by id."""

    levels: Table[Openness, Words]
    why: Table[Id, Words]
    tags: Table[LetterTag, TagWords]
    general: Table[Id, General]
    process_feedback: Filter
    empathy: Empathy
    gifts: Gifts

    @model_validator(mode="after")
    def _speaks_of_all(self) -> Self:
        has_words_for_all(self.tags, get_args(LetterTag))
        has_words_for_all(self.levels, Openness)
        return self

    @model_validator(mode="after")
    def _is_brief(self) -> Self:
        sentences = [each.text for each in self.general.values()]
        sentences += [text for each in self.tags.values() for text in (each.soft, each.plain)]
        if long := [each for each in sentences if len(each.split()) > MOST_WORDS]:
            raise ValueError(f"has more than {MOST_WORDS} words: {long[0]}")
        return self


@cache
def openness_words() -> OpennessWords:
    """Return the words of the openness chooser."""
    return load("letter_openness.toml", OpennessWords)
