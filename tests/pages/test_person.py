"""One person on screen: when they are due, the log, what is known, a favour, the quiet ends."""

from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest

from core.cases import Case, Direction
from core.content.loader import fill, network_words, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.boundary import HOLDS_DAYS, Question, Reading
from core.network.talks import Talk
from core.network.touchpoints import Channel, Give, GiveKind, Touchpoint
from core.paths import Path
from core.people import Circle, Closeness, Help, Person
from core.skills import Skill
from core.storage import files
from pages.parts import session
from pages.parts.days import in_words
from pages.parts.plain_text import JOINER

SAY, KNOWN = words("person"), network_words()
PERSON = "reach_out/person.py"


@pytest.fixture
def amara(stored, today):
    """Somebody warm, last heard of a hundred days ago."""
    return stored().people.add(
        Person(
            name="Amara *Okafor*",
            how_known="Ex-colleague",
            organisation="Leeds trust",
            role="Planner",
            circle=Circle.PAST_WORK,
            closeness=Closeness.WARM,
            cares_about="Quiet _handovers_",
            last_before=today - timedelta(100),
        )
    )


@pytest.fixture
def note(stored, amara, today):
    """Note a contact with Amara: `note(days_ago, note="...")`."""

    def kept(days_ago=0, **facts):
        on = today - timedelta(days_ago)
        return stored().touchpoints.add(Touchpoint(person_id=amara.id, happened_on=on, **facts))

    return kept


def links(screen):
    """Where the links of a screen lead: what is asked for, by their labels."""
    found = screen.app.get("page_link")
    return {each.proto.label.strip("*"): parse_qs(each.proto.query_string) for each in found}


def one(stored, person):
    """Somebody as they are stored."""
    return stored().people.get(person.id)


class TestAddress:
    """What the address asks for."""

    def test_nobody_is_met_kindly(self, visit):
        """No address, or that of somebody who is gone, leads to everybody."""
        assert SAY["gone"] in visit(PERSON).seen
        screen = visit(PERSON, person="gone")
        assert words("forms")["gone"] in screen.seen
        assert SAY["to_people"] in links(screen)

    @pytest.mark.parametrize(
        ("part", "sentence"), [("now", "ways"), ("log", "log_title"), ("about", "about_who")]
    )
    def test_a_reload_comes_back_to_the_same_part(self, visit, amara, part, sentence):
        """The part stands in the address."""
        screen = visit(PERSON, person=amara.id)
        screen.app.session_state[f"person.section.{amara.id}"] = part
        assert SAY[sentence] in screen.run().seen
        assert part in screen.app.query_params["part"]
        assert SAY[sentence] in visit(PERSON, person=amara.id, part=part).seen

    def test_what_is_half_typed_is_found_from_today(self, visit, stored, amara, note):
        """A contact, a changed one, and a card: each opens where it was left."""
        touch = note(3, note="Old")
        visit(PERSON, person=amara.id, part="log").type("note", "Half a line")
        visit(PERSON, person=amara.id, part="log", touchpoint=touch.id).type("note", "Older")
        visit(PERSON, person=amara.id, part="about").type("role", "Head of it")
        assert len(stored().drafts.all()) == 3
        today = visit()
        for kind, record in (("touchpoint", amara), ("touchpoint", touch), ("person_card", amara)):
            screen = visit(PERSON, **{kind: record.id})
            texts = [w.value for w in (*screen.app.text_input, *screen.app.text_area)]
            assert {"Half a line", "Older", "Head of it"} & set(texts)
        assert words("today")["draft_touchpoint"] in " ".join(links(today))

    def test_a_pace_and_a_favour_that_are_half_asked_are_found_too(self, visit, stored, amara):
        """Each has its line on Today, and opens at Now with what was chosen."""
        screen = visit(PERSON, person=amara.id)
        screen.field("number_input", "every_days").set_value(40)
        screen.run().pick(Question.NO_IS_FINE, "yes")
        offered = " ".join(links(visit()))
        for kind in ("pace", "boundary"):
            assert words("today")[f"draft_{kind}"] in offered
            again = visit(PERSON, **{kind: amara.id})
            assert again.field("number_input", "every_days").value == 40
            assert again.field("pills", Question.NO_IS_FINE).value == "yes"


