"""People, talks and the calendar in a browser: from a list of five hundred to one kind note."""

from datetime import timedelta
from http import HTTPStatus
from itertools import product
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import vobject
from icalendar import Calendar
from playwright.sync_api import expect

from core.check_ins import CheckIn
from core.content.letters import fact_words
from core.content.loader import fill, network_words, talk_words, words
from core.letters.kinds import Kind
from core.network.suggested import A_WEEK
from core.network.talks import Event, Talk, Watch
from core.network.touchpoints import Channel, Started
from core.people import Circle, Closeness
from core.people import Person as Known
from core.values import Value
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from tests.browser.conftest import NARROW, NOON
from tests.browser.filling import go_on, keep_ticked, sees_all, told
from tests.browser.harness import axe, settled
from tests.browser.paper import taken
from tests.browser.person import Person, emptied, lived, stored

PEOPLE, DUE, ONE, ON_TODAY = (
    words(each) for each in ("people", "people_due", "person", "people_today")
)
BRING, SPRINT, SAY = words("people_import"), words("sprint"), words("worksheet")
TALK, CALENDAR = words("talk"), words("calendar")
LETTER, SENDING = words("letter"), words("sending")
LABELS = network_words()
TODAY = NOON.date()
MANY, CONNECTIONS = 5000, 500
FIRST_NAMES = [f"{first}{last}" for first in ("Al", "Bo", "Cer", "Dun", "Eri") for last in "abehk"]
LAST_NAMES = [f"{first}{last}" for first in ("Var", "Lim", "Sto", "Qui") for last in "adeno"]
LINE = "Amara, ex-colleague, Leeds trust"
NOTE = "She starts a new job in May"


def day(days):
    """The day so many days from today."""
    return TODAY + timedelta(days=days)


def reload(person):
    """Load the page anew, as after a power cut."""
    person.page.reload()
    settled(person.page)


def connections(folder, known):
    """Five hundred connections as LinkedIn writes them, `known` among them, and their file."""
    rows = [
        f"{first},{last},https://www.linkedin.com/in/{first}-{last}{at}".lower().title()
        + f",,House {at % 60},Planner,{1 + at % 28:02} Mar 2024"
        for at, (first, last) in enumerate(product(FIRST_NAMES, LAST_NAMES))
    ]
    first, _, last = known.name.partition(" ")
    rows[7] = f"{first},{last},,{known.address},Tern Labs,Head of care,04 May 2023"
    head = ["Notes:", '"When exporting your data, some addresses are missing."', ""]
    head += ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    file = folder.parent / "Connections.csv"
    file.write_text("\n".join([*head, *rows]), encoding="utf-8")
    return file


def suggested(person):
    """The names on the cards of this week, from above."""
    cards = person.page.locator("[class*=st-key-due-week]")
    links = [each.get_by_role("link").first for each in cards.all()]
    return [each.inner_text().splitlines()[-1] for each in links]


def test_from_five_hundred_connections_to_one_note(server, person):
    """Brought in, sorted out, five placed, a letter, the reply; then a sprint sets the pace."""
    known = Known(name="Ada Berg", address="ada@tern.example", how_known="my first ward")
    twins = (
        Known(name="Ines Roy", address="ines@hull.example", how_known="a course"),
        Known(name="Inês Roy", address="Ines@hull.example", organisation="Hull Council"),
    )
    lived(server.folder, known, *twins, now=NOON)
    brings_in(person, connections(server.folder, known))
    people = stored(server.folder)["people"]
    assert len(people) == len(twins) + CONNECTIONS
    [ada] = [each for each in people if each["name"] == known.name]
    assert (ada["how_known"], ada["role"]) == (known.how_known, "Head of care")
    person.pick(BRING["section"], fill(BRING["section_doubles_count"], count=1))
    person.sees(BRING["doubles_count_one"])
    person.press(BRING["make_one"])
    person.sees(BRING["made_one"])
    assert len(stored(server.folder)["people"]) == len(people) - 1
    places_five(person)
    person.open("/people?part=week")
    before = suggested(person)
    assert len(before) == A_WEEK
    writes_to_the_first(person)
    person.open("/people?part=week")
    assert suggested(person) == before[1:]
    hears_back(person, server.folder, before[0])
    person.open("/people?part=week")
    assert suggested(person) == before[1:]
    plans_a_sprint(person)
    person.open("/people?part=week")
    person.sees(PEOPLE["week_paced"])
    assert {*suggested(person)} <= {*before[1:]} - in_the_sprint(server.folder)
    person.follow(PEOPLE["to_sprint"])
    person.sees(SPRINT["five"])


