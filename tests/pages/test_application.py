"""One application on screen: how it stands, what they asked for, research, talks, and Today."""

from datetime import timedelta

import pytest

from core.applications import Application, Fact, Interview, Outcome, Requested
from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn
from core.content.loader import words
from core.listed import keys_of
from pages.parts.requested_undo import put_list
from tests.pages.test_reassess import links

SAY, DUES = words("application"), words("dues")
APPLICATION = "move_on/application.py"


@pytest.fixture
def application(stored, today):
    """An application that asks for a CV, two days ago."""
    asked = (Requested(what="CV *2026*", due=today - timedelta(days=2)),)
    return stored().applications.add(
        Application(
            role="Data analyst",
            employer="Harbour *Works*",
            sent_on=today - timedelta(days=12),
            source="A friend",
            must_haves=80,
            tailored=True,
            stages=(StageReached(stage=Stage.APPLIED), StageReached(stage=Stage.FIRST_TALK)),
            requested=asked,
        )
    )


@pytest.fixture
def low_day(stored, today):
    """A check-in of today with a very low mood."""
    stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
    return stored().check_ins.add(CheckIn(happened_on=today, mood=1))


def open_at(visit, application, part):
    """The page of an application, opened at one of its parts."""
    return visit(APPLICATION, application=application.id, part=part)


def on_fact(act, fact):
    """The key of what changes a fact, or takes it off."""
    return f"fact.{act}.{keys_of((fact,))[0]}"


def facts_of(stored, application):
    """The facts on the research card, in their order."""
    return [each.what for each in stored().applications.get(application.id).facts]


class TestAbout:
    """What it is, and how far it got."""

    def test_it_says_how_it_stands_with_its_history(self, visit, application):
        """In words, each stage in its order."""
        seen = visit(APPLICATION, application=application.id).seen
        for told in ("First talk", "A friend", "Must-haves met: 80 of 100", "Sent 12 days ago"):
            assert told in seen
        assert seen.index("I applied") < seen.index("First interview")

    def test_the_advert_opens_and_is_copied_as_it_is(self, visit, application, stored):
        """Whatever stands around its address."""
        link = "see https://example.org/jobs/1, please"
        stored().applications.replace(application.model_copy(update={"link": link}))
        screen = visit(APPLICATION, application=application.id)
        assert link in [each.value for each in screen.app.text]
        [opened] = screen.app.get("link_button")
        assert opened.proto.url == "https://example.org/jobs/1"

    def test_an_end_is_told_with_its_day(self, visit, application, stored, today):
        """And nothing is offered next."""
        ended = application.model_copy(update={"outcome": Outcome.SILENCE, "ended_on": today})
        stored().applications.replace(ended)
        screen = visit(APPLICATION, application=application.id)
        assert "Silence · today" in screen.seen
        assert "Next:" not in screen.seen

    def test_the_next_stage_is_noted_with_one_tap(self, visit, application, stored, today):
        """The history only grows, and the tap can be taken back."""
        screen = visit(APPLICATION, application=application.id).press("application.next")
        kept = stored().applications.get(application.id)
        assert kept.stages[:2] == application.stages
        assert (kept.stages[2].stage, kept.stages[2].on) == (Stage.TASK, today)
        screen.press(f"application.undo.{application.id}")
        assert stored().applications.get(application.id).stages == application.stages

    def test_an_end_is_noted_here_and_made_a_case(self, visit, application, stored):
        """As in the log; nothing has to be looked for there."""
        screen = visit(APPLICATION, application=application.id)
        screen.press(f"application.else.{application.id}").pick("outcome", "no")
        assert stored().applications.get(application.id).outcome is Outcome.NO
        screen.press(f"application.case.{application.id}")
        [case] = stored().cases.all()
        assert stored().applications.get(application.id).case_id == case.id

    def test_a_change_is_kept_and_the_rest_stays(self, visit, application, stored):
        """Stages, things asked for and research are not touched by it."""
        screen = visit(APPLICATION, application=application.id).type("role", "Senior analyst")
        screen.pick("contacted", "yes").press(screen.field("button", "save").key)
        kept = stored().applications.get(application.id)
        assert (kept.role, kept.contacted, kept.tailored) == ("Senior analyst", True, True)
        assert (kept.stages, kept.requested) == (application.stages, application.requested)
        assert SAY["saved"] in screen.seen

    def test_a_name_is_asked_for(self, visit, application, stored):
        """Neither role nor employer leaves nothing to call it."""
        screen = visit(APPLICATION, application=application.id).type("role", "")
        screen.type("employer", " ").press(screen.field("button", "save").key)
        assert SAY["name_first"] in screen.seen
        assert stored().applications.get(application.id) == application

    def test_two_windows_are_asked_which_to_keep(self, visit, application, stored):
        """Nothing is written over."""
        mine = visit(APPLICATION, application=application.id).type("role", "Mine")
        stored().applications.replace(application.model_copy(update={"role": "Theirs"}))
        mine.press(mine.field("button", "save").key)
        assert words("conflict")["mine"] in mine.seen
        mine.press("conflict.mine")
        assert stored().applications.get(application.id).role == "Mine"

    def test_what_is_ticked_meanwhile_is_no_conflict(self, visit, application, stored):
        """A half-typed note and one more thing on its list go together, in one window."""
        screen = visit(APPLICATION, application=application.id).type("note", "Ring *Ines*")
        put_list(stored(), application, "requested", (*application.requested, Requested(what="CV")))
        screen.press(screen.field("button", "save").key)
        kept = stored().applications.get(application.id)
        assert (kept.note, len(kept.requested)) == ("Ring *Ines*", 2)

    def test_nothing_is_written_over_after_a_reload(self, visit, application, stored):
        """What another window changed stays, and what was typed here is saved with it."""
        visit(APPLICATION, application=application.id).type("note", "Mine")
        stored().applications.replace(application.model_copy(update={"role": "Theirs"}))
        again = visit(APPLICATION, application=application.id)
        again.press(again.field("button", "save").key)
        if words("conflict")["mine"] in again.seen:
            again.press("conflict.both")
        kept = stored().applications.get(application.id)
        assert (kept.role, kept.note) == ("Theirs", "Mine")

    def test_the_case_it_became_is_one_link_away(self, visit, application, stored, today):
        """Where its no came."""
        case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        changed = application.model_copy(update={"case_id": case.id})
        stored().applications.replace(changed)
        found = links(visit(APPLICATION, application=application.id))
        assert found[words("applications")["to_case"]] == f"case={case.id}"


