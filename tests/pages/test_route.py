"""The way through a case on screen: one next stop, all others within reach, nothing enforced."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import fill, route_words, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.waits import Wait, Waiting
from core.walks import Place, Route, Walk
from core.worksheets.run import WorksheetRun

SAY = words("route")
ROUTE = "route.py"
ROUTES = route_words().routes
STOPS = {stop.id: stop for route in reversed(Route) for stop in ROUTES[route].stops}
"""Every stop by its id; those of route A in the words of route A."""


@pytest.fixture
def case(stored, today):
    """A no after a final round, four days ago."""
    return stored().cases.add(
        Case(
            direction=Direction.THEY_SAID_NO,
            happened_on=today - timedelta(days=4),
            employer="Acme",
            stages=(StageReached(stage=Stage.FINAL),),
        )
    )


@pytest.fixture
def doubted(stored, today):
    """A no of one's own that is doubted."""
    long_ago = today - timedelta(days=40)
    return stored().cases.add(Case(direction=Direction.SECOND_THOUGHTS, happened_on=long_ago))


def links(screen):
    """Every link on the screen: label, page and what its address asks for."""
    found = screen.app.get("page_link")
    return {each.proto.label: (each.proto.page, each.proto.query_string) for each in found}


def link_to(screen, stop_id):
    """The link of one stop in the whole way."""
    title = STOPS[stop_id].title
    [found] = [target for label, target in links(screen).items() if label.startswith(f"{title} :")]
    return found


def state_of(screen, stop_id):
    """How one stop stands, in words."""
    title = STOPS[stop_id].title
    [label] = [label for label in links(screen) if label.startswith(f"{title} :")]
    return label.partition("· ")[2].rstrip("]")


class TestWhichWay:
    """Without a case the screen offers those there are."""

    def test_with_nothing_told_it_says_what_will_be_here(self, visit):
        """And offers to tell the first thing."""
        screen = visit(ROUTE)
        assert SAY["no_case_yet"] in screen.seen
        assert SAY["tell"] in links(screen)

    @pytest.mark.parametrize("asked", ["", "gone"])
    def test_it_offers_the_cases(self, visit, case, asked):
        """An old address too."""
        screen = visit(ROUTE, case=asked)
        assert "Acme" in links(screen)

    def test_each_case_leads_to_its_way(self, visit, case):
        """From the list of what happened."""
        assert SAY["from_case"] in links(visit("reflect/cases.py"))


class TestTheNextStop:
    """What is next, and why."""

    def test_a_new_case_begins_with_how_it_feels(self, visit, case):
        """Title, what, why, about how long, and where it stands."""
        screen = visit(ROUTE, case=case.id)
        stop = STOPS["check_in"]
        for text in (stop.title, stop.what, "because a feeling with a name", "about 2 minutes"):
            assert text in screen.seen
        assert fill(SAY["place"], place=1, places=15) in screen.seen

    def test_what_was_done_is_passed(self, visit, stored, case, today):
        """A check-in elsewhere in Ajar counts here."""
        stored().check_ins.add(CheckIn(happened_on=today, mood=5, case_id=case.id))
        screen = visit(ROUTE, case=case.id)
        assert state_of(screen, "check_in") == SAY["state_done"]
        assert state_of(screen, "steady") == SAY["state_next"]
        assert fill(SAY["so_far"], done=1, places=15) in screen.seen

    def test_left_out_it_is_passed_and_can_be_had_back(self, visit, stored, case):
        """The button leaves it out; the list takes it up again."""
        screen = visit(ROUTE, case=case.id).press("route.leave_out.check_in")
        assert SAY["left_out_done"] in screen.seen
        assert stored().walks.all()[0].skipped == ("check_in",)
        assert state_of(screen, "check_in") == SAY["state_skipped"]
        leave = screen.named("pills", f"route.leave.{case.id}")
        assert leave.value == ["check_in"]
        leave.set_value([])
        screen.run()
        assert SAY["changed"] in screen.seen
        assert stored().walks.all()[0].skipped == ()
        assert state_of(screen, "check_in") == SAY["state_next"]

    def test_several_can_be_left_out_at_once(self, visit, stored, case):
        """And it is the same on another day."""
        screen = visit(ROUTE, case=case.id)
        screen.named("pills", f"route.leave.{case.id}").set_value(["values", "skills"])
        screen.run()
        assert stored().walks.all()[0].skipped == ("values", "skills")
        again = visit(ROUTE, case=case.id)
        assert state_of(again, "values") == SAY["state_skipped"]
        assert fill(SAY["so_far_out"], done=0, left_out=2, places=15) in again.seen

    def test_enough_for_today(self, visit, stored, case, today):
        """It rests for the day and says so; a little more is possible."""
        screen = visit(ROUTE, case=case.id).press("route.enough")
        assert SAY["resting"] in screen.seen
        assert stored().walks.all()[0].rested_on == today
        screen.press("route.go_on")
        assert STOPS["check_in"].what in screen.seen
        assert stored().walks.all()[0].rested_on is None

    def test_with_all_left_out_the_way_is_over(self, visit, stored, case):
        """It ends kindly, with a way on."""
        screen = visit(ROUTE, case=case.id)
        every = [stop.id for stop in ROUTES[Route.A].stops if stop.is_for(case)]
        screen.named("pills", f"route.leave.{case.id}").set_value(every)
        screen.run()
        assert SAY["over"] in screen.seen
        assert SAY["to_reassess"] in links(screen)


