"""One talk on screen: on time wherever it is, prepared, practised, and thanked for."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import parse_qs

import pytest

from core.applications import Application, Fact, Interview, Requested
from core.cases import Case, Direction, Stage
from core.content.loader import interview_words, words
from core.interviews import moment, with_answer
from core.me import Me
from core.storage import files
from tests.pages.test_reassess import links

SAY, SAY_LOG = words("interview"), words("applications")
INTERVIEW = "move_on/interview.py"
NEXT = datetime(2026, 11, 27, tzinfo=UTC).date()
FIVE = tuple(Fact(what=f"Fact {each}") for each in range(5))


@pytest.fixture(autouse=True)
def _in_london(stored):
    """The person told that they live in London."""
    stored().save_me(Me(time_zone="Europe/London"))


@pytest.fixture
def application(stored):
    """One application that is running."""
    return stored().applications.add(Application(role="Data analyst", employer="Harbour *Works*"))


@pytest.fixture
def talk(stored, application):
    """A talk in Berlin in six days, an hour and a half away."""
    return stored().interviews.add(
        Interview(
            application_id=application.id,
            at=datetime(2026, 11, 26, 14, 0, tzinfo=UTC),
            zone="Europe/Berlin",
            with_whom="Ines",
            place="Pier 4",
            travel=90,
        )
    )


@pytest.fixture
def past(stored, application, now):
    """A talk that was over an hour ago."""
    at = now - timedelta(hours=2)
    return stored().interviews.add(
        Interview(application_id=application.id, at=at, zone="Europe/London")
    )


def show_part(screen, talk, part):
    """The same screen at another part of it."""
    screen.app.session_state[f"interview.section.{talk.id}"] = part
    return screen.run()


def answers_of(stored, talk):
    """The answers that are kept with a talk."""
    return [each.text for each in stored().interviews.get(talk.id).answers]


class TestWhen:
    """When and where, told so that nobody comes late."""

    def test_a_calendar_without_names_is_not_given_them_here(self, visit, talk, stored):
        """The screen says so under the button; with names it says nothing of it."""
        assert SAY["calendar_plain"] not in visit(INTERVIEW, interview=talk.id).seen
        home = stored()
        home.save_me(home.me.model_copy(update={"calendar_names": False}))
        home.close()
        assert SAY["calendar_plain"] in visit(INTERVIEW, interview=talk.id).seen

    def test_a_new_talk_is_kept_with_its_moment(self, visit, application, stored):
        """Day, time and the zone of that clock make one moment."""
        screen = visit(INTERVIEW, application=application.id)
        screen.field("date_input", "day").set_value(datetime(2026, 11, 26, tzinfo=UTC).date())
        screen.field("time_input", "time").set_value(time(15, 0))
        screen.run().choose("zone", "Europe/Berlin")
        screen.press(screen.field("button", "save").key)
        [kept] = stored().interviews.all()
        assert kept.at == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
        assert (kept.application_id, kept.employer) == (application.id, "Harbour *Works*")
        assert SAY["saved"] in screen.seen
        assert "Thursday, 26 November 2026, 14:00 for you" in screen.seen

    def test_a_day_without_a_time_is_not_lost(self, visit, application, stored):
        """It is asked for beside the button, and what was typed stays."""
        screen = visit(INTERVIEW, application=application.id)
        screen.field("date_input", "day").set_value(datetime(2026, 11, 26, tzinfo=UTC).date())
        screen.run().press(screen.field("button", "save").key)
        assert SAY["both_or_none"] in [each.value for each in screen.app.warning]
        assert not stored().interviews.all()
        assert screen.field("date_input", "day").value

    def test_a_talk_of_which_nothing_is_told_is_not_kept(self, visit, application, stored):
        """One of when, where and with whom is enough."""
        screen = visit(INTERVIEW, application=application.id)
        screen.press(screen.field("button", "save").key)
        assert SAY["talk_first"] in [each.value for each in screen.app.warning]
        assert not stored().interviews.all()
        screen.type("with_whom", "Ines").press(screen.field("button", "save").key)
        assert [each.with_whom for each in stored().interviews.all()] == ["Ines"]

    def test_an_answer_is_not_named_before_the_talk(self, visit, talk, stored):
        """Today cannot ask about an answer to a talk that is still to come."""
        screen = show_part(visit(INTERVIEW, interview=talk.id), talk, "after")
        before = talk.at.date() - timedelta(days=1)
        screen.field("date_input", "answer_by").set_value(before)
        screen.run().press(screen.field("button", "save").key)
        assert SAY["answer_early"] in [each.value for each in screen.app.warning]
        assert stored().interviews.get(talk.id).answer_by is None
        screen.field("date_input", "answer_by").set_value(talk.at.date())
        screen.run().press(screen.field("button", "save").key)
        assert stored().interviews.get(talk.id).answer_by == talk.at.date()

    def test_a_time_that_is_skipped_is_told(self, visit, application):
        """In Berlin, the clocks of 28 March 2027 skip from 2 to 3."""
        screen = visit(INTERVIEW, application=application.id)
        screen.field("date_input", "day").set_value(datetime(2027, 3, 28, tzinfo=UTC).date())
        screen.field("time_input", "time").set_value(time(2, 30))
        screen.run().choose("zone", "Europe/Berlin")
        assert "03:30" in screen.app.info[0].value

    def test_of_a_time_that_comes_twice_the_second_can_be_chosen(self, visit, application, stored):
        """In Berlin, the clocks of 31 October 2027 show 2:30 twice, then in winter time."""
        screen = visit(INTERVIEW, application=application.id)
        screen.field("date_input", "day").set_value(datetime(2027, 10, 31, tzinfo=UTC).date())
        screen.field("time_input", "time").set_value(time(2, 30))
        screen.run().choose("zone", "Europe/Berlin").pick("which", "second")
        screen.press(screen.field("button", "save").key)
        assert stored().interviews.all()[0].at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)

    def test_a_talk_is_noted_in_its_application_in_one_tap(self, visit, talk, stored, application):
        """On its own day; it is offered once, and can be taken back."""
        screen = visit(INTERVIEW, interview=talk.id).press(f"application.talk.{application.id}")
        [reached] = stored().applications.get(application.id).stages
        assert (reached.stage, reached.on) == (Stage.FIRST_TALK, talk.at.date())
        assert SAY_LOG["note_talk"] not in [each.label for each in screen.app.button]
        screen.press(f"application.undo.{application.id}")
        assert stored().applications.get(application.id).stages == ()

    def test_the_address_of_a_talk_opens_and_is_copied_as_it_is(self, visit, talk, stored):
        """On the day itself nothing stands between the person and the talk."""
        place = "https://meet.example.org/a_b?pwd=1"
        stored().interviews.replace(talk.model_copy(update={"place": place}))
        screen = visit(INTERVIEW, interview=talk.id)
        assert place in [each.value for each in screen.app.text]
        assert [each.proto.url for each in screen.app.get("link_button")] == [place]

    def test_both_clocks_and_when_to_leave_are_told(self, visit, talk):
        """An hour and a half of way, ten minutes to spare."""
        screen = visit(INTERVIEW, interview=talk.id)
        assert "Thursday, 26 November 2026, 14:00 for you" in screen.seen
        assert "15:00 there (Europe/Berlin)" in screen.seen
        assert "Leave at 12:20" in screen.seen

    def test_without_a_time_zone_told_it_is_that_of_the_browser(self, visit, talk, stored):
        """Not that of the computer that Ajar runs on."""
        stored().save_me(stored().me.model_copy(update={"time_zone": ""}))
        screen = visit(INTERVIEW, interview=talk.id)
        screen.app.context = {"timezone": "America/New_York"}
        assert "09:00 for you" in screen.run().seen

    def test_the_reminder_holds_all_of_it(self, visit, talk):
        """To copy into whatever the person looks at."""
        screen = visit(INTERVIEW, interview=talk.id)
        assert screen.app.code[0].value.splitlines() == [
            "Talk with Harbour *Works*",
            "Thursday, 26 November 2026, 14:00 for you",
            "15:00 there (Europe/Berlin)",
            "Leave at 12:20",
            "With: Ines",
            "Where: Pier 4",
        ]

    def test_a_half_typed_talk_is_there_after_a_reload(self, visit, application):
        """Also its time, which a draft holds as a text."""
        screen = visit(INTERVIEW, application=application.id)
        screen.field("time_input", "time").set_value(time(9, 45))
        screen.run().type("place", "Room 3")
        again = visit(INTERVIEW, interview=application.id)
        assert again.field("time_input", "time").value == time(9, 45)
        assert again.field("text_input", "place").value == "Room 3"


def test_a_reload_comes_back_to_the_same_part(visit, talk):
    """The address holds it, and a talk that is ahead opens at its moment otherwise."""
    screen = show_part(visit(INTERVIEW, interview=talk.id), talk, "practise")
    assert SAY["practise_lead"] in screen.seen
    assert "practise" in screen.app.query_params["part"]
    again = visit(INTERVIEW, interview=talk.id, part="practise")
    assert SAY["practise_lead"] in again.seen
    assert SAY["practise_lead"] not in show_part(again, talk, "when").seen
    assert SAY["practise_lead"] not in visit(INTERVIEW, interview=talk.id).seen


class TestTwoWindows:
    """One talk, changed in two windows."""

    def test_two_moments_are_shown_with_their_times(self, visit, talk, stored):
        """The person says which one holds; nothing is written over before that."""
        screen = visit(INTERVIEW, interview=talk.id)
        screen.field("time_input", "time").set_value(time(16, 0))
        screen.run()
        later = moment(talk.at.date(), time(17, 30), "Europe/Berlin")
        stored().interviews.replace(talk.model_copy(update={"at": later}))
        screen.press(screen.field("button", "save").key)
        assert stored().interviews.get(talk.id).at == later
        for told in ("26 November 2026, 16:00", "26 November 2026, 17:30"):
            assert told in screen.seen
        screen.press("conflict.mine")
        kept = stored().interviews.get(talk.id).at
        assert kept == datetime(2026, 11, 26, 15, 0, tzinfo=UTC)

    def test_nothing_is_written_over_after_a_reload(self, visit, talk, stored):
        """What another window changed stays, and what was typed here is saved with it."""
        visit(INTERVIEW, interview=talk.id).type("place", "Mine")
        stored().interviews.replace(talk.model_copy(update={"with_whom": "Theirs"}))
        again = visit(INTERVIEW, interview=talk.id)
        again.press(again.field("button", "save").key)
        if words("conflict")["mine"] in again.seen:
            again.press("conflict.mine")
        kept = stored().interviews.get(talk.id)
        assert (kept.with_whom, kept.place) == ("Theirs", "Mine")


class TestPreparing:
    """Five facts, three questions, and what goes out ahead."""

    def prepare(self, visit, talk):
        """The talk, opened at its preparation."""
        screen = visit(INTERVIEW, interview=talk.id)
        screen.app.session_state[f"interview.section.{talk.id}"] = "prepare"
        return screen.run()

    def test_progress_is_told_in_numbers_of_things(self, visit, talk):
        """Nothing of it is asked for."""
        assert "0 of 5 facts · 0 of 3 questions" in self.prepare(visit, talk).seen

    def test_questions_are_kept_and_the_next_line_opens(self, visit, talk, stored, application):
        """Three are enough; the facts of the employer count too."""
        stored().applications.replace(application.model_copy(update={"facts": FIVE}))
        screen = self.prepare(visit, talk)
        assert not screen.has("text_input", "q1")
        for place in range(3):
            screen.type(f"q{place}", f"Question *{place}*")
        screen.press(screen.field("button", "save").key)
        assert stored().interviews.get(talk.id).questions[2] == "Question *2*"
        assert SAY["progress_done"] in screen.seen

    def test_what_is_ticked_meanwhile_is_no_conflict(self, visit, talk, stored):
        """Half-typed questions and a thing sent with one tap go together."""
        ahead = (Requested(what="Notice period"),)
        stored().interviews.replace(talk.model_copy(update={"send_ahead": ahead}))
        screen = self.prepare(visit, talk).type("q0", "What is hard?")
        screen.press(f"sent.{talk.id}.send_ahead.")
        screen.press(screen.field("button", "save").key)
        kept = stored().interviews.get(talk.id)
        assert kept.questions == ("What is hard?",)
        assert kept.send_ahead[0].sent_on

    def test_all_of_it_stands_on_one_page(self, visit, talk, stored, application):
        """To copy and to print; what went out ahead is not among it."""
        stored().applications.replace(application.model_copy(update={"facts": FIVE[:1]}))
        ahead = (Requested(what="CV", sent_on=NEXT), Requested(what="Dates"))
        told = {"questions": ("What is hard?",), "send_ahead": ahead}
        stored().interviews.replace(talk.model_copy(update=told))
        screen = self.prepare(visit, talk)
        assert screen.app.code[0].value.splitlines()[-8:] == [
            *(SAY["facts"], "- Fact 0", ""),
            *(SAY["questions"], "- What is hard?", ""),
            *(SAY["ahead"], "- Dates"),
        ]
        assert screen.app.get("download_button")

    def test_an_idea_is_taken_with_one_tap(self, visit, talk, stored):
        """Then it is added to the list with its day, if it has one."""
        screen = self.prepare(visit, talk)
        screen.pick("idea", interview_words().ahead[0])
        screen.press(screen.field("button", "add").key)
        [kept] = stored().interviews.get(talk.id).send_ahead
        assert kept.what == interview_words().ahead[0]


class TestPractice:
    """One question, 90 seconds, nothing scored."""

    def practise(self, visit, talk):
        """The talk, opened at its practice."""
        screen = visit(INTERVIEW, interview=talk.id)
        screen.app.session_state[f"interview.section.{talk.id}"] = "practise"
        return screen.run()

    def test_ninety_seconds_run(self, visit, talk):
        """They are started and put away by hand."""
        screen = self.practise(visit, talk).press("practice.start")
        assert "About 90 seconds left" in screen.seen
        assert "90 seconds left" not in screen.press("practice.away").seen

    def test_the_next_question_begins_its_own_seconds(self, visit, talk):
        """Another one on request."""
        first, second = interview_words().practice["usual"].questions[:2]
        screen = self.practise(visit, talk).press("practice.start")
        assert first in screen.seen
        screen.press("practice.another")
        assert second in screen.seen
        assert SAY["timer_start"] in screen.seen

    @pytest.mark.parametrize("employer", ["harbour *works* ", "Somebody else"])
    def test_a_no_of_ones_own_is_practised_only_where_it_was(
        self, visit, talk, stored, today, employer
    ):
        """Only this employer would ask why."""
        told = Case(direction=Direction.I_SAID_NO, happened_on=today, employer=employer)
        stored().cases.add(told)
        groups = self.practise(visit, talk).app.get("button_group")
        labels = [each.content for group in groups for each in group.proto.options]
        back = any(SAY["practice_back"] in each for each in labels)
        assert back is (employer != "Somebody else")

    def test_the_length_is_told_without_a_verdict_on_the_person(self, visit, talk):
        """Seven words are about five seconds; 300 are 90 over."""
        screen = self.practise(visit, talk).type("answer", "I like to make numbers tell stories.")
        assert "7 words, about 5 seconds aloud. It fits." in screen.seen
        assert "About 90 words over." in screen.type("answer", "word " * 300).seen

    @pytest.mark.parametrize("keep", [True, False])
    def test_an_answer_is_kept_only_when_asked_for(self, visit, talk, stored, keep):
        """Either way it leaves the form and its draft."""
        screen = self.practise(visit, talk).type("answer", "Because of *Ines*")
        screen.press(screen.field("button", "keep" if keep else "let_go").key)
        kept = stored().interviews.get(talk.id).answers
        assert [each.text for each in kept] == (["Because of *Ines*"] if keep else [])
        assert not stored().drafts.all()

    def test_each_question_has_its_own_answer(self, visit, talk, stored):
        """What is half typed to one is not there for the next, and waits for its return."""
        usual = interview_words().practice["usual"].questions
        screen = self.practise(visit, talk).type("answer", "About me")
        screen.press("practice.another")
        assert not screen.field("text_area", "answer").value
        screen.type("answer", "For *Ines*").press(screen.field("button", "keep").key)
        [kept] = stored().interviews.get(talk.id).answers
        assert (kept.question, kept.text) == (usual[1], "For *Ines*")
        for _ in usual[1:]:
            screen.press("practice.another")
        assert screen.field("text_area", "answer").value == "About me"

    def test_an_answer_kept_before_makes_way_and_can_come_back(self, visit, talk, stored):
        """It is told beforehand that there is one."""
        screen = self.practise(visit, talk).type("answer", "First")
        screen.press(screen.field("button", "keep").key).type("answer", "Second")
        assert screen.field("button", "keep").label == SAY["keep_instead"]
        screen.press(screen.field("button", "keep").key)
        assert answers_of(stored, talk) == ["Second"]
        screen.press(f"put_back.{talk.id}.answers")
        assert sorted(answers_of(stored, talk)) == ["First", "Second"]

    def test_a_kept_answer_can_be_taken_out_and_put_back(self, visit, talk, stored):
        """It was the person's to begin with."""
        screen = self.practise(visit, talk).type("answer", "A short one")
        screen.press(screen.field("button", "keep").key).press("practice.out.")
        assert answers_of(stored, talk) == []
        screen.press(f"put_back.{talk.id}.answers")
        assert answers_of(stored, talk) == ["A short one"]

    def test_what_is_half_said_goes_with_its_talk(self, visit, talk, stored):
        """Nothing of it waits on the disk for a talk that is no longer there."""
        other = stored().interviews.add(Interview(application_id=talk.application_id))
        for each in (talk, other):
            self.practise(visit, each).type("answer", "Half of it")
        screen = visit("move_on/application.py", application=talk.application_id, part="talks")
        screen.press(f"delete.{talk.id}").press(f"delete.yes.{talk.id}")
        [left] = stored().drafts.all()
        assert left.form.startswith(f"practice:{other.id}")

    def test_a_disk_that_cannot_be_written_is_left_alone(self, visit, talk, stored, monkeypatch):
        """Nothing here pretends to save."""
        told = talk.model_copy(update={"learned": ("They ship weekly",)})
        stored().interviews.replace(with_answer(told, "Why?", "Because", talk.at.date()))
        monkeypatch.setattr(files, "writable", lambda _: False)
        screen = self.practise(visit, talk)
        assert screen.named("button", "practice.out.").disabled
        assert show_part(screen, talk, "after").named("button", "interview.to_card").disabled


