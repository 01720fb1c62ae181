"""The networking sprint on screen: its worksheet, its two weeks, and rest."""

from datetime import timedelta

import pytest

from core.check_ins import CheckIn, Felt
from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.touchpoints import Channel, Touchpoint
from core.people import Closeness, Person
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheet_in
from pages.parts.days import in_words

SAY, SHEET_SAY, TOLD = words("sprint"), words("worksheet"), words("people")
SHEET = worksheet_in("sprint.toml")
PEOPLE, WORKSHEET = "reach_out/people.py", "worksheet.py"
NAMES = ("Amara", "Ben *Holt*", "Chidi")


@pytest.fixture
def known(stored, today):
    """Three people: one close, one loose, one not in touch for long."""
    add = stored().people.add
    ties = ((Closeness.CLOSE, 40), (Closeness.WEAK, 100), (Closeness.WARM, 500))
    return [
        add(Person(name=name, closeness=close, last_before=today - timedelta(days=days)))
        for name, (close, days) in zip(NAMES, ties, strict=True)
    ]


@pytest.fixture
def plan(stored, known, now):
    """Make a finished sprint with the three, begun so many days ago; its steps are kept."""

    def finished(days=0, *, steps=True, **more):
        workspace, day = stored(), now.date() - timedelta(days=days)
        run = begin(workspace, SHEET, None, day, more)
        run = finish(workspace, run.id, day)
        if not steps:
            return run
        answers = Answers(SHEET, run.answers)
        offers = offers_of(workspace, run, answers, now - timedelta(days=days))
        return take_up(workspace, run, {each.keep.id: each.proposals for each in offers})

    return finished


@pytest.fixture
def heavy(stored, now):
    """Make today a heavy day."""
    felt = Felt(word="sad", family="sad", strength=8)
    return lambda: stored().check_ins.add(CheckIn(happened_on=now.date(), feelings=(felt,)))


@pytest.fixture
def sprint(visit):
    """Open the two weeks."""
    return lambda: visit(PEOPLE, part="sprint")


def links(screen, label):
    """What the links of this label ask for."""
    found = screen.app.get("page_link")
    return [each.proto.query_string for each in found if each.proto.label == label]


class TestWithoutAPlan:
    """What is here, and how to begin."""

    def test_it_says_what_it_is_and_leads_to_the_worksheet(self, sprint):
        """Small, and nothing is sent."""
        screen = sprint()
        assert SAY["none"] in screen.seen
        assert links(screen, SAY["begin"]) == ["worksheet=sprint"]

    def test_one_that_is_half_done_is_gone_on_with(self, sprint, stored, today):
        """The link leads into it."""
        run = begin(stored(), SHEET, None, today)
        assert links(sprint(), SAY["resume"]) == [f"run={run.id}"]

    def test_on_a_heavy_day_it_is_one_line(self, sprint, plan, heavy):
        """Nothing runs out; whoever wants to can look all the same."""
        plan()
        heavy()
        screen = sprint()
        assert SAY["heavy"] in screen.seen
        [folded] = [each for each in screen.app.expander if each.label == SAY["heavy_open"]]
        assert SAY["five"] in [each.value for each in folded.header]


class TestTheWorksheet:
    """The suggestion, taken with one tap and changed."""

    def test_who_is_known_stands_there_already(self, visit, stored, known, today):
        """With the pick made, and a reason for each."""
        run = begin(stored(), SHEET, None, today)
        stored().runs.replace(run.model_copy(update={"at": "five"}))
        screen = visit(WORKSHEET, run=run.id)
        pick = screen.named("pills", f"worksheet:{run.id}.0.five")
        assert pick.value == [each.id for each in known]
        assert SHEET_SAY["take_suggested"] not in screen.seen

    def test_whoever_is_known_waits_in_a_line(self, visit, stored, known, today):
        """A card for each would be a long page; whoever is added stands open."""
        run = begin(stored(), SHEET, None, today)
        screen = visit(WORKSHEET, run=run.id)
        lines = [each.label for each in screen.app.expander]
        assert lines == ["Amara", "Ben \\*Holt\\*", "Chidi"]
        screen.press(f"worksheet:{run.id}.0.act.people.add")
        assert [each.label for each in screen.app.expander] == lines
        assert len(screen.app.text_input) == len(known) + 1

    def test_its_end_leads_to_each_letter(self, visit, plan, known):
        """For this very person, on the screen that checks it."""
        screen = visit(WORKSHEET, run=plan().id)
        assert SAY["letters"] in screen.seen
        to_ben = links(screen, fill(SAY["write_to"], name="Ben \\*Holt\\*"))
        assert to_ben == [f"letter=stay_in_touch...{known[1].id}"]

    def test_a_suggestion_is_taken_with_one_tap(self, visit, stored, today):
        """For whoever typed the names just now; it can be changed afterwards."""
        raw = {"people": ["r1", "r2"], "people.r1.who": "Ada", "people.r2.who": "Bo"}
        run = begin(stored(), SHEET, None, today, raw)
        stored().runs.replace(run.model_copy(update={"at": "five"}))
        form = f"worksheet:{run.id}.0"
        screen = visit(WORKSHEET, run=run.id).press(f"{form}.act.suggested.five")
        assert screen.named("pills", f"{form}.five").value == ["r1", "r2"]
        screen.named("pills", f"{form}.five").set_value(["r2"])
        screen.press(f"{form}.act.next")
        assert stored().runs.get(run.id).answers["five"] == ["r2"]