class TestWhereStopsLead:
    """Each stop is a link to its screen, its worksheet or its letter, for this case."""

    def test_screens_open_for_the_case(self, visit, case):
        """Debrief, check-in and feedback know what they are about."""
        screen = visit(ROUTE, case=case.id)
        for stop in ("check_in", "debrief", "feedback", "steady"):
            assert link_to(screen, stop)[1] == f"case={case.id}"

    def test_a_worksheet_opens_for_the_case(self, visit, case):
        """By its id."""
        page, query = link_to(visit(ROUTE, case=case.id), "values")
        assert page == "worksheet"
        assert set(query.split("&")) == {f"case={case.id}", "worksheet=values_fit"}

    def test_a_letter_opens_by_its_kind(self, visit, case):
        """A new one for this case."""
        page, query = link_to(visit(ROUTE, case=case.id), "thanks")
        assert (page, query.split(".")[0]) == ("letter", f"letter={Kind.THANKS_AFTER_NO}")
        assert case.id in query

    def test_a_letter_that_was_begun_is_gone_on_with(self, visit, stored, case):
        """Not written a second time."""
        begun = stored().letters.add(Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id))
        assert link_to(visit(ROUTE, case=case.id), "thanks")[1] == f"letter={begun.id}"

    def test_every_place_has_a_screen(self, visit, case, doubted, stored, today):
        """On all three routes; a page that is not there would stop the screen."""
        chosen = stored().cases.add(
            Case(direction=Direction.I_SAID_NO, happened_on=today, referrer_id="p")
        )
        led_to = set()
        for each in (case, doubted, chosen):
            led_to |= {page for page, _ in links(visit(ROUTE, case=each.id)).values()}
        assert {"check_in", "steady", "writing", "case", "feedback", "debrief"} <= led_to
        assert {"reassess", "worksheet", "letter"} <= led_to
        assert {stop.to for stop in STOPS.values()} == set(Place)


class TestOwnWay:
    """The order and the route are the person's."""

    def test_another_way_can_be_taken(self, visit, stored, case):
        """It stays so."""
        screen = visit(ROUTE, case=case.id)
        screen.named("pills", f"route.which.{case.id}").set_value("C")
        screen.run()
        assert screen.app.title[0].value == ROUTES[Route.C].title
        assert stored().walks.all()[0].route is Route.C
        assert visit(ROUTE, case=case.id).app.title[0].value == screen.app.title[0].value

    def test_what_is_left_out_of_one_way_is_kept_for_it(self, visit, stored, doubted):
        """Leaving stops out on another way takes nothing back here."""
        screen = visit(ROUTE, case=doubted.id)
        screen.named("pills", f"route.leave.{doubted.id}").set_value(["go_back"])
        screen.run().named("pills", f"route.which.{doubted.id}").set_value("A")
        screen.run().named("pills", f"route.leave.{doubted.id}").set_value(["values"])
        screen.run()
        assert set(stored().walks.all()[0].skipped) == {"go_back", "values"}


