"""The house rules: who may import what, where words and settings live, how large a room may be."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("app", "core", "pages")
NAMELESS = {"utils", "helpers", "common", "manager", "base", "misc"}
CHARTS = ("charts", "result_charts", "decision_charts", "search_charts", "people_charts")
ADDRESSES = {
    "streamlit": ("app.py", "pages/"),
    "starlette": ("pages/parts/server.py",),
    "altair": tuple(f"pages/parts/{each}.py" for each in CHARTS),
    "tinydb": ("core/workspace.py", "core/storage/"),
    "pandas": ("core/insights/", "core/imports/", "core/exports/"),
    "typst": ("core/exports/",),
    "fontTools": ("core/exports/",),
    "docx": ("core/exports/",),
    "icalendar": ("core/exports/",),
    "vobject": ("core/imports/",),
    "filelock": ("core/storage/",),
    "orjson": ("core/storage/",),
    "platformdirs": ("pages/parts/session.py",),
    "jinja2": ("core/letters/compose.py",),
    "pydantic": ("core/",),
}
SPEAKING = {
    *("title", "header", "subheader", "write", "text", "markdown", "caption", "metric", "badge"),
    *("success", "info", "warning", "error", "toast", "status", "expander", "popover", "dialog"),
    *("button", "download_button", "form_submit_button", "link_button", "checkbox", "toggle"),
    *("radio", "selectbox", "multiselect", "pills", "segmented_control", "slider", "feedback"),
    *("select_slider", "text_input", "text_area", "number_input", "date_input", "time_input"),
    *("file_uploader", "chat_input", "tabs", "progress", "spinner"),
}
"""Elements of Streamlit whose first argument a person reads."""
SPOKEN = {"label", "help", "placeholder", "caption", "alt", "page_title"}
SESSION = "pages/parts/session.py"
MENU, CONTENTS = "pages/menu.py", "pages/parts/contents.py"
PAGE_LINES = 80
CORE_LINES = 250

Sources = dict[str, ast.Module]


def read(root: Path) -> Sources:
    """Return the syntax trees of `app.py`, `core/` and `pages/` by their paths."""
    paths = [root / "app.py", *root.glob("core/**/*.py"), *root.glob("pages/**/*.py")]
    return {
        path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in paths
        if path.is_file()
    }


@cache
def house() -> Sources:
    """Return the syntax trees of this project, read once."""
    return read(ROOT)


def is_screen(path: str) -> bool:
    """Tell whether a path is a screen's: under `pages/`, neither a part nor the menu."""
    return path.startswith("pages/") and path != MENU and not path.startswith("pages/parts/")