class TestNow:
    """Who, why now, what to say, then rest."""

    def test_it_says_who_they_are_and_why_now(self, visit, amara, note):
        """With the last note, and their own words as they were typed."""
        note(95, channel=Channel.CALL, note="Her *new* team")
        seen = visit(PERSON, person=amara.id).seen
        assert "Planner, Leeds trust · Ex-colleague · Work before · Warm" in seen
        assert KNOWN.bands["due"] in seen
        assert "About every 90 days" in seen
        for text in ("Her *new* team", "Quiet _handovers_"):
            assert f"{JOINER}{text}{JOINER}" in seen

    def test_it_says_what_they_are_good_for(self, visit, stored, amara):
        """In a few words, as far as it is known."""
        told = {"helps": (Help.ADVISE, Help.INTRODUCE), "knows": ("SQL *",), "made_shift": True}
        stored().people.replace(amara.model_copy(update=told))
        line = f"Can help: advise, introduce · {SAY['made_it']} · Knows: SQL \\*"
        assert line in visit(PERSON, person=amara.id).seen

    def test_the_next_day_is_told_while_it_is_far(self, visit, amara, note, today):
        """Counted from the contact."""
        note(10, channel=Channel.MET)
        told = fill(SAY["next_on"], date=in_words(today + timedelta(80)))
        assert told in visit(PERSON, person=amara.id).seen

    def test_letters_and_talks_begin_for_them(self, visit, amara):
        """Every way leads there with this person."""
        found = links(visit(PERSON, person=amara.id))
        for key, kind in (
            ("write_hello", Kind.STAY_IN_TOUCH),
            ("write_talk", Kind.INFORMATIONAL_TALK),
            ("write_leads", Kind.ASK_FOR_LEADS),
        ):
            assert found[SAY[key]]["letter"] == [f"{kind}...{amara.id}"]
        assert found[SAY["plan_talk"]]["person"] == [amara.id]

    def test_a_letter_that_is_begun_is_gone_on_with(self, visit, stored, amara):
        """It is not begun a second time."""
        begun = stored().letters.add(Letter(kind=Kind.STAY_IN_TOUCH, to_id=amara.id, body="Hello"))
        found = links(visit(PERSON, person=amara.id))
        assert found[SAY["go_on_letter"]]["letter"] == [begun.id]
        assert SAY["write_hello"] not in found

    def test_two_notes_without_an_answer_let_it_rest(self, visit, amara, note):
        """Rule R28, in kind words; no way to begin is put forward then."""
        note(40)
        note(5)
        screen = visit(PERSON, person=amara.id)
        assert KNOWN.rests["unanswered"] in screen.seen
        assert SAY["their_turn_lead"] in screen.seen
        assert not [b for b in screen.app.button if (b.key or "").startswith("another.")]

    def test_a_talk_that_is_planned_is_one_tap_away(self, visit, stored, amara, now):
        """One that was held is not."""
        today = now.date()
        stored().talks.add(Talk(person_id=amara.id, held_on=today))
        talk = stored().talks.add(Talk(person_id=amara.id, at=now + timedelta(2)))
        label = f"{SAY['talk_ahead']} · {in_words(today + timedelta(2))}"
        assert links(visit(PERSON, person=amara.id))[label]["talk"] == [talk.id]

    def test_the_talk_that_comes_next_is_told(self, visit, stored, amara, now):
        """Neither one that was never held, nor one that comes later, nor one without a day."""
        for days in (-60, 9, 3):
            stored().talks.add(Talk(person_id=amara.id, at=now + timedelta(days)))
        stored().talks.add(Talk(person_id=amara.id))
        label = f"{SAY['talk_ahead']} · {in_words(now.date() + timedelta(3))}"
        assert label in links(visit(PERSON, person=amara.id))

    def test_how_to_reach_them_stands_beside_why_now(self, visit, stored, amara):
        """What there is, as it was typed; nothing where nothing is noted."""
        stem = SAY["reach"].split("{", 1)[0]
        assert stem not in visit(PERSON, person=amara.id).seen
        reach = {"address": "a*o*@x.org", "phone": "0123 456"}
        stored().people.replace(amara.model_copy(update=reach))
        screen = visit(PERSON, person=amara.id)
        [line] = [each.value for each in screen.app.text if each.value.startswith(stem)]
        assert line == fill(SAY["reach"], what="a*o*@x.org · 0123 456")

    def test_thanks_that_are_owed_are_settled_with_one_tap(self, visit, stored, amara, note, today):
        """The contact keeps the day."""
        touch = note(1, channel=Channel.MET, owes_thanks=True)
        screen = visit(PERSON, person=amara.id)
        assert links(screen)[SAY["write_thanks"]]["letter"] == [
            f"{Kind.THANKS_AFTER_TALK}..talk.{amara.id}"
        ]
        screen.press(f"touchpoint.thanks.{touch.id}")
        assert stored().touchpoints.get(touch.id).thanked_on == today
        assert SAY["thanked_done"] in screen.seen

    def test_note_a_contact_opens_the_log(self, visit, amara):
        """In the same screen."""
        assert SAY["log_title"] in visit(PERSON, person=amara.id).press("person.note").seen


