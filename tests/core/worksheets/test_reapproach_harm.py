"""Going back after harm (W4): whatever else was answered, nothing speaks of going back."""

import pytest

from core.worksheets.answers import Answers
from core.worksheets.outcomes import Around
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheets
from tests.core.worksheets.test_reapproach import DOOR, TODAY, WISH

SHEET = worksheets()["reapproach"]
TOLD = (
    DOOR
    | WISH
    | {
        "reasons": ["culture"],
        "worry_now": "I miss my desk.",
        "plan_yes.cue": "they say yes",
        "plan_yes.action": "read it first",
    }
)


@pytest.mark.parametrize(("edges", "speaks"), [([], True), (["not_safe"], False)])
def test_nothing_makes_ready_for_a_way_back_into_harm(edges, speaks):
    """No check that holds up, no condition, no answer to a worry, no plan; only what is kind."""
    found = results_of(Answers(SHEET, TOLD | {"edges": edges}), Around(TODAY))
    ids = {each.result.id for each in found}
    assert ids & {"worth", "conditions", "worries_told", "fallback"} == (
        {"worth", "conditions", "worries_told", "fallback"} if speaks else set()
    )
    assert "card" in ids
    assert speaks or ids == {"card", "special"}
