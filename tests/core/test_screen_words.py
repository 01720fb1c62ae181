"""Screen words: every key that a page asks for has words, and no words are left unasked."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from core.content.files import EN
from core.content.loader import words

ROOT = Path(__file__).parents[2]
SCREENS = sorted(path.stem for path in (EN / "screens").glob("*.toml"))
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
ANY = "any screen"


class Asked(ast.NodeVisitor):
    """What one source file asks of screen words, as (screen, pattern of keys, place) each."""

    def __init__(self, path):
        self.path = path
        self.scopes = [{}]
        self.asks = []
        self.visit(parsed(path))

    def visit_FunctionDef(self, node):
        """A name given inside a function is known only there."""
        self.scopes.append({})
        self.generic_visit(node)
        self.scopes.pop()

    def visit_Assign(self, node):
        """`say = words("today")` names the words of a screen."""
        if screen := screen_of(node.value):
            self.scopes[-1] |= {each.id: screen for each in node.targets}
        else:
            self.generic_visit(node)

    def visit_Subscript(self, node):
        """`say["title"]` and `words("today")["title"]` ask for one key."""
        if screen := screen_of(node.value) or self.named(node.value):
            self.note(screen, pattern_of(node.slice), node)
            self.visit(node.slice)
        else:
            self.generic_visit(node)

    def visit_Call(self, node):
        """`words("editor")` handed on as a whole asks for all of its keys."""
        if screen := screen_of(node):
            self.note(screen, ".*", node)
        else:
            self.generic_visit(node)

    def named(self, node):
        """The screen that a name stands for; `say` handed in may be of any screen."""
        if not isinstance(node, ast.Name):
            return None
        known = (scope[node.id] for scope in reversed(self.scopes) if node.id in scope)
        return next(known, ANY if node.id == "say" else None)

    def note(self, screen, pattern, node):
        """Remember one request."""
        self.asks.append((screen, pattern, f"{self.path.relative_to(ROOT)}:{node.lineno}"))


@cache
def parsed(path):
    """The tree of one source file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def screen_of(node):
    """The screen of a call to `words`, or None for anything else."""
    if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words"):
        return None
    [screen] = node.args
    return screen.value if isinstance(screen, ast.Constant) else ANY


def pattern_of(key):
    """What a key may be: one word, a word with gaps, or a word named somewhere in the code."""
    if isinstance(key, ast.Constant):
        return re.escape(key.value)
    if isinstance(key, ast.JoinedStr):
        return "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in key.values
        )
    if isinstance(key, ast.IfExp):
        return f"(?:{pattern_of(key.body)}|{pattern_of(key.orelse)})"
    return "|".join(map(re.escape, named_in_code()))


@cache
def named_in_code():
    """Every short text that the code holds: a key that a variable stands for is one of them."""
    sources = [*SOURCES, *sorted((ROOT / "core").rglob("*.py"))]
    nodes = (node for path in sources for node in ast.walk(parsed(path)))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(text for text in texts if isinstance(text, str) and text.isidentifier())


@cache
def asks():
    """All that the pages and the app ask of screen words."""
    return [ask for path in SOURCES for ask in Asked(path).asks]


def keys_of(screen):
    """The keys of one screen, or those of all."""
    return set(words(screen)) if screen != ANY else {key for each in SCREENS for key in words(each)}


def test_pages_ask_for_words():
    """The test sees what pages ask for."""
    assert len(asks()) > 50


def test_every_key_that_a_page_asks_for_has_words():
    """No page stops in front of a person because its words are missing."""
    missing = [
        (place, screen, pattern)
        for screen, pattern, place in asks()
        if (screen != ANY and screen not in SCREENS)
        or not any(re.fullmatch(pattern, key) for key in keys_of(screen))
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_words_are_left_unasked(screen):
    """A coach never edits words that nobody sees."""
    patterns = [pattern for name, pattern, _ in asks() if name in {screen, ANY}]
    unasked = [key for key in words(screen) if not any(re.fullmatch(p, key) for p in patterns)]
    assert unasked == []
