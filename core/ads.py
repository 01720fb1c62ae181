"""Ads: which of the person's skills ads ask for, and which other words they share.

Everything is counted, nothing is understood: a term counts once for each ad that has it. What
the ads say stays where it is pasted.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core.skills import Skill

_WORD = re.compile(r"[^\W_]+(?:['\u2019.+#/&-]+[^\W_]+)*[+#]*")
_BREAK = re.compile(r"[\n\r.,;:!?()\[\]{}\u2022\u00b7|\u2013\u2014]+(?=\s|$)|\n|\s[-*\u2022]\s")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y", "e")
_SHORT = 4
"""Shorter words are compared as they stand: "sales" and "sale" are, "R" and "Rs" are not."""

LONGEST_TERM = 3
SHARED = 2
"""A term is worth a look when so many ads have it."""

OFFERED = 20


@dataclass(frozen=True)
class Counted:
    """A term and how many ads have it."""

    term: str
    ads: int


@dataclass(frozen=True)
class Recount:
    """A skill before its ads were counted again, and after."""

    was: Skill
    now: Skill

    def undone(self, skill: Skill) -> Skill:
        """Return the skill as it stands with the counts of before; what else changed stays."""
        before = {"ads": self.was.ads, "of_ads": self.was.of_ads, "noted_on": self.was.noted_on}
        return skill.model_copy(update=before)


def told(ads: Iterable[str]) -> tuple[str, ...]:
    """Return the ads that say anything, each text once."""
    return tuple(dict.fromkeys(each.strip() for each in ads if each.strip()))


def tally(ads: Sequence[str], skills: Iterable[str]) -> tuple[Counted, ...]:
    """Return in how many ads each skill is named, in the order of the skills.

    Capitals and common endings do not count ("managing teams" is "manage team"), whole words
    do: "Java" is not in "JavaScript". A skill of several words has to stand together.
    """
    texts = [stems_of(each) for each in told(ads)]
    return tuple(
        Counted(skill, sum(1 for text in texts if holds(text, stems_of(skill)))) for skill in skills
    )


def recounted(
    skills: Iterable[Skill], counts: Iterable[Counted], of_ads: int, today: date
) -> tuple[Recount, ...]:
    """Return the skills whose counts are other ones now; one that no ad names stays as it is.

    `counts` are those of the skills, in their order. An ad can ask for a skill in other words:
    so not to be found is no count of 0.
    """
    return tuple(
        Recount(was, was.model_copy(update=update | {"noted_on": today}))
        for was, each in zip(skills, counts, strict=True)
        if each.ads and (was.ads, was.of_ads) != (each.ads, of_ads)
        for update in [{"ads": each.ads, "of_ads": of_ads}]
    )


def shared_terms(
    ads: Sequence[str], known: Iterable[str], plain: Collection[str]
) -> tuple[Counted, ...]:
    """Return terms of one to three words that two ads or more share, at most twenty.

    `known` are skills that are on the list already, `plain` words that say nothing about a
    skill. The terms of most ads come first, then the longer ones; a term that only ever stands
    inside a longer one is left to that one. Each is told as it is written most often.
    """
    texts = told(ads)
    stop = {stem_of(each) for each in plain}
    ads_of: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], Counter[str]] = {}
    for text in texts:
        terms = list(_terms(text, stop))
        ads_of.update({stems for stems, _ in terms})
        for stems, words in terms:
            written.setdefault(stems, Counter())[words] += 1
    listed = {stems_of(each) for each in known}
    shared = {term: ads for term, ads in ads_of.items() if ads >= SHARED and term not in listed}
    within: dict[tuple[str, ...], int] = {}
    for term, ads_with in shared.items():
        for part in _parts(term):
            within[part] = max(ads_with, within.get(part, 0))
    kept = [term for term, ads_with in shared.items() if within.get(term, 0) < ads_with]
    kept.sort(key=lambda term: (-shared[term], -len(term), term))
    return tuple(
        Counted(written[term].most_common(1)[0][0], shared[term]) for term in kept[:OFFERED]
    )


def stem_of(word: str) -> str:
    """Return a word without capitals and common endings, to compare it by."""
    plain = word.casefold().replace("\u2019", "'").removesuffix("'s")
    if not plain.isalpha():
        return plain
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORT - 1:
            return _undoubled(plain.removesuffix(ending))
    return plain


def _undoubled(stem: str) -> str:
    doubled = len(stem) > _SHORT and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz"
    return stem[:-1] if doubled else stem


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text, in their order; two texts with the same are one."""
    return tuple(stem_of(each) for each in _WORD.findall(text))


def holds(text: Sequence[str], term: Sequence[str]) -> bool:
    """Return whether the stems of a term stand together in those of a text."""
    length = len(term)
    return bool(term) and any(
        text[at : at + length] == term for at in range(len(text) - length + 1)
    )


def _terms(text: str, stop: Collection[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each term of a text: its stems, and how it is written."""
    for part in _BREAK.split(text):
        words = _WORD.findall(part)
        stems = [stem_of(each) for each in words]
        for length in range(1, LONGEST_TERM + 1):
            for at in range(len(words) - length + 1):
                term = tuple(stems[at : at + length])
                if _says_something(term, stop):
                    yield term, " ".join(words[at : at + length])


def _says_something(term: Sequence[str], stop: Collection[str]) -> bool:
    """Return whether a term has no plain word in it and is more than numbers."""
    return not any(each in stop or each.isdigit() for each in term) and any(
        any(map(str.isalpha, each)) for each in term
    )


def _parts(term: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the shorter terms that stand inside a term."""
    for length in range(1, len(term)):
        for at in range(len(term) - length + 1):
            yield term[at : at + length]
