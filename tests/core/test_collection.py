"""A collection: saved once, validated once, never overwritten unseen."""

import threading
from datetime import UTC, date, datetime, timedelta, timezone

import orjson
import pytest
from pydantic import ValidationError

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.errors import EditedElsewhereError, NotFoundError
from core.people import Person
from core.steps import Step
from core.storage.errors import DiskFullError
from core.workspace import Workspace

DAY = date(2026, 3, 12)
TWINS_WAIT = 5


def step(text="call Ada", **facts):
    """A next step."""
    return Step(text=text, **facts)


def words_in(home):
    """The bytes of the file."""
    return (home / "ajar.json").read_bytes()


def documents_in(home, table):
    """The documents of one table as they stand in the file."""
    return orjson.loads(words_in(home))[table]


class TestAdding:
    """A record is stamped, written, and handed back as it is stored."""

    def test_a_new_record_gets_its_stamps(self, workspace, clock):
        """Id, revision and both moments come from the workspace, not from the screen."""
        saved = workspace.steps.add(step())
        assert len(saved.id) == 32
        assert saved.rev == 1
        assert saved.created_at == saved.updated_at == clock()

    def test_a_moment_of_its_own_is_kept(self, workspace, clock):
        """What was first told earlier keeps that moment; the save has its own."""
        earlier = clock() - timedelta(days=3)
        saved = workspace.steps.add(step(created_at=earlier))
        assert (saved.created_at, saved.updated_at) == (earlier, clock())

    def test_what_is_handed_back_is_what_is_stored(self, on_disk, open_again):
        """Marks that a file cannot hold are gone at once, and not only after a restart."""
        saved = on_disk.steps.add(step("call\x00 Ada\r\ntoday"))
        assert saved.text == "call Ada\ntoday"
        assert saved == on_disk.steps.get(saved.id) == open_again().steps.get(saved.id)

    def test_what_could_not_be_read_again_is_not_written(self, on_disk, home):
        """A text over its limit is refused, even where a copy went round the checks."""
        saved = on_disk.steps.add(step())
        before = words_in(home)
        too_long = saved.model_copy(update={"text": "x" * 201})
        with pytest.raises(ValidationError):
            on_disk.steps.replace(too_long)
        with pytest.raises(ValidationError):
            on_disk.steps.add(too_long.model_copy(update={"id": ""}))
        assert words_in(home) == before

    def test_records_stand_in_the_order_they_came(self, workspace):
        """The list does not jump when a record in the middle is changed."""
        first, second, third = (workspace.steps.add(step(each)) for each in "abc")
        workspace.steps.replace(second.model_copy(update={"text": "changed"}))
        assert [each.id for each in workspace.steps.all()] == [first.id, second.id, third.id]


