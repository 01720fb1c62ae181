"""Points: where a letter makes one, by the lists of `letter_points.toml`."""

from core.content.letter_points import letter_points
from core.letters.reading import Span
from core.letters.rules.draft import Draft


def said(draft: Draft, name: str, inside: Span | None = None) -> tuple[Span, ...]:
    """Return where a list matches and nothing excuses it, in the whole letter or a stretch."""
    text = draft.reading.plain if inside is None else draft.plain(inside)
    start = inside.start if inside else 0
    places = letter_points().compiled[name].places(text)
    return tuple(Span(start + at, start + to) for at, to in places)
