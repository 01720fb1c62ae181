"""Plausible answers to the questions of a kind of letter, for tests."""

import tomllib
from pathlib import Path

from core.content.letters import kind_words

FOLDER = Path(__file__).parent / "plausible"


def plausible(kind):
    """Return lists of plausible answers by fact: of all kinds, and of this one."""
    return {**_read("all_kinds"), **_read(kind)}


def answers(kind, seed):
    """Return one answer for every question of a kind, the recipient and the name to sign with."""
    by_fact = plausible(kind)
    asked = (*kind_words(kind).ask, "me", "contact")
    return {fact: by_fact[fact][(seed + n) % len(by_fact[fact])] for n, fact in enumerate(asked)}


def _read(name):
    path = FOLDER / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