class TestHeavyDays:
    """Steady first."""

    def test_it_says_so_and_puts_steadying_first(self, visit, stored, today):
        """Nothing is locked: every stop keeps its link."""
        workspace = stored()
        case = workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        felt = (Felt(word="sad", family="sad", strength=9),)
        workspace.check_ins.add(CheckIn(happened_on=today, feelings=felt, case_id=case.id))
        screen = visit(ROUTE, case=case.id)
        assert SAY["heavy"] in screen.seen
        assert STOPS["steady"].what in screen.seen
        assert link_to(screen, "values")


class TestWhatWaits:
    """What was put off is not pressed for."""

    def test_it_says_until_when_and_goes_on_with_the_next(self, visit, stored, case, now):
        """On the way and on Today."""
        workspace = stored()
        wait = Wait(what=Waiting.REPLYING, until=now + timedelta(hours=24), case_id=case.id)
        workspace.waits.add(wait)
        walk = Walk(case_id=case.id, skipped=("check_in", "steady", "first_48"))
        workspace.walks.add(walk)
        screen = visit(ROUTE, case=case.id)
        assert state_of(screen, "thanks").startswith("waits until tomorrow")
        assert state_of(screen, "feedback") == SAY["state_next"]
        assert any(STOPS["feedback"].title in label for label in links(visit()))

    def test_a_letter_that_is_ready_says_so(self, visit, stored, case):
        """It only has to be sent."""
        ready = Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id, state=LetterState.READY)
        stored().letters.add(ready)
        assert state_of(visit(ROUTE, case=case.id), "thanks") == SAY["state_ready"]

    def test_while_all_that_is_left_waits_the_way_is_not_over(self, visit, stored, case):
        """It says that this may be let."""
        ready = Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id, state=LetterState.READY)
        stored().letters.add(ready)
        others = [each.id for each in ROUTES[Route.A].stops if each.id != "thanks"]
        stored().walks.add(Walk(case_id=case.id, skipped=tuple(others)))
        seen = visit(ROUTE, case=case.id).seen
        assert SAY["all_wait"] in seen
        assert SAY["over"] not in seen


class TestToday:
    """One line about the next stop."""

    def label(self, screen):
        """The line, if it is there."""
        begin = SAY["on_today"].partition("{")[0]
        return next((label for label in links(screen) if label.startswith(begin)), "")

    def test_it_names_the_next_stop_and_where_it_stands(self, visit, case):
        """Of the case in hand."""
        assert self.label(visit()) == fill(
            SAY["on_today"], stop=STOPS["check_in"].title, place=1, places=15
        )

    def test_it_goes_on_with_what_is_done(self, visit, stored, case, today):
        """A finished worksheet moves it."""
        workspace = stored()
        workspace.check_ins.add(CheckIn(happened_on=today, mood=5, case_id=case.id))
        run = WorksheetRun(worksheet="first_48", happened_on=today, finished_on=today)
        workspace.runs.add(run.model_copy(update={"case_id": case.id}))
        assert STOPS["thanks"].title in self.label(visit())

    def test_after_enough_it_is_quiet(self, visit, case):
        """Until the next day."""
        visit(ROUTE, case=case.id).press("route.enough")
        assert self.label(visit()) == ""

    def test_without_a_case_there_is_no_line(self, visit, stored, today):
        """Nothing is in hand."""
        stored().check_ins.add(CheckIn(happened_on=today, mood=5))
        assert self.label(visit()) == ""
