"""Where the answer to a question is written by hand, for every kind of field."""

from collections.abc import Iterator, Mapping, Sequence

from core.content.loader import fill, value_words
from core.content.paper import paper_words
from core.exports.worksheets import pieces
from core.exports.worksheets.pieces import Block
from core.worksheets import fields
from core.worksheets.definition import Worksheet
from core.worksheets.fields import LIST, Field, field_of
from core.worksheets.lists import named_list

MOST_BOXES = 24
"""So many choices are printed with boxes; of more, the person writes down those that fit."""

FEW_SIGNS = 48
"""So many signs of choices have room with boxes in one cell of a table."""

EXAMPLES = 300
"""So many signs of choices are printed as examples above the lines to write on."""

SHORT_HELP = 20
"""Help of so many signs has room behind a line."""

OWN_CARDS = 8
"""So many lines stand on a sort of what the person wrote down before."""

VALUES = f"{LIST}values"


def hangs_on_another(asked: Field, other: Field | None = None) -> bool:
    """Return whether what a field offers is known only from another answer, or from this one."""
    by = asked.by if isinstance(asked, fields.Choosing) else ""
    return by == other.id if other else bool(by)


def is_short(asked: Field) -> bool:
    """Return whether the answer has its place on one line, behind the label."""
    kinds = (fields.LineField, fields.DateField, fields.NumberField)
    is_one_line = isinstance(asked, kinds) or hangs_on_another(asked)
    return is_one_line and len(asked.help) <= SHORT_HELP


def fact(asked: Field, *, alone: bool) -> Block:
    """Return one line to write on, with its label unless it stands alone in its step."""
    unit = asked.unit if isinstance(asked, fields.NumberField) else ""
    unit = "" if unit == "currency" else unit
    return pieces.Fact(
        label="" if alone else asked.label,
        unit=" ".join(each for each in (unit, asked.help) if each),
        short=isinstance(asked, fields.NumberField | fields.DateField),
    )


def places(worksheet: Worksheet, asked: Field) -> Iterator[Block]:
    """Yield where the answer to a field is written."""
    match asked:
        case fields.TableField():
            yield from _table(worksheet, asked)
        case fields.PickField() | fields.OneField() if not hangs_on_another(asked):
            yield from _choices(asked)
        case fields.SliderField():
            yield scale(asked, labelled=bool(asked.rows))
        case fields.SortField():
            cards = _cards(asked)
            own = 0 if cards else OWN_CARDS
            yield pieces.Sort(piles=tuple(asked.piles.values()), cards=cards, own=own)
        case fields.MatrixField():
            yield _matrix(asked)
        case fields.TimerField():
            yield pieces.Note(text=asked.label, timed=True)
        case fields.IfThenField():
            say = paper_words()
            yield pieces.IfThen(before_cue=say.if_cue, before_action=say.then_action)
        case _:
            yield _lines(asked)


def _lines(asked: Field) -> Block:
    if isinstance(asked, fields.RankField):
        return pieces.Ruled(count=asked.most, numbered=True)
    return pieces.Ruled(count=asked.lines if isinstance(asked, fields.TextField) else 1)


def scale(asked: fields.SliderField, *, labelled: bool) -> Block:
    """Return the circles of a score; labelled, with a place to say what each row rates."""
    rows = (pieces.Rated(),) * (asked.print_rows if labelled else 1)
    return pieces.Scale(
        rows=rows,
        low=asked.low,
        high=asked.high,
        least=asked.least,
        most=asked.most,
        labelled=labelled,
    )


def score_table(worksheet: Worksheet, asked: Sequence[fields.SliderField]) -> Block:
    """Return several scores of the same rows as one table."""
    which = pieces.Column(title=_row_title(worksheet, asked[0].rows), width=pieces.Width.SENTENCES)
    scores = (pieces.Column(title=each.label, hint=_ends(each)) for each in asked)
    return pieces.Grid(columns=(which, *scores), empty=max(each.print_rows for each in asked))


def _ends(asked: fields.SliderField | fields.MatrixField) -> str:
    least = asked.least if isinstance(asked, fields.SliderField) else 0
    return fill(paper_words().ends, least=least, low=asked.low, most=asked.most, high=asked.high)


