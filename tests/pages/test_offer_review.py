"""An offer looked at again, on screen: what was known first, numbers in place, what is next."""

from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.content.loader import fill, words
from core.decisions.process import OFFER_REVIEW
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.worksheets.desk import begin, write
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from pages.parts.plain_text import JOINER

SAY = words("offer_review")
LIVE = words("live")
SCREEN = "reflect/offer_review.py"
SHEET = worksheets()[OFFER_REVIEW]
KNEW = SHEET.results[0]
ANSWERS = {
    "offer": "*Lead*, North",
    "other": "Stay",
    "known": ["r1"],
    "known.r1.fact": "The trip was 70 minutes",
    "could_ask": ["r1"],
    "could_ask.r1.question": "May I work from home?",
    "criteria": ["pay", "place"],
    "swing.pay": 6,
    "swing.place": 4,
    "scores.pay.offer": 8,
    "scores.pay.other": 4,
    "scores.place.offer": 4,
    "scores.place.other": 8,
    "years.now.offer": 5,
    "years.now.other": 6,
    "years.year.offer": 7,
    "years.year.other": 6,
}
AHEAD = "By your own numbers, this one is ahead"


@pytest.fixture
def case(stored):
    """An offer that was turned down."""
    told = {"direction": Direction.SECOND_THOUGHTS, "happened_on": date(2026, 9, 1)}
    return stored().cases.add(Case(**told, employer="North", role="Lead"))


@pytest.fixture
def review(stored, today):
    """Save a review with these answers, of a case or of an offer that is open."""

    def save(case_id="", **more):
        told = {"answered_on": "2026-09-01"} if case_id else {}
        answers = {
            each: value for each, value in (ANSWERS | told | more).items() if value is not None
        }
        run = {"worksheet": OFFER_REVIEW, "happened_on": today, "finished_on": today}
        return stored().runs.add(WorksheetRun(**run, case_id=case_id, answers=answers))

    return save


def links(screen):
    """The labels of all links on the screen."""
    return [each.proto.label for each in screen.app.get("page_link")]


def seen(screen):
    """All text on the screen as a person reads it."""
    return screen.seen.replace(JOINER, "")


class TestBegin:
    """Before there is a review."""

    def test_with_nothing_told_an_open_offer_can_be_weighed(self, visit):
        """No list to choose from, a way in, and the six questions before a yes."""
        screen = visit(SCREEN)
        assert SAY["empty_open"] in seen(screen)
        assert not screen.app.selectbox
        assert {SAY["begin"], SAY["before_yes"]} <= set(links(screen))

    def test_a_case_without_a_review_leads_to_its_first_step(self, visit, case):
        """And an open offer is one choice away."""
        screen = visit(SCREEN)
        assert SAY["empty"] in seen(screen)
        [chooser] = screen.app.selectbox
        assert chooser.options == ["North, Lead", SAY["open_offer"]]

    def test_a_no_of_theirs_is_not_an_offer(self, visit, stored, today):
        """There was nothing to accept."""
        stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        assert SAY["empty_open"] in seen(visit(SCREEN))


class TestSays:
    """What the review says of that day."""

    def test_what_was_known_stands_first(self, visit, case, review):
        """Before any other result, and own words exactly as typed."""
        review(case.id, **{"reasons": ["pay"], "weight.pay": 4})
        screen = visit(SCREEN)
        heads = [each.value for each in screen.app.header]
        assert heads[0] == KNEW.title
        assert screen.app.table[0].value.to_numpy().tolist() == [["The trip was 70 minutes"]]

    def test_how_it_turned_out_is_changed_in_place(self, visit, stored, case, review):
        """Tried first, kept when the person says so."""
        checks = {f"check_{each}": "yes" for each in ("question", "options", "facts")}
        checks |= {f"check_{each}": "partly" for each in ("values", "risks", "calm")}
        run = review(case.id, answered_on="2026-09-01", **checks)
        screen = visit(SCREEN).pick("turned_out", 3)
        assert "A sound choice that turned out well" in seen(screen)
        assert LIVE["changed"] in seen(screen)
        assert "turned_out" not in stored().runs.get(run.id).answers
        screen.press(f"worksheet:{run.id}.0.act.keep")
        assert stored().runs.get(run.id).answers["turned_out"] == 3

    def test_an_open_offer_is_not_asked_how_it_turned_out(self, visit, review):
        """There is no answer that could have turned out."""
        review()
        assert not visit(SCREEN).has("pills", "turned_out")

    def test_a_review_without_answers(self, visit, stored, today, case):
        """It says that these parts are empty, and nothing breaks."""
        run = {"worksheet": OFFER_REVIEW, "happened_on": today, "case_id": case.id}
        stored().runs.add(WorksheetRun(**run, answers={}))
        assert SAY["nothing_said"] in seen(visit(SCREEN))


