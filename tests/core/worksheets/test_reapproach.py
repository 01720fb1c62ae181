"""Should I go back? (W4): what is known at the start, what is worked out, what may be kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.content.calls import call_words
from core.content.reapproach import reapproach_words
from core.content.slots import fill
from core.decisions.factors import Check, Edge, Factor
from core.decisions.way_back import told_in, verdict_in
from core.letters.context import case_facts
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.people import Person
from core.skills import Skill, SkillAction
from core.worksheets.answers import Answers
from core.worksheets.desk import around, begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SAID_ON = date(2026, 3, 2)
SHEET = worksheet_in("reapproach.toml")
TOLD = reapproach_words()
DOOR = {
    "said_on": SAID_ON.isoformat(),
    "role": "open",
    "reason_given": "timing_or_personal",
    "reason_now": "shown",
    "how_no": "warm",
    "tie": "stay_in_touch",
    "need": "normal",
    "standing": "unknown",
}
WISH = dict.fromkeys(Check, "d2")


def found(raw, only=(), today=TODAY, **known):
    """The results of a run, by the id of each."""
    around = Around(today, **known)
    return {e.result.id: e for e in results_of(Answers(SHEET, raw), around, only)}


def said(raw, result, today=TODAY, **known):
    """The sentences of a result as they are read, by their ids; of several the last."""
    one = found(raw, (result,), today, **known)[result]
    return {e.id: fill(one.result.says[e.id], **e.facts) for e in one.outcome.says}


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


@pytest.fixture
def begun(workspace):
    """What a run knows at its start about a case with these facts."""

    def start(**facts):
        told = {"direction": Direction.SECOND_THOUGHTS, "happened_on": SAID_ON} | facts
        case = workspace.cases.add(Case(**told))
        return begin(workspace, SHEET, case, TODAY)

    return start


class TestCard:
    """The result card, sentence by sentence."""

    def test_the_first_worked_case(self):
        """Likely, worth it, what is not known, and what it could still become."""
        card = said(DOOR | WISH, "card")
        assert card["headline"] == f"{TOLD.verdicts['likely_worth_it'].title}."
        assert card["door"].endswith("likely.")
        assert card["unknown"] == "Not known yet: where you stood."
        assert "settled" in card
        assert "range" not in card
        assert card["expect"] == TOLD.expect["likely"]
        assert card["do"] == TOLD.verdicts["likely_worth_it"].do

    def test_both_ends_are_named(self):
        """Unknown to be open or filled: from unlikely to likely."""
        card = said(DOOR | {"role": "unknown"}, "card")
        assert "from unlikely to likely" in card["range"]
        assert card["cap"] == TOLD.caps["find_out"]
        assert "unweighed" in card

    def test_three_unknown_speak_first(self):
        """There is no headline but to find out; the band is still told, and nothing promised."""
        card = said(DOOR | {"role": "unknown", "need": "unknown"}, "card")
        assert card["headline"] == f"{TOLD.confidence['low']}."
        assert card["find_out"] == "Not known so far: the role now, their need, where you stood."
        assert card["door"].endswith("possible.")
        assert card["do"] == TOLD.verdicts["find_out"].do
        assert not {"confidence", "expect"} & set(card)

    @pytest.mark.parametrize(
        ("more", "verdict"),
        [
            ({"asks": "third"}, "stop"),
            ({"said_on": "2024-03-02"}, "anew"),
            ({"edges": ["signed"]}, "signed"),
            ({"role": "filled"}, "unlikely_worth_it"),
            ({}, "likely_worth_it"),
        ],
    )
    def test_what_no_answer_can_change_is_the_headline(self, more, verdict):
        """Three unknown hide neither a stop nor a band that stays; they are told quietly."""
        unsure = dict.fromkeys(("tie", "need", "standing"), "unknown")
        card = said(DOOR | WISH | unsure | more, "card")
        assert card["headline"] == f"{TOLD.verdicts[verdict].title}."
        assert card["unknown"].startswith("Not known yet: ")
        assert not {"find_out", "confidence"} & set(card)
        assert card["do"] == TOLD.verdicts[verdict].do

    @pytest.mark.parametrize(
        "more", [{"asks": "third"}, {"said_on": "2024-03-02"}, {"edges": ["signed"]}]
    )
    @pytest.mark.parametrize("wish", [WISH, {}])
    def test_where_nobody_is_to_ask_nothing_pushes(self, more, wish):
        """After two asks, after two years, or signed elsewhere: no "worth asking", no hope."""
        assert not {"expect", "worth", "weak", "unweighed"} & set(said(DOOR | wish | more, "card"))

    @pytest.mark.parametrize("more", [{"reason_now": "same"}, {"need": "freeze"}])
    def test_an_open_role_is_not_called_gone(self, more):
        """The door is shut for another reason, and the headline fits each."""
        for wish in (WISH, dict.fromkeys(Check, "d1"), {}):
            assert "gone" not in said(DOOR | wish | more, "card")["headline"]

    def test_of_several_weak_checks_one_is_named(self):
        """Nine of twelve is worth it: a list of doubts would say otherwise."""
        card = said(DOOR | WISH | dict.fromkeys(("resolved", "fit", "stay"), "d1"), "card")
        assert card["worth"].endswith("worth asking.")
        assert card["weak"] == "Not so sure yet that the reason is gone."

    @pytest.mark.parametrize(
        ("more", "sleeps"),
        [
            ({}, True),
            ({"role": "unknown", "need": "unknown"}, True),
            ({"closes_on": TODAY.isoformat()}, False),
            ({"closes_on": "2026-03-13"}, True),
            ({"asks": "third"}, False),
            ({"edges": ["not_safe"]}, False),
            ({"no_breaker": "d0"}, False),
        ],
    )
    def test_on_a_heavy_day_it_says_to_sleep_on_it(self, more, sleeps):
        """In place of what to do, on the screen and on paper, wherever one may ask at all."""
        card = said(DOOR | WISH | more, "card", sleeps=True)
        assert ("sleep" in card, "do" in card) == (sleeps, not sleeps)
        assert "do" in said(DOOR | WISH | more, "card")

    def test_letters_that_went_out_count(self):
        """At the end of the worksheet and on paper as on the page."""
        card = said(DOOR | WISH, "card", asks=2)
        assert card["headline"] == f"{TOLD.verdicts['stop'].title}."
        assert "sheet" not in found(DOOR | WISH, asks=2)
        assert ("Asks so far", "I asked once before", -2) in found(DOOR, asks=1)[
            "pulls"
        ].outcome.rows

    def test_what_was_left_open_counts_as_not_known(self):
        """No answer is no good answer."""
        levels = told_in(Answers(SHEET, {"said_on": "2026-03-02"}), TODAY).levels
        assert levels[Factor.ROLE] == levels[Factor.NEED] == "unknown"
        assert (levels[Factor.PROOF], levels[Factor.ASKS]) == ("none", "first")

    def test_too_little_is_said(self):
        """Without the day, the reason and the way of the no there is no verdict."""
        card = said({"role": "open"}, "card")
        assert list(card) == ["early"]
        assert "time since your no, the reason you gave, how you said no" in card["early"]
        assert found({}) == {}

    @pytest.mark.parametrize(
        ("today", "level"),
        [(SAID_ON, "days_3"), (TODAY, "days_14"), (date(2026, 9, 1), "longer")],
    )
    def test_time_is_that_of_the_day_it_is_asked(self, today, level):
        """The same answers tell another day's time."""
        assert verdict_in(Answers(SHEET, DOOR), today, 0).levels[Factor.TIME] == level

    def test_two_years_are_seen_by_the_day(self):
        """Nobody has to pick it."""
        old = DOOR | {"said_on": "2024-03-12"}
        assert verdict_in(Answers(SHEET, old), TODAY, 0).id == "anew"
        assert verdict_in(Answers(SHEET, old), TODAY - timedelta(days=1), 0).id != "anew"

    def test_a_case_of_harm_needs_no_other_answer(self):
        """It is told at once, without a band."""
        card = said({"edges": ["not_safe"]}, "card")
        assert card["headline"] == f"{TOLD.verdicts['not_safe'].title}."
        assert "door" not in card

    def test_a_deal_breaker_is_told_first(self):
        """It outweighs the rest."""
        raw = DOOR | WISH | {"no_breaker": "d0"}
        assert list(said(raw, "worth")) == ["breaker"]
        assert said(raw, "card")["worth"].endswith("pause for now.")


