"""One letter on screen: it grows from a few answers, keeps every word, then waits or goes."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.letters import kind_words
from core.content.loader import letter_times, words
from core.letters.kinds import Kind, Openness
from core.letters.letter import LetterState
from core.me import Me
from core.people import Person
from core.wins import Win
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.messages import STAYS
from tests.core.letters.plausible_facts import answers

LETTER = "reach_out/letter.py"
SAY, SENDING = words("letter"), words("sending")
MINE = "And one thing that only I can say."


@pytest.fixture
def case(stored, today):
    """A no after a final round, the day before yesterday; who told it is known."""
    workspace = stored()
    workspace.save_me(Me(name="Sam Reyes"))
    amara = workspace.people.add(Person(name="Amara Bello", address="amara@northwind.example"))
    jonas = workspace.people.add(Person(name="Jonas Lind"))
    return workspace.cases.add(
        Case(
            direction=Direction.THEY_SAID_NO,
            happened_on=today - timedelta(days=2),
            employer="Northwind",
            role="Analyst",
            stages=(StageReached(stage=Stage.FINAL),),
            contact_id=amara.id,
            referrer_id=jonas.id,
        )
    )


@pytest.fixture
def declined(stored, today):
    """An offer that I turned down today, because of the journey."""
    workspace = stored()
    workspace.save_me(Me(name="Sam Reyes"))
    mina = workspace.people.add(Person(name="Mina Castell"))
    return workspace.cases.add(
        Case(
            direction=Direction.I_SAID_NO,
            happened_on=today,
            employer="Brightwater",
            role="Owner",
            contact_id=mina.id,
            reasons_true=("location",),
        )
    )


@pytest.fixture
def ask(visit, case):
    """A request for advice, with the one fact that it needs."""
    screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
    return screen.type("fact_focus", "my answer in the case task")


def body(screen):
    """The text of the letter as it stands on the screen."""
    return screen.field("text_area", "body").value


def rewrite(screen, text):
    """Change the letter by hand."""
    screen.field("text_area", "body").set_value(text)
    return screen.run()


def go_to(screen, step):
    """Go to another step of the letter."""
    screen.named("pills", "stays.letter.step").set_value(step)
    return screen.run()


def press(screen, name):
    """Press the button of this name in the form of the letter."""
    screen.field("button", name).click()
    return screen.run()


def files(screen):
    """By their ending the files that are offered, each with why it cannot be made, if so."""
    offered = [each.proto for each in screen.app.get("download_button")]
    return {each.id.rsplit(".", 1)[-1]: each.help if each.disabled else "" for each in offered}


def kept(stored):
    """The one letter that is kept."""
    [letter] = stored().letters.all()
    return letter


class TestGrowing:
    """A few answers make a letter."""

    @pytest.mark.parametrize("kind", Kind)
    def test_every_kind_is_written_from_its_answers(self, visit, kind):
        """With each question answered, it is whole, greets by name and is signed."""
        screen = visit(LETTER, letter=kind.value)
        told = answers(kind, 0)
        screen.type("to_name", "Amara Bello").type("fact_me", "Sam Reyes")
        for fact in kind_words(kind).ask:
            if screen.has("text_input", f"fact_{fact}"):
                screen.type(f"fact_{fact}", told[fact])
        assert screen.app.title[0].value == kind_words(kind).title
        assert "Amara" in body(screen)
        assert body(screen).endswith("Sam Reyes")
        assert SAY["needed"] not in screen.seen

    def test_what_is_known_is_not_asked_again(self, visit, case):
        """Name, role and recipient come from the case."""
        screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        assert screen.field("text_input", "to_name").value == "Amara Bello"
        assert screen.field("text_input", "fact_role").value == "Analyst"
        assert "Amara" in body(screen)
        assert body(screen).endswith("Sam Reyes")

    def test_what_is_missing_is_asked_for_and_never_made_up(self, visit, case):
        """Without a focus there is no question in the letter, and it is not whole."""
        screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        assert "?" not in body(screen)
        assert SAY["needed"] in screen.seen
        assert SAY["missing"] in screen.seen
        screen.type("fact_focus", "my answer in the case task")
        assert "my answer in the case task" in body(screen)
        assert "?" in body(screen)
        assert SAY["needed"] not in screen.seen

    def test_a_tone_changes_the_whole_letter(self, ask):
        """Each tone has words of its own for each sentence."""
        warm = body(ask)
        formal = body(ask.pick("tone", "formal"))
        assert "Dear Amara Bello," in formal
        assert not set(warm.split("\n\n")[1].split(". ")) & set(formal.split("\n\n")[1].split(". "))

    def test_optional_sentences_come_and_go(self, ask):
        """What is chosen under "Also say" stands in the letter, and leaves it again."""
        ask.type("fact_good_thing", "meeting Lena")
        assert "meeting Lena" in body(ask)
        ask.field("pills", "optional").set_value([])
        assert "meeting Lena" not in body(ask.run())

    def test_another_wording_changes_one_sentence(self, ask):
        """The rest stays, word for word."""
        before = body(ask).split("\n\n")
        after = body(press(ask, "turn.closing")).split("\n\n")
        assert after[:-1] == before[:-1]
        assert after[-1] != before[-1]

    def test_a_letter_for_nobody_greets_nobody_by_name(self, visit):
        """No recipient, no invented one."""
        screen = visit(LETTER, letter=Kind.ASK_FOR_LEADS.value)
        assert body(screen).split("\n")[0] in {"Hi,", "Hello,", "Dear hiring team,"}

    def test_an_unknown_address_says_so(self, visit):
        """A letter that is gone leaves a calm line and a way back."""
        assert SAY["not_found"] in visit(LETTER, letter="nowhere").seen


class TestByHand:
    """What is written by hand is never overwritten unasked."""

    def test_an_addition_outlives_every_change(self, ask):
        """A line of one's own stays through tone, facts and wordings."""
        rewrite(ask, f"{body(ask)}\n\n{MINE}")
        ask.pick("tone", "formal").type("fact_focus", "my slides")
        assert body(ask).endswith(MINE)
        assert "my slides" in body(ask)

    def test_a_changed_sentence_stays_and_one_is_asked(self, ask):
        """The new sentence waits for a yes."""
        closing = body(ask).split("\n\n")[-1]
        rewrite(ask, body(ask).replace(closing, "Cheers,\nSam"))
        press(ask, "turn.closing")
        assert body(ask).endswith("Cheers,\nSam")
        assert SAY["take_new"] in screen_buttons(ask)
        press(ask, "new.closing")
        assert "Cheers" not in body(ask)
        assert SAY["take_new"] not in screen_buttons(ask)

    def test_what_gave_way_to_a_new_sentence_is_a_version(self, ask, stored):
        """The words that stood there are kept with the letter, and can be read again."""
        closing = body(ask).split("\n\n")[-1]
        rewrite(ask, body(ask).replace(closing, "Cheers,\nSam"))
        before = body(ask)
        press(press(ask, "turn.closing"), "new.closing")
        press(ask, "save")
        assert [each.body for each in kept(stored).versions] == [before]
        assert "Cheers" not in kept(stored).body

    def test_a_new_sentence_leaves_its_neighbour_alone(self, ask):
        """Of two sentences by hand side by side, taking one anew does not touch the other."""
        ask.type("fact_good_thing", "meeting Lena")
        above = body(ask).split("\n\n")[:-2]
        rewrite(ask, "\n\n".join([*above, "My own ask?", "Cheers,\nSam"]))
        press(press(ask, "turn.closing"), "new.closing")
        assert "My own ask?" in body(ask)
        assert "Cheers" not in body(ask)

    def test_mine_can_be_kept(self, ask):
        """A no to the new sentence settles it."""
        closing = body(ask).split("\n\n")[-1]
        rewrite(ask, body(ask).replace(closing, "Cheers,\nSam"))
        press(press(ask, "turn.closing"), "mine.closing")
        assert body(ask).endswith("Cheers,\nSam")
        assert SAY["take_new"] not in screen_buttons(ask)

    def test_written_anew_the_old_text_is_a_version(self, ask, stored):
        """After one more question, the letter is fresh and the old one kept."""
        rewrite(ask, MINE)
        press(press(ask, "anew"), "anew_yes")
        assert MINE not in body(ask)
        press(ask, "save")
        assert [each.body for each in kept(stored).versions] == [MINE]

    def test_a_typed_subject_stays(self, ask):
        """Another tone does not take it away."""
        ask.type("subject", "My own subject").pick("tone", "formal")
        assert ask.field("text_input", "subject").value == "My own subject"

    def test_it_is_still_there_after_a_reload(self, ask, visit, case):
        """Half written, it waits as a draft, wordings and all."""
        rewrite(ask, f"{body(ask)}\n\n{MINE}")
        again = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        assert body(again) == body(ask)
        assert again.field("text_input", "fact_focus").value == "my answer in the case task"


