"""Over time: told only where there is enough to tell, and never judged."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.content.loader import words
from core.insights.moods import Span, events, mood_points
from pages.parts.charts import mood_chart

SAY = words("progress")
PROGRESS = "progress.py"


@pytest.fixture
def feel(stored, today):
    """Save a check-in for each of these moods, the last one today."""

    def save(*moods, **more):
        workspace = stored()
        for ago, mood in enumerate(reversed(moods)):
            workspace.check_ins.add(
                CheckIn(mood=mood, happened_on=today - timedelta(days=ago), **more)
            )

    return save


def test_an_empty_page_says_what_will_be_here(visit):
    """And offers the first check-in."""
    screen = visit(PROGRESS)
    assert SAY["empty"] in screen.seen
    assert not screen.app.get("vega_lite_chart")


def test_two_points_are_too_few(visit, feel):
    """Too early to tell, and no line is drawn."""
    feel(3, 8)
    screen = visit(PROGRESS)
    assert SAY["early"] in screen.seen
    assert not screen.app.get("vega_lite_chart")


def test_three_points_get_a_line_its_reading_and_its_table(visit, feel):
    """The chart's text alternative is the sentence beside it."""
    feel(2, 2, 7, 8)
    screen = visit(PROGRESS)
    assert "the later ones were higher" in screen.seen
    assert len(screen.app.get("vega_lite_chart")) == 1
    assert list(screen.app.dataframe[0].value[SAY["column_mood"]]) == [8, 7, 2, 2]


def test_what_happened_is_marked_and_told(visit, feel, stored, today):
    """A case of these days stands in the chart as an upright line, and below it in words."""
    feel(4, 5, 6)
    stored().cases.add(Case(direction=Direction.CANCELLED, happened_on=today))
    assert "20 November 2026, They cancelled the role" in visit(PROGRESS).seen
    points = mood_points([CheckIn(mood=4, happened_on=today)], Span.LATEST, today)
    chart = mood_chart(points, events(stored().cases.all(), today))
    assert [each.date() for each in chart.layer[0].data["day"]] == [today]


def test_the_usual_word_is_told_as_typed(visit, feel):
    """A word with signs in it is shown, not read as Markdown."""
    feel(4, 4, 4, feelings=(Felt(word="so-so :red[x]", strength=4),))
    [caption] = [each.value for each in visit(PROGRESS).app.caption if "so" in each.value]
    assert ":red[x]" not in caption


def test_a_check_in_can_be_deleted_and_brought_back(visit, feel, stored):
    """With a question first, and an undo after."""
    feel(5)
    [before] = stored().check_ins.all()
    screen = visit(PROGRESS).press(f"delete.{before.id}").press(f"delete.yes.{before.id}")
    assert not stored().check_ins.all()
    screen.press("undo.undo")
    assert stored().check_ins.all() == (before,)


def test_earlier_ones_come_on_request(visit, feel):
    """Five at once, then five more."""
    feel(*[5] * 12)
    screen = visit(PROGRESS)
    deletes = [each for each in screen.app.button if (each.key or "").startswith("delete.")]
    assert len(deletes) == 5
    screen.press("shown.check_ins.more")
    deletes = [each for each in screen.app.button if (each.key or "").startswith("delete.")]
    assert len(deletes) == 10


def test_a_long_history_can_be_seen_by_month(visit, feel):
    """From the 61st check-in on, one can look further back."""
    feel(*[5] * 70)
    screen = visit(PROGRESS)
    screen.app.segmented_control(key="progress.span").set_value("all")
    screen.run()
    assert 3 <= len(screen.app.dataframe[0].value) <= 4
