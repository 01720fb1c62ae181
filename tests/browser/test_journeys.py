"""Whole ways through Ajar, as a person goes them, in a real browser."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from core.check_ins import CheckIn
from core.content.loader import case_words, step_words, support_words, words
from core.steps import Energy
from tests.browser.conftest import NARROW, WIDE
from tests.browser.harness import foreign, settled
from tests.browser.person import KeyboardPerson, Person, a_no, every_byte, lived, stored
from tools.screens import one_of_each_room

TODAY, CASE, CASES = words("today"), words("case"), words("cases")
CHECK_IN, PROGRESS, FRAME = words("check_in"), words("progress"), words("frame")
CONFLICT, FORMS, SUPPORT = words("conflict"), words("forms"), words("support")
TIERS = support_words().tiers
THEY_SAID_NO = case_words().directions["they_said_no"].label
FINAL = case_words().stages["final"].label
LOW = step_words().energy[Energy.LOW]
STEP = step_words().ideas(Energy.LOW)[0].text
DARK_WORDS = "some nights I think about ending it all"
GAPS = (0, 60, 150, 300)
"""Milliseconds between the two clicks of a double click, up to a slow hand's."""
STROKES = 150
"""At two keys a second, slow for a hand on Tab and arrows, this is 75 seconds."""


def tell_a_no(person):
    """Go from the first screen to a case that is told."""
    person.pick(TODAY["question"], THEY_SAID_NO)
    person.press(TODAY["begin"])
    person.write(CASE["employer"], "Harbour Mills")
    person.write(CASE["role"], "Cook")
    person.pick(CASE["stage"], FINAL)
    person.press(CASE["save"])
    person.sees(CASE["saved"])


def check_in(person):
    """Say how it feels, with one word and how strong it is."""
    person.pick(CHECK_IN["mood"], "3")
    person.pick(CHECK_IN["feelings"], "Sad")
    person.pick("Which sad word fits?", "let down")
    person.pick("How strong is let down?", "7")
    person.press(CHECK_IN["save"])
    person.sees(CHECK_IN["saved"])


def take_a_step(person):
    """Choose one small step and put it on Today."""
    person.press(CHECK_IN["ready"])
    person.pick(CHECK_IN["energy"], LOW)
    person.pick(CHECK_IN["steps"], STEP)
    person.press(CHECK_IN["put_on_list"])
    person.sees(CHECK_IN["step_saved"])


@pytest.mark.parametrize("hand", [Person, KeyboardPerson], ids=["mouse", "keyboard"])
def test_a_first_day_survives_the_power_going(start, new_page, hand):
    """First run, case, check-in, step, the power goes: everything is there again."""
    server = start()
    person = hand(new_page(), server.url).open()
    for line in ("what_it_is", "what_it_does", "where_words_live"):
        person.sees(TODAY[line])
    tell_a_no(person)
    person.follow(CASE["to_check_in"])
    check_in(person)
    person.sees_no(STEP)
    take_a_step(person)
    person.follow(CHECK_IN["to_today"])
    person.sees(STEP)
    server.kill()
    assert foreign(person.page.asked) == []
    server.start()
    again = Person(new_page(), server.url).open()
    again.sees("Harbour Mills, Cook")
    again.sees(STEP)
    again.visit(FRAME["progress"])
    again.sees("Mood 3 / 10 · let down 7 / 10")
    again.visit(FRAME["cases"])
    again.sees(FINAL)


def test_a_check_in_takes_few_keys(ajar, page):
    """From Today to a saved check-in by keyboard alone takes far under two minutes of keys."""
    lived(ajar.folder, a_no())
    person = KeyboardPerson(page, ajar.url).open()
    person.follow(TODAY["say_more"])
    check_in(person)
    assert person.strokes < STROKES
    assert len(stored(ajar.folder)["check_ins"]) == 1


def test_just_the_mood_takes_a_handful_of_keys(ajar, page):
    """One number, kept from Today by keyboard, is a complete check-in."""
    lived(ajar.folder, a_no())
    person = KeyboardPerson(page, ajar.url).open()
    person.pick(TODAY["quick"], "4")
    person.press(TODAY["keep_mood"])
    person.sees(TODAY["mood_kept"])
    assert person.strokes < STROKES / 3
    assert [each["mood"] for each in stored(ajar.folder)["check_ins"]] == [4]