class TestPace:
    """Put off, stopped, begun again, a pace of one's own; each can be undone."""

    @pytest.mark.parametrize("put_off", [("snooze", 14), ("month", 30)])
    def test_somebody_is_put_off(self, visit, stored, amara, today, put_off):
        """With one tap, and back with another."""
        button, days = put_off
        screen = visit(PERSON, person=amara.id).press(f"person.{button}")
        until = today + timedelta(days)
        assert one(stored, amara).snoozed_until == until
        assert fill(SAY["snoozed"], date=in_words(until)) in screen.seen
        assert fill(SAY["why_wait"], date=in_words(until)) in screen.seen
        screen.press("person.clock.undo")
        assert one(stored, amara).snoozed_until is None
        assert KNOWN.bands["due"] in screen.seen

    def test_reminders_stop_and_begin_again(self, visit, stored, amara, today):
        """Nothing else of the person changes."""
        screen = visit(PERSON, person=amara.id).press("person.stop")
        assert one(stored, amara).stopped_on == today
        assert KNOWN.rests["stopped"] in screen.seen
        screen.press("person.start")
        kept = one(stored, amara)
        assert kept.stopped_on is None
        assert kept.cares_about == amara.cares_about

    def test_a_pace_of_ones_own(self, visit, stored, amara, today):
        """Every so many days, and not before a day; the undo takes both back."""
        later = today + timedelta(60)
        screen = visit(PERSON, person=amara.id)
        screen.field("number_input", "every_days").set_value(45)
        screen.field("date_input", "not_before").set_value(later)
        screen.run().press(screen.field("button", "save").key)
        kept = one(stored, amara)
        assert (kept.every_days, kept.not_before) == (45, later)
        assert fill(SAY["why_wait"], date=in_words(later)) in screen.seen
        screen.press("person.clock.undo")
        assert one(stored, amara).every_days is None
        assert one(stored, amara).not_before is None

    def test_why_is_told_as_it_is(self, visit, stored, today):
        """A pace of one's own, that of those who hire, and their sixty days of quiet."""
        since = {"name": "Kim", "hires": True, "last_before": today - timedelta(100)}
        kim = stored().people.add(Person(**since))
        stored().touchpoints.add(
            Touchpoint(person_id=kim.id, happened_on=today - timedelta(40), channel=Channel.MET)
        )
        assert "with those who hire" in visit(PERSON, person=kim.id).seen
        stored().people.replace(kim.model_copy(update={"every_days": 21}))
        assert "Every 21 days, as you chose." in visit(PERSON, person=kim.id).seen
        stored().touchpoints.add(Touchpoint(person_id=kim.id, happened_on=today - timedelta(4)))
        screen = visit(PERSON, person=kim.id)
        assert SAY["why_employer"] in screen.seen
        assert fill(SAY["next_on"], date=in_words(today + timedelta(56))) in screen.seen

    def test_the_undo_keeps_what_was_changed_meanwhile(self, visit, stored, amara):
        """It is about the clock only."""
        screen = visit(PERSON, person=amara.id).press("person.stop")
        stopped = one(stored, amara)
        stored().people.replace(stopped.model_copy(update={"role": "Head"}))
        screen.run().press("person.clock.undo")
        assert (one(stored, amara).role, one(stored, amara).stopped_on) == ("Head", None)

    def test_the_undo_leaves_what_was_saved_after_it(self, visit, stored, amara, today):
        """A closeness that was told after a snooze stays, and a later snooze is not undone."""
        screen = visit(PERSON, person=amara.id).press("person.snooze")
        snoozed = one(stored, amara)
        stored().people.replace(snoozed.model_copy(update={"closeness": Closeness.CLOSE}))
        screen.run().press("person.clock.undo")
        kept = one(stored, amara)
        assert (kept.closeness, kept.snoozed_until) == (Closeness.CLOSE, None)
        screen.press("person.snooze")
        later = one(stored, amara).model_copy(update={"snoozed_until": today + timedelta(90)})
        stored().people.replace(later)
        assert "person.clock.undo" not in [each.key for each in screen.run().app.button]

    def test_somebody_not_placed_gets_a_clock_with_one_tap(self, visit, stored):
        """Until then nothing is recalled."""
        kim = stored().people.add(Person(name="Kim"))
        screen = visit(PERSON, person=kim.id)
        assert KNOWN.rests["not_placed"] in screen.seen
        screen.app.pills(key=f"person.place.{kim.id}").set_value(Closeness.WEAK)
        screen.run()
        assert one(stored, kim).closeness is Closeness.WEAK
        assert SAY["placed"] in screen.seen

    @pytest.mark.parametrize("closeness", [None, Closeness.WEAK])
    def test_to_be_known_since_a_day_is_no_contact(self, visit, stored, closeness):
        """A connection has a day, and the clock may count from it; nobody was in touch then."""
        told = {"known_since": date(2026, 10, 5), "closeness": closeness}
        kim = stored().people.add(Person(name="Kim", **told))
        seen = visit(PERSON, person=kim.id).seen
        assert "Known since 5 October 2026. No contact is noted yet." in seen
        assert "Last in touch" not in seen

    def test_who_hires_is_asked_for_no_closeness(self, visit, stored):
        """They have sixty days of quiet, and ninety if the person likes."""
        kim = stored().people.add(Person(name="Kim", hires=True))
        screen = visit(PERSON, person=kim.id)
        assert SAY["hires"] in screen.seen
        assert SAY["place"] not in [each.label for each in screen.app.pills]
        screen.press("person.hires")
        assert one(stored, kim).every_days == 90