def screen_buttons(screen):
    """The labels of all buttons."""
    return [each.label for each in screen.app.button]


class TestLooking:
    """What stands out is told, and nothing is blocked."""

    def test_a_stock_phrase_is_marked_and_leaves_with_one_click(self, ask):
        """What, why, and other words to take."""
        phrase = "I hope this email finds you well."
        rewrite(ask, body(ask).replace("\n\n", f"\n\n{phrase} ", 1))
        assert "finds you well" in ask.seen
        [take] = [each for each in ask.app.button if ".take." in (each.key or "")]
        take.click()
        ask.run()
        assert "finds you well" not in body(ask)
        assert body(ask).split("\n\n")[1][0].isupper()

    def test_an_error_takes_the_ready_sign_away(self, ask):
        """A placeholder left in the text, for one; copying stays possible."""
        assert SAY["ready"] in ask.seen
        rewrite(ask, body(ask).replace("Amara", "[name]"))
        assert SAY["not_ready"] in ask.seen
        assert len(go_to(ask, "send").app.code) == 2

    def test_what_sounds_like_danger_opens_the_card(self, ask):
        """A letter is read for signs when it is kept, and kept nevertheless."""
        press(rewrite(ask, "I want to die"), "save")
        assert ask.in_crisis


class TestKeeping:
    """The letter, its person and its case are kept together."""

    def test_a_letter_is_kept_once(self, ask, stored):
        """Kept twice, it is still one letter, and what was changed is in it."""
        press(ask, "save")
        assert SAY["saved"] in ask.seen
        rewrite(ask, f"{body(ask)}\n\n{MINE}")
        press(ask, "save")
        assert kept(stored).body.endswith(MINE)
        assert kept(stored).facts["focus"] == "my answer in the case task"

    def test_a_new_name_becomes_a_person(self, visit, stored):
        """Who is written to is known from then on."""
        screen = visit(LETTER, letter=Kind.STAY_IN_TOUCH.value)
        press(screen.type("to_name", "Lena Ode"), "save")
        [lena] = stored().people.all()
        assert (lena.name, kept(stored).to_id) == ("Lena Ode", lena.id)

    def test_two_windows_show_both_versions(self, ask, stored):
        """Neither text is lost."""
        press(ask, "save")
        other = stored()
        other.letters.replace(kept(stored).model_copy(update={"body": "Theirs."}))
        rewrite(ask, "Mine.")
        press(ask, "save")
        assert "Theirs." in ask.seen
        assert "Mine." in ask.seen
        ask.press("conflict.mine")
        assert kept(stored).body == "Mine."