class TestAfterwards:
    """What was learned, thanks, and the answer."""

    def test_a_talk_that_is_over_opens_here(self, visit, past):
        """Thanks first of all."""
        screen = visit(INTERVIEW, interview=past.id)
        assert SAY["learned_lead"] in screen.seen
        assert SAY["thanks_lead"] in screen.seen

    def test_what_was_learned_goes_to_the_research_card_once(self, visit, past, stored, today):
        """With the talk as its source."""
        screen = visit(INTERVIEW, interview=past.id).type("learned0", "They ship weekly")
        screen.press(screen.field("button", "save").key).press("interview.to_card")
        [fact] = stored().applications.all()[0].facts
        assert fact.what == "They ship weekly"
        assert str(today.year) in fact.source
        assert SAY["on_card"] in screen.seen

    def test_a_half_typed_day_elsewhere_is_in_nobodys_way(self, visit, past, stored):
        """The notes are kept, the moment stays, and the day is still there to go on with."""
        screen = visit(INTERVIEW, interview=past.id)
        show_part(screen, past, "when").field("time_input", "time").set_value(None)
        show_part(screen.run(), past, "after").type("learned0", "They ship weekly")
        screen.press(screen.field("button", "save").key)
        kept = stored().interviews.get(past.id)
        assert (kept.learned, kept.at, kept.zone) == (("They ship weekly",), past.at, past.zone)
        assert SAY["after_saved"] in screen.seen
        assert show_part(screen, past, "when").field("time_input", "time").value is None
        again = show_part(visit(INTERVIEW, interview=past.id), past, "when")
        assert again.field("time_input", "time").value is None
        assert again.field("date_input", "day").value == past.at.date()

    def test_thanks_are_noted_with_one_tap_and_taken_back(self, visit, past, stored, today):
        """The letter is one way, a word by phone another."""
        screen = visit(INTERVIEW, interview=past.id).press("interview.thanks.out")
        assert stored().interviews.get(past.id).thanked_on == today
        screen.press("interview.thanks.back")
        assert stored().interviews.get(past.id).thanked_on is None

    def test_thanks_can_be_left(self, visit, past, stored):
        """Nobody has to."""
        screen = visit(INTERVIEW, interview=past.id).press("interview.thanks.leave")
        assert SAY["thanks_left"] in screen.seen
        screen.press("interview.thanks.back")
        assert not stored().interviews.get(past.id).left_alone

    def test_the_way_to_the_letter_leads_there(self, visit, past):
        """The thank-you after an interview, with or without a case."""
        address = links(visit(INTERVIEW, interview=past.id))[SAY["write_thanks"]]
        assert parse_qs(address)["letter"] == ["thanks_after_talk..interview"]

    def test_a_passed_answer_day_offers_one_question(self, visit, past, stored, today):
        """And nothing before that day."""
        talk = stored().interviews.get(past.id)
        passed = today - timedelta(days=1)
        stored().interviews.replace(talk.model_copy(update={"answer_by": passed}))
        screen = visit(INTERVIEW, interview=past.id)
        assert SAY["write_question"] in links(screen)
        screen.press("interview.answer.out")
        assert stored().interviews.get(past.id).asked_on == today
        assert SAY["write_question"] not in links(screen)


class TestAlone:
    """A talk without its application, or an address without a talk."""

    def test_an_address_of_nothing_leads_on(self, visit):
        """To the search, calmly."""
        assert SAY["choose_first"] in visit(INTERVIEW).seen
        assert words("forms")["gone"] in visit(INTERVIEW, interview="gone").seen
