"""The offer review (W2) and the check before a yes: what is found, what is kept, what is known."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import OWN_NO, Case, Direction
from core.content.slots import fill
from core.decisions.process import OFFER_REVIEW, process_of
from core.decisions.reviews import alone, days_left, is_open, join, question_bank, review_of
from core.values import Value
from core.wins import Win
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("offer_review.toml")
CHECK = worksheet_in("before_yes.toml")

OFFERED = {"offer": "Project lead, North Team", "other": "Stay where I am"}
REASONS = {
    "own_reason": "My father was ill",
    "reasons": ["pay", "location", "own_reason"],
    "weight.pay": 7,
    "weight.location": 8,
    "aged.pay.then": 2,
    "aged.pay.now": 2,
    "aged.location.then": 3,
    "aged.location.now": 0,
    "aged.own_reason.then": 3,
    "aged.own_reason.now": 1,
}
FACTS = {
    "known": ["r1", "r2"],
    "known.r1.fact": "The trip was 70 minutes",
    "known.r2.fact": "The pay was as today",
    "unknown": ["r1"],
    "unknown.r1.fact": "They went hybrid in May",
    "could_ask": ["r1"],
    "could_ask.r1.question": "May I work from home on two days?",
}
CHECKS = {
    "check_question": "yes",
    "check_options": "yes",
    "check_facts": "partly",
    "check_values": "yes",
    "check_risks": "partly",
    "check_calm": "no",
    "state": "pressed",
}


def over(field, **values):
    """Answers of one field for one thing after the other."""
    return {f"{field}.{key}": value for key, value in values.items()}


WEIGHED = {
    **OFFERED,
    "criteria": ["pay", "goals", "place"],
    **over("swing", pay=5, goals=3, place=2),
    **over("scores.pay", offer=9, other=3),
    **over("scores.goals", offer=4, other=6),
    **over("scores.place", offer=2, other=8),
}
"""By hand: 4.5 + 1.2 + 0.4 = 6.1 against 1.5 + 1.8 + 1.6 = 4.9."""

FULL = {
    **WEIGHED,
    **REASONS,
    **FACTS,
    **CHECKS,
    "answered_on": "2026-03-01",
    "protected": "My evenings",
    "need": 2000,
    "hope": 3000,
    "offered": 2800,
    "tasks_liked": 6,
    "gut": "Nobody\nlaughed.",
    "values_seen": ["r1", "r2"],
    "values_seen.r1.value": "Freedom",
    "values_seen.r1.seen": "A boss on every call",
    "values_seen.r1.match": 0,
    "values_seen.r2.value": "Learning",
    **over("years.now", offer=5, other=6),
    **over("years.three", offer=8, other=5),
    "turned_out": -2,
    "effect": 1,
    "again": "yes",
    **over("scores_now.place", offer=8),
}


def found(raw, sheet=SHEET, seed="run"):
    """The results of a run, by the id of each."""
    results = results_of(Answers(sheet, raw), Around(TODAY, seed=seed))
    return {each.result.id: each for each in results}


def said(raw, result, sheet=SHEET):
    """The sentences of a result as they are read."""
    told = found(raw, sheet)[result]
    return [fill(told.result.says[each.id], **each.facts) for each in told.outcome.says]


def ids(raw, result, sheet=SHEET):
    """Which sentences a result chose; none where it has nothing to tell."""
    told = found(raw, sheet).get(result)
    return [each.id for each in told.outcome.says] if told else []


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def told_case(workspace, **more):
    """A no of the person's own, saved."""
    told = {"direction": Direction.I_SAID_NO, "happened_on": date(2026, 3, 1)} | more
    return workspace.cases.add(Case(**told))


def kept(workspace, run):
    """What may be kept of a run, by keep."""
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
    return {each.keep.id: each.proposals for each in offers}


