"""One person in one line: the parts find their places, and no word is lost."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.loader import people_map_words
from core.network.quick import MOST_NAMESAKES, guess, namesakes, understood
from core.people import Circle, Closeness, Person

GUESSES = people_map_words().guesses
LINES = st.text(
    alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=("Cc", "Cs")),
    max_size=200,
)


def read(line):
    """The name, how they are known, and where they are."""
    person = understood(line, GUESSES)
    return person.name, person.how_known, person.organisation


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Amara, ex-colleague, Leeds trust", ("Amara", "ex-colleague", "Leeds trust")),
        ("Amara; ex-colleague; Leeds trust", ("Amara", "ex-colleague", "Leeds trust")),
        ("Amara - ex-colleague - Leeds trust", ("Amara", "ex-colleague", "Leeds trust")),
        ("Amara (ex-colleague), Leeds trust", ("Amara", "ex-colleague", "Leeds trust")),
        ("Amara, Leeds trust, ex-colleague", ("Amara", "ex-colleague", "Leeds trust")),
        ("Amara, tall, Leeds trust", ("Amara", "tall", "Leeds trust")),
        ("Anne-Marie O'Neil", ("Anne-Marie O'Neil", "", "")),
        ("Amara, neighbour", ("Amara", "neighbour", "")),
        (" , Amara ,, choir , ", ("Amara", "choir", "")),
        ("Dr Liis Tamm my dentist, Tartu", ("Dr Liis Tamm", "my dentist", "Tartu")),
        ("Ben from the gym", ("Ben", "from the gym", "")),
        ("from choir: Anna Saar", ("Anna Saar", "from choir", "")),
        ("My Nguyen, choir", ("My Nguyen", "choir", "")),
        ("", ("", "", "")),
        (" ,; ", ("", "", "")),
    ],
)
def test_the_parts_of_a_line_find_their_places(line, parts):
    """Whatever stands between them, and in whichever order the last two come."""
    assert read(line) == parts


def test_what_has_a_shape_of_its_own_is_known_by_it():
    """An address, a link and a number are never taken for how somebody is known."""
    line = "Ed, ed@leeds.example, sister, https://a.example/ed, +44 20 7946 0000, likes birds"
    person = understood(line, GUESSES)
    assert (person.address, person.link) == ("ed@leeds.example", "https://a.example/ed")
    assert person.phone == "+44 20 7946 0000"
    assert (person.how_known, person.organisation) == ("sister", "likes birds")


@pytest.mark.parametrize(
    ("line", "phone", "how"),
    [
        ("Amara (ex-colleague), (0113) 496 0000", "(0113) 496 0000", "ex-colleague"),
        ("Amara, +44 (0)113 496 0000", "+44 (0)113 496 0000", ""),
        ("Amara +44 (0)113 496 0000, choir", "+44 (0)113 496 0000", "choir"),
        ("Amara (0113) 496 0000", "(0113) 496 0000", ""),
        ("Amara (0113 496 0000)", "0113 496 0000", ""),
        ("Amara - (0113) 496-0000 - choir", "(0113) 496-0000", "choir"),
        ("Amara, (+44) 113.496.0000", "(+44) 113.496.0000", ""),
        ("Amara, choir - 0113 496 0000", "0113 496 0000", "choir"),
        ("Amara, 06.12.34.56.78", "06.12.34.56.78", ""),
        ("Amara, 2019-2023", "", "2019-2023"),
        ("Amara, 2019/20", "", "2019/20"),
        ("Amara, 12.05.2024", "", "12.05.2024"),
        ("Amara, 2024-05-12", "", "2024-05-12"),
        ("Amara, 2019 - 2023 colleague", "", "2019 - 2023 colleague"),
        ("Amara (2019)", "", "2019"),
    ],
)
def test_a_number_stays_in_one_piece_and_a_day_is_none(line, phone, how):
    """With brackets, dots or a country; years and days stay with the words."""
    person = understood(line, GUESSES)
    assert (person.name, person.phone, person.how_known) == ("Amara", phone, how)
    assert (person.organisation, person.notes) == ("", "")


@pytest.mark.parametrize("sign", [" ", "-", "(", "1", "(1", "+1 (", "1-", " - "])
def test_a_long_line_is_read_at_once(sign):
    """Whatever it is made of."""
    began = time.process_time()
    understood(f"Amara, {sign * 200}"[:199] + "x", GUESSES)
    assert time.process_time() - began < 1


def test_what_is_left_over_becomes_the_note():
    """A fourth part is not thrown away."""
    assert understood("Ed, choir, Leeds, likes birds, owes me a book", GUESSES).notes == (
        "likes birds, owes me a book"
    )


@pytest.mark.parametrize(
    ("how", "circle", "closeness"),
    [
        ("colleague", Circle.WORK, None),
        ("ex-colleague", Circle.PAST_WORK, None),
        ("Former Boss", Circle.PAST_WORK, None),
        ("my sister-in-law", Circle.FAMILY, None),
        ("sister", Circle.FAMILY, Closeness.CLOSE),
        ("church choir", Circle.COMMUNITY, None),
        ("met once at the gym", Circle.INTEREST, Closeness.WEAK),
        ("best friend from school", Circle.STUDY, Closeness.CLOSE),
        ("friend of a friend", None, Closeness.WEAK),
        ("LinkedIn", Circle.ONLINE, Closeness.WEAK),
        ("next door", Circle.NEIGHBOURS, None),
        ("teamwork and homework", None, None),
        ("sister's neighbour", Circle.NEIGHBOURS, None),
        ("my sister\u2019s boss", Circle.WORK, None),
        ("mum's friend", None, Closeness.WARM),
        ("partner", Circle.FAMILY, Closeness.CLOSE),
        ("My partner", Circle.FAMILY, Closeness.CLOSE),
        ("business partner", None, None),
        ("partner at a law firm", None, None),
        ("hiring manager", None, None),
        ("", None, None),
    ],
)
def test_a_circle_is_guessed_from_whole_words(how, circle, closeness):
    """The longest word that is found counts, and a piece of a word counts for nothing."""
    person = understood(f"Amara, {how}", GUESSES)
    assert (person.circle, person.closeness) == (circle, closeness)


@pytest.mark.parametrize(
    ("line", "hires"),
    [
        ("Amara, recruiter, Leeds trust", True),
        ("Amara, Leeds trust, recruiter", True),
        ("Amara, Hiring manager for the ward", True),
        ("Amara, recruiter's brother", False),
        ("Amara, manager", False),
        ("Amara, nurse, Recruiters United", False),
    ],
)
def test_who_hires_is_marked_as_one(line, hires):
    """They are written to with more care (R28); where somebody works says nothing of it."""
    assert understood(line, GUESSES).hires is hires


def test_where_somebody_works_tells_of_no_circle():
    """The Community Hospital makes nobody a neighbour in faith."""
    assert understood("Amara, nurse, Community Hospital College", GUESSES).circle is None


def test_every_circle_can_be_guessed():
    """Each word of each circle leads to that circle."""
    for circle, words in GUESSES.circles.items():
        for each in words:
            assert guess(each, GUESSES.circles) is circle


@given(LINES)
def test_no_word_of_a_line_is_lost(line):
    """Every letter and digit that was typed stands somewhere on the card."""
    person = understood(line, GUESSES)
    kept = "".join(person.own_words)
    assert sorted(re.findall(r"\w", line)) == sorted(re.findall(r"\w", kept))
    assert bool(person.name) or not re.search(r"\w", line)


class TestNamesakes:
    """Somebody who is known already is pointed to before a double is made."""

    KNOWN = (
        Person(name="Amara Okafor", id="full"),
        Person(name="Zoë", id="zoe"),
        Person(name="Ann", id="ann"),
        Person(name="Annabel Lee", id="annabel"),
    )

    @pytest.mark.parametrize(
        ("name", "ids"),
        [
            ("amara  OKAFOR", ["full"]),
            ("Amara", ["full"]),
            ("Amara Obi", []),
            ("Zoe Luk", ["zoe"]),
            ("Ann", ["ann"]),
            ("Annabel", ["annabel"]),
            ("Lee", []),
            ("", []),
        ],
    )
    def test_a_name_is_compared_as_people_do(self, name, ids):
        """Capitals, spaces and accents do not count; a first name alone may be the same one."""
        assert [each.id for each in namesakes(self.KNOWN, name)] == ids

    def test_the_very_same_name_comes_first_and_no_more_than_three(self):
        """Of many Annas, the one called Anna and nothing else leads."""
        people = [*(Person(name=f"Anna {each}") for each in "abcdef"), Person(name="anna")]
        told = namesakes(people, "Anna")
        assert told[0].name == "anna"
        assert len(told) == MOST_NAMESAKES
