"""Whole ways to a letter, as a person goes them, in a real browser."""

import email
import re
from datetime import datetime, timedelta
from email.policy import default
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from playwright.sync_api import expect
from pypdf import PdfReader

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.letters import common_words, fact_words, kind_words
from core.content.loader import case_words, letter_rules, letter_times, words
from core.letters.kinds import Kind
from core.people import Person as Known
from tests.browser.conftest import NARROW, NOON, WIDE
from tests.browser.harness import axe
from tests.browser.person import KeyboardPerson, Person, TypingPerson, lived, stored

TODAY, CASE, FRAME, FORMS = words("today"), words("case"), words("frame"), words("forms")
LETTERS, LETTER, SENDING = words("letters"), words("letter"), words("sending")
CALL, OPEN = words("call"), words("openness")
TONES, TIMES = common_words().tones, letter_times()
ME, ASKED = fact_words(Kind.DECLINE, "me").label, Kind.FEEDBACK_REQUEST
FOCUS = fact_words(ASKED, "focus").label
FIVE_MINUTES = 300
MINE = " And one thing that only I can say."
CHANGED = "I have moved, and the trip is now twenty minutes."


@pytest.fixture
def happened(server):
    """Tell a case of some days ago with the people in it, and return it as kept."""

    def tell(direction, days_ago=2, stage=Stage.FINAL, **facts):
        mina, jonas = lived(
            server.folder, Known(name="Mina Castell"), Known(name="Jonas Lind"), now=NOON
        )
        case = Case(
            direction=direction,
            happened_on=NOON.date() - timedelta(days=days_ago),
            stages=(StageReached(stage=stage),),
            contact_id=mina.id,
            referrer_id=jonas.id,
            **{"employer": "Harbour Mills", "role": "Cook"} | facts,
        )
        return lived(server.folder, case, now=NOON)[0]

    return tell


def body(person):
    """The field of the letter itself."""
    return person.field(LETTER["body"])


def subject(person):
    """The field of the subject line."""
    return person.field(LETTER["subject"])


def go_to(person, step):
    """Go to another step of the letter."""
    person.pick(LETTER["steps"], LETTER[f"step_{step}"])


def sign(person):
    """Say how one signs, the first time; afterwards it is known."""
    if person.field(ME).count():
        person.write(ME, "Sam Reyes")


def begin(person, kind, case, variant=""):
    """Open a new letter of a kind about a case."""
    return person.open(f"/letter?letter={kind}.{case.id}.{variant}".rstrip("."))


def on_screen(person):
    """The subject and the text as the step to wait or send shows them."""
    paper = person.page.get_by_test_id("stText").all_inner_texts()
    return [each.strip("\u2060") for each in paper[:2]]


def taken(person, label):
    """What a press on a button for a file brings: its name and its bytes."""
    with person.page.expect_download() as download:
        person.button(label).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def in_letters(folder):
    """The letters that are kept, the newest last."""
    return stored(folder)["letters"]


def test_from_the_news_to_a_letter_that_is_ready(ajar, new_page):
    """From "they said no" to a request for advice: under five minutes, and it can be taken along.

    What is copied, mailed and saved as a file is what the screen shows; nothing leaves the
    computer, and nothing that was typed is in the log.
    """
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    person = TypingPerson(page, ajar.url).open()
    person.pick(TODAY["question"], case_words().directions["they_said_no"].label)
    person.press(TODAY["begin"])
    person.write(CASE["employer"], "Harbour Mills")
    person.write(CASE["role"], "Cook")
    person.pick(CASE["stage"], case_words().stages["final"].label)
    person.press(CASE["save"])
    person.visit(FRAME["letters"])
    person.sees(TIMES.fits["feedback_now"].why)
    person.follow(LETTERS["write"])
    person.sees(LETTER["missing"])
    person.write(LETTER["to_name"], "Amara Bello")
    person.write(FOCUS, "my plan for the winter menu")
    person.write(fact_words(ASKED, "good_thing").label, "cooking with the morning team")
    sign(person)
    person.sees(LETTER["ready"])
    assert person.seconds < FIVE_MINUTES
    told = subject(person).input_value(), body(person).input_value()
    for fact in ("Amara", "my plan for the winter menu", "cooking with the morning team"):
        assert fact in told[1]
    person.press(LETTER["go_on"])
    person.write(SENDING["to_address"], "amara@harbour.example")
    assert on_screen(person) == list(told)
    takes_along(person, *told)
    person.press(SENDING["mark_sent"])
    person.sees(SENDING["marked"])
    [kept] = in_letters(ajar.folder)
    assert (kept["subject"], kept["body"], kept["state"]) == (*told, "sent")
    for word in ("Amara", "winter menu", "amara@harbour.example"):
        assert word not in ajar.printed()