def test_half_typed_words_come_back(start, new_page):
    """Words typed but not saved are there after F5, and after the server is killed."""
    server = start()
    person = Person(new_page(), server.url).open("/check_in")
    person.pick(CHECK_IN["mood"], "2")
    person.unfold(CHECK_IN["more"])
    note = person.field(CHECK_IN["note"])
    note.press_sequentially("I had told my mother already.")
    person.page.wait_for_timeout(2000)
    person.page.reload()
    expect(note).to_have_value("I had told my mother already.")
    note.press("End")
    note.press_sequentially(" She was glad.")
    person.page.wait_for_timeout(2000)
    server.kill()
    server.start()
    again = Person(new_page(), server.url).open()
    again.sees(TODAY["half_done"])
    again.follow(TODAY["draft_check_in"])
    typed = again.field(CHECK_IN["note"])
    expect(typed).to_have_value("I had told my mother already. She was glad.")
    again.sees(FORMS["resumed"])
    again.press(CHECK_IN["save"])
    kept = stored(server.folder)["check_ins"]
    assert [(each["mood"], each["note"]) for each in kept] == [
        (2, "I had told my mother already. She was glad.")
    ]


def test_a_kill_right_after_saved_loses_nothing(start, new_page):
    """The moment the screen says saved, the power may go."""
    server = start()
    person = Person(new_page(), server.url)
    for mood in ("1", "5", "9"):
        person.open("/check_in")
        person.pick(CHECK_IN["mood"], mood)
        person.button(CHECK_IN["save"]).click()
        person.sees(CHECK_IN["saved"])
        server.kill()
        assert str(stored(server.folder)["check_ins"][-1]["mood"]) == mood
        server.start()
    assert len(stored(server.folder)["check_ins"]) == 3


@pytest.mark.parametrize("typed_first", [True, False], ids=["both-typing", "one-saved-before"])
def test_two_windows_on_one_case_ask(ajar, new_page, typed_first):
    """The second save of the same case shows both versions; keeping both loses neither text."""
    (case,) = lived(ajar.folder, a_no(story="Before."))
    one, two = (Person(new_page(), ajar.url).open(f"/case?case={case.id}") for _ in range(2))
    if typed_first:
        two.write(CASE["story"], "The second window.")
    one.write(CASE["story"], "The first window.")
    one.press(CASE["save_changes"])
    if not typed_first:
        two.write(CASE["story"], "The second window.")
    two.press(CASE["save_changes"])
    two.sees(CONFLICT["theirs"])
    two.sees("The first window.")
    two.sees("The second window.")
    assert stored(ajar.folder)["cases"][0]["story"] == "The first window."
    two.press(CONFLICT["keep_both"])
    kept = stored(ajar.folder)["cases"][0]["story"]
    assert "The first window." in kept
    assert "The second window." in kept


def test_two_windows_on_one_check_in_ask(ajar, new_page):
    """An earlier check-in that two windows change is not overwritten either."""
    day = a_no().happened_on
    (old,) = lived(ajar.folder, CheckIn(happened_on=day, mood=3, note="Before."))
    address = f"/check_in?check_in={old.id}"
    one, two = (Person(new_page(), ajar.url).open(address) for _ in range(2))
    for person, note in ((one, "The first window."), (two, "The second window.")):
        person.unfold(CHECK_IN["more"])
        person.write(CHECK_IN["note"], note)
        person.press(CHECK_IN["save"])
    two.sees(CONFLICT["theirs"])
    assert stored(ajar.folder)["check_ins"][0]["note"] == "The first window."
    two.press(CONFLICT["keep_both"])
    two.sees(CONFLICT["kept"])
    kept = stored(ajar.folder)["check_ins"][0]["note"]
    assert "The first window." in kept
    assert "The second window." in kept


