"""Doubles: two cards of one person are found, and two people of one name are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.doubles import Why, doubles_in, likely_doubles, name_key, phone_key
from core.network.merge import keep_apart
from core.people import Person

PROFILE = "https://www.linkedin.com/in/"


def card(number, name="Amara Okafor", **more):
    """A card with an id of its own."""
    return Person(id=f"{number:032x}", name=name, **more)


def why(one, other):
    """Why two cards seem to be one person's; None where they do not."""
    found = likely_doubles([card(1, **one), card(2, **other)])
    return found[0].why if found else None


class TestWhy:
    """What speaks for one person, and what against it."""

    @pytest.mark.parametrize(
        ("one", "other", "reason"),
        [
            ({"link": f"{PROFILE}amara"}, {"link": "linkedin.com/in/AMARA/?trk=x"}, Why.LINK),
            (
                {"link": f"{PROFILE}j%C3%B6rg"},
                {"link": "de.linkedin.com/in/jörg"},
                Why.LINK,
            ),
            ({"address": "A@x.org"}, {"address": " a@X.org"}, Why.ADDRESS),
            ({"phone": "+44 7700 900123"}, {"phone": "07700-900123"}, Why.PHONE),
            (
                {"organisation": "Leeds Trust"},
                {"organisation": "leeds  trust"},
                Why.NAME_AND_ORGANISATION,
            ),
            ({"organisation": "Leeds Trust"}, {}, Why.NAME),
            ({}, {}, Why.NAME),
            ({"organisation": "Leeds"}, {"organisation": "Bradford"}, Why.NAME_ELSEWHERE),
            ({"address": "a@x.org"}, {"address": "b@y.org"}, Why.NAME_ELSEWHERE),
            ({"phone": "0431 66908"}, {"phone": "0431 99629"}, Why.NAME_ELSEWHERE),
        ],
    )
    def test_the_surest_reason_is_told(self, one, other, reason):
        """A page, an address, a number, a name with a workplace, a name alone."""
        assert why(one, other) is reason

    def test_two_profiles_of_one_name_are_two_people(self):
        """Each person has one page there; a namesake at the same place is somebody else."""
        place = {"organisation": "City Hospital"}
        assert why({"link": f"{PROFILE}a", **place}, {"link": f"{PROFILE}b", **place}) is None

    def test_one_profile_is_one_person_whatever_the_name(self):
        """A name changes, the page stays."""
        one = {"name": "Amara Okafor", "link": f"{PROFILE}amara"}
        assert why(one, {"name": "A. Bello", "link": f"{PROFILE}amara"}) is Why.LINK

    @pytest.mark.parametrize("field", ["address", "phone", "link"])
    def test_what_colleagues_share_makes_them_no_double(self, field):
        """The desk's address, number and page belong to everybody there."""
        shared = {"address": "info@x.org", "phone": "0113 496 0000", "link": "https://x.org/team"}
        one = {"name": "Amara Okafor", field: shared[field]}
        assert why(one, {"name": "Tom Bell", field: shared[field]}) is None

    @pytest.mark.parametrize("field", ["address", "phone", "link"])
    @pytest.mark.parametrize(
        ("one", "other", "is_sure"),
        [
            ("Mary Brown", "Joe Brown", False),
            ("Anna Smith", "Anna Jones", False),
            ("Amara Okafor", "Amara Jane Bello", False),
            ("Mary Brown", "Mary", True),
            ("Mary Brown", "M. Brown", True),
            ("Mary Brown", "Mary B", True),
            ("J. Smith", "Mary Smith", False),
            ("Mary Ann Brown", "Brown, Mary", True),
        ],
    )
    def test_a_family_is_not_one_person(self, field, one, other, is_sure):
        """Half a name in one house may be a sister, or a new name: it is shown, never taken."""
        shared = {"address": "info@x.org", "phone": "0113 496 0000", "link": "https://x.org/team"}
        more = {field: shared[field]}
        for pair in ((one, other), (other, one)):
            [double] = likely_doubles([card(at, name, **more) for at, name in enumerate(pair)])
            assert double.is_sure == is_sure
            assert (double.why is Why.SHARED) is not is_sure

    def test_an_extension_is_no_number(self):
        """Two who noted 12 share nothing."""
        people = {"name": "Amara Okafor", "phone": "12"}, {"name": "Amara Bell", "phone": "12"}
        assert why(*people) is None