class TestKnown:
    """What was known that day stands before any number (S0-15)."""

    @settings(max_examples=40)
    @given(st.sets(st.sampled_from(sorted(FULL)), min_size=1))
    def test_it_is_always_first(self, keys):
        """Whatever else is answered, in whatever part, and nothing breaks."""
        results = results_of(
            Answers(SHEET, {key: FULL[key] for key in keys}), Around(TODAY, seed="run")
        )
        assert results[0].result.id == "knew"

    def test_in_ones_own_words(self):
        """What came later is named apart, and does not count."""
        assert found(FULL)["knew"].outcome.rows == (
            ("The trip was 70 minutes",),
            ("The pay was as today",),
        )
        assert said(FULL, "knew")[1].startswith("Not known to you then: They went hybrid in May.")

    def test_where_nothing_is_written(self):
        """It is said as kindly."""
        assert ids({**OFFERED, "answered_on": "2026-03-01"}, "knew") == ["unwritten"]

    def test_an_offer_that_is_open_is_spoken_of_today(self):
        """Nothing is said of a day that has not come, nor of how it turned out."""
        raw = {key: value for key, value in FULL.items() if key != "answered_on"}
        assert ids(raw, "knew") == ["open_known", "open_unknown"]
        assert ids(OFFERED, "knew") == ["open_unwritten"]
        assert ids(raw, "choice") == ["open_early", "open_mixed", "open_missing"]
        assert found(raw)["choice"].outcome.picture is None

    def test_with_no_answers_there_are_no_results(self):
        """Everything can be skipped, and nothing is made up of nothing."""
        assert found({}) == {}
        assert found({"known": [], "offer": " "}) == {}


class TestReasons:
    """Held, faded, reversed (S0-14)."""

    def test_each_is_told_in_its_group(self):
        """And a reason that faded was still one."""
        assert ids(FULL, "reasons_aged") == ["held", "faded", "reversed", "was_one"]
        told = said(FULL, "reasons_aged")
        assert told[0] == "Still holds: The pay."
        assert told[1] == "Faded: My father was ill."
        assert found(FULL)["reasons_aged"].outcome.rows[0] == ("The pay", 7, 2, 2)

    def test_half_told(self):
        """A weight alone says that the rest is open; an own reason alone says nothing."""
        assert ids({"reasons": ["pay"], "weight.pay": 3}, "reasons_aged") == ["open"]
        assert ids({"reasons": ["pay"]}, "reasons_aged") == []

    def test_a_reason_that_was_picked_no_more_is_left_out(self):
        """Its numbers stay in the file."""
        raw = {**REASONS, "reasons": ["pay"]}
        assert ids(raw, "reasons_aged") == ["held"]


class TestChoice:
    """The square of process and outcome, and how the choice came about."""

    def test_sound_with_bad_luck(self):
        """2+2+1+2+1+0 is 8 of 12; it turned out at -2."""
        assert ids(FULL, "choice") == ["sound_bad_luck", "mixed", "missing"]
        assert "8 of 12" in said(FULL, "choice")[0]
        outcome = found(FULL)["choice"].outcome
        assert outcome.picture is Picture.SQUARE
        assert outcome.points[0][1:] == (8, -2)

    @pytest.mark.parametrize("turned_out", [-5, -1, 1, 5])
    @pytest.mark.parametrize("yes", [2, 3, 4, 6])
    def test_whoever_does_not_see_the_square_reads_both_numbers(self, yes, turned_out):
        """Also of seven points, which are neither sound nor shaky."""
        six = [each for each in CHECKS if each != "state"]
        raw = {"answered_on": "2026-03-01", "turned_out": turned_out}
        raw |= dict.fromkeys(six, "no") | dict.fromkeys(six[:yes], "yes")
        raw |= {"check_calm": "partly"} if yes == 3 else {}
        first = said(raw, "choice")[0]
        assert f"{process_of(raw)} of 12 points" in first
        assert f"at {turned_out:+d}," in first

    def test_too_early_to_say(self):
        """The process can be judged all the same, and nothing is drawn."""
        raw = {each: value for each, value in FULL.items() if each != "turned_out"}
        assert ids(raw, "choice")[0] == "early"
        assert ids({**raw, "check_calm": "partly"}, "choice")[0] == "early"
        assert found(raw)["choice"].outcome.picture is None

    def test_five_checks_are_not_six(self):
        """No score is told of a part of it."""
        assert ids({"check_calm": "yes"}, "choice") == ["unfinished"]

    def test_the_state_of_that_day_stays_off_paper(self):
        """It is a feeling: private, and no sentence repeats it."""
        assert SHEET.fields["state"].private
        assert "pressure" not in " ".join(said(FULL, "choice"))