def test_a_check_in_just_saved_can_be_changed_at_once(ajar, page):
    """Right after saving, the way over the history leads to the answers, not to the thanks."""
    person = Person(page, ajar.url).open("/check_in")
    person.pick(CHECK_IN["mood"], "3")
    person.press(CHECK_IN["save"])
    person.visit(FRAME["progress"])
    person.follow(PROGRESS["edit"])
    person.pick(CHECK_IN["mood"], "5")
    person.press(CHECK_IN["save"])
    person.sees(CHECK_IN["saved"])
    assert [each["mood"] for each in stored(ajar.folder)["check_ins"]] == [5]


def click_twice(page, button, gap):
    """Click a place twice, as a hand does: where the button was."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(*at)
    page.wait_for_timeout(gap)
    page.mouse.click(*at)
    page.wait_for_timeout(500)
    settled(page)


def test_a_double_click_saves_one_case(ajar, page):
    """Two clicks where one was meant save one case, however fast."""
    person = Person(page, ajar.url)
    for number, gap in enumerate(GAPS, start=1):
        person.open("/case?direction=they_said_no")
        person.write(CASE["employer"], f"Harbour Mills {number}")
        person.pick(CASE["stage"], FINAL)
        click_twice(page, person.button(CASE["save"]), gap)
        assert len(stored(ajar.folder)["cases"]) == number, gap


def test_a_double_click_saves_one_check_in(ajar, page):
    """Two clicks where one was meant save one check-in, however fast."""
    person = Person(page, ajar.url)
    for number, gap in enumerate(GAPS, start=1):
        person.open("/check_in")
        person.pick(CHECK_IN["mood"], str(number))
        click_twice(page, person.button(CHECK_IN["save"]), gap)
        assert len(stored(ajar.folder)["check_ins"]) == number, gap


def test_a_double_click_saves_one_step(ajar, page):
    """Two clicks where one was meant put one step on the list, however fast."""
    person = Person(page, ajar.url)
    for number, gap in enumerate(GAPS, start=1):
        person.open("/check_in")
        person.pick(CHECK_IN["mood"], str(number))
        person.press(CHECK_IN["save"])
        person.press(CHECK_IN["ready"])
        person.pick(CHECK_IN["energy"], LOW)
        person.write(CHECK_IN["own_step"], f"Walk to the harbour {number}")
        click_twice(page, person.button(CHECK_IN["put_on_list"]), gap)
        assert len(stored(ajar.folder)["steps"]) == number, gap


@pytest.mark.parametrize("gap", GAPS)
def test_a_double_click_takes_one_suggestion(ajar, page, gap):
    """Two clicks on the suggested step put that one on the list, and not the next one too."""
    two_days_ago = datetime.now().astimezone().date() - timedelta(days=2)
    lived(ajar.folder, a_no(happened_on=two_days_ago, stages=({"stage": "final"},)))
    person = Person(page, ajar.url).open()
    click_twice(page, person.button(TODAY["put_on_list"]), gap)
    assert len(stored(ajar.folder)["steps"]) == 1


def test_looking_around_keeps_nothing(ajar, page):
    """The sample life is marked on every screen, writes nothing, and is left for one's own."""
    person = Person(page, ajar.url).open()
    before = every_byte(ajar.folder)
    person.press(TODAY["look_around"])
    for name in ("today", "cases", "progress", "my_words", "support", "check_in"):
        person.visit(FRAME[name])
        person.sees(FRAME["sample"])
    person.pick(CHECK_IN["mood"], "6")
    person.unfold(CHECK_IN["more"])
    person.write(CHECK_IN["note"], "only looking")
    person.press(CHECK_IN["save"])
    person.sees(CHECK_IN["saved"])
    assert every_byte(ajar.folder) == before
    person.press(FRAME["leave_sample"])
    person.sees_no(FRAME["sample"])
    person.open()
    person.sees(TODAY["question"])
    assert stored(ajar.folder) == {}


