"""What `paper.toml` holds: what a printed worksheet says beside the worksheet's own words."""

from functools import cache

from core.content.files import load
from core.content.shapes import Slotted, Words


class PaperWords(Slotted):
    """The labels and hints of a printed sheet; each is named for what it stands beside."""

    name: Words
    name_filled: Words
    date: Words
    minutes: Words
    up_to: Words
    one: Words
    range: Words
    ends: Words
    examples: Words
    which: Words
    if_cue: Words
    then_action: Words
    results: Words
    next_step: Words
    empty: Words


@cache
def paper_words() -> PaperWords:
    """Return what a printed sheet says."""
    return load("paper.toml", PaperWords)
