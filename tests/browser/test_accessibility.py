"""Every screen can be used by everybody: axe finds nothing but what native widgets raise alone."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from core.content.loader import words
from core.workspace import WORDS_FILE
from tests.browser.conftest import NARROW, WIDE
from tests.browser.harness import allowed, axe, foreign, settled, streamlit_version
from tools.screens import screens, states

STOPPED = words("frame")["broken_title"]
FILL = "each => getComputedStyle(each).fill"
OVERFLOW = """() => {
    const main = document.querySelector("[data-testid=stMain]")
    return main.scrollWidth - main.clientWidth
}"""


def assert_usable(page, *looks):
    """Assert that axe finds nothing of ours and nothing runs over the side, in these looks.

    The theme changes under the page as the system's does.
    """
    for scheme, size in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        settled(page)
        expect(page.get_by_role("heading", name=STOPPED)).to_have_count(0)
        assert axe(page) == [], (scheme, size)
        assert page.evaluate(OVERFLOW) == 0, (scheme, size)


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_a_screen_is_sealed_and_usable(sample, open_page, screen):
    """The policy stops nothing that it needs, it asks this computer alone, support is in sight.

    And in each theme and each width once, axe finds nothing of ours.
    """
    page = open_page(sample.url + screen.address)
    expect(page).to_have_title(words("frame")[screen.name])
    expect(page.get_by_role("link", name=words("frame")["support_link"])).to_be_in_viewport()
    assert [each for each in page.complaints if "404" not in each] == []
    assert len(page.asked) > 10
    assert foreign(page.asked) == []
    assert_usable(page, ("light", NARROW), ("dark", WIDE))


@pytest.mark.parametrize("state", states(), ids=lambda state: state.name)
def test_axe_finds_nothing_on_the_way(sample, page, state):
    """Nor in the states of letters, worksheets and others, paired the other way round."""
    state.come_to(page, sample.url)
    assert_usable(page, ("light", WIDE), ("dark", NARROW))


def test_a_chart_is_written_in_the_ink_of_the_page(sample, open_page):
    """Words in a picture have the contrast of every other word, in light and dark."""
    page = open_page(f"{sample.url}/search?part=says")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        settled(page)
        ink = page.get_by_test_id("stMain").evaluate("each => getComputedStyle(each).color")
        words_of_chart = page.locator("svg.marks text")
        expect(words_of_chart.first).to_be_visible()
        assert {each.evaluate(FILL) for each in words_of_chart.all()} == {ink}


@pytest.mark.parametrize("file", [None, '{"cases": {"1": {'], ids=["first_run", "recovery"])
def test_axe_finds_nothing_before_there_are_words(start, new_page, tmp_path, file):
    """The first run, and the way back from a damaged file, are as usable as the rest."""
    if file:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / WORDS_FILE).write_text(file, encoding="utf-8")
    server = start()
    title = words("recovery")["title"] if file else words("today")["welcome"]
    for scheme, size in (("light", NARROW), ("dark", WIDE)):
        page = new_page(scheme=scheme, size=size)
        page.goto(server.url)
        settled(page)
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        assert axe(page) == []


@pytest.mark.parametrize("entry", allowed(), ids=lambda entry: f"{entry['rule']}-{entry['widget']}")
def test_an_allowed_rule_is_streamlits_own(serve, open_page, entry):
    """Each entry of the allow-list is raised by the bare widget of the installed Streamlit."""
    assert entry["streamlit"] == streamlit_version()
    url = serve("tests/browser/apps/bare_app.py")
    page = open_page(f"{url}/?widget={quote(entry['widget'])}", size=NARROW)
    assert entry["rule"] in [rule for rule, *_ in axe(page, everything=True)]
    assert entry["rule"] not in [rule for rule, *_ in axe(page)]