class TestDoubleClick:
    """A double click saves once; two things that are alike save twice."""

    @pytest.mark.parametrize(("seconds", "kept"), [(0, 1), (2.9, 1), (3, 1), (3.1, 2), (4, 2)])
    def test_the_same_click_counts_for_three_seconds(self, workspace, clock, seconds, kept):
        """The second click within three seconds gives the first record; a later one is new."""
        first = workspace.steps.add(step(), form="steps")
        clock.forward(seconds=seconds)
        second = workspace.steps.add(step(), form="steps")
        assert len(workspace.steps.all()) == kept
        assert (first.id == second.id) is (kept == 1)

    def test_a_click_writes_nothing_the_second_time(self, on_disk, home):
        """Not one byte of the file changes with the second click."""
        on_disk.steps.add(step(), form="steps")
        before = words_in(home)
        on_disk.steps.add(step(), form="steps")
        assert words_in(home) == before

    def test_a_changed_payload_is_a_new_record(self, workspace):
        """Another word is another wish, however fast it was typed."""
        workspace.steps.add(step("one"), form="steps")
        workspace.steps.add(step("two"), form="steps")
        assert [each.text for each in workspace.steps.all()] == ["one", "two"]

    def test_another_form_is_a_new_record(self, workspace):
        """The same words in two places are meant twice."""
        workspace.steps.add(step(), form="today")
        workspace.steps.add(step(), form="check_in")
        assert len(workspace.steps.all()) == 2

    def test_without_a_form_nothing_is_a_double_click(self, workspace):
        """A program that adds the same record twice gets two."""
        workspace.steps.add(step())
        workspace.steps.add(step())
        assert len(workspace.steps.all()) == 2

    def test_a_clock_that_went_back_hides_nothing(self, workspace, clock):
        """Where the clock was set back, the same words are saved again rather than lost."""
        workspace.steps.add(step(), form="steps")
        clock.forward(seconds=-1)
        workspace.steps.add(step(), form="steps")
        assert len(workspace.steps.all()) == 2

    def test_what_was_deleted_meanwhile_can_be_saved_again(self, workspace):
        """A click after a deletion is a wish of its own."""
        first = workspace.steps.add(step(), form="steps")
        workspace.steps.remove(first.id)
        second = workspace.steps.add(step(), form="steps")
        assert workspace.steps.all() == (second,)

    def test_the_payload_may_be_told_apart_from_the_record(self, workspace, clock):
        """A record that holds the moment is a twin where the form sent the same."""
        for _ in range(2):
            workspace.steps.add(step(cue=str(clock())), form="steps", payload={"text": "same"})
            clock.forward(seconds=1)
        assert len(workspace.steps.all()) == 1

    def test_two_threads_save_one_record(self, workspace, monkeypatch):
        """Two scripts of one window that overlap save what was clicked once."""
        collection, ready = workspace.steps, threading.Barrier(2, timeout=TWINS_WAIT)
        transaction, saved = collection._database.transaction, []

        def together():
            ready.wait()
            return transaction()

        monkeypatch.setattr(collection._database, "transaction", together)
        clicks = [
            threading.Thread(target=lambda: saved.append(collection.add(step(), form="steps")))
            for _ in range(2)
        ]
        for each in clicks:
            each.start()
        for each in clicks:
            each.join()
        assert len(collection.all()) == 1
        assert saved[0].id == saved[1].id

    def test_the_click_is_known_before_the_lock_is_let_go(self, workspace):
        """Whoever waits for the lock of the first click finds out about it."""
        with workspace.one_commit():
            first = workspace.steps.add(step(), form="steps")
            assert workspace.steps.add(step(), form="steps") == first

    def test_a_failed_save_leaves_no_twin(self, on_disk, monkeypatch):
        """After "not saved", the same click again really saves."""
        with monkeypatch.context() as full:
            full.setattr("core.storage.files.write_durably", _full)
            with pytest.raises(DiskFullError):
                on_disk.steps.add(step(), form="steps")
        assert on_disk.steps.all() == ()
        saved = on_disk.steps.add(step(), form="steps")
        assert on_disk.steps.all() == (saved,)

    def test_a_failed_outer_step_leaves_no_twin(self, workspace):
        """Where the commit around it fails, the record inside counts as never clicked."""
        with pytest.raises(KeyboardInterrupt):
            _broken_off(workspace)
        saved = workspace.steps.add(step(), form="steps")
        assert workspace.steps.all() == (saved,)


