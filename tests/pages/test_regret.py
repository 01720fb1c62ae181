"""Second thoughts on screen: the newest pass, what to do with it, and a kind way to meet more."""

from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.collection import Collection
from core.content.loader import fill, regret_words, words
from core.decisions.process import CHECKS
from core.decisions.regret import Kind
from core.storage.errors import DiskFullError
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheet_in, worksheets
from pages.parts.plain_text import JOINER
from pages.parts.regret import BY_ACT, PLACES

SAY = words("regret")
REGRET, WORKSHEET = "reflect/regret.py", "worksheet.py"
BEGIN = "worksheet.begin.regret"
SHEET = worksheet_in("regret.toml")
KINDS = regret_words().kinds
ANSWERS = {
    "thought": "I would be happier there.",
    "strength": 8,
    "often": 7,
    "thoughts": ["r1", "r2"],
    "thoughts.r1.thought": "The team was *kind*.",
    "thoughts.r1.known": "then",
    "thoughts.r2.thought": "They moved closer.",
    "thoughts.r2.known": "later",
    "hard_days": ["r1"],
    "hard_days.r1.day": "Trains on strike",
    "acts": ["elsewhere"],
    "learned": "I ask about travel first.",
}


@pytest.fixture
def case(stored, today):
    """An offer that was declined, and is doubted now."""
    told = {"direction": Direction.SECOND_THOUGHTS, "happened_on": today - timedelta(days=60)}
    return stored().cases.add(Case(**told, employer="Harbour Works"))


@pytest.fixture
def passed(stored, today, case):
    """Add a finished pass over that case."""

    def add(days_ago=0, **answers):
        day = today - timedelta(days=days_ago)
        run = {"worksheet": "regret", "happened_on": day, "finished_on": day, "at": "end"}
        return stored().runs.add(WorksheetRun(**run, case_id=case.id, answers=ANSWERS | answers))

    return add


def queries(screen):
    """What the links on the screen ask for."""
    return [each.proto.query_string for each in screen.app.get("page_link")]


def labels(screen):
    """What the links on the screen are called."""
    return [each.proto.label for each in screen.app.get("page_link")]


def plain(screen):
    """What is on the screen, without what keeps numbers from being read as a list."""
    return screen.seen.replace(JOINER, "")


class TestEmpty:
    """Before the first pass, the screen says what will be here and how to begin."""

    def test_with_nothing_told(self, visit):
        """The way in is to tell what happened."""
        screen = visit(REGRET)
        assert SAY["empty"] in screen.seen
        assert SAY["tell"] in labels(screen)
        assert regret_words().coin[0] in screen.seen

    def test_with_a_case(self, visit, case):
        """The worksheet begins for it; one alone needs no choice, and is named."""
        screen = visit(REGRET)
        assert "Harbour Works" in screen.seen
        assert SAY["no_pass"] in screen.seen
        assert f"worksheet=regret&case={case.id}" in queries(screen)

    def test_what_brings_it_up_leads_to_going_back(self, visit, passed, case):
        """A new fact is named with the result, and there it is of use."""
        passed(brings_up="The role was posted again")
        screen = visit(REGRET)
        assert "The role was posted again" in screen.seen
        assert SAY["to_reapproach"] in labels(screen)

    def test_what_check_ins_told_is_there_already(self, visit, stored, case, today):
        """S0-1: with the line that it is common."""
        for days, often in ((9, 8), (2, 3)):
            day = today - timedelta(days=days)
            felt = {"mood": 5, "comes_back": often, "case_id": case.id, "happened_on": day}
            stored().check_ins.add(CheckIn(**felt))
        seen = visit(REGRET).seen
        assert fill(SAY["comes_less"], first=8, last=3) in seen
        assert SAY["comes_back_note"] in seen

    def test_their_no_is_no_second_thought(self, visit, stored, today):
        """There was nothing to choose."""
        stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        assert SAY["empty"] in visit(REGRET).seen

    def test_second_thoughts_stand_before_other_noes(self, visit, stored, case, today):
        """Also where another no was touched later."""
        other = Case(direction=Direction.I_SAID_NO, happened_on=today, employer="North")
        stored().cases.add(other)
        [chosen] = visit(REGRET).app.selectbox
        assert chosen.options == ["Harbour Works", "North"]

    def test_what_is_half_done_goes_on(self, visit, stored, case, today):
        """It is not begun a second time."""
        run = WorksheetRun(worksheet="regret", happened_on=today, case_id=case.id)
        run = stored().runs.add(run)
        screen = visit(REGRET)
        assert f"run={run.id}" in queries(screen)
        assert SAY["begin"] not in labels(screen)


