"""What a worksheet on paper is made of: words, and places to write, tick or rate.

Every text is clean. An empty text is a place to write on, so the same piece serves the blank
sheet and the filled one.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from core.exports.paragraphs import clean, one_line

Line = Annotated[str, AfterValidator(one_line)]
Lines = Annotated[str, AfterValidator(clean)]


class Piece(BaseModel):
    """A frozen piece of a leaf, whose errors never show what someone wrote."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Heading(Piece):
    """The beginning of a step: its number, its words, and a line of help below them.

    The number 0 begins what is no step: the results. `on_new_page` is for what needs one.
    """

    number: int
    text: Line
    hint: Line = ""
    on_new_page: bool = False


class Question(Piece):
    """One of several questions of a step, with a line of help below it."""

    text: Line
    hint: Line = ""


class Note(Piece):
    """A quiet word in passing, with a small clock if `timed`; left out of a card if `aside`."""

    text: Line
    timed: bool = False
    aside: bool = False


class Ruled(Piece):
    """So many lines to write on. With `numbered`, each has its number."""

    count: int
    numbered: bool = False


class Fact(Piece):
    """Something short with its label before it and its unit behind, or a line to write it on."""

    label: Line = ""
    text: Line = ""
    unit: Line = ""
    short: bool = False


class Written(Piece):
    """What the person wrote, in its paragraphs."""

    text: Lines


class Listed(Piece):
    """What the person wrote or picked, one below another, numbered where the order counts."""

    items: tuple[Line, ...]
    numbered: bool = False


class Option(Piece):
    """Something to tick, with half a line about it."""

    text: Line
    hint: Line = ""
    picked: bool = False


class Checks(Piece):
    """Options with a box before each, round where only one may be picked.

    `own` counts the boxes with a line for what is not among them.
    """

    options: tuple[Option, ...]
    one: bool = False
    own: int = 0


class Rated(Piece):
    """One row of a scale: what is rated, and how. Without a value its circles are all empty."""

    label: Line = ""
    value: int | None = None


class Scale(Piece):
    """Rows of circles with the numbers from `least` to `most`, and words at both ends.

    With `labelled`, there is a place before each row to say what it rates.
    """

    rows: tuple[Rated, ...] = (Rated(),)
    low: Line = ""
    high: Line = ""
    least: int = 0
    most: int = 10
    labelled: bool = False


class Width(StrEnum):
    """How much room a column needs: for a few signs, for some words, or for sentences."""

    FEW = "few"
    WORDS = "words"
    SENTENCES = "sentences"


class Column(Piece):
    """The head of a column, half a line about it, and the room that it needs.

    Its `options` stand with boxes in each cell that is empty.
    """

    title: Line
    hint: Line = ""
    width: Width = Width.WORDS
    options: tuple[Line, ...] = ()


class Grid(Piece):
    """A table: rows that are filled, and below them so many empty ones to write in.

    A row has one text for each column. `result` marks what was worked out, not written.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Lines, ...], ...] = ()
    empty: int = 0
    result: bool = False


class Matrix(Piece):
    """Rows against columns, with a small box for a number where they meet.

    An empty label is a place to write one. `legend` tells what the numbers mean.
    """

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    values: tuple[tuple[Line, ...], ...] = ()
    legend: Line = ""
    corner: Line = ""

    def value(self, row: int, column: int) -> str:
        """Return what stands where a row and a column meet, counted from 0."""
        return self.values[row][column] if self.values else ""


class Sort(Piece):
    """Cards with a box for each pile; one line about a card is its `hint`."""

    piles: tuple[Line, ...]
    cards: tuple[Option, ...]
    own: int = 0


class Piles(Piece):
    """Cards as they were sorted: each pile with what lies on it."""

    piles: tuple[tuple[Line, tuple[Line, ...]], ...]


class IfThen(Piece):
    """A plan of one cue and one action, with the words before each."""

    before_cue: Line
    before_action: Line
    cue: Lines = ""
    action: Lines = ""


class Sentence(Piece):
    """A result, said in one sentence."""

    text: Line


Block = (
    Heading
    | Question
    | Note
    | Ruled
    | Fact
    | Written
    | Listed
    | Checks
    | Scale
    | Grid
    | Matrix
    | Sort
    | Piles
    | IfThen
    | Sentence
)

LEADING = (Heading, Question, Note)
"""Blocks that lead to the next one and never stand alone at the foot of a page."""