class TestReplacing:
    """An edit is saved over what it was read from, and over nothing else."""

    def test_an_edit_counts_up_and_is_stamped(self, workspace, clock):
        """The revision tells the next edit what it stands on; the first moment stays."""
        saved = workspace.steps.add(step())
        clock.forward(hours=1)
        edited = workspace.steps.replace(saved.model_copy(update={"text": "write"}))
        assert (edited.text, edited.rev) == ("write", 2)
        assert (edited.created_at, edited.updated_at) == (saved.created_at, clock())
        assert workspace.steps.get(saved.id) == edited

    def test_an_edit_of_an_old_version_is_refused(self, on_disk, home):
        """A window that opened the record before another saved it overwrites nothing."""
        opened = on_disk.steps.add(step())
        theirs = on_disk.steps.replace(opened.model_copy(update={"text": "theirs"}))
        before = words_in(home)
        mine = opened.model_copy(update={"text": "mine"})
        with pytest.raises(EditedElsewhereError) as refused:
            on_disk.steps.replace(mine)
        assert (refused.value.mine, refused.value.theirs) == (mine, theirs)
        assert words_in(home) == before

    def test_the_same_words_write_nothing(self, on_disk, home, clock):
        """Saving what is stored changes neither the file nor the revision."""
        saved = on_disk.steps.add(step())
        before = words_in(home)
        clock.forward(hours=1)
        assert on_disk.steps.replace(saved) == saved
        assert words_in(home) == before

    def test_the_same_words_from_an_old_version_are_no_conflict(self, workspace):
        """Two windows that typed the same agree."""
        opened = workspace.steps.add(step())
        theirs = workspace.steps.replace(opened.model_copy(update={"text": "same"}))
        assert workspace.steps.replace(opened.model_copy(update={"text": "same"})) == theirs

    def test_another_window_is_seen_without_a_restart(self, on_disk, open_again):
        """The revision is compared with the file, not with what this window remembers."""
        opened = on_disk.steps.add(step())
        open_again().steps.replace(opened.model_copy(update={"text": "theirs"}))
        with pytest.raises(EditedElsewhereError):
            on_disk.steps.replace(opened.model_copy(update={"text": "mine"}))

    def test_a_field_that_only_a_newer_version_knows_is_kept(self, workspace):
        """An edit here takes nothing away that was written there."""
        told = Person.model_validate({"name": "Ada", "birthday": "12-10"})
        saved = workspace.people.add(told)
        edited = workspace.people.replace(saved.model_copy(update={"name": "Ada L."}))
        assert edited.model_dump()["birthday"] == "12-10"
        assert workspace.people.get(saved.id).model_dump()["birthday"] == "12-10"

    @pytest.mark.parametrize(
        ("collection", "record", "called"),
        [
            ("cases", Case(direction=Direction.SILENCE, happened_on=DAY), "case"),
            ("check_ins", CheckIn(mood=5, happened_on=DAY), "check-in"),
            ("steps", step(), "next step"),
            ("people", Person(name="Ada"), "person"),
        ],
    )
    def test_what_is_gone_is_told_in_a_sentence(self, workspace, collection, record, called):
        """Whoever edits or deletes what is gone reads the everyday word for it."""
        home = getattr(workspace, collection)
        gone = home.remove(home.add(record).id)
        for ask in (home.get, home.remove):
            with pytest.raises(NotFoundError, match=f"This {called} is no longer here"):
                ask(gone.id)
        with pytest.raises(NotFoundError):
            home.replace(gone)


class TestRemoving:
    """What is deleted can be put back, once."""

    def test_a_removed_record_comes_back_as_it_was(self, workspace):
        """Undo gives back the same id, words and moments."""
        saved = workspace.steps.add(step())
        workspace.steps.put_back(workspace.steps.remove(saved.id))
        assert workspace.steps.all() == (saved,)

    def test_undo_twice_gives_one_record(self, workspace):
        """A second click on undo adds no copy."""
        saved = workspace.steps.add(step())
        workspace.steps.remove(saved.id)
        workspace.steps.put_back(saved)
        workspace.steps.put_back(saved)
        assert workspace.steps.all() == (saved,)


class TestMany:
    """Many records in one step: all of them, or none."""

    @pytest.fixture
    def three(self, workspace):
        """Three steps, saved at once."""
        return workspace.steps.add_all(Step(text=each) for each in ("call", "write", "rest"))

    def test_many_are_added_in_their_order(self, workspace, three):
        """Each with an id and a first revision of its own."""
        assert workspace.steps.all() == three
        assert len({each.id for each in three}) == 3
        assert {each.rev for each in three} == {1}

    def test_one_refused_change_refuses_all(self, workspace, three):
        """No half of a table is saved."""
        workspace.steps.replace(three[2].model_copy(update={"text": "sleep"}))
        before = workspace.steps.all()
        with pytest.raises(EditedElsewhereError):
            workspace.steps.replace_all(e.model_copy(update={"text": "mine"}) for e in three)
        assert workspace.steps.all() == before

    def test_one_that_is_gone_keeps_the_others_from_being_removed(self, workspace, three):
        """What was asked for was all of them."""
        workspace.steps.remove(three[1].id)
        with pytest.raises(NotFoundError):
            workspace.steps.remove_all(each.id for each in three)
        assert workspace.steps.all() == (three[0], three[2])

    def test_many_come_back_once_each(self, workspace, three):
        """Also where one of them is here, or is named twice."""
        gone = workspace.steps.remove_all([three[0].id, three[2].id])
        workspace.steps.put_back(*three, *gone)
        assert sorted(each.text for each in workspace.steps.all()) == ["call", "rest", "write"]

    def test_none_is_no_change(self, workspace, three):
        """Nothing to do does nothing."""
        before = workspace.revision
        assert workspace.steps.add_all([]) == workspace.steps.replace_all([]) == ()
        assert workspace.steps.remove_all([]) == ()
        workspace.steps.put_back()
        assert workspace.revision == before


