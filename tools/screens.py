"""The screens that the menu lists, read from its source without running it, and their states."""

import ast
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from core.content.loader import words
from core.letters.kinds import Kind
from tools.chromium import settle

CONTENTS = Path(__file__).parent.parent / "pages" / "parts" / "contents.py"
RUN = "[class*=st-key-run]"
APPLICATION = "[class*=st-key-application-]:has-text('Calder Museums')"
TALK = "[class*=st-key-talk-]"
DUE = "[class*=st-key-due-]"
HELD = "[class*=st-key-talk-]:has-text('Beatriz')"
STEPS = "[class*=act-at-]"
UNLIKE = frozenset(
    {
        "application_talks",
        "decisions_patterns",
        "interview_card",
        "offer_review_weigh",
        "paths_compare",
        "people_everyone",
        "people_gives",
        "people_map",
        "people_sprint",
        "person_log",
        "reapproach_change",
        "search_odds_shown",
        "search_says",
        "talk_after",
    }
)
"""The parts of the screens of decisions, people and the search that look like no other."""


@dataclass(frozen=True)
class Screen:
    """One screen: its file under `pages/`, its address in the app, whether the menu shows it."""

    file: str
    address: str
    hidden: bool

    @property
    def name(self) -> str:
        """The file's stem: the name of the screen in tests and pictures."""
        return Path(self.file).stem


@dataclass(frozen=True)
class State:
    """A screen after some presses, in the sample life.

    `link` selects the part of the screen whose first link is followed, `step` is the step of a
    worksheet that is gone to (0 for none), and `presses` are the labels pressed after that. `then`
    selects one more part whose first link is followed.
    """

    name: str
    address: str
    presses: tuple[str, ...] = ()
    link: str = ""
    step: int = 0
    then: str = ""

    def come_to(self, page: Page, url: str) -> None:
        """Open the screen and press what leads to this state."""
        page.goto(url + self.address)
        settle(page)
        if self.link:
            follow(page, self.link)
        if self.step:
            go_to_step(page, self.step)
        for label in self.presses:
            page.get_by_role("main").get_by_text(label, exact=True).first.click()
            settle(page)
        if self.then:
            follow(page, self.then)


def follow(page: Page, part: str) -> None:
    """Follow the first link to a screen in a part of this one; links to headings are none."""
    page.locator(part).get_by_test_id("stPageLink").get_by_role("link").first.click()
    settle(page)


def go_to_step(page: Page, number: int) -> None:
    """Go to a step of the worksheet that is open; from its end by way of the first one."""
    steps = page.locator(STEPS)
    if not steps.count():
        page.get_by_role("button", name=words("worksheet")["answers"]).click()
        settle(page)
    steps.get_by_role("radio").nth(number - 1).click()
    settle(page)


def states() -> list[State]:
    """Return the states of screens that no address alone leads to."""
    unlike = [each for each in (*_of_decisions(), *_of_people()) if each.name in UNLIKE]
    return [*_of_letters(), *_of_worksheets(), *_of_other_screens(), *unlike]


def more_states() -> list[State]:
    """Return states that look much like one of `states`: worth a picture, not a test."""
    writing = words("writing")
    begun = (writing["begin"],)
    return [
        State("worksheet_people", _address("first_48"), link=RUN, step=6),
        State(
            "worksheet_cards",
            _address("values_fit"),
            (words("worksheet")["sort_list"],),
            link=RUN,
            step=1,
        ),
        State("worksheet_needs", _address("skills_plan"), link=RUN, step=1),
        State("worksheet_view", _address("wider_view"), link=RUN),
        State("worksheet_skills_end", _address("skills_plan"), link=RUN),
        State("worksheet_setback_end", _address("setback"), link=RUN),
        State("writing_before", "/writing", begun),
        State("writing_after", "/writing", (*begun, writing["next"], writing["enough"])),
        State("skills_ads", "/skills?part=ads"),
        State("skills_trends", "/skills?part=trends"),
        State("skills_new", "/skills?skill=new"),
        *(each for each in (*_of_decisions(), *_of_people()) if each.name not in UNLIKE),
    ]


def _of_decisions() -> list[State]:
    """Return the parts of the screens of decisions, paths and the search."""
    return [
        *_parts("paths", "compare", "skills", "energy"),
        *_parts("decisions", "patterns", "employers"),
        *_parts("offer_review", "weigh", "time", "next"),
        *_parts("regret", "will", "time"),
        *_parts("reapproach", "change", "call", "later"),
        *_parts("search", "says", "odds", "try", "table", "import"),
        *_of_search(),
    ]