class TestReason:
    """How open to be is chosen once, for all letters of the case."""

    def test_three_answers_suggest_a_level(self, visit, declined):
        """A little rapport and no sting: the one reason may be said."""
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        screen.pick("rapport", 2).pick("later_interest", 1).pick("sting", 0)
        assert "The one real reason" in screen.seen

    def test_the_reason_stands_in_the_letter_and_on_the_case(self, visit, stored, declined):
        """One sentence, taken as offered, said to the employer and kept."""
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        screen.pick("openness", "specific")
        press(screen, "use_line")
        line = screen.field("text_input", "fact_core_line").value
        assert line in body(screen)
        press(screen, "save")
        [case] = stored().cases.all()
        assert (case.openness, case.core_line) == (Openness.SPECIFIC, line)

    def test_the_referrer_hears_the_same(self, visit, stored, declined):
        """The next letter of the case begins with it."""
        workspace = stored()
        line = "The daily commute would not work for me this year."
        workspace.cases.replace(
            declined.model_copy(update={"openness": Openness.SPECIFIC, "core_line": line})
        )
        screen = visit(LETTER, letter=f"{Kind.REFERRER_NOTE}.{declined.id}.declined")
        assert line in body(screen)

    def test_no_reason_is_a_reason_not_said(self, visit, stored, declined):
        """Whatever is on the case, the letter keeps it to itself."""
        workspace = stored()
        workspace.cases.replace(declined.model_copy(update={"core_line": "It was the pay."}))
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        screen.pick("openness", "specific").pick("openness", "none")
        assert "pay" not in body(screen)

    def test_feedback_on_their_process_is_asked_about_twice(self, visit, declined):
        """Would they ask, can they act: only two yes open the field."""
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        chosen = [*screen.field("pills", "optional").value, "process_note"]
        screen.field("pills", "optional").set_value(chosen)
        screen.run().pick("process_asked", "yes").pick("process_can_act", "no")
        assert not screen.has("text_input", "fact_process_note")
        screen.pick("process_can_act", "yes")
        assert screen.has("text_input", "fact_process_note")