class TestReading:
    """Reading costs little, and no odd record is touched or hides the others."""

    def test_a_record_is_validated_once(self, on_disk, open_again, monkeypatch):
        """However often all records are read, each is checked when it is first seen."""
        for text in "abc":
            on_disk.steps.add(step(text))
        fresh, checked = open_again(), _count_checks(monkeypatch, Step)
        for _ in range(5):
            fresh.steps.all()
            fresh.steps.find("none")
        assert sorted(checked) == ["a", "b", "c"]

    def test_only_the_changed_record_is_validated_again(self, on_disk, open_again, monkeypatch):
        """After another window saved one record, the others are the same objects as before."""
        saved = [on_disk.steps.add(step(text)) for text in "abc"]
        before = on_disk.steps.all()
        open_again().steps.replace(saved[1].model_copy(update={"text": "B"}))
        checked = _count_checks(monkeypatch, Step)
        after = on_disk.steps.all()
        assert checked == ["B"]
        assert (after[0], after[2]) == (before[0], before[2])
        assert after[0] is before[0]

    def test_a_record_of_another_shape_is_counted_and_left_alone(self, on_disk, open_again, home):
        """What this version cannot read stays in the file as it is, through saves and edits."""
        kept = on_disk.steps.add(step())
        odd = {"id": "x", "text": 17, "rev": "many", "from": ["a newer version"]}
        on_disk._database.table("steps").insert(odd)
        workspace = open_again()
        assert workspace.steps.unreadable == 1
        assert workspace.steps.all() == (kept,)
        workspace.steps.replace(kept.model_copy(update={"text": "write"}))
        workspace.steps.remove(workspace.steps.add(step("another")).id)
        assert odd in documents_in(home, "steps").values()
        assert workspace.steps.unreadable == 1

    def test_moments_of_other_time_zones_are_read_as_they_were(self, on_disk, open_again):
        """A moment keeps its place in time wherever the computer was."""
        there = datetime(2026, 3, 12, 23, 30, tzinfo=timezone(timedelta(hours=13)))
        saved = on_disk.steps.add(step(created_at=there))
        assert open_again().steps.get(saved.id).created_at == there.astimezone(UTC)

    def test_records_cannot_be_changed_by_whoever_reads_them(self, workspace):
        """A record is shared by all who read it, so that it is frozen."""
        saved = workspace.steps.add(step())
        with pytest.raises(ValidationError):
            saved.text = "other"


def test_a_workspace_has_no_twin_of_another(clock):
    """Two people who type the same at once are two people."""
    one, other = Workspace.in_memory(clock), Workspace.in_memory(clock)
    one.steps.add(step(), form="steps")
    other.steps.add(step(), form="steps")
    assert (len(one.steps.all()), len(other.steps.all())) == (1, 1)


def _broken_off(workspace):
    with workspace.one_commit():
        workspace.steps.add(step(), form="steps")
        raise KeyboardInterrupt


def _full(*_):
    raise OSError(28, "No space left on device")


def _count_checks(monkeypatch, kind):
    """The texts of the records that are validated from now on."""
    checked, validate = [], kind.model_validate

    def counted(document):
        checked.append(document["text"])
        return validate(document)

    monkeypatch.setattr(kind, "model_validate", counted)
    return checked
