"""Two short worksheets of the search: wishes sorted, and a profile held against ads."""

from datetime import date

import pytest

from core.content.slots import fill
from core.worksheets.answers import Answers
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in

TODAY = date(2026, 3, 12)
WIDER = worksheet_in("wider_search.toml")
PROFILE = worksheet_in("profile_check.toml")
WISHES = {"pay": "Fair pay", "near": "Near home", "team": "A small team", "late": "Late start"}


def results(sheet, raw):
    """The results of a run, by the id of each."""
    return {each.result.id: each for each in results_of(Answers(sheet, raw), Around(TODAY))}


def said(sheet, raw, result):
    """The sentences of one result as they are read."""
    told = results(sheet, raw).get(result)
    if not told:
        return []
    return [fill(told.result.says[each.id], **each.facts) for each in told.outcome.says]


def wider(musts, nices, **lacks):
    """Answers of the sorter: wishes in piles, and roles with what they lack."""
    raw = {"wishes": list(WISHES)} | {f"wishes.{key}.wish": w for key, w in WISHES.items()}
    raw |= {f"sorted.{key}": "must" for key in musts} | {f"sorted.{key}": "nice" for key in nices}
    raw["roles"] = list(lacks)
    raw |= {f"roles.{key}.role": key.title() for key in lacks}
    return raw | {f"roles.{key}.lacks": each for key, each in lacks.items()}


class TestWishes:
    """Which roles come back if one nice-to-have is let go (S1-24)."""

    def test_the_wish_that_brings_back_most_is_named_first(self):
        """With the roles, and with those that stay out."""
        raw = wider(
            ["pay"],
            ["near", "team"],
            cook=["near"],
            nurse=["near", "late"],
            clerk=["team"],
            guard=["pay"],
            tutor=["near", "team"],
            baker=[],
        )
        outcome = results(WIDER, raw)["back"].outcome
        assert outcome.rows == (("Near home", 2, "Cook, Nurse"), ("A small team", 1, "Clerk"))
        assert outcome.picture is Picture.BARS
        told = said(WIDER, raw, "back")
        assert told[0].endswith("Near home. It brings back 2: Cook, Nurse.")
        assert told[1:] == [
            "Roles that have all of it: 1 of 6.",
            "These lack two nice-to-haves or more: Tutor.",
            "These lack a must-have, and stay out: Guard.",
        ]

    def test_where_no_single_wish_helps_it_says_so(self):
        """Two together might."""
        told = said(WIDER, wider([], ["near", "team"], cook=["near", "team"]), "back")
        assert told[1] == "No single wish brings a role back. Two of them together might."

    def test_only_musts_leave_nothing_to_let_go(self):
        """The roles that stay out are still named."""
        told = said(WIDER, wider(["pay"], [], cook=["pay"], baker=[]), "back")
        assert told == [
            "Roles that have all of it: 1 of 2.",
            "These lack a must-have, and stay out: Cook.",
        ]

    @pytest.mark.parametrize("raw", [{}, wider(["pay"], []), wider([], [], cook=["pay"])])
    def test_without_roles_or_piles_there_is_nothing_to_tell(self, raw):
        """No table of nothing."""
        assert results(WIDER, raw) == {}

    def test_only_nice_wishes_can_be_let_go(self):
        """A must stays where it is."""
        answers = Answers(WIDER, wider(["pay"], ["near"], cook=["near"]))
        offered = answers.choices(WIDER.fields["let_go"])
        assert [each.label for each in offered] == ["Near home"]


class TestProfile:
    """Which words of ads a profile has, and which it lacks (S1-26)."""

    ADS = (
        "We look for stakeholder management and Excel.",
        "Stakeholder management, SQL. Excel is a plus.",
    )

    def raw(self, profile, **more):
        """Two ads and a profile."""
        return {"ad_1": self.ADS[0], "ad_2": self.ADS[1], "profile": profile, **more}

    def test_by_hand(self):
        """Excel is there, managing stakeholders is not in these words."""
        raw = self.raw("I love Excel.")
        assert results(PROFILE, raw)["words"].outcome.rows == (("stakeholder management", 2),)
        told = said(PROFILE, raw, "words")
        assert told[0] == "Your text has 1 of 2 of these words."
        assert told[-1] == "It has: Excel."

    def test_words_that_were_named_come_first(self):
        """Each once, with commas or in lines, and those in no ad count 0."""
        raw = self.raw("Python and Excel", keywords="SQL, python\n- SQL;  Rust")
        assert results(PROFILE, raw)["words"].outcome.rows == (
            ("SQL", 1),
            ("Rust", 0),
            ("stakeholder management", 2),
        )

    def test_the_profile_is_never_told_back(self):
        """It is private writing, and so are the ads."""
        raw = self.raw("My secret garden, and Excel")
        assert "garden" not in f"{results(PROFILE, raw)}"
        private = [PROFILE.fields[each].private for each in ("profile", "ad_1", "ad_2", "ad_3")]
        assert all(private)

    def test_one_ad_shares_nothing_with_itself(self):
        """It says how to go on."""
        raw = {"ad_1": self.ADS[0], "profile": "Excel"}
        assert [each[:12] for each in said(PROFILE, raw, "words")] == ["These ads sh"]

    @pytest.mark.parametrize("raw", [{}, {"profile": "Excel"}, {"ad_1": "Excel", "ad_2": "Excel"}])
    def test_without_both_there_is_nothing_to_tell(self, raw):
        """No profile, or no ad."""
        assert "words" not in results(PROFILE, raw)

    def test_what_is_still_open_on_the_list(self):
        """In the order of the list; all of it is said as well."""
        every = list(PROFILE.fields["has"].choices)
        [told] = said(PROFILE, {"has": every[2:]}, "parts")
        assert told.startswith("Still open: The role that I look for, in its first line; Where, ")
        assert said(PROFILE, {"has": every}, "parts") == ["Everything on this list is there."]