class TestFavour:
    """Three questions before a friend is asked for a favour at their work (S2-17)."""

    def answer(self, screen, no_is_fine="yes", hard_on_them="no", openly="yes"):
        """The three questions answered, and what is said of them."""
        screen.pick("no_is_fine", no_is_fine)
        screen.pick("hard_on_them", hard_on_them)
        screen.pick("openly", openly)
        return screen.press(screen.field("button", "see").key)

    def test_the_reading_is_kept_with_its_day(self, visit, stored, amara, today):
        """And there is a way on whatever it says."""
        screen = self.answer(visit(PERSON, person=amara.id), hard_on_them="yes")
        kept = one(stored, amara)
        assert (kept.boundary, kept.boundary_on) == (Reading.DUTY, today)
        assert KNOWN.boundary_readings["duty"] in [each.value for each in screen.app.info]
        assert SAY["favour_letter"] in links(screen)

    def test_it_is_not_asked_again_for_three_months(self, visit, stored, amara, today):
        """Then it is; or at once, where the person wants."""
        for days, asked in ((HOLDS_DAYS - 1, False), (HOLDS_DAYS, True)):
            update = {"boundary": "clear", "boundary_on": today - timedelta(days)}
            stored().people.replace(one(stored, amara).model_copy(update=update))
            assert visit(PERSON, person=amara.id).has("pills", "openly") is asked
        update = {"boundary_on": today}
        stored().people.replace(one(stored, amara).model_copy(update=update))
        screen = visit(PERSON, person=amara.id).press(f"person.favour.again.{amara.id}")
        assert screen.has("pills", "openly")
        assert one(stored, amara).boundary_on is None

    def test_it_locks_nothing(self, visit, stored, amara):
        """With one question open nothing is kept, and the letter is there all the same."""
        screen = visit(PERSON, person=amara.id)
        assert SAY["favour_letter"] in links(screen)
        screen.pick("openly", "no").press(screen.field("button", "see").key)
        assert SAY["favour_all"] in screen.seen
        assert one(stored, amara) == amara

    def test_who_hires_is_no_friend_to_spare(self, visit, stored, amara):
        """No question is asked before writing to them."""
        stored().people.replace(amara.model_copy(update={"hires": True}))
        assert not visit(PERSON, person=amara.id).has("pills", "openly")


