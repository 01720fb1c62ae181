"""The workspace: one door, one commit, and views that are computed once."""

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.errors import EditedElsewhereError, NotFoundError
from core.me import Me
from core.people import Person
from core.steps import Step
from core.storage.backups import Reason
from core.storage.folder import Folder
from core.waits import Wait, Waiting
from core.walks import Route, Walk


def told(day, **facts):
    """A case with only what it needs."""
    return Case(**{"direction": Direction.THEY_SAID_NO, "happened_on": day} | facts)


def counted(workspace):
    """How many records there are, by the kinds that there are any of."""
    return {each.name: len(each.all()) for each in workspace.collections if each.all()}


@pytest.fixture
def case(workspace, clock):
    """A case with two steps, beside a step that belongs to nothing and a check-in of the case."""
    case = workspace.cases.add(told(clock().date(), employer="Acme"))
    for text, case_id in (("one", case.id), ("two", case.id), ("apart", "")):
        workspace.steps.add(Step(text=text, case_id=case_id))
    workspace.check_ins.add(CheckIn(mood=4, happened_on=clock().date(), case_id=case.id))
    return case


class TestOneCommit:
    """Everything saved inside becomes one commit, or none of it does."""

    def test_all_of_it_is_there_afterwards(self, on_disk, open_again, clock):
        """What is saved together is seen together."""
        with on_disk.one_commit():
            on_disk.cases.add(told(clock().date()))
            on_disk.steps.add(Step(text="call"))
        assert counted(open_again()) == {"cases": 1, "steps": 1}

    def test_nobody_sees_half_of_it(self, on_disk, open_again, clock):
        """Another window sees nothing until all is saved."""
        other = open_again()
        with on_disk.one_commit():
            on_disk.cases.add(told(clock().date()))
            assert counted(other) == {}
        assert counted(other) == {"cases": 1}

    @pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
    def test_none_of_it_where_it_is_broken_off(self, on_disk, open_again, clock, failure):
        """Whatever breaks in, also what is no error, leaves everything as it was."""
        kept = on_disk.steps.add(Step(text="kept"))

        def broken_off():
            with on_disk.one_commit():
                on_disk.cases.add(told(clock().date()))
                on_disk.steps.remove(kept.id)
                raise failure

        with pytest.raises(failure):
            broken_off()
        for workspace in (on_disk, open_again()):
            assert workspace.steps.all() == (kept,)
            assert workspace.cases.all() == ()

    def test_a_refused_edit_takes_back_what_went_before_it(self, workspace):
        """A conflict in the second save undoes the first."""
        opened = workspace.steps.add(Step(text="opened"))
        workspace.steps.replace(opened.model_copy(update={"text": "theirs"}))

        def save_both():
            with workspace.one_commit():
                workspace.people.add(Person(name="Ada"))
                workspace.steps.replace(opened.model_copy(update={"text": "mine"}))

        with pytest.raises(EditedElsewhereError):
            save_both()
        assert workspace.people.all() == ()


class TestDeletingACase:
    """A case goes with its steps; how it felt stays."""

    def test_its_steps_go_and_the_rest_stays(self, workspace, case):
        """Steps of the case are deleted with it, other steps and check-ins are not."""
        workspace.delete_case(case.id)
        assert workspace.cases.all() == ()
        assert [each.text for each in workspace.steps.all()] == ["apart"]
        assert len(workspace.check_ins.all()) == 1

    def test_its_way_and_pauses_go_with_it_and_come_back(self, workspace, case, clock):
        """They mean nothing without the case."""
        walk = workspace.walks.add(Walk(case_id=case.id, route=Route.A))
        wait = Wait(what=Waiting.REPLYING, until=clock(), case_id=case.id)
        wait = workspace.waits.add(wait)
        deleted = workspace.delete_case(case.id)
        assert (workspace.walks.all(), workspace.waits.all()) == ((), ())
        workspace.put_back(deleted)
        assert (workspace.walks.all(), workspace.waits.all()) == ((walk,), (wait,))

    def test_undo_brings_all_of_it_back(self, workspace, case):
        """Every record returns under its own id, with its own words."""
        before = {each.id: each for each in (*workspace.cases.all(), *workspace.steps.all())}
        workspace.put_back(workspace.delete_case(case.id))
        after = {each.id: each for each in (*workspace.cases.all(), *workspace.steps.all())}
        assert after == before

    def test_it_is_one_commit_each_way(self, on_disk, clock):
        """A power cut finds the case with all of its steps, or without any."""
        case = on_disk.cases.add(told(clock().date()))
        on_disk.steps.add(Step(text="one", case_id=case.id))
        saves = _count_saves(on_disk)
        gone = on_disk.delete_case(case.id)
        on_disk.put_back(gone)
        assert len(saves) == 2

    def test_a_case_that_is_gone_takes_nothing_with_it(self, workspace, case):
        """Deleting twice says so, and deletes nothing else."""
        workspace.delete_case(case.id)
        before = counted(workspace)
        with pytest.raises(NotFoundError):
            workspace.delete_case(case.id)
        assert counted(workspace) == before