class TestPulls:
    """What pulls, as a picture with its sentence and its table."""

    def test_strongest_first_and_unknown_not_drawn(self):
        """Ten rows in the table; only what pulls is drawn."""
        outcome = found(DOOR | {"how_no": "late"})["pulls"].outcome
        assert outcome.picture is Picture.PULLS
        assert len(outcome.rows) == len(Factor)
        assert outcome.points[0] == ("The role now", 4)
        assert outcome.points[-1] == ("How you said no", -1)
        assert [number for _, number in outcome.points] == [4, 3, 2, 2, 2, -1]
        assert ("Where you stood", "I don't know", None) in outcome.rows

    def test_the_sentence_reads_it(self):
        """Both ways, one way, or none."""
        assert "both" in said(DOOR | {"how_no": "late"}, "pulls")
        assert "up" in said(DOOR, "pulls")


class TestChange:
    """What would change it."""

    def test_bands_first(self):
        """From possible to likely by what a person can find out."""
        raw = DOOR | {"role": "unknown"}
        change = said(raw, "change")
        assert change["most"].endswith(TOLD.moves["role"])
        assert "moved: time since your no, the reason" in change["fixed"]
        rows = found(raw)["change"].outcome.rows
        assert rows[0] == (TOLD.moves["role"], "likely")
        assert len(rows) <= 3

    def test_where_nothing_lifts_it_further(self):
        """It is said that it makes it surer, or that nothing is left to do."""
        assert "surer" in said(DOOR, "change")
        far = DOOR | {
            "how_no": "withdrew",
            "reason_now": "partly",
            "need": "many",
            "role": "on_hold",
        }
        assert "alone" in said(far | {"reason_given": "culture_or_people"}, "change")
        shut = DOOR | {"role": "filled", "asks": "third", "need": "freeze"}
        assert "nothing" in said(shut, "change")
        assert found(shut)["change"].outcome.rows == ()
        best = DOOR | {"tie": "champion", "standing": "top_choice", "new_proof": "proof"}
        assert "nothing" in said(best, "change")