class TestNoting:
    """A contact is noted in a minute."""

    def log(self, visit, amara, **query):
        """The contacts of Amara."""
        return visit(PERSON, person=amara.id, part="log", **query)

    def save(self, screen):
        """Save the form of a contact."""
        return screen.press(screen.field("button", "save").key)

    def test_the_clock_starts_again(self, visit, stored, amara, today):
        """Told in one sentence beside the button."""
        screen = self.log(visit, amara)
        screen.pick("channel", "call").type("note", "New *team*").pick("came_of", "lead", "learned")
        self.save(screen)
        [kept] = stored().touchpoints.all()
        assert (kept.channel, kept.note, kept.person_id) == (Channel.CALL, "New *team*", amara.id)
        assert set(kept.came_of) == {"lead", "learned"}
        again = fill(SAY["clock_again"], date=in_words(today + timedelta(90)))
        assert again in screen.seen
        assert f"{JOINER}New *team*{JOINER}" in screen.seen
        assert not stored().drafts.all()

    def test_an_older_day_leaves_the_clock_where_it_is(self, visit, stored, amara, note, today):
        """Back-dated ones count for their day."""
        note(2, channel=Channel.MET)
        screen = self.log(visit, amara)
        screen.field("date_input", "happened_on").set_value(today - timedelta(30))
        self.save(screen.run().pick("started", "them"))
        assert sorted(each.happened_on for each in stored().touchpoints.all()) == [
            today - timedelta(30),
            today - timedelta(2),
        ]
        goes_on = fill(SAY["clock_goes_on"], date=in_words(today + timedelta(88)))
        assert goes_on in screen.seen

    def test_a_day_to_come_is_not_noted(self, visit, stored, amara, today):
        """A kind sentence stands beside it and at the button, and what was typed stays."""
        screen = self.log(visit, amara).type("note", "Soon")
        screen.field("date_input", "happened_on").set_value(today + timedelta(1))
        self.save(screen.run())
        assert words("forms")["future"] in screen.seen
        assert SAY["log_ahead"] in screen.seen
        assert stored().touchpoints.all() == ()
        assert screen.field("text_area", "note").value == "Soon"

    def test_whom_they_named_becomes_people(self, visit, stored, amara):
        """Those known already are not made again; all of it is said before it is saved."""
        stored().people.add(Person(name="Ben"))
        screen = self.log(visit, amara).type("who_else", "ben, Chris *Diaz*")
        assert fill(SAY["are_known"], names="Ben") in screen.seen
        assert "New here: Chris" in screen.seen
        self.save(screen)
        assert links(screen)["Ben"]["person"] == [stored().people.all()[1].id]
        people = {each.name: each.introduced_by for each in stored().people.all()}
        assert people == {amara.name: "", "Ben": amara.id, "Chris *Diaz*": amara.id}

    @pytest.mark.parametrize(
        ("channel", "sentence"), [("reaction", "clock_not_moved"), ("message", "their_turn")]
    )
    def test_what_moves_no_clock_is_said_kindly(self, visit, amara, note, channel, sentence):
        """A like, or a second note that was not answered."""
        note(20)
        screen = self.log(visit, amara).pick("channel", channel)
        assert SAY[sentence] in self.save(screen).seen

    def test_thanks_to_say_are_told(self, visit, stored, amara):
        """They are owed from then on."""
        screen = self.log(visit, amara)
        screen.field("checkbox", "owes_thanks").check()
        self.save(screen.run())
        assert SAY["thanks_noted"] in screen.seen
        assert stored().touchpoints.all()[0].owes_thanks

    def test_a_contact_is_changed(self, visit, stored, amara, note):
        """The form closes after it, and the others are as they were."""
        touch, other = note(3, note="Old", channel=Channel.VIDEO), note(9, note="Other")
        screen = self.log(visit, amara).press(f"touchpoint.change.{touch.id}")
        assert SAY["log_change"] in screen.seen
        self.save(screen.type("note", "New"))
        kept = stored().touchpoints.get(touch.id)
        assert (kept.note, kept.channel) == ("New", Channel.VIDEO)
        assert stored().touchpoints.get(other.id) == other
        assert SAY["log_title"] in screen.seen

    def test_a_change_names_nobody_anew(self, visit, stored, amara, note):
        """Who was named before is known under another name by now, or was let go of."""
        touch = note(3, who_else="Ben")
        screen = self.log(visit, amara, touchpoint=touch.id).type("who_else", "Ben, Chris")
        assert "New here: Chris" in screen.seen
        self.save(screen)
        assert [each.name for each in stored().people.all()] == [amara.name, "Chris"]

    def test_leaving_a_change_keeps_what_was(self, visit, stored, amara, note):
        """And no draft of it."""
        touch = note(3, note="Old")
        screen = self.log(visit, amara, touchpoint=touch.id).type("note", "Slip")
        screen.press(screen.field("button", "leave").key)
        assert stored().touchpoints.get(touch.id) == touch
        assert not stored().drafts.all()

    def test_a_draft_keeps_its_day(self, visit, stored, amara, today, monkeypatch):
        """What was begun last evening is about that day, also on the morning after."""
        self.log(visit, amara).type("note", "Late tea")
        monkeypatch.setenv("AJAR_CLOCK", "2026-11-21T08:00:00+00:00")
        session.app_mode.cache_clear()
        self.save(self.log(visit, amara))
        [kept] = stored().touchpoints.all()
        assert (kept.note, kept.happened_on) == ("Late tea", today)

    def test_another_part_is_not_left_for_a_change_that_is_open(self, visit, amara, note):
        """Whoever goes to another part stays there."""
        screen = self.log(visit, amara, touchpoint=note(3).id)
        screen.app.session_state[f"person.section.{amara.id}"] = "now"
        assert SAY["ways"] in screen.run().seen
        assert SAY["ways"] in screen.run().seen

    def test_two_windows_lose_nothing(self, visit, stored, amara, note):
        """The person says which version of a contact holds."""
        touch = note(3, note="Old")
        screen = self.log(visit, amara, touchpoint=touch.id).type("note", "Mine")
        stored().touchpoints.replace(touch.model_copy(update={"note": "Theirs"}))
        self.save(screen.type("who_else", "Chris"))
        assert stored().touchpoints.get(touch.id).note == "Theirs"
        screen.press("conflict.mine")
        assert stored().touchpoints.get(touch.id).note == "Mine"
        assert [each.name for each in stored().people.all()] == [amara.name, "Chris"]

    def test_words_that_call_for_help_are_noticed(self, visit, amara):
        """As everywhere."""
        assert self.save(self.log(visit, amara).type("note", "I want to end my life")).in_crisis


