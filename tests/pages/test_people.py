"""People on screen: one more in a line, everyone, three a week, the map, giving and asking."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.check_ins import CheckIn
from core.content.loader import fill, network_words, people_map_words, words
from core.network.talks import Event
from core.network.touchpoints import CameOf, Channel, Give, GiveKind, Started, Touchpoint
from core.people import Circle, Closeness, Help, Person
from pages.parts.people_charts import dots_of, map_chart

SAY = words("people")
PEOPLE = "reach_out/people.py"


@pytest.fixture
def know(stored):
    """Keep somebody."""
    return lambda name, **more: stored().people.add(Person(name=name, **more))


class TestOneMore:
    """One line, seen before it is kept."""

    def test_an_empty_page_says_what_will_be_here(self, visit):
        """Nothing is a dead end: one line, or a whole list."""
        screen = visit(PEOPLE)
        assert SAY["empty"] in screen.seen
        assert screen.has("text_input", "line")

    def test_a_line_is_read_before_it_is_kept(self, visit, stored):
        """What Ajar understood stands there, with the circle that it guessed; nothing is kept."""
        screen = visit(PEOPLE, part="everyone").type("line", "Amara, ex-colleague, Leeds trust")
        assert stored().people.all() == ()
        for part in ("Amara", "ex-colleague", "Leeds trust"):
            assert part in screen.seen
        assert screen.field("pills", "circle").value == "past_work"
        assert screen.field("pills", "closeness").value is None
        screen.press("quick_person:new.0.save")
        [kept] = stored().people.all()
        assert (kept.name, kept.how_known) == ("Amara", "ex-colleague")
        assert kept.organisation == "Leeds trust"
        assert (kept.circle, kept.closeness) == (Circle.PAST_WORK, None)
        assert fill(SAY["kept"], name="Amara") in screen.seen
        assert screen.field("text_input", "line").value == ""
        labels = [each.proto.label for each in screen.app.get("page_link")]
        assert fill(SAY["open_added"], name="Amara") in labels

    def test_who_hires_is_shown_as_one_before_it_is_kept(self, visit, stored):
        """It sets how they are written to (R28), so nobody is marked unseen."""
        screen = visit(PEOPLE, part="everyone").type("line", "Amara, recruiter, Leeds trust")
        assert SAY["read_hires"] in screen.seen
        screen.press("quick_person:new.0.save")
        assert [each.hires for each in stored().people.all()] == [True]
        assert SAY["read_hires"] not in screen.type("line", "Ben, neighbour").seen

    @pytest.mark.parametrize(
        ("line", "in_crisis"),
        [
            ("Amara, self-harm nurse, Leeds trust", False),
            ("Amara, Suicide Prevention Lead", False),
            ("I want to die", True),
            ("Amara, friend, Leeds, I want to die", True),
        ],
    )
    def test_a_job_title_opens_no_card_and_a_cry_for_help_does(self, visit, line, in_crisis):
        """Wherever in the line it stands: all of it is free text."""
        screen = visit(PEOPLE, part="everyone").type("line", line)
        assert screen.press("quick_person:new.0.save").in_crisis is in_crisis

    def test_a_guess_can_be_put_right(self, visit, stored):
        """What a person taps counts, and a line with the same guess leaves it alone."""
        screen = visit(PEOPLE, part="everyone").type("line", "Amara, ex-colleague")
        screen.pick("circle", "family").pick("closeness", "close")
        screen.type("line", "Amara O, ex-colleague").press("quick_person:new.0.save")
        [kept] = stored().people.all()
        assert (kept.circle, kept.closeness) == (Circle.FAMILY, Closeness.CLOSE)

    def test_somebody_known_is_pointed_to_before_a_double_is_made(self, visit, know, stored):
        """A link leads to who is here; whoever is another person can still be kept."""
        know("Amara Okafor", how_known="choir")
        screen = visit(PEOPLE, part="everyone").type("line", "amara okafor, neighbour")
        assert SAY["known_already"] in screen.seen
        assert screen.named("button", "quick_person:new.0.save").label == SAY["keep_another"]
        screen.press("quick_person:new.0.save")
        assert len(stored().people.all()) == 2

    def test_nothing_typed_is_asked_for(self, visit, stored):
        """An empty line is nobody."""
        screen = visit(PEOPLE, part="everyone").press("quick_person:new.0.look")
        assert SAY["line_first"] in screen.seen
        assert stored().people.all() == ()

    def test_what_is_typed_survives_a_reload(self, visit):
        """A half-written line is a draft, and Today knows where it stands."""
        visit(PEOPLE, part="everyone").type("line", "Amara, choir")
        screen = visit(PEOPLE, quick_person="new")
        assert screen.field("text_input", "line").value == "Amara, choir"


class TestEveryone:
    """Anybody is found by any word, and shown with where they stand."""

    @pytest.fixture
    def many(self, stored):
        """Fifteen people, one of whom is put away."""
        people = [
            Person(name=f"Person {place:02}", notes="met in Hull" if place == 7 else "")
            for place in range(13)
        ]
        amara = Person(
            name="Amara Okafor",
            organisation="Leeds trust",
            circle=Circle.PAST_WORK,
            closeness=Closeness.WARM,
            helps=(Help.INTRODUCE,),
            tags=("north",),
        )
        away = Person(name="Ben", archived_on=date(2026, 1, 5))
        return stored().people.add_all([*people, amara, away])

    def test_a_row_tells_where_somebody_stands(self, visit, stored, know, today):
        """How known, circle, closeness, the last contact, and when comes next."""
        amara = know("Amara", how_known="choir", circle=Circle.FAMILY, closeness=Closeness.CLOSE)
        on = today - timedelta(days=3)
        stored().touchpoints.add(Touchpoint(person_id=amara.id, happened_on=on))
        seen = visit(PEOPLE, part="everyone").seen
        for part in ("choir", "Family", "close", "3 days ago", "17 December 2026"):
            assert part in seen

    def test_to_be_known_since_a_day_is_no_contact(self, visit, know):
        """A list of connections tells since when, and nothing of when they were last in touch."""
        know("Amara", known_since=date(2015, 8, 18))
        seen = visit(PEOPLE, part="everyone").seen
        assert "known since 18 August 2015" in seen
        assert SAY["no_contact"] in seen
        assert "last in touch" not in seen

    def test_nobody_is_asked_for_whom_no_closeness_is_said(self, visit, know):
        """Five hundred people who were brought in are not all due."""
        know("Amara")
        seen = visit(PEOPLE, part="everyone").seen
        assert SAY["rest_not_placed"] in seen
        assert SAY["next_now"] not in seen

    def test_a_long_list_has_pages_and_a_search(self, visit, many):
        """Twelve at once; a word of a note finds its person."""
        screen = visit(PEOPLE, part="everyone")
        assert fill(SAY["page_of"], first=1, last=12, of=14) in screen.seen
        screen.type("words", "hull")
        assert SAY["found_one"] in screen.seen
        screen.type("words", "nothing like it")
        assert SAY["none_found"] in screen.seen

    def test_the_list_is_narrowed_by_what_people_are(self, visit, many):
        """Circle, what they can do, and a tag; put away stands apart."""
        screen = visit(PEOPLE, part="everyone")
        screen.pick("circle", "past_work")
        assert SAY["found_one"] in screen.seen
        screen.pick("can", "made_shift")
        assert SAY["none_found"] in screen.seen
        screen.pick("can", "introduce").choose("tag", "north")
        assert SAY["found_one"] in screen.seen

    def test_who_is_put_away_stands_in_a_list_of_their_own(self, visit, many):
        """They are not gone, and not among the others."""
        screen = visit(PEOPLE, part="everyone").pick("which", "away")
        assert SAY["rest_put_away"] in screen.seen
        assert SAY["found_one"] in screen.seen

    def test_a_list_that_runs_empty_opens_with_another(self, visit, stored, many):
        """The one who was put away came back meanwhile, and the page still stands."""
        screen = visit(PEOPLE, part="everyone").pick("which", "away")
        [away] = [each for each in stored().people.all() if each.archived_on]
        stored().people.replace(away.model_copy(update={"archived_on": None}))
        screen.run()
        assert screen.field("pills", "which").value == "here"


class TestWeek:
    """At most three, then rest."""

    @pytest.fixture
    def five(self, stored, today):
        """Five people who are due, with a contact long ago."""
        people = stored().people.add_all(
            Person(name=f"Friend {each}", closeness=Closeness.WARM) for each in "ABCDE"
        )
        on = today - timedelta(days=100)
        stored().touchpoints.add_all(
            Touchpoint(person_id=each.id, happened_on=on) for each in people
        )
        return people

    @pytest.fixture
    def reach(self, stored, today):
        """Note a contact of today with somebody."""
        return lambda person: stored().touchpoints.add(
            Touchpoint(person_id=person.id, happened_on=today)
        )

    def test_three_are_shown_and_the_others_wait_in_their_bands(self, visit, five):
        """Nobody sees a wall of names: two more wait, folded."""
        screen = visit(PEOPLE)
        keys = [each.key for each in screen.app.button if "snooze." in (each.key or "")]
        assert sum("snooze.week." in each for each in keys) == 3
        assert sum("snooze.band.due." in each for each in keys) == 2

    def test_after_three_it_is_enough(self, visit, five, reach):
        """Who was reached counts, and rest is said in words."""
        for each in five[:3]:
            reach(each)
        screen = visit(PEOPLE)
        assert SAY["enough"] in screen.seen
        assert not any("snooze.week." in (each.key or "") for each in screen.app.button)

    def test_what_was_done_this_week_is_said(self, visit, five, reach):
        """One is done, two are left."""
        reach(five[0])
        screen = visit(PEOPLE)
        assert SAY["week_one"] in screen.seen
        shown = [each for each in screen.app.button if "snooze.week." in (each.key or "")]
        assert len(shown) == 2

    def test_nobody_due_is_said_kindly(self, visit, know, today):
        """An empty week is no failing."""
        know("Amara", closeness=Closeness.CLOSE, circle=Circle.WORK, last_before=today)
        screen = visit(PEOPLE)
        assert SAY["week_empty"] in screen.seen
        assert SAY["week_empty_known"] in screen.seen

    def test_who_is_not_placed_can_be_placed_at_once(self, visit, stored, know):
        """After a list came in nobody is due: the way on stands there, and not in another part."""
        ben = know("Ben")
        screen = visit(PEOPLE, part="week")
        assert SAY["week_empty"] in screen.seen
        screen.press("people.place").pick("closeness", "close")
        screen.press(f"place:{ben.id}.0.save")
        assert stored().people.get(ben.id).closeness is Closeness.CLOSE

    def test_a_week_without_anybody_takes_a_name(self, visit, stored):
        """An empty file is no dead end in this part either."""
        screen = visit(PEOPLE, part="week").type("line", "Amara, choir")
        screen.press("quick_person:new.0.save")
        assert [each.name for each in stored().people.all()] == ["Amara"]
        assert fill(SAY["kept"], name="Amara") in screen.seen

    def test_who_gives_way_to_thanks_is_still_near(self, visit, stored, five, today):
        """Thanks take one of three places; whoever had it stands with the others below."""
        stored().touchpoints.add(
            Touchpoint(
                person_id=five[0].id,
                happened_on=today,
                channel=Channel.CALL,
                started=Started.THEM,
                owes_thanks=True,
            )
        )
        keys = [each.key for each in visit(PEOPLE).app.button if "snooze." in (each.key or "")]
        assert {each.rpartition(".")[2] for each in keys} == {each.id for each in five[1:]}

    def test_thanks_come_first_and_are_noted_with_a_tap(self, visit, stored, five, today):
        """Thanks are owed to one of them; after the tap nothing is owed."""
        contact = Touchpoint(
            person_id=five[0].id, happened_on=today, channel=Channel.CALL, owes_thanks=True
        )
        kept = stored().touchpoints.add(contact)
        screen = visit(PEOPLE).press(f"week.thanks.{kept.id}.done")
        assert stored().touchpoints.get(kept.id).thanked_on == today
        assert words("people_thanks")["kept"] in screen.seen

    def test_on_a_heavy_day_the_week_waits_folded(self, visit, stored, five, today):
        """Nobody is pushed towards people when it is hard enough."""
        assert SAY["heavy"] not in visit(PEOPLE).seen
        stored().check_ins.add(CheckIn(happened_on=today, mood=0, hope=0))
        screen = visit(PEOPLE)
        assert SAY["heavy"] in screen.seen
        assert SAY["heavy_open"] in [each.label for each in screen.app.expander]

    def test_one_small_thing_is_kept_over_the_days(self, visit, stored, five):
        """Switched on it stays on, for another visit too; and it can be switched off again."""
        screen = visit(PEOPLE)
        screen.field("toggle", "False").set_value(True)
        screen.run()
        assert stored().me.one_small_task
        assert SAY["small_write"] in screen.seen
        assert SAY["others"] not in screen.seen
        screen = visit(PEOPLE)
        assert SAY["small_write"] in screen.seen
        screen.field("toggle", "True").set_value(False)
        screen.run()
        assert not stored().me.one_small_task
        screen.field("toggle", "False").set_value(True)
        screen.run()
        assert stored().me.one_small_task

    def test_the_one_small_thing_can_be_to_place_somebody(self, visit, stored, know):
        """Two taps, and the next small thing is another."""
        amara = know("Amara", how_known="choir")
        stored().save_me(stored().me.model_copy(update={"one_small_task": True}))
        screen = visit(PEOPLE)
        assert fill(SAY["place_who"], name="Amara") in screen.seen
        screen.pick("circle", "interest").pick("closeness", "weak")
        screen.press(f"place:{amara.id}.0.save")
        placed = stored().people.get(amara.id)
        assert (placed.circle, placed.closeness) == (Circle.INTEREST, Closeness.WEAK)
        assert fill(SAY["placed"], name="Amara") in screen.seen

    def test_somebody_given_a_circle_is_no_small_thing_at_once(self, visit, stored, know):
        """With one of two taps they wait; whoever else is there comes first, and then rest."""
        one, other = know("One"), know("Other")
        stored().save_me(stored().me.model_copy(update={"one_small_task": True}))
        screen = visit(PEOPLE)
        asked = fill(SAY["place_who"], name="One") in screen.seen
        first, then = (one, other) if asked else (other, one)
        screen.pick("circle", "interest").press(f"place:{first.id}.0.save")
        assert fill(SAY["place_who"], name=then.name) in screen.seen
        screen.pick("circle", "interest").press(f"place:{then.id}.0.save")
        assert SAY["small_place"] not in screen.seen
        assert SAY["small_rest"] in screen.seen

    def test_the_one_small_thing_can_be_a_name(self, visit, stored):
        """Where nobody is known, one line is the whole task."""
        stored().save_me(stored().me.model_copy(update={"one_small_task": True}))
        screen = visit(PEOPLE, part="week")
        assert SAY["small_add"] in screen.seen
        screen.type("line", "Amara, choir").press("quick_person:new.0.save")
        assert [each.name for each in stored().people.all()] == ["Amara"]


class TestMap:
    """Where people stand, where nobody does, and who may hear of work."""

    def test_an_empty_map_says_how_somebody_gets_there(self, visit, know):
        """Nobody placed yet is no empty picture."""
        know("Amara")
        screen = visit(PEOPLE, part="map")
        assert SAY["map_empty"] in screen.seen
        assert SAY["unplaced_one"] in screen.seen

    def test_the_map_is_read_in_words_and_has_its_table(self, visit, know):
        """Whoever sees no picture reads the same: how many, where most are, and the gaps."""
        know("A", circle=Circle.WORK, closeness=Closeness.CLOSE, helps=(Help.INTRODUCE,))
        know("B", circle=Circle.WORK, closeness=Closeness.WEAK)
        know("C", circle=Circle.FAMILY, closeness=Closeness.CLOSE)
        for name in "DE":
            know(name, circle=Circle.WORK, closeness=Closeness.WARM)
        screen = visit(PEOPLE, part="map")
        circles = network_words().circles
        assert fill(SAY["map_read"], count=5, circle=circles["work"], many=4) in screen.seen
        assert circles["neighbours"] in screen.seen
        assert fill(SAY["weak_one"], count=5) in screen.seen
        assert fill(SAY["introduce_one"], circle=circles["work"]) in screen.seen
        table = screen.app.dataframe[0].value
        assert list(table[SAY["column_all"]]) == [4, 0, 0, 0, 1, 0, 0, 0]
        assert list(table[SAY["column_introduce"]]) == [1, 0, 0, 0, 0, 0, 0, 0]

    def test_introducers_are_told_by_circle_and_beyond(self, visit, know):
        """Whoever is in no circle yet counts too."""
        for circle in (Circle.WORK, Circle.WORK, None):
            know("A", circle=circle, helps=(Help.INTRODUCE,))
        told = [
            fill(SAY["introduce_part"], count=2, circle=network_words().circles["work"]),
            fill(SAY["introduce_elsewhere"], count=1),
        ]
        line = fill(SAY["introduce"], count=3, circles=", ".join(told))
        assert line in visit(PEOPLE, part="map").seen

    def test_those_who_can_introduce_are_one_tap_away(self, visit, know):
        """The number leads to the names."""
        for each in range(9):
            helps = (Help.INTRODUCE,) if each == 4 else ()
            know(f"Person {each}", helps=helps, circle=Circle.WORK, closeness=Closeness.WARM)
        screen = visit(PEOPLE, part="map").press("people.introducers")
        assert SAY["found_one"] in screen.seen
        assert screen.field("pills", "can").value == "introduce"

    def test_a_few_people_are_narrowed_too_where_somebody_asked(self, visit, know):
        """Where a search is not needed, the way from the map still shows those it counted."""
        for each in range(4):
            helps = (Help.INTRODUCE,) if each == 2 else ()
            know(f"Person {each}", helps=helps, circle=Circle.WORK, closeness=Closeness.WARM)
        screen = visit(PEOPLE, part="map").press("people.introducers")
        assert _named(screen, "Person ") == ["Person 2"]
        assert SAY["found_one"] in screen.seen
        screen.pick("can", None).run()
        assert len(_named(screen, "Person ")) == 4

    def test_one_person_is_a_beginning(self, visit, know):
        """No wall of nobody: seven empty circles are not told one by one (evidence 13)."""
        know("A", circle=Circle.WORK, closeness=Closeness.CLOSE)
        screen = visit(PEOPLE, part="map")
        assert fill(SAY["map_read_one"], circle=network_words().circles["work"]) in screen.seen
        for key in ("weak_none", "introduce_none", "map_none_empty"):
            assert SAY[key] not in screen.seen
        assert network_words().circles["neighbours"] not in screen.seen

    def test_a_few_gaps_are_named(self, visit, know):
        """Once some people stand there, an empty circle is an opening with a name."""
        for circle in Circle:
            if circle is not Circle.NEIGHBOURS:
                know("A", circle=circle, closeness=Closeness.CLOSE)
        seen = visit(PEOPLE, part="map").seen
        assert fill(SAY["map_gaps_one"], circles=network_words().circles["neighbours"]) in seen
        for key in ("weak_none", "introduce_none"):
            assert SAY[key] in seen

    @pytest.mark.parametrize("circles", [(Circle.WORK,) * 3, tuple(Circle)])
    def test_a_circle_without_closeness_is_told_as_it_is(self, visit, know, circles):
        """A list that was put into circles is somebody; a closeness puts them on the map."""
        for circle in circles:
            know("A", circle=circle)
        screen = visit(PEOPLE, part="map")
        assert fill(SAY["map_circles"], count=len(circles)) in screen.seen
        for key in ("map_empty", "gaps_none"):
            assert SAY[key] not in screen.seen
        screen.press("people.place")
        assert screen.has("pills", "closeness")

    def test_who_was_in_touch_last_is_placed_first(self, visit, stored, know, today):
        """Of many, the one who comes to mind most easily."""
        know("Amara")
        ben = know("Ben")
        stored().touchpoints.add(Touchpoint(person_id=ben.id, happened_on=today))
        screen = visit(PEOPLE, part="map").press("people.place")
        assert fill(SAY["place_who"], name="Ben") in screen.seen

    def test_what_was_heard_at_an_event_stands_with_who_may_hear(self, visit, stored, today):
        """News of work is kept in one place, with the way to where it was noted (S0-18)."""
        event = Event(name="Data *evening*", on=today, heard="The museum may hire in spring.")
        kept = stored().events.add(event)
        stored().events.add(Event(name="Fair", on=today))
        screen = visit(PEOPLE, part="map")
        assert event.heard in screen.seen
        [link] = [e for e in screen.app.get("page_link") if "evening" in e.proto.label]
        assert kept.id in link.proto.query_string

    def test_on_a_heavy_day_the_openings_wait_folded(self, visit, stored, know, today):
        """The map can be looked at; whom to ask and where is room is not pressed on anybody."""
        know("Amara", may_know_of=("museums",))
        assert SAY["heavy_map"] not in [
            each.label for each in visit(PEOPLE, part="map").app.expander
        ]
        stored().check_ins.add(CheckIn(happened_on=today, mood=0, hope=0))
        screen = visit(PEOPLE, part="map")
        assert SAY["heavy"] in screen.seen
        [folded] = [each for each in screen.app.expander if each.label == SAY["heavy_map"]]
        assert SAY["hears"] in [each.value for each in folded.header]
        assert not folded.proto.expanded

    def test_a_circle_tells_who_is_in_it(self, visit, know):
        """What stands in the picture as a dot has a name, the close ones first."""
        know("Loose", circle=Circle.WORK, closeness=Closeness.WEAK)
        know("Near", circle=Circle.WORK, closeness=Closeness.CLOSE)
        know("Elsewhere", circle=Circle.FAMILY)
        screen = visit(PEOPLE, part="map").pick("in_circle", "work")
        links = [each.proto.label.strip("*") for each in screen.app.get("page_link")]
        assert [each for each in links if each in ("Loose", "Near", "Elsewhere")] == [
            "Near",
            "Loose",
        ]

    def test_a_gap_asks_one_question_and_takes_a_name(self, visit, stored, know):
        """A tap on an empty circle, one line, and somebody stands there."""
        know("A", circle=Circle.WORK, closeness=Closeness.CLOSE)
        screen = visit(PEOPLE, part="map").pick("gap", "neighbours")
        assert people_map_words().questions["neighbours"] in screen.seen
        screen.type("line", "Sam, friend").press("quick_person:new.0.save")
        [sam] = [each for each in stored().people.all() if each.name == "Sam"]
        assert (sam.circle, sam.closeness) == (Circle.NEIGHBOURS, Closeness.WARM)
        assert fill(SAY["kept"], name="Sam") in screen.seen
        assert "neighbours" not in screen.field("pills", "gap").options

    def test_people_are_placed_one_after_the_other(self, visit, stored, know):
        """One at a time, in any order, and nothing is kept without a tap."""
        one, other = know("One"), know("Other")
        screen = visit(PEOPLE, part="map").press("people.place")
        screen.press(f"place:{one.id}.0.save")
        assert SAY["place_first"] in screen.seen
        screen.press(f"place:{one.id}.0.other")
        screen.pick("closeness", "close").pick("circle", "study").press(f"place:{other.id}.0.save")
        assert stored().people.get(other.id).closeness is Closeness.CLOSE
        assert stored().people.get(one.id).closeness is None

    @pytest.mark.parametrize(
        ("field", "option", "told"),
        [
            ("circle", "family", "placed_circle"),
            ("closeness", "weak", "placed_closeness"),
        ],
    )
    def test_with_one_of_two_nobody_is_on_the_map(self, visit, know, field, option, told):
        """What is still open is said, and nobody is asked again at once; later on a tap."""
        one, other = know("One"), know("Other")
        screen = visit(PEOPLE, part="map").press("people.place").pick(field, option)
        screen.press(f"place:{one.id}.0.save")
        assert fill(SAY[told], name="One") in screen.seen
        assert fill(SAY["placed"], name="One") not in screen.seen
        assert fill(SAY["unplaced"], count=2) in screen.seen
        assert fill(SAY["place_who"], name="Other") in screen.seen
        screen.pick(field, option).press(f"place:{other.id}.0.save")
        for name in ("One", "Other"):
            assert fill(SAY["place_who"], name=name) not in screen.seen
        assert fill(SAY["place_who"], name="One") in screen.press("people.place").seen

    def test_a_tap_on_the_card_is_no_other_window(self, visit, stored, know):
        """A circle tapped on the map goes on over a closeness that was tapped elsewhere."""
        ben = know("Ben")
        screen = visit(PEOPLE, part="map").press("people.place").pick("circle", "work")
        stored().people.replace(ben.model_copy(update={"closeness": Closeness.WARM}))
        screen.run().press(f"place:{ben.id}")
        kept = stored().people.get(ben.id)
        assert (kept.circle, kept.closeness) == (Circle.WORK, Closeness.WARM)

    def test_two_windows_that_place_somebody_are_asked(self, visit, stored, know):
        """The same said in two ways: neither is lost without a word."""
        ben = know("Ben")
        screen = visit(PEOPLE, part="map").press("people.place").pick("circle", "work")
        stored().people.replace(ben.model_copy(update={"circle": Circle.FAMILY}))
        screen.run().press(f"place:{ben.id}")
        assert stored().people.get(ben.id).circle is Circle.FAMILY
        assert words("conflict")["keep_theirs"] in screen.seen

    def test_who_may_hear_of_work_can_be_asked(self, visit, know):
        """By the work, each of those who may hear of it with the letters that ask."""
        know("Amara", may_know_of=("museums",))
        know("Ben", may_know_of=("libraries", "museums"))
        screen = visit(PEOPLE, part="map")
        assert sorted(_named(screen, "")) == ["Amara", "Ben"]
        labels = [each.proto.label for each in screen.app.get("page_link")]
        assert labels.count(SAY["write_leads"]) == labels.count(SAY["write_talk"]) == 2
        chosen = screen.field("selectbox", "work")
        assert chosen.options == [
            fill(SAY["hears_counted"], what=what, count=count)
            for what, count in (("museums", 2), ("libraries", 1))
        ]

    def test_nobody_is_asked_a_third_time(self, visit, stored, know, today):
        """Two notes stand unanswered: the page says so in place of a letter."""
        amara = know("Amara", may_know_of=("museums",))
        for days in (20, 40):
            on = today - timedelta(days=days)
            stored().touchpoints.add(Touchpoint(person_id=amara.id, happened_on=on))
        screen = visit(PEOPLE, part="map")
        assert SAY["rest_turn"] in screen.seen
        labels = [each.proto.label for each in screen.app.get("page_link")]
        assert SAY["write_leads"] not in labels


class TestPicture:
    """A dot is a person; where there are too many, a plus says so."""

    @given(st.integers(0, 7), st.integers(0, 2), st.integers(0, 600))
    def test_each_dot_stands_in_its_cell(self, row, column, count):
        """At most six marks in a cell, apart from each other, and a plus only for more than six."""
        marks = list(dots_of(row, column, count))
        assert len(marks) == min(count, 6)
        assert {(round(e["y"]), round(e["x"])) for e in marks} <= {(row, column)}
        assert len({(each["x"], each["y"]) for each in marks}) == len(marks)
        assert sum(each["what"] == "more" for each in marks) == (count > 6)

    def test_the_picture_has_the_dots_of_every_cell(self):
        """Twenty-four cells, with none to twenty-three people in them."""
        places = [(row, column) for row in range(8) for column in range(3)]
        cells = [(*place, count) for count, place in enumerate(places)]
        drawn = [
            (round(mark["y"]), round(mark["x"]))
            for layer in map_chart(cells, list("abcdefgh"), list("xyz")).to_dict()["layer"]
            if layer["mark"]["type"] == "point"
            for mark in layer["data"]["values"]
        ]
        for row, column, count in cells:
            assert drawn.count((row, column)) == min(count, 6)

    def test_an_empty_row_is_drawn_in_dashes(self):
        """A gap is seen without colour."""
        cells = [(0, 0, 2), (0, 1, 0), (1, 0, 0), (1, 1, 0)]
        boxes = [
            (layer["mark"]["strokeDash"], len(layer["data"]["values"]))
            for layer in map_chart(cells, ("a", "b"), ("x", "y")).to_dict()["layer"]
            if layer["mark"]["type"] == "rect"
        ]
        assert sorted(boxes) == [([1, 0], 2), ([3, 4], 2)]


class TestGiveAndAsk:
    """Two numbers, one small give, what was given and what was asked."""

    def test_the_balance_is_information(self, visit, stored, know, today):
        """Two numbers, and no verdict."""
        amara = know("Amara")
        contact = Touchpoint(person_id=amara.id, happened_on=today, gave="Seeds", asked="A name")
        stored().touchpoints.add(contact)
        stored().gives.add(Give(kind=GiveKind.POSTED, what="A post", happened_on=today))
        seen = visit(PEOPLE, part="gives").seen
        told = fill(SAY["times"], count=2)
        assert fill(SAY["balance_told"], days=90, gives=told, asks=SAY["once"]) in seen
        assert SAY["balance_info"] in seen

    def test_nothing_noted_is_no_reproach(self, visit):
        """Two zeros are not told as a sum."""
        assert fill(SAY["balance_none"], days=90) in visit(PEOPLE, part="gives").seen

    def test_a_give_is_noted_changed_and_deleted_with_an_undo(self, visit, stored, know, today):
        """From the form to the list, and back."""
        amara = know("Amara")
        screen = visit(PEOPLE, part="gives").type("what", "A link to a course")
        screen.pick("kind", "shared").choose("person_id", amara.id).press("give:new.0.save")
        [kept] = stored().gives.all()
        assert (kept.what, kept.kind, kept.person_id) == (
            "A link to a course",
            GiveKind.SHARED,
            amara.id,
        )
        assert kept.happened_on == today
        screen.press(f"people.give.change.{kept.id}")
        screen.type("what", "A link").press(f"give:{kept.id}.0.save")
        assert stored().gives.get(kept.id).what == "A link"
        screen.press(f"delete.{kept.id}").press(f"delete.yes.{kept.id}")
        assert stored().gives.all() == ()
        screen.press("undo.undo")
        assert [each.what for each in stored().gives.all()] == ["A link"]

    def test_names_come_with_the_open_form_and_go_with_it(self, visit, stored, know):
        """Thousands of names are not sent with a form that is folded away."""
        know("Amara")
        screen = visit(PEOPLE, part="gives")
        assert screen.field("selectbox", "person_id").options == [SAY["give_nobody"]]
        screen.app.session_state["people.give.0"] = True
        screen.run()
        assert screen.field("selectbox", "person_id").options == [SAY["give_nobody"], "Amara"]
        screen.type("what", "A link").press("give:new.0.save")
        assert screen.field("selectbox", "person_id").options == [SAY["give_nobody"]]
        assert len(stored().gives.all()) == 1

    def test_a_give_that_was_left_half_done_is_found_again(self, visit):
        """Today leads back to it, and it traps nobody in this part of the page."""
        visit(PEOPLE, part="gives").type("what", "A link")
        screen = visit(PEOPLE, give="new")
        assert screen.field("text_input", "what").value == "A link"
        screen.app.session_state["people.section"] = "map"
        screen.run().run()
        assert SAY["map"] in screen.seen

    def test_a_give_needs_a_few_words_and_no_day_to_come(self, visit, stored, today):
        """Nothing is kept that says nothing, or that has not happened."""
        screen = visit(PEOPLE, part="gives").press("give:new.0.save")
        assert SAY["give_first"] in screen.seen
        screen.type("what", "A link")
        screen.field("date_input", "happened_on").set_value(today + timedelta(days=1))
        screen.run().press("give:new.0.save")
        assert stored().gives.all() == ()

    def test_an_idea_goes_to_the_list_of_today(self, visit, stored, today):
        """An option: taken, or another one, or none."""
        screen = visit(PEOPLE, part="gives").press("people.idea.other")
        idea = next(each for each in people_map_words().gives.ideas if each in screen.seen)
        screen.press("people.idea.take")
        [step] = stored().steps.all()
        assert (step.text, step.due) == (idea, today)

    def test_after_a_give_no_idea_is_pressed(self, visit, stored, today):
        """One small give a week is plenty."""
        stored().gives.add(Give(kind=GiveKind.HELPED, what="An hour", happened_on=today))
        screen = visit(PEOPLE, part="gives")
        assert SAY["give_this_week"] in screen.seen
        assert not any(each in screen.seen for each in people_map_words().gives.ideas)

    def test_asks_are_told_with_what_came_of_them(self, visit, stored, know, today):
        """A referral is named, and what is known of referrals stands beside it."""
        amara = know("Amara")
        asked = Touchpoint(
            person_id=amara.id,
            happened_on=today,
            asked="Whether they would put my name forward",
            came_of=(CameOf.REFERRAL,),
        )
        stored().touchpoints.add(asked)
        seen = visit(PEOPLE, part="gives").seen
        assert "Whether they would put my name forward" in seen
        assert fill(SAY["asks_led"], what=SAY["outcome_referral"]) in seen
        assert SAY["asks_evidence"] in seen

    def test_an_edit_that_is_left_shows_the_list_again(self, visit, stored, today):
        """Going to another part of the page ends nothing and traps nobody."""
        kept = stored().gives.add(Give(kind=GiveKind.HELPED, what="An hour", happened_on=today))
        screen = visit(PEOPLE, give=kept.id)
        assert SAY["give_edit"] in screen.seen
        screen.press(f"give:{kept.id}.0.leave")
        assert SAY["balance_info"] in screen.seen


def test_what_people_typed_does_nothing_in_a_label(visit, know):
    """A name with stars is a name with stars."""
    name = "**Amara** :red[x] [a](b)"
    know(name, circle=Circle.WORK, closeness=Closeness.CLOSE, may_know_of=("*libraries*",))
    for part in ("week", "everyone", "map", "gives"):
        for each in visit(PEOPLE, part=part).app.get("page_link"):
            assert "**Amara**" not in each.proto.label


def test_the_sprint_has_its_part(visit):
    """The two weeks stand beside the list."""
    assert words("sprint")["none"] in visit(PEOPLE, part="sprint").seen


def _named(screen, start):
    """The people to whom a link leads by their name, which begins so."""
    links = [each.proto.label for each in screen.app.get("page_link")]
    return [each.strip("*") for each in links if each.startswith(f"**{start}")]
