"""What `letters/` holds: the moves of each kind of letter and their wordings, in three tones."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from core.cases import Stage
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words
from core.letters.kinds import Firmness, Kind, Openness, Tone

LETTERS = "letters"
COMMON = f"{LETTERS}/all_kinds.toml"
REQUIRED_WORDINGS, OPTIONAL_WORDINGS = 3, 2

Wordings = Mapping[Tone, tuple[Words, ...]]
"""Wordings in each tone. They are Jinja templates; the facts go in as `{{ good_thing }}`."""

Form = Literal["name", "phrase", "clause", "sentence", "own"]
"""How a fact stands in a sentence.

A name stands as it is; a phrase ("hearing how you test") and a clause ("I have moved") inside a
sentence; a sentence by itself; own words anywhere, untouched.
"""


class Fact(Content):
    """One short question; `words` is the most that the answer may have."""

    label: Words
    example: Words
    form: Form = "phrase"
    words: Annotated[int, Field(ge=1, le=60)] = 25


class Move(Content):
    """One thing that a letter says. It has `wordings`, or for a no `by_firmness`.

    It belongs to some `variants` and levels of `openness` of its kind, or (empty) to all.
    """

    id: Id
    label: Words
    why: str = ""
    required: bool = False
    on: bool = False
    paragraph: Annotated[int, Field(ge=1, le=9)]
    variants: tuple[Id, ...] = ()
    openness: tuple[Openness, ...] = ()
    wordings: Wordings = Field(default_factory=dict)
    by_firmness: Mapping[Firmness, Wordings] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_enough_wordings(self) -> Self:
        if bool(self.wordings) == bool(self.by_firmness):
            raise ValueError(f"{self.id} needs wordings, or wordings by firmness")
        if self.by_firmness and set(self.by_firmness) != set(Firmness):
            raise ValueError(f"{self.id} needs wordings for every firmness")
        least = REQUIRED_WORDINGS if self.required else OPTIONAL_WORDINGS
        for by_tone in self.by_firmness.values() or (self.wordings,):
            for tone in Tone:
                if len(by_tone.get(tone, ())) < least:
                    raise ValueError(f"{self.id} needs {least} wordings in the tone {tone}")
        return self

    def said_in(self, tone: Tone, firmness: Firmness) -> tuple[str, ...]:
        """Return the wordings in this tone and, where it makes a difference, firmness."""
        return (self.by_firmness[firmness] if self.by_firmness else self.wordings)[tone]

    def belongs_to(self, variant: str, openness: Openness) -> bool:
        """Return whether the move has a place in this variant at this openness."""
        fits = not self.variants or variant in self.variants
        return fits and (not self.openness or openness in self.openness)


class KindWords(Content):
    """One kind of letter: what it is for, what it asks, and what it says, in order.

    `least` and `most` are words in the letter as people count them, `questions` the most that
    it may ask. `ask` names the facts in the order of the questions; `facts` holds those that
    `all_kinds.toml` does not know. The first of the `variants` is the usual one.
    """

    title: Words
    purpose: Words
    to_whom: Words
    when: Words
    least: Annotated[int, Field(ge=10)]
    most: Annotated[int, Field(le=250)]
    questions: Annotated[int, Field(ge=0, le=2)]
    variants: Mapping[Id, Words] = Field(default_factory=dict)
    ask: tuple[Id, ...]
    facts: Mapping[Id, Fact] = Field(default_factory=dict)
    subjects: Mapping[Tone, tuple[Words, ...]]
    moves: tuple[Move, ...]

    @property
    def has_firmness(self) -> bool:
        """Whether it says a no, which can be cushioned more or less."""
        return any(move.by_firmness for move in self.moves)


class CommonWords(Content):
    """What all kinds share: greetings, closings, and the facts that several of them ask for.

    `events` names what the person took part in last, after each stage that has a talk or a task.
    """

    greetings: Wordings
    closings: Wordings
    facts: Table[Id, Fact]
    events: Table[Stage, Words]
    tones: Table[Tone, Words]
    firmnesses: Table[Firmness, Words]


@cache
def common_words() -> CommonWords:
    """Return what all kinds of letter share."""
    return load(COMMON, CommonWords)


def file_of(kind: Kind) -> str:
    """Return the file that holds the words of a kind."""
    return f"{LETTERS}/{kind}.toml"


@cache
def kind_words(kind: Kind) -> KindWords:
    """Return the words of one kind of letter."""
    return load(file_of(kind), KindWords)


def fact_words(kind: Kind, fact: str) -> Fact:
    """Return the question for a fact: the kind's own, else the one that all kinds share."""
    return kind_words(kind).facts.get(fact) or common_words().facts[fact]
