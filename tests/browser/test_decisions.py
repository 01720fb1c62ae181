"""Decisions in a browser: an offer looked at again, second thoughts, a way back, looks back.

Each worksheet is gone through by three people. The first goes every step by hand; the others'
answers are written at the app's own desk, and they go the ends and the hard steps by hand.
"""

import re
from datetime import timedelta

from playwright.sync_api import expect

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.content.loader import words
from core.content.reapproach import reapproach_words
from core.content.regret import regret_words
from core.worksheets.shelf import worksheets
from tests.browser.conftest import NOON
from tests.browser.filling import (
    at_desk,
    by_hand,
    go_through,
    keep_ticked,
    kept_in,
    label_of,
    said,
    sees_all,
    told,
)
from tests.browser.paper import PRINTS, sheet, squeezed
from tests.browser.person import lived, stored

SAY, LIVE, HEAVY = words("worksheet"), words("live"), words("heavy")
OFFER, REGRET, BACK = words("offer_review"), words("regret"), words("reapproach")
DECISIONS, LETTER = words("decisions"), words("letter")
TODAY = NOON.date()
CHECKS = ("question", "options", "facts", "values", "risks", "calm")


def day(days):
    """The day so many days from today."""
    return TODAY + timedelta(days=days)


def checks(*answers):
    """The six answers on how it was chosen."""
    return {f"check_{name}": each for name, each in zip(CHECKS, answers, strict=True)}


# W2. Priya chose with care and had bad luck. Tomas chose in a stirred hour and was lucky. Amina
# still has the offer before her: well paid, and off her way.

PRIYA = {
    "offer": "Project lead, North Team",
    "answered_on": day(-240),
    "deadline": day(-238),
    "own_reason": "My father fell ill",
    "reasons": ["own_reason", "pay", "hours"],
    "weight": {"own_reason": 10, "pay": 4, "hours": 6},
    "protected": "Evenings with my father",
    "aged": {
        "own_reason": {"then": 3, "now": 1},
        "pay": {"then": 2, "now": 2},
        "hours": {"then": 3, "now": 0},
    },
    "known": [{"fact": "Two hours on the train each day"}, {"fact": "A team of nine"}],
    "unknown": [{"fact": "The team moved to my town in May"}],
    "could_ask": [{"question": "Is a move of the office planned?"}],
    **checks("yes", "yes", "partly", "yes", "yes", "yes"),
    "state": "calm",
    "other": "Stay in the South Team",
    "criteria": ["pay", "goals", "people"],
    "swing": {"pay": 10, "goals": 6, "people": 4},
    "goal": "Lead a small team",
    "scores": {
        "pay": {"offer": 9, "other": 5},
        "goals": {"offer": 4, "other": 7},
        "people": {"offer": 5, "other": 8},
    },
    "must_haves": ["people"],
    "meets": {"people": {"offer": "yes", "other": "yes"}},
    "need": 3000,
    "hope": 4200,
    "offered": 4000,
    "tasks_liked": 6,
    "gut": "Everybody whispered, and the kitchen was full of laughter.",
    "values_seen": [{"value": "Balance", "seen": "Nobody left before six", "match": 1}],
    "years": {
        "now": {"offer": 4, "other": 7},
        "year": {"offer": 6, "other": 6},
        "three": {"offer": 8, "other": 5},
    },
    "turned_out": -3,
    "effect": -1,
    "again": "yes",
    "scores_now": {"pay": {"offer": 9}, "goals": {"offer": 8}, "people": {"offer": 5}},
}
"""Weights 5, 3 and 2 of 10: the offer 4.5 + 1.2 + 1.0, to stay 2.5 + 2.1 + 1.6."""

TOMAS = {
    "offer": "Site manager, Quarry Works",
    "answered_on": day(-90),
    "reasons": ["location"],
    "weight": {"location": 9},
    "aged": {"location": {"then": 3, "now": 3}},
    **checks("no", "partly", "no", "partly", "no", "no"),
    "state": "stirred",
    "other": "Go on by myself",
    "criteria": ["pay", "home"],
    "swing": {"pay": 8, "home": 8},
    "scores": {"pay": {"offer": 9, "other": 4}, "home": {"offer": 1, "other": 8}},
    "must_haves": ["home"],
    "meets": {"home": {"offer": "no", "other": "yes"}},
    "need": 2600,
    "offered": 2400,
    "years": {"now": {"offer": 3, "other": 6}, "three": {"offer": 4, "other": 8}},
    "turned_out": 4,
}

