"""A worksheet laid out as a leaf: blank, to write on by hand, or filled with what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.content.loader import fill, support_words
from core.content.paper import paper_words
from core.exports.paper import Paper
from core.exports.worksheets.blank import blank_blocks
from core.exports.worksheets.filled import InWords, Print, filled_blocks, result_blocks
from core.exports.worksheets.leaf import Leaf, without_loose_leads
from core.exports.worksheets.pieces import Note
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.fields import Private
from core.worksheets.results import Found


@dataclass(frozen=True)
class Form:
    """The form of a print: its paper, and whether in large print."""

    paper: Paper = Paper.A4
    large: bool = False


@dataclass(frozen=True)
class Filler:
    """Who filled a worksheet in and when: a name that may be empty, a day, a next step.

    `in_words` says a day as the screens do, `currency` stands behind amounts. `shown`
    is what is printed although it is private: how things feel with what was worked out from it,
    and what was written in private.
    """

    day: date
    in_words: InWords
    name: str = ""
    next_step: str = ""
    currency: str = ""
    shown: frozenset[Private] = frozenset()


def blank_leaf(worksheet: Worksheet, form: Form) -> Leaf:
    """Return a worksheet with room to write by hand, and nothing of anybody."""
    say = paper_words()
    return _leaf(
        worksheet,
        form,
        minutes=fill(say.minutes, minutes=worksheet.minutes),
        name_label=say.name,
        date_label=say.date,
        blocks=tuple(blank_blocks(worksheet)),
        next_hint=worksheet.next_step,
    )


def filled_leaf(answers: Answers, found: Sequence[Found], filler: Filler, form: Form) -> Leaf:
    """Return a worksheet with what was answered and what came of it.

    Private answers and results are left out unless the filler asks for them. Where there is no
    next step yet, there is room to write one.
    """
    say = paper_words()
    how = Print(filler.in_words, filler.currency, filler.shown)
    written = without_loose_leads([*filled_blocks(answers, how), *result_blocks(found, how)])
    return _leaf(
        answers.worksheet,
        form,
        name_label=say.name_filled if filler.name else "",
        name=filler.name,
        date_label=say.date,
        date=filler.in_words(filler.day),
        blocks=written or (Note(text=say.empty),),
        next_hint="" if filler.next_step else answers.worksheet.next_step,
        next_step=filler.next_step,
        filled=True,
    )


def _leaf(worksheet: Worksheet, form: Form, **more: Any) -> Leaf:  # noqa: ANN401 - fields of Leaf
    return Leaf(
        title=worksheet.title,
        purpose=worksheet.purpose,
        next_label=paper_words().next_step,
        settle=worksheet.settle,
        scope=support_words().scope,
        credit=worksheet.credit,
        paper=form.paper,
        large=form.large,
        pages=worksheet.pages,
        **more,
    )