class TestSending:
    """Writing and sending are two steps."""

    def test_a_heavy_day_asks_for_a_night(self, stored, case, visit, now):
        """At strain 8 it is told why, and the rest is offered first."""
        felt = (Felt(word="sad", family="sad", strength=8),)
        stored().check_ins.add(CheckIn(feelings=felt, happened_on=now.date(), case_id=case.id))
        screen = visit(LETTER, letter=f"{Kind.THANKS_AFTER_NO}.{case.id}")
        go_to(screen, "send")
        assert letter_times().reasons["heavy_day"].what in screen.seen
        press(screen, "rest")
        letter = kept(stored)
        assert letter.state is LetterState.HELD
        assert timedelta(hours=23) < letter.held_until - now < timedelta(hours=25)

    def test_a_rest_can_be_ended(self, ask, stored):
        """It is a draft again."""
        press(go_to(ask, "send"), "rest")
        go_to(ask, "send").press("sending.wake")
        assert kept(stored).state is LetterState.DRAFT

    def test_sent_it_has_one_follow_up(self, ask, stored, today):
        """A week later, for a request for advice."""
        go_to(ask, "send").pick("sent_by", "email")
        press(ask, "mark_sent")
        letter = kept(stored)
        assert (letter.state, letter.sent_on, letter.sent_by) == ("sent", today, "email")
        assert letter.follow_up_on == today + timedelta(days=7)
        assert letter.versions[-1].body == letter.body
        assert not ask.has("text_area", "body")

    def test_a_day_to_come_is_not_the_day_it_went(self, ask, stored, today):
        """A clear sentence, and nothing is noted."""
        go_to(ask, "send")
        ask.field("date_input", "sent_on").set_value(today + timedelta(days=1))
        ask.run()
        assert SENDING["future"] in ask.seen
        assert not ask.has("button", "mark_sent")

    def test_an_address_that_cannot_be_one_is_told(self, ask):
        """Beside the field, and the files are still there."""
        go_to(ask, "send").type("to_address", "not an address")
        assert "does not look like an email address" in ask.seen
        assert len(ask.app.get("download_button")) == 4

    def test_a_mail_is_offered_only_where_it_can_be_made(self, ask):
        """With an address that cannot be one, the mail file says so and the others do not."""
        go_to(ask, "send")
        assert files(ask) == {"eml": "", "docx": "", "pdf": "", "txt": ""}
        ask.type("to_address", "not an address")
        why = files(ask)
        assert "does not look like an email address" in why.pop("eml")
        assert set(why.values()) == {""}

    def test_an_answer_is_logged(self, ask, stored, today):
        """What it was, when, and their words."""
        press(go_to(ask, "send"), "mark_sent")
        ask.pick("reply_was", "feedback").type("reply", "Open with the main point.")
        press(ask, "keep_answer")
        letter = kept(stored)
        assert (letter.state, letter.reply_was, letter.replied_on) == (
            "answered",
            "feedback",
            today,
        )
        assert letter.reply == "Open with the main point."
        assert letter.follow_up_on is None
        assert "Open with the main point." in ask.seen

    def test_silence_can_rest(self, ask, stored):
        """No reply is the usual answer, and nothing more is due."""
        press(press(go_to(ask, "send"), "mark_sent"), "quiet")
        assert kept(stored).state is LetterState.NO_REPLY
        assert SENDING["quiet_kept"] in ask.seen

    def test_the_follow_up_is_in_the_same_thread(self, stored, case, visit, monkeypatch, now):
        """When its day has come: to the same person, with the same subject, once."""
        screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        screen.type("fact_focus", "my slides")
        press(go_to(screen, "send"), "mark_sent")
        letter = kept(stored)
        earlier = {"sent_on": now.date() - timedelta(days=8), "follow_up_on": now.date()}
        stored().letters.replace(letter.model_copy(update=earlier))
        screen = visit(LETTER, letter=letter.id)
        screen.press(f"log.follow.{letter.id}")
        [again] = [each for each in stored().letters.all() if each.follows_id]
        assert again.kind is Kind.STATUS_CHECK
        assert again.subject == f"Re: {letter.subject}"
        assert again.to_id == letter.to_id


