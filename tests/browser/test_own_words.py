"""A person's own words on every screen: as they were typed, and nothing else comes of them."""

import json
from datetime import datetime

import pytest
from playwright.sync_api import expect

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import words
from core.me import Me
from core.people import Person as Named
from core.steps import Step
from pages.parts.plain_text import JOINER
from tests.browser.person import Person, lived, stored
from tools.serving import Server

CHECK_IN, CASE = words("check_in"), words("case")
MY_WORDS, CASES = words("my_words"), words("cases")
MARKUP = ":red[x] ![i](https://x.invalid/i) $x$ :smile: <img src=x onerror=alert(1)>"
EMPLOYER = "a -> b -- c >= d & Sons"
ROLE = "https://x.invalid/r ana@x.invalid"
LINE = f"{MARKUP} -> -- >="
TEXT = f"  {EMPLOYER}\n    {ROLE}\n{MARKUP}\n# no heading\n- no list"
DONE_TO = """() => {
    const main = document.querySelector("[data-testid=stMain]")
    const found = (selector) => main.querySelectorAll(selector).length
    return {
        images: found("img"), scripts: found("script, [onerror], iframe"), sums: found(".katex"),
        colours: [...main.querySelectorAll("[class*=ColoredText]")].filter(
            each => each.textContent === "x").length,
        away: [...main.querySelectorAll("a[href]")].filter(
            each => each.protocol === "mailto:" || each.host !== location.host).length,
    }
}"""
NOTHING = {"images": 0, "scripts": 0, "sums": 0, "colours": 0, "away": 0}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yield Ajar on a folder in which every field holds something that Markdown would read."""
    folder = tmp_path_factory.mktemp("words") / "data"
    today = datetime.now().astimezone().date()
    (person,) = lived(folder, Named(name=LINE, how_known=LINE, address=LINE))
    (case,) = lived(
        folder,
        Case(
            direction=Direction.I_SAID_NO,
            happened_on=today,
            employer=EMPLOYER,
            role=ROLE,
            stages=(StageReached(stage=Stage.OFFER),),
            story=TEXT,
            protected=LINE,
            referrer_id=person.id,
            contact_id=person.id,
        ),
    )
    felt = (Felt(word=LINE, strength=4), Felt(word="heavy", family="sad", strength=6))
    check_in = CheckIn(happened_on=today, mood=4, feelings=felt, note=TEXT, case_id=case.id)
    later = CheckIn(happened_on=today, mood=6, feelings=felt[:1], note=LINE)
    lived(folder, check_in, later, later, Me(name=LINE))
    lived(folder, Step(text=LINE, due=today), Step(text=ROLE, due=today))
    server = Server("app.py", folder).start()
    yield server
    server.stop()


@pytest.fixture
def person(server, page):
    """Return a person at these screens; at the end, nothing has come of any word."""
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    yield Person(page, server.url)
    assert page.evaluate(DONE_TO) == NOTHING
    assert not [each for each in page.asked if "invalid" in each]


def reads(person, *texts):
    """Assert that the screen shows these texts, letter by letter but for joiners and spaces."""
    shown = person.page.get_by_test_id("stMain").inner_text().replace(JOINER, "")
    for text in texts:
        assert " ".join(text.split()) in " ".join(shown.split())


def test_on_today(person):
    """The greeting, the case in hand, its suggestion, and the steps."""
    reads(person.open(), f", {LINE}", f"{EMPLOYER}, {ROLE}", LINE, ROLE)


def test_on_what_happened(person):
    """The card of a case, and what it kept safe."""
    reads(person.open("/cases"), f"{EMPLOYER}, {ROLE}", f"{CASES['protected']}: {LINE}")


def test_in_the_fields_of_a_case(person, server):
    """Fields hold the letters exactly, spaces and lines too."""
    case = stored(server.folder)["cases"][0]
    person.open(f"/case?case={case['id']}")
    person.unfold_all()
    expect(person.field(CASE["employer"])).to_have_value(EMPLOYER)
    expect(person.field(CASE["role"])).to_have_value(ROLE)
    expect(person.field(CASE["story"])).to_have_value(TEXT.strip())
    expect(person.field(CASE["protected"])).to_have_value(LINE)
    expect(person.field(CASE["who_referrer"])).to_have_value(LINE)


def test_in_the_list_of_cases(person):
    """The question which case a check-in belongs to, open and chosen."""
    person.open("/check_in").unfold(CHECK_IN["more"])
    person.choose(CHECK_IN["case"], f"{EMPLOYER}, {ROLE}")
    box = person.page.get_by_role("combobox", name=CHECK_IN["case"])
    expect(box).to_have_value(f"{EMPLOYER}, {ROLE}")


def test_as_a_word_for_a_feeling(person):
    """A word of one's own, in the question how strong it is."""
    person.open("/check_in")
    person.write(CHECK_IN["own_word"], LINE)
    reads(person, f"How strong is {LINE}?")


def test_over_time(person):
    """The most frequent word, each check-in with its case, words and note, and the table."""
    person.open("/progress")
    reads(person, f"“{LINE}”", f"{LINE} 4 / 10", f"{EMPLOYER}, {ROLE}", *TEXT.splitlines())
    note = person.page.get_by_test_id("stText").filter(has_text="no heading")
    assert "\n    https://x.invalid/r" in note.evaluate("each => each.textContent")


def test_on_my_words(person):
    """The list of what can be deleted for good names a record as it was typed."""
    person.open("/my_words")
    person.pick(MY_WORDS["section"], MY_WORDS["section_gone"])
    for word in (EMPLOYER, ROLE, MARKUP[:30]):
        person.write(MY_WORDS["forget_search"], word)
        options = person.open_list(MY_WORDS["forget_choose"])
        assert any(word in each.replace(JOINER, "") for each in options), options
        person.page.keyboard.press("Escape")


def test_in_what_is_taken_home(person):
    """The download holds exactly what was typed: no joiner, nothing changed."""
    person.open("/my_words")
    with person.page.expect_download() as downloading:
        person.button(MY_WORDS["download_button"]).click()
    taken = json.loads(downloading.value.path().read_bytes())
    (case,) = taken["cases"].values()
    kept = (case["employer"], case["role"], case["story"], case["protected"])
    assert kept == (EMPLOYER, ROLE, TEXT.strip(), LINE)
    assert [each["text"] for each in taken["steps"].values()] == [LINE, ROLE]
    assert JOINER not in json.dumps(taken, ensure_ascii=False)
