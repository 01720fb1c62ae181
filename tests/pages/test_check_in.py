"""A check-in: a mood alone or a word alone is enough, and nothing is advised unasked."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.content.loader import step_words, support_words, words
from core.steps import Energy

SAY = words("check_in")
CHECK_IN = "feel/check_in.py"


def save(screen):
    """Press Save."""
    return screen.press("check_in.save")


class TestKeeping:
    """What is chosen is kept."""

    def test_a_mood_alone_is_a_complete_check_in(self, visit, stored, today):
        """One number, kept as of today."""
        screen = save(visit(CHECK_IN).pick("mood", 0))
        [check_in] = stored().check_ins.all()
        assert (check_in.mood, check_in.feelings) == (0, ())
        assert check_in.happened_on == today
        assert SAY["saved"] in screen.seen

    def test_a_word_alone_is_enough(self, visit, stored):
        """A family, a word and its strength, without any mood."""
        screen = visit(CHECK_IN).pick("families", "torn").pick("words.torn", "stuck")
        save(screen.pick("strength.stuck", 8))
        assert stored().check_ins.all()[0].feelings == (
            Felt(word="stuck", family="torn", strength=8),
        )

    def test_a_family_alone_is_enough(self, visit, stored, today):
        """Nobody has to find the finer word; the family is the word then, also when changed."""
        save(visit(CHECK_IN).pick("families", "afraid"))
        [check_in] = stored().check_ins.all()
        assert [(each.word, each.family) for each in check_in.feelings] == [("afraid", "afraid")]
        again = visit(CHECK_IN, check_in=check_in.id)
        assert again.field("pills", "families").value == ["afraid"]

    def test_an_own_word_comes_before_picked_ones(self, visit, stored):
        """Where there are too many, what the person wrote is kept, and what is left is named."""
        screen = visit(CHECK_IN).pick("families", "sad").pick("words.sad", "sad", "heavy", "empty")
        screen.type("own_word", "hollow")
        assert "Left out for now: empty" in screen.seen
        save(screen)
        kept = [each.word for each in stored().check_ins.all()[0].feelings]
        assert kept == ["hollow", "sad", "heavy"]

    def test_an_own_word_can_be_filed(self, visit, stored):
        """A word of one's own counts as Steadier where the person says so."""
        screen = visit(CHECK_IN).type("own_word", "wobbly but fine").pick("own_family", "steadier")
        save(screen)
        [felt] = stored().check_ins.all()[0].feelings
        assert (felt.word, felt.family) == ("wobbly but fine", "steadier")

    def test_three_words_at_most_are_kept_and_said(self, visit, stored):
        """A fourth word is not kept, and the screen says which ones are."""
        screen = visit(CHECK_IN).pick("families", "sad")
        screen.pick("words.sad", "sad", "heavy", "empty", "lonely")
        assert "sad, heavy, empty" in screen.seen
        save(screen)
        assert [f.word for f in stored().check_ins.all()[0].feelings] == ["sad", "heavy", "empty"]

    def test_all_the_rest_is_kept_too(self, visit, stored, today):
        """Hope, body, note, day and the case it belongs to."""
        case = stored().cases.add(
            Case(direction=Direction.SECOND_THOUGHTS, happened_on=today, employer="Acme")
        )
        screen = visit(CHECK_IN, case=case.id).pick("mood", 5).pick("hope", 4)
        screen.pick("body", "heavy_limbs").type("note", "A long walk.").pick("comes_back", 9)
        screen.app.date_input[0].set_value(today - timedelta(days=1))
        save(screen.run())
        [kept] = stored().check_ins.all()
        assert (kept.hope, kept.body, kept.note) == (4, ("heavy_limbs",), "A long walk.")
        assert (kept.case_id, kept.comes_back) == (case.id, 9)
        assert kept.happened_on == today - timedelta(days=1)

    def test_how_often_it_comes_back_is_normal_to_ask(self, visit, stored, today):
        """Second thoughts are met with a line that they are common."""
        case = stored().cases.add(Case(direction=Direction.SECOND_THOUGHTS, happened_on=today))
        assert SAY["comes_back_note"] in visit(CHECK_IN, case=case.id).seen
        assert SAY["comes_back_note"] not in visit(CHECK_IN).seen

    def test_nothing_chosen_gets_a_sentence(self, visit, stored):
        """An empty check-in is not saved, and the screen says what would be enough."""
        assert SAY["nothing_yet"] in save(visit(CHECK_IN)).seen
        assert not stored().check_ins.all()

    def test_a_day_to_come_gets_a_sentence(self, visit, stored, today):
        """Tomorrow cannot have been felt."""
        screen = visit(CHECK_IN).pick("mood", 5)
        screen.app.date_input[0].set_value(today + timedelta(days=1))
        screen.run()
        assert words("forms")["future"] in save(screen).seen
        assert not stored().check_ins.all()

    def test_it_can_be_changed_later(self, visit, stored, today):
        """An old check-in opens with what it held, and is changed in place."""
        old = stored().check_ins.add(
            CheckIn(
                happened_on=today - timedelta(days=9),
                mood=3,
                feelings=(Felt(word="flat", family="drained", strength=6),),
            )
        )
        screen = visit(CHECK_IN, check_in=old.id)
        assert screen.field("pills", "words.drained").value == ["flat"]
        save(screen.pick("mood", 4))
        [kept] = stored().check_ins.all()
        assert (kept.id, kept.mood, kept.feelings) == (old.id, 4, old.feelings)
        assert kept.happened_on == old.happened_on


