"""Names: how to greet somebody by the name that is known, in any script."""

import unicodedata

from core.letters.kinds import Tone

TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "herr"}
    | {"frau", "mme", "monsieur", "madame", "fr", "sr", "sra", "lord", "lady"}
)
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")


def greeting_name(full: str, tone: Tone) -> str:
    """Return how a letter in this tone greets somebody of this name; "" for nobody.

    A title is kept with the last name. Where given names need not come first, as in names
    outside the Latin, Greek and Cyrillic alphabets, the whole name stands.
    """
    parts = _in_order(full)
    if len(parts) > 1 and parts[0].rstrip(".").casefold() in TITLES:
        return f"{parts[0]} {parts[-1]}"
    if tone is Tone.FORMAL or not parts or not _is_alphabetic(parts[0]):
        return " ".join(parts)
    return parts[0]


def _in_order(full: str) -> list[str]:
    last, comma, first = full.partition(",")
    return (f"{first} {last}" if comma and first.strip() else full.strip(" ,")).split()


def _is_alphabetic(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith(ALPHABETS)
