"""The desk: a run keeps every answer, also when two windows write in it."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.worksheets.answers import Answers
from core.worksheets.desk import (
    END,
    around,
    begin,
    beside,
    finish,
    finished,
    half_done,
    is_done,
    is_often,
    newest_begun,
    newest_for,
    runs_of,
    settle_elsewhere,
    write,
)
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

REVIEW = worksheets()["offer_review"]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


@pytest.fixture
def workspace():
    """A workspace in memory, from noon on a Friday on: each look at the clock takes a second."""
    seconds = count()
    return Workspace.in_memory(lambda: NOON + timedelta(seconds=next(seconds)))


@pytest.fixture
def run(workspace, every_kind):
    """A run that was just begun."""
    return begin(workspace, every_kind, None, MONDAY)


class TestBeginning:
    """A run is there from its first moment."""

    def test_it_is_saved_at_once(self, workspace, run):
        """At the first step, on the day it was begun."""
        [saved] = workspace.runs.all()
        assert (saved.id, saved.at, saved.happened_on) == (run.id, "words", MONDAY)

    def test_a_double_click_begins_once(self, workspace, every_kind):
        """The second click finds the first one's run."""
        assert begin(workspace, every_kind, None, MONDAY) == begin(
            workspace, every_kind, None, MONDAY
        )

    def test_what_is_given_stands_in_it(self, workspace, every_kind):
        """As where ads were pasted before."""
        run = begin(workspace, every_kind, None, MONDAY, {"name": "Acme"})
        assert run.answers["name"] == "Acme"

    def test_a_half_done_run_is_found_for_its_case_alone(self, workspace, every_kind, run):
        """Another no has another run."""
        case = workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=MONDAY))
        assert half_done(workspace, "every_kind", "") == run
        assert half_done(workspace, "every_kind", case.id) is None
        finish(workspace, run.id, FRIDAY)
        assert half_done(workspace, "every_kind", "") is None


class TestComingBackOften:
    """More than three times in a week is a sign to look from outside."""

    @pytest.mark.parametrize(
        ("days", "often"),
        [((14, 15, 16, 20), True), ((14, 15, 20), False), ((13, 14, 15, 20), False)],
    )
    def test_the_fourth_beginning_in_seven_days_counts(self, workspace, every_kind, days, often):
        """A week later it is forgotten."""
        for day in days:
            begin(workspace, every_kind, None, date(2026, 11, day), {"mood": day})
        assert is_often(workspace, every_kind, "", FRIDAY) is often
        assert not is_often(workspace, every_kind.model_copy(update={"id": "another"}), "", FRIDAY)

    def test_where_each_case_has_its_own_only_those_of_one_case_count(self, workspace, every_kind):
        """Four offers weighed in one week are four events, and so are four that are still open."""
        own = every_kind.model_copy(update={"per_case": True})
        told = {"direction": Direction.I_SAID_NO, "happened_on": MONDAY}
        cases = [workspace.cases.add(Case(**told, role=each)) for each in "abcd"]
        for at, case in enumerate(cases):
            begin(workspace, own, case, FRIDAY, {"mood": at})
            begin(workspace, own, None, FRIDAY, {"mood": at})
        assert not is_often(workspace, own, cases[0].id, FRIDAY)
        assert not is_often(workspace, own, "", FRIDAY)
        assert is_often(workspace, every_kind, "", FRIDAY)
        for at in (5, 6, 7):
            begin(workspace, own, cases[0], FRIDAY, {"mood": at})
        assert is_often(workspace, own, cases[0].id, FRIDAY)