class TestWeigh:
    """Numbers are moved in place, and everything follows at once."""

    def test_a_weight_moves_the_result(self, visit, stored, case, review):
        """6.4 to 5.6; with pay at 2 the other one is ahead. Letting go brings it back."""
        run = review(case.id)
        screen = visit(SCREEN, part="weigh")
        assert f"{AHEAD}: *Lead*, North, with 6.4 of 10." in seen(screen).replace("\\", "")
        screen.pick("swing.pay", 2)
        assert f"{AHEAD}: Stay, with 6.7 of 10." in seen(screen)
        screen.press(f"worksheet:{run.id}.0.act.let_go")
        assert "with 6.4 of 10" in seen(screen)
        assert stored().runs.get(run.id) == run

    def test_a_score_is_kept(self, visit, stored, case, review):
        """For the criterion that was chosen."""
        run = review(case.id)
        screen = visit(SCREEN, part="weigh")
        screen.named("selectbox", f"stays.offer_review.try.worksheet:{run.id}").set_value("place")
        screen.run().pick("scores.place.offer", 10)
        screen.press(f"worksheet:{run.id}.0.act.keep")
        assert LIVE["kept"] in seen(screen)
        assert stored().runs.get(run.id).answers["scores.place.offer"] == 10
        assert stored().runs.get(run.id).answers["scores.pay.offer"] == 8

    def test_what_another_window_kept_meanwhile_is_not_swallowed(self, visit, stored, case, review):
        """Both answers stand, with the question, and the person says which one counts."""
        run = review(case.id)
        screen = visit(SCREEN, part="weigh").pick("swing.pay", 2)
        write(stored(), run.id, run.answers, {**run.answers, "swing.pay": 9})
        screen.press(f"worksheet:{run.id}.0.act.keep")
        assert SHEET.fields["swing"].label in seen(screen)
        assert words("worksheet")["elsewhere"] in seen(screen)
        assert stored().runs.get(run.id).answers["swing.pay"] == 2
        screen.press(f"elsewhere.{run.id}.swing.pay.True")
        assert stored().runs.get(run.id).answers["swing.pay"] == 9
        assert words("worksheet")["elsewhere"] not in seen(screen)

    def test_a_must_have_leaves_an_option_out(self, visit, case, review):
        """Asked in the same place."""
        run = review(case.id)
        screen = visit(SCREEN, part="weigh")
        chooser = screen.named("selectbox", f"stays.offer_review.try.worksheet:{run.id}")
        chooser.set_value("must_haves")
        screen.run().pick("must_haves", "place").pick("meets.place.offer", "no")
        assert "One is left: Stay." in seen(screen)
        screen.pick("meets.place.other", "yes")
        assert "Only one has all your must-haves: Stay." in seen(screen)

    def test_what_was_known_is_at_hand_here_too(self, visit, case, review):
        """Before any number."""
        review(case.id)
        screen = visit(SCREEN, part="weigh")
        assert seen(screen).index(KNEW.says["known"]) < seen(screen).index(AHEAD)

    def test_a_score_that_was_filled_in_is_told(self, visit, case, review):
        """Up counts 8 for room to grow, until the person has a number of their own (S0-5)."""
        more = {"criteria": ["growth", "pay"], "growth": "up", "scores.growth.other": 5}
        run = review(case.id, **more, **{"swing.growth": 5})
        screen = visit(SCREEN, part="weigh")
        told = fill(SAY["filled_in"], score=8)
        assert told in seen(screen)
        screen.pick("scores.growth.offer", 6)
        assert told not in seen(screen)
        assert run.answers["growth"] == "up"

    def test_nothing_to_weigh_yet(self, visit, case, review):
        """It says what it takes, and asks for it in place."""
        none = {name: None for name in ANSWERS if name.startswith(("swing", "scores", "criteria"))}
        review(case.id, **none)
        screen = visit(SCREEN, part="weigh")
        assert SAY["nothing_weighed"] in seen(screen)


