"""What a person answered, and what came of it, in the order of the worksheet.

What was left open is left out, and so is what is private unless the person asks for it: a print
shows what was written, never what was not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Any

from core.content.loader import fill
from core.content.paper import paper_words
from core.exports.worksheets import pieces
from core.exports.worksheets.blank import speaks_for
from core.exports.worksheets.pieces import Block
from core.exports.worksheets.places import paper_column
from core.worksheets import fields
from core.worksheets.answers import Answers
from core.worksheets.definition import Step
from core.worksheets.fields import Field, Private, privacy_of
from core.worksheets.results import Found, sentence

InWords = Callable[[date], str]
"""Says a day in words, as the screens do."""

SHORT = 70
"""A line of so many signs has room beside its label."""

COMMA = ", "


@dataclass(frozen=True)
class Print:
    """How to print answers: days in words, the person's currency, and what private is shown."""

    in_words: InWords
    currency: str = ""
    shown: frozenset[Private] = frozenset()

    def told(self, value: object) -> str:
        """Return a number, a day or a text as it is read; "" for nothing."""
        if value is None:
            return ""
        if isinstance(value, date):
            return self.in_words(value)
        if isinstance(value, float):
            return f"{value:.2f}".rstrip("0").rstrip(".")
        return str(value)


def filled_blocks(answers: Answers, how: Print) -> Iterator[Block]:
    """Yield what was answered, step by step, without what it leads to being empty."""
    for number, step in enumerate(answers.worksheet.steps, 1):
        if answers.meets(step.when):
            asked = [each for each in step.fields if _is_shown(each, answers, how)]
            if asked:
                yield pieces.Heading(number=number, text=step.title)
            for field in asked:
                if not any(_tells_it_all(each, field, answers) for each in asked):
                    yield from _field(field, step, answers, how)


def result_blocks(found: Sequence[Found], how: Print) -> Iterator[Block]:
    """Yield what came of the answers: each result with its sentences and its table."""
    feelings = Private.FEELINGS in how.shown
    shown = [each for each in found if feelings or not each.result.private]
    if shown:
        yield pieces.Heading(number=0, text=paper_words().results)
    for each in shown:
        yield pieces.Question(text=each.result.title)
        for said in each.outcome.says:
            yield pieces.Sentence(text=sentence(each.result, said, how.told))
        if each.outcome.rows:
            yield pieces.Grid(
                columns=tuple(
                    pieces.Column(title=each.result.columns[column])
                    for column in each.outcome.columns
                ),
                rows=tuple(tuple(map(how.told, row)) for row in each.outcome.rows),
                result=True,
            )


def _is_shown(asked: Field, answers: Answers, how: Print) -> bool:
    is_open = not asked.private or privacy_of(asked) in how.shown
    return is_open and answers.meets(asked.when) and answers.is_answered(asked)


def _tells_it_all(scores: Field, picked: Field, answers: Answers) -> bool:
    """Return whether scores name each thing that was picked, so that it is not told twice."""
    if not (isinstance(scores, fields.SliderField) and isinstance(picked, fields.PickField)):
        return False
    is_about = scores.rows == (picked.id,)
    return is_about and set(answers.chosen(picked.id)) == set(answers.scores(scores.id))


def _field(asked: Field, step: Step, answers: Answers, how: Print) -> Iterator[Block]:
    """Yield the answer to a field, below its label where the step does not say it already."""
    blocks = [each for each in _answer(asked, answers, how) if each]
    if not blocks:
        return
    label = "" if speaks_for(step, [asked]) else asked.label
    if len(blocks) == 1 and isinstance(blocks[0], pieces.Fact):
        yield blocks[0].model_copy(update={"label": label})
        return
    if label:
        yield pieces.Question(text=label)
    yield from blocks


def _answer(asked: Field, answers: Answers, how: Print) -> Iterator[Block | None]:
    """Yield what was written, picked or rated in a field; None where nothing of it is left."""
    match asked:
        case fields.SliderField():
            yield _scale(asked, answers)
        case fields.PickField() | fields.OneField():
            yield _picked(asked, answers)
        case fields.RankField():
            items = tuple(each.label for each in answers.chosen(asked.id))
            yield pieces.Listed(items=items, numbered=True) if items else None
        case fields.SortField():
            yield _piles(asked, answers)
        case fields.TableField():
            yield _table(asked, answers, how)
        case fields.MatrixField():
            yield _matrix(asked, answers)
        case _:
            yield _written(asked, answers, how)