AMINA = {
    "offer": "Head of sales, Big Bank",
    "deadline": day(3),
    "reasons": ["pay"],
    "weight": {"pay": 7},
    **dict(list(checks("yes", "no", "yes", "yes", "no", "no").items())[:4]),
    "other": "The small school",
    "criteria": ["pay", "goals"],
    "swing": {"pay": 5, "goals": 5},
    "scores": {"pay": {"offer": 9, "other": 4}, "goals": {"offer": 3, "other": 8}},
    "hope": 5000,
    "offered": 5600,
    "tasks_liked": 2,
    "years": {"now": {"offer": 8, "other": 4}, "three": {"offer": 3, "other": 9}},
}

# W3. Jonas learned most of it later, on hard days. Lena chose with care, and other things matter
# to her by now; it is her second pass. Samir pictures only the bright side, and it pulls him down.

JONAS = {
    "thought": "I would be happier at Sea View by now.",
    "brings_up": "They opened a branch in my street.",
    "strength": 8,
    "often": 6,
    "mood_before": 5,
    "thoughts": [
        {"thought": "The pay was the same", "known": "then"},
        {"thought": "They opened a branch near me", "known": "later"},
        {"thought": "My own team was cut", "known": "later"},
    ],
    "bad_week": "Rain, two people ill, and the ovens out on Thursday.",
    "hard_days": [{"day": "The ovens out"}],
    "tasks": 3,
    "people": 4,
    "growth": 3,
    "pay": 4,
    "balance": 4,
    "then": ["fair_pay", "learning"],
    "now": ["learning", "fair_pay"],
    "friend": "You could not have known about the branch.",
    "acts": ["learn", "let_be"],
    "learned": "I ask about plans for new places.",
    "until": day(21),
    "mood_after": 6,
}

LENA_BEFORE = {"thought": "I gave up the harbour.", "strength": 8, "often": 7}
LENA = {
    "thought": "I gave up the harbour.",
    "strength": 4,
    "often": 3,
    "mood_before": 5,
    "thoughts": [{"thought": "The sea every day", "known": "then"}],
    "hard_days": [{"day": "Winter nights"}, {"day": "Boats at four"}],
    "then": ["fair_pay", "security", "near_home"],
    "now": ["family_and_friends", "health", "freedom"],
    "acts": ["elsewhere"],
    "learned": "The sea is free on Sundays.",
    "mood_after": 5,
}

SAMIR_BEFORE = {"thought": "It was the dream.", "mood_before": 6, "mood_after": 3}
SAMIR = {
    "thought": "It was the dream, and I let it go.",
    "brings_up": "A photo of their summer party.",
    "strength": 9,
    "often": 8,
    "mood_before": 5,
    "thoughts": [{"thought": "They all laugh there", "known": "guess"}],
    "tasks": 7,
    "people": 8,
    "growth": 6,
    "pay": 7,
    "balance": 7,
    "friend": "Every party ends.",
    "acts": ["let_be"],
    "mood_after": 2,
}

# W4. Eva parted warmly, and all has changed. Marek knows next to nothing. Ines was not safe there.

EVA = {
    "said_on": day(-5),
    "reasons": ["location"],
    "told": "That the journey was too long for me.",
    "edges": ["referrer"],
    "role": "open",
    "need": "normal",
    "standing": "top_choice",
    "tie": "stay_in_touch",
    "reason_given": "timing_or_personal",
    "reason_now": "shown",
    "how_no": "warm",
    "new_proof": "proof",
    "differs": [{"what": "I live nine minutes away now", "who": "My new lease"}],
    **dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2"),
    "worry_stay": "I moved here for good.",
    "worry_again": "What stood in the way is gone.",
    "worry_second": "You were my first choice then too.",
    "worry_now": "I signed the lease last week.",
    "plan_yes": ("they say yes", "read it all in writing first"),
    "plan_no": ("they say no", "thank them and walk to the sea"),
    "plan_silence": ("five working days pass without a word", "send one short line"),
    "rapport": "k2",
    "came_by": "phone",
    "way": "call",
    "whom": "Lena Ortiz",
    "when": day(3),
}

