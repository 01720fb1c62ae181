"""The decision log: every own no, how it was said, and what was told of it last."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction
from core.content.loader import case_words
from core.decisions.log import decisions, offers_for_today, open_offers, reasons_for, said
from core.decisions.look_backs import LookBack
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.worksheets.run import WorksheetRun

DAY = date(2026, 3, 1)
CHECKS = ("question", "options", "facts", "values", "risks", "calm")
ALL_YES = {f"check_{name}": "yes" for name in CHECKS}


def own_no(days=0, **told):
    """A no of the person's own, so many days after the first."""
    told = {"direction": Direction.I_SAID_NO} | told
    return Case(happened_on=DAY + timedelta(days=days), **told)


def letter(case, kind=Kind.DECLINE, days=0, **told):
    """A letter that went out so many days after the first no."""
    told = {"state": LetterState.SENT, "sent_on": DAY + timedelta(days=days)} | told
    return Letter(kind=kind, case_id=case.id, **told)


def review(case_id, days=0, *, done=True, **answers):
    """A review of the offer of a case."""
    day = DAY + timedelta(days=days)
    return WorksheetRun(
        worksheet="offer_review",
        happened_on=day,
        finished_on=day if done else None,
        case_id=case_id,
        answers=answers,
    )


class TestWhatIsInIt:
    """Deliberate noes, the latest first."""

    def test_every_own_no_and_nothing_else(self, workspace):
        """Also those at rest."""
        rested = datetime(2026, 3, 5, tzinfo=UTC)
        for direction in Direction:
            workspace.cases.add(own_no(direction=direction, rested_at=rested))
        kept = {each.case.direction for each in decisions(workspace)}
        assert kept == {Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW}

    def test_the_latest_decision_comes_first(self, workspace, clock):
        """Of two on one day the one that was told last."""
        for employer, day in (("A", 5), ("B", 9), ("C", 5)):
            workspace.cases.add(own_no(day, employer=employer))
            clock.forward(hours=1)
        assert [each.case.employer for each in decisions(workspace)] == ["B", "C", "A"]

    def test_what_was_told_is_never_taken_for_what_counted(self):
        """Each true reason once, then own words; what the employer was told is kept apart."""
        told = {"reasons_given": ("timing",), "reason_words": "The dog"}
        both = own_no(reasons_true=("hours", "pay", "hours", "gone"), **told)
        assert [each.label for each in reasons_for(both, None)] == [
            *("The hours", "The pay", "The dog")
        ]
        assert reasons_for(own_no(reasons_given=("timing",)), None) == ()

    def test_what_counted_in_the_review_comes_first(self):
        """It asks for just that; one without a reason leaves those of the case."""
        case = own_no(reasons_true=("pay",))
        weighed = review(case.id, reasons=["own_reason", "location"], own_reason="My back")
        labels = [each.label for each in reasons_for(case, weighed)]
        assert labels == ["My back", case_words().reasons["location"].label]
        assert [each.key for each in reasons_for(case, review(case.id))] == ["pay"]


class TestHowItWasSaid:
    """S3-58: day, way and manner."""

    def test_without_a_letter_the_case_tells(self):
        """Its own day, the way and the manner that were told."""
        told = said(own_no(told_by="phone", manner="warm"), ())
        assert (told.on, told.by, told.manner) == (DAY, "phone", "warm")
        assert (told.letter, told.days) == (None, None)

    def test_the_first_letter_that_told_them_counts(self):
        """A later one, one that never went, one to the referrer and one of another case do not."""
        case = own_no(id="a")
        first = letter(case, days=2)
        letters = [
            letter(case, Kind.DECLINE_DOOR_OPEN, days=9),
            letter(case, Kind.REFERRER_NOTE, days=0),
            letter(case, days=0, state=LetterState.DRAFT),
            letter(own_no(id="b"), days=1),
            first,
        ]
        told = said(case, letters)
        assert (told.letter, told.on, told.days) == (first, DAY + timedelta(days=2), 2)

    def test_a_letter_before_the_day_of_the_case_is_no_negative_wait(self):
        """Days may be guesses."""
        assert said(own_no(5, id="a"), [letter(own_no(id="a"), days=1)]).days == 0


