"""Setback inoculation (W10): what the plans cover, the if-then plan, and how sure it feels."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.if_then import if_then_words
from core.content.slots import fill
from core.people import Person
from core.setbacks import Knock
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in

TODAY = date(2026, 3, 12)
SHEET = worksheet_in("setback.toml")
FULL = {
    "sure_before": 3,
    "knocks": ["silence", "final_no", "money"],
    "own_knock": "Ben gets the job.",
    "likely.silence": 9,
    "hard.silence": 4,
    "likely.final_no": 5,
    "hard.final_no": 9,
    "likely.money": 2,
    "hard.money": 3,
    "likely.own_knock": 4,
    "hard.own_knock": 8,
    "plans.silence.action": "Close the laptop",
    "plans.final_no.action": "Walk to the river",
    "plans.final_no.person": "Mara",
    "plans.money.person": "mara",
    "plans.own_knock.person": "Tom",
    "plan.cue": "it is nine and I sit at my desk",
    "plan.action": "open one advert",
    "sure_after": 6,
}
cells = st.sampled_from(["", "Walk", "  "])
rated = st.none() | st.integers(0, 10)


def results(raw):
    """The results that have something to tell, by id."""
    found = results_of(Answers(SHEET, raw), Around(TODAY))
    return {each.result.id: each.outcome for each in found}


def said(raw, result):
    """The sentences of one result, by id with their facts."""
    outcome = results(raw).get(result)
    return [(each.id, dict(each.facts)) for each in outcome.says] if outcome else []


class TestTheSheet:
    """Seven things to think through, with a rating before and after."""

    def test_sure_is_asked_first_and_last(self):
        """Nothing else lies before the one or behind the other."""
        fields = list(SHEET.fields)
        assert (fields[0], fields[-1]) == ("sure_before", "sure_after")

    def test_how_sure_stays_off_a_print(self):
        """Unless the person ticks it."""
        private = [name for name, field in SHEET.fields.items() if field.private]
        assert private == ["sure_before", "sure_after"]
        assert [each.id for each in SHEET.results if each.private] == ["sure"]

    def test_the_workshop_takes_ninety_minutes(self):
        """It goes forward and closes in time."""
        times = [each.at for each in SHEET.workshop]
        assert times == sorted(set(times))
        assert (times[0], times[-1]) == (0, 87)

    def test_all_skipped_says_nothing(self):
        """No coverage of nothing, no plan, no change."""
        assert results({}) == {}

    def test_every_sentence_has_its_facts(self):
        """Whatever is said can be shown."""
        for each in results_of(Answers(SHEET, FULL), Around(TODAY)):
            for sentence in each.outcome.says:
                assert fill(each.result.says[sentence.id], **sentence.facts)


class TestReadingAloud:
    """The step that asks to read the plan aloud shows it, and nothing else does."""

    def aloud(self, raw):
        """What the step shows of the plan."""
        [step] = [each for each in SHEET.steps if each.id == "rehearse"]
        assert step.shows == ("aloud",)
        found = results_of(Answers(SHEET, raw), Around(TODAY), step.shows)
        return [each.outcome for each in found]

    def test_the_plan_stands_there_with_each_knock(self):
        """The if-then plan in one sentence, then what is meant for each knock."""
        [plan] = self.aloud(FULL | {"plans.money.balanced": "Money comes and goes."})
        assert [each.facts["action"] for each in plan.says] == ["open one advert"]
        assert plan.columns == ("knock", "action", "person", "balanced")
        assert plan.rows == (
            ("Silence", "Close the laptop", None, None),
            ("A final-round no", "Walk to the river", "Mara", None),
            ("Money worry", None, "mara", "Money comes and goes."),
            ("Ben gets the job.", None, "Tom", None),
        )

    def test_only_what_was_planned_is_there(self):
        """No column, no knock and no half sentence of what was left open."""
        raw = {
            "knocks": ["silence", "money"],
            "plans.money.action": "Call",
            "plan.cue": "it is nine",
        }
        [plan] = self.aloud(raw)
        assert (plan.says, plan.columns) == ((), ("knock", "action"))
        assert plan.rows == (("Money worry", "Call"),)

    @pytest.mark.parametrize("raw", [{}, {"knocks": ["silence"]}, {"plan.action": "walk"}])
    def test_without_a_plan_there_is_nothing_to_read(self, raw):
        """A knock that was only named is no plan."""
        assert self.aloud(raw) == []

    def test_the_end_does_not_tell_it_again(self):
        """There it stands in what the plans cover."""
        assert "aloud" not in results(FULL)


class TestCoverage:
    """Each of the three weightiest knocks has a first action and a first person, or lacks one."""

    def test_what_is_open_is_named(self):
        """36, 45 and 32 come before 6, and each says what is missing."""
        assert said(FULL, "coverage") == [
            ("weightiest", {"knock": "A final-round no"}),
            ("partly", {"covered": 1, "all": 3}),
            ("no_person", {"knock": "Silence"}),
            ("no_action", {"knock": "Ben gets the job"}),
        ]

    def test_the_table_has_the_plans_in_their_order(self):
        """What is not written is empty, and the picture draws the weights."""
        outcome = results(FULL)["coverage"]
        assert outcome.rows == (
            ("A final-round no", 45, "Walk to the river", "Mara"),
            ("Silence", 36, "Close the laptop", None),
            ("Ben gets the job.", 32, None, "Tom"),
        )
        assert outcome.picture is Picture.BARS
        assert [weight for _, weight in outcome.points] == [45, 36, 32]

    def test_all_covered(self):
        """One sentence is enough."""
        raw = {"knocks": ["money"], "plans.money.action": "Call", "plans.money.person": "Mara"}
        assert said(raw, "coverage") == [("covered", {})]

    def test_nothing_planned_and_nothing_rated(self):
        """The knocks alone are told, without a picture."""
        raw = {"knocks": ["silence", "money"]}
        assert [each[0] for each in said(raw, "coverage")] == ["partly", "neither", "neither"]
        assert results(raw)["coverage"].picture is None

    def test_a_tie_is_told_as_one(self):
        """Two that weigh the same are both named."""
        raw = {"knocks": ["silence", "money"], "likely.silence": 4, "hard.silence": 5}
        raw |= {"likely.money": 10, "hard.money": 2}
        assert said(raw, "coverage")[0] == ("level", {"knock": "Silence, Money worry"})

    def test_a_knock_that_was_let_go_counts_no_more(self):
        """Its plan is kept and left out."""
        raw = FULL | {"knocks": ["silence"], "own_knock": ""}
        assert [row[0] for row in results(raw)["coverage"].rows] == ["Silence"]

    @given(
        st.lists(st.sampled_from(Knock), max_size=3, unique=True),
        st.lists(st.tuples(rated, rated, cells, cells), min_size=3, max_size=3),
    )
    def test_what_is_covered_and_what_is_open_add_up(self, knocks, answers):
        """Every knock that is told is either covered or named with what it lacks."""
        raw = {"knocks": [each.value for each in knocks]}
        for each, (likely, hard, action, person) in zip(knocks, answers, strict=False):
            raw |= {f"likely.{each}": likely, f"hard.{each}": hard}
            raw |= {f"plans.{each}.action": action, f"plans.{each}.person": person}
        told = said(raw, "coverage")
        facts = dict(told)
        lacking = [id_ for id_, _ in told if id_ in {"no_action", "no_person", "neither"}]
        whole = sum(bool(a.strip() and p.strip()) for _, _, a, p in answers[: len(knocks)])
        if not knocks:
            assert told == []
        elif whole == len(knocks):
            assert "covered" in facts
            assert not lacking
        else:
            assert facts["partly"] == {"covered": whole, "all": len(knocks)}
            assert len(lacking) == len(knocks) - whole


class TestTheIfThenPlan:
    """A cue that can be noticed, and one action."""

    def test_a_clear_plan_is_said_back(self):
        """With its full stop once."""
        raw = FULL | {"plan.action": "open one advert."}
        facts = {"cue": "it is nine and I sit at my desk", "action": "open one advert"}
        assert said(raw, "if_then") == [("clear", facts)]

    @pytest.mark.parametrize(
        ("cue", "action", "hints"),
        [
            ("soon", "walk", ["vague_cue"]),
            ("it is 9", "walk and call Tom", ["two_actions"]),
            ("it is 9", "", ["no_action"]),
            ("", "walk", ["no_cue"]),
        ],
    )
    def test_what_could_be_easier_gets_a_hint(self, cue, action, hints):
        """The same words as everywhere."""
        told = said({"plan.cue": cue, "plan.action": action}, "if_then")
        assert [facts["hint"] for id_, facts in told if id_ == "hint"] == [
            if_then_words().hints[each] for each in hints
        ]
        assert ("told" in dict(told)) is bool(cue and action)


class TestHowSure:
    """A change, and no test."""

    @pytest.mark.parametrize(
        ("before", "after", "found"),
        [
            (3, 6, [("up", {"change": "3"})]),
            (6, 3, [("down", {"change": "3"})]),
            (0, 10, [("up", {"change": "10"})]),
            (0, 0, [("same", {})]),
            (None, 6, []),
            (6, None, []),
        ],
    )
    def test_only_the_change_is_told(self, before, after, found):
        """Neither number by itself; without both there is nothing to say."""
        assert said({"sure_before": before, "sure_after": after}, "sure") == found

    def test_every_sentence_says_that_it_is_no_test(self):
        """Whichever way it went."""
        [result] = [each for each in SHEET.results if each.id == "sure"]
        assert all("not a test" in each for each in result.says.values())


class TestWhatMayBeKept:
    """The first step of the plan, and people who are not known yet."""

    def test_the_plan_becomes_a_step_with_its_cue(self, workspace):
        """For today; the people of the plans are added once each."""
        workspace.people.add(Person(name="Tom"))
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, FULL).id, TODAY)
        offers = offers_of(workspace, run, Answers(SHEET, run.answers), workspace.now())
        take_up(workspace, run, {each.keep.id: each.proposals for each in offers})
        [step] = workspace.steps.all()
        assert (step.text, step.cue) == ("open one advert", "it is nine and I sit at my desk")
        assert [each.name for each in workspace.people.all()] == ["Tom", "Mara"]

    def test_all_skipped_offers_nothing(self, workspace):
        """No step, nobody."""
        run = begin(workspace, SHEET, None, TODAY)
        assert offers_of(workspace, run, Answers(SHEET, {}), workspace.now()) == ()
