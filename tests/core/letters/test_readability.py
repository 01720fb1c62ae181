"""Readability: words are counted as the dictionary has them, and none of them is kept."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyphen import HyphDict, Pyphen

from core.letters.readability import grade, syllables

EVERYDAY = (
    "I wanted to tell you today that after a week of consideration I have decided against the "
    "interesting opportunity, gratefully, because unfortunately commuting would be impossible."
)


@pytest.fixture(scope="module")
def dictionary():
    """The dictionary itself, with a memory of its own."""
    return Pyphen(lang="en_GB", left=1, right=1, cache=False)


@pytest.mark.parametrize("word", sorted(set(EVERYDAY.split())))
def test_an_everyday_word_has_the_syllables_of_the_dictionary(dictionary, word):
    """One more than there are places for a hyphen."""
    assert syllables(word) == len(dictionary.positions(word.lower())) + 1


@given(word=st.text(st.sampled_from("aeioustnrlcmbdé'-ÄİX."), max_size=20))
def test_any_word_has_the_syllables_of_the_dictionary(dictionary, word):
    """Also made-up ones, in capitals and with marks."""
    assert syllables(word) == len(dictionary.positions(word.lower())) + 1


def test_no_word_is_kept():
    """What was typed is gone from memory when it is counted: erased is erased."""
    own_word = "Quillonquavish"
    grade([f"{EVERYDAY} {own_word}"])
    kept = (each.cache for each in gc.get_objects() if isinstance(each, HyphDict))
    assert not any(own_word.lower() in words for words in kept)
    assert not hasattr(syllables, "cache_info")
    texts = (each for each in gc.get_objects() if type(each) in (dict, set, tuple, list))
    assert not any(_holds(each, own_word.lower()) for each in texts)


def _holds(container, word):
    return any(each == word for each in list(container) if type(each) is str)