class TestHowItWentOn:
    """What was told last counts."""

    @pytest.fixture
    def case(self, workspace):
        """A no."""
        return workspace.cases.add(own_no())

    def look(self, workspace, case, days, **told):
        """Keep a look back."""
        on = DAY + timedelta(days=days)
        workspace.look_backs.add(LookBack(happened_on=on, case_id=case.id, **told))

    def test_nothing_is_known_at_first(self, workspace, case):
        """No score stands in for what was not told."""
        [found] = decisions(workspace)
        assert (found.process, found.outcome, found.effect) == (None, None, None)
        assert (found.looks, found.last_look, found.review) == ((), None, None)

    def test_the_review_tells_how_it_was_made_and_how_it_went(self, workspace, case):
        """All six checks met are twelve."""
        workspace.runs.add(review(case.id, 1, **ALL_YES, turned_out=-4, effect=1))
        [found] = decisions(workspace)
        assert (found.process, found.outcome, found.effect) == (12, -4, 1)

    def test_a_review_of_another_case_tells_nothing(self, workspace, case):
        """Nor one of none."""
        workspace.runs.add(review("other", 1, **ALL_YES, turned_out=5))
        workspace.runs.add(review("", 1, **ALL_YES, turned_out=5))
        assert decisions(workspace)[0].process is None

    @pytest.mark.parametrize(("looked", "outcome"), [(1, -4), (2, 3), (3, 3)])
    def test_what_was_told_on_the_later_day_counts(self, workspace, case, looked, outcome):
        """On one day the look back, which asks only that."""
        workspace.runs.add(review(case.id, 2, **ALL_YES, turned_out=-4))
        self.look(workspace, case, looked, outcome=3)
        assert decisions(workspace)[0].outcome == outcome

    def test_a_look_that_leaves_a_question_out_leaves_the_answer(self, workspace, case):
        """The last one that was given stands."""
        self.look(workspace, case, 30, outcome=2, effect=-1)
        self.look(workspace, case, 90, regret=1)
        [found] = decisions(workspace)
        assert (found.outcome, found.effect, found.last_look.regret) == (2, -1, 1)


class TestOpenOffers:
    """Offers that are being weighed and were not answered yet."""

    def test_one_without_an_answer_is_open(self, workspace):
        """Finished or not; the one changed last first."""
        workspace.runs.add(review("", done=False, offer="A"))
        workspace.runs.add(review("", offer="B"))
        assert {each.answers["offer"] for each in open_offers(workspace)} == {"A", "B"}

    def test_an_answered_one_is_not(self, workspace):
        """By the day of the answer, or by a no that was told."""
        case = workspace.cases.add(own_no())
        workspace.runs.add(review("", answered_on="2026-03-02"))
        workspace.runs.add(review(case.id))
        assert open_offers(workspace) == ()


class TestOffersForToday:
    """Which open offers ask for a look, the first due first."""

    def open_until(self, workspace, days=None, **told):
        """Keep the review of an open offer, begun on the first day, wanted by so many days on."""
        answers = {"offer": "Lead"} | told.pop("answers", {})
        if days is not None:
            answers["deadline"] = (DAY + timedelta(days=days)).isoformat()
        return workspace.runs.add(review(told.pop("case_id", ""), done=False, **answers))

    def test_the_first_due_comes_first(self, workspace):
        """One without a day comes last."""
        undated = self.open_until(workspace)
        late, soon = self.open_until(workspace, 9), self.open_until(workspace, 2)
        found = [each.id for each in offers_for_today(workspace, DAY)]
        assert found == [soon.id, late.id, undated.id]

    @pytest.mark.parametrize(("days", "stays"), [(0, True), (7, True), (8, False)])
    def test_a_week_after_its_day_it_is_left_alone(self, workspace, days, stays):
        """A short word still helps for a while; then it is not held up any more."""
        self.open_until(workspace, 0)
        assert bool(offers_for_today(workspace, DAY + timedelta(days=days))) is stays

    @pytest.mark.parametrize(("days", "stays"), [(14, True), (15, False)])
    def test_without_a_day_it_is_recalled_for_two_weeks(self, workspace, days, stays):
        """From the day on which it was begun."""
        self.open_until(workspace)
        assert bool(offers_for_today(workspace, DAY + timedelta(days=days))) is stays

    def test_a_blank_page_is_no_offer(self, workspace):
        """Nor is one that was answered, or one of a case at rest."""
        self.open_until(workspace, answers={"offer": ""})
        self.open_until(workspace, 3, answers={"answered_on": DAY.isoformat()})
        rested = own_no(
            direction=Direction.THEY_SAID_NO, rested_at=datetime(2026, 3, 5, tzinfo=UTC)
        )
        self.open_until(workspace, 3, case_id=workspace.cases.add(rested).id)
        assert offers_for_today(workspace, DAY) == ()
