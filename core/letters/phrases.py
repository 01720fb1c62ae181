"""Phrases: what a person typed as an answer, made to stand inside a sentence of a letter."""

import re
import unicodedata

from core.content.letters import Form

_STARTERS = re.compile(
    r"(?:a(?= )|an|the|this|that|these|those|my|your|our|their|his|her|its|how|what|when|where|why"
    r"|who|which|because|since|and|for|in|on|at|by|with|about|to|of|from|some|two|three|four"
    r"|five|six|seven|eight|nine|ten|one|more|better|less|it|we|you|they|he|she|there"
    r"|hearing|seeing|meeting|talking|learning|watching|working|walking|visiting|discussing"
    r"|getting|being|having|listening|finding|going|moving|doing|making|understanding"
    r"|next|last|early|late|finished|completed|passed|led|built|taken|taught|written|worked|learned"
    r"|learnt|gained|earned|started|trained|joined|moved|spent|helped|made|used|done|been|set"
    r"|showing|arranging|answering|giving|taking|sharing|telling|helping|explaining|leading"
    r"|training|teaching|building|running|managing|coaching|developing|designing|planning"
    r"|everyone|both|tell|ask|plan|offer|move|give|call|send|bring|help|let|fill|wait|come|share"
    r"|read|answer|look|keep|find|turn|make|take|introduce|talk|invite|continue|return)\b",
    re.IGNORECASE,
)
"""Words that begin with a capital only because somebody started to type there."""

_TRAILING = " .,;:!?\u2026"
_LEAD_IN = re.compile(
    r"\A(?:i (?:really |also |just )?(?:enjoyed|loved|liked|appreciated)(?: it when)?|i have|i've"
    r"|(?:thank you|thanks) for|so that (?:you|i) can|i was struck by) +",
    re.IGNORECASE,
)
"""The words that a question offers to follow, where somebody typed them again."""

_SMALL_I = re.compile(r"\bi\b(?![.'\u2019\w])|\bi(?=['\u2019](?:m|ve|d|ll)\b)")
_SPACES = re.compile(r"\s+")
_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)]*$")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019\-.,][^\W_]+)*")


def in_place(text: str, form: Form) -> str:
    """Return an answer as it can stand in the middle of a sentence, or as one by itself.

    Words that the question offers to follow ("I enjoyed ...") go where they were typed again.
    """
    text = _SPACES.sub(" ", text).strip()
    if form != "name":
        text = _SMALL_I.sub("I", text)
    if form == "phrase":
        text = _LEAD_IN.sub("", text, count=1) or text
    if form in ("phrase", "clause"):
        return _lowered(text.rstrip(_TRAILING))
    return as_sentence(text.rstrip(" ,;:")) if form == "sentence" else text


def as_sentence(text: str, *, ends: bool = True) -> str:
    """Return a text with a capital at its start and, unless told otherwise, a stop at its end.

    A word with a capital further in, such as "iOS", is left as it is.
    """
    text = _SPACES.sub(" ", text).strip()
    word = _LETTERS.match(text)
    if word and word[0].islower():
        text = text[:1].upper() + text[1:]
    return text if not ends or not text or _END.search(text) else f"{text}."


def word_count(text: str) -> int:
    """Return how many words a text has, as people count them: "up-to-date" is one.

    Marks that belong to the letter before them, as in decomposed accents, part no words.
    """
    return len(_WORD.findall(text if text.isascii() else _without_marks(text)))


def _without_marks(text: str) -> str:
    return "".join(each for each in text if unicodedata.category(each) not in _MARKS)


def _lowered(text: str) -> str:
    starter = _STARTERS.match(text)
    is_plain = starter and not starter[0][1:].isupper()
    return text[:1].lower() + text[1:] if is_plain else text
