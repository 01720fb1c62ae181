"""What `search.toml` holds: how far an application got, where it stopped, and ways to apply."""

from functools import cache

from pydantic import model_validator

from core.applications import Tests
from core.content.files import load
from core.content.shapes import Content, Table, Words, has_words_for_all
from core.insights.tries import Match, Reached, Stop


class SearchWords(Content):
    """Words for what a search record says.

    `steps` name how far things can get beyond being sent, `aims` what each step is about in one
    small idea to try, `tests` what an experiment can change, with an `idea` for each.

    `counted` names a share with its count; `yes` and `no` are both ways of each comparison.
    """

    counted: Words
    yes: Table[str, Words]
    no: Table[str, Words]
    steps: Table[str, Words]
    stops: Table[Stop, Words]
    matches: Table[Match, Words]
    tests: Table[Tests, Words]
    ideas: Table[Tests, Words]
    helps: Table[Stop, tuple[Tests, ...]]

    @model_validator(mode="after")
    def _names_everything(self) -> "SearchWords":
        has_words_for_all(self.stops, Stop)
        has_words_for_all(self.matches, Match)
        has_words_for_all(self.tests, Tests)
        has_words_for_all(self.ideas, Tests)
        has_words_for_all(self.helps, Stop)
        if set(self.steps) != {each.name.lower() for each in list(Reached)[1:]}:
            raise ValueError("steps: needs one for each step after being sent")
        return self

    def step(self, reached: Reached) -> str:
        """Return what a step is called."""
        return self.steps[reached.name.lower()]


@cache
def search_words() -> SearchWords:
    """Return the words for what a search record says."""
    return load("search.toml", SearchWords)
