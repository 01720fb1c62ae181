"""The questions of a worksheet, each with its place to write by hand."""

from collections.abc import Iterator, Sequence

from core.content.loader import fill
from core.content.paper import paper_words
from core.exports.worksheets import pieces
from core.exports.worksheets.pieces import Block
from core.exports.worksheets.places import fact, hangs_on_another, places, scale, score_table
from core.worksheets import fields
from core.worksheets.definition import Step, Worksheet
from core.worksheets.fields import Field


def blank_blocks(worksheet: Worksheet) -> Iterator[Block]:
    """Yield every step of a worksheet, whatever it depends on, with room to answer by hand."""
    for number, step in enumerate(worksheet.steps, 1):
        yield from _step(worksheet, step, number)


def speaks_for(step: Step, asked: Field) -> bool:
    """Return whether the title of a step already asks what its only question asks."""
    rest = [each for each in step.fields if each.kind != "timer"]
    return rest == [asked] and (step.title.endswith("?") or not asked.label.endswith("?"))


def said_together(*texts: str) -> str:
    """Return short texts one after the other, those left out that say nothing."""
    return " ".join(each for each in texts if each)


def _step(worksheet: Worksheet, step: Step, number: int) -> Iterator[Block]:
    told = [step.title, step.lead]
    only = next((each for each in step.fields if speaks_for(step, each)), None)
    hint = said_together(step.lead, _hint(only, told) if only else "")
    yield pieces.Heading(number=number, text=step.title, hint=hint)
    for group in _groups(step):
        yield from _group(worksheet, group, told, alone=group == [only])


def _groups(step: Step) -> Iterator[list[Field]]:
    """Yield the fields of a step, those together that are written into one place on paper."""
    asked: list[list[Field]] = []
    for field in step.fields:
        before = asked[-1] if asked else []
        if before and _goes_with(before[-1], field):
            before.append(field)
        else:
            asked.append([field])
    yield from asked


def _goes_with(before: Field, field: Field) -> bool:
    """Return whether a field has its place in that of the one before it.

    Scores of what was picked stand beside it, scores of the same rows beside each other, and
    what hangs on another answer is left to the own words behind it.
    """
    if isinstance(field, fields.SliderField):
        rated_alike = isinstance(before, fields.SliderField) and before.rows == field.rows
        return field.rows == (before.id,) or (bool(field.rows) and rated_alike)
    return isinstance(field, fields.LineField) and hangs_on_another(before)


def _group(
    worksheet: Worksheet, group: Sequence[Field], told: Sequence[str], *, alone: bool
) -> Iterator[Block]:
    first = group[0]
    scores = [each for each in group if isinstance(each, fields.SliderField)]
    if len(scores) > 1:
        yield score_table(worksheet, scores)
    elif scores and first is not scores[0]:
        yield pieces.Question(text=first.label, hint=said_together(first.help, scores[0].label))
        yield scale(scores[0], labelled=True)
    elif _is_short(first) or hangs_on_another(first):
        yield fact(first, alone=alone)
    else:
        if not (alone or isinstance(first, fields.TimerField)):
            yield pieces.Question(text=first.label, hint=_hint(first, told))
        yield from places(worksheet, first)


def _hint(asked: Field, told: Sequence[str]) -> str:
    """Return the help of a field, and how many may be picked where nothing has said so."""
    say = paper_words()
    up_to = say.up_to.partition("{")[0].casefold()
    known = said_together(*told, asked.label, asked.help).casefold()
    if isinstance(asked, fields.PickField | fields.RankField) and up_to not in known:
        return said_together(asked.help, fill(say.up_to, most=asked.most))
    return asked.help


def _is_short(asked: Field) -> bool:
    return isinstance(asked, fields.LineField | fields.DateField | fields.NumberField)
