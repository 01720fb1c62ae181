"""Findings: taking what is offered leaves the rest of a text as it was, and no gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.findings import Finding, Level, rewritten

words = st.lists(st.sampled_from(["I", "am", "glad", "été", "\U0001f642"]), min_size=1)
sentence = words.map(lambda each: " ".join(each) + ".")
paragraph = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
letters = st.lists(paragraph, max_size=3)


def taken(text, marked, rewrite):
    """A text after the rewrite of its first `marked` words is taken."""
    start = text.index(marked)
    finding = Finding("R00", Level.ERROR, "any", start, start + len(marked), rewrite=rewrite)
    return rewritten(text, finding)


@pytest.mark.parametrize(
    ("text", "marked", "left"),
    [
        ("I really think so.", "really", "I think so."),
        ("I really think so.", "really ", "I think so."),
        ("I really think so.", " really", "I think so."),
        ("Really I think so.", "Really", "I think so."),
        ("I think so really", "really", "I think so"),
        ("I think so, really.", ", really", "I think so."),
        ("I think so really.", "really", "I think so."),
        ("I think so really, and", "really", "I think so, and"),
        ("Is it so really?", "really", "Is it so?"),
        ("so really: this", "really", "so: this"),
        ("One. Two. Three.", "Two.", "One. Three."),
        ("One. Two.\n\nThree.", "Two.", "One.\n\nThree."),
        ("One.\n\nTwo. Three.", "Two.", "One.\n\nThree."),
        ("One.\n\nTwo.\n\nThree.", "Two.", "One.\n\nThree."),
        ("One.\nTwo.\nThree.", "Two.", "One.\nThree."),
        ("One.\nTwo.\n\nThree.", "Two.", "One.\n\nThree."),
        ("One.\n\nTwo.\nThree.", "Two.", "One.\n\nThree."),
        ("One. \n\nTwo. \n\nThree.", "Two.", "One. \n\nThree."),
        ("One.\n\nTwo.", "Two.", "One."),
        ("One.\n\nTwo.", "One.", "Two."),
        ("One.", "One.", ""),
        ("(so) really", "(so)", "really"),
    ],
)
def test_what_is_taken_out_leaves_no_gap(text, marked, left):
    """At the start, in the middle and at the end, before stops and line breaks."""
    assert taken(text, marked, "") == left


@pytest.mark.parametrize(
    ("text", "marked", "rewrite", "then"),
    [
        ("I cant come.", "cant", "cannot", "I cannot come."),
        ("I cant", "cant", "cannot", "I cannot"),
        ("cant I ?", "cant", "can't", "can't I ?"),
        ("So \n cant\n\nwe", "cant", "cannot", "So \n cannot\n\nwe"),
        ("\U0001f642 cant", "cant", "cannot", "\U0001f642 cannot"),
    ],
)
def test_other_words_stand_exactly_there(text, marked, rewrite, then):
    """A rewrite replaces the marked words and touches nothing around them."""
    assert taken(text, marked, rewrite) == then


@given(letters, paragraph, letters)
def test_a_paragraph_can_go_anywhere(before, out, after):
    """Without one of its paragraphs, a letter is the others, one empty line apart."""
    text = "\n\n".join([*before, out, *after])
    start = len("\n\n".join([*before, ""])) if before else 0
    finding = Finding("R00", Level.ERROR, "any", start, start + len(out), rewrite="")
    assert rewritten(text, finding) == "\n\n".join([*before, *after])


@given(st.lists(sentence, max_size=4), sentence, st.lists(sentence, max_size=4), letters)
def test_a_sentence_can_go_anywhere(before, out, after, rest):
    """Without one of its sentences, a paragraph is the others, one blank apart."""
    text = "\n\n".join([" ".join([*before, out, *after]), *rest])
    start = len(" ".join([*before, ""])) if before else 0
    finding = Finding("R00", Level.ERROR, "any", start, start + len(out), rewrite="")
    left = " ".join([*before, *after])
    assert rewritten(text, finding) == "\n\n".join([each for each in (left, *rest) if each])


@given(st.text(max_size=60), st.data(), st.text(min_size=1, max_size=10))
def test_what_is_not_marked_stays(text, data, rewrite):
    """Whatever the text, other words change only the marked ones; taking out only blanks too."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    finding = Finding("R00", Level.ERROR, "any", start, end, rewrite=rewrite)
    assert rewritten(text, finding) == text[:start] + rewrite + text[end:]
    out = rewritten(text, Finding("R00", Level.ERROR, "any", start, end, rewrite=""))
    assert "".join(out.split()) == "".join((text[:start] + text[end:]).split())
