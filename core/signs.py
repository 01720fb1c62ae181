"""Signs: how free text is read for what asks for support, on this machine and in linear time."""

import re
import unicodedata

from core.content.signals import signals

# Apostrophes go before the letters are taken apart: a lone acute accent becomes a space there.
_DROPPED = re.compile(
    "['`\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07"  # apostrophes of every keyboard
    "\u0300-\u036f"  # accents
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"  # what cannot be seen
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_OTHER = re.compile(r"[^\w\s*.!?,;:]|_")
_STOP = re.compile(r"[.!?]+")
_COMMA = re.compile(r"[,;:]+")
_REPEATED = re.compile(r"(\w)\1{2,}")


def speaks_of_danger(read: str) -> bool:
    """Return whether a text `as_read` speaks of dying, of harming oneself, of not being safe."""
    return signals().danger.search(read) is not None


def speaks_of_despair(read: str) -> bool:
    """Return whether a text `as_read` speaks of no hope, no worth, a burden, no way to cope."""
    return signals().despair.search(read) is not None


def as_read(text: str) -> str:
    """Return a text as it is looked through: plain, and without idioms."""
    return signals().harmless.sub(",", plain(text))


def plain(text: str) -> str:
    """Return a text as the patterns of `signals.toml` read it."""
    folded = unicodedata.normalize("NFKD", _DROPPED.sub("", text.casefold()))
    letters = _DROPPED.sub("", _PARAGRAPH.sub(" . ", folded))
    marked = _COMMA.sub(" , ", _STOP.sub(" . ", _OTHER.sub(" ", letters)))
    single = _REPEATED.sub(r"\1", " ".join(marked.split()))
    known = signals()
    return known.spellings.sub(lambda found: known.alike[found[0]], known.filling.sub("", single))