def test_dark_words_open_the_card_and_stay_nowhere(ajar, page):
    """Words of not wanting to live open the card above all, and are kept in no byte anywhere."""
    lived(ajar.folder, a_no())
    person = Person(page, ajar.url).open("/check_in")
    person.pick(CHECK_IN["mood"], "1")
    person.unfold(CHECK_IN["more"])
    person.field(CHECK_IN["note"]).fill(DARK_WORDS)
    person.press(CHECK_IN["discard"])
    person.sees(CHECK_IN["discarded"])
    card = page.get_by_role("heading", name=SUPPORT["crisis"])
    expect(page.get_by_role("main").get_by_role("heading").first).to_have_text(SUPPORT["crisis"])
    page.wait_for_timeout(1500)
    for name in ("today", "cases", "progress", "my_words", "support", "check_in"):
        person.visit(FRAME[name])
        expect(card).to_be_visible()
    heap = every_byte(ajar.folder) + ajar.printed().encode()
    for trace in ("ending it all", "some nights", "tier", "crisis", "noticed"):
        assert trace.encode() not in heap.lower()
    person.press(TIERS.t3_close)
    expect(card).to_have_count(0)
    person.visit(FRAME["today"])
    expect(card).to_have_count(0)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_support_is_one_click_away(sample, new_page, size):
    """From a screen of any room, wide or narrow, one click on a link in sight leads to support."""
    person = Person(new_page(size=size), sample.url)
    for screen in one_of_each_room():
        person.open(screen.address)
        link = person.page.get_by_role("link", name=FRAME["support_link"])
        expect(link).to_be_in_viewport()
        link.click()
        expect(person.page.get_by_role("heading", name=SUPPORT["title"], level=1)).to_be_visible()


def test_deleting_asks_and_can_be_undone(ajar, page):
    """A case goes only after a question, and comes back exactly as it was."""
    lived(ajar.folder, a_no())
    before = stored(ajar.folder)["cases"]
    person = Person(page, ajar.url).open("/cases")
    person.press(CASES["delete"])
    person.sees(CASES["kept_in_backups"])
    person.press(CASES["no"])
    person.press(CASES["delete"])
    assert stored(ajar.folder)["cases"] == before
    person.press(CASES["yes"])
    person.sees_no("Harbour Mills")
    assert stored(ajar.folder)["cases"] == []
    person.press(CASES["undo"])
    person.sees(CASES["undone"])
    person.sees("Harbour Mills")
    restored = stored(ajar.folder)["cases"]
    stamps = {"rev", "updated_at"}
    assert [{k: each[k] for k in each.keys() - stamps} for each in restored] == [
        {k: each[k] for k in each.keys() - stamps} for each in before
    ]


def test_a_case_can_rest_and_return(ajar, page):
    """What is put to rest is out of sight on Today, and comes back when asked."""
    lived(ajar.folder, a_no())
    person = Person(page, ajar.url).open("/cases")
    person.press(CASES["rest"])
    person.visit(FRAME["today"])
    person.sees(TODAY["nothing_alive"])
    person.sees_no("Harbour Mills")
    person.visit(FRAME["cases"])
    person.tick("At rest (1)")
    person.press(CASES["wake"])
    person.visit(FRAME["today"])
    person.sees("Harbour Mills, Cook")


def test_a_check_in_can_be_changed_and_deleted(ajar, page):
    """An earlier check-in opens with its answers, takes new ones, and can go and come back."""
    day = a_no().happened_on
    lived(ajar.folder, CheckIn(happened_on=day, mood=3, note="As it was."))
    person = Person(page, ajar.url).open("/progress")
    person.follow(PROGRESS["edit"])
    person.unfold(CHECK_IN["more"])
    expect(person.field(CHECK_IN["note"])).to_have_value("As it was.")
    person.pick(CHECK_IN["mood"], "5")
    person.write(CHECK_IN["note"], "As I see it now.")
    person.press(CHECK_IN["save"])
    person.visit(FRAME["progress"])
    person.sees("Mood 5 / 10")
    person.sees("As I see it now.")
    person.press(CASES["delete"])
    person.press(CASES["yes"])
    assert stored(ajar.folder)["check_ins"] == []
    person.press(CASES["undo"])
    person.sees("As I see it now.")
    assert [each["mood"] for each in stored(ajar.folder)["check_ins"]] == [5]
