"""Merging two cards: no word and no contact is lost, and it can be turned back to the letter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.errors import EditedElsewhereError, NotFoundError
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.merge import TooMuchError, differing, merge, merged, proposed
from core.network.sprint import Stands, sprint_now
from core.network.talks import Talk
from core.network.touchpoints import Channel, Give, GiveKind, Touchpoint
from core.network.turned import turn_back
from core.people import Circle, Closeness, Help, Person
from core.records import TEXT_LENGTH
from core.storage.memory import MemoryStorage
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 18, tzinfo=UTC)
TOUCHES = st.tuples(st.integers(0, 1), st.integers(0, 60), st.sampled_from(Channel))
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
WORDS = st.sampled_from(["", "leeds", "leeds trust", "York", "Zoë", "\u05d0\u05d1", "a / b"])
LISTED = st.lists(WORDS.filter(bool), unique=True, max_size=3).map(tuple)
CARDS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Amara", "Amara Okafor", "A. Okafor"]),
        **dict.fromkeys(["how_known", "organisation", "role", "address", "phone", "link"], WORDS),
        **dict.fromkeys(["cares_about", "could_give", "notes"], WORDS),
        **dict.fromkeys(["tags", "knows", "may_know_of"], LISTED),
        **dict.fromkeys(["known_since", "last_before", "stopped_on", "archived_on"], DAYS),
        "circle": st.none() | st.sampled_from(Circle),
        "closeness": st.none() | st.sampled_from(Closeness),
        "helps": st.lists(st.sampled_from(Help), unique=True, max_size=2).map(tuple),
        "made_shift": st.booleans(),
    }
)


def said(record):
    """What a record says, without the stamps of its last change."""
    return record.model_dump(exclude={"rev", "updated_at"})


def tell(person):
    """Every word on a card, in small letters."""
    return set(" ".join(person.own_words).casefold().split())


@pytest.fixture
def pair(workspace):
    """Two cards of one person."""
    one = workspace.people.add(Person(name="Amara", organisation="Leeds trust"))
    return one, workspace.people.add(Person(name="Amara Okafor", organisation="York"))


class TestCard:
    """One card of two."""

    @settings(max_examples=50)
    @given(CARDS, CARDS)
    def test_no_word_is_lost(self, mine, theirs):
        """Whatever stands on either card stands on the one that is left, and nothing else."""
        kept, gone = Person(id="1" * 32, **mine), Person(id="2" * 32, **theirs)
        card = merged(kept, gone)
        assert tell(card) - {"\u00b7"} == tell(kept) | tell(gone)
        assert card.id == kept.id
        assert set(card.helps) == {*kept.helps, *gone.helps}
        assert card.made_shift == (kept.made_shift or gone.made_shift)

    @settings(max_examples=50)
    @given(CARDS, CARDS, st.data())
    def test_what_is_chosen_stands(self, mine, theirs, data):
        """For each line in which two differ, either one may be chosen."""
        kept, gone = Person(id="1" * 32, **mine), Person(id="2" * 32, **theirs)
        chosen = {name: data.draw(st.sampled_from([kept, gone])) for name in differing(kept, gone)}
        card = merged(kept, gone, {name: each.id for name, each in chosen.items()})
        for name, each in chosen.items():
            assert getattr(card, name) == getattr(each, name)
        assert tell(card) >= tell(kept) | tell(gone)

    @settings(max_examples=50)
    @given(CARDS)
    def test_two_alike_are_one_of_them(self, mine):
        """Nothing is told twice."""
        kept = Person(id="1" * 32, **mine)
        assert merged(kept, kept.model_copy(update={"id": "2" * 32})) == kept

    def test_the_fuller_name_and_what_was_written_last_are_proposed(self, workspace, clock):
        """A long name is nearer the truth, and so is a new workplace."""
        one = workspace.people.add(Person(name="Amara Okafor", organisation="York"))
        clock.forward(days=1)
        later = workspace.people.add(Person(name="Amara", organisation="Leeds"))
        assert proposed(one, later) == {"name": one.id, "organisation": later.id}

    def test_days_stand_as_they_bind(self):
        """The first day they met, the last they spoke; put away only where both cards are."""
        early, late = TODAY - timedelta(days=9), TODAY
        one = Person(name="A", known_since=late, last_before=early, archived_on=late)
        card = merged(one, Person(name="A", known_since=early, last_before=late, stopped_on=early))
        assert (card.known_since, card.last_before) == (early, late)
        assert card.archived_on is None
        assert card.stopped_on == early

    def test_nobody_introduced_themselves(self):
        """And nobody is said to be somebody else than they are."""
        kept, gone, third = "1" * 32, "2" * 32, "3" * 32
        one = Person(id=kept, name="A", introduced_by=gone, apart_from=(gone, third))
        card = merged(one, Person(id=gone, name="A", apart_from=(kept,)))
        assert (card.introduced_by, card.apart_from) == ("", (third,))

    def test_whoever_brought_them_together_with_others_is_kept(self):
        """Where one card has the other itself for that, the third one stands."""
        kept, gone, third = "1" * 32, "2" * 32, "3" * 32
        one = Person(id=kept, name="A", introduced_by=gone)
        other = Person(id=gone, name="A", introduced_by=third)
        assert merged(one, other).introduced_by == third
        assert merged(other, one).introduced_by == third

    def test_what_a_newer_version_wrote_stays(self):
        """Fields that this version does not know are kept, of both."""
        one = Person.model_validate({"name": "A", "hat": "red"})
        card = merged(one, Person.model_validate({"name": "A", "hat": "blue", "shoe": "left"}))
        assert card.model_extra == {"hat": "red", "shoe": "left"}

    def test_more_than_a_card_holds_is_said(self):
        """Nothing is cut in silence."""
        one = Person(name="A", notes="a" * TEXT_LENGTH)
        with pytest.raises(TooMuchError):
            merged(one, Person(name="A", notes="b"))


class TestPointers:
    """Everything that named one names the other."""

    def test_all_that_pointed_to_one_points_to_the_other(self, workspace, pair):
        """Contacts, gives, talks, letters, cases, whom they introduced, and worksheets."""
        kept, gone = pair
        touch = workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        give = workspace.gives.add(
            Give(person_id=gone.id, happened_on=TODAY, kind=GiveKind.SHARED, what="An ad")
        )
        talk = workspace.talks.add(Talk(person_id=gone.id))
        letter = workspace.letters.add(Letter(kind=Kind.STATUS_CHECK, to_id=gone.id))
        case = workspace.cases.add(
            Case(
                direction=Direction.THEY_SAID_NO,
                happened_on=TODAY,
                contact_id=gone.id,
                referrer_id=gone.id,
            )
        )
        third = workspace.people.add(Person(name="Tom", introduced_by=gone.id))
        run = workspace.runs.add(
            WorksheetRun(
                worksheet="sprint",
                happened_on=TODAY,
                answers={"who": [gone.id, kept.id], f"plan.{gone.id}.day": 2},
                kept=(f"people:amara:abc:{gone.id}|x=1",),
            )
        )
        merge(workspace, kept, gone)
        assert workspace.people.find(gone.id) is None
        assert workspace.touchpoints.get(touch.id).person_id == kept.id
        assert workspace.gives.get(give.id).person_id == kept.id
        assert workspace.talks.get(talk.id).person_id == kept.id
        assert workspace.letters.get(letter.id).to_id == kept.id
        moved = workspace.cases.get(case.id)
        assert (moved.contact_id, moved.referrer_id) == (kept.id, kept.id)
        assert workspace.people.get(third.id).introduced_by == kept.id
        walked = workspace.runs.get(run.id)
        assert walked.answers == {"who": [kept.id], f"plan.{kept.id}.day": 2}
        assert walked.kept == (f"people:amara:abc:{kept.id}|x=1",)

    def test_it_is_one_commit(self, workspace, pair, monkeypatch):
        """Another window sees two cards or one, never something between."""
        kept, gone = pair
        workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        saved = []
        save = MemoryStorage._save
        monkeypatch.setattr(MemoryStorage, "_save", lambda *a: (saved.append(1), save(*a))[1])
        turned = merge(workspace, kept, gone)
        assert len(saved) == 1
        turn_back(workspace, turned)
        assert len(saved) == 2

    def test_a_safety_copy_is_kept(self, on_disk, home):
        """As before every deletion."""
        kept, gone = (on_disk.people.add(Person(name="Amara")) for _ in range(2))
        merge(on_disk, kept, gone)
        assert any("removal" in each.name for each in (home / "backups").iterdir())

    @pytest.mark.parametrize("which", [0, 1])
    def test_a_card_that_was_changed_meanwhile_is_not_written_over(self, workspace, pair, which):
        """Nothing is merged then, and both cards are as they were."""
        workspace.people.replace(pair[which].model_copy(update={"role": "Nurse"}))
        before = workspace.people.all()
        with pytest.raises(EditedElsewhereError):
            merge(workspace, *pair)
        assert workspace.people.all() == before

    def test_a_card_that_is_gone_is_not_merged(self, workspace, pair):
        """A second click finds nothing to do."""
        merge(workspace, *pair)
        with pytest.raises(NotFoundError):
            merge(workspace, *pair)


class TestOneRun:
    """Both stand in one worksheet, as happens where a sprint begins with everybody."""

    GIFTS = ("the Leeds list", "an article on data")
    SHEET = worksheet_in("sprint.toml")

    @pytest.fixture
    def run(self, workspace, pair):
        """A sprint with both, a gift for each and an ask for one of them."""
        for each, closeness in zip(pair, (Closeness.WARM, Closeness.WEAK), strict=True):
            workspace.people.replace(each.model_copy(update={"closeness": closeness}))
        ids = [each.id for each in pair]
        gifts = {f"give.{id_}.give": gift for id_, gift in zip(ids, self.GIFTS, strict=True)}
        letters = {f"letters.{ids[1]}.letter": "ask_for_leads"}
        run = begin(workspace, self.SHEET, None, TODAY, {"five": ids, **gifts, **letters})
        run = finish(workspace, run.id, TODAY)
        offers = offers_of(workspace, run, Answers(self.SHEET, run.answers), NOW)
        return take_up(workspace, run, {each.keep.id: each.proposals for each in offers})

    @pytest.mark.parametrize("turned", [False, True])
    @pytest.mark.parametrize("name", [0, 1])
    def test_every_word_of_both_rows_stays(self, workspace, pair, run, turned, name):
        """And both rows stand for the one card, whichever is kept and whatever it is called."""
        pair = [workspace.people.get(each.id) for each in pair]
        kept, gone = reversed(pair) if turned else pair
        workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        turned_back = merge(workspace, kept, gone, {"name": pair[name].id})
        after = workspace.runs.get(run.id)
        assert after.answers == run.answers
        contacts = sprint_now(workspace, TODAY).contacts
        assert [each.person.id for each in contacts] == [kept.id, kept.id]
        assert {each.note.give for each in contacts} == set(self.GIFTS)
        assert {each.stands for each in contacts} == {Stands.WRITTEN}
        offers = offers_of(workspace, after, Answers(self.SHEET, after.answers), NOW)
        assert not [
            each for offer in offers for each in offer.proposals if offer.keep.id == "people"
        ]
        turn_back(workspace, turned_back)
        assert workspace.runs.get(run.id).kept == run.kept

    def test_two_rows_that_say_the_same_are_one(self, workspace, pair):
        """Nothing is told twice."""
        kept, gone = pair
        ids = [each.id for each in pair]
        answers = {"five": ids, **{f"letters.{each}.letter": "ask_for_leads" for each in ids}}
        run = WorksheetRun(worksheet="sprint", happened_on=TODAY, answers=answers)
        run = workspace.runs.add(run)
        merge(workspace, kept, gone)
        assert workspace.runs.get(run.id).answers == {
            "five": [kept.id],
            f"letters.{kept.id}.letter": "ask_for_leads",
        }

    @settings(max_examples=40)
    @given(
        st.dictionaries(st.tuples(st.integers(0, 1), st.sampled_from("ab")), st.text(max_size=3))
    )
    def test_no_answer_is_lost(self, cells):
        """Whatever stands in the rows of two who become one."""
        workspace = Workspace.in_memory(lambda: NOW)
        pair = [workspace.people.add(Person(name="Amara")) for _ in range(2)]
        answers = {f"t.{pair[who].id}.{column}": text for (who, column), text in cells.items()}
        run = workspace.runs.add(WorksheetRun(worksheet="x", happened_on=TODAY, answers=answers))
        before = workspace.runs.get(run.id).answers
        merge(workspace, *pair)
        assert {*workspace.runs.get(run.id).answers.values()} == {*before.values()}


class TestContacts:
    """The clock of the one card."""

    @settings(max_examples=40)
    @given(
        st.lists(TOUCHES, max_size=6),
        st.lists(st.tuples(st.integers(0, 1), st.integers(0, 60)), max_size=3),
    )
    def test_the_last_contact_is_the_later_of_both(self, touches, letters):
        """And none is lost: there are as many as before, on the one card."""
        workspace = Workspace.in_memory(lambda: NOW)
        pair = [workspace.people.add(Person(name="Amara")) for _ in range(2)]
        for whose, days, channel in touches:
            on = TODAY - timedelta(days=days)
            workspace.touchpoints.add(
                Touchpoint(person_id=pair[whose].id, happened_on=on, channel=channel)
            )
        for whose, days in letters:
            on = TODAY - timedelta(days=days)
            workspace.letters.add(
                Letter(
                    kind=Kind.STATUS_CHECK, to_id=pair[whose].id, state=LetterState.SENT, sent_on=on
                )
            )
        before = contacts_by_person(workspace)
        records = _records(workspace)
        turned = merge(workspace, *pair)
        both = [before.get(each.id, NONE_YET) for each in pair]
        now = contacts_by_person(workspace).get(pair[0].id, NONE_YET)
        assert now.last_on == max(filter(None, (each.last_on for each in both)), default=None)
        assert now.heard_on == max(filter(None, (each.heard_on for each in both)), default=None)
        assert len(workspace.touchpoints.all()) == len(touches)
        turn_back(workspace, turned)
        assert _records(workspace) == records


class TestTurningBack:
    """Undo in one step."""

    def test_what_was_noted_since_stays(self, workspace, pair):
        """A new contact stays with the card that was kept; the old one goes back."""
        kept, gone = pair
        old = workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        turned = merge(workspace, kept, gone)
        new = workspace.touchpoints.add(Touchpoint(person_id=kept.id, happened_on=TODAY))
        turn_back(workspace, turned)
        assert said(workspace.touchpoints.get(old.id)) == said(old)
        assert workspace.touchpoints.get(new.id) == new
        assert workspace.people.get(gone.id) == gone

    def test_another_window_that_saw_it_between_writes_over_nothing(self, workspace, pair):
        """What was typed after the undo stands, and the name is the old one."""
        kept, gone = pair
        turned = merge(workspace, kept, gone)
        seen = workspace.people.get(kept.id)
        turn_back(workspace, turned)
        back = workspace.people.get(kept.id)
        workspace.people.replace(back.model_copy(update={"notes": "Typed since"}))
        with pytest.raises(EditedElsewhereError):
            workspace.people.replace(seen.model_copy(update={"role": "Nurse"}))
        now = workspace.people.get(kept.id)
        assert (now.name, now.notes) == (kept.name, "Typed since")

    def test_what_was_changed_since_is_not_lost(self, workspace, pair):
        """Other fields go back to what they were, the changed one keeps its new words."""
        kept, gone = pair
        old = workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        turned = merge(workspace, kept, gone)
        card = workspace.people.get(kept.id)
        workspace.people.replace(card.model_copy(update={"role": "Nurse"}))
        moved = workspace.touchpoints.get(old.id)
        workspace.touchpoints.replace(moved.model_copy(update={"note": "Tea"}))
        turn_back(workspace, turned)
        now = workspace.people.get(kept.id)
        assert (now.name, now.role) == (kept.name, "Nurse")
        back = workspace.touchpoints.get(old.id)
        assert (back.person_id, back.note) == (gone.id, "Tea")

    def test_a_field_that_was_written_anew_keeps_that(self, workspace, pair):
        """The merge changed the name, then the person did: theirs stands."""
        kept, gone = pair
        turned = merge(workspace, kept, gone)
        card = workspace.people.get(kept.id)
        workspace.people.replace(card.model_copy(update={"name": "Amara O."}))
        turn_back(workspace, turned)
        now = workspace.people.get(kept.id)
        assert (now.name, now.organisation) == ("Amara O.", kept.organisation)

    def test_what_was_deleted_since_stays_deleted(self, workspace, pair):
        """An undo brings back what it took, and nothing else."""
        kept, gone = pair
        old = workspace.touchpoints.add(Touchpoint(person_id=gone.id, happened_on=TODAY))
        turned = merge(workspace, kept, gone)
        workspace.delete(workspace.touchpoints.get(old.id))
        turn_back(workspace, turned)
        assert workspace.touchpoints.all() == ()
        assert workspace.people.get(gone.id) == gone

    def test_another_window_cannot_bring_back_what_it_did_not_take(self, open_again, monkeypatch):
        """What went for good stays gone: only the window that merged can undo it."""
        first = open_again()
        pair = [first.people.add(Person(name="Amara")) for _ in range(2)]
        turned = merge(first, *pair)
        first.close()
        with pytest.raises(NotFoundError):
            turn_back(open_again(), turned)


def _records(workspace):
    """Every record as it would be written, stamps left out, by its kind and id."""
    return {
        (home.name, each.id): said(each) for home in workspace.collections for each in home.all()
    }
