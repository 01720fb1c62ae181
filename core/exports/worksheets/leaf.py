"""A worksheet as it lies on paper: the words and places to write that stand on it, one by one.

It knows neither the definition of a worksheet nor how a page is set.
"""

from collections.abc import Sequence
from itertools import count

from core.content.shapes import texts_of
from core.exports.paper import Paper
from core.exports.worksheets.pieces import (
    LEADING,
    Block,
    Heading,
    Line,
    Lines,
    Note,
    Piece,
    Question,
)


class Leaf(Piece):
    """Everything that stands on a worksheet's paper, in its order.

    `name` and `date` are what is filled in after their labels; empty, they are lines to write
    on, and without a label they are left out. `filled` says that it shows what someone wrote:
    then the answers stand out, not the questions. `large` is for eyes that need large print.
    `pages` is how many it should fit on, as far as lines to write on allow.
    """

    title: Line
    purpose: Line = ""
    minutes: Line = ""
    name_label: Line = ""
    name: Line = ""
    date_label: Line = ""
    date: Line = ""
    blocks: tuple[Block, ...] = ()
    next_label: Line = ""
    next_hint: Line = ""
    next_step: Lines = ""
    settle: Line = ""
    scope: Line = ""
    credit: Line = ""
    paper: Paper = Paper.A4
    large: bool = False
    filled: bool = False
    pages: int = 2

    @property
    def all_text(self) -> str:
        """Every text that stands on it, in its order."""
        return "\n".join(each for each in texts_of(self.model_dump()) if each)


def without_loose_leads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks without the headings, questions and notes that lead to nothing.

    A heading leads to all that follows until the next one, a question or a note to the block
    behind it. Headings that stay are numbered anew, so that no number is missed.
    """
    kept: list[Block] = []
    for block in reversed(blocks):
        after = kept[-1] if kept else None
        loose = after is None or isinstance(after, Heading)
        if isinstance(block, (Question, Note)):
            loose = loose or isinstance(after, Question)
        if not (isinstance(block, LEADING) and loose):
            kept.append(block)
    return tuple(_numbered(kept[::-1]))


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    numbers = count(1)
    return [
        each.model_copy(update={"number": next(numbers)})
        if isinstance(each, Heading) and each.number
        else each
        for each in blocks
    ]
