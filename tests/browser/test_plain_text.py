"""A person's own words in labels: they show as typed, and nothing else comes of them."""

import json
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.parts.plain_text import JOINER
from tests.browser.harness import foreign

PLAIN = "plain words"
TYPED = [
    *("->", "a -> b", "<- a", "a <-> b", "a -- b", "-- -- --", "x >= 1", "x <= 1", "x ~= 1"),
    *("wait...", '"so" it\'s', "(c) (tm) 1/2", "https://example.org/a_b", "HTTP://X.ORG"),
    *("see www.x.org.", "(WWW.x.org)", "ana@example.org", "mailto:ana@example.org", "a@b.co.uk"),
    *(":red[x]", ":blue-badge[x]", ":color[x]{foreground='red'}", ":material/home:", ":streamlit:"),
    *(":smile:", ":+1:", ":)", "10:30:45", "![i](https://x.invalid/i.png)", "[a](b)", "[a][b]"),
    *("[x]: http://y", "[^1]", "$x$", "$$x$$", "from $5 to $6", "    four spaces", "a  b"),
    *("# h", "- x", "+ x", "* x", "- [ ] x", "1. x", "2) x", "> q", "---", "***", "==="),
    *("`c`", "```py", "**b**", "_i_", "__b__", "~~s~~", "~s~", "<b>b</b>", "<https://x.org>"),
    *("<!-- c -->", "<3", "&amp;", "&#65;", "R&D", "|a|b|", "|a|b|\n|-|-|\n|c|d|", ":::note"),
    *("\\", "\\*a\\*", "C:\\new", "a\\\nb", "a\nb", "a\n\nb", "a\n---", "\t- a\n\t- b"),
    *("é 漢字 かな 한국어", "שלום -> עולם", "مرحبا", "👩‍💻 ok 🎉", "1️⃣ first", "e\u0301"),
]
KINDS = r"""() => [...document.querySelectorAll("[class*=st-key-]")].flatMap(
    each => /st-key-(?!text-)(\w+)-0/.exec(each.className)?.[1] ?? [])"""
SKELETON = """([kind, count]) => [...Array(count).keys()].map(number => {
    const all = document.querySelectorAll(
        `.st-key-${kind}-${number} :is(
            [data-testid=stMarkdownContainer], [data-testid=stCaptionContainer],
            [data-testid=stText])`)
    return [...all].map(one => [
        one.innerText,
        [...one.querySelectorAll("*")].map(each =>
            [each.tagName, each.className, each.getAttribute("style")].join(" ")),
    ])
})"""


def as_shown(text):
    """Return what of a text the eye sees: no joiner, and runs of white space as one space."""
    return " ".join(text.replace(JOINER, "").split())


def labels(page, kind, texts):
    """Return, for each text, what its labels of one kind show and the elements in them."""
    return page.evaluate(SKELETON, [kind, len(texts)])


@pytest.fixture
def show(page, serve, tmp_path):
    """Return a function that shows texts on a page, in labels of the kinds asked for."""
    file = tmp_path / "texts.json"
    file.write_text("[]", encoding="utf-8")
    url = serve("tests/browser/apps/labels_app.py", LABEL_TEXTS=str(file))

    def show_all(texts, kinds=""):
        file.write_text(json.dumps(texts), encoding="utf-8")
        page.goto(f"{url}?kinds={kinds}" if kinds else url)
        page.get_by_text("All shown").wait_for()
        page.locator("[data-testid=stSkeleton]").first.wait_for(state="detached")
        return page

    return show_all


def assert_inert(page, kind, texts):
    """Each label shows its text, built of the same elements as the label of plain words."""
    plain, *others = labels(page, kind, texts)
    places = [place for place, (words, _) in enumerate(plain) if as_shown(words) == PLAIN]
    assert places, f"no label found in {kind}"
    for text, found in zip(texts[1:], others, strict=True):
        for place in places:
            assert as_shown(found[place][0]) == as_shown(text), kind
            assert found[place][1] == plain[place][1], (kind, text)


def test_labels_show_what_was_typed_and_do_nothing(show):
    """No link, image, style, list, heading, code, symbol or icon comes of a text in a label."""
    texts = [PLAIN, *TYPED]
    page = show(texts)
    kinds = page.evaluate(KINDS)
    assert len(kinds) > 15
    for kind in kinds:
        assert_inert(page, kind, texts)


def test_nothing_is_loaded_for_a_text(show):
    """An image in a text is not fetched: nobody learns that it was read."""
    assert foreign(show(TYPED, "markdown").asked) == []


def test_only_a_joiner_is_added(show):
    """The letters of a label differ from the typed ones by an invisible joiner at most."""
    page = show(TYPED, "button")
    for text, [[words, _]] in zip(TYPED, labels(page, "button", TYPED), strict=True):
        assert words.replace(JOINER, "").split() == text.split()


def test_text_keeps_lines_and_spaces(show):
    """Longer text shows with its line breaks and leading spaces, and reads no Markdown."""
    texts = ["  two\n\n    four\nend  ", "# **a**\n- b -> c"]
    page = show(texts, "caption")
    shown = [words.replace(JOINER, "") for [[words, _]] in labels(page, "text", texts)]
    assert shown == texts


def test_directions_cannot_be_turned(show):
    """A hidden mark cannot turn the words around it: what is read is what is there."""
    texts = ["safe \u202eexe.txt", "\u2066a\u2069"]
    page = show(texts, "caption")
    assert [as_shown(words) for [[words, _]] in labels(page, "caption", texts)] == [
        "safe exe.txt",
        "a",
    ]


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(string.punctuation + "  1aw\n", min_size=1).filter(str.strip),
        min_size=100,
        max_size=150,
        unique=True,
    )
)
def test_any_punctuation_is_harmless(show, texts):
    """No heap of punctuation, a hundred and more at a time, turns into anything."""
    page = show([PLAIN, *texts], "caption,button")
    assert_inert(page, "caption", [PLAIN, *texts])
    assert_inert(page, "button", [PLAIN, *texts])