class TestAsked:
    """What they asked for."""

    def test_what_is_late_is_told_calmly(self, visit, application):
        """No alarm: it can still go."""
        screen = open_at(visit, application, "asked")
        assert "It can still go." in screen.seen
        assert not [*screen.app.error, *screen.app.warning]

    def test_one_tap_sends_it_and_one_takes_that_back(self, visit, application, stored, today):
        """The day is noted."""
        screen = open_at(visit, application, "asked").press(f"sent.{application.id}.requested.")
        assert stored().applications.get(application.id).requested[0].sent_on == today
        screen.press(f"sent.{application.id}.requested.")
        assert stored().applications.get(application.id).requested == application.requested

    def test_one_more_is_added_with_its_day(self, visit, application, stored, today):
        """In one line; the day is asked for once there is something to send."""
        screen = open_at(visit, application, "asked")
        assert not screen.has("date_input", "due")
        screen.type("what", "References")
        screen.field("date_input", "due").set_value(today + timedelta(days=3))
        screen.run().press(screen.field("button", "add").key)
        added = stored().applications.get(application.id).requested[1]
        assert (added.what, added.due) == ("References", today + timedelta(days=3))
        assert screen.field("text_input", "what").value == ""

    def test_an_empty_line_is_not_added(self, visit, application, stored):
        """It is asked for beside the button."""
        screen = open_at(visit, application, "asked")
        screen.press(screen.field("button", "add").key)
        assert SAY["asked_first"] in screen.seen
        assert stored().applications.get(application.id) == application

    def test_what_is_taken_off_can_be_put_back(self, visit, application, stored):
        """In its old place."""
        screen = open_at(visit, application, "asked").press(f"off.{application.id}.requested.")
        assert not stored().applications.get(application.id).requested
        screen.press(f"put_back.{application.id}.requested")
        assert stored().applications.get(application.id).requested == application.requested

    @pytest.mark.parametrize("act", ["sent", "off"])
    def test_a_tap_means_the_thing_that_was_shown(self, visit, application, stored, act):
        """Also where another window took off one before it."""
        one, two, three = (Requested(what=each) for each in ("one", "two", "three"))
        put_list(stored(), application, "requested", (one, two, three))
        screen = open_at(visit, application, "asked")
        key = f"{act}.{application.id}.requested.{keys_of((two,))[0]}"
        put_list(stored(), stored().applications.get(application.id), "requested", (two, three))
        screen.press(key)
        kept = stored().applications.get(application.id).requested
        assert three in kept
        assert two not in kept
        assert len(kept) == (2 if act == "sent" else 1)

    def test_a_tap_on_what_is_gone_changes_nothing(self, visit, application, stored):
        """It says so."""
        screen = open_at(visit, application, "asked")
        other = (Requested(what="References"),)
        put_list(stored(), application, "requested", other)
        screen.press(f"off.{application.id}.requested.")
        assert stored().applications.get(application.id).requested == other
        assert SAY["changed_elsewhere"] in [each.value for each in screen.app.info]