class TestWhatItWas:
    """The newest pass: what was known first, then the kinds."""

    def test_what_was_known_comes_before_any_count(self, visit, passed):
        """In the person's words, shown as they are."""
        passed()
        screen = visit(REGRET)
        headers = [each.value for each in screen.app.header]
        assert headers == [each.title for each in SHEET.results[:2]]
        assert screen.app.table[0].value.to_numpy().tolist() == [["The team was \\*kind\\*."]]
        assert "you knew 1 of 2 only later" in plain(screen)

    def test_the_offer_review_of_the_case_counts(self, visit, stored, passed, case, today):
        """Its words, its process and its outcome; and two kinds that lead there do so once."""
        passed()
        told = dict.fromkeys(CHECKS, "yes") | {"turned_out": -2}
        told |= {"known": ["k"], "known.k.fact": "Ninety minutes."}
        run = {"worksheet": "offer_review", "happened_on": today, "finished_on": today}
        stored().runs.add(WorksheetRun(**run, case_id=case.id, answers=told))
        screen = visit(REGRET)
        known = screen.app.table[0].value.to_numpy().tolist()
        assert known == [["Ninety minutes."], ["The team was \\*kind\\*."]]
        assert screen.app.table[1].value.iloc[:, 0].tolist() == [
            *[KINDS[Kind.LUCK].label, KINDS[Kind.HINDSIGHT].label]
        ]
        assert labels(screen).count(KINDS[Kind.LUCK].link) == 1
        assert KINDS[Kind.HINDSIGHT].link not in labels(screen)
        assert f"case={case.id}" in queries(screen)

    def test_every_kind_and_every_choice_leads_somewhere(self):
        """To a screen, or to a worksheet that there is."""
        assert {each.place for each in KINDS.values()} <= {*PLACES, *worksheets()}
        assert set(BY_ACT) == set(SHEET.fields["acts"].choices)
        assert set(BY_ACT.values()) <= set(PLACES)

    def test_what_a_friend_would_hear(self, visit, passed):
        """In the person's own words, to be read again."""
        passed(friend="You weighed *all* of it.")
        assert "You weighed *all* of it." in visit(REGRET).seen

    def test_the_newest_of_two_is_shown(self, visit, passed):
        """The older one stays to be read beside it."""
        passed(40, **{"thoughts.r2.known": "then"})
        newest = passed(2)
        screen = visit(REGRET)
        assert "you knew 1 of 2 only later" in plain(screen)
        assert f"run={newest.id}" in queries(screen)

    def test_it_says_when_it_may_rest(self, visit, passed):
        """After one pass a second is free, after two it rests."""
        passed(3)
        assert SAY["again_free"] in visit(REGRET).seen
        passed(1)
        when = fill(SAY["rests"], when="19 December 2026")
        assert when in visit(REGRET).seen


class TestWhatToDo:
    """What was learned and chosen, to be changed in place and kept."""

    def test_it_reads_to_the_day_on_which_it_may_end(self, visit, passed):
        """What I learned, what I will do, when I will stop thinking it over."""
        passed(3)
        seen = plain(visit(REGRET, part="will"))
        assert ANSWERS["learned"] in seen
        assert "You chose this: Get it elsewhere." in seen
        assert "Until 17 December 2026" in seen

    def test_a_choice_is_changed_in_place(self, visit, stored, passed):
        """What it leads to changes at once, and is saved when the person says so."""
        run = passed()
        screen = visit(REGRET, part="will")
        screen.field("pills", "acts").set_value(["let_be"])
        screen.run()
        assert "You chose to let it be." in screen.seen
        assert stored().runs.get(run.id).answers["acts"] == ["elsewhere"]
        [keep] = [e.key for e in screen.app.button if (e.key or "").endswith(".act.keep")]
        screen.press(keep)
        assert stored().runs.get(run.id).answers["acts"] == ["let_be"]
        assert words("live")["kept"] in screen.seen

    def test_what_is_typed_in_place_is_noticed(self, visit, passed):
        """A person in danger meets help here as well."""
        passed()
        screen = visit(REGRET, part="will").type("learned", "I want to die")
        [keep] = [e.key for e in screen.app.button if (e.key or "").endswith(".act.keep")]
        assert screen.press(keep).in_crisis

    def test_the_day_to_look_again_goes_to_the_list(self, visit, stored, passed):
        """With what was learned, kept in one go."""
        passed()
        screen = visit(REGRET, part="will").press("worksheet.keep")
        assert words("worksheet")["keep_done"] in screen.seen
        assert date(2026, 12, 20) in [each.due for each in stored().steps.all()]
        assert [each.learned for each in stored().look_backs.all()] == [ANSWERS["learned"]]


