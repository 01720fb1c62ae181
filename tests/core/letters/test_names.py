"""Names: nobody is greeted by half a name, by a title alone or by a degree."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.kinds import Tone
from core.letters.names import greeting_name

close = pytest.mark.parametrize("tone", [Tone.WARM, Tone.DIRECT])
every_tone = pytest.mark.parametrize("tone", Tone)


@pytest.mark.parametrize(
    ("full", "given", "whole"),
    [
        ("Amara Bello", "Amara", "Amara Bello"),
        ("  Amara   Bello ", "Amara", "Amara Bello"),
        ("Mary-Jane O'Neil", "Mary-Jane", "Mary-Jane O'Neil"),
        ("Sinéad", "Sinéad", "Sinéad"),
        ("LIND, Jonas", "Jonas", "Jonas LIND"),
        ("Lind,Jonas", "Jonas", "Jonas Lind"),
        ("Jonas,", "Jonas", "Jonas"),
        ("Иван Петров", "Иван",
         "Иван Петров"),
        ("Ελένη Παππά", "Ελένη",
         "Ελένη Παππά"),
        ("Amara Bello, PhD", "Amara", "Amara Bello"),
        ("Amara Bello, Ph.D., RN", "Amara", "Amara Bello"),
        ("Martin King, Jr.", "Martin", "Martin King"),
        ("Amara Bello (HR)", "Amara", "Amara Bello"),
        ("Sam Reyes (they/them)", "Sam", "Sam Reyes"),
        ("Alexandra (Sasha) Petrova", "Alexandra", "Alexandra Petrova"),
        ("Sirius Black", "Sirius", "Sirius Black"),
    ],
)  # fmt: skip
def test_the_given_name_is_for_friends(full, given, whole):
    """A warm and a direct letter greet by the given name, a formal one by the whole name."""
    assert greeting_name(full, Tone.WARM) == given
    assert greeting_name(full, Tone.DIRECT) == given
    assert greeting_name(full, Tone.FORMAL) == whole


@pytest.mark.parametrize(
    ("full", "greeted"),
    [
        ("Dr Amina Okafor", "Dr Okafor"),
        ("DR. AMINA OKAFOR", "DR. OKAFOR"),
        ("Prof. Elena García-Ruiz", "Prof. García-Ruiz"),
        ("Okafor, Dr Amina", "Dr Okafor"),
        ("Mr Okafor", "Mr Okafor"),
        ("Frau Müller (HR)", "Frau Müller"),
        ("Dr Amina Okafor, MD", "Dr Okafor"),
        ("Mx Lee", "Mx Lee"),
    ],
)
@every_tone
def test_a_title_goes_with_the_last_name(tone, full, greeted):
    """Who is known with a title is greeted with it, in every tone."""
    assert greeting_name(full, tone) == greeted


@pytest.mark.parametrize(
    "full",
    [
        "田中 太郎",
        "김 서준",
        "محمد العلي",
        "דנה לוי",
        "अनिता शर\u094dमा",
        "J. Novák",
        "R Singh",
        "Lena and Joel",
        "Lena & Joel",
        "Dr Okafor and Mr Lind",
        "the hiring team",
        "Hiring Team",
        "HR",
        "Acme Recruitment",
        "everyone on the panel",
        "Dr",
        "(Lena)",
        "\U0001f642 Lena",
        "42",
    ],
)
@every_tone
def test_what_has_no_given_name_in_front_stands_whole(tone, full):
    """Names in other scripts, initials, teams and several people are not cut."""
    assert greeting_name(full, tone) == full


@pytest.mark.parametrize("full", ["", " ", ",", " , ,"])
@every_tone
def test_nobody_is_nobody(tone, full):
    """Without a name there is none to greet by."""
    assert greeting_name(full, tone) == ""


@every_tone
@given(full=st.text(max_size=200))
def test_a_greeting_is_made_of_the_name(tone, full):
    """Whatever is typed, the greeting holds nothing else, and no stray blanks."""
    greeted = greeting_name(full, tone)
    assert Counter(greeted.replace(" ", "")) <= Counter(full)
    assert greeted == " ".join(greeted.split())
