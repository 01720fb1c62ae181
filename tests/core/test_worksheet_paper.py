"""A worksheet on paper asks what the screen asks, and shows what a person wrote and no more."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.paper import paper_words
from core.exports.paper import Paper
from core.exports.worksheets import pieces
from core.exports.worksheets.columns import column_widths, side_by_side, turned
from core.exports.worksheets.layout import Filler, Form, blank_leaf, filled_leaf
from core.exports.worksheets.leaf import Leaf, without_loose_leads
from core.worksheets.answers import Answers
from core.worksheets.definition import Result, Worksheet
from core.worksheets.fields import Private
from core.worksheets.outcomes import Outcome, Said
from core.worksheets.results import Found
from core.worksheets.shelf import worksheets

DAY = date(2026, 3, 12)


def in_words(day):
    """A day as this test says it."""
    return f"day {day.day}"


FILLER = Filler(DAY, in_words)
FEELING = Filler(DAY, in_words, shown=frozenset({Private.FEELINGS}))

EVERYTHING = Worksheet.model_validate(
    {
        "id": "everything",
        "version": 1,
        "title": "Everything",
        "purpose": "Ask in every way.",
        "minutes": 10,
        "settle": "Breathe out.",
        "next_step": "What comes first?",
        "credit": "After an idea of others.",
        "steps": [
            {
                "id": "words",
                "title": "In words",
                "lead": "Short or long.",
                "fields": [
                    {"id": "short", "kind": "line", "label": "Short"},
                    {"id": "long", "kind": "text", "label": "Long", "lines": 5},
                    {"id": "when", "kind": "date", "label": "When"},
                    {"id": "pay", "kind": "number", "label": "Pay", "unit": "currency"},
                ],
            },
            {
                "id": "feelings",
                "title": "How is it?",
                "fields": [
                    {
                        "id": "felt",
                        "kind": "pick",
                        "label": "Words",
                        "of": ["list:feelings"],
                        "most": 3,
                        "private": True,
                        "print_rows": 3,
                    },
                    {
                        "id": "strength",
                        "kind": "slider",
                        "label": "How strong?",
                        "low": "faint",
                        "high": "strong",
                        "rows": ["felt"],
                        "private": True,
                    },
                ],
            },
            {
                "id": "choices",
                "title": "Choices",
                "fields": [
                    {
                        "id": "some",
                        "kind": "pick",
                        "label": "Some of these",
                        "choices": {"tea": "Tea", "milk": "Milk", "wine": "Wine"},
                        "most": 2,
                    },
                    {
                        "id": "one",
                        "kind": "one",
                        "label": "One of these",
                        "choices": {"yes": "Yes", "no": "No"},
                    },
                    {
                        "id": "cards",
                        "kind": "sort",
                        "label": "Cards",
                        "choices": {"calm": "Calm", "pace": "Pace"},
                        "piles": {"much": "Much", "little": "Little"},
                    },
                    {"id": "order", "kind": "rank", "label": "Order", "of": ["cards"], "most": 2},
                ],
            },
            {
                "id": "tables",
                "title": "Tables",
                "fields": [
                    {
                        "id": "people",
                        "kind": "table",
                        "label": "People",
                        "print_rows": 3,
                        "columns": [
                            {"id": "who", "label": "Who", "kind": "line"},
                            {
                                "id": "for",
                                "label": "For what",
                                "kind": "some",
                                "choices": {"hear": "Listen", "tell": "Advise"},
                            },
                            {"id": "near", "label": "Near", "kind": "score", "most": 3},
                            {"id": "hours", "label": "Hours", "kind": "number", "unit": "h"},
                            {"id": "by", "label": "By", "kind": "date"},
                        ],
                    },
                    {
                        "id": "fit",
                        "kind": "matrix",
                        "label": "Fit",
                        "rows": ["cards"],
                        "across": ["people"],
                        "low": "none",
                        "high": "full",
                        "print_rows": 2,
                        "print_columns": 4,
                    },
                ],
            },
            {
                "id": "end",
                "title": "The plan",
                "fields": [
                    {"id": "clock", "kind": "timer", "label": "Two quiet minutes", "minutes": 2},
                    {"id": "plan", "kind": "if_then", "label": "Plan"},
                ],
            },
        ],
    }
)
ANSWERS = {
    "short": "We met twice",
    "long": "One.\n\nTwo.",
    "when": "2026-03-10",
    "pay": 48000.0,
    "felt": ["relieved", "let down"],
    "strength.relieved": 0,
    "strength.let down": 10,
    "some": ["milk", "tea"],
    "one": "no",
    "cards.calm": "little",
    "cards.pace": "much",
    "order": ["pace", "calm"],
    "people": ["r1", "r2", "r3"],
    "people.r1.who": "Lena",
    "people.r1.for": ["tell", "hear"],
    "people.r1.near": 0,
    "people.r2.who": "Jonas",
    "people.r2.by": "2026-04-01",
    "fit.calm.r1": 3,
    "fit.pace.r2": 0,
    "plan.cue": "it is nine",
    "plan.action": "call Lena",
}


def blank(worksheet=EVERYTHING, form=Form()):  # noqa: B008 - it is frozen
    """The blank leaf of a worksheet."""
    return blank_leaf(worksheet, form)


def filled(answers=ANSWERS, found=(), filler=FILLER, worksheet=EVERYTHING):
    """The filled leaf of a worksheet."""
    return filled_leaf(Answers(worksheet, answers), found, filler, Form())


def of(kind, leaf):
    """The pieces of one kind on a leaf."""
    return [each for each in leaf.blocks if isinstance(each, kind)]


def titles(leaf):
    """The headings of a leaf."""
    return [(each.number, each.text) for each in of(pieces.Heading, leaf)]


def one_step(*fields):
    """A worksheet of one step with these fields."""
    return Worksheet.model_validate(
        EVERYTHING.model_dump(exclude={"steps"})
        | {"steps": [{"id": "a", "title": "Some step", "fields": list(fields)}]}
    )


class TestBlank:
    """A blank sheet has a place for every answer, and nothing of anybody."""

    def test_every_step_is_there_in_its_order(self):
        """Numbered as on screen, whatever it depends on."""
        assert titles(blank()) == [
            (1, "In words"),
            (2, "How is it?"),
            (3, "Choices"),
            (4, "Tables"),
            (5, "The plan"),
        ]

    def test_it_asks_for_a_name_and_a_day_and_a_next_step(self):
        """The name is up to the person, and one next step has room at the end."""
        leaf = blank()
        say = paper_words()
        assert (leaf.name_label, leaf.date_label, leaf.name, leaf.date) == (
            say.name,
            say.date,
            "",
            "",
        )
        assert (leaf.next_label, leaf.next_hint) == (say.next_step, "What comes first?")
        assert leaf.next_step == ""
        assert leaf.settle == "Breathe out."
        assert leaf.credit == "After an idea of others."
        assert "not therapy" in leaf.scope

    def test_what_is_picked_is_rated_where_it_is_written(self):
        """Feelings and how strong each one is need one place, not two."""
        (scale,) = of(pieces.Scale, blank())
        assert scale.labelled
        assert [each.value for each in scale.rows] == [None, None, None]
        assert (scale.low, scale.high) == ("faint", "strong")

    def test_few_choices_have_boxes(self):
        """Squares where several may be picked, circles where one may be."""
        some, one = of(pieces.Checks, blank())
        assert [each.text for each in some.options] == ["Tea", "Milk", "Wine"]
        assert (some.one, one.one) == (False, True)
        assert not any(each.picked for each in (*some.options, *one.options))

    def test_how_many_may_be_picked_is_said_once(self):
        """A hint is added only where nothing says it yet."""
        said = [each.hint for each in of(pieces.Question, blank()) if each.text == "Some of these"]
        assert said == ["Up to 2."]
        told = one_step(
            {
                "id": "some",
                "kind": "pick",
                "label": "Pick up to two",
                "choices": {"a": "A", "b": "B", "c": "C"},
                "most": 2,
            }
        )
        assert "Up to 2." not in blank(told).all_text

    def test_a_table_has_its_rows_and_what_a_cell_may_hold(self):
        """As many empty rows as the file asks for, boxes for choices, the scale in the head."""
        (grid,) = of(pieces.Grid, blank())
        assert (grid.empty, grid.rows) == (3, ())
        assert [each.hint for each in grid.columns] == ["", "", "0 to 3", "h", ""]
        assert grid.columns[1].options == ("Listen", "Advise")

    def test_a_matrix_of_answers_has_room_to_write_them(self):
        """Rows and columns that come from answers are empty, as many as the file asks for."""
        (matrix,) = of(pieces.Matrix, blank())
        assert (matrix.rows, matrix.columns) == (("", ""), ("",) * 4)
        assert matrix.legend == "0 none, 3 full"

    def test_short_answers_have_a_line_behind_their_label(self):
        """A currency is nobody's on a blank sheet."""
        facts = of(pieces.Fact, blank())
        assert [(each.label, each.text, each.unit) for each in facts] == [
            ("Short", "", ""),
            ("When", "", ""),
            ("Pay", "", ""),
        ]

    def test_the_clock_and_the_plan_are_there(self):
        """The plan has its two empty places."""
        assert pieces.Note(text="Two quiet minutes", timed=True) in blank().blocks
        (plan,) = of(pieces.IfThen, blank())
        assert (plan.before_cue, plan.cue, plan.before_action, plan.action) == (
            "If",
            "",
            "then I will",
            "",
        )

    def test_a_choice_that_hangs_on_another_is_left_to_own_words(self):
        """Paper cannot offer what depends on an answer: it has one line, under the same label."""
        sheet = one_step(
            {"id": "energy", "kind": "one", "label": "Energy", "of": ["list:energy"]},
            {
                "id": "today",
                "kind": "one",
                "label": "For today",
                "of": ["list:small_steps"],
                "by": "energy",
            },
            {"id": "own", "kind": "line", "label": "Or in your own words"},
        )
        assert blank(sheet).blocks[1:] == (pieces.Fact(label="For today"),)

    def test_scores_of_the_same_rows_share_a_table(self):
        """Two sliders about the same things are two columns."""
        sheet = one_step(
            {"id": "what", "kind": "text", "label": "What"},
            *(
                {
                    "id": each,
                    "kind": "slider",
                    "label": each,
                    "low": "l",
                    "high": "h",
                    "rows": ["what"],
                }
                for each in ("likely", "hard")
            ),
        )
        (grid,) = of(pieces.Grid, blank(sheet))
        assert [each.title for each in grid.columns] == [paper_words().which, "likely", "hard"]
        assert of(pieces.Scale, blank(sheet)) == []

    def test_a_score_below_nought_keeps_its_ends(self):
        """From -5 to +5 there are eleven circles; in a table its ends are told."""
        ends = {"low": "badly", "high": "well", "least": -5, "most": 5}
        column = {"id": "energy", "label": "Energy", "kind": "score", "least": -3, "most": 3}
        what = {"id": "what", "label": "What", "kind": "line"}
        sheet = one_step(
            {"id": "outcome", "kind": "slider", "label": "How did it turn out?", **ends},
            {"id": "log", "kind": "table", "label": "Log", "columns": [what, column]},
        )
        [scale] = of(pieces.Scale, blank(sheet))
        assert (scale.least, scale.most) == (-5, 5)
        [grid] = of(pieces.Grid, blank(sheet))
        assert "-3" in grid.columns[1].hint

    @pytest.mark.parametrize("name", worksheets())
    def test_every_question_is_on_the_sheet(self, name):
        """No step of any worksheet is lost on its way to paper."""
        worksheet = worksheets()[name]
        leaf = blank(worksheet)
        assert [text for _, text in titles(leaf)] == [each.title for each in worksheet.steps]
        between = [type(each) for each in leaf.blocks]
        assert between[-1] is not pieces.Heading
        assert (pieces.Heading, pieces.Heading) not in pairwise(between)


