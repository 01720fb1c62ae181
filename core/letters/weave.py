"""Weaving: new sentences go into a letter that a person may have changed by hand.

What they wrote is never overwritten: a sentence is only taken out where it still stands as Ajar
put it there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.letters.compose import body_of
from core.letters.letter import Piece

PARAGRAPH = "\n\n"
Span = tuple[int, int]


@dataclass(frozen=True)
class Woven:
    """A letter with its new sentences; `by_hand` names the moves that stayed as written."""

    body: str
    by_hand: tuple[str, ...] = ()


def weave(body: str, before: Sequence[Piece], after: Sequence[Piece]) -> Woven:
    """Return `body` with every sentence of `before` brought to what `after` says.

    `before` is what Ajar put there last. A sentence that was changed by hand stays, and so does
    everything that was written beside the sentences.
    """
    if body.strip() == body_of(before).strip():
        return Woven(body_of(after))
    old = {piece.move: piece for piece in before}
    new = {piece.move: piece for piece in after}
    by_hand = []
    for move, piece in old.items():
        wanted = new[move].text if move in new else ""
        if wanted == piece.text:
            continue
        at = body.find(piece.text)
        if at < 0:
            by_hand.append(move)
        else:
            body = _put(body, (at, at + len(piece.text)), wanted)
    for n, piece in enumerate(after):
        if piece.move not in old:
            body = _insert(body, piece, after[:n], after[n + 1 :])
    return Woven(body, tuple(by_hand))


def changed_by_hand(body: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the moves whose sentence no longer stands in the letter as Ajar put it there."""
    return tuple(piece.move for piece in pieces if piece.text not in body)


def insist(body: str, pieces: Sequence[Piece], move: str) -> str:
    """Return `body` with this move's sentence in place of what was written there by hand.

    What lies between the nearest sentences that still stand as they were is replaced, or the
    paragraph where there is none on one side; only for a person who asked for it.
    """
    spans = _spans(body, pieces)
    here = next(n for n, piece in enumerate(pieces) if piece.move == move)
    before = [each for each in pieces[:here] if each.move in spans]
    later = [each for each in pieces[here + 1 :] if each.move in spans]
    start = spans[before[-1].move][1] if before else 0
    end = spans[later[0].move][0] if later else _paragraph_end(body, start)
    left = body[:start] + _gap(before[-1], pieces[here]) if before else ""
    right = _gap(pieces[here], later[0]) + body[end:] if later else body[end:]
    return left + pieces[here].text + right


def _paragraph_end(body: str, start: int) -> int:
    words = len(body) - len(body[start:].lstrip())
    end = body.find(PARAGRAPH, words)
    return len(body) if end < 0 else end


def _put(body: str, span: Span, text: str) -> str:
    """Return the body with other words in a span; without any, the gap closes too."""
    start, end = span
    if text:
        return body[:start] + text + body[end:]
    before, after = body[:start].rstrip(" "), body[end:].lstrip(" ")
    if before.endswith("\n") or not before:
        return (before.rstrip("\n") + PARAGRAPH if before and after.strip() else before) + (
            after.lstrip("\n")
        )
    return before + (after if after.startswith("\n") or not after else f" {after}")


def _insert(body: str, piece: Piece, before: Sequence[Piece], after: Sequence[Piece]) -> str:
    spans = _spans(body, (*before, *after))
    for near in reversed(before):
        if near.move in spans:
            at = spans[near.move][1]
            return body[:at] + _gap(near, piece) + piece.text + _room(body[at:], piece, after)
    for near in after:
        if near.move in spans:
            at = spans[near.move][0]
            return body[:at] + piece.text + _gap(piece, near) + body[at:]
    return f"{body.rstrip()}{PARAGRAPH}{piece.text}".strip()


def _room(rest: str, piece: Piece, after: Sequence[Piece]) -> str:
    """Return the rest of a letter with the right gap after a piece that was put before it."""
    own = rest.lstrip()
    follows = next((each for each in after if own.startswith(each.text)), None)
    return _gap(piece, follows) + own if follows else rest


def _gap(one: Piece, other: Piece) -> str:
    return " " if one.paragraph == other.paragraph else PARAGRAPH


def _spans(body: str, pieces: Sequence[Piece]) -> dict[str, Span]:
    found = ((piece.move, body.find(piece.text), len(piece.text)) for piece in pieces)
    return {move: (at, at + length) for move, at, length in found if at >= 0}
