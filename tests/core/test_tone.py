"""Tone: what every text of the content files may and may not say, and how plainly it says it."""

import re
import tomllib
from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from pkgutil import walk_packages
from statistics import mean
from typing import get_args

import pyphen
import pytest

import core
from core.content.files import EN
from core.content.shapes import texts_of
from core.errors import AjarError

WORD_LISTS = {
    "letter_points.toml",
    "letter_reasons.toml",
    "letter_signs.toml",
    "signals.toml",
}
FILES = sorted(path for path in EN.rglob("*.toml") if path.name not in WORD_LISTS)
BANNED = [
    r"everything happens for a reason",
    r"(?:just |only )?(?:stay|think|be) positive",
    r"bright side",
    r"at least (?:you|it|they)",
    r"blessing in disguise",
    r"meant to be",
    r"could (?:be|have been) worse",
    r"you should(?:n't| not)? have",
    r"your fault",
    r"(?:you|you've|you have|i|i've|i have|they|a|as a) fail(?:ure|ed)\b",
    r"every no (?:is|brings)",
    r"closer to (?:a|your) yes",
    r"guarantee",
    r"simply",
    r"just (?:apply|ask|try|be|do|keep)",
    r"you(?:'ll| will) (?:definitely|always|certainly)",
    r"commit(?:ted|s|ting)? suicide",
    r"streak",
    r"badge",
    r"leader ?board",
    r"well done|great job|awesome|amazing|congratulations",
    r"why (?:me|did this happen to you)",
    r"cheer up|chin up|move on already|get over it",
    r"\d+ ?%|percent\b",
]
BAN = re.compile(rf"\b(?:{'|'.join(BANNED)})", re.IGNORECASE)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
HYPHENS = pyphen.Pyphen(lang="en_GB", left=1, right=1)
LONG_ENOUGH = 12
EASIEST, LETTERS_MAY = 8, 10
"""The highest Flesch-Kincaid grade of what a file says to a person, and of what letters say."""

TEMPLATE = re.compile(r"\{%.*?%\}")
FACT = re.compile(r"\{\{.*?\}\}")
PLAUSIBLE = {tuple[Path, ...]: (Path("ajar.json"),), Path: Path("ajar.json"), int: 28, float: 10.0}
BASES = {"StorageError", "SheetError"}


def every_text(path):
    """Every text of one content file, as it stands there."""
    return texts_of(tomllib.loads(path.read_text(encoding="utf-8")))


def texts(path):
    """Every text of one content file, with a short word for each fact of a letter."""
    return [FACT.sub("this", TEMPLATE.sub("", text)) for text in every_text(path)]


def words_of(text):
    """The words of a text; numbers count as words."""
    return re.findall(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*", text)


def sentences_of(text):
    """The sentences of a text, as lists of words."""
    parts = re.split(r"(?<=[.?!:;])\s+", text)
    return [words for part in parts if (words := words_of(part))]


@cache
def syllables(word):
    """How many syllables a word has; a number counts as one."""
    return max(1, len(HYPHENS.positions(word)) + 1)


def grade(text):
    """The Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    sentences = sentences_of(text)
    every = [word for sentence in sentences for word in sentence]
    per_word = sum(map(syllables, every)) / len(every)
    return 0.39 * len(every) / len(sentences) + 11.8 * per_word - 15.59


def longer(path):
    """The texts that are long enough to have a reading level."""
    return [text for text in texts(path) if len(words_of(text)) >= LONG_ENOUGH]


def plausible(kind):
    """An error of this kind, with something plausible for each fact that it takes."""
    facts = signature(kind).parameters.values()
    return kind(*(a_fact(each.annotation) for each in facts if each.default is Parameter.empty))


def a_fact(annotation):
    """Something plausible of this type."""
    for type_, fact in PLAUSIBLE.items():
        if annotation == type_ or type_ in get_args(annotation):
            return fact
    return "check-in"


def kinds(base=AjarError):
    """Every kind of error that a person may read, without those that only others come from."""
    for kind in base.__subclasses__():
        if kind.__name__ not in BASES:
            yield kind
        yield from kinds(kind)


for module in walk_packages(core.__path__, "core."):
    import_module(module.name)

every_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(EN).as_posix()
)


@every_file
def test_no_text_says_what_hurts(path):
    """No false comfort, no blame, no promise, no cheerleading, no scores."""
    for text in texts(path):
        assert not (found := BAN.search(text)), f"{found[0]}: {text}"


@every_file
def test_no_text_shouts(path):
    """No exclamation marks, no emoji, no words in capitals for weight."""
    for text in texts(path):
        assert "!" not in text, text
        assert not EMOJI.search(text), text


@every_file
def test_every_text_is_clean(path):
    """No doubled spaces, no space at either end, no straight dots for an ellipsis."""
    for text in texts(path):
        assert text == text.strip(), text
        assert "  " not in text, text


@every_file
def test_a_file_reads_easily(path):
    """Flesch-Kincaid grade 8 at most, 10 in letters, as the mean over a file's longer texts."""
    if long := longer(path):
        assert mean(map(grade, long)) <= (LETTERS_MAY if path.parent.name == "letters" else EASIEST)


@every_file
def test_sentences_are_short(path):
    """No sentence has more than 25 words, and a file's mean is 16 at most."""
    for text in texts(path):
        for sentence in sentences_of(text):
            assert len(sentence) <= 25, text
    lengths = [len(sentence) for text in longer(path) for sentence in sentences_of(text)]
    assert not lengths or mean(lengths) <= 16


@pytest.mark.parametrize("kind", sorted(kinds(), key=lambda kind: kind.__name__))
def test_an_error_speaks_in_the_same_tone(kind):
    """What goes wrong is told calmly too: no blame, no shouting, a full sentence."""
    sentence = plausible(kind).sentence
    assert not BAN.search(sentence), sentence
    assert "!" not in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    "text", ["At least you got an interview.", "Just apply to more jobs.", "It was your fault."]
)
def test_the_ban_list_catches_what_it_should(text):
    """The rule is tested on what it must refuse."""
    assert BAN.search(text)


@pytest.mark.parametrize(
    "text",
    ["It hurts because it mattered.", "A no tells you about one choice by one team on one day."],
)
def test_the_ban_list_lets_kind_words_pass(text):
    """The rule is tested on what it must let pass."""
    assert not BAN.search(text)


def test_the_grade_follows_its_formula():
    """Three short words of one syllable each are far below grade 1."""
    assert grade("The cat sat.") == pytest.approx(0.39 * 3 + 11.8 - 15.59)