class TestTime:
    """The years, and the offer as it looks today."""

    def test_scored_today_it_stands_beside_then(self, visit, stored, case, review):
        """The first numbers stay; the worksheet knows that it was scored again (S0-27)."""
        run = review(case.id)
        screen = visit(SCREEN, part="time")
        assert "It changes over time." in seen(screen)
        screen.pick("scores_now.place.offer", 9)
        assert "Seen from today the offer fits better than it did." in seen(screen)
        screen.press(f"worksheet:{run.id}.0.act.keep")
        answers = stored().runs.get(run.id).answers
        assert (answers["scores.place.offer"], answers["scores_now.place.offer"]) == (4, 9)
        assert answers["again"] == "yes"

    def test_a_number_that_is_taken_back_leaves_nothing_to_keep(self, visit, case, review):
        """Picked and let go, all is as it was."""
        review(case.id)
        screen = visit(SCREEN, part="time").pick("scores_now.place.offer", 9)
        assert LIVE["changed"] in seen(screen)
        screen.pick("scores_now.place.offer", None)
        assert LIVE["changed"] not in seen(screen)

    def test_what_was_known_is_at_hand_here_too(self, visit, case, review):
        """Before any number."""
        review(case.id)
        assert KNEW.says["known"] in seen(visit(SCREEN, part="time"))


class TestNext:
    """What goes along to the next offer."""

    def test_questions_to_copy_and_the_check(self, visit, stored, today, case, review):
        """One's own from every review, and what is open before a yes."""
        review(case.id)
        review(**{"could_ask.r1.question": "Who leads?"})
        told = {"worksheet": "before_yes", "happened_on": today, "case_id": case.id}
        stored().runs.add(WorksheetRun(**told, answers={"slept": "no"}))
        screen = visit(SCREEN, part="next", case=case.id)
        [block] = screen.app.code
        assert set(block.value.split("\n")) == {"Who leads?", "May I work from home?"}
        assert "Still open: 1 of 6." in seen(screen)
        assert SAY["check_open"] in links(screen)

    def test_an_empty_bank_says_what_goes_there(self, visit, case, review):
        """And the check is one link away."""
        review(case.id, could_ask=None)
        screen = visit(SCREEN, part="next")
        assert SAY["bank_empty"] in seen(screen)
        assert SAY["check_begin"] in links(screen)