class TestDrafts:
    """What is half typed comes back."""

    def test_a_reload_brings_it_back(self, visit):
        """A new window finds the mood, the words and the note."""
        screen = visit(CHECK_IN).pick("mood", 6).pick("families", "sad").pick("words.sad", "heavy")
        screen.type("note", "half a thought")
        again = visit(CHECK_IN)
        assert again.field("pills", "mood").value == 6
        assert again.field("pills", "words.sad").value == ["heavy"]
        assert again.field("text_area", "note").value == "half a thought"
        assert words("forms")["resumed"] in again.seen

    def test_typing_alone_is_not_called_half_done(self, visit):
        """The form that is being typed in right now is no leftover."""
        screen = visit(CHECK_IN).pick("mood", 6).pick("families", "sad")
        assert words("forms")["resumed"] not in screen.seen

    def test_a_saved_check_in_leaves_no_draft(self, visit, stored):
        """After saving the form starts empty, also in a new window."""
        save(visit(CHECK_IN).pick("mood", 6))
        assert stored().drafts.find("check_in") is None
        assert visit(CHECK_IN).field("pills", "mood").value is None

    def test_it_can_be_cleared(self, visit, stored):
        """Start over empties the form and forgets the draft."""
        visit(CHECK_IN).pick("mood", 6)
        screen = visit(CHECK_IN)
        [over] = [
            each.key for each in screen.app.button if each.label == words("forms")["start_over"]
        ]
        screen.press(over)
        assert screen.field("pills", "mood").value is None
        assert stored().drafts.find("check_in") is None


class TestLettingGo:
    """To let a check-in go is as good as to keep it."""

    def test_nothing_of_it_is_kept(self, visit, stored, folder):
        """Neither the record nor the draft holds a word of it."""
        screen = visit(CHECK_IN).pick("mood", 4).type("note", "not for keeps")
        screen.press("check_in.discard")
        assert SAY["discarded"] in screen.seen
        assert not stored().check_ins.all()
        kept = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
        assert b"not for keeps" not in kept

    def test_words_of_danger_open_the_card_all_the_same(self, visit, stored):
        """What is let go is looked at first; the card stays on every screen until it is closed."""
        screen = visit(CHECK_IN).type("note", "I don't want to be here anymore")
        screen.press("check_in.discard")
        assert screen.in_crisis
        screen.app.switch_page("progress.py")
        screen.run()
        assert screen.in_crisis
        screen.press("crisis.close")
        assert not screen.in_crisis
        assert not stored().check_ins.all()


class TestAfterwards:
    """Feelings first; one small step, if and when the person wants it."""

    def test_no_advice_before_the_person_is_ready(self, visit):
        """No step is offered until "I'm ready" is pressed."""
        screen = save(visit(CHECK_IN).pick("mood", 5))
        assert not screen.app.pills
        assert SAY["energy"] in [each.label for each in screen.press("settled.ready").app.pills]

    @pytest.mark.parametrize("energy", ["low", "some", "more"])
    def test_a_chosen_step_lands_on_today(self, visit, stored, today, energy):
        """A step that fits the energy, at most 15 minutes long, is due today."""
        screen = save(visit(CHECK_IN).pick("mood", 5)).press("settled.ready")
        screen.app.pills(key="settled.energy").set_value(energy)
        screen.run()
        ideas = step_words().ideas(Energy(energy))
        screen.app.radio[0].set_value(ideas[0].id)
        screen.run().press("settled.take")
        [step] = stored().steps.all()
        assert (step.due, step.energy, step.text) == (today, energy, ideas[0].text)
        assert step.minutes <= 15
        assert step.check_in_id == stored().check_ins.all()[0].id

    def test_strong_and_fresh_news_meets_steadying_first(self, visit, stored, today):
        """Strain of 7 or more within a day of the news: steady first, reflection stays open."""
        case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        screen = visit(CHECK_IN, case=case.id).pick("families", "sad").pick("words.sad", "heavy")
        screen = save(screen.pick("strength.heavy", 7))
        assert SAY["steady_title"] in screen.seen

    def test_strong_but_steadier_words_do_not(self, visit, stored, today):
        """Proud 10 and relieved 9 call for nothing."""
        case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        screen = visit(CHECK_IN, case=case.id).pick("families", "steadier")
        screen.pick("words.steadier", "proud").pick("strength.proud", 10)
        screen = save(screen)
        assert SAY["steady_title"] not in screen.seen
        assert support_words().tiers.t1 not in screen.seen

    def test_little_hope_meets_the_support_card(self, visit):
        """Hope of 2 shows the card with people, a doctor and lines."""
        screen = save(visit(CHECK_IN).pick("mood", 5).pick("hope", 2))
        assert support_words().tiers.t2_doctor in screen.seen

    def test_another_check_in_starts_afresh(self, visit):
        """The form comes back empty."""
        screen = save(visit(CHECK_IN).pick("mood", 5)).press("settled.another")
        assert screen.field("pills", "mood").value is None
