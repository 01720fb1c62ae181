"""Routes: the walk for each situation, when a stop is done, and which is next."""

import shutil
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.files import EN, FaultyContentError
from core.content.loader import check_all, route_words
from core.content.routes import routes_in
from core.debriefs import Debrief
from core.feedback import Feedback
from core.letters.fitting import Fit
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.openings import Opening
from core.routes import Standing, Trace, fit_for, is_done, keep_walk, trace_of, way, way_of
from core.steps import Energy, Step
from core.waits import Wait, Waiting
from core.walks import Builds, Place, Route, Walk
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.writing import Way as WayOfWriting
from core.writing import Writing

TODAY = date(2026, 3, 12)
ROUTES = route_words().routes
EVERY_STOP = [(route, stop) for route, each in ROUTES.items() for stop in each.stops]
STOP_IDS = sorted({stop.id for _, stop in EVERY_STOP})


def case_of(direction=Direction.THEY_SAID_NO, stage=Stage.FINAL, **facts):
    """A case of four days ago, after a talk."""
    stages = (StageReached(stage=stage),) if stage else ()
    facts = {"happened_on": TODAY - timedelta(days=4), "stages": stages, **facts}
    return Case(id="c", direction=direction, **facts)


def stop_of(route, name):
    """One stop by its id."""
    return next(each for each in ROUTES[route].stops if each.id == name)


def ids(found, *standings):
    """The ids of the stops that stand so, or of all."""
    return [e.stop.id for e in found.points if e.standing in (standings or tuple(Standing))]


def walk_through(trace, skipped=(), *, heavy=False, route=None):
    """The walk as it stands."""
    walk = Walk(case_id="c", skipped=skipped, route=route)
    return way(ROUTES, trace, walk, TODAY if heavy else None)


class TestTheRoutesAreWhole:
    """What the file holds, against what the specification asks for."""

    def test_after_their_no_comes_feel_to_widen(self):
        """Catalogue S1-34: feel, feedback, reassess, resilience, develop, widen."""
        order = ["feel", "feedback", "reassess", "resilience", "develop", "widen"]
        assert list(ROUTES[Route.A].parts) == order

    @pytest.mark.parametrize("route", [Route.B, Route.C])
    def test_after_ones_own_no_comes_the_four_part_order(self, route):
        """Catalogue S0-3, with feelings first: choice, regret, options, paths."""
        assert list(ROUTES[route].parts) == ["feel", "choice", "regret", "options", "paths"]

    @pytest.mark.parametrize(
        ("route", "sheets"),
        [
            (Route.B, ["offer_review", "regret", "paths"]),
            (Route.C, ["offer_review", "regret", "reapproach", "paths"]),
        ],
    )
    def test_the_decision_is_looked_at_before_the_doubt_and_the_ways_on(self, route, sheets):
        """Catalogue S0-3: the past choice, the regret, what is open now, other paths."""
        every = [each.worksheet for each in ROUTES[route].stops]
        assert [each for each in every if each in sheets] == sheets

    def test_the_doubt_and_going_back_wait_on_a_heavy_day(self):
        """Safety: what is heavy comes after all else, when the day is."""
        found = walk_through(Trace(case_of(Direction.SECOND_THOUGHTS)), heavy=True)
        heavy = {each.stop.id for each in found.points if each.stop.heavy}
        assert heavy == {"regret", "writing", "reapproach"}

    @pytest.mark.parametrize("direction", Direction)
    def test_every_walk_has_both_skills_and_motivation(self, direction):
        """Evidence 10: help works where both are there, whatever the stage and the people."""
        found = walk_through(Trace(case_of(direction, stage=None)))
        assert {each.stop.builds for each in found.points} == set(Builds)

    @pytest.mark.parametrize("direction", Direction)
    def test_every_walk_begins_with_how_it_feels(self, direction):
        """Feelings first, reflection after (catalogue S1-3)."""
        found = walk_through(Trace(case_of(direction)))
        assert ids(found)[:2] == ["check_in", "steady"]

    @pytest.mark.parametrize(
        ("route", "stop"), EVERY_STOP, ids=lambda each: getattr(each, "id", each)
    )
    def test_every_worksheet_is_on_the_shelf(self, route, stop):
        """No stop leads nowhere, and one for this situation leads to a worksheet that is too."""
        assert route in Route
        if stop.to is Place.WORKSHEET:
            assert stop.worksheet in worksheets()

    def test_a_letter_that_needs_a_talk_waits_for_one(self):
        """Evidence 18: after a no to an application there is nothing to ask."""
        early = ids(walk_through(Trace(case_of(stage=Stage.APPLIED))))
        assert not {"thanks", "ask_feedback", "feedback"} & set(early)
        assert {"thanks", "ask_feedback", "feedback"} <= set(ids(walk_through(Trace(case_of()))))

    def test_the_referrer_is_told_where_there_is_one(self):
        """Nobody is thanked who did not put in a word."""
        assert "referrer" not in ids(walk_through(Trace(case_of(Direction.I_SAID_NO))))
        referred = case_of(Direction.I_SAID_NO, referrer_id="p")
        assert "referrer" in ids(walk_through(Trace(referred)))

    def test_silence_asks_once_and_does_not_thank(self):
        """Nobody said no yet."""
        found = ids(walk_through(Trace(case_of(Direction.SILENCE))))
        assert "status_check" in found
        assert "thanks" not in found

    def test_going_back_is_for_those_who_doubt(self):
        """Letter L6 stands on no other way."""
        going_back = [r for r, stop in EVERY_STOP if Kind.REAPPROACH in stop.letters]
        assert going_back == [Route.C]


