"""Decisions on screen: the log of noes, a look back in two minutes, patterns, and contacts."""

from datetime import UTC, datetime, timedelta

import pytest

from core.cases import Case, Direction, Door
from core.check_ins import CheckIn, Felt
from core.content.loader import fill, words
from core.decisions.due_looks import let_be
from core.decisions.look_backs import LookBack
from core.letters.kinds import Kind, Tone
from core.letters.letter import Letter, LetterState
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

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
def told_then(folder, today):
    """A no of 30 days ago, told on its day."""
    day = datetime(2026, 10, 21, 9, tzinfo=UTC)
    workspace = Workspace.open(folder, lambda: day)
    happened_on = today - timedelta(days=30)
    case = Case(direction=Direction.WITHDREW, happened_on=happened_on, employer="Acme")
    return workspace.cases.add(case)


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


def charts(screen):
    """Every chart on the screen."""
    return [*screen.app.get("vega_lite_chart"), *screen.app.get("arrow_vega_lite_chart")]


class TestTheLog:
    """Every no that the person gave, and nothing else."""

    def test_before_any_no_it_says_what_will_be_here(self, visit, stored, today):
        """A no that was given to the person is none of theirs."""
        stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        screen = visit(DECISIONS)
        assert SAY["empty"] in screen.seen
        assert {SAY["tell"], SAY["open_offer_new"]} <= links(screen).keys()

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

    def test_a_letter_tells_the_way_where_the_case_does_not(self, visit, stored, declined, today):
        """What the person told of the case counts first."""
        case = declined()
        told = {"state": LetterState.SENT, "sent_on": today, "sent_by": "post"}
        stored().letters.add(Letter(kind=Kind.DECLINE, case_id=case.id, **told))
        assert "You told them: By post." in visit(DECISIONS).seen

    def test_what_was_let_be_can_be_asked_for_again(self, visit, stored, declined):
        """Long after, too."""
        case = declined()
        let_be(stored(), case.id)
        screen = visit(DECISIONS).press(f"decision.again.{case.id}")
        assert SAY["due_again_done"] in screen.seen
        assert not stored().walks.all()[0].looks_let_be

    def test_what_asking_taught_stands_with_it(self, visit, stored, declined, today):
        """S4-21: the second of three lines."""
        run = WorksheetRun(
            worksheet="after_asking",
            happened_on=today,
            finished_on=today,
            case_id=declined().id,
            answers={"happened": "They thanked me", "learned": "Spring is better"},
        )
        stored().runs.add(run)
        assert fill(SAY["after_asking"], learned="Spring is better") in visit(DECISIONS).seen

    def test_a_pass_that_came_later_is_named_as_one(self, visit, stored, declined, today):
        """What was told last counts, also where nothing of it was kept with the decision."""
        case = declined()
        stored().look_backs.add(look_at(case, today, days_ago=20, regret=8))
        run = {"worksheet": "regret", "happened_on": today, "finished_on": today}
        stored().runs.add(WorksheetRun(**run, case_id=case.id, answers={"strength": 6}))
        seen = visit(DECISIONS).seen
        assert fill(SAY["looked_pass"], name="today", regret=6) in seen
        assert fill(SAY["moved_lower"], before=8, now=6) in seen
        assert (
            fill(SAY["look_before_pass"], name="today", regret=6)
            in visit(DECISIONS, look_back=case.id).seen
        )

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

    def test_two_windows_that_differ_are_asked_about(self, visit, stored, declined, today):
        """Neither version is lost before the person chooses."""
        look = stored().look_backs.add(look_at(declined(), today, learned="Ask"))
        screen = visit(DECISIONS, look_back=look.id).type("learned", "Mine")
        stored().look_backs.replace(look.model_copy(update={"learned": "Theirs"}))
        screen.press(f"look_back:{look.id}.0.save")
        assert {"Mine", "Theirs"} <= {each.value.strip("\u2060") for each in screen.app.text}
        screen.press("conflict.mine.")
        assert stored().look_backs.get(look.id).learned == "Mine"

    def test_an_old_address_is_met_kindly(self, visit):
        """A look back that is gone says so."""
        assert words("forms")["gone"] in visit(DECISIONS, look_back="gone").seen


class TestToday:
    """One look back is offered when it is due."""

    def test_it_leads_to_the_look(self, visit, told_then):
        """With the days that have gone by."""
        screen = visit()
        assert fill(SAY["due"], days=30) in screen.seen
        assert links(screen)[SAY["due_go"]] == f"look_back={told_then.id}"

    def test_not_now_is_kept(self, visit, stored, told_then, today):
        """It is gone for some days."""
        screen = visit().press(f"look_back.later.{told_then.id}")
        assert SAY["due_later_done"] in screen.seen
        assert fill(SAY["due"], days=30) not in screen.seen
        assert stored().walks.all()[0].looks_from == today + timedelta(days=5)

    def test_let_it_be_can_be_taken_back(self, visit, told_then):
        """In the same window."""
        screen = visit().press(f"look_back.let_be.{told_then.id}")
        assert SAY["due_let_be_done"] in screen.seen
        assert fill(SAY["due"], days=30) not in screen.seen
        screen.press("look_back.again")
        assert SAY["due_again_done"] in screen.seen
        assert fill(SAY["due"], days=30) in screen.seen

    def test_a_heavy_day_asks_for_nothing(self, visit, stored, told_then, today):
        """Feelings first."""
        felt = Felt(word="sad", family="sad", strength=8)
        stored().check_ins.add(CheckIn(happened_on=today, feelings=(felt,)))
        assert fill(SAY["due"], days=30) not in visit().seen