class TestPrepared:
    """Conditions, worries, the call and its ends."""

    def test_each_reason_has_its_conditions(self):
        """What must be true now (S4-3)."""
        rows = found(DOOR | {"reasons": ["pay", "culture"]})["conditions"].outcome.rows
        assert [each for _, each in rows] == [
            *TOLD.conditions["pay"],
            *TOLD.conditions["culture"],
        ]

    def test_every_reason_of_a_case_has_conditions(self):
        """None is left without."""
        assert set(TOLD.conditions) == set(SHEET_REASONS)

    @pytest.mark.parametrize(("answered", "says"), [(1, "empty"), (4, "ready")])
    def test_an_empty_worry_is_said_and_not_scored(self, answered, says):
        """The verdict stays the same."""
        names = ("worry_stay", "worry_again", "worry_second", "worry_now")[:answered]
        raw = DOOR | dict.fromkeys(names, "Because it is so.")
        assert list(said(raw, "worries_told")) == [says]
        assert said(raw, "card") == said(DOOR, "card")

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            ({"edges": ["agency"]}, "agency"),
            ({"rapport": "k2"}, "rapport"),
            ({"rapport": "k0", "came_by": "email"}, "hardly_know"),
            ({"came_by": "phone"}, "same_way"),
            ({"closes_on": "2026-03-13", "rapport": "k0"}, "urgent"),
            ({"closes_on": "2026-03-01", "rapport": "k0"}, "hardly_know"),
        ],
    )
    def test_call_or_write(self, told, why):
        """By rapport, by how they talked, by the time left (S4-9); a day gone presses nobody."""
        assert call_words().why[why] in said(told, "channel")["first"]

    def test_the_call_sheet(self):
        """Five that they may ask, five to ask, and what may be new."""
        raw = DOOR | {"whom": "Lena", "when": "2026-03-13"}
        sheet = found(raw)["sheet"].outcome
        assert len(sheet.rows) == 15
        assert {each[0] for each in sheet.rows} == set(TOLD.sheet.values())
        assert sheet.says[1].facts == {"day": date(2026, 3, 13)}

    @pytest.mark.parametrize(
        "more", [{"edges": ["not_safe"]}, {"asks": "third"}, {"no_breaker": "d0"}]
    )
    def test_there_is_none_where_nobody_is_called(self, more):
        """After two asks, where there was harm, or where a deal-breaker is left."""
        assert "sheet" not in found(DOOR | more)