class TestAFaultyFile:
    """A coach who slips while editing is told where to look."""

    @pytest.fixture
    def copy(self, tmp_path):
        """A copy of the content folder that a test may spoil."""
        return shutil.copytree(EN, tmp_path / "en")

    def spoil(self, folder, old, new):
        """Change one place of the file."""
        path = folder / "routes.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    @pytest.mark.parametrize(
        ("old", "new", "field", "problem"),
        [
            ('id = "steady"', 'id = "check_in"', "routes.A", "two stops have one id"),
            ('part = "feedback"', 'part = "back"', "routes.A", "in the order of its parts"),
            ("steadies = true", "", "routes.A", "one stop that steadies"),
            ('worksheet = "first_48"', "", "routes.A.stops.2", "needs a worksheet"),
            ('letters = ["thanks_after_no"]', "", "routes.A.stops.3", "needs letters"),
            ('counts = "letter_sent"', 'counts = "wrote"', "routes.A.stops.3", "counts a letter"),
            ("minutes = 2", "minutes = 200", "routes.A.stops.0.minutes", "60"),
            ("[routes.B.parts]", "[routes.B.bits]", "routes.B", "parts|required|permitted"),
            ('only = ["silence"]', 'only = ["quiet"]', "routes.A.stops.4.only", "silence"),
        ],
    )
    def test_a_fault_is_named(self, copy, old, new, field, problem):
        """File, field and what is wrong."""
        self.spoil(copy, old, new)
        with pytest.raises(FaultyContentError, match=problem) as fault:
            check_all(copy)
        assert fault.value.file == "routes.toml"
        assert fault.value.field.startswith(field)

    def test_a_stop_without_its_worksheet_is_refused(self, copy):
        """It is named with its route, its id and the worksheet that is missing."""
        (copy / "worksheets" / "setback.toml").unlink()
        with pytest.raises(FaultyContentError, match="no worksheet setback") as fault:
            routes_in(copy)
        assert fault.value.field == "routes.A.stops.setback"

    def test_a_route_of_motivation_alone_is_refused(self, copy):
        """Evidence 10 is kept by the loader."""
        path = copy / "routes.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"skills"\nto', '"motivation"\nto'), encoding="utf-8")
        with pytest.raises(FaultyContentError, match="no stop for skills"):
            routes_in(copy)

    def test_a_missing_route_is_refused(self, copy):
        """There is a way for each situation."""
        path = copy / "routes.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("[routes.C]")], encoding="utf-8")
        with pytest.raises(FaultyContentError, match="no words for C"):
            routes_in(copy)


