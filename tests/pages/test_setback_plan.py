"""A rehearsed plan comes back by itself, on Today, when the knock is logged."""

import pytest

from core.cases import Case, Direction
from core.content.loader import words
from core.worksheets.desk import begin, finish
from core.worksheets.shelf import worksheet_in

SAY = words("setback_plan")
PLANNED = {
    "knocks": ["silence"],
    "helped": "Long *walks*.",
    "plans.silence.balanced": "They are slow.",
    "plans.silence.action": "Walk to the river",
    "plans.silence.person": "Mara",
    "plan.cue": "it is 9",
    "plan.action": "open one advert.",
}


@pytest.fixture
def planned(stored, now):
    """A rehearsal that was walked through."""
    workspace = stored()
    run = begin(workspace, worksheet_in("setback.toml"), None, now.date(), PLANNED)
    return finish(workspace, run.id, now.date())


@pytest.fixture
def silence(stored, planned, now):
    """Silence, logged after that."""
    return stored().cases.add(
        Case(direction=Direction.SILENCE, employer="Acme", happened_on=now.date())
    )


def test_without_a_knock_nothing_comes_back(visit, planned):
    """A plan waits quietly."""
    assert SAY["title"] not in visit().seen


def test_the_plan_is_there_with_its_words(visit, silence):
    """Action and person first, then the fairer thought, what helped and the plan; none of it
    read as Markdown.
    """
    seen = visit().seen
    for text in ("Walk to the river", "Mara", "They are slow.", "Long *walks*."):
        assert text in seen
    assert "if it is 9, then I will open one advert." in seen
    assert "On 20 November 2026 you planned for this: Silence" in seen
    assert SAY["feeling"] not in seen


def test_its_first_action_goes_on_the_list_once(visit, silence, stored):
    """As a step for today that belongs to the case."""
    screen = visit().press("setback_plan.take")
    [step] = stored().steps.all()
    assert (step.text, step.case_id) == ("Walk to the river", silence.id)
    assert SAY["on_list"] in screen.seen
    assert not any(each.key == "setback_plan.take" for each in screen.app.button)


def test_once_seen_it_stays_away(visit, silence, stored):
    """Also for another window; it can be shown again right after."""
    screen = visit().press("setback_plan.close")
    assert SAY["closed"] in screen.seen
    assert SAY["title"] not in screen.seen
    assert SAY["title"] not in visit().seen
    screen.press("setback_plan.back")
    assert SAY["title"] in screen.seen
    assert SAY["bring_back"] not in screen.seen
