"""What `letter_signs.toml` holds: the words and patterns that the letter checks look for."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.patterns import Compiled, Patterned, WordList
from core.content.shapes import Content, Id, Table, Words


class Swap(Content):
    """Words, and what may stand in their place with one click; `write` may name groups."""

    find: Words
    write: str


class Swappable(WordList):
    """A word list with what may go in; `swaps` are tried where a match stands, in their order."""

    swaps: tuple[Swap, ...] = ()


class Hint(WordList):
    """What may be read between the lines, under which rule, and by the words of which message.

    `kinds` are the codes of the kinds that it holds for; empty is all of them.
    """

    rule: Annotated[str, Field(pattern=r"^R\d\d[a-d]?$")]
    message: Id
    kinds: tuple[Annotated[str, Field(pattern=r"^L\d{1,2}$")], ...] = ()


class Tell(WordList):
    """Words that say a little about the tone of a sentence: by `weight` unkind, below 0 kind."""

    weight: float


class LetterSigns(Patterned):
    """Patterns of faults and of what a letter needs, and hints between the lines.

    A sentence whose `tells` weigh `enough` together could be read as unkind.
    """

    enough: Annotated[float, Field(gt=0)]
    lists: Table[Id, Swappable]
    tells: Table[Id, Tell]
    between_lines: Table[Id, Hint]

    @cached_property
    def compiled(self) -> dict[str, Compiled]:
        """Each list and each hint between the lines by its name, ready."""
        return {**super().compiled, **self.ready(self.tells), **self.ready(self.between_lines)}

    @cached_property
    def swaps(self) -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
        """What may take the place of the matches of each list."""
        return {
            name: tuple((self.pattern(swap.find), swap.write) for swap in each.swaps)
            for name, each in self.lists.items()
        }

    def compile_all(self) -> None:
        """Compile every pattern now, those of swaps too; raise ValueError as `Patterned` does."""
        super().compile_all()
        self.swaps  # noqa: B018 - compiling is what it is asked for

    def patterns(self) -> Iterator[str]:
        """Yield every pattern of the file."""
        yield from super().patterns()
        for each in self.between_lines.values():
            yield from (*each.words, *each.but)
        yield from (swap.find for each in self.lists.values() for swap in each.swaps)


@cache
def letter_signs() -> LetterSigns:
    """Return the words and patterns of the letter checks."""
    return load("letter_signs.toml", LetterSigns)
