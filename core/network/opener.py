"""Openers: a way to begin a note, out of what is known of somebody, to be changed at will.

It is a scaffold: nothing is sent, no fact is made up, and a private note never stands in it
(needs 12 and 15: the context beside the name, the words the person's own). Sources: catalogue
S3-47, S3-49.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zlib import crc32

from core.letters.kinds import Tone
from core.letters.names import greeting_name
from core.network.suggested import DORMANT_DAYS, week_of
from core.people import Person

MOST_LETTERS = 60
"""How long what is known may be to stand in a sentence; anything longer stays beside it."""

_THEIRS = re.compile(r"^(?:her|his|their) (?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|An?) (?=\S)")
_OF_THEM = re.compile(r"\b(?:she|he|they|her|him|them|hers|his|theirs?)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[\n.!?:]")


class Source(StrEnum):
    """What an opener begins from, the most personal first."""

    CARES = "cares"
    GIVES = "gives"
    SHIFT = "shift"
    INTRODUCED = "introduced"
    KNOWN_FROM = "known_from"
    WORK = "work"
    LONG = "long"
    KEPT = "kept"
    HELLO = "hello"


@dataclass(frozen=True, slots=True)
class Opener:
    """A way to begin: the sentences with their slots, what they begin from, and the facts."""

    text: str
    source: Source
    facts: Mapping[str, str]


def opener(  # noqa: PLR0913 - each is one fact that an opener can begin from
    person: Person,
    patterns: Mapping[Source, Sequence[str]],
    today: date,
    *,
    since: date | None = None,
    introducer: str = "",
    turn: int = 0,
) -> Opener:
    """Return a way to begin a note to somebody, the same all week.

    `patterns` are sentences for each source, `since` the last contact, `introducer` the name of
    who brought the two together. Each `turn` gives another: first one from each source that there
    is, then their other wordings, then from the start.
    """
    facts = _facts(person, introducer)
    sources = [each for each in Source if _has(each, person, facts, since, today)]
    begin = crc32(f"{person.id}.{week_of(today)}".encode())
    round_, place = divmod(turn, len(sources))
    source = sources[place]
    wordings = patterns[source]
    return Opener(wordings[(begin + round_) % len(wordings)], source, facts)


def _facts(person: Person, introducer: str) -> dict[str, str]:
    """Return what can stand in a sentence; "" for what is missing or reads as a note."""
    return {
        "name": greeting_name(person.name, Tone.WARM),
        "cares": _to_them(person.cares_about),
        "gives": _to_them(person.could_give),
        "other": greeting_name(introducer, Tone.WARM),
        "place": _in_a_sentence(person.organisation),
    }


def _has(
    source: Source, person: Person, facts: Mapping[str, str], since: date | None, today: date
) -> bool:
    """Return whether there is what a source needs; to who hires, one writes with more care."""
    if source in (Source.CARES, Source.GIVES):
        return bool(facts[source])
    if source is Source.INTRODUCED:
        return bool(facts["other"])
    if source is Source.KEPT:
        return person.hires
    if person.hires:
        return False
    return {
        Source.SHIFT: person.made_shift,
        Source.KNOWN_FROM: bool(person.how_known),
        Source.WORK: bool(facts["place"]),
        Source.LONG: since is not None and (today - since).days >= DORMANT_DAYS,
        Source.HELLO: True,
    }[source]


def _to_them(told: str) -> str:
    """Return what was noted about somebody as it is said to them; "" where that is not plain."""
    line = _THEIRS.sub("your ", _in_a_sentence(told))
    line = _ARTICLE.sub(lambda found: found[0].lower(), line)
    return "" if _OF_THEM.search(line) else line


def _in_a_sentence(told: str) -> str:
    """Return one short line without its last stop; "" for more lines, sentences or letters."""
    line = told.strip().rstrip(".!?,;: ")
    return "" if len(line) > MOST_LETTERS or _SENTENCES.search(line) else line
