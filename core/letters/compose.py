"""Composing: a letter grows out of its moves, sentence by sentence, from what the person told.

Nothing is invented: a wording whose fact is missing is not used, and where a required move has
no other, the fact is asked for.
"""

from collections.abc import Mapping, Sequence
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
    missing: dict[str, None] = {}
    pieces: list[Piece] = []
    for move in moves_of(choices):
        said = _say(move.id, move.said_in(choices.tone, choices.firmness), choices, known, pieces)
        if isinstance(said, str):
            pieces.append(Piece(move=move.id, text=as_sentence(said), paragraph=move.paragraph))
        elif move.required:
            missing |= dict.fromkeys(said)
    framed = _framed(pieces, choices, known)
    if not facts.get("me", "").strip():
        missing["me"] = None
    return Composed(
        subject=_subject(words.subjects[choices.tone], choices, known),
        pieces=framed,
        missing=tuple(missing),
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
    known = {
        fact: in_place(text, fact_words(choices.kind, fact).form)
        for fact, text in facts.items()
        if text.strip() and fact in (*kind_words(choices.kind).ask, "me", "contact")
    }
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
    short = [each for each in wordings if len(_rendered(each, known) or "") <= SUBJECT_LENGTH]
    subject = _say(SUBJECT, short or wordings, choices, known, ())
    return as_sentence(subject, ends=False) if isinstance(subject, str) else ""


def _framed(
    pieces: Sequence[Piece], choices: Choices, known: Mapping[str, str]
) -> tuple[Piece, ...]:
    """Return the pieces between a greeting and a closing."""
    common = common_words()
    hello = _say(GREETING, common.greetings[choices.tone], choices, known, ())
    bye = _say(CLOSING, common.closings[choices.tone], choices, known, ())
    framed = [Piece(move=GREETING, text=str(hello))] if isinstance(hello, str) else []
    framed += pieces
    if isinstance(bye, str):
        framed.append(Piece(move=CLOSING, text=bye, paragraph=LAST_PARAGRAPH))
    return tuple(framed)


def _say(
    move: str,
    wordings: Sequence[str],
    choices: Choices,
    known: Mapping[str, str],
    before: Sequence[Piece],
) -> str | frozenset[str]:
    """Return the wording that the seed and the turns pick, or the facts that would be needed."""
    rendered = [_rendered(text, known) for text in wordings]
    sayable = [text for text in rendered if text is not None]
    if not sayable:
        return min((_facts_in(text) - known.keys() for text in wordings), key=len)
    first = crc32(f"{choices.seed}.{move}".encode()) % len(sayable)
    order = sayable[first:] + sayable[:first]
    openings = {_opening(piece.text) for piece in before}
    fresh = next((n for n, text in enumerate(order) if _opening(text) not in openings), 0)
    return order[(fresh + choices.turns.get(move, 0)) % len(order)]


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
    try:
        return _template(text).render(known)
    except UndefinedError:
        return None
