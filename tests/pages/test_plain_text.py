"""Plain text: what a label is given says the same as what was typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.parts.plain_text import CONTROLS, JOINER, inert


@pytest.mark.parametrize("text", ["Ana", "Thank you, Ana (and Ben)!", "R&D", "漢字", "שלום", ""])
def test_ordinary_words_stay_as_they_are(text):
    """A label of ordinary words has nothing added, so that screen readers read just them."""
    assert inert(text) == text


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("a -> b", f"a -{JOINER}> b"),
        ("at 10:30", f"at 10:{JOINER}30"),
        ("ana@example.org", f"ana{JOINER}@example.org"),
        ("*b*", f"{JOINER}\\*b\\*"),
        ("1. first", f"{JOINER}1. first"),
        ("a\n\n  b", "a b"),
        ("safe \u202eexe.txt", "safe exe.txt"),
    ],
)
def test_what_markdown_would_read_is_taken_apart(text, label):
    """Only what Markdown would read gets an invisible joiner or a backslash."""
    assert inert(text) == label


@given(st.text())
def test_the_words_stay_the_same(text):
    """Less its joiners and backslashes, a label is the text, white space as one space."""
    bare = re.sub(r"\\([\\`*_\[\]$~<&])", r"\1", inert(text).replace(JOINER, ""))
    assert bare == " ".join(CONTROLS.sub("", text).replace(JOINER, "").split())


def test_longer_text_keeps_its_lines():
    """A text that is shown has every line and every space that was typed."""

    def page():
        from pages.parts.plain_text import show_text  # noqa: PLC0415 - AppTest runs it alone

        show_text("  # one\n\n    two  ")

    shown = AppTest.from_function(page).run().text[0].value
    assert shown.replace(JOINER, "") == "  # one\n\n    two  "
