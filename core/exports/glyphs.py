"""Which typefaces can show a text, and what stands for a character that none of them has.

What sets the type says nothing where a character is missing, so each is looked up beforehand.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

SHIPPED = "Letter Serif"
"""The family of typefaces that comes with Ajar: every Latin, Greek and Cyrillic letter."""

FOLDER = Path(__file__).with_name("fonts")
REGULAR_WEIGHT = 400

_BLANK = ("lastresort", "adobe blank", "tofu")
"""Families, by a part of their name, that have a glyph for everything and show nothing."""

_RESTRICTED = 0x0002
"""The bit of a font's table OS/2 by which its maker forbids to put it into a document."""

_UNSEEN = frozenset(
    code
    for first, last in (
        *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x17B4, 0x17B5)),
        *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
        *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF)),
    )
    for code in range(first, last + 1)
)
"""Characters that only tell how others are shown and need no glyph (Unicode's property
Default_Ignorable_Code_Point, less the fillers of Hangul, which are spaces)."""

_ISOLATED = ("\u2066", "\u2069")
"""Invisible signs between which a text runs from left to right, whatever is around it."""

_NO_GLYPH = "0"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)

_Needs = frozenset[int]
"""The code points that one typeface must have to show what is joined."""


@dataclass(frozen=True)
class Setting:
    """How to set a text: in which families, in their order, and what none of them can show."""

    families: tuple[str, ...]
    lost: frozenset[_Needs] = frozenset()

    def show(self, text: str, *, isolated: bool = False) -> str:
        """Return a text with a named mark for each character that cannot be shown.

        Each mark is `isolated` where the text around it runs from right to left.
        """
        if not self.lost:
            return text
        around = _ISOLATED if isolated else ("", "")
        shown = (
            mark(char).join(around) if self._is_lost(char, each) else char
            for each in _joined(text)
            for char in each
        )
        return "".join(shown)

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that cannot be shown, each once, in their order."""
        lost = (char for each in _joined(text) for char in each if self._is_lost(char, each))
        return tuple(dict.fromkeys(lost))

    def _is_lost(self, char: str, joined: str) -> bool:
        # Where what is joined cannot be shown together, its first character may stand alone.
        alone = char == joined[0] and _needs(char) not in self.lost
        return _needs(joined) in self.lost and not alone and ord(char) not in _UNSEEN


def mark(char: str) -> str:
    """Return the mark that stands for a character: its number and its name in Unicode."""
    return f"[{f'U+{ord(char):04X} {unicodedata.name(char, str())}'.strip()}]"


def setting(text: str) -> Setting:
    """Return how to set a text: with the shipped family, and the machine's where it needs them."""
    shipped = shipped_characters()
    unusual = {each for each in set(_joined(text)) if not _needs(each) <= shipped}
    wanted = {_needs(part) for each in unusual for part in (each, each[0])}
    families, lost = _helpers(frozenset(each for each in wanted if not each <= shipped))
    return Setting((SHIPPED, *families), lost)


@cache
def shipped_characters() -> frozenset[int]:
    """Return every code point that the family that comes with Ajar can show."""
    faces = [_characters(str(path), 0) for path in sorted(FOLDER.glob("*.ttf"))]
    return frozenset.intersection(*faces) | {ord("\n"), ord("\t")}


@cache
def shipped_fonts() -> "Fonts":
    """Return the family that comes with Ajar, as the typesetter reads it."""
    from typst import Fonts  # noqa: PLC0415 - costs memory, and only a PDF needs it

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


@cache
def every_font() -> "Fonts":
    """Return that family and those of the machine."""
    from typst import Fonts  # noqa: PLC0415

    return Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[FOLDER])


@lru_cache(maxsize=64)
def _helpers(wanted: frozenset[_Needs]) -> tuple[tuple[str, ...], frozenset[_Needs]]:
    """Return families of the machine that show what is wanted, and what none of them shows.

    One that shows it all is best; else those that show most of what is left, one by one.
    """
    shows: dict[str, frozenset[_Needs]] = {}
    for family, faces in _machine_families() if wanted else ():
        has = frozenset.intersection(*(_characters(path, index) for path, index in faces))
        shows[family] = frozenset(each for each in wanted if each <= has)
        if shows[family] == wanted:
            return (family,), frozenset()
    left, chosen = wanted, set[str]()
    while best := max(shows, key=lambda each: len(shows[each] & left), default=""):
        if not shows[best] & left:
            break
        chosen.add(best)
        left -= shows[best]
    return tuple(each for each in shows if each in chosen), left


@cache
def _machine_families() -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Return the machine's families with the files of their regular faces, emoji first."""
    found = [each for each in every_font().fonts() if _is_helper(each)]
    grouped = groupby(sorted(found, key=_family_order), key=lambda each: each.family)
    return tuple((family, tuple(_regular(list(faces)))) for family, faces in grouped)


def _is_helper(face: "FontInfo") -> bool:
    name = face.family.lower()
    return bool(face.path) and face.family != SHIPPED and not any(each in name for each in _BLANK)


def _family_order(face: "FontInfo") -> tuple[bool, bool, str]:
    return "emoji" not in face.family.lower(), face.family.startswith("."), face.family


def _regular(faces: list["FontInfo"]) -> Iterator[tuple[str, int]]:
    """Yield the faces that the typesetter takes for regular type; several where they tie."""
    least = min(map(_oddness, faces))
    yield from ((str(each.path), each.index) for each in faces if _oddness(each) == least)


def _oddness(face: "FontInfo") -> tuple[bool, float, int]:
    return face.style != "normal", abs(face.stretch - 1), abs(face.weight - REGULAR_WEIGHT)


def _characters(path: str, index: int) -> frozenset[int]:
    """Return the code points that a face has a glyph for; none if it may not or cannot be read."""
    from fontTools.ttLib import (  # type: ignore[import-untyped]  # noqa: PLC0415
        TTFont,
        TTLibError,
    )

    broken = (TTLibError, OSError, struct.error, AssertionError, LookupError, ValueError)
    with suppress(*broken), Path(path).open("rb") as file:
        font = TTFont(file, fontNumber=index, lazy=True)
        if "OS/2" not in font or not font["OS/2"].fsType & _RESTRICTED:
            # Numbers for names: reading the names takes longer than all the rest.
            font.setGlyphOrder([str(each) for each in range(font["maxp"].numGlyphs)])
            glyphs: dict[int, str] = font.getBestCmap() or {}
            return frozenset(code for code, glyph in glyphs.items() if glyph != _NO_GLYPH)
    return frozenset()


def _joined(text: str) -> Iterator[str]:
    """Yield the characters of a text with what is joined to them: marks, skin tones, partners.

    Nothing is joined to what stands in another line.
    """
    kept = ""
    for char in text:
        joins = kept[-1:] == _JOINER or _joins(char)
        if kept and (not joins or "\n" in (char, kept[-1])):
            yield kept
            kept = ""
        kept += char
    if kept:
        yield kept


def _joins(char: str) -> bool:
    code = ord(char)
    return code in _UNSEEN or code in _SKIN_TONES or unicodedata.category(char)[0] == "M"


def _needs(joined: Iterable[str]) -> _Needs:
    return frozenset(ord(each) for each in joined) - _UNSEEN
