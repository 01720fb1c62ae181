"""What `steady.toml` holds: kinds of help, the win in an offer, names of what was practised."""

from functools import cache

from core.content.files import load
from core.content.shapes import Content, Slotted, Table, Words
from core.people import Help
from core.steady import Practice


class HelpWords(Content):
    """One kind of help: its name, what it is when asked for, a message to copy, and a prompt.

    `gap` is the question that is asked where nobody is there for it yet.
    """

    label: Words
    asked_for: Words
    message: Words
    gap: Words


class OfferWords(Content):
    """The win in an offer, with and without the names of the employer and the role."""

    what_at: Words
    what: Words
    proof_as: Words
    proof: Words


class OthersWords(Content):
    """What others met before it went well, and what such stories do not show (S1-31)."""

    title: Words
    stories: tuple[Words, ...]
    note: Words


class SteadyWords(Slotted):
    """Everything that Steady needs by id; `slots` names the facts that an offer has."""

    helps: Table[Help, HelpWords]
    offer: OfferWords
    others: OthersWords
    practice: Table[Practice, Words]


@cache
def steady_words() -> SteadyWords:
    """Return the words of the kit for bad days that go by id."""
    return load("steady.toml", SteadyWords)