class TestCalling:
    """Going back and asking for more may be better by phone."""

    def test_a_script_is_made_of_the_facts(self, visit, declined):
        """The words for 90 seconds, a sheet, and a file of both."""
        screen = visit(LETTER, letter=f"{Kind.REAPPROACH}.{declined.id}")
        screen.field("checkbox", "weigh_skip").check()
        screen.run().type("fact_what_changed", "I have moved, and the trip is now twenty minutes.")
        go_to(screen, "call")
        assert "I have moved, and the trip is now twenty minutes." in screen.seen
        assert "Mina" in screen.seen
        assert len(screen.app.get("download_button")) == 1

    def test_weighing_can_be_skipped_and_that_is_noted(self, visit, stored, declined):
        """The way back is open; that it was not weighed is kept."""
        screen = visit(LETTER, letter=f"{Kind.REAPPROACH}.{declined.id}")
        assert SAY["weigh_first"] in screen.seen
        assert not screen.has("text_area", "body")
        screen.field("checkbox", "weigh_skip").check()
        press(screen.run(), "save")
        assert kept(stored).weighed == "skipped"

    @pytest.mark.parametrize("step", ["call", "send"])
    def test_no_step_leads_past_the_weighing(self, visit, declined, step):
        """Before it is weighed or skipped there is neither a script nor a letter to send."""
        screen = visit(LETTER, letter=f"{Kind.REAPPROACH}.{declined.id}")
        assert not screen.app.pills
        screen.app.session_state[f"{STAYS}letter.step.{Kind.REAPPROACH}.{declined.id}"] = step
        screen.run()
        assert SAY["weigh_first"] in screen.seen
        assert not screen.app.get("download_button")
        assert not screen.has("button", "mark_sent")

    @pytest.mark.parametrize(
        ("told", "warned"),
        [({}, False), ({"no_breaker": "d0"}, True), ({"edges": ["not_safe"]}, True)],
    )
    def test_a_letter_that_the_page_does_not_advise_says_so(  # noqa: PLR0913, PLR0917 - a case
        self, visit, stored, declined, today, told, warned
    ):
        """It can be written all the same; nothing encourages it."""
        checks = dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2")
        door = {"said_on": today.isoformat(), "reason_given": "none_given", "how_no": "warm"}
        run = {"worksheet": "reapproach", "happened_on": today, "case_id": declined.id}
        stored().runs.add(WorksheetRun(**run, answers=checks | door | told))
        screen = visit(LETTER, letter=f"{Kind.REAPPROACH}.{declined.id}")
        assert (SAY["not_advised"] in screen.seen) is warned

    def test_once_weighed_it_opens_and_that_is_noted(self, visit, stored, declined, today):
        """Six checks answered in the last thirty days open the letter (S4-18)."""
        checks = dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2")
        told = {"said_on": today.isoformat(), "reason_given": "none_given", "how_no": "warm"}
        run = {"worksheet": "reapproach", "happened_on": today, "case_id": declined.id}
        stored().runs.add(WorksheetRun(**run, answers=checks | told))
        screen = visit(LETTER, letter=f"{Kind.REAPPROACH}.{declined.id}")
        assert not screen.has("checkbox", "weigh_skip")
        press(screen, "save")
        assert kept(stored).weighed == "yes"


