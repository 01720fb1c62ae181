"""Ads: counted word by word, nothing guessed, nothing kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ads import OFFERED, Counted, shared_terms, stem_of, tally, told
from core.content.skills import skill_words

PLAIN = skill_words().plain
ADS = (
    (
        "Data analyst. You will write SQL queries, build dashboards in Power BI and present "
        "findings to stakeholders. A/B testing is a plus. Java 17, C++ and C#."
    ),
    (
        "We look for an analyst with strong SQL query skills.\n"
        "- Managing stakeholders\n- Power BI\n- Python, JavaScript, Node.js"
    ),
    "Reporting analyst: Excel, Power BI, presenting results. Node.js and C#.",
)
ads_texts = st.lists(st.text(max_size=200), max_size=5)


def count(skill, *ads):
    """In how many of these ads one skill is named."""
    [counted] = tally(ads or ADS, [skill])
    return counted.ads


class TestTally:
    """S2-32: how many ads ask for my skills."""

    @pytest.mark.parametrize(
        ("skill", "ads"),
        [
            ("SQL", 2),
            ("sql", 2),
            ("Power BI", 3),
            ("present", 2),
            ("manage stakeholders", 1),
            ("A/B test", 1),
            ("Node.js", 2),
            ("C#", 2),
            ("C++", 1),
        ],
    )
    def test_capitals_and_endings_do_not_count(self, skill, ads):
        """Presenting is present, managing is manage."""
        assert count(skill) == ads

    @pytest.mark.parametrize("skill", ["Java Script", "C", "R", "BI Power", "Exce", "SQ", ""])
    def test_whole_words_in_their_order_do(self, skill):
        """Java is not JavaScript, C is neither C# nor C++."""
        assert count(skill) == 0

    def test_java_is_not_javascript(self):
        """Only the ad that says Java counts."""
        assert count("Java") == 1

    def test_an_ad_counts_once(self):
        """However often it says a word, and however often it is pasted."""
        assert count("SQL", "SQL, SQL and SQL", "SQL, SQL and SQL", "  ") == 1

    def test_other_scripts_are_words_too(self):
        """An ad in another language is counted as it stands."""
        assert count("données", "Analyse de données") == 1
        assert count("データ", "データ 分析") == 1

    def test_no_ads_and_no_skills(self):
        """Nothing to count."""
        assert tally([], ["SQL"]) == (Counted("SQL", 0),)
        assert tally(ADS, []) == ()

    @given(ads_texts, st.lists(st.text(max_size=20), max_size=10))
    def test_no_skill_is_in_more_ads_than_there_are(self, ads, skills):
        """Whatever is pasted, in the order of the skills."""
        counted = tally(ads, skills)
        assert [each.term for each in counted] == skills
        assert all(0 <= each.ads <= len(told(ads)) for each in counted)


class TestSharedTerms:
    """Other words that ads share are offered, as they stand there."""

    def test_what_two_ads_share_is_offered(self):
        """The most shared first, known skills left out."""
        offered = shared_terms(ADS, ["SQL"], PLAIN)
        assert Counted("Power BI", 3) in offered
        assert Counted("Node.js", 2) in offered
        assert "SQL" not in [each.term for each in offered]
        assert [each.ads for each in offered] == sorted((e.ads for e in offered), reverse=True)

    def test_a_part_of_a_longer_term_is_left_to_it(self):
        """Power and BI only ever stand together."""
        terms = {each.term for each in shared_terms(ADS, [], PLAIN)}
        assert not terms & {"Power", "BI"}

    def test_plain_words_are_never_offered(self):
        """Nobody plans to learn "strong team"."""
        ad = "We are looking for a strong team player with experience in forklift driving"
        terms = {each.term for each in shared_terms([ad, f"{ad}. Apply now"], [], PLAIN)}
        assert "forklift" in " ".join(terms)
        assert not any("team" in each or "experience" in each for each in terms)

    def test_a_term_does_not_run_over_a_full_stop(self):
        """Words on both sides of a stop, a comma or a line have nothing to do with each other."""
        ads = ["Excel, Python\nSales", "excel, python\nsales."]
        assert {each.term.casefold() for each in shared_terms(ads, [], PLAIN)} == {
            "excel",
            "python",
            "sales",
        }

    def test_one_ad_shares_nothing(self):
        """Nor does the same ad twice."""
        assert shared_terms([ADS[0], ADS[0]], [], PLAIN) == ()
        assert shared_terms([], [], PLAIN) == ()

    def test_long_lists_end(self):
        """Twenty are enough to look through."""
        words = ", ".join(f"skill{chr(97 + at)}{chr(97 + at)}x" for at in range(26))
        assert len(shared_terms([words, f"{words} b"], [], PLAIN)) == OFFERED

    @given(ads_texts)
    def test_each_is_in_two_ads_at_least(self, ads):
        """Whatever is pasted; what is offered can be counted again and gives the same number."""
        for each in shared_terms(ads, [], PLAIN):
            assert 2 <= each.ads <= len(told(ads))
            assert count(each.term, *ads) >= each.ads


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("managing", "manage"),
        ("studies", "study"),
        ("planning", "plan"),
        ("coding", "code"),
        ("customer's", "customers"),
        ("tested", "testing"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other):
    """Common endings only; nothing is looked up."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C#"), ("R", "Rs"), ("custom", "customer"), ("pricing", "print")]
)
def test_other_words_stay_apart(one, other):
    """Short words and different words."""
    assert stem_of(one) != stem_of(other)
