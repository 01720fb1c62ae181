"""Results: sentences with the person's facts in them."""

import pytest

from core.worksheets.definition import Result
from core.worksheets.outcomes import Said
from core.worksheets.results import sentence

RESULT = Result(id="said", title="Said", calculation="any", says={"told": "They said: {quote}."})


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("too little proof", "They said: too little proof."),
        ("Too little proof.", "They said: Too little proof."),
        ("And so on...", "They said: And so on...."),
        ("Why not?", "They said: Why not?."),
        ("{quote}", "They said: {quote}."),
        ("", "They said: ."),
    ],
)
def test_a_fact_stands_in_its_sentence_as_it_is(quote, told):
    """Two full stops become one; nothing else of a person's words is touched."""
    assert sentence(RESULT, Said("told", {"quote": quote}), str) == told