class TestWhatIsNext:
    """One stop is next, in the order of the route, and nothing has to be done."""

    def test_at_first_it_is_the_first(self):
        """And all others are ahead."""
        found = walk_through(Trace(case_of()))
        assert (found.next.id, found.place) == ("check_in", 1)
        assert found.count(Standing.AHEAD) == len(found.points) - 1

    def test_what_is_done_is_passed(self):
        """Also where it was done out of order."""
        found = walk_through(Trace(case_of(), looked_back=True, checked_in=True))
        assert ids(found, Standing.DONE) == ["check_in", "debrief"]
        assert (found.next.id, found.place) == ("steady", 2)

    def test_what_is_left_out_is_passed(self):
        """It stays in sight, as left out."""
        found = walk_through(Trace(case_of(), checked_in=True), skipped=("steady", "first_48"))
        assert ids(found, Standing.SKIPPED) == ["steady", "first_48"]
        assert found.next.id == "thanks"

    def test_done_counts_more_than_left_out(self):
        """Who does it after all has done it."""
        found = walk_through(Trace(case_of(), checked_in=True), skipped=("check_in",))
        assert ids(found, Standing.DONE) == ["check_in"]

    def test_another_route_can_be_walked(self):
        """A no that is doubted later goes on as C, and what was done counts there."""
        found = walk_through(Trace(case_of(), checked_in=True), route=Route.C)
        assert found.route is Route.C
        assert ids(found, Standing.DONE) == ["check_in"]
        assert "go_back" in ids(found)

    def test_a_stop_that_is_gone_from_the_file_does_no_harm(self):
        """An older walk may have left out what is no stop any more."""
        found = walk_through(Trace(case_of()), skipped=("gone",))
        assert found.count(Standing.SKIPPED) == 0

    @given(
        direction=st.sampled_from(Direction),
        skipped=st.sets(st.sampled_from(STOP_IDS)),
        finished=st.frozensets(st.sampled_from(sorted(worksheets()))),
        checked_in=st.booleans(),
        heavy=st.booleans(),
    )
    def test_each_stop_stands_in_one_way(self, direction, skipped, finished, checked_in, heavy):
        """The counts add up, one at most is next, and none is next only where all are settled."""
        trace = Trace(case_of(direction), checked_in=checked_in, finished=finished)
        found = walk_through(trace, skipped=tuple(skipped), heavy=heavy)
        assert sum(found.count(each) for each in Standing) == len(found.points)
        assert found.count(Standing.NEXT) == (1 if found.next else 0)
        assert (found.next is None) == (found.count(Standing.AHEAD, Standing.NEXT) == 0)
        assert found.place == (ids(found).index(found.next.id) + 1 if found.next else 0)


class TestHeavyDays:
    """Steady first; what is heavy comes last."""

    @pytest.mark.parametrize("direction", Direction)
    def test_steadying_comes_before_all_else(self, direction):
        """Also before the check-in."""
        assert walk_through(Trace(case_of(direction)), heavy=True).next.steadies

    def test_what_steadied_on_another_day_does_not_count_today(self):
        """Each heavy day needs its own."""
        before = Trace(case_of(), checked_in=True, steadied=frozenset({TODAY - timedelta(days=1)}))
        assert walk_through(before, heavy=True).next.id == "steady"
        assert walk_through(before).next.id == "first_48"

    def test_done_today_the_way_goes_on(self):
        """Nobody is held."""
        trace = Trace(case_of(), steadied=frozenset({TODAY}))
        assert walk_through(trace, heavy=True).next.id == "check_in"

    def test_left_out_it_stays_left_out(self):
        """The person decides, on heavy days too."""
        assert walk_through(Trace(case_of()), skipped=("steady",), heavy=True).next.id == "check_in"

    def test_writing_waits_for_a_lighter_day(self):
        """It is next only where nothing else is left."""
        others = [e.id for e in ROUTES[Route.C].stops if e.id not in ("writing", "openings")]
        trace = Trace(case_of(Direction.SECOND_THOUGHTS))
        assert walk_through(trace, tuple(others)).next.id == "writing"
        assert walk_through(trace, tuple(others), heavy=True).next.id == "openings"
        assert walk_through(trace, (*others, "openings"), heavy=True).next.id == "writing"