def module_of(path: str) -> str:
    """Return the dotted name of a module's path."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield every module that a tree imports, `from a import b` as both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield module
            yield from (f"{module}.{each.name}" for each in node.names)


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Yield the dotted name of everything that is called, with its call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def core_knows_no_screen(sources: Sources) -> Iterator[str]:
    """`core` imports neither Streamlit nor Altair nor anything of `pages`."""
    for path, tree in sources.items():
        if path.startswith("core/"):
            heads = {name.split(".")[0] for name in imports(tree)}
            yield from (f"{path}: {name}" for name in heads & {"streamlit", "altair", "pages"})


def screens_stand_alone(sources: Sources) -> Iterator[str]:
    """The server, the menu, screens and parts import of ours only `core` and `pages.parts`."""
    for path, tree in sources.items():
        if not path.startswith("core/"):
            ours = {name for name in imports(tree) if name.split(".")[0] in OURS}
            known = {n for n in ours if n.split(".")[0] == "core" or n.startswith("pages.parts")}
            yield from (f"{path}: {name}" for name in ours - known)


def imports_are_absolute(sources: Sources) -> Iterator[str]:
    """Nothing is imported by dots: a page is a script and has no package around it."""
    for path, tree in sources.items():
        yield from (f"{path}: {name}" for name in imports(tree) if name.startswith("."))


def libraries_have_one_address(sources: Sources) -> Iterator[str]:
    """Each library is imported only where the design says."""
    for path, tree in sources.items():
        for head in sorted({name.split(".")[0] for name in imports(tree)} & ADDRESSES.keys()):
            if not path.startswith(ADDRESSES[head]):
                yield f"{path}: {head}"


def one_module_reads_the_environment(sources: Sources) -> Iterator[str]:
    """Only `pages/parts/session.py` looks at environment variables."""
    readers = {"os.environ", "os.getenv", "os.environb", "environ", "getenv"}
    for path, tree in sources.items():
        if path != SESSION:
            named = (n for n in ast.walk(tree) if isinstance(n, (ast.Attribute, ast.Name)))
            found = {ast.unparse(node) for node in named} | set(imports(tree))
            yield from (f"{path}: {name}" for name in sorted(found & readers))


def no_cycles(sources: Sources) -> Iterator[str]:
    """Our modules depend on each other in one direction."""
    modules = {module_of(path): path for path in sources}
    graph = {
        name: {each for each in imports(sources[path]) if each in modules and each != name}
        for name, path in modules.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " -> ".join(error.args[1])


def names_say_something(sources: Sources) -> Iterator[str]:
    """No module or folder has a name that could hold anything."""
    for path in sources:
        yield from (f"{path}: {part}" for part in module_of(path).split(".") if part in NAMELESS)


def no_raw_markup(sources: Sources) -> Iterator[str]:
    """No HTML is written, and only constant text is read as Markdown by name."""
    for path, tree in sources.items():
        for name, call in calls(tree):
            if any(each.arg == "unsafe_allow_html" for each in call.keywords):
                yield f"{path}:{call.lineno}: unsafe_allow_html"
            if name.endswith((".html", "components.v1.iframe")) and name.startswith("st."):
                yield f"{path}:{call.lineno}: {name}"
            if name.endswith(".markdown") and not all(
                isinstance(each, ast.Constant) for each in call.args
            ):
                yield f"{path}:{call.lineno}: {name} of what is not constant"


def core_is_told_the_time(sources: Sources) -> Iterator[str]:
    """`core` looks up neither the time nor chance: both are arguments."""
    clocks = ("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time")
    for path, tree in sources.items():
        if path.startswith("core/"):
            for name, call in calls(tree):
                if name.endswith(clocks) and not call.args and not call.keywords:
                    yield f"{path}:{call.lineno}: {name}"
            yield from (f"{path}: random" for name in imports(tree) if name == "random")


def every_screen_is_in_the_menu(sources: Sources) -> Iterator[str]:
    """Each screen's file is named in the table of contents."""
    texts = {n.value for n in ast.walk(sources[CONTENTS]) if isinstance(n, ast.Constant)}
    for path in filter(is_screen, sources):
        if path.removeprefix("pages/") not in texts:
            yield path


def rooms_stay_small(sources: Sources) -> Iterator[str]:
    """A screen has at most 80 lines, a core module at most 250."""
    for path, tree in sources.items():
        most = PAGE_LINES if is_screen(path) or path == MENU else CORE_LINES
        length = max((n.end_lineno or 0 for n in tree.body), default=0)
        if length > most and not path.startswith("pages/parts/"):
            yield f"{path}: {length} lines"


def words_live_in_content(sources: Sources) -> Iterator[str]:
    """No sentence for a person stands in a screen or a part, and not one word on an element."""
    for path, tree in sources.items():
        if path.startswith("pages/"):
            for text, line in _texts(tree):
                if " " in text and any(each.isalpha() for each in text):
                    yield f"{path}:{line}: {text!r}"
            for name, call in calls(tree):
                if any(map(_says_a_word, _shown(name, call))):
                    yield f"{path}:{call.lineno}: a word in {name}"


def _shown(name: str, call: ast.Call) -> Iterator[ast.expr]:
    if "." in name and name.rpartition(".")[2] in SPEAKING:
        yield from call.args[:1]
    yield from (each.value for each in call.keywords if each.arg in SPOKEN)