class TestDeletingLeavesAWayBack:
    """A deletion is preceded by a safety copy."""

    @pytest.fixture
    def copies(self, on_disk):
        """The kept versions of the workspace's file that were made for a deletion."""
        backups = Folder(on_disk.path, on_disk.now).backups
        return lambda: [each for each in backups.all() if each.reason is Reason.REMOVAL]

    def test_a_case_is_in_the_copy_kept_before(self, on_disk, copies, clock):
        """What is deleted can still be brought back from the copy."""
        case = on_disk.cases.add(told(clock().date(), employer="Acme"))
        on_disk.delete_case(case.id)
        [copy] = copies()
        assert [each["id"] for each in copy.read()["cases"].values()] == [case.id]

    def test_a_check_in_is_in_the_copy_kept_before(self, on_disk, copies, clock):
        """So is a check-in."""
        felt = on_disk.check_ins.add(CheckIn(mood=4, happened_on=clock().date()))
        assert on_disk.delete(felt) == (felt,)
        [copy] = copies()
        assert [each["id"] for each in copy.read()["check_ins"].values()] == [felt.id]


class TestViews:
    """What a screen asks on every run is worked out once for each revision."""

    def test_a_view_is_computed_once(self, workspace):
        """Many reruns without a change cost one computation."""
        calls = _Calls()
        for _ in range(5):
            assert workspace.view(calls.counting) == ()
        assert calls.count == 1

    def test_each_question_has_its_own_answer(self, workspace):
        """The same view with other arguments is another view."""
        first, second = (workspace.view(_times, number) for number in (2, 3))
        assert (first, second, workspace.view(_times, 2)) == (0, 0, 0)
        workspace.steps.add(Step(text="one"))
        assert (workspace.view(_times, 2), workspace.view(_times, 3)) == (2, 3)

    def test_an_answer_of_nothing_is_kept_too(self, workspace):
        """A view that returns None is not asked again and again."""
        calls = _Calls()
        for _ in range(3):
            assert workspace.view(calls.nothing) is None
        assert calls.count == 1

    def test_a_save_by_another_window_is_seen(self, on_disk, open_again):
        """A view is computed anew after a change that this workspace did not make."""
        assert on_disk.view(_texts) == ()
        open_again().steps.add(Step(text="from there"))
        assert on_disk.view(_texts) == ("from there",)

    def test_what_is_undone_inside_a_step_is_not_remembered(self, workspace):
        """A view asked in the middle of a save that fails tells nothing afterwards."""

        def broken_off():
            with workspace.one_commit():
                workspace.steps.add(Step(text="gone"))
                assert workspace.view(_texts) == ("gone",)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            broken_off()
        assert workspace.view(_texts) == ()

    def test_saving_what_is_stored_keeps_the_views(self, workspace):
        """Nothing is worked out anew where nothing changed."""
        saved = workspace.steps.add(Step(text="one"))
        calls = _Calls()
        workspace.view(calls.nothing)
        workspace.steps.replace(saved)
        workspace.view(calls.nothing)
        assert calls.count == 1

    def test_drafts_leave_the_views_alone(self, workspace):
        """Typing does not make every screen work out everything again."""
        before = workspace.revision
        workspace.drafts.keep("check_in", {"note": "half"})
        assert workspace.revision == before


class TestMe:
    """The facts about the person are one record, empty at first."""

    def test_all_is_empty_at_first(self, workspace):
        """Nothing has to be filled in."""
        assert workspace.me == Me()
        assert workspace.facts.all() == ()

    def test_they_are_one_record_however_often_they_are_saved(self, workspace):
        """Saving again changes the same record."""
        first = workspace.save_me(Me(name="Robin"))
        second = workspace.save_me(first.model_copy(update={"name": "Robin H."}))
        assert workspace.facts.all() == (second,)
        assert workspace.me.name == "Robin H."

    def test_a_first_save_in_two_windows_is_a_conflict(self, workspace):
        """The second window that fills in the empty form is told of the first."""
        mine = Me(name="Mine")
        workspace.save_me(Me(name="Theirs"))
        with pytest.raises(EditedElsewhereError, match="This page about you was changed"):
            workspace.save_me(mine)
        assert workspace.me.name == "Theirs"


class _Calls:
    def __init__(self):
        self.count = 0

    def counting(self, workspace):
        """Return the steps, and count."""
        self.count += 1
        return workspace.steps.all()

    def nothing(self, _):
        """Return nothing, and count."""
        self.count += 1


def _count_saves(workspace):
    saves, commit = [], workspace._database._kept._save

    def counted_save(draft):
        saves.append(draft.revision)
        return commit(draft)

    workspace._database._kept._save = counted_save
    return saves


def _times(workspace, number):
    return number * len(workspace.steps.all())


def _texts(workspace):
    return tuple(each.text for each in workspace.steps.all())
