"""Screen words: every key that a page asks for has words, and no words are left unasked.

A page asks by a text (`say["title"]`), by a text that begins so (`say[f"field_{name}"]`), or by a
name whose texts stand in plain sight: a loop over a tuple or dict of texts, a dict of texts looked
up, or an argument that every call in the same file gives as a text.
"""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from core.content.files import EN
from core.content.loader import words

ROOT = Path(__file__).parents[2]
SCREENS = sorted(path.stem for path in (EN / "screens").glob("*.toml"))
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Source:
    """One source file: what it asks of screen words, and what stands in it in plain sight."""

    def __init__(self, tree, name="a page"):
        self.tree, self.name = tree, name
        self.nodes = list(ast.walk(tree))
        self.parents = {
            id(child): each for each in self.nodes for child in ast.iter_child_nodes(each)
        }
        self.calls = [each for each in self.nodes if isinstance(each, ast.Call)]
        self.scopes = {}

    def asks(self):
        """All that it asks, as (screens, pattern of keys, place); None where nobody can tell."""
        for node in self.nodes:
            screens = self.screens_of(node)
            if screens is None:
                continue
            above = self.parents[id(node)]
            place = f"{self.name}:{node.lineno}"
            if isinstance(above, ast.Subscript) and node is above.value:
                yield screens, self.pattern_of(above.slice), place
            elif not isinstance(above, (ast.Assign, ast.Compare)):  # `key in say` asks for none
                yield screens, ".*" if isinstance(node, ast.Call) else None, place

    def screens_of(self, node):
        """The screens whose words an expression stands for; None if it is something else."""
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            node = self.assigned(node)
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words"):
            return None
        return self.texts_of(node.args[0], everywhere=True) or ()

    def pattern_of(self, key):
        """What a key may be: one text of a few, or any that begins in one way."""
        if isinstance(key, ast.JoinedStr):
            begin = key.values[0]
            known = isinstance(begin, ast.Constant)
            return f"{re.escape(begin.value)}.+" if known else None
        texts = self.texts_of(key)
        return "|".join(map(re.escape, sorted(texts))) if texts else None

    def texts_of(self, node, *, everywhere=False):
        """Every text that an expression may be; None where they are not in plain sight."""
        if isinstance(node, ast.Constant):
            return {node.value} if isinstance(node.value, str) else None
        if isinstance(node, ast.IfExp):
            return union(self.texts_of(each) for each in (node.body, node.orelse))
        if isinstance(node, ast.Subscript) and isinstance(
            known := self.assigned(node.value), ast.Dict
        ):
            return union(map(self.texts_of, known.values))
        return self.texts_named(node, everywhere) if isinstance(node, ast.Name) else None

    def texts_named(self, name, everywhere):
        """Every text that a name may be, by the loop or the arguments that give it."""
        for above in self.around(name):
            if isinstance(above, (ast.For, *COMPREHENSIONS)):
                for loop in [above] if isinstance(above, ast.For) else above.generators:
                    if name.id in names_in(loop.target):
                        return self.texts_through(loop, name.id)
            elif isinstance(above, ast.FunctionDef):
                arguments = [each.arg for each in above.args.args]
                if name.id in arguments:
                    place = arguments.index(name.id)
                    abroad = everywhere and not above.name.startswith("_")
                    return texts_given(above.name, place, sources() if abroad else (self,))
        return None

    def texts_through(self, loop, name):
        """Every text that a loop goes through: of a tuple, or the keys of a dict."""
        over, target = loop.iter, loop.target
        if isinstance(over, ast.Call) and getattr(over.func, "attr", "") == "items":
            over, target = over.func.value, target.elts[0]
        over = self.assigned(over) or over
        if getattr(target, "id", "") != name:
            return None
        every = [over.body, over.orelse] if isinstance(over, ast.IfExp) else [over]
        if not all(isinstance(each, (ast.Tuple, ast.List, ast.Dict)) for each in every):
            return None
        parts = [each.keys if isinstance(each, ast.Dict) else each.elts for each in every]
        return union(self.texts_of(text) for part in parts for text in part)

    def assigned(self, name):
        """What the one assignment around here, or at the top of the file, says that a name is."""
        if not isinstance(name, ast.Name):
            return None
        for scope in self.around(name):
            if isinstance(scope, (ast.FunctionDef, ast.Module)):
                values = self.values_in(scope)[name.id]
                if values:
                    return values[0] if len(values) == 1 or scope is not self.tree else None
        return None

    def values_in(self, scope):
        """All that a function, or the file, assigns to plain names, by the name; read once."""
        if id(scope) not in self.scopes:
            given = defaultdict(list)
            for each in ast.walk(scope):
                for name in assigned_by(each):
                    given[name].append(each.value)
            self.scopes[id(scope)] = given
        return self.scopes[id(scope)]

    def around(self, node):
        """All that stands around an expression, from the inside out."""
        while node := self.parents.get(id(node)):
            yield node

    def given(self, function, place):
        """What each call of a function in this file gives at one place, as texts or None."""
        for node in self.calls:
            if getattr(node.func, "id", "") == function:
                known = len(node.args) > place
                yield self.texts_of(node.args[place], everywhere=True) if known else None


