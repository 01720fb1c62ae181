"""A download holds everything, and comes back exactly; what is not ours is refused."""

from contextlib import suppress
from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.exports.backup import everything, file_name
from core.imports import backup as imports
from core.imports.backup import (
    OTHER,
    Difference,
    ForeignFileError,
    differences,
    read_download,
    restore,
)
from core.me import Me
from core.people import Person
from core.sample import fill_with_sample, sample_workspace
from core.steps import Step
from core.storage.errors import NewerFileError
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
AWKWARD = '\u202eÄ 😀 \u2028 -> <b> {slot} \\n "quoted" \'`$'


def clock_stands():
    """A clock that stands still."""
    return NOW


def words_of(raw):
    """The tables of a file, without what it says about itself."""
    return {name: table for name, table in orjson.loads(raw).items() if name != "_meta"}


def exactly(raw):
    """The bytes of the person's words, in the order of the file."""
    return orjson.dumps(words_of(raw))


def ours(**tables):
    """A file of ours with these tables."""
    return orjson.dumps({"_meta": {"1": {"schema": 1}}, **tables})


class TestRoundTrip:
    """Out and back in again, nothing is lost, added or changed."""

    def test_a_whole_life_comes_back_byte_for_byte(self, on_disk, clock):
        """The words of a second download are the same, to the byte, as those of the first."""
        fill_with_sample(on_disk, clock())
        first = everything(on_disk)
        other = Workspace.in_memory(clock)
        restore(other, read_download(first, clock))
        assert exactly(everything(other)) == exactly(first)
        assert [each.all() for each in other.collections] == [
            each.all() for each in on_disk.collections
        ]

    def test_a_download_is_the_file_itself(self, on_disk, home, clock):
        """What is taken out is what is kept, in the same shape."""
        fill_with_sample(on_disk, clock())
        assert everything(on_disk) == (home / "ajar.json").read_bytes()

    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 10))
    def test_any_words_come_back(self, story, name, mood):
        """Whatever was typed, in any script, with any mark that a file can hold."""
        workspace, other = (Workspace.in_memory(clock_stands) for _ in range(2))
        workspace.people.add(Person(name=name))
        workspace.cases.add(
            Case(direction=Direction.SILENCE, happened_on=NOW.date(), story=story + AWKWARD)
        )
        workspace.check_ins.add(CheckIn(mood=mood, happened_on=NOW.date()))
        restore(other, read_download(everything(workspace), clock_stands))
        assert [each.all() for each in other.collections] == [
            each.all() for each in workspace.collections
        ]

    def test_what_this_version_does_not_know_comes_back_too(self, workspace, clock):
        """Unknown tables, unknown fields and records of another shape are kept as they are."""
        foreign = ours(
            maps={"3": {"id": "l", "body": "Dear Ada"}},
            people={"1": {"id": "a", "name": "Ada", "pets": [{"name": "Tom", "age": 3}]}},
            steps={"2": {"id": "s", "text": 5}, "10": {"no": "id"}},
        )
        incoming = read_download(foreign, clock)
        restore(workspace, incoming)
        assert exactly(everything(workspace)) == exactly(foreign)
        assert incoming.unreadable == workspace.steps.unreadable == 2
        ada = workspace.people.get("a")
        workspace.people.replace(ada.model_copy(update={"how_known": "school"}))
        kept = words_of(everything(workspace))
        assert kept["people"]["1"]["pets"] == [{"name": "Tom", "age": 3}]
        assert kept["maps"] == {"3": {"id": "l", "body": "Dear Ada"}}
        assert kept["steps"]["10"] == {"no": "id"}

    def test_an_empty_workspace_can_be_taken_out(self, workspace, clock):
        """The first download of somebody who told nothing is a file like any other."""
        assert read_download(everything(workspace), clock).counts == {}

    def test_after_a_restore_saving_goes_on(self, on_disk, clock):
        """New records take their place beside those that came in."""
        on_disk.steps.add(Step(text="before"))
        restore(on_disk, read_download(everything(sample_workspace(clock)), clock))
        came = len(on_disk.steps.all())
        on_disk.steps.add(Step(text="after"))
        assert [each.text for each in on_disk.steps.all()][came:] == ["after"]


