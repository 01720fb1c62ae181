"""Drafting: a letter goes into the fields of a form and comes back as it was."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.letters import kind_words
from core.letters.compose import body_of, compose
from core.letters.desk import choices_of, facts_of
from core.letters.drafting import (
    ON_THE_CASE,
    answers_of,
    as_fields,
    case_change,
    fact_field,
    followed,
    plan_of,
    written,
)
from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.letter import Letter, LetterState, Weighed
from core.records import TEXT_LENGTH
from tests.core.letters.plausible_facts import answers

every_kind = pytest.mark.parametrize("kind", Kind)
lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip)
CASE = Case(
    direction=Direction.I_SAID_NO,
    happened_on="2026-03-12",
    rapport=2,
    later_interest=0,
    sting=1,
    openness=Openness.GENERIC,
    openness_why="It is enough.",
    core_line="The hours would not fit.",
)


def letter_of(kind, seed=0, **more):
    """A letter as it is when its questions are answered."""
    words = kind_words(kind)
    facts = answers(kind, seed)
    to_name = facts.pop("contact")
    known = {
        "facts": facts,
        "to_name": to_name,
        "seed": seed,
        "variant": next(iter(words.variants), ""),
    }
    optional = tuple(move.id for move in words.moves if not move.required)
    letter = Letter(kind=kind, **known | {"optional": optional} | more)
    composed = compose(choices_of(letter), facts_of(letter))
    text = {"pieces": composed.pieces, "subject": composed.subject, "body": composed.body}
    return letter.model_copy(update=text)


def through_json(fields):
    """The fields as a draft on disk gives them back."""
    return json.loads(json.dumps(fields))


class TestRoundTrip:
    """Nothing that was told or written is lost on the way."""

    @every_kind
    @settings(max_examples=25, deadline=None)
    @given(data=st.data())
    def test_a_letter_comes_back_as_it_was(self, kind, data):
        """Facts, choices, texts and turns of every kind survive the form and its file."""
        asked = ("me", *kind_words(kind).ask)
        moves = [move.id for move in kind_words(kind).moves]
        told = data.draw(st.dictionaries(st.sampled_from(asked), lines))
        letter = letter_of(
            kind,
            facts={fact: text for fact, text in told.items() if text},
            to_name=data.draw(lines),
            to_address=data.draw(lines),
            tone=data.draw(st.sampled_from(Tone)),
            firmness=data.draw(st.sampled_from(Firmness)),
            openness=data.draw(st.sampled_from(Openness)),
            optional=tuple(data.draw(st.lists(st.sampled_from(moves), unique=True))),
            turns=data.draw(st.dictionaries(st.sampled_from(moves), st.integers(0, 9))),
            tags=data.draw(st.sampled_from([None, (), ("pay", "hours")])),
            weighed=data.draw(st.sampled_from([None, *Weighed])),
            rev=data.draw(st.integers(0, 9)),
            case_id="c",
        )
        letter = letter.model_copy(update={"subject": data.draw(lines), "body": data.draw(lines)})
        fields = through_json(answers_of(letter, CASE))
        empty = Letter(kind=kind, case_id="c")
        assert written(empty, fields) == letter
        assert written(letter, fields) == letter

    def test_what_became_of_it_is_not_asked_and_stays(self):
        """State, versions and the like are no questions; a form never changes them."""
        letter = letter_of(
            Kind.DECLINE, id="l", state=LetterState.HELD, reply="Thanks.", case_id="c"
        )
        back = written(letter, {fact_field("role"): "Nurse", "body": "Hi"})
        assert (back.id, back.state, back.reply, back.case_id) == ("l", "held", "Thanks.", "c")
        assert (back.facts, back.body, back.subject) == ({"role": "Nurse"}, "Hi", "")

    @pytest.mark.parametrize("rest", [" ", "\n", "\n\n  ", "\u00a0", " x \t"])
    def test_the_last_blank_survives(self, rest):
        """Who is in the middle of a word gap does not lose it while typing."""
        letter = letter_of(Kind.DECLINE)
        fields = answers_of(letter, None) | {"body": f"{rest}Hi Amara,{rest}"}
        assert written(letter, fields).body == f"{rest}Hi Amara,{rest}"

    def test_a_letter_may_be_too_long_while_it_is_written(self):
        """More than can be kept is no reason to break while it stands in the editor."""
        long = "word " * TEXT_LENGTH
        fields = answers_of(letter_of(Kind.DECLINE), None) | {"body": long, "subject": "s" * 300}
        back = written(letter_of(Kind.DECLINE), fields)
        assert back.body == long
        assert back.subject == "s" * 200

    @pytest.mark.parametrize("empty", [None, "", "  "])
    def test_an_empty_answer_is_no_fact(self, empty):
        """Fields that were left or emptied are not kept as facts."""
        letter = letter_of(Kind.DECLINE)
        fields = answers_of(letter, None) | {
            fact_field("role"): empty,
            "body": None,
            "subject": None,
        }
        back = written(letter, fields)
        assert "role" not in back.facts
        assert (back.body, back.subject) == ("", "")

    @every_kind
    def test_every_question_has_its_field(self, kind):
        """Also what nobody has answered yet, and the name to sign with."""
        fields = answers_of(Letter(kind=kind), None)
        assert all(fields[fact_field(fact)] == "" for fact in ("me", *kind_words(kind).ask))
        assert all(fields[name] is None for name in ON_THE_CASE if name != "openness")

    def test_the_case_comes_with_its_letter(self):
        """What all letters of a case say alike stands in the form as the case has it."""
        fields = answers_of(letter_of(Kind.DECLINE, openness=CASE.openness), CASE)
        expected = CASE.model_dump(mode="json", include=set(ON_THE_CASE))
        assert {name: fields[name] for name in ON_THE_CASE} == expected


class TestCaseChange:
    """Only letters about the reason change what a case says of it."""

    @every_kind
    def test_only_letters_about_my_own_reason_change_it(self, kind):
        """All other kinds leave the case as it is, whatever was chosen."""
        letter = letter_of(kind)
        start = answers_of(letter, CASE)
        chosen = start | {"openness": "generic", "rapport": 1}
        about = {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN, Kind.REFERRER_NOTE, Kind.WITHDRAW_ACCEPTANCE}
        assert bool(case_change(letter, chosen, start)) == (kind in about)

    @pytest.mark.parametrize("variant", ["not_chosen", "cancelled"])
    def test_what_others_decided_is_no_reason_of_mine(self, variant):
        """Telling the referrer that they chose somebody else says nothing of my reason."""
        letter = letter_of(Kind.REFERRER_NOTE, variant=variant)
        start = answers_of(letter, CASE)
        assert case_change(letter, start | {"openness": "specific"}, start) == {}

    def test_the_case_takes_what_is_newly_chosen(self):
        """Choices as they were answered, and the sentence as it was typed."""
        letter = letter_of(Kind.DECLINE, facts={})
        start = answers_of(letter, CASE)
        chosen = {"sting": 2, "openness": "generic", "fact_core_line": "The pay is too low for me."}
        assert case_change(letter, start | chosen, start) == {
            "sting": 2,
            "openness": "generic",
            "core_line": "The pay is too low for me.",
        }

    @pytest.mark.parametrize("empty", [None, ""])
    def test_a_line_that_was_emptied_is_empty(self, empty):
        """Taking a sentence back takes it back for all letters of the case."""
        letter = letter_of(Kind.DECLINE, facts={"core_line": CASE.core_line})
        start = answers_of(letter, CASE)
        emptied = {"openness_why": empty, "fact_core_line": empty, "rapport": None}
        expected = {"openness_why": "", "core_line": "", "rapport": None}
        assert case_change(letter, start | emptied, start) == expected

    @pytest.mark.parametrize(("note", "answer"), [("", None), ("Tell us who comes.", "yes")])
    def test_feedback_that_was_let_through_is_not_asked_about_again(self, note, answer):
        """The two questions on it are answered where a note stands already."""
        fields = answers_of(letter_of(Kind.DECLINE, facts={"process_note": note}), CASE)
        assert (fields["process_asked"], fields["process_can_act"]) == (answer, answer)

    def test_a_letter_kept_again_does_not_undo_a_later_choice(self):
        """What was not touched on this letter stays as the case has it by now."""
        letter = letter_of(Kind.DECLINE, facts={})
        start = answers_of(letter, CASE)
        assert case_change(letter, start | {"to_name": "Jo"}, start) == {}


class TestFollowed:
    """The text follows the answers, and leaves what was written by hand."""

    @every_kind
    def test_an_untouched_letter_follows(self, kind):
        """Other answers and another tone give the letter that they compose."""
        letter = letter_of(kind)
        changed = letter.model_copy(update={"tone": Tone.FORMAL, "to_name": "Jo Roth"})
        kept, composed, by_hand = followed(changed, letter.subject)
        assert composed == compose(choices_of(changed), facts_of(changed))
        assert (kept.body, kept.pieces, by_hand) == (composed.body, composed.pieces, ())
        assert kept.subject == composed.subject
        assert followed(kept, kept.subject) == (kept, composed, ())

    def test_a_typed_subject_stays(self):
        """Who typed a subject keeps it, whatever is answered later."""
        letter = letter_of(Kind.DECLINE)
        changed = letter.model_copy(update={"tone": Tone.FORMAL, "subject": "My own"})
        assert followed(changed, letter.subject)[0].subject == "My own"
        emptied = changed.model_copy(update={"subject": ""})
        assert followed(emptied, letter.subject)[0].subject == ""

    def test_own_words_stay_and_are_named(self):
        """A sentence that was changed by hand is not replaced; the others are."""
        letter = letter_of(Kind.DECLINE)
        thanks = next(each for each in letter.pieces if each.move == "thanks")
        body = letter.body.replace(thanks.text, "Thanks, in my own words.")
        changed = letter.model_copy(update={"tone": Tone.FORMAL, "body": body})
        kept, composed, by_hand = followed(changed, letter.subject)
        assert by_hand == ("thanks",)
        theirs = next(each for each in composed.pieces if each.move == "thanks")
        assert kept.body == composed.body.replace(theirs.text, "Thanks, in my own words.")

    def test_where_nothing_changed_the_text_is_left_alone(self):
        """Edits, blanks and deletions by hand stay as they are."""
        letter = letter_of(Kind.DECLINE)
        for body in ("", "All my own. ", f"{letter.body} ", f"{letter.body}\n\nP.S. "):
            kept, _, by_hand = followed(letter.model_copy(update={"body": body}), letter.subject)
            assert (kept.body, by_hand) == (body, ())

    @every_kind
    def test_pieces_survive_a_draft(self, kind):
        """What Ajar put into the letter is known again after the form was put by."""
        letter = letter_of(kind)
        fields = through_json(answers_of(letter, None) | {"pieces": as_fields(letter.pieces)})
        assert written(Letter(kind=kind), fields).pieces == letter.pieces

    @every_kind
    def test_the_subject_that_was_composed_is_known(self, kind):
        """So that a typed one can be told from it, also after the letter was kept."""
        letter = letter_of(kind)
        fields = answers_of(letter.model_copy(update={"subject": "My own"}), None)
        assert (fields["subject"], fields["subject_was"]) == ("My own", letter.subject)


class TestNewerWords:
    """A letter that was kept does not change by itself."""

    @every_kind
    def test_other_wordings_in_a_newer_version_leave_it_alone(self, kind):
        """As long as no fact and no choice changes, what was composed before stays."""
        letter = letter_of(kind)
        older = tuple(
            piece.model_copy(update={"text": f"As it was said then, {piece.text}"})
            for piece in letter.pieces
        )
        kept = letter.model_copy(update={"pieces": older, "body": body_of(older)})
        assert followed(kept, kept.subject, plan_of(kept))[0] == kept
        changed = kept.model_copy(update={"tone": Tone.FORMAL})
        assert followed(changed, kept.subject, plan_of(kept))[0].body != kept.body