class TestFilled:
    """A filled sheet shows what was written, and neither what was not nor what is private."""

    def test_each_answer_is_there(self):
        """Texts, a day, an amount, picks, a choice, an order: each as a person reads it."""
        leaf = filled(filler=Filler(DAY, in_words, currency="EUR"))
        facts = [(each.label, each.text, each.unit) for each in of(pieces.Fact, leaf)]
        assert facts == [
            ("Short", "We met twice", ""),
            ("When", "day 10", ""),
            ("Pay", "48000", "EUR"),
        ]
        assert [each.text for each in of(pieces.Written, leaf)] == ["One.\n\nTwo."]
        some, one = of(pieces.Checks, leaf)
        assert [each.text for each in some.options] == ["Milk", "Tea"]
        assert all(each.picked for each in (*some.options, *one.options))
        assert [each.text for each in one.options] == ["No"]
        (order,) = of(pieces.Listed, leaf)
        assert (order.items, order.numbered) == (("Pace", "Calm"), True)
        (piles,) = of(pieces.Piles, leaf)
        assert piles.piles == (("Little", ("Calm",)), ("Much", ("Pace",)))
        (plan,) = of(pieces.IfThen, leaf)
        assert (plan.cue, plan.action) == ("it is nine", "call Lena")

    def test_a_table_shows_its_rows(self):
        """Choices in words, a 0 as a 0, days in words; a row without a name is left out."""
        (grid,) = of(pieces.Grid, filled())
        assert [each.title for each in grid.columns] == ["Who", "For what", "Near", "By"]
        assert grid.rows == (("Lena", "Advise, Listen", "0", ""), ("Jonas", "", "", "day 1"))
        assert (grid.empty, grid.result) == (0, False)

    def test_a_matrix_shows_what_was_scored(self):
        """A score of 0 is a score; what was not scored is empty."""
        (matrix,) = of(pieces.Matrix, filled())
        assert (matrix.rows, matrix.columns) == (("Pace", "Calm"), ("Lena", "Jonas"))
        assert matrix.values == (("", "0"), ("3", ""))

    def test_what_is_private_stays_off(self):
        """Feelings and their strength are on paper only where the person asks for it."""
        assert of(pieces.Scale, filled()) == []
        for word in ("relieved", "let down", "How strong?", "How is it?"):
            assert word not in filled().all_text
        (scale,) = of(pieces.Scale, filled(filler=FEELING))
        assert [(each.label, each.value) for each in scale.rows] == [
            ("relieved", 0),
            ("let down", 10),
        ]

    @pytest.mark.parametrize(
        ("shown", "seen"),
        [
            (set(), (False, False)),
            ({Private.FEELINGS}, (True, False)),
            ({Private.WRITING}, (False, True)),
            ({Private.FEELINGS, Private.WRITING}, (True, True)),
        ],
    )
    def test_feelings_and_private_texts_are_ticked_apart(self, shown, seen):
        """A letter to oneself does not come along with the feelings."""
        raw = {"felt.sad": ["sad"], "strength.sad": 9, "letter": "This hurts."}
        leaf = filled(
            raw,
            worksheet=worksheets()["first_48"],
            filler=Filler(DAY, in_words, shown=frozenset(shown)),
        )
        assert ("sad" in leaf.all_text, "This hurts." in leaf.all_text) == seen

    @pytest.mark.parametrize("place", sorted({each.partition(".")[0] for each in ANSWERS}))
    def test_what_is_open_is_left_out(self, place):
        """Without its answer, a question is not on the sheet, and no number is missed."""
        rest = {k: v for k, v in ANSWERS.items() if k.partition(".")[0] != place}
        leaf = filled(rest, filler=FEELING)
        field = EVERYTHING.fields[place]
        assert field.label not in [each.text for each in of(pieces.Question, leaf)]
        assert field.label not in [each.label for each in of(pieces.Fact, leaf)]
        assert [number for number, _ in titles(leaf)] == [*range(1, len(titles(leaf)) + 1)]

    @pytest.mark.parametrize("answers", [{}, {"felt": ["relieved"]}, {"short": "  "}])
    def test_a_sheet_without_answers_says_so(self, answers):
        """Nothing written is no list of empty questions."""
        leaf = filled(answers)
        assert leaf.blocks == (pieces.Note(text=paper_words().empty),)

    def test_a_step_whose_condition_does_not_hold_is_left_out(self):
        """What was answered before the condition fell is not printed."""
        sheet = one_step(
            {"id": "go", "kind": "one", "label": "Go?", "choices": {"yes": "Yes", "no": "No"}},
            {
                "id": "where",
                "kind": "line",
                "label": "Where",
                "when": {"field": "go", "among": ["yes"]},
            },
        )
        assert "There" in filled({"go": "yes", "where": "There"}, worksheet=sheet).all_text
        assert "There" not in filled({"go": "no", "where": "There"}, worksheet=sheet).all_text

    def test_the_next_step_is_the_persons_or_open(self):
        """Where one was chosen it stands there; else there is room to write one."""
        chosen = filled(filler=Filler(DAY, in_words, name="Amara", next_step="Call Lena."))
        assert (chosen.next_step, chosen.next_hint) == ("Call Lena.", "")
        assert (chosen.name, chosen.date) == ("Amara", "day 12")
        assert (filled().next_step, filled().next_hint) == ("", "What comes first?")
        assert (filled().name_label, filled().name) == ("", "")

    def test_results_are_said_and_shown_as_tables(self):
        """Sentences with their facts, numbers and days as a person reads them."""
        leaf = filled(found=[found()])
        assert titles(leaf)[-1] == (0, paper_words().results)
        assert of(pieces.Sentence, leaf) == [pieces.Sentence(text="2.5 left until day 1")]
        assert of(pieces.Grid, leaf)[-1] == pieces.Grid(
            columns=(pieces.Column(title="What"), pieces.Column(title="How much")),
            rows=(("Tea", "1"), ("Milk", "")),
            result=True,
        )

    def test_private_results_stay_off(self):
        """What was worked out of feelings is as private as they are."""
        assert "left until" not in filled(found=[found(private=True)]).all_text
        shown = filled(found=[found(private=True)], filler=FEELING)
        assert "left until" in shown.all_text


