"""Other paths and the search in a browser: paths, the audit, the log, the odds, talks.

Each worksheet is gone through by three people. The first goes every step by hand; the others'
answers are written at the app's own desk, and they go the ends and the hard steps by hand.
"""

from datetime import timedelta
from io import BytesIO

from icalendar import Calendar
from playwright.sync_api import expect
from pypdf import PdfReader

from core.applications import Application, Outcome
from core.cases import Stage, StageReached
from core.check_ins import CheckIn
from core.content.loader import search_words, words
from core.me import Me
from core.workspace import Workspace
from tests.browser.conftest import NOON
from tests.browser.filling import at_desk, go_through, keep_ticked, sees_all, told
from tests.browser.harness import settled
from tests.browser.paper import squeezed, taken
from tests.browser.person import lived, stored

SAY, PATHS, SEARCH = words("worksheet"), words("paths"), words("search")
LOG, NUMBERS, ONE = words("applications"), words("search_numbers"), words("application")
TALK, HEAVY, CASES = words("interview"), words("heavy"), words("cases")
COLUMNS = words("columns")
TODAY = NOON.date()
MANY = 2000


def day(days):
    """The day so many days from today."""
    return TODAY + timedelta(days=days)


# W7. Ruth has one path ahead of the others. Omar's three lie too close together. Bea has opened
# two so far, and nothing of them is checked.

RUTH = {
    "energy": [
        {"what": "Fixed the bikes of the club", "energy": 3, "unpaid": "yes"},
        {"what": "Sales calls", "energy": -2, "unpaid": "no"},
        {"what": "Planned the summer camp", "energy": 2},
    ],
    "strengths": [
        {"strength": "Planning", "proof": "The summer camp for sixty, on time"},
        {"strength": "Repairing", "proof": "Forty bikes last winter"},
    ],
    "nearest": "Planner in a clinic",
    "sideways": "Teacher in a bike workshop",
    "bold": "A workshop of my own",
    "about": {
        "nearest": {"tuesday": "Rotas, phone, rotas", "demand": "Three ads this month"},
        "sideways": {
            "demand": "The school looks for two",
            "source": "Their own page",
            "checked": day(-4),
            "cost": "A course of six weekends",
        },
        "bold": {"worry": "The rent"},
    },
    "carries": {
        "r1": {"nearest": 3, "sideways": 1, "bold": 2},
        "r2": {"nearest": 0, "sideways": 3, "bold": 3},
    },
    "tests": {
        "nearest": {"kind": "talk", "test": "Fifteen minutes with Ines", "by": day(5)},
        "sideways": {"kind": "taster", "test": "Two evenings in the workshop", "by": day(20)},
    },
    "pull": {"nearest": 5, "sideways": 9, "bold": 9},
    "feasible": {"nearest": 8, "sideways": 8, "bold": 3},
    "proven": {"nearest": 6, "sideways": 7, "bold": 2},
}
"""Planning is missing 0 x 5 + 2 x 9 + 1 x 9 = 27, repairing 3 x 5 = 15."""

OMAR = {
    "energy": [{"what": "Night shifts", "energy": -3}],
    "strengths": [{"strength": "Listening"}],
    "nearest": "Nurse in another ward",
    "sideways": "Trainer for nurses",
    "bold": "A house for elders",
    "carries": {"r1": {"nearest": 3, "sideways": 3, "bold": 3}},
    "pull": {"nearest": 6, "sideways": 7, "bold": 9},
    "feasible": {"nearest": 9, "sideways": 7, "bold": 4},
    "proven": {"nearest": 6, "sideways": 6, "bold": 6},
}
"""Together 21, 20 and 19: the lowest is within a tenth of the highest, 2.1."""

BEA = {
    "energy": [{"what": "Drawing maps", "energy": 3, "unpaid": "yes"}],
    "strengths": [{"strength": "Drawing"}, {"strength": "Numbers"}],
    "nearest": "Maps for the city",
    "bold": "Maps for hikers",
    "carries": {"r1": {"nearest": 2}, "r2": {"nearest": 2}},
    "pull": {"nearest": 6, "bold": 8},
}

# W9. Nils has four rows and notes them by hand. Dora's ten all met silence. Kemal shaped half of
# his, and only those led to a talk.

