"""Earlier versions: what they still hold can be named, and taken out of every byte."""

import gzip

import pytest

from core.applications import Application, Interview
from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.decisions.look_backs import LookBack
from core.me import Me
from core.people import Person
from core.steps import Step
from core.storage.backups import Backup
from core.storage.folder import Folder
from core.storage.forgetting import forget
from core.versions import (
    AT_ONCE,
    Named,
    deleted_earlier,
    here,
    matching,
    named_with,
    versions,
)

EMPLOYER = "Perlmutter & Söhne"
STEP = "ring Frau Perlmutter"


@pytest.fixture
def folder(home, clock):
    """What lies around the file."""
    return Folder(home / "ajar.json", clock)


@pytest.fixture
def told(on_disk, clock):
    """A case with a step of its own, beside records that are to stay; saved over some days."""
    on_disk.people.add(Person(name="Ada"))
    case = on_disk.cases.add(
        Case(direction=Direction.SILENCE, happened_on=clock().date(), employer=EMPLOYER)
    )
    on_disk.steps.add(Step(text=STEP, case_id=case.id))
    on_disk.steps.add(Step(text="stays"))
    for day in range(1, 4):
        clock.forward(days=1)
        on_disk.check_ins.add(CheckIn(mood=day, happened_on=clock().date()))
    return case


def words_in(home):
    """Every byte that lies in the folder, compressed copies taken apart, by file name."""
    found = {}
    for path in home.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            found[path.name] = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return found


def holding(home, text):
    """The files that hold a text."""
    return {name for name, raw in words_in(home).items() if text.encode() in raw}


class TestNaming:
    """A person recognises a record by its own words."""

    def test_everything_here_has_a_name(self, workspace, clock):
        """Cases, check-ins, steps, people and the page about oneself are told in short."""
        day = clock().date()
        workspace.cases.add(
            Case(direction=Direction.SILENCE, happened_on=day, employer="Acme", role="Lead")
        )
        workspace.check_ins.add(CheckIn(mood=4, happened_on=day, note="tired"))
        workspace.steps.add(Step(text="call"))
        workspace.people.add(Person(name="Ada"))
        workspace.save_me(Me(name="Robin"))
        assert [(each.kind, each.name) for each in here(workspace)] == [
            ("cases", "2026-03-12 · Acme · Lead"),
            ("check_ins", "2026-03-12 · 4 · tired"),
            ("steps", "call"),
            ("people", "Ada"),
            ("me", "Robin"),
        ]

    def test_a_long_text_is_named_by_its_beginning(self, workspace):
        """A line of a list stays a line."""
        workspace.steps.add(Step(text="x" * 200))
        assert here(workspace)[0].name == "x" * 80

    def test_a_word_finds_what_holds_it(self):
        """Capitals and blanks do not matter, and the latest day comes first."""
        told = [
            Named("cases", str(n), f"2026-03-0{n} · {name}")
            for n, name in enumerate(["Acme", "Bolt", "ACME Ltd"], 1)
        ]
        assert [each.id for each in matching(told, " acme ")] == ["3", "1"]
        assert [each.id for each in matching(told, "")] == ["3", "2", "1"]
        assert matching(told, "none") == ()

    def test_a_word_is_looked_for_in_all_of_it(self, workspace, clock):
        """Also in the story, in a note, and beyond what fits into a line of the list."""
        day = clock().date()
        case = workspace.cases.add(
            Case(direction=Direction.SILENCE, happened_on=day, employer="Acme", story="the Atrium")
        )
        note = workspace.check_ins.add(
            CheckIn(mood=4, happened_on=day, note="x" * 100 + " atrium again")
        )
        workspace.steps.add(Step(text="call"))
        assert {each.id for each in matching(here(workspace), "ATRIUM")} == {case.id, note.id}
        assert matching(here(workspace), case.id) == ()

    def test_no_list_is_longer_than_can_be_read(self):
        """Of many that fit, the first thirty are offered."""
        told = [Named("steps", str(n), f"call {n:03}") for n in range(100)]
        found = matching(told, "call")
        assert len(found) == AT_ONCE == 30
        assert found[0].name == "call 099"


class TestDeletedEarlier:
    """What was deleted can still be in a safety copy, and is found there."""

    def test_what_is_here_is_not_deleted(self, on_disk, folder, told):
        """Nothing is offered twice."""
        assert told.id in {each.id for each in here(on_disk)}
        assert deleted_earlier(on_disk, folder) == ()

    def test_what_is_gone_here_is_found_in_the_copies(self, on_disk, folder, told):
        """A deleted case and its step are named, and marked as deleted."""
        gone = on_disk.delete_case(told.id)
        found = deleted_earlier(on_disk, folder)
        assert {each.id for each in found} == {each.id for each in gone}
        assert all(each.deleted for each in found)
        assert {each.kind for each in found} == {"cases", "steps"}

    def test_it_has_the_name_that_it_had_last(self, on_disk, folder, told, clock):
        """Renamed before it was deleted, it is found under the new name."""
        on_disk.cases.replace(told.model_copy(update={"employer": "Renamed Ltd"}))
        clock.forward(days=1)
        on_disk.check_ins.add(CheckIn(mood=5, happened_on=clock().date()))
        on_disk.delete_case(told.id)
        names = {each.name for each in deleted_earlier(on_disk, folder) if each.kind == "cases"}
        assert names == {"2026-03-12 · Renamed Ltd"}

    def test_a_copy_is_read_once_until_it_changes(self, on_disk, folder, told, monkeypatch):
        """Looking again costs nothing; what is taken out of a copy is no longer found."""
        on_disk.delete_case(told.id)
        found = deleted_earlier(on_disk, folder)
        read = []
        real = Backup.read
        monkeypatch.setattr(Backup, "read", lambda backup: read.append(backup) or real(backup))
        assert deleted_earlier(on_disk, folder) == found != ()
        assert read == []
        monkeypatch.undo()
        ids = named_with(on_disk, folder, told.id)
        on_disk.close()
        forget(folder, ids)
        assert deleted_earlier(on_disk, folder) == ()

    def test_what_this_version_cannot_read_is_not_gone(self, on_disk, folder, told, clock):
        """Records of a table that we do not know are here, and not among the deleted ones."""
        maps = on_disk._database.table("maps")
        maps.insert_multiple([{"id": "here"}, {"id": "gone"}])
        clock.forward(days=1)
        maps.remove(doc_ids=[2])
        assert [(each.kind, each.id) for each in deleted_earlier(on_disk, folder)] == [
            ("maps", "gone")
        ]

    def test_a_broken_copy_holds_nothing_up(self, on_disk, folder, told):
        """What cannot be read is passed over, and told as unreadable."""
        on_disk.delete_case(told.id)
        broken = folder.backups.all()[-1].path
        broken.write_bytes(b"{")
        assert [each.records for each in versions(folder)].count(None) == 1
        assert deleted_earlier(on_disk, folder)