class TestWriting:
    """Two windows, one run, no lost word."""

    def test_answers_and_place_are_one_commit(self, workspace, run):
        """What was left on Monday stands there on Friday."""
        write(workspace, run.id, {}, {"name": "Acme"}, at="choices")
        saved = workspace.runs.get(run.id)
        assert (saved.answers, saved.at, saved.rev) == ({"name": "Acme"}, "choices", 2)

    def test_a_cleared_answer_is_gone(self, workspace, run):
        """And leaves nothing behind."""
        write(workspace, run.id, {}, {"name": "Acme", "mood": 0})
        write(workspace, run.id, {"name": "Acme", "mood": 0}, {"name": " ", "mood": 0})
        assert workspace.runs.get(run.id).answers == {"mood": 0}

    def test_different_answers_of_two_windows_stand_together(self, workspace, run):
        """Neither window knew of the other."""
        write(workspace, run.id, {}, {"name": "Acme"})
        saved = write(workspace, run.id, {}, {"story": "long"})
        assert saved.answers == {"name": "Acme", "story": "long"}
        assert not saved.elsewhere

    def test_the_same_answer_changed_twice_is_kept_twice(self, workspace, run):
        """The later one counts, the earlier one stands beside it."""
        write(workspace, run.id, {"name": ""}, {"name": "first"})
        saved = write(workspace, run.id, {"name": ""}, {"name": "second"})
        assert saved.answers["name"] == "second"
        assert saved.elsewhere == {"name": ["first"]}

    def test_the_same_change_in_both_windows_is_no_clash(self, workspace, run):
        """There is nothing to choose between."""
        write(workspace, run.id, {}, {"name": "Acme"})
        assert not write(workspace, run.id, {}, {"name": "Acme"}).elsewhere

    @pytest.mark.parametrize(
        ("theirs", "mine", "joined"),
        [
            (["a", "b", "c"], ["a", "b", "d"], ["a", "b", "d", "c"]),
            (["a"], ["a", "b", "d"], ["a", "d"]),
            (["a", "b", "c"], ["b"], ["b", "c"]),
            ([], [], []),
        ],
    )
    def test_rows_of_two_windows_are_joined(self, workspace, run, theirs, mine, joined):
        """What either added stays, what either took out goes; nobody is asked about ids."""
        base = write(workspace, run.id, {}, {"needs": ["a", "b"]}).answers
        write(workspace, run.id, base, {"needs": theirs}, rows={"needs"})
        saved = write(workspace, run.id, base, {"needs": mine}, rows={"needs"})
        assert (saved.answers.get("needs", []), saved.elsewhere) == (joined, {})

    @pytest.mark.parametrize(("take", "stands"), [(True, "first"), (False, "second")])
    def test_the_person_chooses_between_the_two(self, workspace, run, take, stands):
        """And is asked no more."""
        write(workspace, run.id, {}, {"name": "first"})
        write(workspace, run.id, {}, {"name": "second"})
        saved = settle_elsewhere(workspace, run.id, "name", take=take)
        assert (saved.answers["name"], saved.elsewhere) == (stands, {})

    @given(
        st.lists(
            st.tuples(st.booleans(), st.sampled_from("ab"), st.text("xyz", min_size=1, max_size=2)),
            max_size=12,
        )
    )
    def test_nothing_unseen_is_ever_written_over(self, every_kind, writes):
        """Whatever two windows write in turn, what one had not seen of the other stays to be found.

        Each window goes on from what it saw when it last saved.
        """
        workspace = Workspace.in_memory(lambda: NOON)
        run = begin(workspace, every_kind, None, MONDAY)
        seen = {True: {}, False: {}}
        for window, place, text in writes:
            before = workspace.runs.get(run.id)
            changes = seen[window].get(place) != text
            saved = write(workspace, run.id, seen[window], {**seen[window], place: text})
            found = {saved.answers[place], *saved.elsewhere.get(place, [])}
            assert not changes or saved.answers[place] == text
            assert set(before.elsewhere.get(place, [])) <= found
            assert before.answers.get(place) in {None, seen[window].get(place), *found}
            seen[window] = dict(saved.answers)


