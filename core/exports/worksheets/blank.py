"""The questions of a worksheet, each with its place to write by hand."""

from collections.abc import Iterator, Sequence

from core.content.loader import fill
from core.content.paper import paper_words
from core.exports.worksheets import pieces
from core.exports.worksheets.pieces import Block
from core.exports.worksheets.places import (
    fact,
    hangs_on_another,
    is_short,
    places,
    scale,
    score_table,
    side_tables,
)
from core.worksheets import fields
from core.worksheets.definition import Step, Worksheet
from core.worksheets.fields import Field


def blank_blocks(worksheet: Worksheet) -> Iterator[Block]:
    """Yield every step of a worksheet, whatever it depends on, with room to answer by hand."""
    for number, step in enumerate(worksheet.steps, 1):
        yield from _step(worksheet, step, number)


def speaks_for(step: Step, group: Sequence[Field]) -> bool:
    """Return whether the title of a step already asks what its only fields ask."""
    rest = [each for each in step.fields if each.kind != "timer"]
    return rest == list(group) and (step.title.endswith("?") or "?" not in rest[0].label)


def said_together(*texts: str) -> str:
    """Return short texts one after the other, those left out that say nothing."""
    return " ".join(each for each in texts if each)


def _step(worksheet: Worksheet, step: Step, number: int) -> Iterator[Block]:
    told = [step.title, step.lead]
    groups = list(_groups(worksheet, step))
    alone = [each for each in groups if speaks_for(step, each)]
    hint = said_together(step.lead, *(_hint(each, told) for each in alone))
    yield pieces.Heading(number=number, text=step.title, hint=hint, on_new_page=step.break_before)
    for group in groups:
        yield from _group(worksheet, group, told, alone=group in alone)


def _groups(worksheet: Worksheet, step: Step) -> Iterator[list[Field]]:
    """Yield the fields of a step, those together that are written into one place on paper.

    What only decides what another field offers is not asked: paper offers nothing by itself.
    """
    asked: list[list[Field]] = []
    for field in step.fields:
        if any(hangs_on_another(each, field) for each in worksheet.fields.values()):
            continue
        if asked and _goes_with(asked[-1][-1], field):
            asked[-1].append(field)
        elif alike := next((each for each in asked if _same_rows(each[0], field)), None):
            asked.remove(alike)
            asked.append([*alike, field])
        else:
            asked.append([field])
    yield from asked


def _same_rows(one: Field, other: Field) -> bool:
    """Return whether two tables ask the same of the same rows, so that one holds both."""
    if not (isinstance(one, fields.TableField) and isinstance(other, fields.TableField)):
        return False
    labels = [[each.label for each in table.columns] for table in (one, other)]
    return bool(one.rows) and one.rows == other.rows and labels[0] == labels[1]


def _goes_with(before: Field, field: Field) -> bool:
    """Return whether a field has its place in that of the one before it.

    Scores of what was picked stand beside it, scores of the same rows beside each other, an
    order is that in which it is written down, and what hangs on another answer is left to the
    own words behind it.
    """
    match field:
        case fields.SliderField():
            if isinstance(before, fields.SliderField):
                return bool(field.rows) and field.rows == before.rows
            picked = isinstance(before, fields.PickField | fields.RankField)
            return picked and field.rows == (before.id,)
        case fields.RankField():
            return field.of == (before.id,) and isinstance(before, fields.PickField)
        case fields.LineField():
            return hangs_on_another(before)
    return False


def _group(
    worksheet: Worksheet, group: Sequence[Field], told: Sequence[str], *, alone: bool
) -> Iterator[Block]:
    first, last = group[0], group[-1]
    if is_short(first):
        yield fact(first, alone=alone)
        return
    scores = _scores(group)
    tables = [each for each in group if isinstance(each, fields.TableField)]
    in_one_table = len(tables) > 1 or (len(scores) > 1 and first is scores[0])
    if not (alone or in_one_table or isinstance(first, fields.TimerField)):
        yield pieces.Question(text=first.label, hint=_hint(group, told))
    if len(tables) > 1:
        yield from side_tables(worksheet, tables)
    elif len(scores) > 1:
        yield score_table(worksheet, scores)
    elif scores:
        yield scale(scores[0], labelled=bool(scores[0].rows))
    else:
        yield from places(worksheet, last)


def _scores(group: Sequence[Field]) -> list[fields.SliderField]:
    return [each for each in group if isinstance(each, fields.SliderField)]


def _hint(group: Sequence[Field], told: Sequence[str]) -> str:
    """Return the help of fields, and how many may be picked where nothing has said so."""
    say = paper_words()
    first, *others = group
    up_to = say.up_to.partition("{")[0].casefold()
    known = said_together(*told, first.label, first.help).casefold()
    in_table = len(_scores(group)) > 1 or isinstance(first, fields.TableField)
    more = [] if in_table else [text for each in others for text in (each.label, each.help)]
    if isinstance(first, fields.PickField | fields.RankField) and up_to not in known:
        more.append(fill(say.up_to, most=first.most))
    return said_together(first.help, *map(_sentence, more))


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?:" else f"{text}."
