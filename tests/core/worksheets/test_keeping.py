"""Keeping: what a person ticks becomes records, all of it or none."""

from datetime import UTC, date, datetime

import pytest

from core.errors import EditedElsewhereError
from core.values import Value
from core.worksheets.answers import Answers
from core.worksheets.desk import begin
from core.worksheets.keeper import Proposal
from core.worksheets.keeping import offers_of, take_up
from core.workspace import Workspace

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLAN = {"plan.cue": "it is eight", "plan.action": "open the letter"}


@pytest.fixture
def workspace():
    """A workspace in memory."""
    return Workspace.in_memory(lambda: NOON)


@pytest.fixture
def run(workspace, every_kind):
    """A run with one plan in it."""
    return begin(workspace, every_kind, None, NOON.date(), PLAN)


def offers(workspace, run, worksheet):
    """What may be kept of a run now."""
    return offers_of(workspace, run, Answers(worksheet, run.answers), NOON)


def test_nothing_is_offered_of_nothing(workspace, every_kind):
    """An empty worksheet asks for no ticks."""
    assert offers(workspace, begin(workspace, every_kind, None, NOON.date()), every_kind) == ()


def test_a_plan_is_offered_as_a_step_for_today(workspace, run, every_kind):
    """With its cue, and nothing is saved by offering."""
    [offer] = offers(workspace, run, every_kind)
    [proposal] = offer.proposals
    assert (proposal.text, proposal.note) == ("open the letter", "If: it is eight")
    assert proposal.record.cue == "it is eight"
    assert proposal.record.due == date(2026, 11, 20)
    assert workspace.steps.all() == ()


def test_what_was_taken_up_is_offered_no_more(workspace, run, every_kind):
    """The offer remembers how many there were."""
    [offer] = offers(workspace, run, every_kind)
    run = take_up(workspace, run, {offer.keep.id: offer.proposals})
    assert [each.text for each in workspace.steps.all()] == ["open the letter"]
    [offer] = offers(workspace, run, every_kind)
    assert (offer.proposals, offer.taken) == ((), 1)


def test_all_of_it_is_kept_or_none(workspace, run, every_kind):
    """A record that another window changed meanwhile stops the whole."""
    [offer] = offers(workspace, run, every_kind)
    old = workspace.values.add(Value(name="Calm"))
    workspace.values.replace(old.model_copy(update={"name": "Peace"}))
    stale = Proposal("calm", "Calm", "", old.model_copy(update={"rank": 1}))
    with pytest.raises(EditedElsewhereError):
        take_up(workspace, run, {offer.keep.id: offer.proposals, "value": [stale]})
    assert workspace.steps.all() == ()
    assert workspace.runs.get(run.id).kept == ()


def test_a_known_record_is_changed_not_doubled(workspace, run):
    """A proposal may speak of a record that is there."""
    known = workspace.values.add(Value(name="Calm"))
    ranked = Proposal("calm", "Calm", "", known.model_copy(update={"rank": 2}))
    take_up(workspace, run, {"value": [ranked]})
    assert [(each.name, each.rank) for each in workspace.values.all()] == [("Calm", 2)]
