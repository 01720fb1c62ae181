"""Names: how to greet somebody by the name that is known, in any script."""

import re
import unicodedata

from core.letters.kinds import Tone

TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "herr"}
    | {"frau", "mme", "monsieur", "madame", "fr", "sr", "sra", "lord", "lady"}
)
GROUPS = frozenset(
    {"and", "&", "+", "team", "teams", "hiring", "recruiting", "recruitment", "hr", "talent"}
    | {"panel", "committee", "department", "office", "people", "colleagues", "everyone", "all"}
)
"""Words of a name that is not one person's: such a name stands whole."""

AFTER_NAMES = frozenset(
    {"phd", "md", "rn", "mba", "cpa", "msc", "ma", "ba", "bsc", "msn", "dphil", "pmp", "esq"}
    | {
        "jr",
        "sr",
        "ii",
        "iii",
        "obe",
        "mbe",
        "cbe",
        "frcs",
        "frcp",
        "mcipd",
        "fcipd",
        "acca",
        "aca",
    }
)
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def greeting_name(full: str, tone: Tone) -> str:
    """Return how a letter in this tone greets somebody of this name; "" for nobody.

    A title is kept with the last name; what stands behind a name, such as a degree or a note in
    brackets, is left out. Where given names need not come first, as in names outside the Latin,
    Greek and Cyrillic alphabets, the whole name stands, and so does that of several people.
    """
    parts = _in_order(_BRACKETS.sub("", full).strip() or full)
    if any(part.casefold() in GROUPS for part in parts):
        return " ".join(full.split())
    if len(parts) > 1 and parts[0].rstrip(".").casefold() in TITLES:
        return f"{parts[0]} {parts[-1]}"
    if tone is Tone.FORMAL or not parts or not _is_given_name(parts[0]):
        return " ".join(parts)
    return parts[0]


def _in_order(full: str) -> list[str]:
    last, _, first = full.strip(" ,").partition(",")
    behind = first.replace(".", "").replace(",", " ").casefold().split()
    if AFTER_NAMES.issuperset(behind):
        return last.split()
    return f"{first} {last}".split()


def _is_given_name(word: str) -> bool:
    """Return whether somebody can be greeted by this: not by an initial, or in other scripts."""
    return len(word.rstrip(".")) > 1 and unicodedata.name(word[0], "").startswith(ALPHABETS)
