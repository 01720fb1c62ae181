"""Support: a person's help is one click from everywhere, and says how sure its numbers are."""

import pytest

from core.content.loader import support_words, words

SUPPORT = "support.py"
SCREENS = ["today.py", "reflect/cases.py", "reflect/case.py", "feel/check_in.py", "progress.py"]


@pytest.mark.parametrize("path", [*SCREENS, "my_words.py", SUPPORT])
def test_every_screen_links_to_support_and_says_what_this_is_not(visit, path):
    """The link stands above, the scope line below."""
    screen = visit(path)
    links = [each.proto.label for each in screen.app.get("page_link")]
    assert words("frame")["support_link"] in links
    assert support_words().scope in screen.seen


def test_without_a_country_it_shows_what_helps_everywhere(visit):
    """No number is guessed."""
    screen = visit(SUPPORT)
    assert not screen.app.metric
    assert support_words().anywhere.address_words in [
        each.proto.label for each in screen.app.get("link_button")
    ]


@pytest.mark.parametrize("code", sorted(support_words().countries))
def test_each_country_shows_its_lines_and_how_far_they_were_checked(visit, stored, code):
    """Service, number, emergency; "not yet checked by us" where nobody has called."""
    screen = visit(SUPPORT)
    screen.named("selectbox", "support.country").set_value(code)
    screen.run()
    country = support_words().countries[code]
    shown = {each.label: each.value for each in screen.app.metric}
    for line in country.lines:
        assert shown[line.service] == " / ".join(line.numbers)
    assert " / ".join(country.emergency) in shown.values()
    assert screen.seen.count("Not yet checked by us") >= len(country.lines)
    assert stored().me.country == code


def test_the_choice_is_remembered(visit):
    """The next visit opens with the country chosen."""
    screen = visit(SUPPORT)
    screen.named("selectbox", "support.country").set_value("NZ")
    screen.run()
    assert visit(SUPPORT).named("selectbox", "support.country").value == "NZ"


def test_the_button_opens_the_card_at_once(visit):
    """Above everything else, with lines, and until it is closed."""
    screen = visit(SUPPORT)
    screen.press("support.not_safe")
    assert screen.in_crisis
    screen.app.switch_page("today.py")
    screen.run()
    assert screen.in_crisis
    screen.press("crisis.close")
    assert not screen.in_crisis