def _of_people() -> list[State]:
    """Return the parts of the screens of people, of one who is due, and of a talk that was held."""
    one, talk = words("person"), words("talk")
    about = [
        State(f"person_{each}", "/people", (one[f"section_{each}"],), link=DUE)
        for each in ("now", "log", "about")
    ]
    held = [
        State(f"talk_{each}", "/talks", (talk[f"section_{each}"],), link=HELD)
        for each in ("plan", "prepare", "talk", "after")
    ]
    parts = _parts("people", "everyone", "map", "gives", "sprint")
    return [*parts, *about, *held, *_parts("talks", "events", "watches")]


def _parts(screen: str, *parts: str) -> list[State]:
    return [State(f"{screen}_{each}", f"/{screen}?part={each}") for each in parts]


def _of_search() -> list[State]:
    """Return the parts of one application, its talk, and the odds for who asks for them."""
    say, show = words("application"), words("search_numbers")["odds_show"]
    parts = ("about", "asked", "research", "talks")
    shown = [
        State(f"application_{each}", "/search", (say[f"section_{each}"],), link=APPLICATION)
        for each in parts
    ]
    talk = State("interview_card", "/search", (say["section_talks"],), link=APPLICATION, then=TALK)
    return [*shown, talk, State("search_odds_shown", "/search?part=odds", (show,))]


def _of_letters() -> list[State]:
    letter, openness = words("letter"), words("openness")
    decline, back = f"/letter?letter={Kind.DECLINE_DOOR_OPEN}", f"/letter?letter={Kind.REAPPROACH}"
    reason = (openness["level_specific"], letter["another"])
    return [
        State("letter_written", f"/letter?letter={Kind.FEEDBACK_REQUEST}"),
        State("letter_reason", decline, reason),
        State("letter_call", back, (letter["step_call"],)),
        State("letter_waits", back, (letter["step_send"],)),
        State("letter_sent", "/letters", (words("letters")["open"],)),
    ]


def _of_worksheets() -> list[State]:
    """Return the cover, a step for each family of fields, and ends, one with a comparison."""
    say, prints = words("worksheet"), words("prints")
    first, values = _address("first_48"), _address("values_fit")
    return [
        State("worksheet_cover", first, (prints["blank"],)),
        State("worksheet_card", values, (say["sort_back"],), link=RUN, step=1),
        State("worksheet_rank", values, link=RUN, step=2),
        State("worksheet_matrix", values, link=RUN, step=5),
        State("worksheet_terms", _address("skills_plan"), link=RUN, step=7),
        State("worksheet_first_end", first, (prints["filled"],), link=RUN),
        State("worksheet_regret_end", _address("regret"), (say["compare"],), link=RUN),
        State("worksheet_values_end", values, link=RUN),
    ]


def _of_other_screens() -> list[State]:
    """Return the way through a case, and the parts of screens that have some."""
    writing = words("writing")
    return [
        State("route_case", "/route", link="[class*=st-key-route-case]"),
        State("writing_page", "/writing", (writing["begin"], writing["next"])),
        State("skills_plan", "/skills?part=plan"),
    ]


def _address(worksheet: str) -> str:
    return f"/worksheet?worksheet={worksheet}"


def screens(contents: Path = CONTENTS) -> list[Screen]:
    """Return the screens of the table of contents, in its order."""
    for node in ast.parse(contents.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "screens":
            calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
            return [_screen(each) for each in calls if ast.unparse(each.func) == "st.Page"]
    raise LookupError("the table of contents has no screens")


def one_of_each_room() -> tuple[Screen, ...]:
    """Return one screen of each folder: enough where all screens share one frame."""
    return tuple({Path(each.file).parent: each for each in screens()}.values())


def _screen(page: ast.Call) -> Screen:
    file = ast.literal_eval(page.args[0])
    options = {each.arg: each.value for each in page.keywords}
    told = {
        name: ast.literal_eval(options[name])
        for name in ("default", "visibility", "url_path")
        if name in options
    }
    address = "" if told.get("default") else told.get("url_path", Path(file).stem)
    return Screen(file, f"/{address}", told.get("visibility") == "hidden")
