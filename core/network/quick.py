"""Quick add: one person from one line, such as "Amara, ex-colleague, Leeds trust".

Nothing of the line is lost: what has no place of its own becomes a note. The circle and the
closeness are guesses from a few words (`network.toml`), which a person sees before saving.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.network.listing import folded
from core.people import Circle, Closeness, Person

MOST_NAMESAKES = 3
"""How many people of the same name are pointed to."""

FEWEST_DIGITS = 6
"""From how many digits on a part of a line is a phone number."""

_YEAR = r"(?:19|20)\d\d"
_NUMBER = rf"(?!\s*{_YEAR}\s)\s*\+?(?:(?:(?!\s-\s)[\s./-])*(?:\d|\(\+?\d+\)(?=[\s./-]*\d)))+"
_ENDS = r"(?=\s*(?:[,;\t(]|\s[-\u2013\u2014|]\s|$))"
_WORDS = r"(?:(?!\s\+?[\d\s]+\(\d+\)[\s./-]*\d)[^,;\t()])+"
_PIECES = re.compile(f"{_NUMBER}{_ENDS}|{_WORDS}")
"""What stands between commas or brackets; the brackets of a number stay with it."""
_DASHES = re.compile(rf"\s\|\s|(?<!\b{_YEAR})\s[-\u2013\u2014]\s|\s[-\u2013\u2014]\s(?!{_YEAR}\b)")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DAY = rf"[0-3]?\d([./-])[0-3]?\d\1(?:\d\d){{1,2}}|{_YEAR}([./-])[0-3]?\d\2[0-3]?\d"
_YEARS = rf"{_YEAR}\s*[./-]\s*(?:\d\d){{1,2}}"
_PHONE = re.compile(rf"(?!(?:{_DAY}|{_YEARS})$)\+?(?:[\s./()+-]*\d){{{FEWEST_DIGITS},}}")

T = TypeVar("T")


@dataclass(frozen=True)
class Guesses:
    """Words that tell of a circle or of a closeness; the longest that is found counts.

    Those of `alone` tell of it only where nothing but "my" stands beside them. `hires` are words
    for a recruiter or a hiring manager, who is of no circle. `bridges` are words that lead from a
    name to how they are known, where no comma does.
    """

    circles: Mapping[Circle, Sequence[str]]
    closeness: Mapping[Closeness, Sequence[str]]
    alone: Collection[str] = ()
    hires: Sequence[str] = ()
    bridges: Sequence[str] = ()


def understood(line: str, guesses: Guesses) -> Person:
    """Return the person that one line tells of; the name is empty where the line is.

    The first part is the name, the next how they are known, the next where they work; without a
    comma, "Amara my neighbour" and "from choir: Amara" are read as they are meant. Where only
    the last of these two tells of a circle or a closeness, and is no name of a place, it is how
    they are known. An address, a link or a phone number, which may have brackets, is known by its
    shape; what is left over becomes the note.
    """
    first, *parts = _parts(line) or [""]
    name, *known = _apart(first, guesses)
    parts = [*known, *parts]
    address, link, phone = (_taken(parts, shape) for shape in (_ADDRESS, _LINK, _PHONE))
    how, where, *rest = _in_order(parts, guesses)
    hires = _hires(how, guesses)
    return Person(
        name=name,
        how_known=how,
        organisation=where,
        address=address,
        link=link,
        phone=phone,
        notes=", ".join(rest),
        hires=hires,
        circle=None if hires else guess(how, guesses.circles, guesses.alone),
        closeness=guess(how, guesses.closeness, guesses.alone),
    )


def guess(text: str, words: Mapping[T, Sequence[str]], alone: Collection[str] = ()) -> T | None:
    """Return what the longest of some words in a text stands for; None where none is found.

    Only whole words count: a sister-in-law is no sister, and a sister's neighbour is none either.
    Words of `alone` count where they are all that is said, but for "my": a business partner is no
    family.
    """
    said = folded(text)
    bare = said.removeprefix("my ")
    hits = [
        (len(each), what)
        for what, every in words.items()
        for each in every
        if _stands(folded(each), said) and (each not in alone or folded(each) == bare)
    ]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None


def namesakes(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """Return at most three people who may be the one of this name, those of the same name first.

    Accents, capitals and spaces do not count. One who is known, or named now, by the first name
    alone may be the same.
    """
    said = folded(name)
    every = [(folded(each.name), each) for each in people] if said else []
    same = [each for known, each in every if known == said]
    maybe = [each for known, each in every if _begins(known, said) or _begins(said, known)]
    return tuple([*same, *maybe][:MOST_NAMESAKES])


def _parts(line: str) -> list[str]:
    """Return what stands between commas, brackets and dashes, a number or two years in one."""
    parts = (part.strip() for piece in _PIECES.finditer(line) for part in _DASHES.split(piece[0]))
    return [each for each in parts if each]


def _apart(first: str, guesses: Guesses) -> list[str]:
    """Return the name in the first part of a line, then what stands before or behind it, if any."""
    before, colon, after = first.partition(": ")
    if colon and before[:1].islower() and after.strip():
        return [after.strip(), before.strip()]
    words = first.split()
    at = next((at for at, each in enumerate(words) if at and each in guesses.bridges), len(words))
    return [" ".join(words[:at]), " ".join(words[at:])] if at < len(words) else [first]


def _taken(parts: list[str], shape: re.Pattern[str]) -> str:
    """Take the first part of a shape out of the parts; "" where there is none."""
    found = next((each for each in parts if shape.fullmatch(each)), "")
    if found:
        parts.remove(found)
    return found


def _in_order(parts: Sequence[str], guesses: Guesses) -> list[str]:
    """Return how they are known, where they work, and the rest."""
    how, where, *rest = [*parts, "", ""]
    if where[:1].islower() and _tells(where, guesses) and not _tells(how, guesses):
        how, where = where, how
    return [how, where, *filter(None, rest)]


def _tells(text: str, guesses: Guesses) -> bool:
    circle = guess(text, guesses.circles, guesses.alone)
    closeness = guess(text, guesses.closeness, guesses.alone)
    return circle is not None or closeness is not None or _hires(text, guesses)


def _hires(text: str, guesses: Guesses) -> bool:
    said = folded(text)
    return any(_stands(folded(each), said) for each in guesses.hires)


def _stands(word: str, said: str) -> bool:
    """Return whether a whole word stands in what is said; whose something is does not count."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w'\u2019-])", said) is not None


def _begins(first: str, whole: str) -> bool:
    """Return whether the one name is the first name of the other."""
    return bool(first) and " " not in first and whole.startswith(f"{first} ")