class TestTheTwoWeeks:
    """One thing for today, then the five."""

    def test_the_note_of_today_with_what_was_thought_out(self, sprint, plan, known):
        """The letter is one tap away, for this very person."""
        ask = {f"letters.{known[0].id}.letter": "informational_talk"}
        plan(**ask, **{f"letters.{known[0].id}.ask": "Have you 15 minutes?"})
        screen = sprint()
        assert fill(SAY["do_write"], name="Amara") in screen.seen
        assert "Have you 15 minutes?" in screen.seen
        assert links(screen, SAY["write"])[0] == f"letter=informational_talk...{known[0].id}"
        assert SAY["so_far_none"] in screen.seen

    def test_what_a_letter_says_is_not_asked_again(self, sprint, plan, known, stored, today):
        """Sent today: that is enough for today."""
        plan()
        told = {"kind": Kind.STAY_IN_TOUCH, "to_id": known[0].id, "state": LetterState.SENT}
        stored().letters.add(Letter(**told, sent_on=today))
        screen = sprint()
        assert SAY["do_enough"] in screen.seen
        assert fill(SAY["stands_written"], date=in_words(today)) in screen.seen
        assert fill(SAY["heard_some"], count="one", of="three") in screen.seen

    def test_thanks_are_the_one_thing_after_a_talk(self, sprint, plan, known, stored, today):
        """To whom, and a letter for it."""
        plan()
        told = {"person_id": known[1].id, "channel": Channel.CALL, "owes_thanks": True}
        stored().touchpoints.add(Touchpoint(**told, happened_on=today))
        screen = sprint()
        assert "a line of thanks to Ben \\*Holt\\*" in screen.seen
        thanks = f"letter=thanks_after_talk..talk.{known[1].id}"
        assert links(screen, SAY["thank"]) == [thanks, thanks]

    def test_not_today_moves_it_to_tomorrow(self, sprint, plan, stored, today):
        """With its step; told beside it."""
        plan()
        tomorrow = today + timedelta(days=1)
        screen = sprint().press("sprint.not_today")
        assert fill(SAY["moved"], date=in_words(tomorrow)) in screen.seen
        assert fill(SAY["do_later"], name="Amara", date=in_words(tomorrow)) in screen.seen
        assert tomorrow in [each.due for each in stored().steps.all()]

    def test_another_day(self, sprint, plan, known, stored, today):
        """Chosen from a calendar, and kept."""
        plan()
        screen, day = sprint(), today + timedelta(days=9)
        picked = screen.named("date_input", f"sprint.day.{known[0].id}")
        picked.set_value(day)
        screen.run().press(f"sprint.move.{known[0].id}")
        assert fill(SAY["moved"], date=in_words(day)) in screen.seen
        [run] = stored().runs.all()
        assert run.answers[f"slots.{known[0].id}.day"] == day.isoformat()

    def test_letting_go_and_taking_up_again(self, sprint, plan, known, stored):
        """Kindly, and both ways."""
        plan()
        screen = sprint().press(f"sprint.let_go.{known[0].id}")
        assert SAY["let_gone"] in screen.seen
        assert SAY["stands_let_go"] in screen.seen
        screen.press(f"sprint.back.{known[0].id}")
        assert SAY["taken_back"] in screen.seen
        assert all(each.is_open for each in stored().steps.all())

    def test_with_all_let_go_nobody_has_a_turn(self, sprint, plan, known):
        """Nobody was written to, and that is fine."""
        plan()
        screen = sprint()
        for each in known:
            screen.press(f"sprint.let_go.{each.id}")
        assert SAY["do_let_go"] in screen.seen
        assert SAY["do_none"] not in screen.seen

    def test_whoever_was_put_away_rests(self, sprint, plan, known, stored, today):
        """Their note is not asked for, and their card tells why."""
        plan()
        stored().people.replace(known[0].model_copy(update={"archived_on": today}))
        screen = sprint()
        assert SAY["stands_rests"] in screen.seen
        assert fill(SAY["do_write"], name="Amara") not in screen.seen

    def test_the_worksheet_opens_as_before_after_a_change(self, sprint, plan, known, visit, stored):
        """What was moved stands in it, and saving it again keeps what was let go."""
        run = plan()
        screen = sprint().press("sprint.not_today").press(f"sprint.let_go.{known[1].id}")
        screen.press("sprint.end")
        sheet = visit(WORKSHEET, run=run.id).press(f"worksheet:{run.id}.0.act.answers")
        sheet.named("pills", f"worksheet:{run.id}.0.act.at").set_value("slots")
        sheet.run()
        before = stored().runs.get(run.id).answers
        assert sheet.app.date_input[0].value.isoformat() == before[f"slots.{known[0].id}.day"]
        sheet.press(f"worksheet:{run.id}.1.act.next")
        assert stored().runs.get(run.id).answers == before


