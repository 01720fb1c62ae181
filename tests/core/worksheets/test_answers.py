"""Answers: each kind of question read back as what the person meant."""

from datetime import date

import pytest

from core.worksheets.answers import Answers, Named, Plan, address


@pytest.fixture
def read(every_kind):
    """Read raw answers of the worksheet that asks every kind."""
    return lambda **raw: Answers(every_kind, {key.replace("__", "."): raw[key] for key in raw})


class TestPlainFields:
    """Lines, numbers, days and plans."""

    def test_a_line_loses_the_space_around_it(self, read):
        """What counts is what was written."""
        assert read(name="  Acme ").text("name") == "Acme"

    @pytest.mark.parametrize("raw", [None, "", "   ", 7, ["a"]])
    def test_what_is_no_text_is_none(self, read, raw):
        """A field never fails on what an older version stored."""
        assert read(name=raw).text("name") == ""

    @pytest.mark.parametrize(
        ("raw", "number"),
        [
            *[(0, 0.0), (7, 7.0), (2.5, 2.5), (10, 10.0), (True, None), ("7", None)],
            *[(400, None), (-1, None), (float("nan"), None), ([7], None)],
        ],
    )
    def test_a_number_is_a_number(self, read, raw, number):
        """Nought is an answer; a yes is none, and so is what the field does not go to."""
        assert read(mood=raw).number("mood") == number

    @pytest.mark.parametrize(
        ("raw", "day"), [("2028-02-29", date(2028, 2, 29)), ("soon", None), ("", None)]
    )
    def test_a_day_is_a_day(self, read, raw, day):
        """Days are stored as ISO texts."""
        assert read(day=raw).day("day") == day

    def test_a_plan_has_two_halves(self, read):
        """Either may still be empty."""
        assert read(plan__cue="it is eight").plan("plan") == Plan("it is eight", "")


class TestChoices:
    """What was picked, and what still counts of it."""

    def test_no_more_counts_than_the_field_allows(self, read):
        """What was picked first counts; the rest is known to be too much."""
        answers = read(
            cards__sea="yes", cards__hills="yes", cards__town="yes", best=["town", "sea", "hills"]
        )
        assert [each.key for each in answers.chosen("best")] == ["town", "sea"]
        assert answers.too_many("best")

    def test_the_same_twice_is_one(self, read):
        """A double click does not use up a place."""
        answers = read(cards__sea="yes", cards__hills="yes", best=["sea", "sea", "hills"])
        assert [each.key for each in answers.chosen("best")] == ["sea", "hills"]
        assert not answers.too_many("best")

    def test_a_card_that_left_its_pile_is_picked_no_more(self, read):
        """Its pick is kept, and counts again once it is back."""
        raw = {"best": ["sea"], "cards__sea": "no"}
        assert read(**raw).chosen("best") == ()
        assert read(**raw | {"cards__sea": "yes"}).chosen("best") == (Named("sea", "Sea"),)

    def test_groups_are_picked_one_after_another(self, read):
        """Feelings stand under their families, each with its own picks."""
        answers = read(felt__ashamed=["foolish"], felt__sad=["heavy", "sad"])
        assert [each.label for each in answers.chosen("felt")] == ["heavy", "sad", "foolish"]

    def test_choices_that_go_by_an_answer_follow_it(self, read):
        """Other energy, other small things; what was picked before is not lost."""
        raw = {"small__low": ["one_song"], "small__more": []}
        low, more = read(energy="low", **raw), read(energy="more", **raw)
        assert [each.key for each in low.chosen("small")] == ["one_song"]
        assert more.chosen("small") == ()
        assert set(low.choices(low.worksheet.fields["small"])).isdisjoint(
            more.choices(more.worksheet.fields["small"])
        )

    def test_piles_keep_the_order_of_the_cards(self, read):
        """Whichever card was put there first."""
        answers = read(cards__town="yes", cards__sea="yes", cards__hills="no")
        assert [each.key for each in answers.pile("cards", "yes")] == ["sea", "town"]

    def test_a_rank_takes_lines_too(self, read):
        """What is ranked may be a card or the person's own words."""
        answers = read(name="My own", cards__sea="yes", best=["sea"], ranked=["name", "sea"])
        assert answers.chosen("ranked") == (Named("name", "My own"), Named("sea", "Sea"))


class TestRows:
    """Tables, sliders in rows, and grids."""

    def test_a_row_without_a_name_is_no_row(self, read):
        """An empty line that was added counts for nothing."""
        answers = read(needs=["r1", "r2"], needs__r1__skill="Excel", needs__r2__ads=3)
        assert [each.label for each in answers.rows("needs")] == ["Excel"]

    def test_each_column_is_read_by_its_kind(self, read):
        """Numbers, degrees, choices and days in one row."""
        [row] = read(
            needs=["r1"],
            needs__r1__skill="Excel",
            needs__r1__ads=3,
            needs__r1__level=4,
            needs__r1__way="learn",
            needs__r1__with=["friend", "gone"],
            needs__r1__by="2026-12-31",
        ).rows("needs")
        assert row.cells == {
            "skill": "Excel",
            "ads": 3.0,
            "level": 4,
            "way": "learn",
            "with": ("friend",),
            "by": date(2026, 12, 31),
        }

    def test_a_row_keeps_its_answers_when_another_goes(self, read):
        """Rows are known by their slots, not by their places."""
        both = {"needs__r1__skill": "Excel", "needs__r2__skill": "Welsh", "needs__r2__ads": 2}
        [row] = read(needs=["r2"], **both).rows("needs")
        assert (row.label, row.cells["ads"]) == ("Welsh", 2.0)

    def test_a_score_belongs_to_what_it_scores(self, read):
        """A feeling that is picked no more has none, and has it again when it is back."""
        raw = {"strength__sad": 8, "strength__heavy": 3}
        assert read(felt__sad=["sad"], **raw).scores("strength") == {Named("sad", "sad"): 8}
        assert len(read(felt__sad=["sad", "heavy"], **raw).scores("strength")) == 2

    def test_a_grid_holds_pairs(self, read):
        """Only those that have a number."""
        answers = read(
            cards__sea="yes",
            best=["sea"],
            ranked=["sea"],
            needs=["r1", "r2"],
            needs__r1__skill="Excel",
            needs__r2__skill="Welsh",
            fit__sea__r1=0,
        )
        assert answers.matrix("fit") == {(Named("sea", "Sea"), Named("r1", "Excel")): 0}

    def test_asking_a_field_for_what_it_is_not_is_a_slip_of_the_pen(self, read):
        """A calculation that names the wrong field is found at once."""
        with pytest.raises(TypeError, match="name is no"):
            read().rows("name")


class TestSteps:
    """Which steps are asked."""

    def test_a_step_waits_for_its_condition(self, read):
        """The last step is for those with some energy."""
        assert "ends" not in set(read().steps())
        assert "ends" not in set(read(energy="low").steps())
        assert "ends" in set(read(energy="more").steps())

    def test_a_step_is_answered_by_any_part_of_it(self, read):
        """A row added and left empty is no answer; a timer never is one."""
        fields = read().worksheet.fields
        assert not read(needs=["r1", "r2"]).is_answered(fields["needs"])
        assert read(needs=["r1"], needs__r1__ads=0).is_answered(fields["needs"])
        assert not read(clock=3).is_answered(fields["clock"])
        assert not read(name="  ").is_answered(fields["name"])

    def test_an_address_is_field_row_column(self):
        """As it is stored."""
        assert address("needs", "r1", "skill") == "needs.r1.skill"