class TestPreview:
    """What a restore would change is told before it is done."""

    def test_each_kind_is_counted(self, workspace, clock):
        """How many there are now, how many then, and how many of those here would be gone."""
        kept = workspace.steps.add(Step(text="in both"))
        workspace.save_me(Me(name="Robin"))
        download = everything(workspace)
        workspace.steps.add(Step(text="since then"))
        workspace.people.add(Person(name="Ada"))
        workspace.steps.replace(kept.model_copy(update={"text": "changed since"}))
        told = differences(workspace, read_download(download, clock))
        assert [each.kind for each in told] == [each.name for each in workspace.collections]
        assert [each for each in told if each.now or each.then] == [
            Difference("steps", 2, 1, 1),
            Difference("people", 1, 0, 1),
            Difference("me", 1, 1, 0),
        ]

    def test_kinds_that_we_do_not_know_are_counted_too(self, workspace, clock):
        """Nothing goes or comes without being told, also what only a newer version can show."""
        restore(workspace, read_download(ours(maps={"1": {"id": "a"}, "2": {"id": "b"}}), clock))
        incoming = read_download(ours(maps={"1": {"id": "a"}}, plans={"1": {}, "2": {}}), clock)
        assert differences(workspace, incoming)[-1] == Difference(OTHER, 2, 3, 1)

    def test_looking_changes_nothing(self, on_disk, home, clock):
        """Before the yes, not one byte is written."""
        on_disk.steps.add(Step(text="mine"))
        before = (home / "ajar.json").read_bytes()
        incoming = read_download(everything(sample_workspace(clock)), clock)
        differences(on_disk, incoming)
        assert (home / "ajar.json").read_bytes() == before
        assert on_disk.steps.all()[0].text == "mine"

    def test_a_restore_keeps_what_was_there(self, on_disk, home, clock):
        """The words that a restore replaces are in a safety copy."""
        on_disk.steps.add(Step(text="mine and only mine"))
        restore(on_disk, read_download(everything(sample_workspace(clock)), clock))
        assert b"mine and only mine" not in (home / "ajar.json").read_bytes()
        copies = [each.read_bytes() for each in (home / "backups").iterdir()]
        assert any(b"mine and only mine" in each for each in copies)


class TestRefused:
    """A file that is not ours, or not whole, changes nothing."""

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"{}",
            b"[]",
            b"null",
            b"day,mood\n2026-03-12,4",
            b"\xff\xfe\x00",
            b'{"people": {"1": {"id": "a", "name": "Ada"}}}',
            b'{"_meta": {"1": {"schema": 1}}, "people": [1, 2]}',
            b'{"_meta": {"1": {"schema": 1}}, "people": {"one": {}}}',
            b'{"_meta": {"1": {"schema": "first"}}}',
            b'{"_meta": {"1": {"schema": -1}}}',
            b'{"_meta": {"1": {"schema": 0}}}',
            b'{"_meta": {"1": {"schema": 1}}',
            ours(people={"1": {"name": "Ada"}})[:-9],
        ],
    )
    def test_what_ajar_did_not_write_is_refused(self, raw, clock):
        """Foreign, cut off or garbled: one sentence says so, and what to choose instead."""
        with pytest.raises(ForeignFileError, match=r"Nothing was changed\. Choose a file"):
            read_download(raw, clock)

    def test_what_is_too_large_is_refused_unread(self, monkeypatch, clock):
        """A file over the limit is not even taken apart; one at the limit is."""
        raw = everything(sample_workspace(clock))
        monkeypatch.setattr(imports, "LARGEST", len(raw))
        assert read_download(raw, clock).unreadable == 0
        monkeypatch.setattr(imports, "LARGEST", len(raw) - 1)
        monkeypatch.setattr(imports, "decode", None)
        with pytest.raises(ForeignFileError):
            read_download(raw, clock)

    def test_what_a_newer_version_wrote_is_refused_by_its_name(self, clock):
        """Nobody is told that a sound file is damaged; the way on is an update."""
        newer = {"schema": 9, "min_reader": 9, "app_version": "4.0"}
        with pytest.raises(NewerFileError, match=r"version 4\.0 of Ajar"):
            read_download(orjson.dumps({"_meta": {"1": newer}}), clock)

    def test_what_a_newer_version_wrote_for_us_too_is_taken(self, clock):
        """A newer file that says we can read it comes in."""
        newer = {"_meta": {"1": {"schema": 9, "min_reader": 1}}, "steps": {"1": {"text": "call"}}}
        assert read_download(orjson.dumps(newer), clock).counts == {"steps": 1}

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_a_damaged_file_is_read_or_refused_and_nothing_else(self, data):
        """However a file was damaged on its way, no other error comes of it."""
        raw = bytearray(ours(steps={"1": {"id": "s", "text": "call"}}, cases={"1": {"id": "c"}}))
        for _ in range(data.draw(st.integers(1, 4))):
            raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
        with suppress(ForeignFileError, NewerFileError):
            incoming = read_download(bytes(raw), clock_stands)
            restore(workspace := Workspace.in_memory(clock_stands), incoming)
            assert sum(each.unreadable for each in workspace.collections) == incoming.unreadable


def test_the_name_of_a_download_suits_every_computer():
    """Plain letters, digits and hyphens, with the day and the time."""
    assert file_name(NOW) == "ajar-2026-03-12-1800.json"
