"""Drafts: what is half typed is there again, and costs nothing while it stays the same."""

from datetime import date

import pytest
from filelock import FileLock

from core.drafts import Draft
from core.steps import Step
from core.storage import lock
from core.storage.errors import BusyError
from core.storage.folder import Folder


def words_of(home, name):
    """The bytes of one of the person's files."""
    return (home / name).read_bytes()


def test_a_draft_survives_a_restart(on_disk, open_again, clock):
    """What was half typed when the computer went off is there again."""
    on_disk.drafts.keep("case:1", {"employer": "Ac", "pulls": ["pay"], "rev": 2})
    draft = open_again().drafts.find("case:1")
    assert draft.fields == {"employer": "Ac", "pulls": ["pay"], "rev": 2}
    assert draft.changed_at == clock()


def test_drafts_live_in_a_file_of_their_own(on_disk, home):
    """Keeping a draft writes no byte of the person's records, and no copy of them."""
    on_disk.drafts.keep("case", {"employer": "Acme & Daughters"})
    assert b"Acme & Daughters" in words_of(home, "drafts.json")
    assert not (home / "ajar.json").exists()
    assert not (home / "backups").exists()


def test_an_unchanged_draft_is_not_written_again(on_disk, home, clock):
    """A rerun in which nothing was typed leaves the file and the moment alone."""
    fields = {"note": "half", "when": date(2026, 3, 12), "words": ("sad", "flat")}
    on_disk.drafts.keep("check_in", fields)
    before, began = words_of(home, "drafts.json"), clock()
    clock.forward(minutes=5)
    on_disk.drafts.keep("check_in", fields)
    assert words_of(home, "drafts.json") == before
    assert on_disk.drafts.find("check_in").changed_at == began


def test_a_changed_draft_takes_the_place_of_the_old_one(on_disk, clock):
    """There is one draft of a form: the one typed last, with only its own fields."""
    kept = on_disk.drafts.keep("check_in", {"note": "half", "mood": 3})
    clock.forward(minutes=5)
    on_disk.drafts.keep("check_in", {"note": "half a thought"}, instead_of=kept)
    (draft,) = on_disk.drafts.all()
    assert draft.fields == {"note": "half a thought"}
    assert draft.changed_at == clock()


def test_the_draft_typed_last_comes_first(workspace, clock):
    """Going on begins where one left off."""
    for form in ("a", "b", "c"):
        workspace.drafts.keep(form, {"text": form})
        clock.forward(minutes=1)
    workspace.drafts.keep("a", {"text": "more"})
    assert [each.form for each in workspace.drafts.all()] == ["a", "c", "b"]


def test_a_dropped_draft_is_gone_from_the_file(on_disk, home):
    """Once saved or let go, what was half typed is nowhere."""
    on_disk.drafts.keep("case", {"employer": "Acme"})
    on_disk.drafts.keep("check_in", {"note": "half"})
    on_disk.drafts.drop("case")
    assert on_disk.drafts.find("case") is None
    assert on_disk.drafts.find("check_in") is not None
    assert b"Acme" not in words_of(home, "drafts.json")


def test_dropping_what_is_not_there_is_no_error(on_disk, home):
    """Finishing a form that was never kept writes nothing."""
    on_disk.drafts.drop("case")
    assert not (home / "drafts.json").exists()


def test_another_window_sees_the_draft(on_disk, open_again):
    """A form can be gone on with in another window."""
    other = open_again()
    assert other.drafts.all() == ()
    on_disk.drafts.keep("case", {"employer": "Acme"})
    assert other.drafts.find("case").fields == {"employer": "Acme"}


@pytest.mark.parametrize("odd", [{"text": "no form"}, {"form": "case", "fields": 3}, {}])
def test_a_draft_of_another_shape_holds_nothing_up(workspace, odd):
    """What a newer version kept here is passed over; the readable drafts still work."""
    workspace.drafts._table.insert(odd)
    workspace.drafts.keep("check_in", {"note": "half"})
    assert [each.form for each in workspace.drafts.all()] == ["check_in"]
    workspace.drafts.drop("check_in")
    assert workspace.drafts.all() == ()


TORN = b'{"drafts":{"1":{"form":"case","fields":{"story":"ha'
NEWER = b'{"_meta":{"1":{"schema":9,"min_reader":9}},"drafts":{}}'


