"""Decisions on screen: the log of noes, a look back in two minutes, patterns, and contacts."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Door, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import fill, words
from core.decisions.due_looks import put_off
from core.decisions.look_backs import LookBack
from core.letters.kinds import Kind, Tone
from core.letters.letter import Letter, LetterState
from core.worksheets.run import WorksheetRun

SAY = words("decisions")
DECISIONS = "reflect/decisions.py"
CHECKS = ("question", "options", "facts", "values", "risks", "calm")


@pytest.fixture
def declined(stored, today):
    """An offer that was turned down some days ago; more of it as asked."""

    def add(days=40, **told):
        told = {"direction": Direction.I_SAID_NO, "employer": "Acme", "role": "Lead"} | told
        return stored().cases.add(Case(happened_on=today - timedelta(days=days), **told))

    return add


@pytest.fixture
def told_earlier(monkeypatch):
    """Save as if it were yesterday: the day of telling asks for no look back."""

    def set_clock(moment="2026-11-19T12:00:00+00:00"):
        monkeypatch.setenv("AJAR_CLOCK", moment)

    return set_clock


def look_at(case, today, days_ago=0, **told):
    """A look back at a decision, so many days ago."""
    return LookBack(happened_on=today - timedelta(days=days_ago), case_id=case.id, **told)


def review_of(case, today, **more):
    """A finished review of the offer, all six checks partly met."""
    answers = {f"check_{name}": "partly" for name in CHECKS} | more
    return WorksheetRun(
        worksheet="offer_review",
        happened_on=today,
        finished_on=today,
        case_id=case.id,
        answers=answers,
    )


def links(screen):
    """Every link on the screen: label and what its address asks for."""
    return {each.proto.label: each.proto.query_string for each in screen.app.get("page_link")}


class TestTheLog:
    """Every no that the person gave, and nothing else."""

    def test_before_any_no_it_says_what_will_be_here(self, visit, stored, today):
        """A no that was given to the person is none of theirs."""
        stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        screen = visit(DECISIONS)
        assert SAY["empty"] in screen.seen
        assert SAY["tell"] in links(screen)

    def test_a_no_stands_with_what_it_kept_safe(self, visit, declined):
        """In the person's words, with its reasons."""
        declined(protected="Evenings with *Mia*", reasons_true=("hours", "pay"))
        seen = visit(DECISIONS).seen
        assert "Acme, Lead" in seen
        assert "It kept safe: Evenings with \\*Mia\\*" in seen
        assert "Your reasons: The hours, The pay" in seen

    def test_one_at_rest_is_here_too(self, visit, declined, now):
        """A log leaves nothing out, and says that it rests."""
        declined(rested_at=now)
        assert f"40 days ago · {SAY['at_rest']}" in visit(DECISIONS).seen

    def test_how_it_was_said_comes_from_the_letter(self, visit, stored, declined, today):
        """Its day, how long after the choice, and its tone."""
        case = declined(days=10, told_by="email")
        stored().letters.add(
            Letter(
                kind=Kind.DECLINE,
                case_id=case.id,
                tone=Tone.FORMAL,
                state=LetterState.SENT,
                sent_on=today - timedelta(days=8),
            )
        )
        seen = visit(DECISIONS).seen
        facts = {"date": "12 November 2026", "days": 2}
        assert fill(SAY["said_letter_days"], **facts) in seen
        assert "You told them: By email." in seen
        assert "How you said it: Formal" in seen

    def test_how_it_was_decided_is_told_apart_from_how_it_went(
        self, visit, stored, declined, today
    ):
        """Six of twelve, and badly so far: gaps, and a lesson."""
        stored().runs.add(review_of(declined(), today, turned_out=-3))
        seen = visit(DECISIONS).seen
        assert fill(SAY["process"], process=6) in seen
        assert fill(SAY["outcome"], score="-3") in seen
        assert SAY["quadrant_shaky_lesson"] in seen

    def test_two_looks_are_held_against_each_other(self, visit, stored, declined, today):
        """Then and now, in words."""
        case = declined()
        stored().look_backs.add(look_at(case, today, 9, regret=7))
        stored().look_backs.add(look_at(case, today, 2, regret=3, learned="Ask about travel"))
        seen = visit(DECISIONS).seen
        assert fill(SAY["moved_lower"], before=7, now=3) in seen
        assert "Ask about travel" in seen

    def test_an_offer_that_is_still_open_stands_above(self, visit, stored, today):
        """With its deadline; once it was answered it is gone from there."""
        answers = {"offer": "Lead at *Birch*", "deadline": "2026-11-24"}
        run = WorksheetRun(worksheet="offer_review", happened_on=today, answers=answers)
        kept = stored().runs.add(run)
        screen = visit(DECISIONS)
        assert SAY["open_offers"] in screen.seen
        assert links(screen)["Lead at \\*Birch\\*"] == f"run={kept.id}"
        assert "answer by 24 November 2026" in screen.seen
        answered = kept.answers | {"answered_on": "2026-11-19"}
        stored().runs.replace(kept.model_copy(update={"answers": answered}))
        assert SAY["open_offers"] not in visit(DECISIONS).seen