class TestResearch:
    """Five facts, each with its source and why it matters."""

    def test_a_fact_is_kept_with_source_and_reason(self, visit, application, stored):
        """Both are asked for once there is a fact."""
        screen = open_at(visit, application, "research")
        assert SAY["no_facts"] in screen.seen
        screen.type("what", "They *share* code").type("source", "Their blog").type("why", "So do I")
        screen.press(screen.field("button", "add").key)
        [fact] = stored().applications.get(application.id).facts
        assert (fact.what, fact.source, fact.why) == ("They *share* code", "Their blog", "So do I")
        assert "1 of 5 facts" in screen.seen

    def test_five_are_plenty(self, visit, application, stored):
        """And more are welcome."""
        facts = tuple(Fact(what=f"Fact {each}") for each in range(5))
        stored().applications.replace(application.model_copy(update={"facts": facts}))
        assert SAY["facts_ready"] in open_at(visit, application, "research").seen

    def test_a_fact_is_changed_in_its_place(self, visit, application, stored):
        """The others stay."""
        facts = tuple(Fact(what=each) for each in ("one", "two", "three"))
        stored().applications.replace(application.model_copy(update={"facts": facts}))
        screen = open_at(visit, application, "research").press(on_fact("change", facts[1]))
        screen.type("what", "Two, checked").press(screen.field("button", "add").key)
        assert facts_of(stored, application) == ["one", "Two, checked", "three"]

    def test_a_half_typed_change_goes_to_no_other_fact(self, visit, application, stored):
        """Take the changed one off, and the next one starts from its own words."""
        facts = tuple(Fact(what=each) for each in ("one", "two", "three"))
        put_list(stored(), application, "facts", facts)
        screen = open_at(visit, application, "research").press(on_fact("change", facts[1]))
        screen.type("what", "Two, half").press(on_fact("off", facts[1]))
        screen.press(on_fact("change", facts[2]))
        assert screen.field("text_input", "what").value == "three"
        screen.press(screen.field("button", "add").key)
        assert facts_of(stored, application) == ["one", "three"]
        assert not stored().drafts.all()

    @pytest.mark.parametrize(
        ("theirs", "kept"),
        [("two three", ["Two, checked", "three"]), ("one three", ["one", "three", "Two, checked"])],
    )
    def test_what_another_window_does_costs_no_fact(self, visit, application, stored, theirs, kept):
        """The change goes to its fact; where that is gone, it is one more."""
        facts = tuple(Fact(what=each) for each in ("one", "two", "three"))
        put_list(stored(), application, "facts", facts)
        screen = open_at(visit, application, "research").press(on_fact("change", facts[1]))
        screen.type("what", "Two, checked")
        left = tuple(each for each in facts if each.what in theirs.split())
        put_list(stored(), stored().applications.get(application.id), "facts", left)
        screen.press(screen.field("button", "add").key)
        assert facts_of(stored, application) == kept

    def test_what_is_taken_off_is_the_fact_that_was_shown(self, visit, application, stored):
        """Also where another window took off one before it."""
        facts = tuple(Fact(what=each) for each in ("one", "two", "three"))
        put_list(stored(), application, "facts", facts)
        screen = open_at(visit, application, "research")
        put_list(stored(), stored().applications.get(application.id), "facts", facts[1:])
        screen.press(on_fact("off", facts[1]))
        assert facts_of(stored, application) == ["three"]


class TestTalks:
    """The talks of an application."""

    def test_they_are_linked_with_their_day(self, visit, application, stored, now):
        """The way to a new one is always there."""
        talk = Interview(application_id=application.id, at=now + timedelta(days=3), with_whom="Jo")
        kept = stored().interviews.add(talk)
        found = links(open_at(visit, application, "talks"))
        assert f"interview={kept.id}" in found.values()
        assert found[SAY["add_talk"]] == f"application={application.id}"

    def test_the_case_that_it_became_leads_to_them(self, visit, application, stored, today):
        """From the page of the case; other cases have no such link."""
        case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        assert SAY["to_talks"] not in links(visit("reflect/case.py", case=case.id))
        stored().applications.replace(application.model_copy(update={"case_id": case.id}))
        found = links(visit("reflect/case.py", case=case.id))
        assert found[SAY["to_talks"]] == f"application={application.id}&part=talks"

    def test_a_deleted_talk_can_come_back(self, visit, application, stored, now):
        """Asked first, undone after."""
        talk = stored().interviews.add(Interview(application_id=application.id, at=now))
        screen = open_at(visit, application, "talks")
        screen.press(f"delete.{talk.id}").press(f"delete.yes.{talk.id}")
        assert not stored().interviews.all()
        screen.press("undo.undo")
        assert stored().interviews.all() == (talk,)


