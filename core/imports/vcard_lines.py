"""The lines of address book cards: vCard 2.1, 3.0 and 4.0, taken apart card by card.

Each card is read by itself, so that one that is broken keeps no other one out. Photographs,
birthdays and whatever else Ajar has no use for are passed over. The rules are those of RFC 2426
and RFC 6350, and of vCard 2.1 as address books write it.
"""

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

LONGEST = 300_000
"""Bytes of one property; more than any text of a card has, however it is written."""

_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*$", re.IGNORECASE)
_NAME = re.compile(rb"(?:[\w-]+\.)?([\w-]+)\s*[;:]")
_PART = re.compile(r'((?:[^;"]|"[^"]*")+)')
_HEAD = re.compile(rb'((?:[^:"]|"[^"]*")+):(.*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SCHEME = re.compile(r"(?:tel|mailto):", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
_QUOTED = frozenset({"ENCODING=QUOTED-PRINTABLE", "QUOTED-PRINTABLE"})
_PREFERRED = re.compile(r"(?:TYPE=.*)?\bPREF\b|PREF=1$")
_WANTED = frozenset(
    {b"FN", b"N", b"NICKNAME", b"ORG", b"TITLE", b"ROLE", b"EMAIL", b"TEL", b"URL", b"NOTE"}
    | {b"ADR", b"CATEGORIES", b"KIND", b"X-ADDRESSBOOKSERVER-KIND", b"X-SOCIALPROFILE"}
)


@dataclass(frozen=True)
class Property:
    """One property: its name and parameters in capitals, and its value as it was written."""

    name: str
    parameters: tuple[str, ...]
    value: bytes

    @property
    def text(self) -> str:
        """The value as text, escapes left in."""
        raw, charset = self.value, ""
        if _QUOTED & set(self.parameters):
            raw = quopri.decodestring(raw)
        for each in self.parameters:
            if each.startswith("CHARSET="):
                charset = each.removeprefix("CHARSET=").strip('"')
        return _decoded(raw, charset)

    @property
    def is_preferred(self) -> bool:
        """Whether it is said to be the one to use first."""
        return any(_PREFERRED.match(each) for each in self.parameters)


@dataclass
class Card:
    """The lines of one card as they come in, unfolded, as far as they are of use.

    `passes` is set within a property that is of no use, `agent` after that of a card within this
    one, `ends` where the end was seen; `strays` counts lines that are no property.
    """

    lines: list[bytes] = field(default_factory=list)
    passes: bool = True
    agent: bool = False
    ends: bool = False
    strays: int = 0

    def take(self, line: bytes) -> None:
        """Take in one line: a new property, or one more piece of the one before."""
        if not self.passes and _is_soft(self.lines[-1]):
            self.lines[-1] = self.lines[-1][:-1]
            self._go_on(line)
        elif line[:1] in {b" ", b"\t"}:
            self._go_on(line[1:])
        elif found := _NAME.match(line):
            name = found[1].upper()
            self.agent = name == b"AGENT"
            self.passes = name not in _WANTED
            if not self.passes:
                self.lines.append(line)
        elif line.strip() and not self.passes:
            self.strays += 1

    def _go_on(self, piece: bytes) -> None:
        if not self.passes and len(self.lines[-1]) < LONGEST:
            self.lines[-1] += piece


Found = Mapping[str, Sequence[Property]]
"""The properties of a card by name."""


def cards_in(raw: bytes) -> Iterator[Card]:
    """Yield the cards of a file; one inside another one, such as an agent's, is passed over."""
    if raw.startswith(_UTF_16):
        raw = raw.decode("utf-16", "replace").encode()
    card: Card | None = None
    inside = 0
    for line in raw.removeprefix(_MARK).splitlines():
        begins, ends = _BEGIN.match(line), _END.match(line)
        if card is None:
            card = Card() if begins else None
        elif begins and card.agent:
            inside += 1
        elif begins:
            yield card
            card, inside = Card(), 0
        elif ends and inside:
            inside -= 1
        elif ends:
            card.ends = True
            yield card
            card = None
        elif not inside:
            card.take(line)
    if card:
        yield card


def properties(card: Card) -> Found:
    """Return the properties of a card by name, in the order in which they stand."""
    found: dict[str, list[Property]] = {}
    for line in card.lines:
        each = _property(line)
        found.setdefault(each.name, []).append(each)
    return found


def texts(found: Found, name: str) -> tuple[str, ...]:
    """Return the texts of every property of a name that holds something."""
    every = (_plain(each.text).strip() for each in found.get(name, ()))
    return tuple(filter(None, every))


def first(found: Found, name: str, sign: str) -> tuple[str, ...]:
    """Return the parts of the first property of a name, parted by a sign."""
    return split(found[name][0].text, sign) if name in found else ()


def bare(found: Found, *names: str) -> list[str]:
    """Return addresses or numbers without their scheme, the preferred one first, each once."""
    every = (each for name in names for each in found.get(name, ()))
    ranked = sorted(every, key=lambda each: not each.is_preferred)
    bare = (_SCHEME.sub("", _plain(each.text).strip(), count=1) for each in ranked)
    return list(dict.fromkeys(filter(None, bare)))


def split(text: str, sign: str) -> tuple[str, ...]:
    """Return the parts of a value, where the sign that parts them is not escaped."""
    parts = re.findall(rf"((?:\\.|[^{sign}\\]|\\$)*)(?:{sign}|$)", text, re.DOTALL)
    return tuple(_plain(each).strip() for each in parts[:-1] or parts)


def _plain(text: str) -> str:
    """Return a value without its escapes."""
    plain = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return "\n".join(plain.splitlines())


def _decoded(raw: bytes, charset: str) -> str:
    """Return text in the encoding that is named, else in UTF-8, else as Windows writes it."""
    for each in (charset, "utf-8", "cp1252", "latin-1"):
        try:
            text = raw.decode(each or "utf-8")
        except (ValueError, LookupError):
            continue
        return text.encode("utf-8", "replace").decode()
    return ""


def _is_soft(line: bytes) -> bool:
    """Return whether a quoted-printable value goes on in the next line."""
    return line.endswith(b"=") and b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _property(line: bytes) -> Property:
    head, value = _parted(line)
    name, *parameters = _PART.findall(head.decode("latin-1").upper())
    return Property(name.rpartition(".")[2].strip(), tuple(parameters), value)


def _parted(line: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and after the colon; one in quotation marks is no such."""
    found = _HEAD.match(line)
    return (found[1], found[2]) if found else line.partition(b":")[::2]