class TestOpen:
    """An offer that waits for an answer."""

    @pytest.mark.parametrize(
        ("days", "sentence"), [(3, "left_days"), (1, "left_one"), (0, "left_today")]
    )
    def test_the_days_that_are_left(self, visit, review, today, days, sentence):
        """With the way to ask for more."""
        until = today + timedelta(days=days)
        review(deadline=until.isoformat())
        screen = visit(SCREEN)
        when = f"{until.day} November 2026"
        assert fill(SAY[sentence], days=days, when=when) in seen(screen)
        assert SAY["ask_time"] in links(screen)

    def test_a_day_that_is_over(self, visit, review):
        """No alarm, and still a way."""
        review(deadline="2026-11-01")
        screen = visit(SCREEN)
        assert fill(SAY["left_past"], when="1 November 2026") in seen(screen)
        assert SAY["ask_time"] not in links(screen)

    def test_without_a_day_or_once_answered_nothing_counts_down(self, visit, review):
        """Nobody is hurried."""
        review(deadline="2026-11-25", answered_on="2026-11-02")
        assert SAY["ask_time"] not in links(visit(SCREEN))

    def test_it_can_be_chosen_beside_cases(self, visit, case, review):
        """By its own line, also by its address."""
        run = review()
        screen = visit(SCREEN, case="open")
        chooser = screen.named("selectbox", "offer_review.case.")
        assert chooser.value == run.id
        assert fill(SAY["open_named"], offer="*Lead*, North") in chooser.options
        assert SAY["to_yes"] in links(screen)

    def test_two_offers_on_the_table_can_both_be_chosen(self, visit, review):
        """And another one can be begun; two of one name are told apart."""
        first, second = review(offer="One"), review(offer="Two")
        same = review(offer="One")
        screen = visit(SCREEN, run=first.id)
        chooser = screen.named("selectbox", "offer_review.case.")
        assert chooser.value == first.id
        named = {fill(SAY["open_named"], offer=each) for each in ("One", "Two", "One (2)")}
        assert set(chooser.options) == {*named, SAY["another"]}
        assert len(chooser.options) == len({first.id, second.id, same.id}) + 1
        chooser.set_value("another")
        assert SAY["begin"] in links(screen.run())

    def test_answered_without_a_case_it_is_open_no_more(self, visit, review):
        """No yes is offered to write, and the chooser says so."""
        review(answered_on="2026-11-02")
        screen = visit(SCREEN)
        chooser = screen.named("selectbox", "offer_review.case.")
        assert chooser.options[0] == fill(SAY["answered_named"], offer="*Lead*, North")
        assert not {SAY["to_yes"], SAY["to_decline"]} & set(links(screen))

    def test_nothing_speaks_of_what_came_of_it(self, visit, review):
        """The offer waits: no empty box asks how it turned out."""
        review()
        screen = visit(SCREEN)
        assert KNEW.says["open_known"] in seen(screen)
        assert SAY["turned_out"] not in [each.label for each in screen.app.expander]

    @pytest.mark.parametrize("from_case", [True, False])
    def test_what_was_weighed_goes_along_to_the_case(self, visit, stored, case, review, from_case):
        """From the case that has no review, and from the review that has no case."""
        run = review()
        about = case.id if from_case else run.id
        screen = visit(SCREEN, **({"case": case.id} if from_case else {"run": run.id}))
        screen.press(f"offer_review.joined.{about}")
        joined = stored().runs.get(run.id)
        assert (joined.case_id, joined.answers["answered_on"]) == (case.id, "2026-09-01")
        assert SAY["joined"] in seen(screen)
        assert KNEW.says["known"] in seen(screen)
        assert screen.named("selectbox", "offer_review.case.").value == case.id

    def test_a_review_begun_anew_and_left_blank_hides_nothing(self, visit, stored, case, review):
        """The finished one is shown, and the other can be gone on with."""
        review(case.id)
        begin(stored(), SHEET, case, date(2026, 11, 20))
        screen = visit(SCREEN)
        assert KNEW.title in [each.value for each in screen.app.header]
        assert SAY["go_on"] in links(screen)


class TestWays:
    """From a review to what fits."""

    @pytest.mark.parametrize(
        ("told", "left"),
        [
            ({"direction": Direction.I_SAID_NO}, True),
            ({"direction": Direction.I_SAID_NO, "told_by": "email"}, False),
            ({"direction": Direction.SECOND_THOUGHTS}, False),
            ({"direction": Direction.WITHDREW}, False),
        ],
    )
    def test_letters_and_second_thoughts(  # noqa: PLR0913, PLR0917 - a case, and what is left
        self, visit, stored, case, review, told, left
    ):
        """The no can be written while they do not know it; a doubt can be weighed at any time."""
        stored().cases.replace(case.model_copy(update=told))
        review(case.id)
        found = set(links(visit(SCREEN)))
        assert {SAY["answers"], SAY["to_regret"], words("decisions")["way_back"]} <= found
        assert (SAY["to_decline"] in found) is left

    def test_a_no_that_is_out_needs_no_other(self, visit, stored, case, review, today):
        """Nothing is offered twice."""
        stored().cases.replace(case.model_copy(update={"direction": Direction.I_SAID_NO}))
        review(case.id)
        sent = {"kind": Kind.DECLINE, "state": LetterState.SENT, "sent_on": today}
        stored().letters.add(Letter(**sent, case_id=case.id))
        assert SAY["to_decline"] not in links(visit(SCREEN))

    def test_what_was_typed_is_noticed(self, visit, case, review):
        """A person in danger meets help here as well."""
        run = review(case.id)
        screen = visit(SCREEN, part="weigh")
        chooser = screen.named("selectbox", f"stays.offer_review.try.worksheet:{run.id}")
        chooser.set_value("criteria")
        screen.run().type("own_criterion", "I want to die")
        screen.press(f"worksheet:{run.id}.0.act.keep")
        assert screen.in_crisis
