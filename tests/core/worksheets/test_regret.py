"""Untangle second thoughts (W3): what is found in the answers, and what may be kept of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction
from core.content.regret import regret_words
from core.content.values import value_words
from core.decisions.look_backs import LookBack
from core.decisions.process import CHECKS
from core.decisions.regret import Kind
from core.steps import Step, due_steps
from core.values import Value
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish, found_in, newest_for
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around
from core.worksheets.results import results_of, sentence
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("regret.toml")


def sorted_as(*known):
    """Pieces of a thought, each sorted; None is left open."""
    raw = {"thoughts": [f"r{at}" for at in range(len(known))]}
    for at, each in enumerate(known):
        raw |= {f"thoughts.r{at}.thought": f"piece {at}"}
        raw |= {f"thoughts.r{at}.known": each} if each else {}
    return raw


def spot(*scores):
    """Ratings of today's spot."""
    return dict(zip(("tasks", "people", "growth", "pay", "balance"), scores, strict=False))


def review(process=None, outcome=None, **more):
    """The offer review of the same case, by its process score and its outcome."""
    degrees = ["yes"] * (process // 2) + ["partly"] * (process % 2) if process is not None else []
    checks = dict(zip(CHECKS, [*degrees, *["no"] * 6], strict=False)) if degrees else {}
    return {"offer_review": checks | {"turned_out": outcome} | more}


HARD = {"hard_days": ["r1"], "hard_days.r1.day": "Trains on strike"}
THOUGHT = {"thought": "I would be happier there."}
FULL = {
    **THOUGHT,
    **sorted_as("then", "later", "later", "guess"),
    **HARD,
    **spot(3, 6, 2, 5, 3),
    "bad_week": "Mondays with three trains.",
    "strength": 8,
    "often": 7,
    "mood_before": 5,
    "mood_after": 5,
    "then": ["near_home", "balance"],
    "now": ["learning", "balance"],
    "friend": "You weighed what you had.",
    "acts": ["elsewhere", "learn"],
    "learned": "I ask about travel first.",
}


def results(raw, others=None, earlier=(), today=TODAY, since=()):
    """The results of a pass, by the id of each."""
    known = {"others": others or {}, "earlier": tuple(earlier), "since": frozenset(since)}
    around = Around(today, **known)
    return {each.result.id: each for each in results_of(Answers(SHEET, raw), around)}


def ids(raw, result="kinds", **around):
    """Which sentences a result chose."""
    return [each.id for each in results(raw, **around)[result].outcome.says]


def told(raw, result="kinds", **around):
    """The sentences of a result as they are read."""
    found = results(raw, **around)[result]
    return [sentence(found.result, each, str) for each in found.outcome.says]


class TestTheSheet:
    """Eight steps, for a no that is doubted, on days that can bear it."""

    def test_as_the_specification_has_it(self):
        """Thirty minutes, route C, a case at a time, behind "open anyway" on heavy days."""
        assert len(SHEET.steps) == 8
        assert (SHEET.minutes, SHEET.routes) == (30, ("C",))
        assert SHEET.heavy
        assert SHEET.per_case

    def test_four_minutes_for_the_bad_week(self):
        """A quiet clock that nobody has to follow."""
        assert SHEET.fields["four_minutes"].minutes == 4

    def test_numbers_about_feelings_stay_off_a_print(self):
        """Unless the person ticks them."""
        private = {each.id for each in SHEET.fields.values() if each.private}
        assert private == {"strength", "often", "mood_before", "mood_after"}

    def test_what_was_known_is_told_before_any_count(self):
        """S0-15, at the end and on the way."""
        assert [each.id for each in SHEET.results][:2] == ["knew", "kinds"]
        assert SHEET.steps[-1].shows == ("knew", "kinds")

    def test_a_print_reads_to_its_end(self):
        """What it was, what I learned, what I will do, when I will stop thinking it over."""
        assert [each.result.id for each in results(FULL).values()] == [
            *["knew", "kinds", "learned", "doing", "until"]
        ]

    def test_its_values_are_called_as_on_the_cards(self):
        """Then and now offer the same ones."""
        then, now = (SHEET.fields[each].choices for each in ("then", "now"))
        cards = value_words().cards
        assert then == now == {each: cards[each].name for each in then}

    def test_the_workshop_tosses_a_coin(self):
        """Choice and luck, before anybody sits down with their own."""
        [talk] = [each for each in SHEET.workshop if "coin" in each.what]
        assert talk.at == 8


class TestWhatYouKnew:
    """The box that comes first."""

    def test_in_the_words_of_the_offer_review(self):
        """They were written about that day; what was sorted stands behind them, each once."""
        known = {
            "known": ["a", "b"],
            "known.a.fact": "Ninety minutes each way.",
            "known.b.fact": " ",
        }
        found = results(FULL, others=review(9, -1, **known))["knew"]
        assert found.outcome.rows == (("Ninety minutes each way.",), ("piece 0",))
        known["known.b.fact"] = "piece 0"
        assert len(results(FULL, others=review(9, -1, **known))["knew"].outcome.rows) == 2

    def test_no_piece_that_was_sorted_is_lost(self):
        """What was known that day, what came later and what is a guess: each has its place."""
        assert results(FULL)["knew"].outcome.rows == (("piece 0",),)
        assert ids(FULL, "knew") == ["told", "later", "guess"]
        said = " ".join(told(FULL, "knew"))
        assert all(f"piece {at}" in said for at in (1, 2, 3))

    def test_also_where_nothing_was_known_that_day(self):
        """A guess alone is named as one."""
        raw = {"thoughts": ["r1"], "thoughts.r1.thought": "Bliss", "thoughts.r1.known": "guess"}
        assert ids(raw, "knew") == ["bare", "guess"]
        assert results(raw)["knew"].outcome.rows == ()

    def test_what_brings_it_up_is_named(self):
        """A new fact is not lost: it is what going back would rest on."""
        raw = FULL | {"brings_up": "The role was posted again"}
        assert "The role was posted again" in told(raw, "news")[0]
        assert "news" not in results(FULL)

    def test_also_with_nothing_to_show(self):
        """Nobody has more to choose by than what there is."""
        assert ids({}, "knew") == ["bare"]


class TestKinds:
    """The six rules, read from the answers."""

    def test_hindsight_is_told_in_counts(self):
        """Two of four, and never a share in hundred."""
        assert told(FULL)[0].startswith("Hindsight. Of the pieces you sorted, you knew 2 of 4 only")

    def test_a_piece_that_is_not_sorted_does_not_count(self):
        """One of two is half."""
        assert ids({**HARD, **sorted_as("later", "then", None, None)})[0] == "hindsight"

    @pytest.mark.parametrize(
        ("process", "outcome", "said"),
        [(8, -1, "luck"), (8, 0, "none"), (7, -3, "none"), (6, -3, "process_gap")],
    )
    def test_luck_and_process_come_from_the_offer_review(self, process, outcome, said):
        """With its number, of twelve."""
        raw = {**THOUGHT, **HARD}
        assert ids(raw, others=review(process, outcome))[0] == said
        if said != "none":
            assert f"{process} of 12" in told(raw, others=review(process, outcome))[0]

    def test_without_a_review_the_question_stays_open(self):
        """And a review that left out one of the six checks is none."""
        assert ids({**THOUGHT, **HARD}) == ["none", "unrated"]
        partly = {"offer_review": dict.fromkeys(CHECKS[:5], "no")}
        assert ids({**THOUGHT, **HARD}, others=partly) == ["none", "unrated"]

    def test_a_review_that_came_later_is_named_and_not_read(self):
        """A new pass takes it in; this one reads as it did."""
        assert ids({**THOUGHT, **HARD}, since={"offer_review"}) == ["none", "reviewed"]
        assert ids({**THOUGHT, **HARD}, since={"reapproach"}) == ["none", "unrated"]

    def test_what_moved_up_is_named(self):
        """Each by its card."""
        raw = {**HARD, **THOUGHT, "then": ["balance"], "now": ["balance", "learning", "freedom"]}
        assert "Learning, Freedom moved up" in told(raw)[0]

    def test_what_moved_down_is_named_where_more_of_it_went(self):
        """Who names three then and one now has let go of two."""
        raw = {**HARD, **THOUGHT, "now": ["balance"], "then": ["balance", "learning", "freedom"]}
        assert ids(raw)[0] == "shifted_away"
        assert "Learning, Freedom moved down" in told(raw)[0]

    def test_contrast_with_thin_facts_says_so(self):
        """S0-13: then it is rather today that asks for a change."""
        raw = {**THOUGHT, **HARD, **spot(4, 4, 4, 4, 4)}
        assert ids(raw)[:2] == ["contrast", "contrast_thin"]
        assert "4.0 of 10" in told(raw)[0]
        firm = {**raw, **sorted_as("then", "then", "then")}
        assert ids(firm) == ["contrast", "unrated"]

    def test_a_bad_week_without_a_hard_day_has_no_drawback(self):
        """Nor has one that was left out."""
        assert ids({**THOUGHT, "bad_week": "It was lovely."})[0] == "rosy"
        assert ids(THOUGHT)[0] == "rosy"
        assert "rosy" not in ids({**THOUGHT, **HARD})

    def test_a_row_without_a_word_is_no_hard_day(self):
        """Adding a row is not naming one."""
        assert ids({**THOUGHT, "hard_days": ["r1", "r2"], "hard_days.r1.day": "  "})[0] == "rosy"

    def test_two_at_most_each_with_what_it_asks_for(self):
        """In the order of the firmest ground."""
        raw = {**FULL, "now": ["learning", "freedom"]}
        rows = results(raw, others=review(9, -2))["kinds"].outcome.rows
        kinds = regret_words().kinds
        assert rows == tuple(
            (kinds[each].label, kinds[each].asks) for each in (Kind.LUCK, Kind.HINDSIGHT)
        )

    def test_nothing_to_go_by(self):
        """No kind is made up of an empty page, and none is asked for."""
        assert ids({}) == ["early"]
        assert list(results({})) == ["knew", "kinds"]

    def test_no_sentence_blames_or_counts_in_hundred(self):
        """Not in any of its forms."""
        for said in SHEET.results[1].says.values():
            assert "fault" not in said
            assert "why" not in said.casefold()
            assert "%" not in said


class TestTheRest:
    """What was learned, what to do, and until when."""

    def test_letting_it_be_has_words_of_its_own(self):
        """Alone; beside another choice it is one of two."""
        assert ids({**FULL, "acts": ["let_be"]}, "doing") == ["let_be"]
        assert ids({**FULL, "acts": ["let_be", "learn"]}, "doing") == ["one"]

    def test_thirty_days_or_the_day_that_was_given(self):
        """Counted from the day on which it was finished."""
        assert "2026-04-11" in told(FULL, "until")[0]
        assert "2026-05-01" in told({**FULL, "until": "2026-05-01"}, "until")[0]
        assert "2026-04-11" in told({**FULL, "until": "2026-03-01"}, "until")[0]

    @pytest.mark.parametrize(
        ("moods", "earlier", "said"),
        [
            ((5, 3), [], ["lower"]),
            ((5, 3), [(9, 7)], ["lower", "stop"]),
            ((5, 3), [(9, 8)], ["lower"]),
            ((5, 4), [(9, 2)], None),
            ((None, 0), [(9, 2)], None),
        ],
    )
    def test_a_mood_that_sank_twice(self, moods, earlier, said):
        """It is a good moment to stop, and the second time perhaps for longer."""
        before = [dict(zip(("mood_before", "mood_after"), each, strict=True)) for each in earlier]
        raw = {**FULL, "mood_before": moods[0], "mood_after": moods[1]}
        found = results(raw, earlier=before).get("mood")
        assert (found and [each.id for each in found.outcome.says]) == said


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


@pytest.fixture
def case(workspace):
    """An offer that was declined, and is doubted now."""
    told = {"direction": Direction.SECOND_THOUGHTS, "happened_on": TODAY - timedelta(days=60)}
    return workspace.cases.add(Case(**told, role="Records lead", employer="Harbour Works"))


def gone_through(workspace, case, raw):
    """A pass that was begun and finished today."""
    run = begin(workspace, SHEET, case, TODAY, raw)
    return finish(workspace, run.id, TODAY)


def offered(workspace, run, now=NOW):
    """What may be kept of a pass, by keep."""
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), now)
    return {each.keep.id: each.proposals for each in offers}


