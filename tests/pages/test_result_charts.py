"""Charts of what was worked out, by what they tell the drawing."""

import pytest

from pages.parts.result_charts import bars_chart


@pytest.mark.parametrize(("numbers", "step"), [((1, 0, None), 1), ((0.5, 1), None)])
def test_what_is_counted_has_whole_ticks(numbers, step):
    """One of one has an axis of 0 and 1; half of something may have its halves."""
    drawn = bars_chart([("A", number) for number in numbers], ("place", "count")).to_dict()
    assert drawn["layer"][0]["encoding"]["x"]["axis"].get("tickMinStep") == step