NILS = {
    "log": [
        {"role": "Nurse, City Hospital", "sent": day(-60), "source": "Board", "stage": "final"},
        {"role": "Nurse, Hill Clinic", "sent": day(-50), "source": "A friend", "stage": "final"},
        {"role": "Ward lead, St Anna", "sent": day(-45), "source": "Board", "stage": "applied"},
        {"role": "Night nurse, Sea View", "sent": day(-2), "source": "Board", "stage": "applied"},
    ],
    "ways": {
        "r1": {"must": 90, "tailored": "yes", "contact": "yes"},
        "r2": {"must": 85, "tailored": "yes", "contact": "yes"},
        "r3": {"must": 40, "tailored": "no", "contact": "no"},
    },
    "heads": {
        "plan": {"score": 7, "proof": "I know which wards I want"},
        "prepare": {"score": 4},
        "persist": {"score": 8},
        "learn": {"score": 6},
    },
    "sure": {"find": {"score": 6}, "talk": {"score": 3}},
    "own_view": "final",
    "change": "practice",
    "how": "Say two answers aloud to Ana",
    "count": 10,
    "stop_on": day(40),
    "hours": 12,
    "days_off": 2,
}

DORA = {
    "heads": {"plan": {"score": 5}, "persist": {"score": 5}},
    "sure": {"write": {"score": 5}},
    "own_view": "no_reply",
    "change": "contact",
    "count": 12,
    "hours": 6,
}

KEMAL_BEFORE = {
    "heads": {"plan": {"score": 8}, "learn": {"score": 3}},
    "sure": {"talk": {"score": 3}},
}
KEMAL = {
    "heads": {"plan": {"score": 5}, "learn": {"score": 6}},
    "sure": {"talk": {"score": 7}},
    "own_view": "unclear",
    "change": "tailoring",
    "how": "Three lines on top",
    "count": 8,
    "days_off": 3,
}


def sent(days, role, *, stage=Stage.APPLIED, **facts):
    """An application that went out so many days ago, and how far it got."""
    reached = (StageReached(stage=stage, on=day(-days)),)
    return Application(role=role, employer="Sea View", sent_on=day(-days), stages=reached, **facts)


def test_three_paths_of_which_one_is_ahead(server, person):
    """W7, every step by hand: energy, what carries over, one ahead; all lands on the board."""
    go_through(person, server.folder, "paths", RUTH, NOON)
    ahead = RUTH["sideways"]
    sees_all(
        person,
        "paths",
        ("energy", "unpaid", {"things": "Fixed the bikes of the club"}),
        ("overlap", "overlap", {"path": RUTH["nearest"], "overlap": 50, "count": 2}),
        ("overlap", "overlap", {"path": ahead, "overlap": 67}),
        ("overlap", "gap", {"skill": "Planning"}),
        ("evidence", "unchecked", {"paths": RUTH["bold"]}),
        ("tests", "first", {"test": "Fifteen minutes with Ines"}),
        ("tests", "late", {"path": ahead}),
        ("tests", "no_test", {"paths": RUTH["bold"]}),
        ("compare", "ahead", {"path": ahead, "score": 24}),
    )
    keep_ticked(person)
    kept = stored(server.folder)
    assert {each["name"] for each in kept["paths"]} == {
        RUTH[each] for each in ("nearest", "sideways", "bold")
    }
    assert {each["what"] for each in kept["activities"]} >= {"Sales calls"}
    assert "Planning" in {each["name"] for each in kept["skills"]}
    person.follow(SAY["lives_on"])
    person.sees(told(PATHS["overlap_line"], overlap=83, count=2))
    person.pick(PATHS["section"], PATHS["section_compare"])
    person.sees(told(PATHS["ahead"], path=ahead, score=24))
    person.pick(PATHS["section"], PATHS["section_skills"])
    person.sees(told(PATHS["gap"], skill="Planning"))
    person.pick(PATHS["section"], PATHS["section_energy"])
    person.sees(told(PATHS["energy_counts"], gives=2, drains=1, level=0))


def test_three_paths_too_close_to_call(server, person):
    """W7: no winner between scores within a tenth; one is put away, and comes back."""
    go_through(person, server.folder, "paths", OMAR, NOON, steps=(1, 2, 5, 6, 7))
    sees_all(
        person,
        "paths",
        ("overlap", "no_gap", {}),
        ("evidence", "unchecked", {}),
        ("compare", "close", {}),
    )
    keep_ticked(person)
    person.follow(SAY["lives_on"])
    person.pick(PATHS["section"], PATHS["section_compare"])
    person.sees(told(PATHS["close"]))
    person.pick(PATHS["section"], PATHS["section_board"])
    person.within("st-key-path-").press(PATHS["put_away"])
    person.sees(PATHS["fewer"])
    person.press(PATHS["undo"])
    person.sees(PATHS["undone"])
    person.sees_no(PATHS["fewer"])