def in_the_sprint(folder):
    """The names of the five who were picked."""
    [answers] = [each["answers"] for each in stored(folder)["runs"]]
    return {answers[f"people.{each}.who"] for each in answers["five"]}


def brings_in(person, file):
    """Look at the list, have what is empty filled for who is known, and say yes."""
    person.open("/people")
    person.pick(PEOPLE["section"], PEOPLE["section_everyone"])
    person.follow(PEOPLE["to_import"])
    person.page.locator("input[type=file]").set_input_files(file)
    settled(person.page)
    person.sees(told(BRING["preview_new"], count=CONNECTIONS - 1))
    person.sees(told(BRING["known_here"], count=1))
    assert axe(person.page) == []
    person.pick(BRING["twins"], BRING["twins_fill"])
    person.press(told(BRING["yes_both"], count=CONNECTIONS - 1, filled=1))
    person.sees(told(BRING["brought"], count=CONNECTIONS - 1, filled=1))


def places_five(person):
    """Tap a circle and a closeness for five of those who are not placed."""
    person.open("/people?part=map")
    person.press(PEOPLE["place"])
    ties = (Closeness.CLOSE, Closeness.WARM, Closeness.WEAK, Closeness.WEAK, Closeness.WEAK)
    asked = person.page.locator("[class*=st-key-people-placing]")
    for circle, closeness in zip(Circle, ties, strict=False):
        who = asked.inner_text().splitlines()[0]
        card = person.within("st-key-people-placing")
        card.pick(PEOPLE["circle"], LABELS.circles[circle])
        card.pick(PEOPLE["closeness"], LABELS.closeness[closeness])
        card.press(PEOPLE["place_save"])
        expect(asked).not_to_contain_text(who)
    person.sees(told(PEOPLE["weak_told"], count=5, weak=3))


def plans_a_sprint(person):
    """Go through the worksheet as it comes filled in, and keep a day for each note."""
    person.open("/people?part=sprint")
    person.follow(SPRINT["begin"])
    person.press(SAY["begin"])
    for step in worksheets()["sprint"].steps:
        person.sees(step.title)
        if step.id != "after":
            go_on(person)
    person.press(SAY["finish"])
    sees_all(person, "sprint", ("plan", "days", {"count": 5}))
    keep_ticked(person)
    person.open("/people?part=sprint")
    person.sees(SPRINT["five"])


def writes_to_the_first(person):
    """Write the letter that the first card leads to, and note that it went."""
    card = person.page.locator("[class*=st-key-due-week]").first
    card.get_by_role("link", name=DUE["write"]).click()
    settled(person.page)
    for fact, text in (
        ("about_them", "your talk on quiet handovers"),
        ("use_to_them", "a short guide on swaps"),
        ("me", "Sam Reyes"),
    ):
        label = fact_words(Kind.STAY_IN_TOUCH, fact).label
        if not person.field(label).input_value():
            person.write(label, text)
    person.sees(LETTER["ready"])
    person.press(LETTER["go_on"])
    person.press(SENDING["mark_sent"])
    person.sees(told(SENDING["marked"]))


def hears_back(person, folder, name):
    """Note the reply on the screen of the person, who is not due for a good while."""
    [one] = [each for each in stored(folder)["people"] if each["name"] == name]
    person.open(f"/person?person={one['id']}&part=log")
    person.sees(ONE["you_wrote"])
    person.pick(ONE["channel"], LABELS.channels[Channel.EMAIL])
    person.pick(ONE["began"], LABELS.started[Started.THEM])
    person.press(ONE["log_save"])
    person.sees(told(ONE["clock_again"]))


@pytest.fixture
def on_phone(server, new_page):
    """Yield somebody with a phone at that app, with an empty file."""
    emptied(server.folder)
    page = new_page(size=NARROW)
    yield Person(page, server.url)
    assert [each for each in page.complaints if "404" not in each] == []