class TestHistory:
    """What was, newest first."""

    def test_all_of_it_stands_there(self, visit, stored, amara, note, today):
        """Letters and answers are read from the letters, with the way to them."""
        note(3, channel=Channel.MET, note="Tea", asked="One name", gave="A link", who_else="Ben")
        sent = {"sent_on": today - timedelta(9), "replied_on": today - timedelta(7)}
        letter = stored().letters.add(
            Letter(
                kind=Kind.STAY_IN_TOUCH,
                to_id=amara.id,
                state=LetterState.ANSWERED,
                reply="Come *by*",
                **sent,
            )
        )
        give = {"person_id": amara.id, "happened_on": today - timedelta(20)}
        stored().gives.add(Give(kind=GiveKind.SHARED, what="A guide", **give))
        screen = visit(PERSON, person=amara.id, part="log")
        for told in ("You asked: One name", "You gave: A link", "They named: Ben", "Come *by*"):
            assert told in screen.seen
        lines = ("3 days ago", SAY["they_answered"], SAY["you_wrote"], SAY["you_gave"])
        captions = [each.value for each in screen.app.caption]
        places = [next(i for i, c in enumerate(captions) if line in c) for line in lines]
        assert places == sorted(places)
        assert links(screen)[SAY["open_letter"]]["letter"] == [letter.id]
        assert stored().touchpoints.all()[0].note == "Tea"
        assert len(stored().touchpoints.all()) == 1

    def test_a_contact_that_was_a_talk_leads_to_it(self, visit, stored, amara, note):
        """It stands there once."""
        talk = stored().talks.add(Talk(person_id=amara.id))
        note(3, channel=Channel.CALL, talk_id=talk.id)
        found = links(visit(PERSON, person=amara.id, part="log"))
        assert found[SAY["open_talk"]]["talk"] == [talk.id]

    def test_a_deleted_contact_comes_back(self, visit, stored, amara, note):
        """The clock goes back to the one before, and forth again."""
        touch = note(1, channel=Channel.MET)
        screen = visit(PERSON, person=amara.id, part="log")
        screen.press(f"delete.{touch.id}").press(f"delete.yes.{touch.id}")
        assert stored().touchpoints.all() == ()
        screen.press("undo.undo")
        assert stored().touchpoints.all() == (touch,)

    def test_thanks_are_noted_and_taken_back(self, visit, stored, amara, note, today):
        """With one tap each."""
        touch = note(40, channel=Channel.MET, owes_thanks=True)
        screen = visit(PERSON, person=amara.id, part="log")
        screen.press(f"touchpoint.thanks.{touch.id}")
        assert stored().touchpoints.get(touch.id).thanked_on == today
        screen.press(f"touchpoint.thanks.{touch.id}")
        assert stored().touchpoints.get(touch.id).thanked_on is None