def found(*, private=False):
    """A result with one sentence and one table."""
    result = Result.model_validate(
        {
            "id": "r",
            "title": "Left",
            "calculation": "c",
            "says": {"left": "{many} left until {day}"},
            "columns": {"what": "What", "much": "How much"},
            "private": private,
        }
    )
    facts = {"many": 2.5, "day": date(2026, 4, 1)}
    rows = (("Tea", 1.0), ("Milk", None))
    return Found(result, Outcome((Said("left", facts),), ("what", "much"), rows))


class TestLeads:
    """A heading, a question or a note never leads to nothing."""

    HEADING = pieces.Heading(number=1, text="h")
    QUESTION = pieces.Question(text="q")
    NOTE = pieces.Note(text="n")
    ANSWER = pieces.Sentence(text="a")

    @given(st.lists(st.sampled_from([HEADING, QUESTION, NOTE, ANSWER]), max_size=12))
    def test_nothing_loose_stays_and_no_answer_goes(self, blocks):
        """Every answer is kept in its order, and what stays before it leads to it."""
        kept = without_loose_leads(blocks)
        assert [each for each in kept if each == self.ANSWER] == [
            each for each in blocks if each == self.ANSWER
        ]
        kinds = [type(each) for each in kept]
        if kinds:
            assert kinds[-1] is pieces.Sentence
        for one, other in pairwise(kinds):
            assert not (one is not pieces.Sentence and other is pieces.Heading)
            assert not (one is pieces.Question and other is pieces.Question)

    def test_numbers_go_on_without_a_gap(self):
        """A step that is left out takes its number with it; results have none."""
        results = pieces.Heading(number=0, text="r")
        kept = without_loose_leads(
            [
                self.HEADING,
                self.HEADING,
                self.ANSWER,
                self.HEADING,
                self.ANSWER,
                results,
                self.ANSWER,
            ]
        )
        assert [each.number for each in kept if isinstance(each, pieces.Heading)] == [1, 2, 0]


