"""Whole ways through worksheets, on screen and on paper, as a person goes them in a browser."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from core.content.if_then import if_then_words
from core.content.loader import case_words, letter_times, step_words, words
from core.content.values import value_words
from core.steps import Energy
from core.worksheets.shelf import worksheets
from tests.browser.conftest import NOON
from tests.browser.filling import (
    add_row,
    begin,
    choice_of,
    go_on,
    keep_ticked,
    label_of,
    rate,
    row,
    said,
)
from tests.browser.harness import settled
from tests.browser.paper import printed_blank, printed_filled
from tests.browser.person import KeyboardPerson, Person, a_no, every_byte, lived, stored
from tools.screens import go_to_step
from tools.serving import Server

SAY, PRINTS, TODAY = words("worksheet"), words("prints"), words("today")
LETTER, WRITING, PLAN = words("letter"), words("writing"), words("setback_plan")
TIMER, CASE, FORMS = words("timer"), words("case"), words("forms")


@pytest.fixture
def person(server, page):
    """Return somebody at that app; what the browser complains about fails the test."""
    yield Person(page, server.url)
    assert [each for each in page.complaints if "404" not in each] == []


def test_the_first_two_days(server, person):
    """W1: from the news to a calm end; what can wait is kept, and the letter says so."""
    (case,) = lived(server.folder, a_no(happened_on=NOON.date() - timedelta(days=1)), now=NOON)
    song = step_words().ideas(Energy.LOW)[0].text
    mine = ["They rang and chose somebody else.", "Soup, and then no screen."]
    begin(person, "first_48", case.id)
    person.fill({label_of("first_48", "happened"): mine[0]})
    go_on(person)
    person.pick("Sad", "let down")
    person.pick("Drained", "tired")
    person.pick("let down", "8")
    person.pick("tired", "6")
    go_to_step(person.page, 5)
    letter = person.field(label_of("first_48", "letter"))
    letter.press_sequentially(mine[1], delay=5)
    go_on(person)
    near = row(person, "near", "r1")
    near.fill({label_of("first_48", "near", "who"): "Nadia Rahman"})
    listen = worksheets()["first_48"].fields["near"].columns[1].choices["listen"]
    near.pick(label_of("first_48", "near", "helps"), listen)
    go_on(person)
    person.pick(label_of("first_48", "energy"), step_words().energy[Energy.LOW])
    person.pick(label_of("first_48", "today"), song)
    person.fill({label_of("first_48", "tomorrow_own"): "Call Ana at lunch"})
    go_on(person)
    for each in ("replying", "feedback"):
        person.pick(label_of("first_48", "waits"), choice_of("first_48", "waits", each))
    go_on(person)
    person.pick("let down", "5")
    person.pick("tired", "6")
    person.press(SAY["finish"])
    person.sees(said("first_48", "card", "tonight", what=song))
    person.sees(said("first_48", "card", "tomorrow", what="Call Ana at lunch"))
    person.sees(said("first_48", "card", "near", who=f"Nadia Rahman ({listen})"))
    assert not stored(server.folder)["waits"]
    person.tick("Call Ana at lunch")
    keep_ticked(person)
    kept = stored(server.folder)
    assert {each["what"] for each in kept["waits"]} == {"replying", "feedback"}
    assert {song, "Call Ana at lunch"} <= {each["text"] for each in kept["steps"]}
    assert ["Nadia Rahman", ["listen"]] in [[e["name"], e["helps"]] for e in kept["people"]]
    assert [each["case_id"] for each in kept["check_ins"]] == [case.id]
    printed_filled(
        person, [mine[0], song, "Nadia Rahman"], feelings=["let down"], writing=[mine[1]]
    )
    person.open(f"/letter?letter=feedback_request.{case.id}")
    person.pick(LETTER["steps"], LETTER["step_send"])
    person.sees(letter_times().reasons["said_feedback_waits"].what.partition("{")[0])
    printed_blank(person, "first_48", mine)


def test_values_and_two_roles(server, person):
    """W5: cards, an order, numbers and two roles; gaps, fit and questions; values are kept."""
    cards = value_words().cards
    purpose, balance, learning = (cards[each].name for each in ("purpose", "balance", "learning"))
    piles = worksheets()["values_fit"].fields["cards"].piles
    why = "The letters that he found through our page."
    begin(person, "values_fit")
    for pile in ("very", "very", "not"):
        person.press(piles[pile])
    person.sees(f"{piles['very']}: 2")
    person.tick(SAY["sort_list"])
    for each in (purpose, balance, learning):
        person.pick(each, piles["very"])
    go_on(person)
    for question, order in (("ten", 3), ("five", 3), ("ranked", 2)):
        for each in (purpose, balance, learning)[:order]:
            person.pick(label_of("values_fit", question), each)
    person.within("-act-ranked-balance-up").press(f"Move {balance} up")
    go_on(person)
    person.field(label_of("values_fit", "why")).press_sequentially(why, delay=5)
    go_on(person)
    for question, numbers in (("importance", ("9", "6", "7")), ("lived", ("3", "6", "8"))):
        for each, number in zip((purpose, balance, learning), numbers, strict=True):
            person.within(f"-{question}-{key_of(each)}").pick(each, number)
    go_on(person)
    person.fill({label_of("values_fit", "goal_1"): "Lead a small team"})
    goal = row(person, "match", "goal_1")
    match = worksheets()["values_fit"].fields["match"]
    goal.pick(balance, f"3 · {match.high}")
    goal.pick(purpose, f"0 · {match.low}")
    go_on(person)
    for role, name in (("a", "Cook, Harbour Mills"), ("b", "Cook, Sea View")):
        person.fill({label_of("values_fit", f"role_{role}"): name})
        seen = row(person, f"evidence_{role}", "purpose")
        seen.fill({label_of("values_fit", f"evidence_{role}", "evidence"): f"A scene at {role}"})
        rate(person, "values_fit", f"evidence_{role}", "purpose", match=3 if role == "b" else 1)
    go_on(person)
    way = {SAY["if_then_cue"]: "I shut the door", SAY["if_then_action"]: "read one page"}
    person.fill(way)
    person.press(SAY["finish"])
    person.sees(said("values_fit", "gaps", "widest", value=purpose, importance=9, lived=3))
    person.sees(said("values_fit", "alignment", "missed", value=purpose))
    person.sees(said("values_fit", "fit", "fit", role="Cook, Sea View", fit=3, seen=1, of=3))
    person.sees(cards["purpose"].ask)
    assert person.page.locator("[data-testid=stVegaLiteChart]").count()
    keep_ticked(person)
    kept = stored(server.folder)
    assert {each["name"]: each["rank"] for each in kept["values"]} == {
        balance: 1,
        purpose: 2,
        learning: 3,
    }
    assert purpose.lower() in kept["me"][0]["north_star"]
    assert "read one page" in {each["text"] for each in kept["steps"]}
    printed_filled(person, [purpose, "Cook, Sea View", "A scene at b"], writing=[why])
    printed_blank(person, "values_fit", [why, "Cook, Sea View"])


def key_of(name):
    """The id of a card, by its name."""
    return next(key for key, card in value_words().cards.items() if card.name == name)


def test_from_a_gap_to_a_plan(server, person):
    """W6: two skills from ads to weeks; the plan shows; skills, a step and a person are kept."""
    lines = [("Moving data", 3, 1), ("Planning a budget", 2, 2)]
    begin(person, "skills_plan")
    person.fill({label_of("skills_plan", "ads"): "4"})
    add_row(person, "needs")
    for key, (skill, ads, _) in enumerate(lines):
        row(person, "needs", key).fill({label_of("skills_plan", "needs", "skill"): skill})
        rate(person, "skills_plan", "needs", key, ads=ads, asked=3)
    go_on(person)
    for key, (_, _, level) in enumerate(lines):
        rate(person, "skills_plan", "mine", key, level=level)
    go_on(person)
    heard = row(person, "heard", "r1")
    heard.fill({label_of("skills_plan", "heard", "quote"): "Say the main thing first."})
    rate(person, "skills_plan", "heard", "r1", fits=3, control=3)
    go_to_step(person.page, 4)
    for key in range(2):
        rate(person, "skills_plan", "weigh", key, goal=3)
    go_to_step(person.page, 6)
    action = row(person, "actions", "r1")
    action.fill({label_of("skills_plan", "actions", "action"): "Move the club's list"})
    action.pick(label_of("skills_plan", "actions", "skill"), "Moving data")
    rate(person, "skills_plan", "actions", "r1", closes=1)
    action.fill({label_of("skills_plan", "actions", "hours"): "12"})
    go_to_step(person.page, 8)
    row(person, "teachers", "r1").fill({label_of("skills_plan", "teachers", "name"): "Jonas Lind"})
    go_on(person)
    person.fill({label_of("skills_plan", "free_hours"): "5"})
    person.fill({label_of("skills_plan", "weeks"): "2"})
    person.fill({SAY["if_then_cue"]: "it is six", SAY["if_then_action"]: "open the list"})
    person.press(SAY["finish"])
    person.sees(said("skills_plan", "order", "first", skill="Moving data", gap=2))
    person.sees(said("skills_plan", "plan", "over"))
    person.sees(said("skills_plan", "heard_says", "act", quotes="Say the main thing first"))
    keep_ticked(person)
    kept = stored(server.folder)
    skills = {each["name"]: each for each in kept["skills"]}
    assert skills.keys() == {"Moving data", "Planning a budget"}
    assert [each["text"] for each in skills["Moving data"]["actions"]] == ["Move the club's list"]
    assert "open the list" in {each["text"] for each in kept["steps"]}
    assert "Jonas Lind" in {each["name"] for each in kept["people"]}
    mine = ["Moving data", "Move the club's list", "Jonas Lind"]
    printed_filled(person, mine)
    printed_blank(person, "skills_plan", mine)


def test_the_plan_comes_back_with_the_next_no(server, person):
    """W10: two knocks are rehearsed; the no that is told after it meets its plan on Today."""
    silence, final = (choice_of("setback", "knocks", each) for each in ("silence", "final_no"))
    begin(person, "setback")
    person.pick(label_of("setback", "sure_before"), "3")
    for knock in (silence, final):
        person.pick(label_of("setback", "knocks"), knock)
    go_on(person)
    for question, (quiet, loud) in (("likely", ("5", "6")), ("hard", ("3", "8"))):
        person.within(f"-{question}-silence").pick(silence, quiet)
        person.within(f"-{question}-final_no").pick(final, loud)
    go_to_step(person.page, 4)
    plan = {
        "balanced": "Second of eighty is not nothing.",
        "action": "Walk to the canal",
        "person": "Nadia Rahman",
    }
    row(person, "plans", "final_no").fill(
        {label_of("setback", "plans", column): text for column, text in plan.items()}
    )
    go_on(person)
    person.fill({SAY["if_then_cue"]: "sometime", SAY["if_then_action"]: "write to Ana"})
    vague = if_then_words().hints["vague_cue"]
    person.sees(vague)
    person.fill({SAY["if_then_cue"]: "it is nine on Thursday"})
    person.sees_no(vague)
    go_to_step(person.page, 7)
    person.pick(label_of("setback", "sure_after"), "6")
    person.press(SAY["finish"])
    person.sees(said("setback", "coverage", "weightiest", knock=final))
    person.sees(said("setback", "coverage", "neither", knock=silence))
    sure = said("setback", "sure", "up", change=3)
    person.sees(sure)
    keep_ticked(person)
    assert "write to Ana" in {each["text"] for each in stored(server.folder)["steps"]}
    printed_filled(person, list(plan.values()), feelings=[sure.pattern[:20].replace("\\", "")])
    printed_blank(person, "setback", list(plan.values()))
    person.open("/case?direction=they_said_no")
    person.write(CASE["employer"], "Sea View")
    person.pick(CASE["stage"], case_words().stages["final"].label)
    person.press(CASE["save"])
    person.open()
    person.sees(PLAN["title"])
    for text in plan.values():
        person.sees(text)
    person.press(PLAN["close"])
    person.sees_no(PLAN["title"])


def test_half_done_on_monday_stands_there_on_friday(start, new_page):
    """The power goes on Monday two seconds after typing; on Friday all is there, and the step."""
    monday = datetime.fromisoformat("2026-11-16T09:00:00+00:00").astimezone()
    server = start(AJAR_CLOCK=str(monday))
    lived(server.folder, a_no(happened_on=monday.date()), now=monday)
    person = Person(new_page(), server.url)
    begin(person, "first_48")
    happened, letter = label_of("first_48", "happened"), label_of("first_48", "letter")
    person.fill({happened: "They wrote."})
    go_on(person)
    person.pick("Sad", "heavy")
    person.pick("heavy", "7")
    go_to_step(person.page, 5)
    person.field(letter).press_sequentially("Soup tonight.", delay=20)
    person.page.wait_for_timeout(2000)
    server.kill()
    friday = Server("app.py", server.folder, AJAR_CLOCK=str(monday + timedelta(days=4))).start()
    try:
        again = Person(new_page(), friday.url).open()
        again.follow(f"{TODAY['go_on']}: {worksheets()['first_48'].title}")
        expect(again.field(letter)).to_have_value("Soup tonight.")
        again.sees(FORMS["resumed"])
        go_to_step(again.page, 2)
        for group, choice in (("Sad", "heavy"), ("heavy", "7")):
            expect(chosen(again, group)).to_have_text(re.compile(choice))
        go_to_step(again.page, 1)
        expect(again.field(happened)).to_have_value("They wrote.")
    finally:
        friday.stop()
    [run] = stored(server.folder)["runs"]
    assert run["happened_on"] == monday.date().isoformat()
    assert run["answers"]["letter"] == "Soup tonight."
    assert "Soup" not in server.printed() + friday.printed()


def chosen(person, question):
    """The answer that is chosen of a question whose answers stand side by side."""
    return person.group(question).locator("[aria-checked=true], [aria-pressed=true]")


def test_two_windows_change_one_answer(server, person, new_page):
    """What the other window had saved is shown beside this one's; neither is lost."""
    begin(person, "story_to_tell")
    facts, keep_back = (label_of("story_to_tell", each) for each in ("facts", "keep_back"))
    other = Person(new_page(), server.url)
    other.page.goto(person.page.url)
    settled(other.page)
    person.fill({facts: "They chose another.", keep_back: "The pay."})
    go_on(person)
    other.fill({facts: "It went to somebody else."})
    go_on(other)
    other.press(SAY["back"])
    other.sees(SAY["elsewhere"])
    other.sees("They chose another.")
    expect(other.field(facts)).to_have_value("It went to somebody else.")
    expect(other.field(keep_back)).to_have_value("The pay.")
    other.press(SAY["take_other"])
    other.sees_no(SAY["elsewhere"])
    expect(other.field(facts)).to_have_value("They chose another.")