class TestTheEnd:
    """One calm sentence, then rest."""

    def test_what_came_of_it_and_rest(self, sprint, plan, known, stored, today):
        """Rest is kept; another one can be planned."""
        plan(20)
        told = {"person_id": known[0].id, "channel": Channel.MET, "came_of": ("lead",)}
        stored().touchpoints.add(Touchpoint(**told, happened_on=today - timedelta(days=10)))
        screen = sprint()
        heard = fill(SAY["heard_some"], count="one", of="three")
        assert fill(SAY["over_talked"], what=heard, talked="one") in screen.seen
        assert fill(SAY["came"], what="A lead") in screen.seen
        screen.press("sprint.rest")
        assert SAY["rested"] in screen.seen
        assert links(screen, SAY["another"]) == ["worksheet=sprint"]

    def test_two_weeks_without_a_note_are_told_kindly(self, sprint, plan):
        """Nothing is lost, and nothing is late."""
        plan(20)
        assert SAY["over_none"] in sprint().seen

    def test_ending_early_can_be_taken_back(self, sprint, plan):
        """As long as the days run."""
        plan()
        screen = sprint().press("sprint.end")
        assert SAY["rested"] in screen.seen
        screen.press("sprint.unrest")
        assert SAY["five"] in screen.seen


class TestOtherPlaces:
    """The two weeks set the pace, on Today and in this week."""

    def test_nobody_of_the_sprint_is_on_a_card_as_well(self, visit, plan):
        """On Today their notes stand as steps, on their days."""
        plan()
        for screen in (visit(), visit(PEOPLE)):
            keys = [each.key or "" for each in screen.app.button]
            cards = [each for each in keys if each.startswith(("snooze.today.", "snooze.week."))]
            assert cards == []
        assert TOLD["week_paced"] in screen.seen
        assert links(screen, TOLD["to_sprint"]) == ["part=sprint"]
        assert TOLD["week_empty"] not in screen.seen

    def test_the_note_of_today_stands_on_today_by_itself(self, visit, plan):
        """Where no step was kept for it, also on a later day than its own."""
        plan(3, steps=False)
        screen = visit()
        assert fill(SAY["today"], name="Amara") in screen.seen
        assert links(screen, SAY["to_weeks"]) == ["part=sprint"]

    @pytest.mark.parametrize("ticked", [False, True])
    def test_it_is_never_there_beside_its_step(self, visit, plan, stored, today, ticked):
        """Nor after the step was ticked."""
        plan()
        first = next(each for each in stored().steps.all() if each.due == today)
        stored().steps.replace(first.model_copy(update={"done_on": today if ticked else None}))
        assert fill(SAY["today"], name="Amara") not in visit().seen

    def test_on_a_heavy_day_it_waits_folded(self, visit, plan, heavy):
        """In one line."""
        plan(steps=False)
        heavy()
        [folded] = [e for e in visit().app.expander if e.label == SAY["today_folded"]]
        assert fill(SAY["today"], name="Amara") in [each.value for each in folded.markdown]

    @pytest.mark.parametrize("days", [-2, 20])
    def test_before_and_after_the_two_weeks_it_is_not_there(self, visit, plan, today, days):
        """Nothing is late, and nothing runs ahead."""
        more = {"begin_on": (today + timedelta(days=2)).isoformat()} if days < 0 else {}
        plan(max(days, 0), steps=False, **more)
        assert fill(SAY["today"], name="Amara") not in visit().seen

    def test_one_small_thing_is_none_beside_it(self, visit, plan, stored):
        """Nobody is told that there is nothing to do on the day of a note."""
        plan()
        stored().save_me(stored().me.model_copy(update={"one_small_task": True}))
        screen = visit(PEOPLE)
        assert TOLD["week_paced"] in screen.seen
        for each in ("small_rest", "small_add", "small_place"):
            assert TOLD[each] not in screen.seen

    def test_without_a_sprint_nothing_is_said_of_it(self, visit, known):
        """Only the few of this week are there."""
        assert TOLD["week_paced"] not in visit(PEOPLE).seen
