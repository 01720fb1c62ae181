"""A calculation: a pure function over answers, with what it asks for and what it may say."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from core.worksheets.outcomes import Outcome


@dataclass(frozen=True)
class Calculation:
    """`work_out(answers, around, **sources)` returns an Outcome.

    Its keyword arguments are the inputs that a worksheet has to name in `of`, those with a
    default may be left out. `says` are the ids of all sentences that it may use, `columns`
    those of its table.
    """

    work_out: Callable[..., Outcome]
    says: frozenset[str]
    columns: frozenset[str] = frozenset()

    @property
    def needs(self) -> frozenset[str]:
        """The inputs that a worksheet has to name."""
        return inputs_of(self.work_out, needed=True)

    @property
    def takes(self) -> frozenset[str]:
        """The inputs that a worksheet may name."""
        return inputs_of(self.work_out, needed=False)


def inputs_of(function: Callable[..., object], *, needed: bool) -> frozenset[str]:
    """Return the names of the keyword arguments of a function, all or those without a default.

    Those of a group, `**of: Unpack[SomeTypedDict]`, are among them.
    """
    every = inspect.signature(function).parameters.values()
    keyword = (each for each in every if each.kind is inspect.Parameter.KEYWORD_ONLY)
    groups = (each for each in every if each.kind is inspect.Parameter.VAR_KEYWORD)
    return frozenset(
        each.name for each in keyword if not needed or each.default is inspect.Parameter.empty
    ).union(*(_keys_of(each.annotation, needed=needed) for each in groups))


def _keys_of(unpacked: object, *, needed: bool) -> frozenset[str]:
    """Return the keys of an unpacked TypedDict, all or those that it cannot be without."""
    (group,) = get_args(unpacked)
    return group.__required_keys__ if needed else frozenset(group.__annotations__)