def test_the_keyboard_alone_is_enough(server, page):
    """The wider view is walked through, a step is kept and taken along, without a mouse."""
    person = KeyboardPerson(page, server.url).open("/worksheet?worksheet=wider_view")
    person.press(SAY["begin"])
    person.write(label_of("wider_view", "about"), "The second no.")
    person.press(SAY["next"])
    for key, weight in (("now", "7"), ("five_years", "2")):
        column = label_of("wider_view", "times", "weight")
        row(person, "times", key).pick(column, weight)
    person.press(SAY["next"])
    row(person, "lines", "r1").write(label_of("wider_view", "lines", "line"), "What I write next")
    person.press(SAY["next"])
    person.press(worksheets()["wider_view"].fields["circles"].piles["mine"])
    person.press(SAY["next"])
    person.write(SAY["if_then_cue"], "it is Saturday at ten")
    person.write(SAY["if_then_action"], "write to Ana")
    person.press(SAY["finish"])
    person.sees(said("wider_view", "circles", "some_mine", mine=1, count=1))
    person.press("Keep these (1)")
    person.sees(SAY["keep_done"])
    steps = stored(server.folder)["steps"]
    assert ("write to Ana", "it is Saturday at ten") in {(e["text"], e["cue"]) for e in steps}


def test_private_writing_stays_private(start, new_page):
    """A timer runs beside the page and takes no key; let go, no word of it is anywhere."""
    server = start()
    person = Person(new_page(), server.url).open("/writing")
    person.press(WRITING["begin"])
    person.pick(WRITING["mood_before"], "5")
    person.press(WRITING["next"])
    person.press(TIMER["choice"].replace("{minutes}", "5"))
    text = "Zanzibar was the name of the boat that my father never bought, and I thought of it."
    page = person.field(WRITING["text"])
    page.press_sequentially(text, delay=20)
    expect(page).to_be_focused()
    person.sees(re.compile("About 5 minutes left"))
    expect(page).to_have_value(text)
    person.page.wait_for_timeout(1500)
    assert b"Zanzibar" in every_byte(server.folder)
    person.press(WRITING["enough"])
    person.pick(WRITING["mood_after"], "6")
    person.press(WRITING["let_go"])
    person.sees(WRITING["gone"])
    assert b"Zanzibar" not in every_byte(server.folder)
    assert "Zanzibar" not in server.printed()
    [note] = stored(server.folder)["writings"]
    assert (note["text"], note["kept"], note["mood_after"]) == ("", False, 6)
