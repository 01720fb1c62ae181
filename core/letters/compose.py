"""Composing: a letter grows out of its moves, sentence by sentence, from what the person told.

Nothing is invented: a wording whose fact is missing is not used, and where a required move has
no other, the fact is asked for.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

from jinja2 import StrictUndefined, Template, UndefinedError, meta
from jinja2.sandbox import SandboxedEnvironment

from core.content.letters import KindWords, Move, common_words, fact_words, kind_words
from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.letter import Piece
from core.letters.names import greeting_name
from core.letters.phrases import as_sentence, in_place, word_count

GREETING, CLOSING, SUBJECT = "greeting", "closing", "subject"
LAST_PARAGRAPH = 10
SUBJECT_LENGTH = 60
OPENING_WORDS = 2
"""Two sentences of one letter that begin with the same two words sound like a form."""

STOPS = (".", "!", "?", "\u2026")
_OWN_STOP = "\ue000"
"""Stands after a fact that ends in a stop of its own ("Acme Inc.") while a wording is filled."""


@dataclass(frozen=True)
class Choices:
    """What colours a letter: see `core.letters.letter.Letter` for the meaning of each."""

    kind: Kind
    variant: str = ""
    tone: Tone = Tone.WARM
    firmness: Firmness = Firmness.PLAIN
    openness: Openness = Openness.NONE
    optional: frozenset[str] = frozenset()
    seed: int = 0
    turns: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Composed:
    """A letter as it can be put together now.

    `missing` names the facts without which a required move has nothing to say; `drop` the
    optional moves to leave out for a letter that is not longer than its kind should be.
    """

    subject: str
    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]
    drop: tuple[str, ...]

    @property
    def body(self) -> str:
        """The text of the letter."""
        return body_of(self.pieces)


def compose(choices: Choices, facts: Mapping[str, str]) -> Composed:
    """Return the letter that these choices and facts make; empty facts count as missing."""
    words = kind_words(choices.kind)
    known = known_facts(choices, facts)
    missing = {"me"} - known.keys()
    pieces: list[Piece] = []
    openings: set[tuple[str, ...]] = set()
    for move in moves_of(choices):
        wordings = move.said_in(choices.tone, choices.firmness)
        order = _sayable(move.id, wordings, choices, known, openings)
        if order:
            text = as_sentence(_turned(order, choices, move.id))
            pieces.append(Piece(move=move.id, text=text, paragraph=move.paragraph))
            openings.add(_opening(order[0]))
        elif move.required:
            missing |= _needed(wordings, known)
    framed = _framed(pieces, choices, known)
    return Composed(
        subject=_subject(words.subjects[choices.tone], choices, known),
        pieces=framed,
        missing=tuple(fact for fact in (*words.ask, "me") if fact in missing),
        drop=_too_much(framed, words),
    )


def moves_of(choices: Choices) -> tuple[Move, ...]:
    """Return the moves that these choices call for, in their order."""
    return tuple(
        move
        for move in kind_words(choices.kind).moves
        if move.belongs_to(choices.variant, choices.openness)
        and (move.required or move.id in choices.optional)
    )


def facts_asked(choices: Choices) -> tuple[str, ...]:
    """Return the facts that the wordings of these choices can use, in the kind's order."""
    words = kind_words(choices.kind)
    said = [
        text for move in moves_of(choices) for text in move.said_in(choices.tone, choices.firmness)
    ]
    used = frozenset().union(*map(_facts_in, (*said, *words.subjects[choices.tone])))
    return tuple(fact for fact in words.ask if fact in used)


def known_facts(choices: Choices, facts: Mapping[str, str]) -> dict[str, str]:
    """Return the facts as they stand in a sentence; the recipient as the letter greets them."""
    asked = (*kind_words(choices.kind).ask, "me", "contact")
    placed = {
        fact: in_place(text, fact_words(choices.kind, fact).form)
        for fact, text in facts.items()
        if fact in asked
    }
    known = {fact: text for fact, text in placed.items() if text}
    if choices.openness is Openness.NONE:
        known.pop("core_line", None)
    if "contact" in known:
        known["contact"] = greeting_name(known["contact"], choices.tone)
    return known