MAREK = {
    "said_on": day(-40),
    "role": "unknown",
    "need": "unknown",
    "standing": "unknown",
    "tie": "unknown",
    "reason_given": "pay_or_terms",
    "reason_now": "partly",
    "how_no": "neutral",
    "resolved": "d1",
    "facts": "d0",
    "process": "d0",
    "fit": "d1",
    "no_breaker": "d1",
    "stay": "d1",
    "worry_now": "I saw your van on my street.",
    "way": "write",
}

INES = {
    "said_on": day(-20),
    "edges": ["not_safe"],
    "role": "open",
    "need": "urgent",
    "standing": "top_choice",
    "tie": "champion",
    "reason_given": "culture_or_people",
    "reason_now": "same",
    "how_no": "neutral",
    **dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2"),
    "worry_now": "I miss my desk.",
    "plan_no": ("they say no", "call Nadia"),
}


def own_no(folder, days, role="Baker", employer="Sea View", **facts):
    """Let somebody have said no so many days ago, and told of it that day; return the case."""
    told = {"direction": Direction.I_SAID_NO, "role": role, "employer": employer, **facts}
    then = NOON - timedelta(days=days)
    (case,) = lived(folder, Case(happened_on=then.date(), **told), now=then)
    return case


def test_a_sound_choice_with_bad_luck(server, person):
    """W2, every step by hand: pay decides, and both screens follow when a number is moved."""
    case = own_no(server.folder, 240, "Project lead", "North Team")
    go_through(person, server.folder, "offer_review", PRIYA, NOON, case)
    offer = PRIYA["offer"]
    sees_all(
        person,
        "offer_review",
        ("knew", "unknown", {"facts": "The team moved to my town in May"}),
        ("reasons_aged", "held", {"reasons": "The pay"}),
        ("reasons_aged", "faded", {"reasons": "My father fell ill"}),
        ("reasons_aged", "reversed", {"reasons": "The hours"}),
        ("choice", "sound_bad_luck", {"process": 11}),
        ("choice", "planned", {}),
        ("weighed", "ahead", {"option": offer, "total": 6.7, "other": PRIYA["other"], "less": 6.2}),
        ("turns", "turn", {"criterion": "The pay", "now": 5, "at": 4.3}),
        ("money_told", "between", {}),
        ("money_told", "pay_decides", {}),
        ("years_told", "crosses", {"before": PRIYA["other"], "option": offer}),
        ("fit_today", "better", {"now": 7.9, "then": 6.7}),
        ("path", "set_back", {}),
        ("next_offer", "own", {"question": "Is a move of the office planned?"}),
    )
    keep_ticked(person)
    kept = stored(server.folder)
    assert kept["cases"][0]["protected"] == "Evenings with my father"
    assert [offer in each["what"] for each in kept["wins"]] == [True]
    mine = ["Two hours on the train each day", "Stay in the South Team", offer]
    person.unfold(PRINTS["filled"])
    printed = sheet(person, "a4")
    assert [each for each in mine if squeezed(each) not in printed] == []
    person.follow(SAY["lives_on"])
    sees_all(person, "offer_review", ("choice", "sound_bad_luck", {"process": 11}))
    person.unfold(OFFER["turned_out"])
    by_hand(person, "offer_review", {**PRIYA, "turned_out": 3}, ["turned_out"])
    sees_all(person, "offer_review", ("choice", "sound_good", {"process": 11}))
    person.press(LIVE["keep"])
    person.sees(LIVE["kept"])
    assert kept_in(server.folder, "offer_review")["turned_out"] == 3
    person.pick(OFFER["section"], OFFER["section_weigh"])
    person.unfold(OFFER["try"])
    person.pick(OFFER["swing"], "4")
    sees_all(
        person,
        "offer_review",
        ("weighed", "ahead", {"option": PRIYA["other"], "total": 6.7, "other": offer, "less": 5.7}),
    )
    person.press(LIVE["let_go"])
    sees_all(person, "offer_review", ("weighed", "ahead", {"option": offer, "total": 6.7}))
    person.pick(OFFER["section"], OFFER["section_time"])
    sees_all(person, "offer_review", ("fit_today", "most", {"then": 4, "now": 8}))
    person.pick(OFFER["section"], OFFER["section_next"])
    person.sees(OFFER["bank_lead"])
    person.sees("Is a move of the office planned?")