class TestOverTime:
    """How often it comes back, and two passes side by side."""

    def test_one_pass_alone(self, visit, passed):
        """It is said what a second one would show."""
        passed()
        seen = visit(REGRET, part="time").seen
        assert SAY["comes_early"] in seen
        assert SAY["beside_one"] in seen
        assert SAY["known"] in [each.label for each in visit(REGRET, part="time").app.expander]

    def test_two_side_by_side(self, visit, passed):
        """Then and now, in their days, with own words as they are."""
        passed(40, learned="Ask *first*.", strength=9)
        passed(2, often=3, acts=[])
        screen = visit(REGRET, part="time")
        assert fill(SAY["comes_less"], first=7, last=3) in screen.seen
        assert fill(SAY["beside_less"], before=9, now=8) in screen.seen
        table = screen.app.table[-1].value
        assert list(table.columns) == [SAY["row"], "11 October 2026", "18 November 2026"]
        assert table.iloc[:, 1].tolist()[:2] == ["9", "7"]
        assert table.iloc[3, 1] == "Ask \\*first\\*."
        assert table.iloc[4, 2] == SAY["nothing"]

    def test_two_of_one_day(self, visit, passed):
        """Both are there."""
        passed(0, strength=9)
        passed(0, strength=4)
        table = visit(REGRET, part="time").app.table[-1].value
        assert table.iloc[0].tolist()[1:] == ["9", "4"]

    def test_of_three_the_one_before_is_beside_it_at_first(self, visit, passed):
        """Any other can be chosen."""
        for days, strength in ((80, 9), (40, 7), (1, 4)):
            passed(days, strength=strength)
        screen = visit(REGRET, part="time")
        assert fill(SAY["beside_less"], before=7, now=4) in screen.seen
        [which] = [each for each in screen.app.selectbox if each.key == "regret.beside"]
        which.select_index(1)
        assert fill(SAY["beside_less"], before=9, now=4) in screen.run().seen