def test_two_paths_ask_for_a_third(server, person):
    """W7: with two paths nothing is judged; a third that is named on the board joins them."""
    go_through(person, server.folder, "paths", BEA, NOON, steps=(1, 2, 5, 6, 7))
    sees_all(
        person,
        "paths",
        ("overlap", "gaps", {"skills": "Drawing, Numbers"}),
        ("compare", "open_another", {}),
    )
    keep_ticked(person)
    person.follow(SAY["lives_on"])
    person.sees(PATHS["fewer"])
    person.write(PATHS["new"], "Maps for schools")
    person.press(PATHS["add"])
    person.sees(PATHS["added"])
    person.sees_no(PATHS["fewer"])
    assert len(stored(server.folder)["paths"]) == 3
    person.pick(PATHS["section"], PATHS["section_compare"])
    person.sees(told(PATHS["wait_rating"]))


def test_an_audit_out_of_memory(server, person):
    """W9, every step by hand: four rows with their ranges, and one change; they become the log."""
    go_through(person, server.folder, "search_audit", NILS, NOON)
    sees_all(
        person,
        "search_audit",
        ("yields", "talk", {"yes": 2, "of": 3}),
        ("yields", "few", {}),
        ("yields", "recent", {"count": 1}),
        ("stops", "most", {"place": search_words().stops["final"], "count": 2, "all": 3}),
        ("methods", "contacts", {"count": 2, "of": 3}),
        ("heads", "room", {"score": 4}),
        ("heads", "strong", {"score": 8}),
        ("sure", "first", {}),
        ("experiment", "change", {"count": 10}),
        ("experiment", "how", {"how": NILS["how"]}),
        ("experiment", "days_off", {"days": 2}),
    )
    keep_ticked(person)
    kept = stored(server.folder)
    assert [len(kept[each]) for each in ("applications", "experiments")] == [4, 1]
    assert {each["employer"] for each in kept["applications"]} >= {"Hill Clinic", "St Anna"}
    person.follow(SAY["lives_on"])
    person.sees("Nurse, Hill Clinic")
    person.pick(SEARCH["section"], SEARCH["section_says"])
    person.sees(told(NUMBERS["talk"], yes=2, of=3))
    person.pick(SEARCH["section"], SEARCH["section_try"])
    person.sees(told(NUMBERS["try_card"], left=0, of=10))


def test_an_audit_of_ten_silences(server, person):
    """W9 from the log: none of ten is told with what is still plausible, and what may be tried."""
    lived(
        server.folder,
        *(sent(40 + at, f"Clerk {at}", outcome=Outcome.SILENCE) for at in range(10)),
        now=NOON,
    )
    go_through(person, server.folder, "search_audit", DORA, NOON, steps=(1, 2, 4, 5, 6))
    sees_all(
        person,
        "search_audit",
        ("yields", "none", {"of": 10, "high": 19}),
        ("stops", "most", {"place": search_words().stops["silence"], "count": 10, "all": 10}),
        ("heads", "even", {"score": 5}),
        ("experiment", "change", {"count": 12}),
    )
    person.follow(SAY["lives_on"])
    person.pick(SEARCH["section"], SEARCH["section_says"])
    person.sees(told(NUMBERS["talk_none"], of=10, high=19))
    person.pick(SEARCH["section"], SEARCH["section_try"])
    person.sees(told(NUMBERS["try_fits"]))


def test_an_audit_that_tells_shaping_apart(server, person):
    """W9 a second time: what was shaped led to talks; what moved since the last time is told."""
    mine = [
        sent(
            40 + at,
            f"Fitter {at}",
            stage=Stage.FIRST_TALK if at % 2 else Stage.APPLIED,
            tailored=bool(at % 2),
            outcome=Outcome.NO,
        )
        for at in range(10)
    ]
    lived(server.folder, *mine, now=NOON)
    then = NOON - timedelta(days=60)
    at_desk(server.folder, "search_audit", KEMAL_BEFORE, then, finished_on=then.date())
    go_through(person, server.folder, "search_audit", KEMAL, NOON, steps=(1, 2, 3, 5, 6))
    sees_all(
        person,
        "search_audit",
        ("yields", "talk", {"yes": 5, "of": 10}),
        ("methods", "tailored_first", {"yes": 5, "of": 5, "other_yes": 0, "other_of": 5}),
        ("heads", "up", {}),
        ("heads", "down", {}),
        ("sure", "up", {}),
    )
    person.sees(SAY["compare"])
    person.follow(SAY["lives_on"])
    person.pick(SEARCH["section"], SEARCH["section_says"])
    person.sees(told(NUMBERS["tailored_first"], yes=5, of=5, other_yes=0, other_of=5))


