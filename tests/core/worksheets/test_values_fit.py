"""Values and role fit (W5): what is found in the answers, and what may be kept of them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.slots import fill
from core.content.values import value_words
from core.me import Me
from core.names import plain
from core.values import Value
from core.worksheets.answers import Answers
from core.worksheets.desk import begin
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("values_fit.toml")
FIVE = ["freedom", "fair_pay", "learning", "health", "own_value"]
NAMES = ["Freedom", "Fair pay", "Learning", "Health", "Work with my hands"]


def over(field, values, keys=tuple(FIVE)):
    """Answers of one field for one thing after the other; None leaves one open."""
    pairs = zip(keys, values, strict=True)
    return {f"{field}.{key}": value for key, value in pairs if value is not None}


def evidence(field, lines, matches):
    """The two columns of what was seen in a role."""
    rows = [f"{field}.{key}" for key in FIVE]
    told = {f"{row}.evidence": line for row, line in zip(rows, lines, strict=True) if line}
    marks = zip(rows, matches, strict=True)
    return told | {f"{row}.match": mark for row, mark in marks if mark is not None}


PICKED = {
    **dict.fromkeys([f"cards.{key}" for key in FIVE[:4]], "very"),
    "cards.security": "somewhat",
    "cards.nature": "not",
    "own_value": "Work with my hands",
    "ten": [*FIVE, "security"],
    "five": FIVE,
    "ranked": FIVE,
}
FULL = {
    **PICKED,
    "top_two": ["freedom", "fair_pay"],
    "why": "For my eyes only",
    **over("importance", [9, 8, 7, 9, 5]),
    **over("lived", [4, 8, 9, 4, 2]),
    "goal_1": "Lead a team",
    "goal_2": "Learn Italian",
    **over("match.goal_1", [0, 3, 1, 0, 0]),
    **over("match.goal_2", [0, 0, 3, 1, 1]),
    "role_a": "Team lead, Harbour Works",
    **evidence("evidence_a", ["x", "x", "x", "x", ""], [3, 2, 1, 3, 1]),
    "role_b": "PM, North",
    **evidence("evidence_b", ["x", "", "x", "x", ""], [1, 1, 1, 1, None]),
    "small_way.cue": "I close my laptop",
    "small_way.action": "write one line",
}


def found(raw):
    """The results of a run, by the id of each."""
    return {each.result.id: each for each in results_of(Answers(SHEET, raw), Around(TODAY))}


def said(result):
    """The sentences of a result as they are read."""
    return [fill(result.result.says[each.id], **each.facts) for each in result.outcome.says]


def ids(raw, result):
    """Which sentences a result chose."""
    return [each.id for each in found(raw)[result].outcome.says]


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def kept(workspace, raw, run=None):
    """A run with these answers, and what may be kept of it, by keep."""
    run = run or begin(workspace, SHEET, None, TODAY, raw)
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
    return run, {each.keep.id: each.proposals for each in offers}


class TestSorting:
    """From 36 cards to five, with room for fewer."""

    def test_ten_are_picked_from_the_first_two_piles_and_own_words(self):
        """Those that matter most stand first; what matters little is not offered."""
        answers = Answers(SHEET, PICKED)
        offered = [each.key for each in answers.choices(SHEET.fields["ten"])]
        assert set(offered) == {*FIVE, "security"}
        assert offered[-1] == "security"

    def test_with_fewer_than_ten_there_is_no_wall(self):
        """Three very important ones lead on to five, and to an order."""
        raw = {**over("cards", ["very"] * 3, FIVE[:3]), "ten": FIVE[:3], "five": FIVE[:2]}
        answers = Answers(SHEET, raw)
        assert [each.key for each in answers.choices(SHEET.fields["ranked"])] == FIVE[:2]
        assert "lived" in list(answers.steps())

    def test_what_was_not_ranked_comes_after_what_was(self):
        """Who skips the order is still asked about each value."""
        answers = Answers(SHEET, {**PICKED, "ranked": ["health"]})
        assert [each.key for each in answers.named("importance")] == [
            *["health", "freedom", "fair_pay", "learning", "own_value"]
        ]

    def test_the_writing_is_private_and_timed(self):
        """Evidence 6: it is off paper unless ticked, and no result reads it."""
        assert SHEET.fields["why"].private
        assert SHEET.fields["ten_minutes"].minutes == 10
        for part in (*SHEET.results, *SHEET.keeps):
            assert "why" not in part.of.values()

    def test_no_result_says_what_was_written_in_private(self):
        """Not in a sentence, not in a table."""
        for each in found(FULL).values():
            assert "For my eyes only" not in f"{said(each)} {each.outcome.rows}"


class TestGaps:
    """Importance minus lived, as of this month."""

    def test_the_widest_are_named_and_drawn(self):
        """Two alike: the one that stands higher is first."""
        gaps = found(FULL)["gaps"]
        assert said(gaps)[0].startswith("The widest gap is at Freedom. It matters 9")
        assert said(gaps)[1] == "After that: Health, Work with my hands."
        assert said(gaps)[2].startswith("More room than it asks for: Learning.")
        assert gaps.outcome.picture is Picture.GAPS
        assert gaps.outcome.points[0] == ("Freedom", 9, 4)
        assert ("Learning", 7, 9, -2) in gaps.outcome.rows

    def test_level_all_over(self):
        """No gap is made up."""
        raw = {**PICKED, **over("importance", [5] * 5), **over("lived", [5] * 5)}
        assert ids(raw, "gaps") == ["even"]

    def test_one_number_alone_makes_no_gap(self):
        """It is said, and nothing is drawn."""
        raw = {**PICKED, **over("importance", [5] * 5)}
        assert ids(raw, "gaps") == ["early"]
        assert found(raw)["gaps"].outcome.picture is None

    def test_a_value_that_is_picked_no_more_is_left_out(self):
        """Its old numbers stay in the file."""
        raw = {**FULL, "five": FIVE[1:], "ranked": FIVE[1:]}
        assert "Freedom" not in [row[0] for row in found(raw)["gaps"].outcome.rows]


class TestGoals:
    """S1-10: goals against values."""

    def test_the_biggest_mismatch_is_named(self):
        """Freedom is first, and no goal serves it."""
        goals = found(FULL)["alignment"]
        assert said(goals)[0] == "A goal serves 2 of your 5 values."
        assert said(goals)[1].endswith("no goal serves Freedom, which you ranked 1.")
        assert goals.outcome.picture is Picture.HEAT
        assert ("Lead a team", "Fair pay", 3) in goals.outcome.rows

    def test_a_goal_that_serves_none_is_named(self):
        """Kindly: it may matter for another reason."""
        raw = {**FULL, **over("match.goal_2", [0] * 5)}
        assert "Learn Italian" in said(found(raw)["alignment"])[2]

    def test_in_line(self):
        """Said in one sentence, with no mismatch."""
        raw = {**FULL, **over("match.goal_1", [3] * 5), **over("match.goal_2", [3] * 5)}
        assert ids(raw, "alignment") == ["served", "aligned"]

    def test_open_pairs_are_counted(self):
        """And not judged."""
        raw = {**PICKED, "goal_1": "Lead", "match.goal_1.freedom": 0}
        assert ids(raw, "alignment") == ["served", "missed", "open"]
        assert found(raw)["alignment"].outcome.says[2].facts["count"] == 4


class TestRoles:
    """Fit per role with the count of evidence."""

    def test_two_roles(self):
        """(5x3 + 4x2 + 3x1 + 2x3 + 1x1) of 15 is 2.2; the other is 1."""
        fit = found(FULL)["fit"]
        assert said(fit)[0].startswith("So far, Team lead, Harbour Works comes closer")
        led = "Team lead, Harbour Works: fit 2.2 of 3, with evidence for 4 of 5 values."
        assert led in said(fit)
        assert "PM, North: fit 1 of 3, with evidence for 3 of 5 values." in said(fit)
        assert fit.outcome.rows[0] == (
            "Team lead, Harbour Works",
            2.2,
            "4/5",
            "Work with my hands",
        )
        assert ("PM, North", "Freedom", 1) in fit.outcome.points

    def test_without_evidence_it_is_too_early(self):
        """Numbers alone are guesses."""
        raw = {**PICKED, "role_a": "PM", **evidence("evidence_a", [""] * 5, [3] * 5)}
        assert ids(raw, "fit") == ["guess"]
        assert found(raw)["fit"].outcome.rows[0][1] is None

    def test_evidence_without_numbers_is_too_early(self):
        """And what is open is named."""
        raw = {**PICKED, "role_a": "PM", **evidence("evidence_a", ["x", *[""] * 4], [None] * 5)}
        assert ids(raw, "fit") == ["unmatched", "ask"]

    def test_a_role_without_a_name_is_not_told(self):
        """Its table is not asked for either."""
        raw = {**FULL, "role_b": " "}
        assert len(found(raw)["fit"].outcome.rows) == 1
        assert "closer" not in ids(raw, "fit")

    def test_a_name_alone_says_nothing(self):
        """Nothing was seen yet."""
        assert "fit" not in found({**PICKED, "role_a": "PM", "role_b": "QA"})

    def test_role_a_starts_from_the_case(self, workspace):
        """What was told before is not asked again."""
        told = Case(direction=Direction.I_SAID_NO, happened_on=TODAY, role="PM", employer="North")
        run = begin(workspace, SHEET, workspace.cases.add(told), TODAY)
        assert run.answers["role_a"] == "PM, North"


class TestQuestions:
    """What tests each value in an interview."""

    def test_one_for_each_in_the_order_of_the_values(self):
        """Own words get a question for any value."""
        rows = found(PICKED)["questions"].outcome.rows
        assert [row[0] for row in rows] == NAMES
        assert rows[0][1] == value_words().cards["freedom"].ask
        assert rows[4][2] == value_words().own.sign


class TestNothing:
    """Everything can be skipped."""

    def test_with_no_answers_there_are_no_results(self, workspace):
        """And nothing to keep."""
        assert found({}) == {}
        assert kept(workspace, {})[1] == {}

    @given(st.sets(st.sampled_from(sorted(FULL))))
    def test_whatever_is_left_out_nothing_breaks(self, left):
        """Each sentence that is chosen can be said."""
        raw = {place: value for place, value in FULL.items() if place not in left}
        for each in found(raw).values():
            assert all(said(each))
            assert all(len(row) == len(each.outcome.columns) for row in each.outcome.rows)


class TestKeeping:
    """Values in their order, a line to steer by, one small way."""

    def test_all_of_it(self, workspace):
        """Five values with their numbers, the line, and a step with its cue."""
        run, offers = kept(workspace, FULL)
        take_up(workspace, run, offers)
        values = sorted(workspace.values.all(), key=lambda each: each.rank)
        assert [each.name for each in values] == NAMES
        assert [each.card for each in values] == [*FIVE[:4], ""]
        assert (values[0].importance, values[0].lived, values[0].rated_on) == (9, 4, TODAY)
        assert all(each.run_id == run.id for each in values)
        assert workspace.me.north_star == "A role with freedom, fair pay and learning"
        [step] = workspace.steps.all()
        assert (step.text, step.cue) == ("write one line", "I close my laptop")

    def test_a_second_run_changes_and_adds_and_takes_old_places(self, workspace):
        """No value stands there twice; what was added by hand keeps its place."""
        run, offers = kept(workspace, FULL)
        take_up(workspace, run, offers)
        mine = workspace.values.add(Value(name="A garden", rank=6))
        new = ["respect", "freedom"]
        raw = {**over("cards", ["very"] * 2, new), "ten": new, "five": new, "ranked": new}
        again, offers = kept(workspace, {**raw, **over("lived", [None, 7], new)})
        take_up(workspace, again, offers)
        by_name = {each.name: each for each in workspace.values.all()}
        assert len(by_name) == len(workspace.values.all()) == 7
        assert (by_name["Respect"].rank, by_name["Freedom"].rank) == (1, 2)
        assert (by_name["Freedom"].importance, by_name["Freedom"].lived) == (9, 7)
        assert by_name["A garden"] == mine
        assert all(by_name[name].rank is None for name in NAMES[1:])
        assert workspace.me.north_star == "A role with respect and freedom"

    def test_what_was_kept_is_not_offered_again(self, workspace):
        """Until it is told in another way."""
        run, offers = kept(workspace, FULL)
        run = take_up(workspace, run, offers)
        assert not any(kept(workspace, {}, run)[1].values())
        changed = run.model_copy(update={"answers": {**FULL, "lived.freedom": 5}})
        [again] = kept(workspace, {}, changed)[1]["values"]
        assert (again.text, again.record.lived) == ("Freedom", 5)

    def test_a_line_of_ones_own_is_never_replaced(self, workspace):
        """Nobody loses a sentence by a tick."""
        workspace.save_me(Me(name="Ada", north_star="Boats and bread"))
        assert "north_star" not in kept(workspace, FULL)[1]

    def test_a_line_that_was_made_from_values_moves_with_them(self, workspace):
        """The old one is named beside the new; all else about the person stays."""
        workspace.values.add(Value(name="A {garden}", rank=1))
        workspace.save_me(Me(name="Ada", north_star="A role with A {garden}, before all else"))
        run, offers = kept(workspace, FULL)
        [line] = offers["north_star"]
        assert "A {garden}" in line.note
        take_up(workspace, run, {"north_star": [line]})
        assert workspace.me.name == "Ada"
        assert workspace.me.north_star == "A role with freedom, fair pay and learning"

    def test_a_long_value_still_fits_into_one_line(self, workspace):
        """A line has 200 characters at most."""
        run, offers = kept(workspace, {**PICKED, "own_value": "x" * 200, "ranked": ["own_value"]})
        take_up(workspace, run, offers)
        assert len(workspace.me.north_star) <= 200
        assert Me.model_validate(workspace.me.model_dump())

    @pytest.mark.parametrize(
        "before",
        [
            None,
            Value(name="Fair pay", card="fair_pay", rank=1),
            Value(name="fair  pay", rank=1),
        ],
    )
    def test_a_card_in_own_words_is_that_card(self, workspace, before):
        """It is kept once, and named once in all that is found."""
        if before:
            workspace.values.add(before)
        both = ["fair_pay", "own_value", "learning"]
        raw = {**PICKED, "own_value": "Fair  pay", "ten": both, "five": both, "ranked": both}
        raw |= {**over("importance", [8, 3, 5], both), **over("lived", [2, 1, 5], both)}
        raw |= {"goal_1": "Save", **over("match.goal_1", [3, 0, 0], both)}
        raw |= {"role_a": "Lead", "evidence_a.fair_pay.match": 2}
        run, offers = kept(workspace, raw)
        take_up(workspace, run, offers)
        every = sorted(workspace.values.all(), key=lambda each: each.rank)
        assert [plain(each.name) for each in every] == ["fair pay", "learning"]
        told = [(each.rank, each.importance, each.lived) for each in every]
        assert told == [(1, 8, 2), (2, 5, 5)]
        assert plain(workspace.me.north_star) == "a role with fair pay and learning"
        results = found(raw).values()
        rows = {each.result.calculation: len(each.outcome.rows) for each in results}
        several = {"value_gaps": 2, "goal_alignment": 2, "value_questions": 2}
        assert rows == {**several, "fit_of_roles": 1}

    def test_a_card_that_was_renamed_and_its_new_name_are_two(self, workspace):
        """No record is changed twice in one go."""
        workspace.values.add(Value(name="Wages", card="fair_pay", rank=1))
        both = ["fair_pay", "own_value"]
        raw = {**PICKED, "own_value": "wages", "ten": both, "five": both, "ranked": both}
        run, offers = kept(workspace, raw)
        take_up(workspace, run, offers)
        assert sorted(each.rank for each in workspace.values.all()) == [1, 2]

    def test_numbers_that_were_left_open_stay_as_they_were(self, workspace):
        """A second run without them takes nothing away, and not the day either."""
        before = date(2026, 1, 1)
        known = Value(name="Freedom", card="freedom", importance=6, lived=6, rated_on=before)
        workspace.values.add(known)
        run, offers = kept(workspace, PICKED)
        take_up(workspace, run, offers)
        [value] = [each for each in workspace.values.all() if each.card == "freedom"]
        assert (value.importance, value.lived, value.rated_on) == (6, 6, before)
        assert value.rank == 1