columns = st.builds(
    pieces.Column,
    title=st.text("abc é", max_size=30),
    width=st.sampled_from(pieces.Width),
    options=st.lists(st.text("xyz", min_size=1, max_size=9), max_size=3).map(tuple),
)
grids = st.lists(columns, min_size=1, max_size=7).flatmap(
    lambda heads: st.builds(
        pieces.Grid,
        columns=st.just(tuple(heads)),
        rows=st.lists(st.tuples(*[st.text("words ", max_size=40) for _ in heads]), max_size=6).map(
            tuple
        ),
        empty=st.integers(0, 6),
    )
)


class TestColumns:
    """Columns fill the room, or the table is set in another way."""

    @given(grids, st.floats(60, 250), st.sampled_from([9.5, 10.5, 18]))
    def test_columns_fill_the_room_and_no_more(self, grid, room, size):
        """Together they are as wide as the room, and none is too narrow to write in."""
        widths = column_widths(grid, room, size)
        if widths:
            assert len(widths) == len(grid.columns)
            assert sum(widths) == pytest.approx(room, abs=0.1)
            assert min(widths) >= 13

    @given(grids)
    def test_a_turned_table_holds_the_same(self, grid):
        """Each text is where its row and its column meet, now the other way round."""
        on_side = turned(grid)
        rows = [*grid.rows, *[("",) * len(grid.columns)] * grid.empty]
        if on_side is None:
            assert len(rows) > 4 or any(each.options for each in grid.columns)
            return
        assert [each.title for each in on_side.columns[1:]] == [
            " ".join(row[0].split()) for row in rows
        ]
        for place, line in enumerate(on_side.rows, 1):
            assert line[1:] == tuple(row[place] for row in rows)

    @given(st.lists(st.text("abc ", min_size=1, max_size=60), min_size=1), st.floats(40, 180))
    def test_options_stand_beside_each_other_as_they_fit(self, texts, room):
        """At least one, at most four, and never more than there are."""
        checks = pieces.Checks(options=tuple(pieces.Option(text=each) for each in texts))
        assert 1 <= side_by_side(checks, room, 10.5) <= min(4, len(texts))


def test_every_text_is_made_clean():
    """What no file can hold is left out, on one line or on several."""
    leaf = Leaf(title="a\x00\nb\ud800", next_step="one\r\ntwo\x0c", paper=Paper.A4)
    assert (leaf.title, leaf.next_step) == ("a b", "one\ntwo")
