"""What can wait, on Today and beside a letter: shown until its hour, ended at will."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.content.loader import fill, letter_times, words
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.waits import Wait, Waiting, waits_now

SAY = words("waits")


@pytest.fixture
def case(stored, today):
    """A no of yesterday."""
    return stored().cases.add(
        Case(
            direction=Direction.THEY_SAID_NO,
            employer="Acme",
            happened_on=today - timedelta(days=1),
        )
    )


@pytest.fixture
def put_off(stored, now, case):
    """Put things off for some hours, for the case or for none."""

    def add(*what, hours=20, case_id=case.id):
        until = now + timedelta(hours=hours)
        return [stored().waits.add(Wait(what=each, until=until, case_id=case_id)) for each in what]

    return add


def ends(screen, waits):
    """Press what ends these waits."""
    return screen.press(f"waits.{waits[0].id}.end")


class TestOnToday:
    """A line says what can wait, and until when."""

    def test_one_line_tells_what_waits_and_where(self, visit, put_off, now):
        """Things that end together are told together, with the case that they belong to."""
        put_off(Waiting.REPLYING, Waiting.POSTING)
        until = now + timedelta(hours=20)
        when = fill(SAY["tomorrow"], time=f"{until:%H:%M}")
        line = fill(SAY["can_wait"], when=when, what="replying, posts")
        seen = visit().seen
        assert line in seen
        assert "Acme" in seen

    def test_what_ends_on_the_same_day_says_so(self, visit, put_off, now):
        """An hour from now is today."""
        put_off(Waiting.DECIDING, hours=1)
        when = fill(SAY["today"], time=f"{now + timedelta(hours=1):%H:%M}")
        assert fill(SAY["can_wait"], when=when, what="big choices") in visit().seen

    def test_what_is_over_is_not_told(self, visit, put_off):
        """Nor is anything when nothing waits."""
        put_off(Waiting.REPLYING, hours=-1)
        screen = visit()
        assert "Can wait" not in screen.seen
        assert SAY["end"] not in screen.seen

    def test_a_wait_can_be_ended_and_put_back(self, visit, put_off, stored, now):
        """Ending is told, and undone with one press for as long as one stays."""
        waits = put_off(Waiting.REPLYING, Waiting.POSTING)
        screen = ends(visit(), waits)
        assert SAY["ended"] in screen.seen
        assert waits_now(stored().waits.all(), now + timedelta(minutes=1)) == ()
        screen.press("waits.again")
        assert SAY["again_done"] in screen.seen
        still = waits_now(stored().waits.all(), now + timedelta(minutes=1))
        assert {each.until for each in still} == {waits[0].until}

    def test_ending_reaches_what_was_put_off_before(self, visit, put_off, stored, now):
        """An earlier wait for the same thing does not stand up behind it."""
        put_off(Waiting.REPLYING, hours=3)
        later = put_off(Waiting.REPLYING)
        screen = ends(visit(), later)
        assert "Can wait" not in screen.run().seen
        assert waits_now(stored().waits.all(), now + timedelta(minutes=1)) == ()

    def test_the_other_case_still_waits(self, visit, put_off, stored, now, case):
        """Only what stands in the line is ended."""
        ours = put_off(Waiting.REPLYING)
        put_off(Waiting.REPLYING, case_id="")
        ends(visit(), ours)
        [still] = waits_now(stored().waits.all(), now + timedelta(minutes=1), case.id)
        assert still.case_id == ""

    def test_what_waits_for_a_case_that_is_gone_is_told_without_it(self, visit, put_off, stored):
        """Nothing breaks."""
        put_off(Waiting.FEEDBACK, case_id="gone")
        assert "asking for feedback" in visit().seen


class TestBesideALetter:
    """The letter says what the person had chosen, and can always go."""

    def test_it_recalls_what_can_wait_and_lets_it_go(self, visit, put_off, stored, case):
        """The card stands there, and so does the way to send it all the same."""
        put_off(Waiting.REPLYING)
        letter = stored().letters.add(Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id))
        screen = visit("reach_out/letter.py", letter=letter.id)
        screen.named("pills", "stays.letter.step").set_value("send")
        screen.run()
        assert "You said replying can wait until" in screen.seen
        assert words("sending")["overrule"] in screen.seen
        assert words("sending")["mark_sent"] in screen.seen

    def test_that_the_person_decides_is_said_once(self, visit, put_off, stored, case, today):
        """However much there is to know beside the wait."""
        put_off(Waiting.REPLYING)
        stored().cases.replace(case.model_copy(update={"happened_on": today - timedelta(days=30)}))
        letter = stored().letters.add(Letter(kind=Kind.FEEDBACK_REQUEST, case_id=case.id))
        screen = visit("reach_out/letter.py", letter=letter.id)
        screen.named("pills", "stays.letter.step").set_value("send")
        screen.run()
        cards = [each for each in letter_times().reasons.values() if each.why in screen.seen]
        assert len(cards) > 1
        assert screen.seen.count(words("sending")["overrule"]) == 1