class TestPatterns:
    """Counts over three or more, in sentences, a picture and a table."""

    def patterns(self, visit):
        """Open the part of the page."""
        return visit(DECISIONS, part="patterns")

    def test_below_three_it_is_too_early(self, visit, declined):
        """And says from when on it is not."""
        assert SAY["early_none"] in self.patterns(visit).seen
        declined()
        assert SAY["early_one"] in self.patterns(visit).seen
        declined()
        assert fill(SAY["early_some"], count=2) in self.patterns(visit).seen

    def test_three_show_what_they_have_in_common(self, visit, stored, declined, today):
        """Reasons, what they kept safe, how they were made, and regret."""
        cases = [
            declined(days, reasons_true=("hours",), protected=safe)
            for days, safe in ((200, "Rest"), (150, "rest"), (100, "Mia"))
        ]
        for case, regret in zip(cases, (8, 2, 3), strict=True):
            stored().look_backs.add(look_at(case, today, after_days=30, regret=regret))
        stored().look_backs.add(look_at(cases[0], today, after_days=90, regret=1))
        stored().runs.add(review_of(cases[0], today))
        screen = self.patterns(visit)
        assert fill(SAY["top_reason"], name="The hours", count=3, of=3) in screen.seen
        assert fill(SAY["protected_value"], value="rest", count=2, of=3) in screen.seen
        assert fill(SAY["regret_at"], days=30, regret=3, count=3) in screen.seen
        assert fill(SAY["regret_few_one"], days=90) in screen.seen
        assert fill(SAY["regret_none"], days=180) in screen.seen
        assert SAY["regret_more"] in screen.seen
        assert len(screen.app.get("table")) == 1
        assert not charts(screen)

    def test_what_is_told_in_two_ways_is_drawn(self, visit, stored, declined, today):
        """Process and outcome in a square, regret over time: each with its table."""
        cases = [declined(200) for _ in range(3)]
        for case in cases:
            for mark, regret in ((30, 8), (90, 3)):
                look = look_at(case, today, after_days=mark, regret=regret)
                stored().look_backs.add(look)
        stored().runs.add(review_of(cases[0], today, turned_out=2))
        screen = self.patterns(visit)
        assert SAY["square_told_one"] in screen.seen
        assert len(charts(screen)) == 2
        assert len(screen.app.get("table")) == 2


class TestByEmployer:
    """Every contact in order, and the door."""

    def test_with_no_employer_it_says_what_will_be_here(self, visit):
        """And nothing else."""
        assert SAY["employers_empty"] in visit(DECISIONS, part="employers").seen

    def test_the_contacts_of_one_employer_are_read_in_order(self, visit, stored, declined, today):
        """With the tone of what was sent, and the way to it."""
        case = declined(door=Door.AJAR)
        letter = Letter(
            kind=Kind.DECLINE,
            case_id=case.id,
            state=LetterState.SENT,
            sent_on=today,
            body="Dear Ines,\n\nThank you for the offer.\n\nKind regards,\nMaya",
        )
        kept = stored().letters.add(letter)
        declined(direction=Direction.SILENCE, employer="Birch")
        screen = visit(DECISIONS, part="employers")
        screen.app.selectbox(key="decisions.employer").set_value("Acme")
        screen.run()
        assert fill(SAY["door"], kind="Ajar: maybe, later") in screen.seen
        assert SAY["contact_clear"] in screen.seen
        assert links(screen)[SAY["contact_read"]] == f"letter={kept.id}"
        told = screen.seen
        assert told.index("I said no to an offer") < told.index("You wrote:")

    def test_a_choice_leads_to_every_contact_with_them(self, visit, declined):
        """However the name was written there; the person goes on from there as they like."""
        declined(10, employer="Birch")
        older, _ = declined(20, employer="acme"), declined(15, employer="Acme")
        screen = visit(DECISIONS).press(f"decisions.contacts.{older.id}")
        assert screen.app.selectbox(key="decisions.employer").value == "Acme"
        screen.app.segmented_control(key="decisions.section").set_value("log")
        assert SAY["employers_lead"] not in screen.run().seen
        screen.press(f"decisions.contacts.{older.id}")
        assert SAY["employers_lead"] in screen.seen


class TestOldAddresses:
    """What is gone, or is no decision, is met kindly."""

    def test_a_case_that_is_gone_says_so(self, visit):
        """Beside the log."""
        screen = visit(DECISIONS, decision="gone")
        assert words("forms")["gone"] in screen.seen
        assert SAY["empty"] in screen.seen

    def test_a_no_of_somebody_else_is_not_looked_back_on_here(self, visit, declined):
        """It was not the person's to decide."""
        theirs = declined(direction=Direction.THEY_SAID_NO)
        assert SAY["look_title"] not in visit(DECISIONS, look_back=theirs.id).seen
