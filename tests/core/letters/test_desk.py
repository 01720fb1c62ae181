"""The desk: a letter begins with what is known, is kept whole or not at all, and has a fate."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.content.letters import common_words, kind_words
from core.errors import EditedElsewhereError
from core.letters.compose import compose
from core.letters.desk import (
    addressed_to,
    answered,
    archived,
    begin,
    choices_of,
    duplicate,
    facts_of,
    follow_up_of,
    held,
    keep,
    let_go,
    of_case,
    sent,
    told_before,
    unanswered,
    with_set_aside,
    with_version,
)
from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.letter import Letter, LetterState, Piece, Version, Weighed
from core.me import Me
from core.people import Person
from core.records import TEXT_LENGTH

every_kind = pytest.mark.parametrize("kind", Kind)
every_direction = pytest.mark.parametrize("direction", Direction)
DAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 13, 8, 0, tzinfo=UTC)
MINE = Letter(
    kind=Kind.FEEDBACK_REQUEST,
    to_name="Amara Bello",
    to_address="amara@example.org",
    subject="One question",
    body="Hi Amara,\n\nWhat could I practise?",
)


@pytest.fixture
def amara(workspace):
    """Who told the news, with an address."""
    return workspace.people.add(Person(name="Amara Bello", address="amara@example.org"))


@pytest.fixture
def tom(workspace):
    """Who put the person forward."""
    return workspace.people.add(Person(name="Tom Lind"))


@pytest.fixture
def case(workspace, amara, tom):
    """A case on which everything is known that letters use."""
    workspace.save_me(Me(name="Sam Reyes"))
    return workspace.cases.add(
        Case(
            direction=Direction.I_SAID_NO,
            happened_on=DAY,
            employer="Northwind",
            role="Analyst",
            contact_id=amara.id,
            referrer_id=tom.id,
            stages=(StageReached(stage=Stage.FINAL),),
            reasons_given=("location",),
            openness=Openness.SPECIFIC,
            core_line="The daily journey would not work for me.",
        )
    )


def as_data(*records):
    """Records as plain data, to see that nothing changes them."""
    return [each.model_dump() for each in records]


class TestBegin:
    """A new letter holds what is known, and nothing that is not."""

    @every_kind
    def test_a_letter_from_a_case_knows_it(self, workspace, case, kind, amara, tom):
        """Recipient, openness and what was told before are there at once, and the text with it."""
        letter = begin(workspace, kind, case, seed=7)
        person = tom if kind is Kind.REFERRER_NOTE else amara
        assert (letter.to_id, letter.to_name) == (person.id, person.name)
        assert letter.to_address == person.address
        assert (letter.case_id, letter.openness) == (case.id, Openness.SPECIFIC)
        assert (letter.id, letter.rev, letter.state) == ("", 0, LetterState.DRAFT)
        assert letter.seed == 7
        assert letter.facts == told_before(workspace, kind, case)
        composed = compose(choices_of(letter), facts_of(letter))
        assert (letter.pieces, letter.body) == (composed.pieces, composed.body)
        assert letter.subject == composed.subject != ""
        assert letter.body.endswith("\nSam Reyes")
        assert person.name.split()[0] in letter.body.splitlines()[0]

    @every_kind
    @every_direction
    def test_a_bare_case_of_any_direction_will_do(self, workspace, kind, direction):
        """Where only the direction is known, the letter begins without a recipient or a name."""
        case = workspace.cases.add(Case(direction=direction, happened_on=DAY))
        letter = begin(workspace, kind, case, seed=0)
        assert (letter.to_id, letter.to_name, letter.to_address) == ("", "", "")
        assert (letter.facts, letter.openness) == ({}, Openness.NONE)
        assert "me" in compose(choices_of(letter), facts_of(letter)).missing

    @every_kind
    def test_a_letter_needs_no_case(self, workspace, kind):
        """Without a case it belongs to none, and knows only who signs."""
        workspace.save_me(Me(name="Sam"))
        letter = begin(workspace, kind, None, seed=0)
        assert (letter.case_id, letter.to_id, letter.facts) == ("", "", {"me": "Sam"})

    def test_whoever_is_gone_is_nobody(self, workspace, case):
        """A person who is no longer in the workspace is not written to."""
        gone = case.model_copy(update={"contact_id": "gone"})
        assert begin(workspace, Kind.DECLINE, gone, seed=0).to_name == ""

    @every_kind
    def test_an_unknown_situation_is_the_usual_one(self, workspace, kind):
        """The first variant is the usual one; a known one is taken as it is."""
        variants = list(kind_words(kind).variants)
        assert begin(workspace, kind, None, "nonsense", seed=0).variant == (variants or [""])[0]
        for variant in variants:
            assert begin(workspace, kind, None, variant, seed=0).variant == variant

    @every_kind
    def test_what_most_people_want_is_on(self, workspace, kind):
        """Optional moves that are on are chosen, required ones are not among them."""
        chosen = begin(workspace, kind, None, seed=0).optional
        moves = {move.id: move for move in kind_words(kind).moves}
        assert all(moves[each].on and not moves[each].required for each in chosen)
        on = [each.id for each in moves.values() if each.on and not each.required]
        assert list(chosen) == on

    @pytest.mark.parametrize(
        ("goal", "tone"),
        [("", Tone.WARM), ("no_plans", Tone.DIRECT), ("recommended", Tone.FORMAL)],
    )
    def test_the_tone_goes_with_what_is_hoped_for(self, workspace, case, goal, tone):
        """Whoever has no plans there is short, who wants to be recommended is courteous."""
        hoped = case.model_copy(update={"goal": goal})
        assert begin(workspace, Kind.DECLINE, hoped, seed=0).tone is tone

    def test_beginning_keeps_nothing(self, workspace, case):
        """Who only looks at a letter leaves no trace."""
        before = workspace.revision
        begin(workspace, Kind.DECLINE, case, seed=0)
        assert workspace.revision == before


class TestToldBefore:
    """Nobody is asked twice."""

    @every_kind
    def test_what_the_kind_asks_for_and_the_case_knows(self, workspace, case, kind):
        """All of it that this kind asks for, and nothing else."""
        known = {
            "me": "Sam Reyes",
            "employer": "Northwind",
            "role": "Analyst",
            "core_line": "The daily journey would not work for me.",
            "event": common_words().events[Stage.FINAL],
            "told_there": "Amara Bello",
        }
        told = told_before(workspace, kind, case)
        reason = told.pop("reason_then", None)
        asked = {"me", *kind_words(kind).ask}
        assert told == {fact: text for fact, text in known.items() if fact in asked}
        assert bool(reason) == ("reason_then" in asked)

    @pytest.mark.parametrize("stage", [None, *Stage])
    def test_only_a_talk_or_a_task_is_something_to_take_part_in(self, workspace, case, stage):
        """After an application or an offer there is no event to thank for."""
        stages = (StageReached(stage=stage),) if stage else ()
        case = case.model_copy(update={"stages": stages})
        told = told_before(workspace, Kind.FEEDBACK_REQUEST, case)
        events = {Stage.FIRST_TALK, Stage.TASK, Stage.LATER_INTERVIEW, Stage.FINAL}
        assert ("event" in told) == (stage in events)

    @pytest.mark.parametrize(
        ("told", "noun"),
        [
            ({"openness": None}, "the daily journey"),
            ({"openness": None, "reasons_given": (), "reasons_true": ("culture",)}, None),
            ({"openness": None, "reasons_given": ("gone",)}, None),
            ({"openness": Openness.NONE, "reasons_true": ("culture",)}, None),
            ({"openness": Openness.SPECIFIC}, "the daily journey"),
            ({"openness": Openness.GENERIC, "core_line": "The timing is not right."}, "the timing"),
        ],
    )
    def test_going_back_names_only_the_reason_that_they_know_of(self, workspace, case, told, noun):
        """What was kept back from the employer stays so: the true reason is never filled in."""
        case = case.model_copy(update=told)
        assert told_before(workspace, Kind.REAPPROACH, case).get("reason_then") == noun


class TestKeep:
    """A letter, its person and its case are saved in one commit, or nothing is."""

    def test_a_new_person_is_made_once(self, workspace):
        """The recipient is known from now on, with the address; the next letter finds them."""
        one = keep(workspace, MINE)
        two = keep(workspace, MINE.model_copy(update={"body": "Another."}))
        (person,) = workspace.people.all()
        assert (person.name, person.address) == ("Amara Bello", "amara@example.org")
        assert one.to_id == two.to_id == person.id
        assert one.id != two.id

    @pytest.mark.parametrize("name", ["Amara Bello", "amara bello", "AMARA BELLO "])
    def test_a_known_person_is_found_by_name(self, workspace, amara, name):
        """However the name is written, and the person stays as they were."""
        kept = keep(
            workspace, MINE.model_copy(update={"to_name": name, "to_address": "b@x.example"})
        )
        assert kept.to_id == amara.id
        assert workspace.people.all() == (amara,)

    def test_an_address_is_filled_in(self, workspace, tom):
        """Who had no address has one now."""
        new = {"to_name": "tom lind", "to_address": "tom@example.org"}
        assert keep(workspace, MINE.model_copy(update=new)).to_id == tom.id
        assert workspace.people.get(tom.id).address == "tom@example.org"
        assert workspace.people.get(tom.id).name == "Tom Lind"

    def test_of_two_with_one_name_the_right_one_is_kept(self, workspace, amara):
        """Namesakes are told apart by whom the letter was for."""
        other = workspace.people.add(Person(name="Amara Bello", how_known="school"))
        kept = keep(workspace, MINE.model_copy(update={"to_id": other.id, "to_address": ""}))
        assert kept.to_id == other.id
        assert keep(workspace, MINE.model_copy(update={"to_id": "gone"})).to_id == amara.id

    def test_another_name_is_another_person(self, workspace, amara):
        """Who changes the name writes to somebody else, and renames nobody."""
        kept = keep(workspace, MINE.model_copy(update={"to_id": amara.id, "to_name": "Lena"}))
        assert workspace.people.get(kept.to_id).name == "Lena"
        assert workspace.people.get(amara.id) == amara

    @pytest.mark.parametrize("name", ["", "  "])
    def test_without_a_name_there_is_no_person(self, workspace, amara, name):
        """Nobody is made up for a letter without a recipient."""
        kept = keep(workspace, MINE.model_copy(update={"to_name": name, "to_id": amara.id}))
        assert kept.to_id == ""
        assert workspace.people.all() == (amara,)

    def test_the_case_says_the_same(self, workspace, case):
        """What all letters of a case say alike is kept on it."""
        letter = begin(workspace, Kind.DECLINE, case, seed=0)
        change = {"openness": "generic", "core_line": "The hours would not fit.", "sting": 2}
        keep(workspace, letter, change)
        stored = workspace.cases.get(case.id)
        assert stored.openness is Openness.GENERIC
        assert (stored.core_line, stored.sting) == ("The hours would not fit.", 2)
        assert stored.employer == case.employer

    def test_without_a_case_there_is_nothing_to_say_alike(self, workspace):
        """A letter of no case, or of one that is gone, is kept all the same."""
        assert keep(workspace, MINE, {"openness": "none"}).id
        gone = MINE.model_copy(update={"case_id": "gone", "body": "Gone."})
        assert keep(workspace, gone, {"openness": "none"}).id

    def test_a_double_click_keeps_one(self, workspace, case):
        """The second click makes no second letter and no second person."""
        letter = begin(workspace, Kind.DECLINE, case, seed=0)
        letter = letter.model_copy(update={"to_name": "New Name", "to_address": ""})
        first = keep(workspace, letter, {"core_line": "So."})
        revision = workspace.revision
        assert keep(workspace, letter, {"core_line": "So."}) == first
        found = letter.model_copy(update={"to_id": first.to_id})
        assert keep(workspace, found, {"core_line": "So."}) == first
        assert workspace.revision == revision
        assert workspace.letters.all() == (first,)

    @pytest.mark.parametrize(
        "done",
        [
            lambda letter, now: sent(letter, DAY, "email", DAY, now),
            lambda letter, now: held(letter, now + timedelta(days=1)),
            lambda letter, now: with_set_aside(letter, [("s", "before")], now),
        ],
    )
    def test_a_double_click_on_a_step_keeps_one(self, workspace, clock, done):
        """Each click has its own moment, and the first one counts."""
        first = keep(workspace, done(MINE, workspace.now()))
        clock.forward(seconds=0.3)
        assert keep(workspace, done(MINE, workspace.now())) == first
        assert workspace.letters.all() == (first,)

    @pytest.mark.parametrize(
        "other",
        [
            {"kind": Kind.STATUS_CHECK},
            {"to_name": "Lena"},
            {"subject": "Other"},
            {"body": "Other."},
            {"facts": {"me": "Sam"}},
            {"state": LetterState.READY},
            {"case_id": "c"},
        ],
    )
    def test_another_letter_right_after_is_no_double_click(self, workspace, other):
        """What differs in what it says, to whom, or where it stands is a letter of its own."""
        keep(workspace, MINE)
        keep(workspace, MINE.model_copy(update=other))
        assert len(workspace.letters.all()) == 2

    @pytest.mark.parametrize("known", [False, True])
    def test_a_text_that_is_too_long_is_kept_as_far_as_it_goes(self, workspace, known):
        """The first 20,000 characters are saved, new or known, and nothing breaks."""
        letter = keep(workspace, MINE) if known else MINE
        long = "x" * TEXT_LENGTH
        kept = keep(workspace, sent(letter, DAY, "email", None, NOW))
        kept = keep(workspace, kept.model_copy(update={"body": f"{long} and more"}))
        assert workspace.letters.get(kept.id).body == long

    def test_a_while_later_it_is_another_letter(self, workspace, clock):
        """The same words on purpose are two letters."""
        keep(workspace, MINE)
        clock.forward(seconds=4)
        keep(workspace, MINE)
        assert len(workspace.letters.all()) == 2

    def test_in_a_conflict_nothing_is_saved(self, on_disk, open_again):
        """Where another window changed the letter, neither person nor case nor letter changes."""
        case = on_disk.cases.add(Case(direction=Direction.I_SAID_NO, happened_on=DAY))
        mine = keep(on_disk, MINE.model_copy(update={"case_id": case.id, "to_address": ""}))
        person = on_disk.people.get(mine.to_id)
        other = open_again()
        theirs = keep(other, mine.model_copy(update={"body": "Theirs."}))
        for change in ({"to_name": "Somebody New"}, {"to_address": "a@example.org"}):
            edited = mine.model_copy(update={"body": "Mine.", **change})
            with pytest.raises(EditedElsewhereError):
                keep(on_disk, edited, {"core_line": "Changed."})
        third = open_again()
        assert third.people.all() == (person,)
        assert third.cases.all() == (case,)
        assert third.letters.all() == (theirs,)

    def test_a_kept_letter_is_changed_in_place(self, workspace):
        """Saving again makes no second letter."""
        kept = keep(workspace, MINE)
        again = keep(workspace, kept.model_copy(update={"body": "Anew."}))
        assert workspace.letters.all() == (again,)
        assert (again.id, again.rev, again.body) == (kept.id, kept.rev + 1, "Anew.")


class TestFate:
    """Writing, sending and what comes of it are steps, and each leaves its input as it was."""

    def test_sent(self):
        """The day, the way and the follow-up are noted, and the words kept; nothing is held."""
        before = held(MINE, LATER)
        letter = sent(before, DAY, "email", DAY, NOW)
        assert (letter.state, letter.sent_on, letter.sent_by) == (LetterState.SENT, DAY, "email")
        assert (letter.follow_up_on, letter.held_until) == (DAY, None)
        kept = Version(kept_at=NOW, subject=MINE.subject, body=MINE.body)
        assert letter.versions == (kept,)
        assert letter.is_out
        assert (before.state, before.versions) == (LetterState.HELD, ())

    def test_held_and_let_go(self):
        """A held letter waits for its moment; let go, it is being written again."""
        letter = held(MINE, LATER)
        assert (letter.state, letter.held_until) == (LetterState.HELD, LATER)
        ready = MINE.model_copy(update={"state": LetterState.READY})
        assert let_go(letter) == let_go(ready) == MINE
        assert not letter.is_out

    def test_answered(self):
        """The answer is kept, and nothing more is due."""
        letter = answered(sent(MINE, DAY, "email", DAY, NOW), DAY, "yes", "With pleasure.")
        assert letter.state is LetterState.ANSWERED
        assert (letter.replied_on, letter.reply_was, letter.reply) == (DAY, "yes", "With pleasure.")
        assert letter.follow_up_on is None
        assert letter.sent_on == DAY
        assert letter.is_out

    def test_unanswered(self):
        """Silence ends it, and nothing more is due."""
        letter = unanswered(sent(MINE, DAY, "email", DAY, NOW))
        assert (letter.state, letter.follow_up_on) == (LetterState.NO_REPLY, None)
        assert letter.sent_on == DAY
        assert letter.is_out

    def test_the_same_words_are_one_version(self):
        """A version is kept for new words only, against the latest one."""
        once = with_version(MINE, NOW)
        assert with_version(once, LATER) == once
        other = with_version(once.model_copy(update={"subject": "Other"}), LATER)
        back = with_version(other.model_copy(update={"subject": MINE.subject}), LATER)
        assert [each.subject for each in back.versions] == ["One question", "Other", "One question"]
        assert [each.kept_at for each in back.versions] == [NOW, LATER, LATER]

    def test_what_was_set_aside_is_a_version(self):
        """Replaced texts are kept in their order, and the letter itself says what it said."""
        texts = [("s", "one"), ("s", "one"), ("s", "two")]
        letter = with_set_aside(with_version(MINE, NOW), texts, LATER)
        assert [each.body for each in letter.versions] == [MINE.body, "one", "two"]
        assert (letter.subject, letter.body) == (MINE.subject, MINE.body)
        assert with_set_aside(MINE, [], NOW) == MINE

    def test_archived_and_taken_out_again(self):
        """Putting away changes nothing else."""
        assert archived(MINE, NOW).archived_at == NOW
        assert archived(archived(MINE, NOW), None) == MINE

    def test_a_duplicate_has_the_words_and_none_of_the_fate(self):
        """It is a new draft: what was written and chosen is there, what became of it is not."""
        written = {
            "kind": Kind.REAPPROACH,
            "case_id": "c",
            "to_id": "p",
            "to_name": "Amara",
            "to_address": "a@example.org",
            "variant": "v",
            "tone": Tone.FORMAL,
            "firmness": Firmness.FIRM,
            "openness": Openness.GENERIC,
            "facts": {"me": "Sam"},
            "optional": ("fit",),
            "seed": 5,
            "turns": {"fit": 2},
            "pieces": (Piece(move="fit", text="So."),),
            "subject": "S",
            "body": "B",
            "recent_on": DAY,
            "tags": ("pay",),
            "weighed": Weighed.YES,
        }
        fate = {
            "id": "l",
            "rev": 3,
            "created_at": NOW,
            "updated_at": NOW,
            "state": LetterState.ANSWERED,
            "held_until": LATER,
            "sent_on": DAY,
            "sent_by": "email",
            "follow_up_on": DAY,
            "follows_id": "f",
            "reply": "R",
            "replied_on": DAY,
            "reply_was": "no",
            "versions": (Version(kept_at=NOW, subject="s", body="b"),),
            "archived_at": NOW,
        }
        assert {*written, *fate} == set(Letter.model_fields)
        letter = Letter(**written, **fate)
        before = letter.model_dump()
        assert duplicate(letter) == Letter(**written)
        assert letter.model_dump() == before

    def test_nothing_changes_its_input(self):
        """Whatever is done, the letter that was given stays as it was."""
        letter = with_version(MINE, NOW).model_copy(update={"facts": {"me": "Sam"}})
        before = as_data(letter)
        sent(letter, DAY, "email", None, NOW)
        answered(letter, DAY, "yes", "x")
        with_set_aside(letter, [("a", "b")], NOW)
        addressed_to(letter, letter)
        for change in (unanswered, let_go, duplicate):
            change(letter)
        assert as_data(letter) == before


class TestAroundACase:
    """The letters of a case, and the one that follows another."""

    def test_the_latest_letter_of_a_case_comes_first(self):
        """Letters of other cases and of none are left out."""
        letters = [Letter(id=n, kind=Kind.DECLINE, case_id=c) for n, c in ("1a", "2b", "3a", "4 ")]
        letters.append(Letter(id="5", kind=Kind.DECLINE))
        assert [each.id for each in of_case(letters, "a")] == ["3", "1"]
        assert of_case(letters, "") == ()

    @pytest.mark.parametrize(
        ("kind", "variant"),
        [
            (Kind.FEEDBACK_REQUEST, "after_feedback_request"),
            (Kind.REAPPROACH, "after_reapproach"),
            (Kind.INFORMATIONAL_TALK, "after_talk_request"),
            (Kind.REAPPLY, "after_application"),
        ],
    )
    def test_a_follow_up_goes_into_the_same_thread(self, workspace, case, kind, variant):
        """To the same person, about the same thing, and it is known what it follows."""
        other = {"to_name": "Lena Roth", "to_address": "lena@example.org", "subject": "Hello"}
        first = keep(workspace, begin(workspace, kind, case, seed=3).model_copy(update=other))
        letter = follow_up_of(workspace, first)
        assert (letter.kind, letter.variant) == (Kind.STATUS_CHECK, variant)
        assert (letter.to_id, letter.to_name) == (first.to_id, "Lena Roth")
        assert letter.to_address == "lena@example.org"
        assert (letter.case_id, letter.follows_id) == (case.id, first.id)
        assert letter.subject == "Re: Hello"
        assert "Lena" in letter.body.splitlines()[0]
        assert "Amara" not in letter.body
        assert letter.pieces == compose(choices_of(letter), facts_of(letter)).pieces
        assert letter.id == ""

    @pytest.mark.parametrize(
        ("subject", "follows"),
        [("Hello", "Re: Hello"), ("Re: Hello", "Re: Hello"), ("RE: Hello", "RE: Hello")],
    )
    def test_re_stands_once(self, workspace, subject, follows):
        """A thread is not marked twice."""
        first = MINE.model_copy(update={"subject": subject})
        assert follow_up_of(workspace, first).subject == follows

    def test_a_long_subject_can_still_be_followed(self, workspace):
        """With its mark a subject is not too long to be kept."""
        letter = follow_up_of(workspace, MINE.model_copy(update={"subject": "x" * 200}))
        assert keep(workspace, letter).subject == "Re: " + "x" * 196

    def test_without_a_subject_the_follow_up_has_its_own(self, workspace):
        """Where there is no thread by name, the subject says what it is about."""
        letter = follow_up_of(workspace, MINE.model_copy(update={"subject": ""}))
        assert letter.subject == compose(choices_of(letter), facts_of(letter)).subject != ""

    def test_addressed_to_somebody_else(self, workspace, case):
        """The greeting follows, and the first letter stays as it was."""
        letter = begin(workspace, Kind.DECLINE, case, seed=1)
        before = as_data(letter)
        moved = addressed_to(letter, Letter(kind=Kind.DECLINE, to_id="p", to_name="Jo Roth"))
        assert (moved.to_id, moved.to_name, moved.to_address) == ("p", "Jo Roth", "")
        assert "Jo" in moved.pieces[0].text
        assert moved.body == compose(choices_of(moved), facts_of(moved)).body
        assert as_data(letter) == before