class TestWhatItKeptSafe:
    """Can be added in place, with how it was said."""

    def test_it_is_kept_on_the_case(self, visit, stored, declined):
        """Nothing else of the case changes."""
        case = declined(reasons_true=("hours",))
        screen = visit(DECISIONS, decision=case.id).type("protected", "My evenings")
        screen.pick("told_by", "phone").pick("manner", "late")
        screen.press(f"decision:{case.id}.0.save")
        assert SAY["name_saved"] in screen.seen
        [kept] = stored().cases.all()
        assert (kept.protected, kept.told_by, kept.manner) == ("My evenings", "phone", "late")
        assert (kept.reasons_true, kept.employer) == (("hours",), "Acme")
        assert "How you said it: Late" in screen.seen

    def test_half_typed_it_waits_on_today(self, visit, declined):
        """As every form."""
        case = declined()
        visit(DECISIONS, decision=case.id).type("protected", "My even")
        today = words("today")
        assert f"{today['go_on']}: {today['draft_decision']}" in links(visit())


class TestALookBack:
    """Four questions, all of them optional."""

    def test_all_of_it_is_kept(self, visit, stored, declined, today):
        """As an answer to the mark that it belongs to."""
        case = declined(days=95)
        screen = visit(DECISIONS, look_back=case.id)
        screen.pick("regret", 3).pick("outcome", "-2").pick("effect", "1")
        screen.type("learned", "Ask who decides")
        screen.press(f"look_back:{case.id}.0.save")
        [look] = stored().look_backs.all()
        assert (look.case_id, look.happened_on, look.after_days) == (case.id, today, 90)
        assert (look.regret, look.outcome, look.effect) == (3, -2, 1)
        assert look.learned == "Ask who decides"
        assert SAY["look_first"] in screen.seen
        assert SAY["still_heavy"] not in screen.seen

    def test_it_stands_beside_the_last_one(self, visit, stored, declined, today):
        """What was felt then is shown before, and the change after."""
        case = declined()
        stored().look_backs.add(look_at(case, today, 20, regret=2))
        screen = visit(DECISIONS, look_back=case.id)
        assert fill(SAY["look_before"], name="20 days ago", regret=2) in screen.seen
        screen.pick("regret", 8).press(f"look_back:{case.id}.0.save")
        assert fill(SAY["moved_higher"], before=2, now=8) in screen.seen
        assert SAY["still_heavy"] in screen.seen

    def test_with_nothing_in_it_nothing_is_kept(self, visit, stored, declined):
        """It says so."""
        case = declined()
        screen = visit(DECISIONS, look_back=case.id).press(f"look_back:{case.id}.0.save")
        assert SAY["look_nothing"] in screen.seen
        assert not stored().look_backs.all()

    def test_words_of_danger_bring_the_card(self, visit, declined):
        """Before everything else, and the look is kept all the same."""
        case = declined()
        screen = visit(DECISIONS, look_back=case.id).type("learned", "I want to die")
        assert screen.press(f"look_back:{case.id}.0.save").in_crisis

    def test_it_can_be_changed_and_deleted(self, visit, stored, declined, today):
        """With an undo, as everything."""
        look = stored().look_backs.add(look_at(declined(), today, regret=5, learned="Ask"))
        screen = visit(DECISIONS, look_back=look.id).pick("regret", 4)
        screen.press(f"look_back:{look.id}.0.save")
        assert stored().look_backs.get(look.id).regret == 4
        screen = visit(DECISIONS).press(f"delete.{look.id}").press(f"delete.yes.{look.id}")
        assert not stored().look_backs.all()
        screen.press("undo.undo")
        assert stored().look_backs.get(look.id).learned == "Ask"

    def test_an_old_address_is_met_kindly(self, visit):
        """A look back that is gone says so."""
        assert words("forms")["gone"] in visit(DECISIONS, look_back="gone").seen