def test_a_stirred_choice_that_got_lucky(server, person):
    """W2: what lacks a must-have is left out before any number counts; luck is called luck."""
    case = own_no(server.folder, 90, "Site manager", "Quarry Works")
    steps = (1, 2, 6, 8, 9)
    go_through(person, server.folder, "offer_review", TOMAS, NOON, case, steps)
    sees_all(
        person,
        "offer_review",
        ("knew", "unwritten", {}),
        ("choice", "shaky_lucky", {"process": 2}),
        ("choice", "in_the_moment", {}),
        ("weighed", "only", {"option": "Go on by myself", "total": 6}),
        ("weighed", "left_out", {"option": TOMAS["offer"], "criteria": "My life outside work"}),
        ("money_told", "below", {}),
        ("years_told", "stays", {"option": "Go on by myself"}),
        ("next_offer", "ask_question", {}),
    )
    person.follow(SAY["lives_on"])
    sees_all(person, "offer_review", ("choice", "shaky_lucky", {"process": 2}))
    person.pick(OFFER["section"], OFFER["section_weigh"])
    sees_all(person, "offer_review", ("weighed", "only", {"total": 6}))


def test_an_offer_that_is_still_open(server, person):
    """W2 before the answer: a tie is told as one, good pay off the way is asked about."""
    go_through(person, server.folder, "offer_review", AMINA, NOON, steps=(1, 2, 6, 8, 9))
    sees_all(
        person,
        "offer_review",
        ("choice", "unfinished", {"count": 4, "of": 6}),
        ("weighed", "level", {"total": 6}),
        ("rut", "rut", {}),
        ("rut", "rut_way_on", {}),
        ("years_told", "crosses", {"before": AMINA["offer"], "option": "The small school"}),
    )
    person.open("/offer_review?case=open")
    person.sees(told(OFFER["left_days"], days=3))
    person.follow(OFFER["before_yes"])
    person.press(SAY["begin"])
    ready = dict.fromkeys(("in_writing", "enough", "days", "other_answers"), "yes")
    answers = {**ready, "slept": "no", "keep_it": "no"}
    by_hand(person, "before_yes", answers, answers)
    person.press(SAY["finish"])
    assert kept_in(server.folder, "before_yes")["slept"] == "no"
    person.open("/offer_review?case=open&part=next")
    person.sees(OFFER["check_open"])
    person.open("/offer_review?case=open")
    person.follow(OFFER["ask_time"])
    expect(person.page).to_have_url(re.compile("letter="))


def test_second_thoughts_out_of_what_came_later(server, person):
    """W3, every step by hand: hindsight on hard days; what was known comes first, it rests."""
    case = own_no(server.folder, 60)
    go_through(person, server.folder, "regret", JONAS, NOON, case)
    sees_all(
        person,
        "regret",
        ("knew", "told", {}),
        ("kinds", "hindsight", {"later": 2, "sorted": 3}),
        ("kinds", "contrast", {"spot": 3.6}),
        ("learned", "learned", {"learned": JONAS["learned"]}),
        ("doing", "one", {}),
    )
    headings = person.page.get_by_role("main").get_by_role("heading", level=2)
    first = next(each for each in worksheets()["regret"].results if each.id == "knew")
    expect(headings.first).to_have_text(re.compile(f"^{first.title}"))
    keep_ticked(person)
    kept = stored(server.folder)
    assert day(21).isoformat() in {each["due"] for each in kept["steps"]}
    assert regret_words().kinds["hindsight"].step in {each["text"] for each in kept["steps"]}
    person.follow(SAY["lives_on"])
    sees_all(person, "regret", ("kinds", "hindsight", {"later": 2, "sorted": 3}))
    person.sees(JONAS["friend"])
    person.pick(REGRET["section"], REGRET["section_will"])
    person.sees(REGRET["to_skills"])
    person.pick(REGRET["section"], REGRET["section_time"])
    person.sees(REGRET["beside_one"])


