"""Keepers: facts for letters that worksheets find, and the records that hold them."""

from datetime import UTC, datetime, timedelta

import pytest

from core.cases import Case, Direction
from core.letters.kinds import Kind
from core.wins import Win, wins_for_letter
from core.worksheets.answers import Answers
from core.worksheets.calculations.skill_weeks import SKILL_WEEKS, SKILL_WORTH
from core.worksheets.calculations.skills import SKILL_PRIORITIES
from core.worksheets.desk import begin, finish, write
from core.worksheets.keepers.skills import SKILL_PIECES, SKILLS
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
PLAN = {
    "needs": ["r1", "r2", "r3"],
    "needs.r1.skill": "Leading workshops",
    "needs.r2.skill": "Excel",
    "needs.r3.skill": "excel",
    "mine.r1.proof": "Twelve of them in Leeds",
    "mine.r3.level": 2,
}


@pytest.fixture
def workspace():
    """A workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def done(workspace, name, raw, case=None):
    """A finished run of a worksheet, begun from a case or from none."""
    run = begin(workspace, worksheet_in(f"{name}.toml"), case, TODAY, raw)
    return finish(workspace, run.id, TODAY)


def offered(workspace, run, keep):
    """What one keep of a run proposes now."""
    sheet = worksheet_in(f"{run.worksheet}.toml")
    offers = offers_of(workspace, run, Answers(sheet, run.answers), NOW + timedelta(days=9))
    return next((each.proposals for each in offers if each.keep.id == keep), ())


class TestWhatAppealed:
    """Pulls go to the case, where its screen and its letters find them."""

    def test_it_is_added_to_the_case(self, workspace):
        """What stands there stays, and nothing stands there twice."""
        told = Case(direction=Direction.THEY_SAID_NO, happened_on=TODAY, pulls=("people",))
        case = workspace.cases.add(told)
        run = done(workspace, "first_48", {"pulls": ["mission", "people", "growth"]}, case)
        [pulls] = offered(workspace, run, "pulls")
        run = take_up(workspace, run, {"pulls": [pulls]})
        assert set(workspace.cases.get(case.id).pulls) == {"people", "mission", "growth"}
        assert workspace.cases.get(case.id).pulls[0] == "people"
        assert offered(workspace, run, "pulls") == ()

    def test_without_a_case_there_is_nowhere_to_put_it(self, workspace):
        """Nothing is offered, nor where the case has all of it."""
        assert offered(workspace, done(workspace, "first_48", {"pulls": ["people"]}), "pulls") == ()
        told = Case(direction=Direction.THEY_SAID_NO, happened_on=TODAY, pulls=("people",))
        run = done(workspace, "first_48", {"pulls": ["people"]}, workspace.cases.add(told))
        assert offered(workspace, run, "pulls") == ()


class TestWhatShowsASkill:
    """Proofs become wins, which lie beside letters."""

    def test_each_proof_becomes_a_win(self, workspace):
        """With the skill that it shows; a skill without one is none."""
        run = done(workspace, "skills_plan", PLAN)
        run = take_up(workspace, run, {"wins": offered(workspace, run, "wins")})
        [win] = wins_for_letter(workspace.wins.all(), Kind.REAPPROACH)
        assert win.what == "Leading workshops: Twelve of them in Leeds"
        assert offered(workspace, run, "wins") == ()

    def test_what_is_a_win_already_is_not_offered(self, workspace):
        """However it is spaced."""
        workspace.wins.add(Win(what="leading  workshops: twelve of them in leeds"))
        assert offered(workspace, done(workspace, "skills_plan", PLAN), "wins") == ()

    def test_another_proof_changes_the_win(self, workspace):
        """What was added to it by hand stays."""
        run = done(workspace, "skills_plan", PLAN)
        run = take_up(workspace, run, {"wins": offered(workspace, run, "wins")})
        [win] = workspace.wins.all()
        workspace.wins.replace(win.model_copy(update={"who_saw": "Ana"}))
        run = write(workspace, run.id, run.answers, {**run.answers, "mine.r1.proof": "Thirteen"})
        take_up(workspace, run, {"wins": offered(workspace, run, "wins")})
        [now] = workspace.wins.all()
        assert (now.id, now.what, now.who_saw) == (win.id, "Leading workshops: Thirteen", "Ana")

    def test_a_long_proof_fits_into_a_line(self, workspace):
        """A line has 200 characters at most."""
        run = done(workspace, "skills_plan", PLAN | {"mine.r1.proof": "x" * 200})
        take_up(workspace, run, {"wins": offered(workspace, run, "wins")})
        [win] = workspace.wins.all()
        assert len(win.what) == 200


@pytest.mark.parametrize("part", [SKILL_PRIORITIES, SKILL_WEEKS, SKILL_WORTH, SKILLS, SKILL_PIECES])
def test_a_group_of_inputs_is_asked_for_one_by_one(part):
    """A worksheet that names only some of them is told so when it is loaded."""
    assert {"needs", "mine", "weigh", "ads"} < part.needs == part.takes
    assert "of" not in part.takes