class TestWhenAStopIsDone:
    """Each rule over the records of a case."""

    @pytest.fixture
    def case(self, workspace):
        """A no of four days ago."""
        return workspace.cases.add(case_of().model_copy(update={"id": ""}))

    @pytest.fixture
    def done(self, workspace, clock, case):
        """Which stops of route A are done now."""

        def done_now():
            found = way_of(workspace, case.id, clock())
            return set(ids(found, Standing.DONE))

        return done_now

    def run(self, case, worksheet, begun=0, finished=0, case_id=None):
        """A run, begun and finished so many days after the case."""
        day = case.happened_on
        over = None if finished is None else day + timedelta(days=finished)
        about = case.id if case_id is None else case_id
        began = day + timedelta(days=begun)
        return WorksheetRun(worksheet=worksheet, happened_on=began, finished_on=over, case_id=about)

    def test_nothing_is_done_at_first(self, done):
        """A new case starts from the beginning."""
        assert done() == set()

    def test_a_check_in_of_the_case_counts(self, workspace, case, done):
        """One about another case, or about none, does not."""
        workspace.check_ins.add(CheckIn(happened_on=TODAY, mood=5))
        workspace.check_ins.add(CheckIn(happened_on=TODAY, mood=5, case_id="other"))
        assert done() == set()
        workspace.check_ins.add(CheckIn(happened_on=TODAY, mood=5, case_id=case.id))
        assert done() == {"check_in"}

    @pytest.mark.parametrize(
        ("run", "counts"),
        [
            ({"worksheet": "setback"}, True),
            ({"worksheet": "setback", "case_id": ""}, True),
            ({"worksheet": "setback", "case_id": "other"}, False),
            ({"worksheet": "setback", "finished": None}, False),
            ({"worksheet": "setback", "begun": -1}, False),
            ({"worksheet": "setback", "begun": 3, "finished": 30}, True),
        ],
    )
    def test_a_run_counts_if_it_was_begun_since(self, workspace, case, done, run, counts):
        """Finished, begun since the day of the case, of this case or of none."""
        workspace.runs.add(self.run(case, **run))
        assert done() == ({"setback"} if counts else set())

    def test_a_letter_counts_when_it_is_out(self, workspace, case, done):
        """A draft is not yet sent; an answer or silence does not undo it."""
        letter = workspace.letters.add(Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id))
        assert done() == set()
        for state in (LetterState.SENT, LetterState.ANSWERED, LetterState.NO_REPLY):
            letter = workspace.letters.replace(letter.model_copy(update={"state": state}))
            assert done() == {"thanks"}

    def test_feedback_and_a_look_back_count(self, workspace, case, done):
        """Those of this case."""
        workspace.feedback.add(Feedback(case_id=case.id, quote="Be brief"))
        workspace.debriefs.add(Debrief(case_id=case.id, happened_on=TODAY, learning="Ask"))
        workspace.feedback.add(Feedback(case_id="other", quote="Be long"))
        assert done() == {"feedback", "debrief"}

    @pytest.mark.parametrize(
        ("step", "counts"),
        [
            ({"energy": Energy.LOW, "done_on": TODAY}, True),
            ({"energy": Energy.LOW, "done_on": None}, False),
            ({"energy": None, "done_on": TODAY}, False),
            ({"energy": Energy.LOW, "done_on": TODAY - timedelta(days=9)}, False),
            ({"energy": Energy.LOW, "done_on": TODAY, "case_id": "other"}, False),
        ],
    )
    def test_a_small_action_steadies(self, workspace, done, step, counts):
        """One of the menu by energy, done since the day of the case; errands are none."""
        workspace.steps.add(Step(text="Walk", **step))
        assert done() == ({"steady"} if counts else set())

    def test_a_steadying_worksheet_steadies_too(self, workspace, case, done):
        """The first 48 hours are two stops at once."""
        workspace.runs.add(self.run(case, "first_48", finished=1))
        assert done() == {"steady", "first_48"}

    def test_an_opening_counts_if_it_was_noted_since(self, workspace, clock, case):
        """One from before the no says nothing about after."""
        clock.forward(days=-30)
        workspace.openings.add(Opening(role="Old"))
        clock.forward(days=30)
        assert not trace_of(workspace, case, clock()).opening
        workspace.openings.add(Opening(role="New"))
        assert trace_of(workspace, case, clock()).opening

    def test_writing_counts_for_its_case(self, workspace, clock, case):
        """Also where the words were let go."""
        workspace.writings.add(Writing(happened_on=TODAY, way=WayOfWriting.FRIEND, case_id=case.id))
        assert trace_of(workspace, case, clock()).wrote

    @pytest.mark.parametrize(
        ("facts", "done"),
        [
            ({}, set()),
            ({"reasons_true": ("pay",)}, {"reasons"}),
            ({"reasons_given": ("timing",)}, {"reasons"}),
            ({"reason_words": "Too far away"}, {"reasons"}),
            ({"protected": "Evenings at home"}, {"protected"}),
        ],
    )
    def test_what_is_told_on_the_case_counts(self, facts, done):
        """Reasons, and what the no kept safe."""
        found = walk_through(Trace(case_of(Direction.I_SAID_NO, **facts)))
        assert set(ids(found, Standing.DONE)) == done

    @pytest.mark.parametrize(("_", "stop"), EVERY_STOP, ids=lambda each: getattr(each, "id", ""))
    def test_every_stop_can_be_done(self, _, stop):
        """No stop of any route stays open whatever a person does."""
        every = case_of(reasons_true=("pay",), protected="Evenings")
        trace = Trace(
            every,
            checked_in=True,
            steadied=frozenset({TODAY}),
            finished=frozenset(worksheets()),
            sent=frozenset(Kind),
            feedback=True,
            looked_back=True,
            wrote=True,
            opening=True,
        )
        assert is_done(stop, trace)
        assert not is_done(stop, Trace(case_of()))