def _choices(asked: fields.PickField | fields.OneField) -> Iterator[Block]:
    offered = _offered(asked)
    lines = asked.print_rows if isinstance(asked, fields.PickField) else 0
    if offered and not lines and len(offered) <= MOST_BOXES:
        options = tuple(pieces.Option(text=each) for each in offered.values())
        yield pieces.Checks(options=options, one=isinstance(asked, fields.OneField))
        return
    if offered and len(examples := ", ".join(offered.values())) <= EXAMPLES:
        yield pieces.Note(text=fill(paper_words().examples, choices=examples), aside=True)
    most = asked.most if isinstance(asked, fields.PickField) else 1
    yield pieces.Ruled(count=lines or most, numbered=not offered and most > 1)


def _offered(asked: fields.Choosing) -> Mapping[str, str]:
    """Return the choices that are known before anything is answered."""
    known = dict(asked.choices)
    for source in asked.of:
        known |= dict(named_list(source)) if source.startswith(LIST) else {}
    return known


def _cards(asked: fields.SortField) -> tuple[pieces.Option, ...]:
    means = {name: card.means for name, card in value_words().cards.items()}
    hints = means if asked.of == (VALUES,) else {}
    offered = _offered(asked).items()
    return tuple(pieces.Option(text=label, hint=hints.get(key, "")) for key, label in offered)


def _table(worksheet: Worksheet, asked: fields.TableField) -> Iterator[Block]:
    for column in asked.columns:
        yield from _legend(column, asked)
    columns = tuple(map(paper_column, asked.columns))
    if asked.is_open:
        yield pieces.Grid(columns=columns, empty=asked.print_rows)
        return
    rows = dict(asked.labels)
    for source in asked.rows:
        rows |= dict(named_list(source)) if source.startswith(LIST) else {}
    first = pieces.Column(title=_row_title(worksheet, asked.rows), width=pieces.Width.SENTENCES)
    yield pieces.Grid(
        columns=(first, *columns),
        rows=tuple((label, *[""] * len(columns)) for label in rows.values()),
        empty=0 if rows else asked.print_rows,
    )


def side_tables(worksheet: Worksheet, asked: Sequence[fields.TableField]) -> Iterator[Block]:
    """Yield tables of the same rows as one; the label of each heads its first column."""
    first, *_ = asked
    for column in first.columns:
        yield from _legend(column, first)
    columns = [
        paper_column(column).model_copy(update={"title": each.label} if place == 0 else {})
        for each in asked
        for place, column in enumerate(each.columns)
    ]
    which = pieces.Column(title=_row_title(worksheet, first.rows), width=pieces.Width.WORDS)
    yield pieces.Grid(columns=(which, *columns), empty=max(each.print_rows for each in asked))


def _row_title(worksheet: Worksheet, sources: fields.Sources) -> str:
    """Return what the rows of a table are called: as they are where they come from."""
    asked = [worksheet.fields[field_of(each)] for each in sources if field_of(each)]
    for field in asked:
        if isinstance(field, fields.TableField):
            columns = field.columns
            return columns[0].label if field.is_open else _row_title(worksheet, field.rows)
    return paper_words().which


def paper_column(column: fields.Column) -> pieces.Column:
    """Return a column of a table with what its empty cells offer, and how wide it is to be."""
    choices = tuple(column.choices.values())
    fits = sum(map(len, choices)) <= FEW_SIGNS and column.kind in ("one", "some")
    hint = column.unit
    if column.kind == "score":
        hint = fill(paper_words().range, least=column.least, most=column.most)
    widths = {"score": pieces.Width.FEW, "number": pieces.Width.FEW, "date": pieces.Width.WORDS}
    return pieces.Column(
        title=column.label,
        hint=hint,
        width=widths.get(column.kind, pieces.Width.SENTENCES),
        options=choices if fits else (),
    )


def _legend(column: fields.Column, asked: fields.TableField) -> Iterator[Block]:
    """Yield what a column means, where its cells cannot say it; the same is said once."""
    before = asked.columns[: asked.columns.index(column)]
    told = any(each.choices and each.choices == column.choices for each in before)
    choices = "; ".join(column.choices.values())
    if choices and not told and not paper_column(column).options:
        alike = [each.label for each in asked.columns if each.choices == column.choices]
        yield pieces.Note(text=f"{' / '.join(alike)}: {choices}")
    if column.help:
        yield pieces.Note(text=f"{column.label}: {column.help}")


def _matrix(asked: fields.MatrixField) -> Block:
    return pieces.Matrix(
        rows=_known(asked.rows) or ("",) * asked.print_rows,
        columns=_known(asked.across) or ("",) * asked.print_columns,
        legend=_ends(asked),
    )


def _known(sources: fields.Sources) -> tuple[str, ...]:
    lists = (each for each in sources if each.startswith(LIST))
    return tuple(label for each in lists for label in named_list(each).values())