def test_the_words_of_a_letter_are_in_the_file_alone(ask, stored, folder):
    """Kept, they are on the disk; the log beside it knows none of them."""
    press(rewrite(ask, f"{body(ask)}\n\n{MINE}"), "save")
    log = folder / "ajar.log"
    assert MINE not in (log.read_text(encoding="utf-8") if log.exists() else "")
    assert Workspace.open(folder, stored().now).letters.all()[0].body.endswith(MINE)


class TestSecondThoughts:
    """What a severe reader found: nothing is wiped, missed or lost on the way."""

    def test_a_letter_kept_again_leaves_the_reason_of_the_case(self, visit, stored, declined):
        """Keeping an older letter undoes no choice that was made on a later one."""
        press(visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}"), "save")
        line = "The daily commute would not work for me this year."
        chosen = {"openness": Openness.SPECIFIC, "core_line": line}
        [case] = stored().cases.all()
        stored().cases.replace(case.model_copy(update=chosen))
        press(rewrite(visit(LETTER, letter=kept(stored).id), "Dear Mina, no."), "save")
        [case] = stored().cases.all()
        assert (case.openness, case.core_line) == (Openness.SPECIFIC, line)

    def test_it_is_offered_to_say_what_the_case_says_by_now(self, visit, stored, declined):
        """An older draft can take over the reason that was chosen since."""
        press(visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}"), "save")
        line = "The daily commute would not work for me this year."
        [case] = stored().cases.all()
        chosen = {"openness": Openness.SPECIFIC, "core_line": line}
        stored().cases.replace(case.model_copy(update=chosen))
        screen = visit(LETTER, letter=kept(stored).id)
        assert line not in body(screen)
        assert line in body(press(screen, "same"))

    def test_a_reason_picked_on_the_letter_is_kept_with_the_case(self, visit, stored, declined):
        """Who told no reason before has told it now."""
        stored().cases.replace(declined.model_copy(update={"reasons_true": ()}))
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        press(screen.pick("reason", "hours"), "save")
        [case] = stored().cases.all()
        assert case.reasons_true == ("hours",)

    def test_what_others_decided_asks_for_no_reason_of_mine(self, visit, case):
        """A note that they chose somebody else asks for no openness."""
        screen = visit(LETTER, letter=f"{Kind.REFERRER_NOTE}.{case.id}.not_chosen")
        assert not screen.has("pills", "openness")

    def test_danger_is_noticed_from_the_step_of_sending_too(self, ask):
        """Wherever a letter is kept, all of it is read for signs."""
        rewrite(ask, "I want to die")
        press(go_to(ask, "send"), "later")
        assert ask.in_crisis

    def test_feedback_that_would_not_help_leaves_the_letter(self, visit, declined):
        """With a no to the second question, the sentence is gone as well as its field."""
        screen = visit(LETTER, letter=f"{Kind.DECLINE}.{declined.id}")
        chosen = [*screen.field("pills", "optional").value, "process_note"]
        screen.field("pills", "optional").set_value(chosen)
        screen.run().pick("process_asked", "yes").pick("process_can_act", "yes")
        screen.type("fact_process_note", "A short agenda before the day would help.")
        assert "A short agenda" in body(screen)
        assert "A short agenda" not in body(screen.pick("process_can_act", "no"))

    def test_words_typed_while_another_window_sent_it_are_kept(self, ask, visit, stored, today):
        """They are shown, and stay among the versions if wanted."""
        press(ask, "save")
        letter = kept(stored)
        rewrite(ask, MINE)
        stored().letters.replace(
            letter.model_copy(update={"state": LetterState.SENT, "sent_on": today})
        )
        ask.run()
        assert MINE in ask.seen
        press(ask, "keep_unsent")
        assert MINE in [each.body for each in kept(stored).versions]
        assert kept(stored).body == letter.body

    def test_only_a_whole_letter_is_called_ready(self, visit, stored, case):
        """One with open facts is kept for later, as a draft."""
        screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        press(go_to(screen, "send"), "later")
        assert kept(stored).state is LetterState.DRAFT

    def test_each_letter_has_a_step_of_its_own(self, ask, case):
        """A letter that is opened next begins with writing."""
        go_to(ask, "send")
        ask.app.query_params["letter"] = f"{Kind.THANKS_AFTER_NO}.{case.id}"
        assert ask.run().has("text_area", "body")