class TestWhatIsDone:
    """A step is ticked for what the person did there."""

    @pytest.fixture
    def offered(self, workspace):
        """A review whose first step is filled in from the case."""
        told = {"direction": Direction.I_SAID_NO, "happened_on": MONDAY, "role": "Lead"}
        return begin(workspace, REVIEW, workspace.cases.add(Case(**told)), FRIDAY)

    def ticked(self, run):
        """The steps of the review that are done."""
        answers = Answers(REVIEW, run.answers)
        return [each.id for each in REVIEW.steps if is_done(run, answers, each)]

    def test_what_was_filled_in_counts_once_it_was_seen(self, workspace, offered):
        """Nobody passes over a step that they never saw."""
        assert offered.answers
        assert self.ticked(offered) == []
        left = write(workspace, offered.id, {}, {}, at="facts")
        assert self.ticked(left) == ["offer"]

    def test_an_answer_counts_wherever_it_was_given(self, workspace, offered):
        """Also in place, on the screen of the offer."""
        given = write(workspace, offered.id, {}, {"check_calm": "yes"})
        assert self.ticked(given) == ["process"]

    def test_an_empty_step_is_not_done_by_being_seen(self, workspace, offered):
        """It was left empty, and may stay so."""
        write(workspace, offered.id, {}, {}, at="facts")
        on = write(workspace, offered.id, {}, {}, at="process")
        assert self.ticked(on) == ["offer"]


class TestFinishing:
    """The end of a run, and those before it."""

    def test_the_first_day_of_finishing_stays(self, workspace, run):
        """Going back to an answer later does not make it newer."""
        finish(workspace, run.id, MONDAY)
        saved = finish(workspace, run.id, FRIDAY)
        assert (saved.finished_on, saved.at) == (MONDAY, END)

    def test_several_runs_stand_side_by_side(self, workspace, every_kind):
        """The one finished last comes first; one that is not finished is not among them."""
        runs = [begin(workspace, every_kind, None, date(2026, 11, day)) for day in (1, 2, 3)]
        finish(workspace, runs[1].id, MONDAY)
        finish(workspace, runs[0].id, FRIDAY)
        assert [each.id for each in finished(workspace, "every_kind")] == [runs[0].id, runs[1].id]
        assert len(runs_of(workspace)) == 3
        assert runs_of(workspace, "another") == ()