class TestVersions:
    """Each kept version is told by how much it holds."""

    def test_the_newest_comes_first(self, on_disk, folder, told, clock):
        """Every version holds one check-in less than the next."""
        held = [each.records for each in versions(folder)]
        assert held == sorted(held, reverse=True)
        assert held[0] == 4 + 2
        assert all(each.backup.taken_at <= clock() for each in versions(folder))


class TestForgetting:
    """Deleted now, also from the copies: no byte of it is left."""

    @pytest.mark.parametrize("deleted_first", [False, True])
    def test_no_byte_of_a_case_is_left_in_the_folder(self, on_disk, home, told, deleted_first):
        """The case and its steps leave the file, the drafts and every copy, packed ones too."""
        folder = Folder(on_disk.path, on_disk.now)
        on_disk.drafts.keep(f"case:{told.id}", {"employer": EMPLOYER})
        on_disk.now.forward(days=40)
        on_disk.check_ins.add(CheckIn(mood=5, happened_on=on_disk.now().date()))
        assert any(each.packed for each in folder.backups.all())
        if deleted_first:
            on_disk.delete_case(told.id)
        assert len(holding(home, EMPLOYER)) > 2
        ids = named_with(on_disk, folder, told.id)
        on_disk.close()
        done = forget(folder, ids)
        assert done.versions >= 2
        assert done.left == ()
        for text in (EMPLOYER, STEP, told.id):
            assert holding(home, text) == set()

    def test_everything_else_stays(self, on_disk, open_again, home, folder, told):
        """Other records are untouched, here and in every copy that held them."""
        ids = named_with(on_disk, folder, told.id)
        kept = [each for each in here(on_disk) if each.id not in ids]
        others = {text: holding(home, text) for text in ("Ada", "stays")}
        on_disk.close()
        forget(folder, ids)
        assert list(here(open_again())) == kept
        assert {text: holding(home, text) for text in others} == others

    def test_a_step_goes_with_its_case_and_not_the_other_way(self, on_disk, folder, told):
        """Forgetting one step leaves the case; a case takes along steps deleted long ago."""
        (step,) = (each for each in on_disk.steps.all() if each.case_id == told.id)
        assert named_with(on_disk, folder, step.id) == (step.id,)
        on_disk.steps.remove(step.id)
        assert named_with(on_disk, folder, told.id) == (told.id, step.id)

    def test_looks_back_go_with_their_case_and_talks_with_their_application(
        self, on_disk, home, folder, told
    ):
        """What was learned of a choice, or of a talk, stays nowhere when it goes for good."""
        day = told.happened_on
        on_disk.look_backs.add(LookBack(case_id=told.id, happened_on=day, learned="ask twice"))
        sent = on_disk.applications.add(Application(role="Baker"))
        talk = Interview(application_id=sent.id, learned=("ovens are old",))
        on_disk.interviews.add(talk)
        names = {each.name for each in here(on_disk)}
        assert {f"{day} · ask twice", "Baker"} <= names
        ids = {*named_with(on_disk, folder, told.id), *named_with(on_disk, folder, sent.id)}
        on_disk.close()
        forget(folder, ids)
        for text in ("ask twice", "ovens are old"):
            assert holding(home, text) == set()

    def test_a_file_that_may_still_hold_a_step_is_named(self, on_disk, home, folder, told):
        """A copy that another program made is left to the person, also for a step's sake."""
        (step,) = (each for each in on_disk.steps.all() if each.case_id == told.id)
        stranger = home / "ajar (conflict).json"
        stranger.write_text(step.id, encoding="utf-8")
        done = forget(folder, named_with(on_disk, folder, told.id))
        assert [each.name for each in done.left] == [stranger.name]

    def test_a_copy_made_an_hour_later_is_clean(self, on_disk, open_again, home, told):
        """What was forgotten does not come back with the next save."""
        folder = Folder(on_disk.path, on_disk.now)
        ids = named_with(on_disk, folder, told.id)
        on_disk.close()
        forget(folder, ids)
        on_disk.now.forward(hours=2)
        copies = len(folder.backups.all())
        open_again().steps.add(Step(text="after"))
        assert len(folder.backups.all()) == copies + 1
        assert holding(home, EMPLOYER) == set()
