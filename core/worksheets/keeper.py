"""A keeper: what it makes of answers that a person may want to keep as records."""

from collections.abc import Callable
from dataclasses import dataclass

from core.records import Record
from core.worksheets.calculation import inputs_of


@dataclass(frozen=True)
class Proposal:
    """One record that could be kept.

    `key` tells it from the others of its keep and stays the same over runs of the code;
    `text` is what it is, in the person's words, `note` what would become of it.
    """

    key: str
    text: str
    note: str
    record: Record


@dataclass(frozen=True)
class Keeper:
    """`propose(workspace, run, answers, now, keep, **sources)` returns proposals.

    Its keyword arguments are the inputs that a worksheet has to name in `of`, those with a
    default may be left out. `says` are the ids of the texts that it may use.
    """

    propose: Callable[..., tuple[Proposal, ...]]
    says: frozenset[str] = frozenset()

    @property
    def needs(self) -> frozenset[str]:
        """The inputs that a worksheet has to name."""
        return inputs_of(self.propose, needed=True)

    @property
    def takes(self) -> frozenset[str]:
        """The inputs that a worksheet may name."""
        return inputs_of(self.propose, needed=False)
