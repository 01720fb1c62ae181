"""What a document may hold: text is cleaned silently, what no file can hold is refused by name."""

import json
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.storage import codec
from core.storage.codec import encode
from core.storage.errors import UnstorableError
from core.storage.values import clean_text, storable


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain\ttext\nwith lines", "plain\ttext\nwith lines"),
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("half \ud83d", "half �"),
        ("two halves \ud83d\ude00", "two halves 😀"),
        ("שלום 中文 🎈", "שלום 中文 🎈"),
    ],
)
def test_text_is_cleaned(typed, kept):
    """Control characters and half characters go; everything a person means stays."""
    assert clean_text(typed) == kept


REFUSED = {
    "nan": math.nan,
    "infinity": math.inf,
    "65 bits": 2**64,
    "a date": date(2026, 3, 2),
    "bytes": b"x",
    "a set": {1},
    "a key that is no text": {1: "x"},
    "depth": json.loads("[" * 150 + "]" * 150),
}


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
def test_what_no_file_can_hold_is_refused_by_field(table, value, path):
    """The error names the field, not its content, and nothing is saved."""
    table.insert({"id": "a"})
    before = path.read_bytes()
    with pytest.raises(UnstorableError) as refused:
        table.insert({"note": {"deep": value}})
    assert refused.value.field == "note"
    assert path.read_bytes() == before


@pytest.fixture
def small_bombs(monkeypatch):
    """Ten thousand brackets are already a bomb."""
    monkeypatch.setattr(codec, "FREE_BRACKETS", 10_000)
    monkeypatch.setattr(codec, "_SMALLEST_BOMB", 30_000)


@pytest.mark.usefixtures("small_bombs")
def test_what_could_not_be_opened_again_is_not_saved(table, path):
    """A record that opening would refuse as a memory bomb is refused while it can be changed."""
    table.insert({"id": "a"})
    before = path.read_bytes()
    with pytest.raises(UnstorableError):
        table.insert({"note": [[] for _ in range(20_000)]})
    assert path.read_bytes() == before


@pytest.mark.usefixtures("small_bombs")
def test_brackets_in_words_are_words(table, open_again):
    """However many brackets somebody types, what was saved can be opened."""
    table.insert({"note": "[{" * 20_000})
    assert len(open_again().table("cases").get(doc_id=1)["note"]) == 40_000


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_accepted_comes_back_from_the_file(value):
    """A value is either refused, or the file gives back exactly what memory holds."""
    try:
        kept = storable({"field": value})
    except UnstorableError:
        return
    assert json.loads(encode({"t": {"1": kept}})) == {"t": {"1": kept}}
