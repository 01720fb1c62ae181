"""What every field of a worksheet has, and where its choices and rows come from.

What a field asks about can come from its own `choices`, from a list that Ajar knows, or from an
earlier answer. A source is written as

    list:feelings     a list of `core/worksheets/lists.py`
    picked            what was picked, ranked, sorted or typed in the field `picked`; of a table
                      its rows, each by its first column
    cards=very        the cards of the field `cards` that lie in its pile `very`
"""

from typing import Annotated

from pydantic import Field as Limit
from pydantic import StringConstraints, model_validator

from core.content.shapes import Content, Id, Words

LIST = "list:"
_SOURCE = r"^(list:[a-z_]+|[a-z][a-z0-9_]*(=[a-z][a-z0-9_]*)?)$"

Source = Annotated[str, StringConstraints(pattern=_SOURCE)]
"""Where choices or rows come from: a list, an earlier field, or a pile of an earlier field."""

Sources = tuple[Source, ...]


def field_of(source: str) -> str:
    """Return the id of the field that a source speaks of; "" for a list."""
    return "" if source.startswith(LIST) else source.partition("=")[0]


class Condition(Content):
    """Asked only where an earlier field has an answer, or one that is `among` these."""

    field: Id
    among: tuple[str, ...] = ()


class Asked(Content):
    """What every field has. `private` keeps it off filled prints unless the person ticks its kind.

    `start` names what Ajar may know already (`core/worksheets/starts.py`).
    """

    id: Id
    label: Words
    help: str = ""
    when: Condition | None = None
    private: bool = False
    start: str = ""

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return ()


class Choosing(Asked):
    """A field with choices: its own, or those of sources.

    `by` names an earlier field whose answer is the id of the one group of a list to offer.
    """

    choices: dict[Id, Words] = Limit(default_factory=dict)
    of: Sources = ()
    by: str = ""

    @model_validator(mode="after")
    def _has_choices(self) -> "Choosing":
        if bool(self.choices) == bool(self.of):
            raise ValueError("needs either choices or of")
        return self

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return self.of