class TestToday:
    """What has a day, on Today."""

    @pytest.fixture(autouse=True)
    def _told(self, stored, today):
        """Something was told here before."""
        stored().cases.add(Case(direction=Direction.WITHDREW, happened_on=today))

    def test_nothing_due_says_nothing(self, visit):
        """No empty list."""
        assert DUES["title"] not in visit().seen

    def test_what_is_due_is_sent_with_one_tap(self, visit, application, stored, today):
        """And gone from the list."""
        screen = visit()
        assert "For Harbour *Works*, by 18 November 2026: CV *2026*." in screen.seen
        screen.press(f"dues.{application.id}..requested.0")
        assert stored().applications.get(application.id).requested[0].sent_on == today
        assert DUES["title"] not in screen.seen

    def test_three_lines_at_once(self, visit, application, stored, today):
        """More on request."""
        many = tuple(Requested(what=f"Thing {each}", due=today) for each in range(5))
        stored().applications.replace(application.model_copy(update={"requested": many}))
        screen = visit()
        assert screen.seen.count("Thing ") == 3
        assert screen.press("shown.dues.all.more").seen.count("Thing ") == 5

    def test_a_tap_means_the_thing_that_was_shown(self, visit, application, stored, today):
        """Another window took off the one before it; nothing else counts as sent."""
        one, two = (Requested(what=each, due=today) for each in ("one", "two"))
        put_list(stored(), application, "requested", (one, two))
        screen = visit()
        put_list(stored(), stored().applications.get(application.id), "requested", (two,))
        screen.press(f"dues.{application.id}..requested.0")
        assert stored().applications.get(application.id).requested == (two,)
        assert SAY["changed_elsewhere"] in [each.value for each in screen.app.info]
        screen.press(f"dues.{application.id}..requested.0")
        assert stored().applications.get(application.id).requested[0].sent_on == today

    def test_thanks_are_noted_with_one_tap(self, visit, application, stored, now, today):
        """For a talk that was over two hours ago."""
        at = now - timedelta(hours=3)
        talk = stored().interviews.add(Interview(application_id=application.id, at=at))
        screen = visit().press(f"dues.{application.id}.{talk.id}.thanks.0")
        assert stored().interviews.get(talk.id).thanked_on == today
        assert DUES["done"] in screen.seen

    @pytest.mark.usefixtures("low_day")
    def test_on_a_heavy_day_all_but_a_talk_of_today_is_folded(
        self, visit, application, stored, now
    ):
        """One line; what cannot be put off stays in sight."""
        talk = Interview(application_id=application.id, at=now + timedelta(hours=3), travel=30)
        stored().interviews.add(talk)
        screen = visit()
        assert [each.label for each in screen.app.expander] == [DUES["folded_one"]]
        assert "is today at 15:00" in screen.seen
        assert "Leave at 14:20" in screen.seen

    @pytest.mark.usefixtures("low_day")
    def test_a_heavy_day_holds_two_long_lists(self, visit, application, stored, now, today):
        """Five talks today, and five things to send: each list opens by itself."""
        many = tuple(Requested(what=f"Thing {each}", due=today) for each in range(5))
        put_list(stored(), application, "requested", many)
        for hours in range(1, 6):
            at = now + timedelta(hours=hours)
            stored().interviews.add(Interview(application_id=application.id, at=at))
        screen = visit().press("shown.dues.fixed.more")
        assert screen.seen.count("is today at") == 5
        assert screen.press("shown.dues.rest.more").seen.count("Thing ") == 5


def test_with_an_application_go_its_talks_and_with_it_they_come_back(visit, application, stored):
    """From the log, asked first and undone after; nobody else's talk is touched."""
    talk = stored().interviews.add(Interview(application_id=application.id))
    other = stored().interviews.add(Interview(application_id="other"))
    screen = visit("move_on/search.py").press(f"application.else.{application.id}")
    screen.press(f"delete.{application.id}").press(f"delete.yes.{application.id}")
    assert stored().interviews.all() == (other,)
    screen.press("undo.undo")
    assert set(stored().interviews.all()) == {talk, other}
    assert stored().applications.all() == (application,)


def test_an_address_of_nothing_leads_on(visit):
    """To the search, calmly."""
    assert SAY["gone"] in visit(APPLICATION).seen