class TestWeighing:
    """Must-haves first, then totals, turns and how firm they are."""

    def test_by_hand(self):
        """6.1 against 4.9, with what pulls each way."""
        told = said(WEIGHED, "weighed")
        assert "Project lead, North Team, with 6.1 of 10" in told[0]
        assert told[0].endswith("Stay where I am, has 4.9.")
        outcome = found(WEIGHED)["weighed"].outcome
        assert outcome.rows[0] == ("The pay", 5, 9, 3, 3.0)
        assert outcome.picture is Picture.PULLS
        assert outcome.points == (
            ("The pay", 3.0),
            ("My long-term goals", -0.6),
            ("The place, the journey", -1.2),
        )

    def test_what_speaks_for_each(self):
        """In words too, what weighs most first: a print has no picture."""
        told = [each for each in said(WEIGHED, "weighed") if each.startswith("What speaks for")]
        assert told == [
            "What speaks for Project lead, North Team: The pay.",
            "What speaks for Stay where I am: The place, the journey; My long-term goals.",
        ]

    def test_the_turns(self):
        """3/8, 9/16 and 1/3 as parts of ten, the nearest first."""
        outcome = found(WEIGHED)["turns"].outcome
        assert [row[2] for row in outcome.rows] == [3.8, 3.3, 5.6]
        assert [each.id for each in outcome.says] == ["turn", "also", "also"]
        assert outcome.picture is Picture.GAPS

    def test_a_lead_that_no_decimal_shows(self):
        """9x9 - 8x10 is 1 of 77: it is told as a hair, and so is the turn beside it."""
        many = ["pay", "goals", "place", "tasks", "people", "hours", "mission", "health"]
        raw = {**OFFERED, "criteria": many, **dict.fromkeys((f"swing.{e}" for e in many), 10)}
        raw |= dict.fromkeys((f"scores.{e}.{o}" for e in many for o in ("offer", "other")), 6)
        raw |= {**over("scores.pay", offer=10, other=1), "swing.pay": 9}
        raw |= {**over("scores.goals", offer=0, other=10), "swing.goals": 8}
        assert ids(raw, "weighed")[0] == "by_a_hair"
        assert ids(raw, "turns") == ["turn", "on_the_point"]

    def test_what_is_alike_turns_nothing(self):
        """However much it counts: the most it can do is make both level."""
        raw = {**WEIGHED, **over("scores.goals", offer=5, other=5)}
        names = {row[0] for row in found(raw)["turns"].outcome.rows}
        assert names == {"The pay", "The place, the journey"}

    def test_a_lead_that_rests_on_one_thing(self):
        """Without it both are level, and there is no other side to that."""
        raw = {**WEIGHED, **over("scores.goals", offer=6, other=4)}
        raw |= {**over("swing", goals=2), **over("scores.place", offer=4, other=6)}
        assert ids(raw, "turns")[-1] == "without"
        assert said(raw, "turns")[-1].endswith("Without it, both would be level.")

    def test_the_same_run_says_the_same(self):
        """And another one may draw otherwise."""
        assert found(WEIGHED) == found(WEIGHED)
        counts = {
            found(WEIGHED, seed=f"run {each}")["weighed"].outcome.says[1].facts["count"]
            for each in range(5)
        }
        assert len(counts) > 1

    def test_an_option_that_lacks_a_must_have_is_left_out(self):
        """The other one is left, however it scores; what is not sure is not lacking."""
        raw = {**WEIGHED, "must_haves": ["pay", "place"], **over("meets.place", offer="no")}
        raw |= over("meets.pay", other="unsure")
        assert ids(raw, "weighed") == ["one_left", "left_out"]
        unsure = said(raw, "weighed")[0]
        assert unsure.startswith("One is left: Stay where I am.")
        assert unsure.endswith("not sure yet: The pay; The place, the journey.")
        raw |= over("meets.pay", other="yes") | over("meets.place", other="yes")
        assert ids(raw, "weighed") == ["only", "left_out"]
        assert said(raw, "weighed")[0].startswith(
            "Only one has all your must-haves: Stay where I am."
        )
        assert "The place, the journey" in said(raw, "weighed")[1]
        assert found(raw)["weighed"].outcome.picture is None
        assert "turns" not in found(raw)

    def test_both_lack_one(self):
        """There is nothing left to weigh, and it is said kindly."""
        raw = {**WEIGHED, "must_haves": ["place"], **over("meets.place", offer="no", other="no")}
        assert ids(raw, "weighed") == ["none_left", "left_out", "left_out"]
        assert "turns" not in found(raw)

    def test_a_must_have_that_is_picked_no_more_leaves_nobody_out(self):
        """The old answer to it stays in the file."""
        raw = {**WEIGHED, "must_haves": [], **over("meets.place", offer="no")}
        assert ids(raw, "weighed")[0] == "ahead"

    @pytest.mark.parametrize("name", ["Lead", "lead ", " LEAD"])
    def test_two_of_one_name_are_told_apart(self, name):
        """In the sentence as in the legend of the lines."""
        raw = {**FULL, "offer": "Lead", "other": name}
        assert "this one is ahead: The offer, with" in said(raw, "weighed")[0]
        drawn = {each[0] for each in found(raw)["years_told"].outcome.points}
        assert drawn == {"The offer", "Your other option"}

    def test_what_one_works_towards_stands_with_the_goals(self):
        """Where they are weighed (S0-4)."""
        raw = {**WEIGHED, "goal": "Lead a team"}
        assert said(raw, "weighed")[-1] == "What you are working towards: Lead a team."
        assert "goal" not in ids({**raw, "criteria": ["pay", "place"]}, "weighed")

    def test_one_option_alone(self):
        """It takes a second one."""
        raw = {**WEIGHED, "other": ""}
        assert ids(raw, "weighed") == ["alone"]
        assert "turns" not in found(raw)

    def test_no_weight_is_too_early(self):
        """All at nought, or none told."""
        raw = {**WEIGHED, **over("swing", pay=0, goals=0, place=0)}
        assert ids(raw, "weighed") == ["early"]
        assert ids({**OFFERED, "criteria": ["pay"]}, "weighed") == ["early"]

    def test_equal_options_are_level(self):
        """No winner, no turn, no share of draws."""
        raw = {**WEIGHED, **{key: 5 for key in WEIGHED if key.startswith("scores.")}}
        assert ids(raw, "weighed") == ["level"]
        assert "turns" not in found(raw)

    def test_what_has_no_score_is_named(self):
        """And weighs nothing."""
        raw = {**WEIGHED, "criteria": ["pay", "goals", "place", "people"], "swing.people": 9}
        assert "unscored" in ids(raw, "weighed")
        assert "The people" in " ".join(said(raw, "weighed"))
        assert "6.1 of 10" in said(raw, "weighed")[0]

    def test_leading_on_everything(self):
        """Nothing alone turns it."""
        raw = {**WEIGHED, **over("scores.goals", offer=9), **over("scores.place", offer=9)}
        assert ids(raw, "turns") == ["no_turn"]

    def test_room_to_grow_goes_by_the_step(self):
        """Sideways is 5, as neutral as can be; what the person scored themselves counts (S0-5)."""
        raw = {**OFFERED, "criteria": ["growth"], "swing.growth": 4, "scores.growth.other": 5}
        raw["growth"] = "sideways"
        assert ids(raw, "weighed") == ["level"]
        raw |= {"growth": "up", "skill": "Budgets"}
        assert found(raw)["weighed"].outcome.rows == (("Room to grow", 10.0, 10, 5, 5.0),)
        raw["scores.growth.offer"] = 1
        assert found(raw)["weighed"].outcome.rows == (("Room to grow", 10.0, 1, 5, -4.0),)

    def test_ones_own_criterion(self):
        """It is picked beside the list, and weighed like any other."""
        raw = {**OFFERED, "own_criterion": "A dog", "criteria": ["own_criterion"]}
        raw |= {"swing.own_criterion": 5, **over("scores.own_criterion", offer=8, other=2)}
        assert found(raw)["weighed"].outcome.rows == (("A dog", 10.0, 8, 2, 6.0),)