def test_one_line_on_a_phone(server, on_phone):
    """A line becomes a person; put off and undone, then a contact; no reload loses a word."""
    person = on_phone.open("/people")
    person.write(PEOPLE["line"], LINE)
    person.sees(told(PEOPLE["read_where"], what="Leeds trust"))
    person.pick(PEOPLE["closeness"], LABELS.closeness[Closeness.WARM])
    reload(person)
    expect(person.field(PEOPLE["line"])).to_have_value(LINE)
    person.press(PEOPLE["keep"])
    person.sees(told(PEOPLE["kept"], name="Amara"))
    [amara] = stored(server.folder)["people"]
    assert (amara["circle"], amara["closeness"]) == (Circle.PAST_WORK, Closeness.WARM)
    person.pick(PEOPLE["section"], PEOPLE["section_week"])
    person.press(DUE["snooze"])
    person.sees(told(DUE["snoozed"], name="Amara"))
    person.sees(PEOPLE["week_empty"])
    person.press(DUE["undo"])
    person.sees(DUE["undone"])
    person.sees_no(PEOPLE["week_empty"])
    person.follow(DUE["in_touch"])
    person.pick(ONE["channel"], LABELS.channels[Channel.MET])
    person.write(ONE["note"], NOTE)
    reload(person)
    expect(person.field(ONE["note"])).to_have_value(NOTE)
    person.press(ONE["log_save"])
    person.sees(told(ONE["clock_again"]))
    kept = stored(server.folder)
    assert [each["note"] for each in kept["touchpoints"]] == [NOTE]
    assert [each["snoozed_until"] for each in kept["people"]] == [None]
    person.open("/people")
    person.sees(PEOPLE["week_empty"])


def test_a_talk_from_its_questions_to_thanks(server, person):
    """A talk is asked for, prepared, held: the log, the values, people and skills know of it."""
    bea = Known(name="Beatriz Sol", organisation="Tern Labs", made_shift=True)
    bea, _ = lived(server.folder, bea, Value(name="Eating together", rank=1), now=NOON)
    person.open(f"/person?person={bea.id}")
    person.follow(ONE["plan_talk"])
    person.write(TALK["topic"], "From the ward to the lab")
    person.press(TALK["save"])
    person.sees(TALK["saved_open"])
    person.pick(TALK["section"], TALK["section_prepare"])
    person.write(TALK["goal_ask"], "Which course she took")
    person.press(TALK["save_goal"])
    person.sees(TALK["goal_saved"])
    question = talk_words().questions["made_move"].questions[0]
    person.press(question)
    person.pick(TALK["section"], TALK["section_talk"])
    person.sees(question)
    person.pick(TALK["section"], TALK["section_after"])
    person.press(TALK["we_talked"])
    person.sees(TALK["held_saved"])
    person.write(TALK["learned_lines"][0], "One evening course was enough")
    person.write(TALK["culture"], "They eat together at noon")
    person.write(TALK["skills"], "Pipetting")
    person.write(TALK["who_else"], "Ines Roy")
    person.press(TALK["save_after"])
    person.sees(told(TALK["now_known"], names="Ines Roy"))
    person.press(told(TALK["skill_add"], skill="Pipetting"))
    person.press(TALK["thanks_out"])
    person.sees(told(TALK["thanks_sent"]))
    kept = stored(server.folder)
    assert [(each["person_id"], each["talk_id"]) for each in kept["touchpoints"]] == [
        (bea.id, kept["talks"][0]["id"])
    ]
    assert kept["talks"][0]["questions"] == [question]
    assert [each["name"] for each in kept["skills"]] == ["Pipetting"]
    [ines] = [each for each in kept["people"] if each["name"] == "Ines Roy"]
    assert ines["introduced_by"] == bea.id
    person.open(f"/person?person={bea.id}&part=log")
    person.sees("One evening course was enough")
    person.follow(ONE["open_talk"])
    person.sees(told(TALK["thanks_sent"]))
    person.open("/values?part=fit")
    person.sees(words("talks")["signs"])
    person.sees("They eat together at noon")


def somebody(name, days_ago, closeness=Closeness.WARM, **facts):
    """A person of this closeness whose last contact was so many days ago."""
    return Known(name=name, closeness=closeness, last_before=day(-days_ago), **facts)