class TestAbout:
    """All that is known, in one calm form."""

    def about(self, visit, person):
        """What is known of somebody."""
        return visit(PERSON, person=person.id, part="about")

    def save(self, screen):
        """Keep the card."""
        return screen.press(screen.field("button", "save").key)

    def test_all_of_it_is_kept(self, visit, stored, amara, today):
        """Lines, choices, lists, links to what happened, and who introduced them."""
        told = Case(direction=Direction.SILENCE, happened_on=today, employer="Harbour")
        case = stored().cases.add(told)
        screen = self.about(visit, amara)
        screen.type("phone", "0113 *").type("could_give", "A _guide_").type("introducer", "Mo")
        screen.pick("closeness", "close").pick("helps", "advise", "introduce")
        screen.field("checkbox", "made_shift").check()
        screen.field("multiselect", "case_ids").set_value([case.id])
        screen.run()
        self.save(screen)
        kept, mo = one(stored, amara), stored().people.all()[1]
        assert (kept.phone, kept.could_give, kept.closeness) == ("0113 *", "A _guide_", "close")
        assert kept.helps == (Help.ADVISE, Help.INTRODUCE)
        assert (kept.made_shift, kept.case_ids, kept.introduced_by) == (True, (case.id,), mo.id)
        assert (kept.cares_about, kept.last_before) == (amara.cares_about, amara.last_before)
        assert mo.name == "Mo"
        assert SAY["about_saved"] in screen.seen

    def test_lists_are_chosen_from_what_others_have(self, visit, stored, amara):
        """What is typed anew is kept as it is, without doubles."""
        stored().people.add(Person(name="Ben", tags=("Leeds",), knows=("SQL, R",)))
        screen = self.about(visit, amara)
        tags, knows = (screen.field("multiselect", each) for each in ("tags", "knows"))
        assert (tags.options, knows.options) == (["Leeds"], ["SQL, R"])
        tags.set_value(["Leeds"])
        knows.set_value(["SQL, R"])
        self.save(screen.run())
        kept = one(stored, amara)
        assert (kept.tags, kept.knows) == (("Leeds",), ("SQL, R",))

    def test_a_day_to_come_is_not_kept(self, visit, stored, amara, today):
        """It is said beside the button, and the rest waits with it."""
        screen = self.about(visit, amara).type("role", "Head")
        screen.field("date_input", "last_before").set_value(today + timedelta(2))
        self.save(screen.run())
        assert SAY["last_before_ahead"] in screen.seen
        assert one(stored, amara) == amara
        assert screen.field("text_input", "role").value == "Head"

    def test_what_they_can_know_is_offered(self, visit, stored, amara):
        """Every skill and path that is noted, by its name."""
        stored().skills.add(Skill(name="Survey design"))
        stored().paths.add(Path(name="Clinic planner"))
        options = self.about(visit, amara).field("multiselect", "knows").options
        assert options == ["Clinic planner", "Survey design"]

    def test_a_name_is_needed(self, visit, stored, amara):
        """Nothing is kept without."""
        screen = self.save(self.about(visit, amara).type("name", "  "))
        assert SAY["name_first"] in screen.seen
        assert one(stored, amara) == amara

    def test_what_was_ticked_meanwhile_is_no_conflict(self, visit, stored, amara, today):
        """A clock that another window stopped stays stopped."""
        screen = self.about(visit, amara).type("role", "Head")
        stored().people.replace(amara.model_copy(update={"stopped_on": today}))
        self.save(screen)
        kept = one(stored, amara)
        assert (kept.role, kept.stopped_on) == ("Head", today)

    def test_two_windows_lose_nothing(self, visit, stored, amara):
        """The person says which version holds."""
        screen = self.about(visit, amara).type("role", "Mine")
        stored().people.replace(amara.model_copy(update={"role": "Theirs"}))
        self.save(screen)
        assert one(stored, amara).role == "Theirs"
        screen.press("conflict.mine")
        assert one(stored, amara).role == "Mine"

    def test_a_likely_double_is_shown_on_the_card(self, visit, stored, amara):
        """Nothing is shown where there is none."""
        title = words("people_import")["double_of"]
        assert title not in self.about(visit, amara).seen
        for _ in range(2):
            kim = stored().people.add(Person(name="Kim Roe", address="kim@b.example"))
        assert title in self.about(visit, kim).seen

    def test_a_half_typed_contact_goes_on_at_the_card_that_is_kept(self, visit, stored):
        """Merging loses no word, and Today leads to where it is now."""
        kim, other = (stored().people.add(Person(name="Kim", address="k@b.org")) for _ in "12")
        visit(PERSON, person=other.id, part="log").type("note", "A long talk")
        visit(PERSON, person=kim.id, part="about").press(f"people.merge.{kim.id}.{other.id}.one")
        [kept] = stored().people.all()
        screen = visit(PERSON, touchpoint=kept.id)
        assert screen.field("text_area", "note").value == "A long talk"
        assert len(stored().drafts.all()) == 1

    def test_two_half_typed_contacts_both_stay(self, visit, stored):
        """Where one is half typed on the card that is kept, the other is found from Today."""
        kim, other = (stored().people.add(Person(name="Kim", address="k@b.org")) for _ in "12")
        for each, text in ((kim, "Mine"), (other, "The other")):
            visit(PERSON, person=each.id, part="log").type("note", text)
        visit(PERSON, person=kim.id, part="about").press(f"people.merge.{kim.id}.{other.id}.one")
        assert visit(PERSON, touchpoint=kim.id).field("text_area", "note").value == "Mine"
        assert words("forms")["gone_draft"] in visit(PERSON, touchpoint=other.id).seen

    def test_two_that_were_kept_apart_by_a_slip_are_offered_again(self, visit, stored):
        """An undo beside it."""
        kim, other = (stored().people.add(Person(name="Kim", address="k@b.org")) for _ in "12")
        key = f"people.merge.{kim.id}.{other.id}"
        screen = visit(PERSON, person=kim.id, part="about").press(f"{key}.two")
        assert words("people_import")["kept_two"] in screen.seen
        assert f"{key}.two" not in [each.key for each in screen.app.button]
        screen.press("people.undo")
        assert f"{key}.two" in [each.key for each in screen.app.button]
        assert not any(each.apart_from for each in stored().people.all())

    def test_who_and_what_belongs_to_them_is_linked(self, visit, stored, amara, today):
        """Cases that name them, whom they named, and who named them."""
        mo = stored().people.add(Person(name="Mo"))
        stored().people.replace(amara.model_copy(update={"introduced_by": mo.id}))
        ben = stored().people.add(Person(name="Ben", introduced_by=amara.id))
        told = {"direction": Direction.SILENCE, "happened_on": today, "employer": "Harbour"}
        case = stored().cases.add(Case(**told, referrer_id=amara.id))
        screen = self.about(visit, amara)
        found = links(screen)
        assert found["Harbour"]["case"] == [case.id]
        assert SAY["role_referrer"] in screen.seen
        assert (found["Mo"]["person"], found["Ben"]["person"]) == ([mo.id], [ben.id])