class TestMoney:
    """Need, hope, offer, and whether pay decides."""

    def test_between_and_it_decides(self):
        """Without pay it is 3.2 to 6.8; d = 6, r = -3.6, so it turns at 3.8 of 10."""
        assert ids(FULL, "money_told") == ["between", "pay_decides", "without_pay", "pay_tips"]
        assert said(FULL, "money_told")[2].endswith("Stay where I am.")
        assert said(FULL, "money_told")[3].endswith("would turn it at 3.8.")

    def test_a_pay_that_is_alike_turns_nothing(self):
        """With all of the weight it makes both level, and that is no turn."""
        raw = {**FULL, **over("scores.pay", offer=5, other=5)}
        assert ids(raw, "money_told") == ["between", "pay_does_not"]

    def test_pay_does_not_decide_between_one(self):
        """An option that lacks a must-have is out, whatever it pays."""
        raw = {**FULL, "must_haves": ["place"], **over("meets.place", other="no")}
        assert ids(raw, "money_told") == ["between"]

    def test_a_need_above_the_hope_is_told_kindly(self):
        """And nothing is held against a pair that may be swapped."""
        assert ids({"need": 3000, "hope": 2000, "offered": 2500}, "money_told") == ["crossed"]

    def test_numbers_that_are_missing(self):
        """Nothing is said of what nobody told."""
        assert ids({"need": 2000, "hope": 3000}, "money_told") == []
        assert ids({"offered": 2000}, "money_told") == []
        raw = {"need": 2000, "offered": 2000}
        assert ids(raw, "money_told") == ["meets_need"]
        assert [row[1] for row in found(raw)["money_told"].outcome.rows] == [2000, 2000]
        assert ids(WEIGHED, "money_told")[0] == "pay_decides"
        assert found(WEIGHED)["money_told"].outcome.rows == ()

    def test_the_golden_rut(self):
        """Pay at the hope, goals and tasks at 4: three questions, no verdict (S3-34)."""
        raw = {**WEIGHED, "hope": 3000, "offered": 3000, "tasks_liked": 4}
        assert ids(raw, "rut") == ["rut", "rut_days", "rut_price", "rut_way_on"]
        assert ids({**raw, "tasks_liked": 5}, "rut") == []
        assert ids({**raw, "scores.goals.offer": 5}, "rut") == []