class TestHeavyByTheRecords:
    """What makes a day heavy: fresh news that weighs, or a tier of support that stands."""

    def felt(self, workspace, case, strength, **facts):
        """A check-in of today."""
        felt = (Felt(word="sad", family="sad", strength=strength),)
        return workspace.check_ins.add(
            CheckIn(happened_on=TODAY, feelings=felt, case_id=case.id, **facts)
        )

    def test_fresh_news_that_weighs(self, workspace, clock):
        """Under a day old and 7 of 10 (catalogue S1-3)."""
        case = workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=TODAY))
        self.felt(workspace, case, 7)
        found = way_of(workspace, case.id, clock())
        assert (found.heavy, found.next.id) == (True, "steady")

    def test_old_news_that_weighs_is_no_heavy_day(self, workspace, clock):
        """The way goes on as usual."""
        case = workspace.cases.add(case_of().model_copy(update={"id": ""}))
        self.felt(workspace, case, 7)
        assert not way_of(workspace, case.id, clock()).heavy

    def test_no_hope_makes_a_heavy_day_whatever_the_news(self, workspace, clock):
        """Tier T2 stands."""
        case = workspace.cases.add(case_of().model_copy(update={"id": ""}))
        self.felt(workspace, case, 2, hope=1)
        assert way_of(workspace, case.id, clock()).next.id == "steady"

    def test_a_walk_is_kept_over_days(self, workspace, clock):
        """What was left out on Monday is left out on Friday."""
        case = workspace.cases.add(case_of().model_copy(update={"id": ""}))
        keep_walk(workspace, case.id, skipped=("check_in",))
        clock.forward(days=4)
        assert way_of(workspace, case.id, clock()).next.id == "steady"