class TestGuard:
    """More of it is met with a view from outside, and never locked."""

    def test_a_second_pass_within_two_weeks_begins_as_the_first_did(
        self, visit, stored, passed, case
    ):
        """No question is asked."""
        passed(3)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert not screen.has("text_input", "fact")
        screen.press(BEGIN)
        assert len(stored().runs.all()) == 2

    def test_after_two_it_asks_for_a_new_fact(self, visit, stored, passed, case):
        """Beside it stand the view from outside and one small step; without one it may rest."""
        passed(10)
        passed(3)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert fill(SAY["met_enough"], when="17 December 2026") in screen.seen
        assert f"worksheet=wider_view&case={case.id}" in queries(screen)
        assert SAY["to_small_step"] in labels(screen)
        screen.press(BEGIN)
        assert SAY["fact_first"] in screen.seen
        assert len(stored().runs.all()) == 2

    def test_with_a_new_fact_it_goes_on_and_is_noted(self, visit, stored, passed, case):
        """The line stands in the first step, and its draft is gone."""
        passed(20)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert fill(SAY["met_rests"], when="30 November 2026") in screen.seen
        screen.type("fact", "They opened an office here.").press(BEGIN)
        begun = next(each for each in stored().runs.all() if not each.is_finished)
        assert begun.answers["brings_up"] == "They opened an office here."
        assert screen.field("text_input", "brings_up").value == "They opened an office here."
        assert not [e for e in stored().drafts.all() if e.form.startswith("regret_fact")]

    def test_a_new_fact_is_not_lost_where_the_pass_cannot_be_begun(
        self, visit, passed, case, monkeypatch
    ):
        """On a full disk, say: the line is still there, and a reload finds it."""
        passed(20)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        screen.type("fact", "They opened an office here.")

        def refuse(*_, **__):
            raise DiskFullError(1)

        with monkeypatch.context() as full:
            full.setattr(Collection, "add", refuse)
            screen.press(BEGIN)
        for again in (screen.run(), visit(WORKSHEET, worksheet="regret", case=case.id)):
            assert again.field("text_input", "fact").value == "They opened an office here."

    def test_a_new_fact_is_noticed(self, visit, passed, case):
        """It is looked at before it is stored."""
        passed(20)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert screen.type("fact", "I want to die").press(BEGIN).in_crisis

    def test_what_is_half_done_is_never_held(self, visit, stored, passed, case, today):
        """To go on is no new pass."""
        passed(10)
        run = WorksheetRun(worksheet="regret", happened_on=today, case_id=case.id)
        run = stored().runs.add(run)
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert f"run={run.id}" in queries(screen)

    def test_another_case_is_free(self, visit, stored, passed, today):
        """Each regret has its own passes."""
        passed(3)
        passed(3)
        told = {"direction": Direction.I_SAID_NO, "happened_on": today}
        other = stored().cases.add(Case(**told, employer="North"))
        assert not visit(WORKSHEET, worksheet="regret", case=other.id).has("text_input", "fact")

    def test_who_was_here_often_is_met_kindly(self, visit, passed):
        """On the screen too."""
        for _ in range(4):
            passed()
        assert SAY["often"] in [each.value for each in visit(REGRET).app.info]

    def test_a_mood_that_sank_twice(self, visit, passed, case):
        """Something kind or active stands first, and nothing is locked."""
        passed(20, mood_before=6, mood_after=3)
        passed(15, mood_before=6, mood_after=4)
        assert SAY["sinks"] in visit(REGRET).seen
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert SAY["sinks"] in screen.seen
        assert screen.has("text_input", "fact")

    def test_a_soft_timer_over_every_step(self, visit, stored, case, today):
        """Twenty quiet minutes, offered at the first step and shown from there on."""
        first = SHEET.steps[0].id
        run = WorksheetRun(worksheet="regret", happened_on=today, case_id=case.id, at=first)
        run = stored().runs.add(run)
        timer = f"timer.regret.{run.id}"
        screen = visit(WORKSHEET, run=run.id).press(f"{timer}.20")
        screen.press(f"worksheet:{run.id}.0.act.next")
        assert SHEET.steps[1].title in screen.seen
        assert f"{timer}.away" in [each.key for each in screen.app.button]
        screen.press(f"{timer}.away")
        assert timer not in "".join(each.key or "" for each in screen.app.button)

    def test_no_timer_over_what_is_finished(self, visit, passed):
        """Reading it again is not timed."""
        run = passed()
        keys = [each.key or "" for each in visit(WORKSHEET, run=run.id).app.button]
        assert not [each for each in keys if each.startswith("timer.")]


class TestHeavyDays:
    """While the last days sound hard, it waits behind "open anyway"."""

    @pytest.fixture
    def heavy(self, stored, today):
        """A check-in with next to no hope."""
        stored().check_ins.add(CheckIn(mood=3, hope=1, happened_on=today))

    def test_the_screen_waits(self, visit, heavy, passed):
        """Nothing of it shows before the person opens it."""
        passed()
        screen = visit(REGRET)
        assert words("heavy")["title"] in screen.seen
        assert SHEET.results[0].title not in screen.seen
        assert SHEET.results[0].title in screen.press("heavy.open").seen

    def test_the_worksheet_waits_too(self, visit, heavy, case):
        """Its cover opens with one press."""
        screen = visit(WORKSHEET, worksheet="regret", case=case.id)
        assert words("heavy")["title"] in screen.seen
        assert BEGIN not in [each.key for each in screen.app.button]
        assert BEGIN in [each.key for each in screen.press("heavy.open").app.button]