class TestRest:
    """Gut and values, the years, the fit today, what it did, and what goes along."""

    def test_the_gut_stands_apart(self):
        """One line of it, beside what was seen of each value (S0-7, S0-8)."""
        assert ids(FULL, "noticed") == ["gut", "seen", "misses"]
        assert said(FULL, "noticed")[0] == "Your gut noticed: Nobody laughed."
        assert "1 of 2 values" in said(FULL, "noticed")[1]

    def test_the_years_cross(self):
        """Behind now, ahead in three; a year that is open is left out (S3-33)."""
        assert ids(FULL, "years_told") == ["crosses"]
        outcome = found(FULL)["years_told"].outcome
        assert outcome.picture is Picture.LINES
        assert len(outcome.points) == 4

    @pytest.mark.parametrize(
        ("now", "three", "sentence"),
        [
            ((6, 5), (8, 5), "stays"),
            ((6, 6), (8, 5), "parts"),
            ((6, 5), (5, 5), "level"),
            ((5, 6), (5, 6), "stays"),
            ((5, None), (8, 5), "early"),
        ],
    )
    def test_other_ways_through_the_years(self, now, three, sentence):
        """Ties at the beginning, at the end, and one time that is half told."""
        raw = {**OFFERED, **over("years.now", offer=now[0], other=now[1])}
        raw |= over("years.three", offer=three[0], other=three[1])
        assert ids(raw, "years_told") == [sentence]

    @pytest.mark.parametrize(
        ("now", "year", "three", "sentence"),
        [
            ((6, 5), (1, 9), (6, 5), "wavers"),
            ((5, 5), (1, 9), (6, 5), "wavers"),
            ((6, 5), (5, 5), (6, 5), "stays"),
            ((6, 5), (1, 9), (5, 6), "crosses"),
        ],
    )
    def test_the_middle_counts_as_well(self, now, year, three, sentence):
        """What looks worse in a year does not look better from first to last."""
        raw = dict(OFFERED)
        for at, (offer, other) in {"now": now, "year": year, "three": three}.items():
            raw |= over(f"years.{at}", offer=offer, other=other)
        assert ids(raw, "years_told") == [sentence]

    def test_the_fit_today(self):
        """Only what was scored both times is held side by side (S0-27)."""
        assert ids(FULL, "fit_today") == ["better", "most"]
        assert found(FULL)["fit_today"].outcome.rows == (("The place, the journey", 2, 8),)
        assert ids({**FULL, "scores_now.place.offer": 2}, "fit_today") == ["same"]
        assert ids({**FULL, "scores_now.place.offer": 1}, "fit_today") == ["worse", "most"]

    def test_what_it_did(self):
        """What was kept safe, and the path (S0-2)."""
        assert ids(FULL, "path") == ["protected", "moved_on"]
        assert ids({"effect": 0}, "path") == ["as_before"]
        assert ids({"effect": -1}, "path") == ["set_back"]

    def test_three_questions_for_the_next_offer(self):
        """One's own first, then what was missing most (S0-33)."""
        assert ids(FULL, "next_offer") == ["how", "own", "ask_calm", "ask_facts"]
        assert said(FULL, "next_offer")[1] == "May I work from home on two days?"

    def test_own_questions_alone_may_fill_it(self):
        """Never more than three."""
        raw = {"could_ask": [f"r{each}" for each in range(5)]}
        raw |= {f"could_ask.r{each}.question": f"Question {each}?" for each in range(5)}
        assert ids(raw, "next_offer") == ["how", "own", "own", "own"]

    def test_who_did_all_well_gets_three_to_keep(self):
        """Ready ones, in their order."""
        raw = dict.fromkeys([each for each in CHECKS if each != "state"], "yes")
        assert ids(raw, "next_offer") == ["how", "ask_question", "ask_options", "ask_facts"]