def takes_along(person, title, text):
    """Each way to take the letter along holds the same words."""
    link = urlsplit(person.page.get_by_role("link", name=SENDING["mail"]).get_attribute("href"))
    asked = parse_qs(link.query.replace("+", "%2B"), strict_parsing=True)
    assert (link.scheme, link.path) == ("mailto", "amara@harbour.example")
    assert asked["subject"] == [title]
    assert asked["body"][0].replace("\r\n", "\n") == text
    person.press(SENDING["copy"])
    codes = person.page.get_by_test_id("stCode")
    assert [each.inner_text().strip() for each in codes.all()] == [title, text]
    codes.last.hover()
    codes.last.get_by_role("button").click()
    assert person.page.evaluate("navigator.clipboard.readText()") == text
    person.page.keyboard.press("Escape")
    name, eml = taken(person, SENDING["eml"])
    mail = email.message_from_bytes(eml, policy=default)
    assert (name.endswith(".eml"), mail["subject"]) == (True, title)
    assert mail["to"].addresses[0].addr_spec == "amara@harbour.example"
    assert mail.get_content().replace("\r\n", "\n").strip() == text
    name, word = taken(person, SENDING["word"])
    assert name.endswith(".docx")
    paragraphs = Document(BytesIO(word)).paragraphs
    assert squeezed(text) in squeezed("".join(each.text for each in paragraphs))
    name, pdf = taken(person, SENDING["pdf"])
    assert name.endswith(".pdf")
    pages = PdfReader(BytesIO(pdf)).pages
    assert squeezed(text) in squeezed("".join(each.extract_text() for each in pages))
    name, plain = taken(person, SENDING["text"])
    assert name.endswith(".txt")
    assert squeezed(text) in squeezed(plain.decode("utf-8-sig"))


def squeezed(text):
    """A text without its white space, which a page breaks where it likes."""
    return re.sub(r"\s+", "", text)


def test_a_decline_and_the_referrer_say_the_same(server, happened, page):
    """One reason in one sentence, chosen once: the employer reads it, and so does the referrer."""
    case = happened(Direction.I_SAID_NO, 0, Stage.OFFER, reasons_true=("location",))
    person = Person(page, server.url).open(f"/letters?case={case.id}")
    person.follow(LETTERS["write"])
    person.write(fact_words(Kind.DECLINE_DOOR_OPEN, "good_thing").label, "the open kitchen")
    sign(person)
    person.pick(OPEN["level"], OPEN["level_specific"])
    person.press(OPEN["use_it"])
    line = person.field(OPEN["line"]).input_value()
    assert line
    expect(body(person)).to_have_value(re.compile(re.escape(line)))
    person.sees(LETTER["ready"])
    person.press(LETTER["save"])
    person.sees(LETTER["saved"])
    person.open(f"/letters?case={case.id}")
    card = page.locator(".st-key-fit-referrer_note")
    card.get_by_role("link", name=LETTERS["write"]).click()
    expect(body(person)).to_have_value(re.compile(re.escape(line)))
    expect(body(person)).to_have_value(re.compile("Jonas"))
    sign(person)
    person.press(LETTER["save"])
    person.sees(LETTER["saved"])
    told = [each["body"] for each in in_letters(server.folder) if each["case_id"] == case.id]
    assert [line in each for each in told] == [True, True]


