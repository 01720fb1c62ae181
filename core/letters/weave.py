"""Weaving: new sentences go into a letter that a person may have changed by hand.

What they wrote is never overwritten: a sentence is only taken out where it still stands as Ajar
put it there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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
    if tuple(before) == tuple(after):
        return Woven(body)
    if body.strip() == body_of(before).strip():
        return Woven(body_of(after))
    new = {piece.move: piece.text for piece in after}
    spans = _spans(body, before)
    changed = [piece for piece in before if new.get(piece.move, "") != piece.text]
    standing = [piece.move for piece in changed if piece.move in spans]
    for move in sorted(standing, key=lambda each: spans[each], reverse=True):
        body = _put(body, spans[move], new.get(move, ""))
    by_hand = [piece.move for piece in changed if piece.move not in spans]
    old = {piece.move for piece in before}
    for n, piece in enumerate(after):
        if piece.move not in old:
            body = _insert(body, piece, after[:n], after[n + 1 :])
    return Woven(body, tuple(by_hand))


def insist(body: str, pieces: Sequence[Piece], move: str) -> str:
    """Return `body` with this move's sentence in place of what was written there by hand.

    Only for a person who asked for it. What lies between the nearest sentences that still stand
    as they were is replaced as far as it can be told to be this move's own; where it may belong
    to another move that was rewritten there too, it stays, and the sentence stands beside it.
    """
    spans = _spans(body, pieces)
    here = next(n for n, piece in enumerate(pieces) if piece.move == move)
    before = [each for each in pieces[:here] if each.move in spans]
    later = [each for each in pieces[here + 1 :] if each.move in spans]
    start = spans[before[-1].move][1] if before else 0
    end = max(start, spans[later[0].move][0]) if later else len(body)
    rivals = [each for each in _between(pieces, before, later) if each.move not in spans]
    share = _share(body, (start, end), rivals, pieces[here], is_last=not later)
    if share:
        return _put(body, share, pieces[here].text)
    if not here and body[:end].strip():
        return f"{pieces[here].text}{PARAGRAPH}{body.lstrip()}"
    return _insert(body, pieces[here], pieces[:here], pieces[here + 1 :])


def _between(
    pieces: Sequence[Piece], before: Sequence[Piece], later: Sequence[Piece]
) -> Sequence[Piece]:
    start = pieces.index(before[-1]) + 1 if before else 0
    return pieces[start : pieces.index(later[0]) if later else len(pieces)]


def _share(
    body: str, gap: Span, rivals: Sequence[Piece], piece: Piece, *, is_last: bool
) -> Span | None:
    """Return what of a gap is this piece's own, or None where that cannot be told.

    `rivals` are all pieces, this one among them, whose own words may lie in the gap.
    """
    written = _paragraphs(body, gap)
    paragraphs = sorted({each.paragraph for each in rivals})
    if is_last and len(paragraphs) == 1:
        written = written[:1]
    if len(written) == len(paragraphs):
        gap = written[paragraphs.index(piece.paragraph)]
        rivals = [each for each in rivals if each.paragraph == piece.paragraph]
        if len(rivals) == 1:
            return gap
    elif len(written) != 1:
        return None
    sentences = _sentences(body, gap)
    return sentences[rivals.index(piece)] if len(sentences) == len(rivals) else None


def _paragraphs(body: str, gap: Span) -> list[Span]:
    return _filled(body, gap, re.finditer(r"\n\s*\n", body[slice(*gap)]))


def _sentences(body: str, gap: Span) -> list[Span]:
    return _filled(body, gap, re.finditer(r"(?<=[.!?\u2026])\s+", body[slice(*gap)]))


def _filled(body: str, gap: Span, cuts: Iterable[re.Match[str]]) -> list[Span]:
    """Return the stretches of a gap between the cuts, without those that hold no words."""
    first, last = gap
    edges = [first, *(first + edge for cut in cuts for edge in cut.span()), last]
    stretches = zip(edges[::2], edges[1::2], strict=True)
    return [_stripped(body, each) for each in stretches if body[slice(*each)].strip()]


def _stripped(body: str, span: Span) -> Span:
    start, end = span
    words = body[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


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
    later = [spans[each.move][0] for each in after if each.move in spans]
    for near in reversed(before):
        if near.move in spans:
            at = _end_of(body, spans[near.move][1], min(later, default=len(body)))
            at = spans[near.move][1] if near.paragraph == piece.paragraph else at
            return body[:at] + _gap(near, piece) + piece.text + _room(body[at:], piece, after)
    for near in after:
        if near.move in spans:
            at = spans[near.move][0]
            return body[:at] + piece.text + _gap(piece, near) + body[at:]
    return f"{body.rstrip()}{PARAGRAPH}{piece.text}".strip()


def _end_of(body: str, at: int, later: int) -> int:
    """Return where the paragraph around a place ends, words by hand included."""
    end = body.find(PARAGRAPH, at)
    end = len(body.rstrip()) if end < 0 else end
    return end if at <= end <= later else at


def _room(rest: str, piece: Piece, after: Sequence[Piece]) -> str:
    """Return the rest of a letter with the right gap after a piece that was put before it."""
    own = rest.lstrip()
    follows = next((each for each in after if own.startswith(each.text)), None)
    return _gap(piece, follows) + own if follows else rest


def _gap(one: Piece, other: Piece) -> str:
    return " " if one.paragraph == other.paragraph else PARAGRAPH


def _spans(body: str, pieces: Sequence[Piece]) -> dict[str, Span]:
    """Return where each piece stands that still does, in order as far as they are in order.

    The same words may stand there by hand too: of several places the one beside a neighbour is
    the piece's own, else the first behind the piece before it, else the first at all.
    """
    found: dict[str, Span] = {}
    end = 0
    for n, piece in enumerate(pieces):
        beside = [_gap(piece, each) + each.text for each in pieces[n + 1 : n + 2]]
        places = [each for each in _places(body, piece.text) if _is_free(each, found)]
        behind = [each for each in places if each[0] >= end]
        own = [each for each in behind if body.startswith(tuple(beside), each[1])]
        if place := next(iter([*own, *behind, *places]), None):
            found[piece.move] = place
            end = place[1]
    return found


def _places(body: str, text: str) -> list[Span]:
    return [each.span() for each in re.finditer(re.escape(text), body)] if text else []


def _is_free(place: Span, found: Mapping[str, Span]) -> bool:
    return all(place[1] <= start or end <= place[0] for start, end in found.values())
