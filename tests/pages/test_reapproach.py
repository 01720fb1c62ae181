"""The way back on screen: the card first, tried out in place, the call, and what follows."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import fill, words
from core.content.reapproach import reapproach_words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.worksheets.run import WorksheetRun
from pages.parts.plain_text import JOINER

SAY, TOLD = words("reapproach"), reapproach_words()
PAGE = "reflect/reapproach.py"
DOOR = {
    "role": "posting_up",
    "reason_given": "timing_or_personal",
    "reason_now": "shown",
    "how_no": "warm",
    "tie": "neutral",
    "need": "normal",
    "standing": "one_of_several",
}
WISH = dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2")


@pytest.fixture
def case(stored, today):
    """An offer declined ten days ago, which keeps coming back."""
    return stored().cases.add(
        Case(
            direction=Direction.SECOND_THOUGHTS,
            employer="Harbour Works",
            role="Team lead",
            happened_on=today - timedelta(days=10),
            stages=(StageReached(stage=Stage.OFFER),),
        )
    )


@pytest.fixture
def weighed(stored, case, today):
    """Weigh the way back with these answers beside the usual ones."""

    def answer(**more):
        said_on = case.happened_on.isoformat()
        answers = {"said_on": said_on, "reasons": ["timing"], **DOOR, **WISH, **more}
        run = {"worksheet": "reapproach", "happened_on": today, "finished_on": today}
        return stored().runs.add(WorksheetRun(**run, case_id=case.id, answers=answers))

    return answer


@pytest.fixture
def asked(stored, case):
    """A letter that asked to go back, sent on a day, with what became of it."""

    def send(on, **fate):
        sent = {"state": LetterState.SENT, "sent_on": on} | fate
        return stored().letters.add(Letter(kind=Kind.REAPPROACH, case_id=case.id, **sent))

    return send


def links(screen):
    """Where the links of a screen lead, and what they are called."""
    return [each.proto.label for each in screen.app.get("page_link")]


class TestBefore:
    """While nothing is weighed."""

    def test_without_a_case(self, visit):
        """It says what to tell, and the worksheet can be begun all the same."""
        screen = visit(PAGE)
        assert SAY["empty_no_case"] in screen.seen
        assert SAY["to_sheet"] in links(screen)

    def test_with_a_case_the_days_count(self, visit, case):
        """The first small step is to find out."""
        seen = visit(PAGE).seen
        assert fill(SAY["clock"], when="10 days ago") in seen
        assert SAY["ready"] in seen

    def test_after_their_no_only_readiness(self, visit, stored, today):
        """There is no offer to go back to."""
        stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        screen = visit(PAGE)
        assert SAY["ready"] in screen.seen
        assert SAY["to_sheet"] not in links(screen)


class TestCard:
    """How it stands, in words."""

    def test_both_axes_and_what_to_do(self, visit, weighed):
        """Likely and worth it: call or write today, with the letter beside."""
        weighed()
        screen = visit(PAGE)
        verdict = TOLD.verdicts["likely_worth_it"]
        assert f"{verdict.title}." in [each.value for each in screen.app.header]
        assert verdict.do in screen.seen
        assert TOLD.expect["likely"] in screen.seen
        assert TOLD.ways["reapproach"] in links(screen)
        assert "%" not in screen.seen

    def test_low_confidence_speaks_first(self, visit, weighed):
        """With three unknown there is no headline but what to find out."""
        weighed(role="unknown", need="unknown", standing="unknown")
        screen = visit(PAGE)
        assert screen.app.header[0].value == f"{TOLD.confidence['low']}."
        assert "the role now, their need, where you stood" in screen.seen
        assert TOLD.ways["reapproach"] not in links(screen)

    def test_nobody_is_led_back_into_harm(self, visit, weighed):
        """No band, no letter to go back, and somebody to turn to."""
        weighed(edges=["not_safe"])
        screen = visit(PAGE)
        assert f"{TOLD.verdicts['not_safe'].title}." in screen.seen
        assert TOLD.edges["not_safe"].text in screen.seen
        assert TOLD.ways["reapproach"] not in links(screen)
        assert TOLD.ways["people"] in links(screen)
        assert SAY["posted_again"] not in screen.seen
        assert SAY["to_reapply"] not in links(visit(PAGE, part="later"))

    def test_the_time_is_counted_anew(self, visit, stored, case, weighed, today):
        """A run finished long ago tells of today."""
        run = weighed(said_on=(today - timedelta(days=200)).isoformat())
        stored().runs.replace(run.model_copy(update={"finished_on": today - timedelta(days=190)}))
        assert TOLD.caps["long_ago"] in visit(PAGE).seen

    @pytest.mark.parametrize(("strength", "sleeps"), [(7, False), (8, True)])
    def test_on_a_heavy_day_a_night_helps(  # noqa: PLR0913, PLR0917 - a number, and what it does
        self, visit, stored, weighed, today, strength, sleeps
    ):
        """From eight on, it says to sleep on it, and nothing beside it says to ask today."""
        case_id = weighed().case_id
        felt = Felt(word="Sad", family="sad", strength=strength)
        stored().check_ins.add(CheckIn(happened_on=today, feelings=(felt,), case_id=case_id))
        screen = visit(PAGE)
        assert (SAY["sleep"] in screen.seen) is sleeps
        assert (TOLD.verdicts["likely_worth_it"].do not in screen.seen) is sleeps
        assert (TOLD.ways["reapproach"] not in links(screen)) is sleeps

    def test_at_the_end_of_the_worksheet_too(self, visit, stored, weighed, today):
        """Who has just finished it meets the gate there."""
        run = weighed()
        felt = Felt(word="Sad", family="sad", strength=9)
        stored().check_ins.add(CheckIn(happened_on=today, feelings=(felt,), case_id=run.case_id))
        stored().runs.replace(run.model_copy(update={"at": "end"}))
        seen = visit("worksheet.py", run=run.id).seen
        assert "Sleep on it first" in seen
        assert TOLD.verdicts["likely_worth_it"].do not in seen

    def test_without_a_case_too(self, visit, stored, weighed, today):
        """A heavy day is one whatever it is about."""
        run = weighed()
        stored().delete_case(run.case_id)
        stored().runs.replace(run.model_copy(update={"case_id": ""}))
        felt = Felt(word="Sad", family="sad", strength=9)
        stored().check_ins.add(CheckIn(happened_on=today, feelings=(felt,)))
        assert SAY["sleep"] in visit(PAGE).seen

    def test_unless_it_closes_today(self, visit, stored, weighed, case, today):
        """Then nobody is told to wait."""
        weighed(closes_on=today.isoformat())
        felt = Felt(word="Sad", family="sad", strength=10)
        stored().check_ins.add(CheckIn(happened_on=today, feelings=(felt,), case_id=case.id))
        assert SAY["sleep"] not in visit(PAGE).seen


class TestNews:
    """What may have happened since."""

    def test_posted_again(self, visit, stored, weighed):
        """The role is open, a hold is over, and the new result stands there."""
        weighed(role="on_hold", edges=["on_hold", "money"])
        screen = visit(PAGE).press("reapproach.posted")
        assert SAY["posted_again_done"] in screen.seen
        [run] = stored().runs.all()
        assert (run.answers["role"], run.answers["edges"]) == ("open", ["money"])
        assert f"{TOLD.verdicts['likely_worth_it'].title}." in screen.seen

    def test_what_is_tried_out_stays_a_draft(self, visit, stored, weighed):
        """Only what was said is saved: the role, not a change that was played with."""
        weighed(role="on_hold")
        visit(PAGE, part="change").pick("stay", "d0")
        screen = visit(PAGE, part="stands").press("reapproach.posted")
        [run] = stored().runs.all()
        assert (run.answers["role"], run.answers["stay"]) == ("open", "d2")
        assert words("live")["changed"] in screen.seen
        screen.field("button", "keep").click()
        screen.run()
        [run] = stored().runs.all()
        assert (run.answers["role"], run.answers["stay"]) == ("open", "d0")

    def test_a_shut_door_offers_a_day_to_look_again(self, visit, stored, weighed, today):
        """Beside the card, once."""
        weighed(role="filled")
        screen = visit(PAGE).press("reapproach.watch")
        [step] = stored().steps.all()
        assert (step.text, step.due) == (TOLD.watch, today + timedelta(days=30))
        assert SAY["watch"] not in screen.seen
        assert SAY["watch_done"] in screen.seen

    def test_on_hold_sets_a_day_to_look_again(self, visit, stored, weighed, today):
        """Thirty days from now, once; that they got in touch before is over."""
        weighed(edges=["they_asked", "money"])
        screen = visit(PAGE).press("reapproach.hold")
        assert TOLD.edges["on_hold"].text in screen.seen
        assert TOLD.edges["they_asked"].text not in screen.seen
        [run] = stored().runs.all()
        assert (run.answers["role"], run.answers["edges"]) == ("on_hold", ["money"])
        [step] = stored().steps.all()
        assert (step.text, step.due) == (TOLD.watch, today + timedelta(days=30))


class TestWhatIf:
    """Answers are changed in place, and kept or let go."""

    def test_a_change_shows_at_once_and_is_not_saved(self, visit, stored, weighed):
        """Filled: the same letter would find a shut door."""
        weighed()
        screen = visit(PAGE, part="change").pick("role", "filled")
        assert f"{TOLD.verdicts['unlikely_worth_it'].title}." in screen.seen
        [run] = stored().runs.all()
        assert run.answers["role"] == "posting_up"

    def test_it_can_be_kept(self, visit, stored, weighed):
        """With one press."""
        weighed()
        screen = visit(PAGE, part="change").pick("role", "open")
        screen.field("button", "keep").click()
        assert words("live")["kept"] in screen.run().seen
        [run] = stored().runs.all()
        assert run.answers["role"] == "open"

    def test_what_is_tried_out_is_told_on_the_card_too(self, visit, stored, weighed):
        """It can be let go there, and looking around leaves nothing half done."""
        weighed()
        for part in ("stands", "change", "call", "later"):
            visit(PAGE, part=part)
        assert stored().drafts.all() == ()
        visit(PAGE, part="change").pick("role", "filled")
        screen = visit(PAGE, part="stands")
        assert words("live")["changed"] in screen.seen
        screen.field("button", "let_go").click()
        assert f"{TOLD.verdicts['likely_worth_it'].title}." in screen.run().seen
        assert stored().drafts.all() == ()

    def test_pulls_and_what_would_change_it(self, visit, weighed):
        """A picture with its sentence, and what lies behind."""
        weighed()
        seen = visit(PAGE, part="change").seen
        assert TOLD.moves["tie"] in seen
        assert "time since your no, the reason you gave, how you said no" in seen


class TestCall:
    """What prepares the call."""

    def test_the_sheet_and_the_worries(self, visit, weighed, today):
        """Whom, when, their questions; an empty answer is said."""
        when = (today + timedelta(days=1)).isoformat()
        weighed(whom="Lena", when=when, way="call", worry_stay="Yes, I have moved.")
        screen = visit(PAGE, part="call")
        assert "For: Lena." in screen.seen
        assert "Without an answer so far: 3 of 4." in screen.seen.replace(JOINER, "")
        told = [str(each.value) for each in screen.app.table]
        assert any("Are we plan B?" in each for each in told)

    def test_what_must_be_true_now(self, visit, weighed):
        """From the reasons then (S4-3)."""
        weighed()
        told = [each.value.to_string() for each in visit(PAGE, part="call").app.table]
        assert any(TOLD.conditions["timing"][0] in each for each in told)


class TestAfter:
    """Once the letter is out."""

    @pytest.mark.parametrize(
        ("days", "fate", "said"),
        [
            (3, {}, "after_wait"),
            (8, {}, "after_follow_up"),
            (8, {"state": LetterState.ANSWERED, "reply_was": "yes"}, "after_yes"),
            (8, {"state": LetterState.ANSWERED, "reply_was": "no"}, "after_no"),
            (8, {"state": LetterState.NO_REPLY}, "after_rest"),
        ],
    )
    def test_what_is_due(  # noqa: PLR0913, PLR0917 - a day, what came of it, what is said
        self, visit, weighed, asked, today, days, fate, said
    ):
        """The rhythm, and what each answer leads to."""
        weighed()
        asked(today - timedelta(days=days), **fate)
        start = SAY[said].partition("{")[0]
        assert start in visit(PAGE, part="later").seen

    def test_once_asked_nothing_more_is_pushed(self, visit, weighed, asked, today):
        """The page opens at what follows, and the card tells nobody to write again."""
        weighed()
        asked(today - timedelta(days=1))
        screen = visit(PAGE)
        assert fill(SAY["asked_on"], date="19 November 2026") in screen.seen
        screen = visit(PAGE, part="stands")
        assert SAY["asked_already"] in screen.seen
        assert TOLD.ways["reapproach"] not in links(screen)
        assert TOLD.verdicts["likely_worth_it"].do not in screen.seen

    def test_a_friendly_note_after_ninety_days(self, visit, stored, weighed, asked, today):
        """On the list once."""
        weighed()
        asked(today - timedelta(days=20), state=LetterState.NO_REPLY)
        screen = visit(PAGE, part="later").press("reapproach.take")
        assert SAY["touch_taken"] in screen.seen
        [step] = stored().steps.all()
        assert step.due == today + timedelta(days=70)
        assert SAY["touch_take"] not in screen.seen

    def test_readiness_in_words(self, visit, weighed, today):
        """Each light says what it rests on."""
        weighed()
        seen = visit(PAGE, part="later").seen
        for light in ("light_parted_on", "light_proof_not_yet", "light_news_unknown"):
            assert SAY[light] in seen