class TestAsANewUserFound:
    """What somebody who tried it stumbled over."""

    def test_going_on_to_sending_reads_for_signs_too(self, ask):
        """Words of danger open the card at once, before anything is kept."""
        rewrite(ask, "I want to die")
        assert press(ask, "go_on").in_crisis

    def test_an_angry_letter_is_asked_to_rest(self, ask):
        """Nobody is told that nothing speaks against sending it."""
        rewrite(ask, "Hi Amara,\n\nYour process was unprofessional and insulting.\n\nSam")
        assert SAY["heated"] in ask.seen
        go_to(ask, "send")
        assert SENDING["heated"] in ask.seen
        assert SENDING["calm"] not in ask.seen

    def test_noted_as_sent_by_mistake_it_is_a_draft_again(self, ask, stored):
        """One wrong click costs nothing."""
        press(go_to(ask, "send"), "mark_sent")
        press(ask, "not_sent")
        letter = kept(stored)
        assert (letter.state, letter.sent_on, letter.follow_up_on) == ("draft", None, None)

    def test_before_the_facts_are_in_nothing_is_found_fault_with(self, visit, case):
        """An untouched letter is not scolded."""
        screen = visit(LETTER, letter=f"{Kind.FEEDBACK_REQUEST}.{case.id}")
        assert SAY["not_yet"] in screen.seen

    def test_the_name_is_asked_once(self, visit, stored):
        """The first letter that is kept tells Ajar how the person signs."""
        screen = visit(LETTER, letter=Kind.STAY_IN_TOUCH.value)
        press(screen.type("fact_me", "Zoë"), "save")
        assert stored().me.name == "Zoë"

    def test_today_knows_what_was_sent(self, ask, visit, stored, case):
        """The step it suggests is no longer the letter that went."""
        before = visit().seen
        press(go_to(ask, "send"), "mark_sent")
        assert "Ask the person who told you for advice" in before
        assert "Ask the person who told you for advice" not in visit().seen


def test_another_situation_names_another_person(ask, stored, case):
    """Asking the person who put in a word addresses them; a name that was typed stays."""
    ask.pick("variant", "referrer")
    assert ask.field("text_input", "to_name").value == "Jonas Lind"
    assert "Jonas" in body(ask)
    ask.pick("variant", "manager")
    assert ask.field("text_input", "to_name").value == "Amara Bello"
    ask.type("to_name", "Lena Ode").pick("variant", "referrer")
    assert ask.field("text_input", "to_name").value == "Lena Ode"


def test_the_day_of_a_recent_fact_is_kept(visit, stored, today):
    """A new application still knows how old its news is when it is opened again."""
    screen = visit(LETTER, letter=Kind.REAPPLY.value).type("fact_recent_fact", "your new site")
    day = today - timedelta(days=200)
    screen.field("date_input", "recent_on").set_value(day)
    press(screen.run(), "save")
    assert kept(stored).recent_on == day
    again = visit(LETTER, letter=kept(stored).id)
    assert again.field("date_input", "recent_on").value == day
    assert SAY["stale"] in again.seen


def test_wins_lie_beside_a_letter_that_can_tell_of_them(visit, stored, case):
    """To borrow from; a letter of thanks after a no has no use for them."""
    stored().wins.add(Win(what="I ran the rota for 12 people"))
    told = [each.value for each in visit(LETTER, letter=f"reapproach.{case.id}").app.code]
    assert any("I ran the rota for 12 people" in each for each in told)
    thanks = visit(LETTER, letter=f"thanks_after_no.{case.id}").app.code
    assert not any("I ran the rota" in each.value for each in thanks)


def test_a_letter_can_be_asked_for_by_its_person(visit, stored):
    """Whoever was named as knowing a skill is named in the letter; somebody unknown is nobody."""
    person = stored().people.add(Person(name="Priya Nair", knows=("Excel",)))
    screen = visit(LETTER, letter=f"informational_talk...{person.id}")
    assert screen.field("text_input", "to_name").value == "Priya Nair"
    assert (
        visit(LETTER, letter="informational_talk...gone").field("text_input", "to_name").value == ""
    )