class TestNames:
    """Names as lists write them."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Okafor, Amara", "Amara Okafor"),
            ("Amara Okafor, MBA, RN", "amara  OKAFOR"),
            ("Amara (Ama) Okafor", "Amara Okafor"),
            ("Amara \u201cAma\u201d Okafor \U0001f31f", "Amara Okafor"),
            ("Zoë Müller", "Zoe Mueller"),
            ("أمارا أوكافور", "أمارا  أوكافور"),
        ],
    )
    def test_one_name_written_twice(self, one, other):
        """Order, titles, nicknames, accents and emoji do not count."""
        assert name_key(one) == name_key(other)

    @pytest.mark.parametrize("name", ["\U0001f31f", "...", "(?)", '"'])
    def test_a_name_without_letters_is_still_a_name(self, name):
        """It is like itself, and like nobody else."""
        assert name_key(name)
        assert name_key(name) != name_key("Amara")

    def test_a_number_is_compared_by_its_end(self):
        """With and without the country."""
        assert phone_key("+49 (0)170 1234567") == phone_key("0170/1234567")


class TestPairs:
    """Over everybody."""

    def test_one_pair_is_told_once_the_surest_first(self):
        """Who came in first stands first."""
        people = [
            card(1, "Tom Bell", organisation="A"),
            card(2, "Amara Okafor", address="a@x.org"),
            card(3, "Tom Bell", organisation="B"),
            card(4, "Amara Okafor", address="a@x.org"),
        ]
        found = likely_doubles(people)
        assert [(e.one.id, e.other.id, e.why) for e in found] == [
            (people[1].id, people[3].id, Why.ADDRESS),
            (people[0].id, people[2].id, Why.NAME_ELSEWHERE),
        ]

    def test_nobody_is_no_double(self):
        """An empty room is fine."""
        assert likely_doubles(()) == ()

    @pytest.mark.parametrize("turned", [False, True])
    def test_two_who_were_said_to_be_two_are_left_alone(self, workspace, turned):
        """Whichever of them it was noted on."""
        pair = [workspace.people.add(Person(name="Amara")) for _ in range(2)]
        assert len(workspace.view(doubles_in)) == 1
        keep_apart(workspace, *(reversed(pair) if turned else pair))
        assert workspace.view(doubles_in) == ()

    def test_five_thousand_of_one_address_are_no_standstill(self):
        """A key that all share costs no more than one that nobody does."""
        people = [card(each, f"Amara {each}", address="a@x.org") for each in range(5000)]
        assert len(likely_doubles(people)) < 5000 * 6

    @given(
        st.lists(
            st.builds(
                dict,
                name=st.sampled_from(["Amara Okafor", "Okafor, Amara", "Tom", "\U0001f31f"]),
                organisation=st.sampled_from(["", "Leeds", "York"]),
                address=st.sampled_from(["", "a@x.org", "t@x.org"]),
                link=st.sampled_from(["", f"{PROFILE}a", f"{PROFILE}t"]),
            ),
            max_size=6,
        )
    )
    def test_no_pair_comes_twice_and_nobody_is_their_own_double(self, rows):
        """Whatever stands on the cards; and the order of two does not decide whether they are."""
        people = [card(at, **each) for at, each in enumerate(rows)]
        pairs = [frozenset((e.one.id, e.other.id)) for e in likely_doubles(people)]
        assert len(pairs) == len(set(pairs))
        assert all(len(pair) == 2 for pair in pairs)
        assert set(pairs) == {
            frozenset((e.one.id, e.other.id)) for e in likely_doubles(people[::-1])
        }