SHEET_REASONS = [each.key for each in Answers(SHEET, {}).choices(SHEET.fields["reasons"])]


class TestStarts:
    """What the records tell already, and nothing that they do not."""

    def test_from_the_case(self, workspace, begun):
        """Day, reasons, the hardest of those given, who, how well and by which way."""
        person = workspace.people.add(Person(name="Lena Ortiz"))
        known = {"contact_id": person.id, "rapport": 2, "told_by": "phone", "referrer_id": "r"}
        given = {"reasons_true": ("people",), "reasons_given": ("timing", "pay")}
        answers = begun(**known, **given).answers
        assert answers["said_on"] == SAID_ON.isoformat()
        assert answers["reasons"] == ["people"]
        assert answers["reason_given"] == "pay_or_terms"
        assert (answers["whom"], answers["rapport"]) == ("Lena Ortiz", "k2")
        assert (answers["came_by"], answers["edges"]) == ("phone", ["referrer"])
        assert answers["plan_no.cue"] == "they say no"

    def test_nothing_is_guessed(self, begun):
        """An empty case leaves the questions open."""
        open_ = {"reason_given", "how_no", "tie", "new_proof", "whom", "rapport", "process"}
        assert not open_ & set(begun().answers)

    @pytest.mark.parametrize(
        ("kind", "days", "level"),
        [
            (Kind.DECLINE_DOOR_OPEN, 2, "warm"),
            (Kind.DECLINE, 0, "neutral"),
            (Kind.DECLINE, 3, "late"),
            (Kind.WITHDRAW_ACCEPTANCE, 0, "withdrew"),
        ],
    )
    def test_how_the_no_was_said(self, workspace, kind, days, level):
        """From the letter that went out, and its day."""
        told = {"direction": Direction.I_SAID_NO, "happened_on": SAID_ON}
        case = workspace.cases.add(Case(**told))
        sent_on = SAID_ON + timedelta(days=days)
        fate = {"state": LetterState.SENT, "sent_on": sent_on}
        workspace.letters.add(Letter(kind=kind, case_id=case.id, **fate))
        assert begin(workspace, SHEET, case, TODAY).answers["how_no"] == level

    def test_a_yes_taken_back_and_no_word_at_all(self, begun):
        """Both are on the case itself."""
        stages = (StageReached(stage=Stage.ACCEPTED),)
        run = begun(direction=Direction.WITHDREW, stages=stages)
        assert run.answers["how_no"] == "withdrew"
        assert begun(told_by="no_word").answers["how_no"] == "no_reply"

    @pytest.mark.parametrize(
        ("letters", "level"), [(0, "first"), (1, "second"), (2, "third"), (5, "third")]
    )
    def test_asks_are_counted(self, workspace, begun, letters, level):
        """Those that are out; a run from before counts those that went out since."""
        case_id = begun().case_id
        fate = {"state": LetterState.SENT, "sent_on": TODAY}
        for _ in range(letters):
            workspace.letters.add(Letter(kind=Kind.REAPPROACH, case_id=case_id, **fate))
        workspace.letters.add(Letter(kind=Kind.REAPPROACH, case_id=case_id))
        run = begin(workspace, SHEET, workspace.cases.get(case_id), TODAY)
        assert run.answers["asks"] == level
        old = Answers(SHEET, DOOR | {"asks": "first"})
        known = around(workspace, run, SHEET, TODAY)
        assert verdict_in(old, TODAY, known.asks).levels[Factor.ASKS] == level

    def test_more_asks_than_on_record_stay(self):
        """A call is an ask too."""
        told = Answers(SHEET, DOOR | {"asks": "second"})
        assert verdict_in(told, TODAY, 0).levels[Factor.ASKS] == "second"

    def test_proof_and_process(self, workspace, begun):
        """Something learned since the no, and a look at how it was decided."""
        case_id = begun().case_id
        action = SkillAction(text="Course", done_on=SAID_ON)
        workspace.skills.add(Skill(name="SQL", actions=(action,)))
        done = {"worksheet": "regret", "happened_on": TODAY, "finished_on": TODAY}
        workspace.runs.add(WorksheetRun(**done, case_id=case_id))
        run = begin(workspace, SHEET, workspace.cases.get(case_id), TODAY)
        assert (run.answers["new_proof"], run.answers["process"]) == ("proof", "d2")