def test_going_back_with_what_has_changed(server, happened, page):
    """The letter, the call beside it, sent, a no: and thanks for hearing me out are offered."""
    case = happened(Direction.SECOND_THOUGHTS, 10, Stage.OFFER, reasons_true=("location",))
    person = begin(Person(page, server.url), Kind.REAPPROACH, case)
    person.tick(LETTER["weigh_skip"])
    person.write(fact_words(Kind.REAPPROACH, "what_changed").label, CHANGED)
    sign(person)
    expect(body(person)).to_have_value(re.compile(re.escape(CHANGED)))
    go_to(person, "call")
    person.sees(CHANGED)
    person.write("Will you change your mind again?", "The journey is short now.")
    _, sheet = taken(person, CALL["take"])
    for told in (CHANGED, "Mina", "The journey is short now."):
        assert told in sheet.decode("utf-8-sig")
    go_to(person, "write")
    person.press(LETTER["save"])
    go_to(person, "call")
    expect(person.field("Will you change your mind again?")).to_have_value(
        "The journey is short now."
    )
    go_to(person, "send")
    person.pick(SENDING["sent_by"], SENDING["by_phone"])
    person.press(SENDING["mark_sent"])
    person.pick(SENDING["answer_was"], SENDING["was_no"])
    person.press(SENDING["keep_answer"])
    person.sees(SENDING["answer_kept"])
    person.open(f"/letters?case={case.id}")
    person.sees(TIMES.fits["thanks_after_reapproach"].why)
    person.follow(LETTERS["write"])
    expect(page.get_by_role("heading", level=1)).to_have_text(
        kind_words(Kind.THANKS_AFTER_NO).title
    )
    [went] = [each for each in in_letters(server.folder) if each["case_id"] == case.id]
    assert (went["state"], went["sent_by"], went["reply_was"]) == ("answered", "phone", "no")


def test_what_is_typed_outlives_every_change(server, happened, page):
    """A person types while the tone, the facts and the wordings change: no character is lost."""
    case = happened(Direction.THEY_SAID_NO)
    person = begin(Person(page, server.url), ASKED, case)
    person.write(FOCUS, "my menu")
    field = body(person)
    field.press("Control+End")
    field.press_sequentially(MINE * 2, delay=20)
    expect(field).to_have_value(re.compile(re.escape(MINE * 2) + "$"))
    for tone in ("formal", "direct", "warm"):
        group = page.get_by_role("radiogroup", name=LETTER["tone"])
        group.get_by_text(TONES[tone], exact=True).click()
        field.focus()
        field.press("Control+End")
        field.press_sequentially(MINE, delay=15)
    person.write(FOCUS, "my menu and the prices")
    person.press(LETTER["another"])
    person.press(LETTER["greeting"])
    page.keyboard.press("Escape")
    expect(field).to_have_value(re.compile(re.escape(MINE * 5) + "$"))
    assert "my menu and the prices" in field.input_value()


def test_a_letter_half_written_is_there_again(start, new_page):
    """After a reload, in a second window, and when the power goes two seconds after typing."""
    server = start()
    person = Person(new_page(), server.url).open(f"/letter?letter={ASKED}")
    person.write(FOCUS, "my menu")
    field = body(person)
    field.press("Control+End")
    field.press_sequentially(MINE, delay=20)
    written = field.input_value()
    person.page.wait_for_timeout(2000)
    person.page.reload()
    expect(field).to_have_value(written)
    other = Person(new_page(), server.url).open(f"/letter?letter={ASKED}")
    expect(body(other)).to_have_value(written)
    other.sees(FORMS["resumed"])
    field.press("Control+End")
    field.press_sequentially(MINE, delay=20)
    person.page.wait_for_timeout(2000)
    server.kill()
    server.start()
    again = Person(new_page(), server.url).open()
    again.follow(TODAY["draft_letter"])
    expect(body(again)).to_have_value(written + MINE)
    expect(again.field(FOCUS)).to_have_value("my menu")
    assert MINE.strip() not in server.printed()