def test_a_heavy_day_folds_people_into_one_line(server, person):
    """Three wait for a word; on a hard day they wait behind one line, and can be seen."""
    names = ("Ada", "Bo", "Chidi")
    lived(server.folder, *(somebody(each, 100) for each in names), now=NOON)
    person.open("/")
    for each in names:
        person.sees(each)
    strong = CheckIn(happened_on=TODAY, mood=2, feelings=({"word": "let down", "strength": 9},))
    lived(server.folder, strong, now=NOON)
    person.open("/")
    line = told(ON_TODAY["folded"], count=3)
    person.sees(line)
    expect(person.page.get_by_role("main").get_by_role("link", name="Ada")).to_be_hidden()
    person.unfold(line)
    person.sees("Ada")


def test_five_thousand_people_are_listed_and_found(server, person):
    """The list opens on its first page, the last page is there, and two words find one person."""
    workspace = Workspace.open(server.folder, lambda: NOON)
    circles = list(Circle)
    workspace.people.add_all(
        Known(
            name=f"Person {at:04}",
            organisation=f"House {at % 700}",
            notes="plays the bassoon" if at == 4321 else "",
            circle=circles[at % 8],
            closeness=Closeness.WEAK if at % 9 == 0 else None,
        )
        for at in range(MANY)
    )
    workspace.close()
    person.open("/people?part=everyone")
    person.sees(told(PEOPLE["page_of"], first=1, last=12, of=MANY))
    person.sees("Person 0000")
    person.write(PEOPLE["find"], "BASSOON house")
    person.sees(PEOPLE["found_one"])
    person.sees("Person 4321")
    person.write(PEOPLE["find"], "nobody is called so")
    person.sees(PEOPLE["none_found"])
    person.pick(PEOPLE["section"], PEOPLE["section_map"])
    person.sees(PEOPLE["map_none_empty"])


def asked(url):
    """What a calendar program gets at an address: the status, its type, its bytes."""
    try:
        with urlopen(url, timeout=10) as answer:  # noqa: S310 - an address of this computer
            return answer.status, answer.headers["Content-Type"], answer.read()
    except HTTPError as error:
        return error.code, "", b""


def test_the_calendar_as_a_file_and_as_an_address(server, person):
    """The file is opened by a second library; the address answers its secret, and nothing else."""
    odd = somebody("Mina; Sol, and\\co", 80)
    (mina,) = lived(server.folder, odd, now=NOON)
    lived(
        server.folder,
        Talk(person_id=mina.id, at=NOON + timedelta(days=2), zone="Europe/Berlin"),
        Event(name="Evening of maps", on=day(5)),
        Watch(employer="Tern Labs", began_on=day(-25)),
        now=NOON,
    )
    person.open("/calendar")
    _, raw = taken(person, CALENDAR["download"])
    entries = Calendar.from_ical(raw).walk("VEVENT")
    summaries = [str(each["summary"]) for each in entries]
    assert sum("Mina; Sol, and\\co" in each for each in summaries) == 2
    assert sum("Evening of maps" in each for each in summaries) == 1
    other = vobject.readOne(raw.decode())
    assert {each.uid.value for each in other.vevent_list} == {str(e["uid"]) for e in entries}
    assert sorted(each.summary.value for each in other.vevent_list) == sorted(summaries)
    person.unfold(CALENDAR["feed"])
    person.press(CALENDAR["turn_on"])
    person.sees(CALENDAR["turned_on"])
    address = person.page.get_by_test_id("stCode").inner_text().strip()
    status, kind, fed = asked(address)
    assert (status, kind.split(";")[0]) == (HTTPStatus.OK, "text/calendar")
    assert len(Calendar.from_ical(fed).walk("VEVENT")) == len(entries)
    for wrong in (address.replace(".ics", "x.ics"), f"{server.url}/calendar/x.ics"):
        assert asked(wrong)[0] == HTTPStatus.NOT_FOUND
    person.press(CALENDAR["turn_off"])
    person.sees(CALENDAR["turned_off"])
    assert asked(address)[0] == HTTPStatus.NOT_FOUND
    assert address.rsplit("/", 1)[-1] not in server.printed()