class TestKeeping:
    """A day to look again, a small step, and what was learned."""

    def test_one_day_to_look_again(self, workspace, case):
        """It waits unseen until that day, and is on Today from then on."""
        run = gone_through(workspace, case, FULL)
        [proposal] = offered(workspace, run)["revisit"]
        assert proposal.record.due == date(2026, 4, 11)
        assert "Records lead, Harbour Works" in proposal.text
        assert "30 days" in proposal.note
        take_up(workspace, run, {"revisit": [proposal]})
        assert due_steps(workspace.steps.all(), date(2026, 4, 10)) == ()
        [step] = due_steps(workspace.steps.all(), date(2026, 4, 11))
        assert step.case_id == case.id

    def test_it_is_offered_once(self, workspace, case):
        """Another look at the same page is no second date; another day changes the one."""
        run = gone_through(workspace, case, FULL)
        run = take_up(workspace, run, {"revisit": offered(workspace, run)["revisit"]})
        assert offered(workspace, run)["revisit"] == ()
        later = {**run.answers, "until": "2026-05-01"}
        run = workspace.runs.replace(run.model_copy(update={"answers": later}))
        [changed] = offered(workspace, run)["revisit"]
        take_up(workspace, run, {"revisit": [changed]})
        assert [each.due for each in workspace.steps.all()] == [date(2026, 5, 1)]

    def test_another_pass_moves_the_one_day(self, workspace, case):
        """Of one case there are never two of them, and no small step stands there twice."""
        first = gone_through(workspace, case, FULL)
        take_up(workspace, first, offered(workspace, first))
        clock = NOW + timedelta(days=10)
        second = begin(workspace, SHEET, case, clock.date(), FULL)
        second = finish(workspace, second.id, clock.date())
        proposals = offered(workspace, second, clock)
        assert "actions" not in proposals
        take_up(workspace, second, proposals)
        days = [each.due for each in workspace.steps.all() if each.due != TODAY]
        assert days == [date(2026, 4, 21)]
        assert offered(workspace, workspace.runs.get(second.id), clock)["revisit"] == ()

    def test_a_day_that_was_let_go_is_not_taken_up_again(self, workspace, case):
        """Another pass has a day of its own then."""
        first = gone_through(workspace, case, FULL)
        take_up(workspace, first, {"revisit": offered(workspace, first)["revisit"]})
        [step] = workspace.steps.all()
        workspace.steps.replace(step.model_copy(update={"let_go_on": TODAY}))
        second = gone_through(workspace, case, {**FULL, "strength": 3})
        [proposal] = offered(workspace, second)["revisit"]
        assert proposal.record.id == ""

    def test_a_name_too_long_for_a_line_is_left_out(self, workspace, case):
        """The sentence still says what it is for."""
        update = {"role": "r" * 200, "employer": "e" * 200}
        case = workspace.cases.replace(case.model_copy(update=update))
        [proposal] = offered(workspace, gone_through(workspace, case, FULL))["revisit"]
        assert proposal.text == SHEET.keeps[0].says["text"]

    def test_a_day_that_is_over_is_not_offered(self, workspace, case):
        """Who comes back after it can look again right now."""
        run = gone_through(workspace, case, FULL)
        assert "30 days" in offered(workspace, run)["revisit"][0].note
        assert "tomorrow" in offered(workspace, run, NOW + timedelta(days=29))["revisit"][0].note
        assert "revisit" not in offered(workspace, run, NOW + timedelta(days=30))

    def test_the_step_that_goes_with_each_kind(self, workspace, case):
        """With what it is for; the review of the same case counts."""
        told = review(9, -2)["offer_review"]
        run = {"worksheet": "offer_review", "happened_on": TODAY, "finished_on": TODAY}
        workspace.runs.add(WorksheetRun(**run, answers=told, case_id=case.id))
        proposals = offered(workspace, gone_through(workspace, case, FULL))["actions"]
        kinds = regret_words().kinds
        assert [each.key for each in proposals] == ["luck", "hindsight"]
        assert proposals[0].record == Step(
            text=kinds[Kind.LUCK].step, why=kinds[Kind.LUCK].why, due=TODAY, case_id=case.id
        )

    def test_what_was_learned_stands_with_the_decision(self, workspace, case):
        """With how strong the regret is; without a case there is no decision to stand with."""
        run = gone_through(workspace, case, FULL)
        [proposal] = offered(workspace, run)["learning"]
        take_up(workspace, run, {"learning": [proposal]})
        [look] = workspace.look_backs.all()
        assert (look.case_id, look.regret, look.learned, look.after_days) == (
            *(case.id, 8, FULL["learned"], 0),
        )
        assert isinstance(look, LookBack)
        assert "learning" not in offered(workspace, gone_through(workspace, None, FULL))

    def test_a_strength_that_no_scale_has_is_left_out(self, workspace, case):
        """A damaged file loses its number, and nothing else."""
        run = gone_through(workspace, case, {**FULL, "strength": 400})
        [proposal] = offered(workspace, run)["learning"]
        assert (proposal.record.regret, proposal.text) == (None, FULL["learned"])

    def test_a_page_that_was_left_empty_keeps_nothing(self, workspace, case):
        """No date, no step, no lesson."""
        assert offered(workspace, gone_through(workspace, case, {})) == {}


class TestBeginning:
    """What is known already."""

    def test_the_values_of_ones_own_page_are_there(self, workspace, case):
        """The first three that the worksheet knows; the person's words stay on their page."""
        for rank, (name, card) in enumerate(
            [("Garden", ""), ("Learning", "learning"), ("Humour", "humour"), ("Pay", "fair_pay")], 1
        ):
            workspace.values.add(Value(name=name, card=card, rank=rank))
        run = begin(workspace, SHEET, case, TODAY)
        assert run.answers == {"now": ["learning", "fair_pay"]}

    def test_a_new_fact_stands_in_the_first_step(self, workspace, case):
        """Whoever comes back with one goes on with it."""
        run = begin(workspace, SHEET, case, TODAY, {"brings_up": "They moved."})
        assert Answers(SHEET, run.answers).text("brings_up") == "They moved."

    def test_each_case_has_its_own_pass(self, workspace, case):
        """The newest of one says nothing of another."""
        run = gone_through(workspace, case, FULL)
        assert newest_for(workspace, "regret", case.id).id == run.id
        assert newest_for(workspace, "regret", "") is None
        assert {each.result.id for each in found_in(workspace, run, SHEET, TODAY)} >= {"kinds"}
