"""Ends: between what a number that was asked for has to lie."""

from math import inf

from core.worksheets.fields import Column, Field, MatrixField, NumberField, SliderField


def ends_of(asked: Field | Column | None) -> tuple[float, float]:
    """Return the least and the most that a number of a field or a column can be.

    What lies beyond them cannot have been answered here: a file that is damaged, or was changed
    by hand, has it.
    """
    match asked:
        case SliderField() | NumberField() | Column(kind="score"):
            return asked.least, asked.most
        case MatrixField():
            return 0, asked.most
    return -inf, inf