def test_a_second_pass_beside_the_first(server, person):
    """W3 with a review: luck, and other things matter; a third pass asks what is new."""
    case = own_no(server.folder, 80, "Harbour pilot", "North Port")
    sound = {**checks(*["yes"] * 6), "turned_out": -3, "answered_on": day(-80)}
    at_desk(server.folder, "offer_review", sound, NOON, case, finished_on=day(-9))
    at_desk(
        server.folder, "regret", LENA_BEFORE, NOON - timedelta(days=10), case, finished_on=day(-10)
    )
    go_through(person, server.folder, "regret", LENA, NOON, case, (1, 2, 6, 7, 8))
    sees_all(
        person,
        "regret",
        ("kinds", "luck", {"process": 12}),
        ("kinds", "shifted", {}),
        ("learned", "learned", {"learned": LENA["learned"]}),
    )
    person.follow(SAY["lives_on"])
    person.pick(REGRET["section"], REGRET["section_time"])
    person.sees(told(REGRET["comes_less"], first=7, last=3))
    person.sees(told(REGRET["beside_less"], before=8, now=4))
    person.follow(REGRET["again"])
    person.sees(told(REGRET["met_enough"]))
    person.press(SAY["begin"])
    person.sees(REGRET["fact_first"])
    person.fill({REGRET["fact"]: "They rang this morning."})
    person.press(SAY["begin"])
    brings_up = person.field(label_of("regret", "brings_up"))
    expect(brings_up).to_have_value("They rang this morning.")


def test_a_rosy_picture_that_pulls_down(server, person):
    """W3: a life without a dull day is called rosy; a mood that sank twice is met with kindness."""
    case = own_no(server.folder, 50, "Guide", "Alpine Tours")
    at_desk(
        server.folder, "regret", SAMIR_BEFORE, NOON - timedelta(days=9), case, finished_on=day(-9)
    )
    go_through(person, server.folder, "regret", SAMIR, NOON, case, (1, 2, 3, 7, 8))
    sees_all(
        person,
        "regret",
        ("knew", "bare", {}),
        ("kinds", "rosy", {}),
        ("doing", "let_be", {}),
        ("mood", "stop", {}),
    )
    person.follow(SAY["lives_on"])
    person.sees(REGRET["sinks"])
    person.sees(REGRET["to_steady"])


def test_an_open_door_and_a_wish_that_holds(server, person):
    """W4, every step by hand: likely and worth it, in words; then the letter opens as weighed."""
    case = own_no(server.folder, 5, direction=Direction.SECOND_THOUGHTS)
    go_through(person, server.folder, "reapproach", EVA, NOON, case)
    likely = reapproach_words().verdicts["likely_worth_it"]
    sees_all(
        person,
        "reapproach",
        ("card", "headline", {"told": likely.title}),
        ("card", "door", {"band": reapproach_words().bands["likely"]}),
        ("card", "worth", {"worth": reapproach_words().worth["worth_it"]}),
        ("special", "case", {"told": reapproach_words().edges["referrer"].text}),
        ("pulls", "up", {}),
        ("conditions", "lead", {}),
        ("worries_told", "ready", {}),
        ("sheet", "whom", {"whom": "Lena Ortiz"}),
        ("fallback", "no", {"action": EVA["plan_no"][1]}),
    )
    assert "%" not in person.page.get_by_role("main").inner_text()
    for action in (EVA["plan_no"][1], EVA["plan_silence"][1]):
        person.tick(action)
    keep_ticked(person)
    steps = {each["text"]: each["due"] for each in stored(server.folder)["steps"]}
    assert steps["Call Lena Ortiz"] == day(3).isoformat()
    assert EVA["plan_no"][1] in steps
    person.follow(SAY["lives_on"])
    person.sees(likely.title)
    person.pick(BACK["section"], BACK["section_call"])
    person.sees(EVA["worry_stay"])
    person.follow(BACK["call_to_letter"])
    person.sees(told(LETTER["weighed"], title=likely.title))
    person.sees_no(LETTER["weigh_first"])
    person.press(LETTER["save"])
    [letter] = stored(server.folder)["letters"]
    assert (letter["kind"], letter["weighed"]) == ("reapproach", "yes")


