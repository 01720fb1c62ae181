"""The energy log: what gives, what takes, and what comes back (S0-29)."""

from datetime import date, timedelta
from fractions import Fraction
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.paths import path_words
from core.energy import Noted, delights, drains, gives, is_noted, latest_first, notes_of, themes
from core.paths import Activity

TODAY = date(2026, 3, 12)
COMMON = path_words().common.words
LOG = (
    Noted("Ran the market stall", 3, unpaid=True),
    Noted("Budget meeting", -3, unpaid=False),
    Noted("Planned the market", 2),
    Noted("Wrote a report", 0),
    Noted("Staff meeting", -1),
    Noted("Helped a neighbour", 3, unpaid=False),
)


def ago(days):
    """A day so many days before today."""
    return TODAY - timedelta(days)


class TestSides:
    """What gives and what takes, the strongest first."""

    def test_giving_and_taking(self):
        """Nought is neither; ties as they were noted."""
        assert [each.energy for each in gives(LOG)] == [3, 3, 2]
        assert gives(LOG)[0].what == "Ran the market stall"
        assert [each.energy for each in drains(LOG)] == [-3, -1]

    def test_a_delight_gives_energy_and_would_be_done_unpaid(self):
        """What drains is none, whoever pays; "no" and "not told" are none."""
        more = (*LOG, Noted("Choir accounts", -2, unpaid=True))
        assert [each.what for each in delights(more)] == ["Ran the market stall"]

    @given(st.lists(st.builds(Noted, st.just("x"), st.integers(-3, 3))))
    def test_every_note_is_on_one_side_or_in_between(self, notes):
        """None counts twice."""
        level = [each for each in notes if each.energy == 0]
        assert len(gives(notes)) + len(drains(notes)) + len(level) == len(notes)


class TestThemes:
    """Words and whole notes that come back."""

    def test_a_theme_within_another_of_the_same_notes_is_left_to_it(self):
        """Twice "Team meeting about the budget": one theme, unless more notes hold the part."""
        long = "Team meeting about the budget"
        both = themes([*[Noted(long, -2)] * 2], TODAY, COMMON)
        assert [each.name for each in both] == [long]
        more = themes([*[Noted(long, -2)] * 2, Noted("Team meeting", -1)], TODAY, COMMON)
        assert {each.count for each in more} == {2, 3}

    def test_years_of_notes_are_quick(self):
        """Two words a day, each day others."""
        notes = [Noted(f"word{at} thing{at % 90} of {at}", at % 7 - 3) for at in range(1500)]
        began = perf_counter()
        assert themes(notes, TODAY, COMMON)
        assert perf_counter() - began < 2

    def test_words_that_notes_share(self):
        """Market 3 and 2: mean 2.5. Meeting -3 and -1: mean -2. The stronger one is first."""
        found = themes(LOG, TODAY, COMMON)
        assert [(each.name.casefold(), each.count, each.mean) for each in found] == [
            ("market", 2, Fraction(5, 2)),
            ("meeting", 2, Fraction(-2)),
        ]

    def test_the_same_thing_noted_again(self):
        """Is a theme by its whole name, in whatever capitals."""
        notes = [Noted("Choir practice", 3), Noted("choir  practice", 1)]
        [theme] = themes(notes, TODAY, COMMON)
        assert (theme.count, theme.mean) == (2, 2)

    def test_endings_do_not_count(self):
        """Teaching and taught are two words, teaching and teach are one."""
        notes = [Noted("Teaching the class", 3), Noted("Teach my niece", 2)]
        [theme] = themes(notes, TODAY, COMMON)
        assert theme.mean == Fraction(5, 2)

    def test_the_same_note_with_another_ending_is_one_theme(self):
        """A letter at -3 and letters at -2: one theme of two notes, told as noted last."""
        notes = [Noted("Wrote cover letter", -3), Noted("wrote cover letters", -2)]
        [theme] = themes(notes, TODAY, COMMON)
        assert (theme.name, theme.count, theme.mean) == (
            "Wrote cover letter",
            2,
            Fraction(-5, 2),
        )

    def test_words_that_say_nothing_are_no_theme(self):
        """Two notes with "the" in them share nothing."""
        assert themes([Noted("Fed the dog", 2), Noted("Did the tax", -2)], TODAY, COMMON) == ()

    def test_lately_and_before(self):
        """Thirty days ago is before; a note without a day counts as of today."""
        notes = [
            Noted("Choir", 3, on=ago(29)),
            Noted("Choir", 1),
            Noted("Choir", -2, on=ago(30)),
        ]
        [theme] = themes(notes, TODAY, COMMON)
        assert (theme.mean, theme.lately, theme.before) == (Fraction(2, 3), 2, -2)

    def test_nothing_noted(self):
        """Nothing comes back."""
        assert themes([], TODAY, COMMON) == ()
        assert themes([Noted(" ", 1), Noted(" ", 1)], TODAY, COMMON) == ()

    @settings(max_examples=40)
    @given(
        st.lists(
            st.builds(
                Noted,
                st.sampled_from(["Choir", "choir trip", "Tax return", "A trip", "Tax"]),
                st.integers(-3, 3),
            ),
            max_size=8,
        ),
        st.randoms(),
    )
    def test_the_order_of_notes_does_not_count(self, notes, chance):
        """The same themes with the same means."""
        mixed = list(notes)
        chance.shuffle(mixed)

        def told(found):
            return sorted((each.name.casefold(), each.count, each.mean) for each in found)

        assert told(themes(mixed, TODAY, COMMON)) == told(themes(notes, TODAY, COMMON))


class TestLog:
    """The log itself."""

    def test_the_latest_first(self):
        """By the day on which it was, not on which it was noted."""
        log = [Activity(happened_on=ago(days), what=f"{days}", energy=0) for days in (3, 0, 9)]
        assert [each.what for each in latest_first(log)] == ["0", "3", "9"]
        assert [each.on for each in notes_of(log)] == [ago(0), ago(3), ago(9)]

    def test_the_same_with_other_energy_is_another_note(self):
        """A day can be lighter than the one before."""
        log = [Activity(happened_on=TODAY, what="Choir", energy=2)]
        assert is_noted(log, Noted("choir", 2))
        assert not is_noted(log, Noted("Choir", 1))