class TestWhatWaits:
    """What was put off, and what is written already, is not next."""

    @pytest.fixture
    def case(self, workspace):
        """A no of four days ago, with all before the thanks left out."""
        case = workspace.cases.add(case_of().model_copy(update={"id": ""}))
        keep_walk(workspace, case.id, skipped=("check_in", "steady", "first_48"))
        return case

    @pytest.fixture
    def found(self, workspace, clock, case):
        """The way as it stands now."""
        return lambda: way_of(workspace, case.id, clock())

    @pytest.fixture
    def put_off(self, workspace, clock, case):
        """Put something off for some hours."""

        def add(what, hours=20, case_id=case.id):
            until = clock() + timedelta(hours=hours)
            return workspace.waits.add(Wait(what=what, until=until, case_id=case_id))

        return add

    def test_replying_waits_and_the_next_other_stop_is_next(self, found, put_off):
        """Neither thanks nor a question; noting what they said is no reply."""
        wait = put_off(Waiting.REPLYING)
        way_now = found()
        assert ids(way_now, Standing.WAITS) == ["thanks", "ask_feedback"]
        assert {e.until for e in way_now.points if e.standing is Standing.WAITS} == {wait.until}
        assert way_now.next.id == "feedback"

    def test_only_what_was_put_off_waits(self, found, put_off):
        """Feedback can wait while thanks do not."""
        put_off(Waiting.FEEDBACK)
        assert ids(found(), Standing.WAITS) == ["ask_feedback"]
        assert found().next.id == "thanks"

    def test_the_later_of_two_waits_counts(self, found, put_off):
        """Whatever their order."""
        later = put_off(Waiting.FEEDBACK, hours=20)
        put_off(Waiting.REPLYING, hours=2)
        ends = {e.stop.id: e.until for e in found().points}
        assert ends["ask_feedback"] == later.until
        assert ends["thanks"] < later.until

    def test_a_wait_that_is_over_holds_nothing(self, found, put_off, clock):
        """Nor does one of another case."""
        put_off(Waiting.REPLYING)
        put_off(Waiting.FEEDBACK, case_id="other")
        clock.forward(hours=21)
        assert found().next.id == "thanks"

    @pytest.mark.parametrize("hours", [5, -5, None])
    def test_a_letter_that_rests_is_not_next(self, workspace, clock, case, found, hours):
        """Nor after its rest: Today recalls it, and all there is to do is to send it."""
        until = None if hours is None else clock() + timedelta(hours=hours)
        letter = Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id, held_until=until)
        workspace.letters.add(letter.model_copy(update={"state": LetterState.HELD}))
        [waits] = [each for each in found().points if each.standing is Standing.WAITS]
        assert waits.stop.id == "thanks"
        assert waits.until == (until if hours == 5 else None)
        assert found().next.id == "ask_feedback"

    @pytest.mark.parametrize(
        ("state", "stands"),
        [
            (LetterState.DRAFT, Standing.NEXT),
            (LetterState.READY, Standing.WAITS),
            (LetterState.SENT, Standing.DONE),
        ],
    )
    def test_a_letter_on_its_way(self, workspace, case, found, state, stands):
        """A draft is gone on with; what is ready waits to be sent; what is out is done."""
        letter = Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id, state=state)
        workspace.letters.add(letter)
        assert "thanks" in ids(found(), stands)

    def test_a_letter_of_another_case_holds_nothing(self, workspace, found):
        """Nor one that was put away."""
        ready = Letter(kind=Kind.THANKS_AFTER_NO, case_id="other", state=LetterState.READY)
        workspace.letters.add(ready)
        assert found().next.id == "thanks"

    def test_left_out_it_stays_left_out(self, workspace, case, found, put_off):
        """It does not come back by waiting."""
        put_off(Waiting.REPLYING)
        keep_walk(workspace, case.id, skipped=("thanks",))
        assert "thanks" in ids(found(), Standing.SKIPPED)

    def test_where_all_else_is_left_out_nothing_is_next(self, workspace, case, found, put_off):
        """And the way is not over."""
        put_off(Waiting.REPLYING)
        every = tuple(each.stop.id for each in found().points if each.stop.id != "thanks")
        keep_walk(workspace, case.id, skipped=every)
        assert (found().next, found().place, found().count(Standing.WAITS)) == (None, 0, 1)


class TestWhichLetter:
    """A stop with more than one kind offers the one that fits."""

    DECLINE = stop_of(Route.B, "decline")

    def test_the_best_fit_of_its_kinds_is_offered(self):
        """In the order in which they fit, not in that of the file."""
        fits = [
            Fit(Kind.REFERRER_NOTE, "x"),
            Fit(Kind.DECLINE, "x"),
            Fit(Kind.DECLINE_DOOR_OPEN, "x"),
        ]
        assert fit_for(self.DECLINE, case_of(), fits).kind is Kind.DECLINE

    def test_where_none_fits_its_first_is_offered(self):
        """No stop leads nowhere."""
        assert fit_for(self.DECLINE, case_of(), []).kind is Kind.DECLINE_DOOR_OPEN

    def test_a_referrer_hears_what_became_of_it(self):
        """Also when no letter fits by its time any more."""
        stop = stop_of(Route.B, "referrer")
        assert fit_for(stop, case_of(Direction.WITHDREW), []).variant == "withdrew"
        assert fit_for(stop, case_of(Direction.I_SAID_NO), []).variant == "declined"

    def test_who_withdrew_says_so(self):
        """There was no offer to decline."""
        fit = fit_for(self.DECLINE, case_of(Direction.WITHDREW), [])
        assert (fit.kind, fit.variant) == (Kind.DECLINE, "withdrew")