def test_a_finding_is_marked_and_mended_with_a_click(server, happened, page):
    """Its words are underlined, the ready sign goes while it stands, one click puts better ones."""
    case = happened(Direction.THEY_SAID_NO)
    person = begin(Person(page, server.url), ASKED, case)
    person.write(FOCUS, "my menu")
    sign(person)
    person.sees(LETTER["ready"])
    field = body(person)
    whole = field.input_value()
    phrase = "I hope this email finds you well."
    marked = page.locator(".under mark").filter(has_text=phrase)
    field.fill(whole.replace("\n\n", f"\n\n{phrase} ", 1))
    expect(marked).to_have_text(phrase)
    person.sees(letter_rules().findings["stock_opening"].what)
    page.set_viewport_size(NARROW)
    assert axe(page) == []
    page.set_viewport_size(WIDE)
    finding = page.locator("[class*=-finding-]").filter(has_text=phrase)
    finding.get_by_role("button", name=LETTER["take_out"]).click()
    expect(field).to_have_value(whole)
    expect(marked).to_have_count(0)
    field.fill(whole.replace("Mina", "[name]", 1))
    person.sees(LETTER["not_ready"])
    person.sees_no(LETTER["ready"])
    field.fill(whole)
    person.sees(LETTER["ready"])
    person.sees_no(LETTER["not_ready"])


def test_a_rest_a_reminder_a_follow_up_and_silence(start, new_page):
    """Held for a day, recalled, sent; a week later one follow-up; then silence is usual."""
    day = datetime.now().astimezone().replace(microsecond=0)
    server = start(AJAR_CLOCK=day.isoformat())
    (case,) = lived(
        server.folder,
        Case(
            direction=Direction.THEY_SAID_NO,
            happened_on=day.date() - timedelta(days=2),
            stages=(StageReached(stage=Stage.FINAL),),
        ),
    )
    felt = (Felt(word="sad", family="sad", strength=8),)
    lived(server.folder, CheckIn(feelings=felt, happened_on=day.date(), case_id=case.id))
    person = begin(Person(new_page(), server.url), ASKED, case)
    person.write(LETTER["to_name"], "Amara Bello")
    person.write(FOCUS, "my menu")
    sign(person)
    go_to(person, "send")
    person.sees(TIMES.reasons["heavy_day"].what)
    person.page.get_by_role("button", name=re.compile("Let it rest until")).click()
    person.sees(SENDING["rest_saved"])
    person.visit(FRAME["today"])
    person.sees_no(TIMES.reminders["hold_over"])

    def later(before, **span):
        before.stop()
        server = start(AJAR_CLOCK=(day + timedelta(**span)).isoformat())
        return server, Person(new_page(), server.url).open()

    server, person = later(server, days=1, minutes=5)
    person.sees(TIMES.reminders["hold_over"])
    person.page.locator("[class*=st-key-reminder]").get_by_role("link").click()
    go_to(person, "send")
    person.press(SENDING["mark_sent"])
    person.sees(SENDING["marked"])
    server, person = later(server, days=8, minutes=10)
    person.sees(TIMES.reminders["follow_up"])
    person.page.locator("[class*=st-key-reminder]").get_by_role("link").click()
    person.press(SENDING["write_follow_up"])
    expect(subject(person)).to_have_value(re.compile("^Re: "))
    expect(body(person)).to_have_value(re.compile("Amara"))
    go_to(person, "send")
    person.press(SENDING["mark_sent"])
    server, person = later(server, days=15, minutes=15)
    person.sees(TIMES.reminders["rest"])
    person.page.locator("[class*=st-key-reminder]").get_by_role("link").click()
    person.press(SENDING["quiet"])
    person.sees(SENDING["quiet_kept"])
    person.visit(FRAME["today"])
    person.sees_no(TIMES.reminders["rest"])


def test_the_keyboard_alone_is_enough(server, happened, page):
    """A short letter is written, kept and noted as sent without a mouse."""
    case = happened(Direction.THEY_SAID_NO)
    person = begin(KeyboardPerson(page, server.url), Kind.STAY_IN_TOUCH, case)
    sign(person)
    person.pick(LETTER["tone"], TONES["direct"])
    expect(body(person)).to_have_value(re.compile("Sam Reyes$"))
    person.press(LETTER["go_on"])
    person.press(SENDING["mark_sent"])
    person.sees(SENDING["marked"])
    [went] = [each for each in in_letters(server.folder) if each["case_id"] == case.id]
    assert (went["state"], went["tone"]) == ("sent", "direct")
