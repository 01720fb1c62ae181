"""Greeted: whether a greeting names the person that a letter goes to, in any script."""

import re
import unicodedata

from core.content.letter_points import letter_points

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SHORT_FORM = 3
_SYLLABIC = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_FAMILY_NAME = 2


def names(greeting: str, contact: str) -> bool:
    """Return whether a greeting holds a name of the contact.

    A title alone is none; a first or a last name, a nickname or a short form is. A name in one
    script may be greeted in another, which cannot be compared and so is taken to be the same.
    """
    called, known = _name_words(greeting) - letter_points().sets["groups"], _name_words(contact)
    if any(_same(one, other) for one in called for other in known):
        return True
    return bool(called and known) and not _scripts(called) & _scripts(known)


def _name_words(text: str) -> frozenset[str]:
    words = {_folded(each) for each in _WORD.findall(text)}
    named = words - letter_points().sets["titles"]
    return frozenset(named or words)


def _same(called: str, known: str) -> bool:
    if called == known:
        return True
    if _script(known) in _SYLLABIC:
        return known in called or called[:_FAMILY_NAME] == known[:_FAMILY_NAME]
    nicknames = letter_points().nicknames
    if called in nicknames.get(known, ()) or known in nicknames.get(called, ()):
        return True
    short, long = sorted((called, known), key=len)
    return len(short) >= _SHORT_FORM and long.startswith(short)


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold().replace("\u2019", "'"))
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return unicodedata.normalize("NFKC", bare)


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").partition(" ")[0]


def _scripts(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_script, words))