def tracker(folder, rows):
    """A CSV file as trackers write one, and its path."""
    file = folder.parent / "tracker.csv"
    lines = ["Firm name,Vacancy title,Date Applied,Status,Source,Notes"]
    words_ = ("Applied", "No response", "Rejected", "Interview", "Ghost town")
    lines += [
        f"Employer {at},Role {at % 7},{day(-(at % 400))},{words_[at % 5]},Board {at % 3},"
        for at in range(rows)
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def bring(person, file):
    """Choose a file on the page that brings in a list."""
    person.page.locator("input[type=file]").set_input_files(file)
    settled(person.page)
    person.sees(LOG["preview"])


def test_two_thousand_applications_come_in_and_go_again(server, person):
    """Columns are matched, words for a state asked about, twins left out, all taken back."""
    file = tracker(server.folder, MANY)
    person.open("/search?part=import")
    bring(person, file)
    person.unfold(COLUMNS["matched"])
    person.look_for(told(COLUMNS["example"], name="Firm name", example="Employer 0"), "Employer")
    person.look_for(told(LOG["state_named"], name="Ghost town"), "Silence")
    person.sees(told(LOG["preview_new"], count=MANY))
    assert not stored(server.folder)["applications"]
    person.press(told(LOG["yes_bring"], count=MANY))
    person.sees(told(LOG["brought"], count=MANY))
    here = stored(server.folder)["applications"]
    assert len(here) == MANY
    outcomes = [each["outcome"] for each in here]
    assert (outcomes.count("silence"), outcomes.count("no")) == (2 * MANY // 5, MANY // 5)
    bring(person, file)
    person.unfold(COLUMNS["matched"])
    person.look_for(told(COLUMNS["example"], name="Firm name", example="Employer 0"), "Employer")
    person.sees(LOG["preview_none"])
    person.sees(told(LOG["preview_twins"], count=MANY))
    person.open("/search")
    person.sees(f"{LOG['which_all']} · {MANY}")
    person.pick(SEARCH["section"], SEARCH["section_says"])
    person.sees(told(NUMBERS["stops_most"]))
    person.open("/search?part=import")
    person.press(CASES["delete"])
    person.sees(LOG["sure_import"])
    person.press(CASES["yes"])
    assert stored(server.folder)["applications"] == []
    person.press(CASES["undo"])
    person.sees(CASES["undone"])
    assert len(stored(server.folder)["applications"]) == MANY


def say_no(person):
    """Note on the one card that is shown that they said no."""
    person.press(LOG["what_else"])
    person.pick(LOG["how_ended"], LOG["outcome_no"])
    person.sees(told(LOG["moved"], what=LOG["outcome_no"]))


def test_a_no_becomes_a_case(server, person):
    """Noted in one line, a no in two taps, a case on request; undo takes the no back first."""
    person.open("/search")
    person.fill({LOG["line"]: "Nurse, City Hospital", LOG["source"]: "A friend"})
    person.press(LOG["note_it"])
    person.sees(LOG["noted"])
    say_no(person)
    person.press(LOG["undo"])
    assert stored(server.folder)["applications"][0]["outcome"] is None
    say_no(person)
    [one] = stored(server.folder)["applications"]
    assert (one["outcome"], one["case_id"]) == ("no", "")
    person.press(LOG["make_case"])
    [case] = stored(server.folder)["cases"]
    assert (case["employer"], case["direction"]) == ("City Hospital", "they_said_no")
    assert stored(server.folder)["applications"][0]["case_id"] == case["id"]
    person.sees(LOG["case_made"])
    expect(person.page.get_by_role("link", name=LOG["to_case"])).to_be_visible()


def test_one_change_at_a_time(server, person):
    """A try with its end: it counts along with the log, is closed with what was noticed."""
    lived(server.folder, *(sent(60 + at, f"Clerk {at}") for at in range(3)), now=NOON)
    person.open("/search")
    person.pick(SEARCH["section"], SEARCH["section_try"])
    person.press(NUMBERS["try_begin"])
    person.sees(NUMBERS["try_pick"])
    person.pick(NUMBERS["try_what"], search_words().tests["contact"])
    person.sees(told(NUMBERS["try_idea"], idea=search_words().ideas["contact"]))
    person.fill({NUMBERS["try_change"]: "Ring first", NUMBERS["try_count"]: "1"})
    person.press(NUMBERS["try_begin"])
    person.sees(NUMBERS["try_begun"])
    person.sees(told(NUMBERS["try_card"], left=0, of=1))
    person.pick(SEARCH["section"], SEARCH["section_log"])
    person.fill({LOG["line"]: "Clerk, Sea View"})
    person.press(LOG["note_it"])
    person.pick(SEARCH["section"], SEARCH["section_try"])
    person.sees(NUMBERS["try_over"])
    person.write(NUMBERS["try_learned"], "They like a call.")
    person.press(NUMBERS["try_end"])
    person.sees(NUMBERS["try_ended"])
    [tried] = stored(server.folder)["experiments"]
    assert (tried["learned"], tried["ended_on"]) == ("They like a call.", TODAY.isoformat())


def test_the_odds_only_for_who_asks(server, person):
    """Closed until asked for; with no record it is the guess alone, and says so; ranges only."""
    person.open("/search")
    person.pick(SEARCH["section"], SEARCH["section_odds"])
    person.sees_no(told(NUMBERS["odds_rate"]))
    person.press(NUMBERS["odds_show"])
    person.sees(NUMBERS["odds_no_record"])
    person.sees(told(NUMBERS["odds_rate"], mean=10))
    person.sees(NUMBERS["odds_caveat_worth"])
    person.fill({NUMBERS["odds_more"]: "40"})
    person.sees(told(NUMBERS["odds_chance"], more=40))
    person.press(NUMBERS["odds_hide"])
    person.sees_no(told(NUMBERS["odds_rate"]))


def test_the_odds_wait_while_feelings_are_high(server, person):
    """A strain of 8 today hides them without a way past; hard days put one more press before."""
    strong = CheckIn(happened_on=TODAY, mood=3, feelings=({"word": "let down", "strength": 9},))
    (felt,) = lived(server.folder, strong, now=NOON)
    person.open("/search")
    person.pick(SEARCH["section"], SEARCH["section_odds"])
    person.sees(NUMBERS["odds_strained"])
    expect(person.button(NUMBERS["odds_show"])).to_have_count(0)
    workspace = Workspace.open(server.folder, lambda: NOON)
    workspace.check_ins.remove(felt.id)
    workspace.close()
    lived(server.folder, CheckIn(happened_on=day(-2), mood=4, hope=1), now=NOON)
    person.open("/search")
    person.pick(SEARCH["section"], SEARCH["section_odds"])
    person.sees(HEAVY["title"])
    expect(person.button(NUMBERS["odds_show"])).to_have_count(0)
    person.press(HEAVY["open"])
    person.press(NUMBERS["odds_show"])
    person.sees(told(NUMBERS["odds_rate"], mean=10))


def test_a_talk_goes_into_the_calendar(server, person):
    """An application, what they asked for, a talk on their clock, its day and card, its .ics."""
    me = Me(time_zone="Europe/Berlin")
    workspace = Workspace.open(server.folder, lambda: NOON)
    workspace.save_me(me)
    workspace.close()
    (one,) = lived(server.folder, sent(9, "Nurse"), now=NOON)
    person.open(f"/application?application={one.id}")
    person.pick(ONE["section"], ONE["section_asked"])
    person.write(ONE["what_requested"], "Two references")
    person.press(ONE["add_asked"])
    person.sees(ONE["asked_added"])
    person.pick(ONE["section"], ONE["section_research"])
    person.write(ONE["fact"], "They train every Tuesday")
    person.press(ONE["add_fact"])
    person.sees(ONE["fact_added"])
    person.pick(ONE["section"], ONE["section_talks"])
    person.follow(ONE["add_talk"])
    person.write(TALK["with_whom"], "Mina Sol")
    person.date(TALK["day"], day(4))
    person.time(TALK["time"], "10:30")
    person.fill({TALK["place"]: "12 Quay Street", TALK["travel"]: "40"})
    person.press(TALK["save"])
    person.sees(TALK["saved"])
    person.sees(told(TALK["leave"], time="09:40"))
    name, raw = taken(person, TALK["calendar"])
    assert name.endswith(".ics")
    [event] = Calendar.from_ical(raw).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == f"{day(4)}T10:30:00+01:00"
    assert "12 Quay Street" in event["location"]
    person.pick(TALK["section"], TALK["section_prepare"])
    person.unfold(TALK["card"])
    _, card = taken(person, TALK["card_pdf"])
    page = squeezed(PdfReader(BytesIO(card)).pages[0].extract_text())
    for each in ("They train every Tuesday", "12 Quay Street", "09:40"):
        assert squeezed(each) in page
    [talk] = stored(server.folder)["interviews"]
    assert (talk["with_whom"], talk["travel"]) == ("Mina Sol", 40)
    [kept] = stored(server.folder)["applications"]
    assert [each["what"] for each in kept["requested"]] == ["Two references"]