class TestStarts:
    """What is known already is not asked again."""

    def test_from_the_case_and_the_values(self, workspace):
        """Line, days, true reasons, what it protected, and the first values with room to tell."""
        workspace.values.add(Value(name="Learning", rank=2))
        workspace.values.add(Value(name="Freedom", rank=1))
        case = told_case(
            workspace,
            role="PM",
            employer="North",
            deadline=date(2026, 3, 3),
            reasons_given=("personal",),
            reasons_true=("pay", "culture", "gone"),
            protected="Time",
        )
        answers = begin(workspace, SHEET, case, TODAY).answers
        assert (answers["offer"], answers["answered_on"]) == ("PM, North", "2026-03-01")
        assert (answers["deadline"], answers["protected"]) == ("2026-03-03", "Time")
        assert answers["reasons"] == ["pay", "culture"]
        assert [row.label for row in Answers(SHEET, answers).rows("values_seen")] == [
            *["Freedom", "Learning"]
        ]

    def test_what_was_told_is_no_start_for_what_counted(self, workspace):
        """The two are kept apart; of the true ones at most as many as can be picked."""
        six = ("pay", "location", "hours", "content", "growth", "culture")
        told = begin(workspace, SHEET, told_case(workspace, reasons_given=six), TODAY)
        assert "reasons" not in told.answers
        true = begin(workspace, SHEET, told_case(workspace, reasons_true=six), TODAY)
        assert true.answers["reasons"] == list(six[:5])

    def test_an_offer_that_is_open_starts_empty(self, workspace):
        """Without a case there is nothing to take along."""
        assert begin(workspace, SHEET, None, TODAY).answers == {}


class TestKeeps:
    """Being picked from many, and what the no kept safe."""

    def test_both_are_kept_once(self, workspace):
        """As a win and on the case; a second review offers neither again (S3-38, S3-35)."""
        case = told_case(workspace)
        run = begin(workspace, SHEET, case, TODAY, FULL)
        offers = kept(workspace, run)
        assert [each.record.what for each in offers["picked"]] == [
            "They picked me from many: Project lead, North Team"
        ]
        take_up(workspace, run, offers)
        assert workspace.cases.get(case.id).protected == "My evenings"
        assert [each.case_id for each in workspace.wins.all()] == [case.id]
        assert kept(workspace, begin(workspace, SHEET, case, TODAY, FULL)) == {}

    def test_a_win_of_this_case_is_not_doubled(self, workspace):
        """Whichever way it was noted."""
        case = told_case(workspace)
        workspace.wins.add(Win(what="They wanted me", case_id=case.id))
        assert "picked" not in kept(workspace, begin(workspace, SHEET, case, TODAY, FULL))

    def test_who_withdrew_had_no_offer(self, workspace):
        """Nothing is claimed that was not so."""
        case = told_case(workspace, direction=Direction.WITHDREW)
        assert "picked" not in kept(workspace, begin(workspace, SHEET, case, TODAY, FULL))

    def test_an_open_offer_is_a_win_too(self, workspace):
        """There is no case to keep anything safe on."""
        assert set(kept(workspace, begin(workspace, SHEET, None, TODAY, FULL))) == {"picked"}

    def test_a_very_long_offer(self, workspace):
        """The win still fits its line."""
        run = begin(workspace, SHEET, None, TODAY, {"offer": "x" * 200})
        [win] = kept(workspace, run)["picked"]
        assert win.record.what == "They picked me from many, and made me an offer"