class TestBesideOneAnother:
    """What a run is held against, and what it may know of others."""

    @pytest.fixture
    def cases(self, workspace):
        """Two noes."""
        told = [Case(direction=each, happened_on=MONDAY) for each in list(Direction)[:2]]
        return [workspace.cases.add(each) for each in told]

    def test_where_each_case_has_its_own_those_of_others_are_left_out(
        self, workspace, every_kind, cases
    ):
        """A look at one offer is never compared with a look at another one."""
        own = every_kind.model_copy(update={"per_case": True})
        runs = [begin(workspace, own, each, MONDAY) for each in (cases[0], cases[1])]
        again = begin(workspace, own, cases[0], FRIDAY)
        every = [finish(workspace, each.id, FRIDAY) for each in (*runs, again)]
        assert [each.id for each in beside(every, again, own)] == [runs[0].id]
        others = {each.id for each in beside(every, again, every_kind)}
        assert others == {runs[0].id, runs[1].id}
        assert around(workspace, every[2], own, FRIDAY).earlier == (runs[0].answers,)

    def test_without_a_case_each_stands_by_itself(self, workspace, every_kind):
        """Two offers that are open are two events: neither is an earlier look at the other."""
        own = every_kind.model_copy(update={"per_case": True})
        one, two = (
            begin(workspace, own, None, day, {"name": str(day)}) for day in (MONDAY, FRIDAY)
        )
        one, two = (finish(workspace, each.id, FRIDAY) for each in (one, two))
        assert beside((one, two), two, own) == ()
        assert around(workspace, two, own, FRIDAY).earlier == ()
        assert beside((one, two), two, every_kind) == (one,)

    def test_what_was_finished_later_does_not_change_a_run_that_is_over(
        self, workspace, every_kind, cases
    ):
        """It is only known that there is something since; a run that is open knows the newest."""
        other = every_kind.model_copy(update={"id": "two"})
        for name, day in (("old", MONDAY), ("new", FRIDAY)):
            begun = begin(workspace, other, cases[0], day, {"name": name})
            finish(workspace, begun.id, day)
        run = begin(workspace, every_kind, cases[0], MONDAY)
        assert around(workspace, run, every_kind, FRIDAY).others["two"]["name"] == "new"
        assert around(workspace, run, every_kind, FRIDAY).since == frozenset()
        over = finish(workspace, run.id, MONDAY)
        known = around(workspace, over, every_kind, FRIDAY)
        assert (known.others["two"]["name"], known.since) == ("old", {"two"})

    def test_the_newest_answers_of_other_worksheets_for_the_case_are_known(
        self, workspace, every_kind, cases
    ):
        """Those of this worksheet, of another case or of none are not, nor those half done."""
        other, third = (every_kind.model_copy(update={"id": each}) for each in ("two", "three"))
        told = [
            (other, cases[0], "old", MONDAY),
            (other, cases[0], "new", FRIDAY),
            (other, cases[1], "of another", FRIDAY),
            (other, None, "of none", FRIDAY),
        ]
        for sheet, case, name, day in told:
            finish(workspace, begin(workspace, sheet, case, day, {"name": name}).id, day)
        begin(workspace, third, cases[0], FRIDAY, {"name": "half done"})
        run = begin(workspace, every_kind, cases[0], FRIDAY)
        known = around(workspace, run, every_kind, FRIDAY).others
        assert {name: each["name"] for name, each in known.items()} == {"two": "new"}
        free = begin(workspace, every_kind, None, FRIDAY)
        assert around(workspace, free, every_kind, FRIDAY).others == {}

    def test_the_run_that_counts_for_a_case_is_the_one_finished_last(
        self, workspace, every_kind, cases
    ):
        """One begun after it counts only where half done ones do."""
        first = begin(workspace, every_kind, cases[0], MONDAY)
        finish(workspace, first.id, MONDAY)
        begun = begin(workspace, every_kind, cases[0], FRIDAY)
        write(workspace, begun.id, {}, {"name": "Acme"})
        found = newest_for(workspace, "every_kind", cases[0].id)
        assert found is not None
        assert found.id == first.id
        assert newest_for(workspace, "every_kind", cases[1].id) is None
        assert newest_begun(workspace, every_kind, cases[0].id).id == begun.id

    def test_one_that_was_opened_and_left_blank_hides_no_other(self, workspace, every_kind, cases):
        """What Ajar filled in by itself is no answer; where there is no other, it counts."""
        starting = every_kind.fields["name"].model_copy(update={"start": "case_line"})
        steps = tuple(
            each.model_copy(
                update={"fields": tuple(starting if f.id == "name" else f for f in each.fields)}
            )
            for each in every_kind.steps
        )
        sheet = every_kind.model_copy(update={"steps": steps})
        case = workspace.cases.replace(cases[0].model_copy(update={"employer": "Acme"}))
        first = begin(workspace, sheet, case, MONDAY, {"story": "long"})
        finish(workspace, first.id, MONDAY)
        blank = begin(workspace, sheet, case, FRIDAY)
        assert blank.answers == {"name": "Acme"}
        assert newest_begun(workspace, sheet, case.id).id == first.id
        write(workspace, blank.id, blank.answers, {**blank.answers, "mood": 3})
        assert newest_begun(workspace, sheet, case.id).id == blank.id
        alone = begin(workspace, sheet, cases[1], FRIDAY)
        assert newest_begun(workspace, sheet, cases[1].id) == alone