class TestKeeping:
    """What may become steps."""

    @pytest.fixture
    def kept(self, workspace, begun):
        """What a run with these answers offers, by keep."""

        def offer(**answers):
            case_id = begun().case_id
            case = workspace.cases.get(case_id)
            run = begin(workspace, SHEET, case, TODAY, DOOR | answers)
            run = finish(workspace, run.id, TODAY)
            offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
            return run, {each.keep.id: each.proposals for each in offers}

        return offer

    def test_the_day_and_three_plans(self, workspace, kept):
        """A yes and a no on the day of the call, silence five working days after it."""
        plans = {f"plan_{each}.action": "breathe out" for each in ("yes", "no", "silence")}
        run, offers = kept(whom="Lena", when="2026-03-13", way="call", **plans)
        [call] = offers["call_day"]
        assert (call.text, call.record.due) == ("Call Lena", date(2026, 3, 13))
        due = [each.record.due for each in offers["fallback"]]
        assert due == [date(2026, 3, 13), date(2026, 3, 13), date(2026, 3, 20)]
        awaited = [each.record.awaits for each in offers["fallback"]]
        assert awaited == ["yes", "no", "silence"]
        take_up(workspace, run, offers)
        cues = {each.cue for each in workspace.steps.all()}
        assert "five working days pass without a word" in cues

    def test_no_plan_is_kept_after_harm(self, kept):
        """Also where it was written before the harm was told."""
        plans = {f"plan_{each}.action": "breathe out" for each in ("yes", "no", "silence")}
        _, offers = kept(edges=[Edge.NOT_SAFE.value], **plans)
        assert "fallback" not in offers

    def test_a_day_that_is_over_is_not_kept(self, kept):
        """Nobody gets a step for yesterday."""
        _, offers = kept(when="2026-03-11")
        assert "call_day" not in offers

    @pytest.mark.parametrize(
        ("change", "watched"),
        [
            ({}, False),
            ({"role": "on_hold"}, True),
            ({"edges": [Edge.ON_HOLD.value]}, True),
            ({"role": "filled"}, True),
            ({"role": "filled", "no_breaker": "d0"}, False),
            ({"role": "on_hold", "no_breaker": "d0"}, True),
            ({"asks": "third"}, False),
            ({"role": "filled", "edges": [Edge.NOT_SAFE.value]}, False),
        ],
    )
    def test_a_day_to_look_again(self, kept, change, watched):
        """Thirty days on, where it is on hold or shut; never where there was harm."""
        _, offers = kept(**change)
        assert ("watch" in offers) is watched
        if watched:
            assert offers["watch"][0].record.due == TODAY + timedelta(days=30)


def test_the_checks_of_a_letter_know_what_weighing_allowed(workspace, begun):
    """R25: pay may be named again where it was the reason and has moved."""
    case_id = begun().case_id
    letter = Letter(kind=Kind.REAPPROACH, case_id=case_id)
    assert not case_facts(workspace, letter).pay_may_reopen
    answers = DOOR | WISH | {"reasons": ["pay"], "reason_now": "partly"}
    run = {"worksheet": "reapproach", "happened_on": TODAY, "case_id": case_id}
    workspace.runs.add(WorksheetRun(**run, answers=answers))
    assert case_facts(workspace, letter).pay_may_reopen
    other = letter.model_copy(update={"kind": Kind.REAPPLY})
    assert not case_facts(workspace, other).pay_may_reopen
