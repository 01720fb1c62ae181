"""Keeping: what a person ticks becomes records, all of it or none."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction
from core.errors import EditedElsewhereError
from core.people import Help, Person
from core.values import Value
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish, write
from core.worksheets.keeper import Proposal
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = NOON.date()
A_DAY = timedelta(days=1)
VALUES, FIRST, SKILLS = map(worksheet_in, ("values_fit.toml", "first_48.toml", "skills_plan.toml"))
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


def done(workspace, sheet, raw, on=TODAY):
    """A run with these answers, finished on a day."""
    return finish(workspace, begin(workspace, sheet, None, on, raw).id, on)


def proposed(workspace, run, sheet, now=NOON):
    """What a run proposes at a moment, by keep; a keep that proposes nothing is left out."""
    every = offers_of(workspace, run, Answers(sheet, run.answers), now)
    return {each.keep.id: each.proposals for each in every if each.proposals}


def keep_all(workspace, run, sheet, now=NOON):
    """Keep all that a run offers; returns the run."""
    return take_up(workspace, run, proposed(workspace, run, sheet, now))


def retold(workspace, run, **answers):
    """The run, with answers that were changed after its end."""
    told = {name.replace("__", "."): each for name, each in answers.items()}
    return write(workspace, run.id, run.answers, {**run.answers, **told})


def five(*cards):
    """Answers that put these cards of values into an order."""
    keys = list(cards)
    return {**dict.fromkeys([f"cards.{key}" for key in keys], "very"), "ten": keys, "five": keys}


class TestAnOlderRun:
    """What is newer is never written over by a look at what is older."""

    def test_it_offers_nothing_any_more(self, workspace):
        """Neither its own values nor to take the place of newer ones away."""
        old = keep_all(workspace, done(workspace, VALUES, five("freedom", "learning")), VALUES)
        new = done(workspace, VALUES, five("health"), TODAY + A_DAY)
        assert offers_of(workspace, old, Answers(VALUES, old.answers), NOON) == ()
        keep_all(workspace, new, VALUES)
        assert {e.name: e.rank for e in workspace.values.all()}["Health"] == 1
        assert offers_of(workspace, old, Answers(VALUES, old.answers), NOON) == ()

    def test_of_two_of_one_day_the_one_begun_later_counts(self):
        """The day alone does not tell them apart."""
        ticks = iter(range(1000))
        workspace = Workspace.in_memory(lambda: NOON + timedelta(minutes=next(ticks)))
        first = done(workspace, VALUES, five("freedom"))
        second = done(workspace, VALUES, five("health"))
        assert not proposed(workspace, first, VALUES)
        assert proposed(workspace, second, VALUES)

    def test_where_each_case_has_its_own_one_case_does_not_silence_another(self, workspace):
        """Two noes of one week are both steadied after."""
        cases = [
            workspace.cases.add(Case(direction=each, happened_on=TODAY))
            for each in (Direction.THEY_SAID_NO, Direction.SILENCE)
        ]
        begun = [begin(workspace, FIRST, each, TODAY, {"today_own": "walk"}) for each in cases]
        runs = [finish(workspace, each.id, TODAY) for each in begun]
        assert [bool(proposed(workspace, each, FIRST)) for each in runs] == [True, True]

    def test_one_that_is_only_begun_changes_nothing(self, workspace):
        """Nor does one of another worksheet."""
        run = done(workspace, VALUES, five("freedom"))
        begin(workspace, VALUES, None, TODAY + A_DAY)
        done(workspace, FIRST, {"today_own": "walk"}, TODAY + A_DAY)
        assert proposed(workspace, run, VALUES)


FELT = {
    "felt.sad": ["sad"],
    "strength.sad": 9,
    "strength_now.sad": 4,
    "waits": ["replying"],
    "today_own": "walk",
    "tomorrow_own": "swim",
    "news_on": TODAY.isoformat(),
    "near": ["r1"],
    "near.r1.who": "Ana",
}


class TestLater:
    """A run that is opened again tells of its own day, not of today."""

    def test_feelings_waits_and_steps_are_of_the_day_before_at_most(self, workspace):
        """A month later only who can be near is still true."""
        run = done(workspace, FIRST, FELT)
        assert set(proposed(workspace, run, FIRST)) == {
            *("waits", "small_things", "letters", "near", "check_in")
        }
        assert set(proposed(workspace, run, FIRST, NOON + A_DAY)) >= {"waits", "check_in"}
        assert set(proposed(workspace, run, FIRST, NOON + 2 * A_DAY)) == {"near"}
        assert set(proposed(workspace, run, FIRST, NOON + 30 * A_DAY)) == {"near"}

    def test_what_is_kept_a_day_later_is_dated_as_it_was(self, workspace):
        """The feelings were those of the day on which the sheet was filled in."""
        keep_all(workspace, done(workspace, FIRST, FELT), FIRST, NOON + A_DAY)
        assert [each.happened_on for each in workspace.check_ins.all()] == [TODAY]
        due = {each.text: each.due for each in workspace.steps.all()}
        assert (due["walk"], due["swim"]) == (TODAY, TODAY + A_DAY)

    def test_a_plan_counts_its_weeks_from_its_own_day(self, workspace):
        """Weeks that are over are proposed no more, those to come keep their days."""
        raw = {"needs": ["r1"], "needs.r1.skill": "SQL", "free_hours": 5.0}
        raw |= {"actions": ["r1", "r2"]}
        for row, hours in (("r1", 4.0), ("r2", 20.0)):
            cells = {"action": f"Course {row}", "skill": "r1", "hours": hours}
            raw |= {f"actions.{row}.{name}": each for name, each in cells.items()}
        run = done(workspace, SKILLS, raw)
        early = {e.key: e.record.due for e in proposed(workspace, run, SKILLS)["first_pieces"]}
        later = proposed(workspace, run, SKILLS, NOON + 7 * A_DAY)
        assert early == {"r1": TODAY, "r2": TODAY + 7 * A_DAY}
        assert {e.key: e.record.due for e in later["first_pieces"]} == {"r2": early["r2"]}
        assert later["skills"][0].record.noted_on == TODAY
        assert not proposed(workspace, run, SKILLS, NOON + 60 * A_DAY).get("first_pieces")


class TestKeptInAnotherVersion:
    """Answers that are changed afterwards are offered again, on top of what came of the first."""

    def test_a_step_is_changed_not_doubled(self, workspace, run, every_kind):
        """As long as it is open; what was set by hand stays."""
        run = keep_all(workspace, run, every_kind)
        [step] = workspace.steps.all()
        workspace.steps.replace(step.model_copy(update={"minutes": 5}))
        run = retold(workspace, run, plan__action="read the letter")
        [offer] = offers(workspace, run, every_kind)
        [again] = offer.proposals
        assert again.changes
        run = take_up(workspace, run, {offer.keep.id: [again]})
        [now] = workspace.steps.all()
        assert (now.id, now.text, now.minutes) == (step.id, "read the letter", 5)
        [offer] = offers(workspace, run, every_kind)
        assert (offer.proposals, offer.taken) == ((), 1)

    @pytest.mark.parametrize("over", ["done", "deleted"])
    def test_what_is_over_or_gone_is_not_touched(self, workspace, run, every_kind, over):
        """The new version stands on its own then."""
        run = keep_all(workspace, run, every_kind)
        [step] = workspace.steps.all()
        if over == "done":
            workspace.steps.replace(step.model_copy(update={"done_on": TODAY}))
        else:
            workspace.delete(step)
        run = retold(workspace, run, plan__action="read the letter")
        [offer] = offers(workspace, run, every_kind)
        assert not offer.proposals[0].changes
        take_up(workspace, run, {offer.keep.id: offer.proposals})
        texts = [each.text for each in workspace.steps.all()]
        assert texts == ["open the letter"] * (over == "done") + ["read the letter"]

    def test_a_level_that_was_told_again_is_offered_again(self, workspace):
        """On the skill that is there."""
        raw = {"needs": ["r1"], "needs.r1.skill": "SQL", "needs.r1.asked": 4, "mine.r1.level": 1}
        run = keep_all(workspace, done(workspace, SKILLS, raw), SKILLS)
        assert not proposed(workspace, run, SKILLS)
        run = retold(workspace, run, mine__r1__level=3)
        keep_all(workspace, run, SKILLS)
        assert [(e.name, e.level) for e in workspace.skills.all()] == [("SQL", 3)]

    def test_a_change_by_hand_is_no_new_version(self, workspace):
        """Who lifts a level on the page of skills is not asked to put it back."""
        raw = {"needs": ["r1"], "needs.r1.skill": "SQL", "mine.r1.level": 1}
        run = keep_all(workspace, done(workspace, SKILLS, raw), SKILLS)
        [sql] = workspace.skills.all()
        workspace.skills.replace(sql.model_copy(update={"level": 3}))
        assert not proposed(workspace, run, SKILLS)

    def test_another_name_is_somebody_else(self, workspace):
        """Nobody is renamed by a row that names another person now."""
        raw = {"near": ["r1"], "near.r1.who": "Ana", "near.r1.helps": ["listen"]}
        run = keep_all(workspace, done(workspace, FIRST, raw), FIRST)
        keep_all(workspace, retold(workspace, run, near__r1__who="Bea"), FIRST)
        assert [each.name for each in workspace.people.all()] == ["Ana", "Bea"]

    def test_a_wait_that_was_kept_is_not_offered_by_the_minute(self, workspace):
        """Its end moves with the clock, and is no news."""
        run = keep_all(workspace, done(workspace, FIRST, {"waits": ["replying"]}), FIRST)
        assert not proposed(workspace, run, FIRST, NOON + timedelta(minutes=5))

    def test_values_in_another_order_bring_another_line(self, workspace):
        """The line to steer by is made of the order."""
        run = keep_all(workspace, done(workspace, VALUES, five("freedom", "learning")), VALUES)
        before = workspace.me.north_star
        other = ["learning", "freedom"]
        run = keep_all(workspace, retold(workspace, run, ten=other, five=other), VALUES)
        assert workspace.me.north_star != before
        assert not proposed(workspace, run, VALUES)


@pytest.mark.parametrize(
    ("sheet", "raw"),
    [
        (FIRST, {"near": ["r1"], "near.r1.who": "ANA  Lee", "near.r1.helps": ["listen"]}),
        (SKILLS, {"teachers": ["r1"], "teachers.r1.name": "ana   lee "}),
        ("setback.toml", {"knocks": ["money"], "plans.money.person": "Ana  Lee"}),
    ],
)
def test_a_name_with_other_spaces_is_the_same_person(workspace, sheet, raw):
    """Whichever worksheet names them."""
    sheet = worksheet_in(sheet) if isinstance(sheet, str) else sheet
    workspace.people.add(Person(name="Ana Lee", helps=(Help.DISTRACT,)))
    keep_all(workspace, done(workspace, sheet, raw), sheet)
    assert [each.name for each in workspace.people.all()] == ["Ana Lee"]