def _says_a_word(shown: ast.expr) -> bool:
    parts = shown.values if isinstance(shown, ast.JoinedStr) else [shown]
    texts = (each.value for each in parts if isinstance(each, ast.Constant))
    return any(isinstance(each, str) and any(map(str.isalpha, each)) for each in texts)


def _texts(tree: ast.Module) -> Iterator[tuple[str, int]]:
    # A text that stands alone is a docstring; one in an annotation is a type.
    apart = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        for notes in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            apart |= {id(each) for each in ast.walk(notes)} if notes else set()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.value, node.lineno


Rule = Callable[[Sources], Iterator[str]]

BROKEN: list[tuple[Rule, dict[str, str]]] = [
    (core_knows_no_screen, {"core/a.py": "import streamlit as st"}),
    (core_knows_no_screen, {"core/a.py": "from altair import Chart"}),
    (core_knows_no_screen, {"core/a.py": "def late():\n    from pages.parts import cards"}),
    (screens_stand_alone, {"pages/a.py": "import pages.b", "pages/b.py": ""}),
    (screens_stand_alone, {"pages/a.py": "from pages.feel import check_in"}),
    (screens_stand_alone, {"pages/parts/a.py": "from pages.menu import SCREENS"}),
    (screens_stand_alone, {"app.py": "from pages import today"}),
    (imports_are_absolute, {"core/a.py": "from . import b"}),
    (libraries_have_one_address, {"core/cases.py": "from tinydb import TinyDB"}),
    (libraries_have_one_address, {"pages/parts/cards.py": "import altair as alt"}),
    (libraries_have_one_address, {"pages/today.py": "import pandas"}),
    (libraries_have_one_address, {"pages/today.py": "from pydantic import BaseModel"}),
    (one_module_reads_the_environment, {"pages/a.py": "import os\nos.environ['A']"}),
    (one_module_reads_the_environment, {"core/a.py": "from os import getenv\ngetenv('A')"}),
    (no_cycles, {"core/a.py": "from core import b", "core/b.py": "from core.a import x"}),
    (names_say_something, {"core/utils.py": ""}),
    (names_say_something, {"pages/common/a.py": ""}),
    (no_raw_markup, {"pages/a.py": "st.write(x, unsafe_allow_html=True)"}),
    (no_raw_markup, {"pages/a.py": "st.html('<b>x</b>')"}),
    (no_raw_markup, {"pages/a.py": "st.markdown(f'{name}')"}),
    (no_raw_markup, {"pages/a.py": "column.markdown(note)"}),
    (core_is_told_the_time, {"core/a.py": "from datetime import date\ndate.today()"}),
    (core_is_told_the_time, {"core/a.py": "import datetime\ndatetime.datetime.now()"}),
    (core_is_told_the_time, {"core/a.py": "import random"}),
    (every_screen_is_in_the_menu, {CONTENTS: "'today.py'", "pages/feel/new.py": ""}),
    (rooms_stay_small, {"pages/a.py": "x = 1\n" * 81}),
    (rooms_stay_small, {"core/a.py": "x = 1\n" * 251}),
    (words_live_in_content, {"pages/a.py": "st.title('Hello there')"}),
    (words_live_in_content, {"pages/parts/a.py": "label = f'{count} days'"}),
    (words_live_in_content, {"pages/a.py": "st.button('Save')"}),
    (words_live_in_content, {"pages/a.py": "column.metric(f'Day{count}', count)"}),
    (words_live_in_content, {"pages/a.py": "ask_line(form, 'name', label='Name')"}),
]
RULES = list(dict.fromkeys(rule for rule, _ in BROKEN))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule):
    """Each rule of the house holds."""
    assert list(rule(house())) == []


@pytest.mark.parametrize(("rule", "files"), BROKEN)
def test_a_break_is_noticed(rule, files, tmp_path):
    """Each rule fails where it is broken."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(rule(read(tmp_path)))


def test_every_rule_sees_the_house():
    """The rules read the server, the screens and the core."""
    sources = house()
    assert "app.py" in sources
    assert any(map(is_screen, sources))
    assert any(path.startswith("core/storage/") for path in sources)