class TestEnds:
    """Put away, or deleted."""

    def test_somebody_is_put_away_and_brought_back(self, visit, stored, amara, today):
        """No clock runs for who is away."""
        screen = visit(PERSON, person=amara.id, part="about").press("person.away")
        assert one(stored, amara).archived_on == today
        assert SAY["away_done"] in screen.seen
        assert KNOWN.rests["put_away"] in visit(PERSON, person=amara.id).seen
        screen.press("person.away")
        assert one(stored, amara) == amara.model_copy(
            update={"rev": 3, "updated_at": one(stored, amara).updated_at}
        )

    def test_deleting_tells_what_goes_and_an_undo_brings_it_back(self, visit, stored, amara, note):
        """Their contacts go along; letters keep the name; what is half typed comes back too."""
        touch = note(3, note="Tea")
        letter = stored().letters.add(
            Letter(kind=Kind.STAY_IN_TOUCH, to_id=amara.id, to_name=amara.name)
        )
        visit(PERSON, person=amara.id, part="log").type("note", "Half")
        screen = visit(PERSON, person=amara.id, part="about").press(f"delete.{amara.id}")
        assert fill(SAY["goes_along"], count=1) in screen.seen
        assert fill(SAY["letters_stay"], count=1) in screen.seen
        screen.press(f"delete.yes.{amara.id}")
        assert stored().people.all() == stored().touchpoints.all() == ()
        assert stored().letters.all() == (letter,)
        assert words("forms")["gone"] not in screen.seen
        screen.press("undo.undo")
        assert stored().people.all() == (amara,)
        assert stored().touchpoints.all() == (touch,)
        assert "Amara" in screen.app.title[0].value
        again = visit(PERSON, touchpoint=amara.id)
        assert again.field("text_area", "note").value == "Half"

    def test_what_was_typed_about_somebody_gone_can_be_taken_or_let_go(self, visit, stored, amara):
        """From Today, after the card went in another window."""
        visit(PERSON, person=amara.id, part="log").type("note", "Half a line")
        stored().delete(amara)
        assert words("today")["draft_touchpoint"] in " ".join(links(visit()))
        screen = visit(PERSON, touchpoint=amara.id)
        assert words("forms")["gone_draft"] in screen.seen
        [kept] = screen.app.get("download_button")
        assert kept.proto.label == words("frame")["take_typed"]
        screen.press("gone.let_go")
        assert not stored().drafts.all()

    def test_what_is_thrown_away_is_noticed_first(self, visit, stored, amara):
        """A cry for help in a text that is let go is still heard."""
        visit(PERSON, person=amara.id, part="log").type("note", "I want to die")
        stored().delete(amara)
        assert visit(PERSON, touchpoint=amara.id).press("gone.let_go").in_crisis

    def test_a_disk_that_cannot_be_written_is_left_alone(self, visit, stored, amara, monkeypatch):
        """Nothing here pretends to save."""
        monkeypatch.setattr(files, "writable", lambda _: False)
        assert visit(PERSON, person=amara.id).named("button", "person.stop").disabled
        for part in ("log", "about"):
            screen = visit(PERSON, person=amara.id, part=part)
            assert screen.field("button", "save").disabled


def test_the_new_window_of_another_person_shows_that_one(visit, stored, amara, note):
    """A contact of somebody else in the address is not changed here."""
    touch = note(3, note="Tea")
    ben = stored().people.add(Person(name="Ben"))
    screen = visit(PERSON, person=ben.id, touchpoint=touch.id)
    assert screen.app.title[0].value == "Ben"
    assert SAY["log_title"] in screen.seen
