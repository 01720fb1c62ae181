"""Reassess: four questions, what answers them, and the biggest mismatch over all."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.values import value_words
from core.openings import Opening
from core.reassess import (
    FAR,
    Apart,
    Mismatch,
    Question,
    answers_to,
    biggest,
    mismatch,
    skill_mismatch,
    value_mismatch,
)
from core.skills import Skill
from core.values import Rated, Value
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets

TODAY = date(2026, 3, 12)
FIVE = list(value_words().cards)[:5]
NAMES = [value_words().cards[each].name for each in FIVE]
GOALS = {"goal_1": "Lead a team", "goal_2": "Work near home"}
sizes = st.fractions(0, 1, max_denominator=12)
mismatches = st.lists(st.builds(Mismatch, st.sampled_from(Apart), sizes, st.just({})), max_size=8)


def values_run(days_ago=0, *, goals=None, lived=None, roles=None):
    """A finished run on values: five cards ranked, and the parts that are given.

    `goals` has for each goal its match with each value, `lived` a number for each value (all
    matter 8), `roles` for role A and B the match with each value.
    """
    answers = {f"cards.{card}": "very" for card in FIVE}
    answers |= {"ten": FIVE, "five": FIVE, "ranked": FIVE}
    for goal, matches in (goals or {}).items():
        answers[goal] = GOALS[goal]
        answers |= {f"match.{goal}.{c}": m for c, m in zip(FIVE, matches, strict=True)}
    for card, score in zip(FIVE, lived or (), strict=False):
        answers |= {f"importance.{card}": 8, f"lived.{card}": score}
    for role, matches in (roles or {}).items():
        answers[f"role_{role}"] = f"Role {role}"
        for card, match in zip(FIVE, matches, strict=True):
            answers[f"evidence_{role}.{card}.evidence"] = "saw it"
            answers[f"evidence_{role}.{card}.match"] = match
    return finished("values_fit", days_ago, answers)


def skills_run(days_ago=0, level=1):
    """A finished plan: three of four ads ask for Excel at level 4."""
    needs = {"ads": 4, "needs": ["r1"], "needs.r1.skill": "Excel", "needs.r1.ads": 3}
    return finished("skills_plan", days_ago, {**needs, "needs.r1.asked": 4, "mine.r1.level": level})


def finished(worksheet, days_ago, answers):
    """A run that was finished so many days ago."""
    day = TODAY - timedelta(days=days_ago)
    return WorksheetRun(worksheet=worksheet, happened_on=day, finished_on=day, answers=answers)


def apart(found):
    """What is apart, and by how much of its scale."""
    return (found.apart, found.size) if found else None


class TestAnswers:
    """Where the answers come from."""

    def test_nothing_is_answered_at_first(self, workspace):
        """Four questions, and no answer made up."""
        assert answers_to(workspace, TODAY) == {}
        assert mismatch(workspace, TODAY) is None

    def test_a_run_answers_with_its_own_sentences(self, workspace):
        """In one or two sentences, with the run and its day."""
        run = workspace.runs.add(
            values_run(3, goals={"goal_1": (0, 3, 3, 2, 2), "goal_2": (0, 0, 2, 3, 3)})
        )
        answer = answers_to(workspace, TODAY)[Question.GOALS]
        assert (answer.run.id, answer.on) == (run.id, TODAY - timedelta(days=3))
        assert len(answer.told) == 2
        assert "4 of your 5" in answer.told[0]
        assert NAMES[0] in answer.told[1]

    def test_one_worksheet_answers_only_what_it_was_asked(self, workspace):
        """Goals without roles leave the question on roles open."""
        workspace.runs.add(values_run(goals={"goal_1": (3, 3, 3, 3, 3)}))
        assert set(answers_to(workspace, TODAY)) == {Question.GOALS}

    def test_what_the_last_run_left_out_an_earlier_one_answers(self, workspace):
        """Skipping goals the second time does not take the answer away."""
        first = workspace.runs.add(values_run(60, goals={"goal_1": (3, 3, 3, 3, 3)}))
        second = workspace.runs.add(values_run(1, roles={"a": (3, 3, 3, 3, 3)}))
        answers = answers_to(workspace, TODAY)
        assert answers[Question.GOALS].run.id == first.id
        assert answers[Question.ROLES].run.id == second.id

    def test_of_two_runs_the_later_answers(self, workspace):
        """Also where it was noted first."""
        later = workspace.runs.add(skills_run(1))
        workspace.runs.add(skills_run(30))
        assert answers_to(workspace, TODAY)[Question.SKILLS].run.id == later.id

    def test_an_unfinished_run_answers_nothing(self, workspace):
        """Half done is not done."""
        workspace.runs.add(skills_run().model_copy(update={"finished_on": None}))
        assert answers_to(workspace, TODAY) == {}

    def test_skills_noted_by_hand_answer_too(self, workspace):
        """Without a worksheet, the gap that counts most; its day is the latest."""
        noted = TODAY - timedelta(days=2)
        workspace.skills.add(Skill(name="Excel", level=1, asked=4, noted_on=noted))
        answer = answers_to(workspace, TODAY)[Question.SKILLS]
        assert (answer.run, answer.on, answer.facts["skill"]) == (None, noted, "Excel")

    def test_a_skill_without_levels_answers_nothing(self, workspace):
        """A name alone says nothing about a gap."""
        workspace.skills.add(Skill(name="Excel"))
        assert answers_to(workspace, TODAY) == {}

    def test_what_the_goal_does_not_need_is_no_answer(self, workspace):
        """However wide the gap; with nothing else there is none."""
        workspace.skills.add(Skill(name="Excel", level=0, asked=4, ads=5, of_ads=5, goal_link=0))
        assert answers_to(workspace, TODAY) == {}
        workspace.skills.add(Skill(name="SQL", level=2, asked=3, ads=1, of_ads=5, goal_link=1))
        assert answers_to(workspace, TODAY)[Question.SKILLS].facts == {"skill": "SQL", "gap": 1}

    def test_a_whole_number_has_no_point(self, workspace):
        """A fit of 2 is told as 2, here and where it is a mismatch."""
        workspace.runs.add(values_run(roles={"a": (1, 1, 1, 1, 1)}))
        told = answers_to(workspace, TODAY)[Question.ROLES].told
        assert not any("1.0" in each for each in told)
        found = mismatch(workspace, TODAY)
        assert (found.apart, str(found.facts["fit"])) == (Apart.ROLE, "1")

    @pytest.mark.parametrize("kept", [False, True])
    def test_the_mismatch_and_the_answer_name_one_skill(self, workspace, kept):
        """Effort and goal count in both, before the plan is kept and after."""
        rows = {"r1": ("SQL", 3, 2, 3, "small"), "r2": ("Excel", 4, 3, 1, "large")}
        rows["r3"] = ("Welding", 4, 3, 0, "small")
        raw = {"ads": 3.0, "needs": list(rows)}
        for row, (name, asked, ads, goal, effort) in rows.items():
            raw |= {f"needs.{row}.skill": name, f"needs.{row}.asked": asked}
            raw |= {f"needs.{row}.ads": ads, f"mine.{row}.level": 1}
            raw |= {f"weigh.{row}.goal": goal, f"weigh.{row}.effort": effort}
        sheet = worksheets()["skills_plan"]
        run = finish(workspace, begin(workspace, sheet, None, TODAY, raw).id, TODAY)
        if kept:
            offers = offers_of(workspace, run, Answers(sheet, run.answers), workspace.now())
            take_up(workspace, run, {each.keep.id: each.proposals for each in offers})
        assert answers_to(workspace, TODAY)[Question.SKILLS].told[0].startswith("SQL comes first")
        assert mismatch(workspace, TODAY).facts == {"skill": "SQL", "gap": 2}

    def test_openings_answer_with_the_first_to_act_on(self, workspace):
        """Those that are over do not count."""
        workspace.openings.add(Opening(role="Gone", deadline=TODAY - timedelta(days=1)))
        assert answers_to(workspace, TODAY) == {}
        workspace.openings.add(Opening(role="Some day"))
        soon = TODAY + timedelta(days=5)
        workspace.openings.add(Opening(role="Lead", employer="Acme", deadline=soon))
        facts = answers_to(workspace, TODAY)[Question.OPENINGS].facts
        assert facts == {"count": 2, "opening": "Lead, Acme", "by": soon}


class TestBiggestMismatch:
    """The largest share of its own scale, and the same answer every time."""

    def test_none_is_none(self):
        """Nothing known, nothing apart."""
        assert biggest([]) is None

    def test_a_little_is_not_apart(self):
        """One point of ten is no finding; two are."""
        assert biggest([Mismatch(Apart.VALUE, Fraction(1, 10), {})]) is None
        assert biggest([Mismatch(Apart.VALUE, Fraction(2, 10), {})])

    def test_of_two_alike_goals_come_first_then_values_skills_and_roles(self):
        """The order of the questions decides a tie."""
        tied = [Mismatch(each, Fraction(1, 2), {}) for each in reversed(Apart)]
        order = []
        while tied:
            order.append(biggest(tied).apart)
            tied = [each for each in tied if each.apart is not order[-1]]
        assert order == [Apart.GOAL, Apart.VALUE, Apart.SKILL, Apart.ROLE]

    @given(mismatches)
    def test_nothing_is_further_apart(self, every):
        """None is found only where all are near."""
        found = biggest(every)
        assert (found is None) == all(each.size < FAR for each in every)
        assert found is None or all(each.size <= found.size for each in every)

    @given(mismatches, st.randoms())
    def test_the_order_of_telling_does_not_matter(self, every, chance):
        """Which kind is furthest apart is the same from whichever end."""
        mixed = chance.sample(every, len(every))
        assert apart(biggest(mixed)) == apart(biggest(every))

    @given(mismatches, mismatches)
    def test_more_to_compare_never_makes_it_smaller(self, some, more):
        """The biggest of all is as big as the biggest of a part."""
        one, both = biggest(some), biggest([*some, *more])
        assert one is None or both.size >= one.size


class TestMismatchesOfRecords:
    """What values and skills say by themselves."""

    def test_the_value_lived_least_for_what_it_matters(self):
        """9 and 4 are further apart than 5 and 1."""
        every = [Rated("calm", 1, 5, 1), Rated("pay", 2, 9, 4)]
        found = value_mismatch(every)
        assert apart(found) == (Apart.VALUE, Fraction(1, 2))
        assert found.facts == {"value": "pay", "importance": 9, "lived": 4}

    @pytest.mark.parametrize(
        "every", [[], [Rated("pay", 1)], [Rated("pay", 1, 4, 4)], [Rated("pay", 1, 2, 9)]]
    )
    def test_no_gap_no_mismatch(self, every):
        """Not told, even, or lived more than it matters."""
        assert value_mismatch(every) is None

    def test_the_skill_that_more_ads_ask_for_counts_more(self):
        """Two levels in every ad weigh more than three in one of four."""
        rare = Skill(name="Rare", level=0, asked=3, ads=1, of_ads=4)
        usual = Skill(name="Usual", level=1, asked=3, ads=4, of_ads=4)
        found = skill_mismatch([rare, usual])
        assert (found.facts["skill"], found.size) == ("Usual", Fraction(2, 4))

    def test_a_closed_gap_is_none(self):
        """Known, and nothing apart."""
        assert skill_mismatch([Skill(name="Excel", level=4, asked=3)]).size == 0


class TestMismatchOverAll:
    """Worksheets and records together."""

    def test_a_value_that_no_goal_serves(self, workspace):
        """It fills the whole scale."""
        workspace.runs.add(values_run(goals={"goal_1": (0, 3, 3, 3, 3)}))
        found = mismatch(workspace, TODAY)
        assert apart(found) == (Apart.GOAL, 1)
        assert (found.facts["value"], found.facts["place"]) == (NAMES[0], 1)
        assert found.question is Question.GOALS

    def test_a_value_that_the_goals_serve_a_little(self, workspace):
        """1 of 3 leaves two thirds."""
        workspace.runs.add(values_run(goals={"goal_1": (3, 1, 3, 3, 3)}))
        assert apart(mismatch(workspace, TODAY)) == (Apart.GOAL, Fraction(2, 3))

    def test_numbers_of_a_run_count_until_values_are_kept(self, workspace):
        """What is rated anew on the page of values counts more than the run."""
        workspace.runs.add(values_run(lived=(8, 2, 8, 8, 8)))
        assert apart(mismatch(workspace, TODAY)) == (Apart.VALUE, Fraction(6, 10))
        workspace.values.add(Value(name="calm", rank=1, importance=8, lived=5))
        assert apart(mismatch(workspace, TODAY)) == (Apart.VALUE, Fraction(3, 10))

    def test_a_gap_that_was_closed_since_the_run_is_closed(self, workspace):
        """The skill as it stands now counts."""
        workspace.runs.add(skills_run(level=1))
        assert apart(mismatch(workspace, TODAY)) == (Apart.SKILL, Fraction(3, 4))
        workspace.skills.add(Skill(name="Excel", level=4, asked=4))
        assert mismatch(workspace, TODAY) is None

    def test_the_role_that_fits_best_speaks_for_the_aim(self, workspace):
        """Beside a good one, a poor one is no mismatch."""
        workspace.runs.add(values_run(9, roles={"a": (1, 1, 1, 1, 1)}))
        assert apart(mismatch(workspace, TODAY)) == (Apart.ROLE, Fraction(2, 3))
        workspace.runs.add(values_run(1, roles={"a": (1, 1, 1, 1, 1), "b": (3, 3, 3, 3, 3)}))
        assert mismatch(workspace, TODAY) is None

    def test_a_role_without_evidence_is_no_mismatch(self, workspace):
        """Too early to tell."""
        run = values_run(roles={"a": (0, 0, 0, 0, 0)})
        told = {k: v for k, v in run.answers.items() if not k.endswith(".evidence")}
        workspace.runs.add(run.model_copy(update={"answers": told}))
        assert mismatch(workspace, TODAY) is None

    def test_the_largest_of_them_wins(self, workspace):
        """Six of ten, three of four levels, two of three."""
        workspace.runs.add(values_run(lived=(8, 2, 8, 8, 8), roles={"a": (1, 1, 1, 1, 1)}))
        workspace.runs.add(skills_run(level=1))
        assert apart(mismatch(workspace, TODAY)) == (Apart.SKILL, Fraction(3, 4))

    def test_a_run_with_every_step_skipped_says_nothing(self, workspace):
        """Finished and empty."""
        workspace.runs.add(finished("values_fit", 0, {}))
        workspace.runs.add(finished("skills_plan", 0, {}))
        assert mismatch(workspace, TODAY) is None
        assert answers_to(workspace, TODAY) == {}