def _written(asked: Field, answers: Answers, how: Print) -> Block | None:
    match asked:
        case fields.LineField():
            text = answers.text(asked.id)
            return pieces.Fact(text=text) if len(text) <= SHORT else pieces.Written(text=text)
        case fields.TextField():
            return pieces.Written(text=answers.text(asked.id))
        case fields.DateField():
            return pieces.Fact(text=how.told(answers.day(asked.id)))
        case fields.NumberField():
            unit = how.currency if asked.unit == "currency" else asked.unit
            return pieces.Fact(text=how.told(answers.number(asked.id)), unit=unit)
        case fields.IfThenField():
            say, plan = paper_words(), answers.plan(asked.id)
            return pieces.IfThen(
                before_cue=say.if_cue,
                before_action=say.then_action,
                cue=plan.cue,
                action=plan.action,
            )
    return None


def _picked(asked: fields.PickField | fields.OneField, answers: Answers) -> Block | None:
    named = answers.chosen(asked.id)
    options = tuple(pieces.Option(text=each.label, picked=True) for each in named)
    return pieces.Checks(options=options, one=asked.kind == "one") if options else None


def _scale(asked: fields.SliderField, answers: Answers) -> Block | None:
    if asked.rows:
        scores = answers.scores(asked.id).items()
        rows = tuple(pieces.Rated(label=each.label, value=score) for each, score in scores)
    else:
        score = answers.number(asked.id)
        rows = () if score is None else (pieces.Rated(value=int(score)),)
    if not rows:
        return None
    return pieces.Scale(
        rows=rows, low=asked.low, high=asked.high, least=asked.least, most=asked.most
    )


def _piles(asked: fields.SortField, answers: Answers) -> Block | None:
    sorted_by = (
        (label, tuple(each.label for each in answers.pile(asked.id, pile)))
        for pile, label in reversed(tuple(asked.piles.items()))
    )
    piles = tuple((label, cards) for label, cards in sorted_by if cards)
    return pieces.Piles(piles=piles) if piles else None


def _table(asked: fields.TableField, answers: Answers, how: Print) -> Block | None:
    """Return the rows and the columns of a table that hold anything."""
    first = () if asked.is_open else (pieces.Column(title=paper_words().which),)
    columns = (*first, *(_as_written(paper_column(each)) for each in asked.columns))
    rows = []
    for row in answers.rows(asked.id):
        cells = [_cell(each, row.cells[each.id], answers, how) for each in asked.columns]
        if any(cells):
            rows.append(tuple(cells) if asked.is_open else (row.label, *cells))
    used = [any(row[place] for row in rows) for place in range(len(columns))]
    if not rows:
        return None
    return pieces.Grid(
        columns=tuple(compress(columns, used)), rows=tuple(tuple(compress(r, used)) for r in rows)
    )


def _as_written(column: pieces.Column) -> pieces.Column:
    return column.model_copy(update={"hint": "", "options": ()})


def _cell(column: fields.Column, value: Any, answers: Answers, how: Print) -> str:  # noqa: ANN401 - as its kind
    options = answers.options(column)
    match column.kind:
        case "one":
            return options.get(value, "") if value else ""
        case "some":
            return COMMA.join(options[each] for each in value)
        case "score" if column.choices and value is not None:
            return column.choices.get(f"d{value}", str(value))
    told = how.told(value)
    return f"{told} {column.unit}".strip() if told else ""


def _matrix(asked: fields.MatrixField, answers: Answers) -> Block | None:
    """Return the scores of the rows and columns that have any."""
    scores = answers.matrix(asked.id)
    rows = [each for each in answers.of(asked.rows) if each in {row for row, _ in scores}]
    across = [each for each in answers.of(asked.across) if each in {c for _, c in scores}]
    if not scores:
        return None
    say = paper_words().ends
    return pieces.Matrix(
        rows=tuple(each.label for each in rows),
        columns=tuple(each.label for each in across),
        values=tuple(
            tuple(str(scores.get((row, column), "")) for column in across) for row in rows
        ),
        legend=fill(say, least=0, low=asked.low, most=asked.most, high=asked.high),
    )