@pytest.mark.parametrize("unusable", [TORN, NEWER])
def test_drafts_that_cannot_be_used_lock_nobody_out(on_disk, open_again, home, unusable):
    """Sound words open; the drafts are set aside byte for byte and told once."""
    step = on_disk.steps.add(Step(text="call"))
    (home / "drafts.json").write_bytes(unusable)
    opened = open_again()
    assert opened.steps.all() == (step,)
    assert opened.drafts.set_aside
    assert [each.read_bytes() for each in home.glob("drafts.damaged-*.json")] == [unusable]
    opened.drafts.keep("case", {"story": "anew"})
    after = open_again()
    assert not after.drafts.set_aside
    assert after.drafts.find("case").fields == {"story": "anew"}


def test_drafts_that_cannot_even_be_looked_at_lock_nobody_out(on_disk, open_again, home):
    """What stands in their place stays there; what is typed is kept while the app runs."""
    on_disk.steps.add(Step(text="call"))
    (home / "drafts.json").mkdir()
    opened = open_again()
    assert opened.drafts.set_aside
    opened.drafts.keep("case", {"story": "anew"})
    assert opened.drafts.find("case").fields == {"story": "anew"}
    assert (home / "drafts.json").is_dir()


def test_drafts_set_aside_are_no_lost_file(home, open_again, clock):
    """Drafts set aside before anything was ever saved do not make a first start a loss."""
    home.mkdir()
    (home / "drafts.json").write_bytes(TORN)
    assert open_again().steps.all() == ()
    assert open_again().steps.all() == ()
    [aside] = Folder(home / "ajar.json", clock).damaged()
    assert aside.read_bytes() == TORN


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(TORN), lambda path: path.unlink()])
def test_drafts_lost_while_the_app_runs_begin_anew(on_disk, home, harm):
    """No form stops because of them."""
    on_disk.drafts.keep("case", {"story": "half"})
    harm(home / "drafts.json")
    assert on_disk.drafts.find("case") is None
    on_disk.drafts.keep("case", {"story": "anew"})
    assert b"anew" in words_of(home, "drafts.json")


def test_an_unchanged_draft_waits_for_nobody(on_disk, home, monkeypatch):
    """A rerun in which nothing was typed does not queue behind another window that saves."""
    on_disk.drafts.keep("case", {"story": "half"})
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with FileLock(lock.lock_of(home / "drafts.json").path):
        on_disk.drafts.keep("case", {"story": "half"})
        on_disk.drafts.drop("another")
        with pytest.raises(BusyError):
            on_disk.drafts.keep("case", {"story": "more"})


def test_only_the_draft_asked_for_is_read(workspace, monkeypatch):
    """Finding one form's draft costs nothing for those of other forms."""
    for form in ("a", "b", "c"):
        workspace.drafts.keep(form, {"text": form})
    read = []
    validate = Draft.model_validate
    monkeypatch.setattr(Draft, "model_validate", lambda each: read.append(each) or validate(each))
    assert workspace.drafts.find("b").fields == {"text": "b"}
    assert [each["form"] for each in read] == ["b"]


class TestTwoWindows:
    """The draft of a form is one, whoever types in it."""

    def test_what_each_types_stands_in_it(self, on_disk):
        """Neither window takes out what the other one typed."""
        mine = on_disk.drafts.keep("case", {"employer": "Acme", "rev": 1})
        on_disk.drafts.keep("case", {"story": "long", "rev": 1})
        on_disk.drafts.keep("case", {"employer": "Acme & Co", "rev": 1}, instead_of=mine)
        fields = on_disk.drafts.find("case").fields
        assert fields == {"employer": "Acme & Co", "story": "long", "rev": 1}

    def test_a_window_takes_back_only_its_own(self, on_disk):
        """The rest is offered again."""
        mine = on_disk.drafts.keep("case", {"employer": "Acme", "rev": 1})
        on_disk.drafts.keep("case", {"story": "long", "rev": 1})
        on_disk.drafts.take_back("case", mine)
        assert on_disk.drafts.find("case").fields["story"] == "long"
        assert "employer" not in on_disk.drafts.find("case").fields

    def test_what_another_typed_over_ours_is_theirs(self, on_disk):
        """The same field, changed there since: it stays."""
        mine = on_disk.drafts.keep("case", {"story": "mine"})
        on_disk.drafts.keep("case", {"story": "theirs"})
        on_disk.drafts.take_back("case", mine)
        assert on_disk.drafts.find("case").fields == {"story": "theirs"}

    def test_with_nothing_left_the_draft_goes(self, on_disk):
        """What a form began from is no reason to keep it."""
        mine = on_disk.drafts.keep("case", {"story": "mine", "rev": 3, "base": {"a": [1]}})
        on_disk.drafts.take_back("case", mine)
        assert on_disk.drafts.find("case") is None