class TestReviews:
    """Which review counts, and what all of them gather."""

    def test_the_one_changed_last(self, workspace):
        """Each case has its own, and so has an offer that is open."""
        case = told_case(workspace)
        first = begin(workspace, SHEET, case, TODAY, FULL)
        open_one = begin(workspace, SHEET, None, TODAY, OFFERED)
        assert review_of(workspace, case.id).id == first.id
        assert review_of(workspace, "").id == open_one.id
        finish(workspace, first.id, TODAY)
        begin(workspace, SHEET, case, TODAY)
        assert review_of(workspace, case.id).id == first.id

    def test_a_review_goes_along_with_the_offer_that_became_a_case(self, workspace):
        """What was weighed while it was open is not lost once it is answered."""
        waiting = begin(workspace, SHEET, None, TODAY, FULL)
        other = begin(workspace, SHEET, None, TODAY, OFFERED)
        case = told_case(workspace)
        assert {each.id for each in alone(workspace)} == {waiting.id, other.id}
        join(workspace, waiting.id, case.id)
        assert review_of(workspace, case.id).answers == FULL
        assert [each.id for each in alone(workspace)] == [other.id]
        assert join(workspace, other.id, case.id).answers["answered_on"] == "2026-03-01"

    def test_days_left(self):
        """Counted to the last day, over a leap day; none once it is answered."""

        def run(**answers):
            return WorksheetRun(worksheet=OFFER_REVIEW, happened_on=TODAY, answers=answers)

        waiting = run(deadline="2028-03-01")
        assert days_left(None, waiting, date(2028, 2, 28)) == 2
        assert days_left(None, waiting, date(2028, 3, 1)) == 0
        assert days_left(None, waiting, date(2028, 3, 2)) == -1
        assert days_left(None, run(), TODAY) is None
        answered = run(deadline="2028-03-01", answered_on="2028-02-01")
        assert days_left(None, answered, TODAY) is None
        assert is_open(None, waiting)
        assert not is_open(None, answered)

    @pytest.mark.parametrize("direction", list(Direction))
    def test_what_was_said_no_to_is_open_no_more(self, direction):
        """Also where the review does not tell the day."""
        case = Case(direction=direction, happened_on=TODAY)
        run = WorksheetRun(worksheet=OFFER_REVIEW, happened_on=TODAY, answers={})
        assert is_open(case, run) is (direction not in OWN_NO)
        assert is_open(None, run)

    def test_the_bank_holds_each_question_once(self, workspace):
        """Of all reviews, the latest first, whatever the capitals."""
        begin(workspace, SHEET, None, TODAY, FACTS)
        more = {"could_ask": ["r1", "r2"], "could_ask.r1.question": "Who leads?"}
        more["could_ask.r2.question"] = "may I work from HOME on two days?"
        begin(workspace, SHEET, None, TODAY, more)
        bank = question_bank(workspace)
        assert len(bank) == 2
        assert "Who leads?" in bank


class TestDamage:
    """A file that was changed by hand, or by another version."""

    @pytest.mark.parametrize(
        "value", [["up"], [["up"]], {"a": 1}, 400, -7, 2.5, True, "x"], ids=str
    )
    def test_no_answer_stops_the_screen(self, value):
        """What cannot have been answered is read as nothing, wherever it stands."""
        for place in FULL:
            results = results_of(Answers(SHEET, {**FULL, place: value}), Around(TODAY, seed="run"))
            assert results[0].result.id == "knew"


class TestBeforeYes:
    """Six short questions before a yes (S4-19)."""

    SIX = ("in_writing", "enough", "days", "other_answers", "slept", "keep_it")

    def test_all_settled(self):
        """A good moment, if they want it."""
        assert ids(dict.fromkeys(self.SIX, "yes"), "before_yes", CHECK) == ["ready"]

    @pytest.mark.parametrize("still_open", SIX)
    def test_one_open_point_says_what_settles_it(self, still_open):
        """Whichever it is, also while others are not answered."""
        assert ids({still_open: "no"}, "before_yes", CHECK) == ["not_yet", f"open_{still_open}"]
        every = dict.fromkeys(self.SIX, "yes") | {still_open: "no"}
        assert said(every, "before_yes", CHECK)[0].startswith("Still open: 1 of 6.")

    def test_some_are_answered(self):
        """Nothing is called ready before all six are."""
        assert ids({"slept": "yes"}, "before_yes", CHECK) == ["early"]
        assert found({}, CHECK) == {}