def names_in(target):
    """The names that a loop gives."""
    return {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}


def assigned_by(node):
    """The plain names that a statement assigns."""
    targets = node.targets if isinstance(node, ast.Assign) else ()
    return {each.id for each in targets if isinstance(each, ast.Name)}


def union(every):
    """All of these texts; None if there are none or one of them cannot be told."""
    every = list(every)
    return set().union(*every) if every and None not in every else None


def texts_given(function, place, among):
    """Every text that the calls of a function give at one place."""
    return union(texts for source in among for texts in source.given(function, place))


@cache
def sources():
    """The app and every page, read."""
    return tuple(
        Source(ast.parse(path.read_text(encoding="utf-8")), str(path.relative_to(ROOT)))
        for path in SOURCES
    )


@cache
def asks():
    """All that the pages and the app ask of screen words."""
    return tuple(ask for source in sources() for ask in source.asks())


def test_pages_ask_for_words():
    """The test sees what pages ask for."""
    assert len(asks()) > 50


def test_every_request_can_be_read():
    """Which words a page asks for stands in the page, so that dead words are found."""
    assert [place for screens, pattern, place in asks() if not (screens and pattern)] == []


def test_every_key_that_a_page_asks_for_has_words():
    """No page stops in front of a person because its words are missing."""
    missing = [
        (place, screen, part)
        for screens, pattern, place in asks()
        for screen in screens
        for part in (pattern.split("|") if pattern else ())
        if not (screen in SCREENS and any(re.fullmatch(part, key) for key in words(screen)))
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_words_are_left_unasked(screen):
    """A coach never edits words that nobody sees."""
    patterns = [pattern for screens, pattern, _ in asks() if pattern and screen in screens]
    unasked = [key for key in words(screen) if not any(re.fullmatch(p, key) for p in patterns)]
    assert unasked == []


@pytest.mark.parametrize(
    ("code", "pattern"),
    [
        ('say["title"]', "title"),
        ('say["title" if new else "edit"]', "edit|title"),
        ('say[f"field_{name}"]', "field_.+"),
        ('[say[each] for each in ("yes", "no")]', "no|yes"),
        ('PARTS = {"how": 1}\nfor name, _ in PARTS.items():\n    say[name]', "how"),
        ('NEAR = {0: "today"}\nsay[NEAR[days]]', "today"),
        ('def show(key):\n    say[key]\nshow("a")\nshow("b")', "a|b"),
        ('def show(key):\n    say[key]\nshow("a")\nshow(b)', None),
        ("say[name]", None),
        ("for name in chosen():\n    say[name]", None),
        ('say[f"{name}_field"]', None),
        ("show(say)", None),
    ],
)
def test_only_what_stands_in_plain_sight_is_read(code, pattern):
    """A variable that could be anything counts as nothing."""
    source = Source(ast.parse(f'say = words("today")\n{code}'))
    assert [ask[1] for ask in source.asks()] == [pattern]
