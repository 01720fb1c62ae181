"""Private writing, from the honest first page to a page that is kept or gone."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.collection import Collection
from core.content.loader import words, writing_words
from core.me import Me
from core.storage.errors import ReadOnlyError
from core.values import Value
from core.writing import Way, Writing
from pages.parts import session

WRITING = "feel/writing.py"
SAY = words("writing")


@pytest.fixture
def case(stored, today):
    """One case, told ten days ago."""
    day = today - timedelta(days=10)
    told = Case(direction=Direction.THEY_SAID_NO, happened_on=day, employer="Aurora")
    return stored().cases.add(told)


@pytest.fixture
def wrote(stored, today):
    """Keep a session of some days ago."""

    def write(days_ago=0, **more):
        day = today - timedelta(days=days_ago)
        kept = {"way": Way.DEEPEST, "text": "a page", "kept": True, **more}
        return stored().writings.add(Writing(happened_on=day, **kept))

    return write


@pytest.fixture
def later(folder, now, monkeypatch):
    """Put the clock so much past the noon that these tests begin at."""

    def put(**passed):
        monkeypatch.setenv("AJAR_CLOCK", (now + timedelta(**passed)).isoformat())
        session.app_mode.cache_clear()
        session.close_own_workspace()

    return put


def refuse(*_args, **_options):
    """A disk that refuses."""
    raise ReadOnlyError


def begin(screen, way="deepest"):
    """Choose to write."""
    return screen.press(f"writing.begin.{way}")


def to_page(screen, way="deepest"):
    """Choose to write, and come to the page."""
    return begin(screen, way).press("writing.next")


def write(screen, text="It rained."):
    """Write a page, and say that it is enough."""
    return screen.type("text", text).press(act(screen, "enough"))


def act(screen, name):
    """The key of a button whose key ends in this name."""
    [key] = [each.key for each in screen.app.button if (each.key or "").endswith(f".{name}")]
    return key


def end(screen, way="keep"):
    """Keep the page or let it go."""
    return screen.press(act(screen, way))


class TestOpening:
    """A choice, told honestly."""

    def test_it_says_that_studies_are_mixed_and_that_one_can_stop(self, visit):
        """Before anything is asked."""
        screen = visit(WRITING)
        assert all(line in screen.seen for line in SAY["honest"])
        assert not screen.has("text_area", "text")
        assert not screen.app.pills

    def test_nothing_is_kept_of_looking_at_it(self, visit, stored):
        """No draft either."""
        begin(visit(WRITING))
        assert not stored().drafts.all()
        assert not stored().writings.all()


class TestWriting:
    """One page, and all that belongs to it."""

    def test_a_page_is_kept_with_its_moods_event_and_way(self, visit, stored, case, today):
        """From the first page to the last."""
        screen = begin(visit(WRITING, case=case.id)).pick("way", "friend").pick("mood_before", 4)
        screen.press("writing.next")
        assert writing_words().ways[Way.FRIEND].about in screen.seen
        end(write(screen, "They would say I tried.").pick("mood_after", 6))
        [kept] = stored().writings.all()
        assert (kept.way, kept.text, kept.kept) == (Way.FRIEND, "They would say I tried.", True)
        assert (kept.mood_before, kept.mood_after) == (4, 6)
        assert (kept.case_id, kept.happened_on) == (case.id, today)
        assert not stored().drafts.all()

    @pytest.mark.parametrize("way", Way)
    def test_each_way_asks_its_three_things(self, visit, way):
        """What, how, next."""
        screen = begin(visit(WRITING)).pick("way", way.value).press("writing.next")
        assert all(prompt in screen.seen for prompt in writing_words().ways[way].prompts)

    def test_from_a_step_away_the_name_is_used_as_it_is(self, visit, stored):
        """Where it is known; it is no Markdown."""
        stored().save_me(Me(name="Mo *star*"))
        screen = begin(visit(WRITING)).pick("way", "from_outside").press("writing.next")
        assert "Write about Mo \\*star\\*, and leave out I." in screen.seen

    def test_from_a_step_away_without_a_name(self, visit):
        """The prompt does without."""
        screen = begin(visit(WRITING)).pick("way", "from_outside").press("writing.next")
        assert writing_words().ways[Way.FROM_OUTSIDE].about in screen.seen

    def test_what_was_put_first_is_at_hand(self, visit, stored):
        """Three values at most, in their order."""
        workspace = stored()
        for name, rank in (("third", 3), ("first", 1), ("fourth", 4), ("second", 2), ("no", None)):
            workspace.values.add(Value(name=name, rank=rank))
        screen = begin(visit(WRITING)).pick("way", "values").press("writing.next")
        assert "first, second, third" in screen.seen
        assert "fourth" not in screen.seen

    def test_what_is_typed_survives_a_reload(self, visit, stored):
        """It is a draft at once, and a new window opens on the page."""
        to_page(visit(WRITING), "diary").type("text", "It rained.")
        assert not stored().writings.all()
        again = visit(WRITING)
        assert again.field("text_area", "text").value == "It rained."
        assert words("forms")["resumed"] in again.seen
        end(again.press(act(again, "enough")))
        [kept] = stored().writings.all()
        assert (kept.way, kept.text) == (Way.DIARY, "It rained.")

    def test_an_emptied_page_stays_where_it_is(self, visit):
        """Also one that was left half done: whoever begins it anew is not sent away."""
        to_page(visit(WRITING)).type("text", "It rained.")
        again = visit(WRITING).type("text", "")
        assert again.type("text", "It snowed.").field("text_area", "text").value == "It snowed."

    def test_going_back_loses_nothing(self, visit):
        """Through every part."""
        screen = write(to_page(visit(WRITING))).press("writing.back.1")
        assert screen.field("text_area", "text").value == "It rained."
        screen.press("writing.back.0").press("writing.next")
        assert screen.field("text_area", "text").value == "It rained."

    def test_an_empty_page_is_not_kept(self, visit, stored):
        """It says so, and can be let go without a trace."""
        screen = to_page(visit(WRITING))
        end(screen.press(act(screen, "enough")))
        assert SAY["nothing_yet"] in screen.seen
        end(screen, "let_go")
        assert not stored().writings.all()

    def test_after_twenty_minutes_it_says_that_it_is_enough(self, visit, later):
        """Softly; the page stays open, and the minutes are noted."""
        screen = to_page(visit(WRITING))
        assert SAY["long_enough"] not in screen.seen
        later(minutes=21)
        assert SAY["long_enough"] in screen.type("text", "still here").seen
        assert screen.has("text_area", "text")

    def test_today_offers_no_page_that_is_half_done(self, visit):
        """It is private, also from a look at the first screen."""
        to_page(visit(WRITING)).type("text", "Between us")
        seen = visit().seen
        assert "Between us" not in seen
        assert SAY["title"] not in seen


class TestLettingGo:
    """The text is gone; that it took place is known."""

    def test_no_word_stays_anywhere(self, visit, stored, folder):
        """Neither in the file, nor as a draft, nor in a copy of either."""
        screen = begin(visit(WRITING)).pick("mood_before", 5).press("writing.next")
        end(write(screen, "zanzibar").pick("mood_after", 4), "let_go")
        [left] = stored().writings.all()
        assert (left.kept, left.text, left.mood_before, left.mood_after) == (False, "", 5, 4)
        assert not stored().drafts.all()
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert files
        assert not [path for path in files if b"zanzibar" in path.read_bytes()]
        assert "zanzibar" not in visit(WRITING).seen

    def test_a_page_of_diary_leaves_nothing(self, visit, stored):
        """It is no session."""
        end(write(to_page(visit(WRITING), "diary")), "let_go")
        assert not stored().writings.all()

    def test_it_goes_also_where_the_disk_refuses_to_note_the_day(self, visit, stored, monkeypatch):
        """Letting go is never held up."""
        screen = write(to_page(visit(WRITING)))
        monkeypatch.setattr(Collection, "add", refuse)
        end(screen, "let_go")
        assert SAY["gone"] in screen.seen
        assert not stored().drafts.all()


class TestHowOften:
    """Four for one event, one a day."""

    def test_the_second_on_one_day_is_held_and_the_diary_is_open(self, visit, stored, wrote):
        """It says so kindly."""
        wrote()
        screen = visit(WRITING)
        assert SAY["held_today"] in screen.seen
        assert "writing.begin.deepest" not in [each.key for each in screen.app.button]
        end(write(to_page(screen, "diary")))
        assert [each.way for each in stored().writings.all()] == [Way.DEEPEST, Way.DIARY]

    def test_the_fifth_about_one_event_is_held(self, visit, stored, wrote, case):
        """The page that is written then is a page of plain diary."""
        for days in (2, 4, 6, 40):
            wrote(days, case_id=case.id)
        screen = begin(visit(WRITING, case=case.id))
        assert SAY["held_all"] in screen.seen
        assert not screen.has("pills", "way")
        end(write(screen.press("writing.next")))
        assert [each.way for each in stored().writings.all()][-1] is Way.DIARY

    def test_another_event_opens_it_again(self, visit, wrote, case):
        """Chosen on the spot."""
        for days in (2, 4, 6, 40):
            wrote(days, case_id=case.id)
        screen = begin(visit(WRITING, case=case.id)).choose("case_id", "")
        assert screen.has("pills", "way")

    def test_four_sessions_in_a_row_and_no_fifth(self, visit, stored, later):
        """Written one after the other on screen, a day apart, let go or kept."""
        for day, way in enumerate(("keep", "let_go", "keep", "let_go")):
            later(days=day)
            end(write(to_page(visit(WRITING)), way), way)
        later(days=4)
        assert SAY["held_all"] in begin(visit(WRITING)).seen
        assert len(stored().writings.all()) == 4

    def test_a_second_window_cannot_make_a_second_session(self, visit, stored):
        """What stands in it can still be kept, as a page of plain diary."""
        one, two = to_page(visit(WRITING)), to_page(visit(WRITING))
        end(write(one, "first"))
        screen = write(two, "second")
        assert SAY["held_typed"] in screen.seen
        end(screen)
        ways = {each.text: each.way for each in stored().writings.all()}
        assert ways == {"first": Way.DEEPEST, "second": Way.DIARY}


class TestCare:
    """Heavy days, heavy words, and a quiet end."""

    @pytest.mark.parametrize("way", ["keep", "let_go"])
    def test_words_of_danger_open_the_card_kept_or_not(self, visit, stored, way):
        """Nothing is blocked by it."""
        screen = write(to_page(visit(WRITING)), "I want to die")
        assert screen.in_crisis
        assert end(screen, way).in_crisis
        [told] = stored().writings.all()
        assert told.text == ("I want to die" if way == "keep" else "")

    def test_a_card_that_was_closed_does_not_come_back_for_the_same_words(self, visit):
        """But for other words it does."""
        screen = write(to_page(visit(WRITING)), "I want to die")
        screen.press("crisis.close").press("writing.back.1")
        assert not screen.press(act(screen, "enough")).in_crisis
        screen.press("writing.back.1")
        assert write(screen, "I want to end my life").in_crisis

    def test_clearing_the_page_is_noticed_too(self, visit):
        """Text that is thrown away is looked at as well."""
        to_page(visit(WRITING)).type("text", "I want to die")
        assert visit(WRITING).press("writing.over").in_crisis

    def test_while_the_days_are_hard_it_waits_behind_a_word(self, visit, stored, today):
        """T2: little hope in a check-in. It opens all the same."""
        stored().check_ins.add(CheckIn(mood=4, hope=1, happened_on=today))
        screen = visit(WRITING)
        assert words("heavy")["title"] in screen.seen
        assert SAY["begin"] not in screen.seen
        screen.press("heavy.open")
        assert SAY["begin"] in screen.seen
        screen = to_page(screen)
        assert words("heavy")["title"] not in screen.seen
        assert words("heavy")["title"] in visit(WRITING).seen

    def test_a_drop_of_mood_twice_is_told_at_the_end_and_next_time(self, visit, wrote):
        """Something else may be kinder; the page stays open."""
        wrote(3, mood_before=6, mood_after=3)
        assert SAY["weighs"] not in visit(WRITING).seen
        screen = begin(visit(WRITING)).pick("mood_before", 5).press("writing.next")
        assert SAY["weighs"] in end(write(screen).pick("mood_after", 3)).seen
        assert SAY["weighs"] in visit(WRITING).seen

    def test_it_ends_quietly_with_one_small_step(self, visit, stored, case):
        """A minute to settle, and a step if wanted."""
        screen = end(write(to_page(visit(WRITING, case=case.id))))
        assert SAY["settle"] in screen.seen
        screen.pick("energy", "low")
        screen.app.text_input(key="writing.small.own").set_value("Walk round the block")
        screen.run().press("writing.small.take")
        [step] = stored().steps.all()
        assert (step.text, step.case_id) == ("Walk round the block", case.id)
        assert SAY["step_saved"] in screen.seen
        assert SAY["held_today"] in screen.press("writing.done").seen


class TestWhatWasWritten:
    """It can be read again, and go."""

    def test_it_stands_on_its_own_screen_and_not_on_today(self, visit, wrote, case):
        """With its day and event; what was let go says that no word is here."""
        wrote(1, text="a quiet page", case_id=case.id)
        wrote(2, text="", kept=False)
        screen = visit(WRITING)
        assert "a quiet page" in screen.seen
        assert "Aurora" in screen.seen
        assert SAY["gone_line"] in screen.seen
        assert "a quiet page" not in visit().seen

    def test_deleting_asks_first_and_can_be_undone(self, visit, stored, wrote):
        """As everywhere."""
        kept = wrote(1)
        screen = visit(WRITING).press(f"delete.{kept.id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{kept.id}")
        assert not stored().writings.all()
        screen.press("undo.undo")
        assert stored().writings.get(kept.id) == kept