def body_of(pieces: Sequence[Piece]) -> str:
    """Return the text that these pieces make: sentences to paragraphs, paragraphs to a letter."""
    paragraphs: dict[int, list[str]] = {}
    for piece in pieces:
        paragraphs.setdefault(piece.paragraph, []).append(piece.text)
    return "\n\n".join(" ".join(each) for _, each in sorted(paragraphs.items()))


def _subject(wordings: Sequence[str], choices: Choices, known: Mapping[str, str]) -> str:
    """Return a subject that mail programs show whole, if there is one."""
    short = [text for text in wordings if len(_rendered(text, known) or "") <= SUBJECT_LENGTH]
    order = _sayable(SUBJECT, short or wordings, choices, known)
    return as_sentence(_turned(order, choices, SUBJECT), ends=False) if order else ""


def _framed(
    pieces: Sequence[Piece], choices: Choices, known: Mapping[str, str]
) -> tuple[Piece, ...]:
    """Return the pieces between a greeting and a closing."""
    common = common_words()
    hello = _sayable(GREETING, common.greetings[choices.tone], choices, known)
    bye = _sayable(CLOSING, common.closings[choices.tone], choices, known)
    framed = [Piece(move=GREETING, text=_turned(hello, choices, GREETING)), *pieces]
    if bye:
        text = _turned(bye, choices, CLOSING)
        framed.append(Piece(move=CLOSING, text=text, paragraph=LAST_PARAGRAPH))
    return tuple(framed)


def _sayable(
    move: str,
    wordings: Sequence[str],
    choices: Choices,
    known: Mapping[str, str],
    openings: Collection[tuple[str, ...]] = (),
) -> list[str]:
    """Return what can be said, from the wording that the seed picks on; [] where facts miss.

    It opens like no sentence before it, as those stood before any other wording was asked for:
    so another wording of one sentence never changes a second one.
    """
    rendered = [_rendered(text, known) for text in wordings]
    sayable = [text for text in rendered if text is not None]
    first = crc32(f"{choices.seed}.{move}".encode()) % max(len(sayable), 1)
    order = sayable[first:] + sayable[:first]
    fresh = next((n for n, text in enumerate(order) if _opening(text) not in openings), 0)
    return order[fresh:] + order[:fresh]


def _turned(order: Sequence[str], choices: Choices, move: str) -> str:
    """Return the wording that is reached after so many requests for another one."""
    return order[choices.turns.get(move, 0) % len(order)]


def _needed(wordings: Sequence[str], known: Mapping[str, str]) -> frozenset[str]:
    """Return the fewest facts with which one of the wordings could be used."""
    return min((_needed_in(text, known) for text in wordings), key=len)


def _needed_in(text: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return the facts without which a wording cannot be used; guarded ones are not needed."""
    unknown = _facts_in(text) - known.keys()
    return frozenset(
        fact
        for fact in unknown
        if _rendered(text, {**known, **dict.fromkeys(unknown - {fact}, fact)}) is None
    )


def _opening(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split()[:OPENING_WORDS])


def _too_much(pieces: Sequence[Piece], words: KindWords) -> tuple[str, ...]:
    """Return the optional moves to leave out, the last first, until the rest is short enough."""
    over = word_count(body_of(pieces)) - words.most
    lengths = {piece.move: word_count(piece.text) for piece in pieces}
    drop = []
    for move in reversed(words.moves):
        if over > 0 and not move.required and move.id in lengths:
            drop.append(move.id)
            over -= lengths[move.id]
    return tuple(drop)


class _Unknown(StrictUndefined):
    """A missing fact: can be asked about, never printed."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


_environment = SandboxedEnvironment(undefined=_Unknown, autoescape=False)


@lru_cache(maxsize=2048)
def _template(text: str) -> Template:
    return _environment.from_string(text)


@lru_cache(maxsize=2048)
def _facts_in(text: str) -> frozenset[str]:
    return frozenset(meta.find_undeclared_variables(_environment.parse(text)))


def _rendered(text: str, known: Mapping[str, str]) -> str | None:
    """Return a wording with its facts, and one stop where two would meet; None where one misses."""
    facts = {
        fact: f"{each}{_OWN_STOP}" if each.endswith(STOPS) else each for fact, each in known.items()
    }
    try:
        said = _template(text).render(facts)
    except UndefinedError:
        return None
    return said.replace(f"{_OWN_STOP}.", "").replace(_OWN_STOP, "")
