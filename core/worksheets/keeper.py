"""A keeper: what it makes of answers that a person may want to keep as records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from core.records import Record
from core.worksheets.calculation import inputs_of
from core.worksheets.run import WorksheetRun


@dataclass(frozen=True)
class Proposal:
    """One record that could be kept.

    `key` tells it from the others of its keep and stays the same over runs of the code;
    `text` is what it is, in the person's words, `note` what would become of it. `told` is what
    the answers say of the record, by its fields, without what the moment adds; where it is left
    out, that is all that was set. `changes` says that the record came of this run, in another
    version.
    """

    key: str
    text: str
    note: str
    record: Record
    told: Mapping[str, Any] = field(default_factory=dict)
    changes: bool = False


@dataclass(frozen=True)
class Keeper:
    """`propose(workspace, run, answers, now, keep, **sources)` returns proposals.

    Its keyword arguments are the inputs that a worksheet has to name in `of`, those with a
    default may be left out. `says` are the ids of the texts that it may use. What is only
    `of_its_day` is proposed until the end of the day after the run was finished.
    """

    propose: Callable[..., tuple[Proposal, ...]]
    says: frozenset[str] = frozenset()
    of_its_day: bool = False

    @property
    def needs(self) -> frozenset[str]:
        """The inputs that a worksheet has to name."""
        return inputs_of(self.propose, needed=True)

    @property
    def takes(self) -> frozenset[str]:
        """The inputs that a worksheet may name."""
        return inputs_of(self.propose, needed=False)


def day_of(run: WorksheetRun, now: datetime) -> date:
    """Return the day that the records of a run are of: that on which it was finished, else now."""
    return run.finished_on or now.date()