def test_a_door_of_which_too_little_is_known(server, person):
    """W4: no verdict before the facts; found out in place, they give one, and it is kept."""
    case = own_no(server.folder, 40, "Cook", "Harbour Mills")
    go_through(person, server.folder, "reapproach", MAREK, NOON, case, (1, 2, 3, 7, 8))
    find_out = reapproach_words().confidence["low"]
    sees_all(
        person,
        "reapproach",
        ("card", "headline", {"told": find_out}),
        ("card", "range", {}),
        ("card", "worth", {"worth": reapproach_words().worth["pause"]}),
        ("worries_told", "empty", {"count": 3, "of": 4}),
    )
    person.follow(SAY["lives_on"])
    person.sees(reapproach_words().ways["talk"])
    person.pick(BACK["section"], BACK["section_change"])
    found = {**MAREK, "role": "open", "need": "urgent", "standing": "top_choice", "tie": "champion"}
    by_hand(person, "reapproach", found, ["role", "need", "standing", "tie"])
    title = reapproach_words().verdicts["likely_pause"].title
    person.sees(title)
    assert kept_in(server.folder, "reapproach")["role"] == "unknown"
    person.press(LIVE["keep"])
    person.sees(LIVE["kept"])
    assert kept_in(server.folder, "reapproach")["role"] == "open"
    person.pick(BACK["section"], BACK["section_stands"])
    person.sees(title)
    person.press(BACK["on_hold"])
    person.sees(BACK["on_hold_done"])
    assert [each["due"] for each in stored(server.folder)["steps"]] == [day(30).isoformat()]


def test_nobody_is_led_back_into_harm(server, person):
    """W4: with danger behind it no band is told, however warm the rest; no way leads back."""
    case = own_no(server.folder, 20, "Nurse", "Hill Clinic")
    go_through(person, server.folder, "reapproach", INES, NOON, case, (1, 2, 3, 7, 8))
    safe = reapproach_words().verdicts["not_safe"]
    sees_all(person, "reapproach", ("card", "headline", {"told": safe.title}))
    for result, sentence in (("card", "door"), ("worth", "firm"), ("worries_told", "empty")):
        person.sees_no(said("reapproach", result, sentence))
    person.follow(SAY["lives_on"])
    person.sees(safe.title)
    person.sees_no(said("reapproach", "worth", "firm"))
    person.sees(reapproach_words().ways["people"])
    person.sees_no(reapproach_words().ways["reapproach"])
    person.pick(BACK["section"], BACK["section_later"])
    person.sees(BACK["not_back"])
    person.pick(BACK["section"], BACK["section_call"])
    person.sees(BACK["call_closed"])


def test_a_look_back_that_is_due(server, person):
    """A month after an own no, Today offers one look back; once taken, it asks no more."""
    own_no(server.folder, 31, protected="My evenings", reasons_true=("hours",))
    person.open()
    person.sees(told(DECISIONS["due"], days=31))
    person.follow(DECISIONS["due_go"])
    person.sees(told(DECISIONS["look_then"]))
    person.pick(DECISIONS["regret"], "3")
    person.pick(DECISIONS["turned_out"], "+2")
    person.fill({DECISIONS["learned"]: "I sleep well."})
    person.press(DECISIONS["look_keep"])
    person.sees(DECISIONS["look_saved"])
    [look] = stored(server.folder)["look_backs"]
    assert (look["regret"], look["outcome"], look["after_days"]) == (3, 2, 30)
    person.press(DECISIONS["to_decisions"])
    person.sees("My evenings")
    person.sees(told(DECISIONS["looked"], regret=3))
    person.pick(DECISIONS["section"], DECISIONS["section_patterns"])
    person.sees(DECISIONS["early_one"])
    person.open()
    person.sees_no(told(DECISIONS["due"]))


def test_hard_days_put_second_thoughts_behind_one_more_press(server, person):
    """While the last days sound hard, nothing deep opens by itself; "open anyway" is respected."""
    case = own_no(server.folder, 60)
    lived(server.folder, CheckIn(happened_on=day(-2), mood=4, hope=1))
    person.open(f"/regret?case={case.id}")
    person.sees(HEAVY["title"])
    person.sees_no(REGRET["no_pass"])
    person.press(HEAVY["open"])
    person.sees(REGRET["no_pass"])
    person.open(f"/worksheet?worksheet=regret&case={case.id}")
    expect(person.button(SAY["begin"])).to_have_count(0)
    person.press(HEAVY["open"])
    person.press(SAY["begin"])
    person.sees(worksheets()["regret"].steps[0].title)
