"""Shape and way back: length, subject, name, close, one specific thing, and how to return."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.letters import kind_words
from core.letters.checks import check
from core.letters.findings import CaseFacts, Level, rewritten
from core.letters.kinds import Kind, Openness
from core.letters.readability import grade, syllables
from core.letters.rules import going_back, reasons, shape
from core.letters.rules.draft import Draft

RULES = {**shape.RULES, **going_back.RULES, **reasons.RULES}
BY_CODE = {kind.code: kind for kind in Kind}
MINE = frozenset(RULES)


def read(name):
    """One file of cases beside this test."""
    return json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


def facts_of(context):
    """The facts of a case as the files of cases name them."""
    told = dict(context)
    named = {
        "contact": told.get("contact", ""),
        "openness": Openness(told["transparency"]) if "transparency" in told else None,
        "pair_tags": frozenset(told["pair_tags"]) if "pair_tags" in told else None,
        "reason_tags": frozenset({told["reason"]} if "reason" in told else ()),
        "other_offer": told.get("other_offer"),
    }
    return CaseFacts(**named)


def named(case):
    """What a case is called in the report of a test run."""
    return f"{case.get('rule', '')} {case['type']} {case.get('expect', '')}".strip()


def found(rule, text, kind=Kind.DECLINE, subject=None, **facts):
    """What one rule says about a text."""
    return list(RULES[rule](Draft(kind, subject, text, CaseFacts(**facts))))


SNIPPETS = [
    each
    for name in ("letter_cases.json", "own_cases.json")
    for each in read(name)["snippets"]
    if each["rule"] in MINE
]
OWN_MODELS = read("own_cases.json")["model_letters"]
MODELS = [*read("letter_cases.json")["model_letters"], *OWN_MODELS]


class TestAgreedCases:
    """The examples that the rules were agreed with."""

    @pytest.mark.parametrize("case", SNIPPETS, ids=named)
    def test_a_snippet(self, case):
        """Each snippet sets its rule off, or does not, as agreed."""
        said = found(
            case["rule"], case["text"], BY_CODE[case["type"]], **vars(facts_of(case["context"]))
        )
        assert bool(said) is (case["expect"] == "flag")

    @pytest.mark.parametrize("case", MODELS, ids=named)
    def test_a_model_letter(self, case):
        """No rule on shape, reasons or the way back asks anything of a model letter."""
        draft = Draft(
            BY_CODE[case["type"]], case["subject"], case["body"], facts_of(case["context"])
        )
        said = [each for rule in RULES.values() for each in rule(draft)]
        assert [each for each in said if each.level is not Level.INFO] == []

    @pytest.mark.parametrize("case", OWN_MODELS, ids=named)
    def test_a_model_of_the_last_three_kinds(self, case):
        """A status check, a thank-you after a talk and an acceptance pass every rule."""
        said = check(
            BY_CODE[case["type"]], case["subject"], case["body"], facts_of(case["context"])
        )
        assert [each for each in said if each.level is not Level.INFO] == []

    def test_each_of_the_last_three_kinds_has_both(self):
        """They have snippets that pass and that are flagged, and two letters each."""
        snippets = read("own_cases.json")["snippets"]
        for code in ("L15", "L16", "L17"):
            told = [each["expect"] for each in snippets if each["type"] == code]
            assert {"pass", "flag"} <= set(told)
            assert sum(each["type"] == code for each in OWN_MODELS) == 2


class TestLength:
    """R13: too long asks, far too long is an error, far too short asks."""

    @pytest.mark.parametrize("kind", Kind)
    def test_the_limits_of_each_kind(self, kind):
        """Most words are to the word; a little short of the least is no matter."""
        least, most = kind_words(kind).least, kind_words(kind).most
        levels = {
            least // 2: [Level.WARNING],
            int(0.6 * least) + 1: [],
            least: [],
            most: [],
            most + 1: [Level.WARNING],
            int(1.5 * most): [Level.WARNING],
            int(1.5 * most) + 1: [Level.ERROR],
        }
        for count, expected in levels.items():
            assert [each.level for each in found("R13", "word " * count, kind)] == expected

    def test_what_it_says(self):
        """The finding says how many words there are, and how many there may be."""
        (one,) = found("R13", "word " * 131)
        assert one.slots == {"count": "131", "most": "130"}


class TestSubject:
    """R21: a subject line says what it is about, in few words and calmly."""

    @pytest.mark.parametrize(
        "subject",
        [
            "Your offer for the Operations Lead role",
            "One question after 4 March",
            "Re: NVIDIA",
            "thanks",
            "HR-2024-118: applying again",
            "Hi from Leeds, and a question on audits",
            "Über Ihre Einladung",
        ],
    )
    def test_a_good_one(self, subject):
        """Short, calm and about something; names of the case may be in capitals."""
        assert not found("R21", "", subject=subject, names=("NVIDIA",))

    @pytest.mark.parametrize(
        ("subject", "messages"),
        [
            ("", {"subject_empty"}),
            ("  ", {"subject_empty"}),
            ("Hi", {"subject_empty"}),
            ("(no subject)", {"subject_empty"}),
            ("Re:", {"subject_empty"}),
            ("URGENT: MY INTERVIEW!", {"subject_capitals", "subject_urgent", "subject_loud"}),
            ("STILL WAITING", {"subject_capitals"}),
            ("Urgent question on your offer", {"subject_urgent"}),
            ("I said yes!!", {"subject_loud"}),
            ("x" * 61, {"subject_long"}),
        ],
    )
    def test_one_that_is_asked_about(self, subject, messages):
        """Empty, long, loud, in capitals, or urgent."""
        said = found("R21", "", subject=subject)
        assert {each.message for each in said} == messages
        assert all(each.where == "subject" and each.level is Level.WARNING for each in said)

    @pytest.mark.parametrize(
        ("subject", "message", "after"),
        [
            ("I said yes!!", "subject_loud", "I said yes"),
            ("Urgent: my interview", "subject_urgent", "my interview"),
            ("MY OFFER FROM NVIDIA", "subject_capitals", "My offer from NVIDIA"),
        ],
    )
    def test_one_click(self, subject, message, after):
        """What is offered can be taken as it is."""
        said = found("R21", "", subject=subject, names=("NVIDIA", "From us"))
        (one,) = [each for each in said if each.message == message]
        assert rewritten(subject, one).casefold() == after.casefold()

    def test_a_subject_that_is_not_judged(self):
        """Where there is none to judge, nothing is said."""
        assert not found("R21", "Dear Jonas,", subject=None)


class TestName:
    """R22: who is known is greeted by name."""

    @pytest.mark.parametrize(
        ("greeting", "contact"),
        [
            ("Hi Jonas,", "Jonas Lind"),
            ("Dear Mr Lind,", "Jonas Lind"),
            ("Dear Dr Okafor,", "Amina Okafor"),
            ("Dear Sister Okafor,", "Blessing Okafor"),
            ("dear ms bello", "Amara Bello"),
            ("JONAS,", "Jonas Lind"),
            ("Hi Mike,", "Michael Brown"),
            ("Hi Sam,", "Samantha Reid"),
            ("Dear Jose,", "José Álvarez"),
            ("Dear Ms O\u2019Neil,", "Mary-Jane O'Neil"),
            ("Hello Mary,", "Mary-Jane O'Neil"),
            ("Dear Ramesh Sir,", "Ramesh Iyer"),
            ("山田様", "山田太郎"),
            ("김민수님,", "김민수"),
            ("Dear Irina,", "Ирина Петрова"),
            ("Здравствуйте, Ирина,", "Ирина Петрова"),
            ("Hi Mo, hi Jonas,", "Jonas Lind"),
            ("alright Jonas hows things.", "Jonas Lind"),
            ("Good morning Mrs Whitcombe,", "Jean Whitcombe"),
            ("Hi,", ""),
        ],
    )
    def test_a_name_that_stands_there(self, greeting, contact):
        """First or last name, with or without title, short form, accent or other script."""
        assert not found("R22", f"{greeting}\n\nThank you for the talk.\n", contact=contact)

    @pytest.mark.parametrize(
        "greeting",
        [
            "Dear Sir or Madam,",
            "Hi team,",
            "Hi all,",
            "Hello,",
            "To whom it may concern,",
            "Dear Hiring Manager,",
            "Hi Joan,",
            "Good morning,",
            "Dear Dr,",
        ],
    )
    def test_a_name_that_does_not(self, greeting):
        """Everybody and nobody, or somebody else."""
        (one,) = found("R22", f"{greeting}\n\nThank you for the talk.\n", contact="Jonas Lind")
        assert one.level is Level.WARNING

    def test_no_greeting_at_all(self):
        """A letter that starts with its text names nobody."""
        assert found("R22", "Thank you for the talk on Tuesday.", contact="Jonas Lind")

    @pytest.mark.parametrize(
        ("greeting", "after"),
        [("Hi team,", "Hi Jonas,"), ("Dear Sir or Madam,", "Dear Jonas Lind,")],
    )
    def test_one_click(self, greeting, after):
        """The name can be put in."""
        text = f"{greeting}\n\nThank you.\n"
        (one,) = found("R22", text, contact="Jonas Lind")
        assert rewritten(text, one) == f"{after}\n\nThank you.\n"

    def test_an_open_place_is_for_another_rule(self):
        """A greeting with a place to fill in is told about once."""
        assert not found("R22", "Dear [First name],\n\nThank you.", contact="Jonas Lind")


class TestClose:
    """R23: a letter ends with a phrase and a name."""

    BODY = "Hi Jonas,\n\nThank you for the talk on Tuesday. I will send the form.\n\n"

    @pytest.mark.parametrize(
        "close",
        [
            "Kind regards,\nPriya",
            "With thanks,\nSam",
            "Best,\nS.",
            "best\nsam",
            "Cheers,\nSam",
            "Cheers, Sam",
            "thanks, sam",
            "Thx\nSam",
            "Regards Priya",
            "Yours sincerely\nDr. Katrin Oberhauser",
            "Yours faithfully,\n\n\nEmmanuel Okonkwo",
            "Many thanks and best wishes,\nLucía Ferrer",
            "Warmly,\nCatherine",
            "Thanking you,\nArjun Nair",
            "Remain blessed,\nFolake Adeyemi",
            "Mind yourself,\nNiamh",
            "Le gach dea-ghuí,\nAoife Brennan",
            "Slán,\nAoife",
            "All the best with the launch,\nRaj Mehta",
            "I can\u2019t wait to meet the class,\nJoanne Fairlie",
            "See you Friday,\nBaz",
            "From Kyle Benson",
            "Best,\nSam x",
            "Best wishes,\n王小明",
            "Best regards,\nPriya Raman (she/her)\nOperations Lead\n+44 20 7946 0958",
            "Kind regards\n\nSam Reyes, MSc\nM: 07700 900123\nsam@example.org\nwww.example.org",
            "Cheers\nLiam\n\nSent from my phone",
            "Best,\nAndre\n\nSent from my iPhone",
            "Yours,\nSam\n\nPS: the book is in the post.",
            "- Thanks,\nSam",
        ],
    )
    def test_a_close(self, close):
        """British, American, Irish, Indian, formal and from a phone, with what stands below it."""
        assert not found("R23", self.BODY + close)

    @pytest.mark.parametrize(
        "close",
        [
            "",
            "Could you tell me by Friday?",
            "Cheers",
            "Kind regards,",
            "Thanks for your time.",
            "Let me know.",
            "Looking forward to hearing from you.",
            "Sent from my iPhone",
            "Best way to reach me is by phone.",
        ],
    )
    def test_no_close(self, close):
        """It ends on the ask, or the name is missing."""
        (one,) = found("R23", self.BODY + close)
        assert one.level is Level.WARNING

    @pytest.mark.parametrize("close", ["Sam", "gav x", "Leon Hart", "J. Nov\u00e1k"])
    def test_only_a_name(self, close):
        """A name by itself ends a letter too: it is told, and nothing is asked."""
        (one,) = found("R23", self.BODY + close)
        assert one.level is Level.INFO

    @given(st.text())
    def test_any_text_has_a_shape(self, text):
        """Whatever was typed, every rule on shape ends, and what it marks lies in the text."""
        draft = Draft(Kind.DECLINE, text[:80], text, CaseFacts(contact="Jonas Lind"))
        for rule in shape.RULES.values():
            for each in rule(draft):
                marked = draft.subject if each.where == "subject" else draft.body
                assert 0 <= each.start <= each.end <= len(marked)


class TestOneSpecificThing:
    """R04: one thing that only this person could say."""

    @pytest.mark.parametrize(
        "text",
        [
            "I enjoyed hearing how Priya's team tests each release with nurses.",
            "Your question about the 2023 recall stayed with me.",
            "was good seeing the workshop, that old Wadkin bandsaw is a beauty",
            "I still think of the red card on the night desk.",
            "Your advice of doing first the volunteer course was gold.",
            "I learned a lot from the exercise with the delayed ferry contracts.",
            "Thank you for walking me through the kitchen and the cold store.",
        ],
    )
    def test_something_specific(self, text):
        """A name, a number, or a few words that could not stand in any letter."""
        assert not found("R04", f"{text} I have decided to decline.")

    @pytest.mark.parametrize(
        "text",
        [
            "I enjoyed the process and the opportunity.",
            "I appreciated your time and everything about the company.",
            "Thank you for the offer. It was a pleasure to meet the team.",
            "I really enjoyed learning more about the role and your culture.",
            "I have decided to decline. I wish you all the best.",
        ],
    )
    def test_nothing_specific(self, text):
        """What could stand in any letter says nothing about this one."""
        (one,) = found("R04", text)
        assert one.level is Level.WARNING

    def test_what_the_person_told_is_specific(self):
        """A fact that they gave for this letter counts, however plain its words are."""
        text = "I enjoyed the talk about work."
        assert found("R04", text)
        assert not found("R04", text, told=("the talk about work",))

    def test_going_back_is_only_told(self):
        """On the way back it is a mere note, and only where the line on fit was left out."""
        text = "I would like to talk again."
        assert not found("R04", text, Kind.REAPPROACH)
        (one,) = found("R04", text, Kind.REAPPROACH, left_out=frozenset({"fit"}))
        assert one.level is Level.INFO


class TestReadability:
    """R27: long sentences and hard words are pointed out, and never more than that."""

    def test_plain_words(self):
        """Short sentences in short words say nothing."""
        assert not found("R27", "I liked the talk. The team was kind to me. " * 3)

    def test_a_long_sentence(self):
        """A sentence of more than 35 words is marked."""
        text = f"Thank you. I saw {'the red and the blue house ' * 6}there."
        (one,) = [each for each in found("R27", text) if each.message == "long_sentence"]
        assert text[one.start : one.end].startswith("I saw")
        assert one.level is Level.INFO

    def test_hard_words(self):
        """A text that asks for more than ten years of school is told so."""
        text = (
            "Notwithstanding considerable organisational difficulties, the administration "
            "demonstrated extraordinary professionalism throughout the deliberations."
        )
        assert {each.message for each in found("R27", text)} == {"hard_to_read"}

    def test_the_formula(self):
        """0.39 words per sentence + 11.8 syllables per word - 15.59; nothing below twelve words."""
        assert grade(["The cat sat"]) is None
        sentence = "The cat sat on the mat by the door in the big red hut"
        assert grade([sentence]) == pytest.approx(0.39 * 14 + 11.8 - 15.59)
        assert (syllables("cat"), syllables("2023"), syllables("window")) == (1, 1, 2)


WAY_BACK = (
    "Hi Jonas,\n\nThank you again for the offer you made in May. I declined it because of the "
    "travel. Since then I have moved. If the role is still open, I would like to talk, and I am "
    "ready to commit.\n\nWith thanks,\nSam"
)


class TestTheWayBack:
    """R24 and R25: own the no, name the change, leave it open, mean it, leave pay alone."""

    @pytest.mark.parametrize("rule", ["R24a", "R24b", "R24c", "R24d", "R25"])
    def test_a_whole_letter(self, rule):
        """A letter with all of it is left alone, and so is every other kind without it."""
        assert not found(rule, WAY_BACK, Kind.REAPPROACH)
        for kind in set(Kind) - {Kind.REAPPROACH, Kind.ACCEPTANCE}:
            assert not found(rule, "Could we negotiate a better package, $80,000?", kind)

    def test_a_yes_that_asks_for_more(self):
        """A yes with a higher figure is a counter; the pay that was agreed may be told."""
        text = "I would say yes. I need the salary to go up to £48,000."
        assert found("R25", text, Kind.ACCEPTANCE)
        assert not found("R25", "I accept the post at the agreed £44,000.", Kind.ACCEPTANCE)

    @pytest.mark.parametrize(
        ("rule", "texts"),
        [
            (
                "R24a",
                [
                    "When you offered me the post, I said no.",
                    "i turned the job down in may",
                    "That was my decision, and you took it well.",
                    "I passed on it in March.",
                    "At that time I could not accept.",
                    "You had my refusal in spring.",
                ],
            ),
            (
                "R24b",
                [
                    "What has changed is the move.",
                    "My contract ends in August.",
                    "The commute is no longer a problem.",
                    "My mother's care is settled.",
                    "Now that my son is at school, I am free.",
                    "I've moved to Leeds.",
                ],
            ),
            (
                "R24c",
                [
                    "If you still have a spot, I'd love to talk.",
                    "I don't expect the post to be waiting.",
                    "Is the role still open?",
                    "You may well have found someone.",
                    "Should the position be free, I would be interested.",
                    "I know that ship may have sailed and someone else is there by now.",
                ],
            ),
            (
                "R24d",
                [
                    "I'm in it for the long run.",
                    "I would come to stay.",
                    "I would accept it.",
                    "Happy to interview again.",
                    "My answer would be yes.",
                    "I am ready to start.",
                ],
            ),
        ],
    )
    def test_in_many_words(self, rule, texts):
        """Each point can be made in many ways."""
        for text in texts:
            assert not found(rule, text, Kind.REAPPROACH), text

    @pytest.mark.parametrize(
        ("rule", "texts"),
        [
            ("R24a", ["I want to ask about the job.", "Remember me from spring?"]),
            ("R24b", ["I have changed my mind.", "I would like the job after all."]),
            ("R24c", ["When do I start?", "Please send me the contract again."]),
            ("R24d", ["Let's see how it goes.", "I might be up for it.", "I am not sure yet."]),
        ],
    )
    def test_what_is_missing(self, rule, texts):
        """What does not make the point is noticed."""
        for text in texts:
            (one,) = found(rule, text, Kind.REAPPROACH)
            assert one.level is (Level.WARNING if rule == "R24d" else Level.ERROR)

    @pytest.mark.parametrize(
        "text",
        [
            "I would be glad to accept the offer as it stood.",
            "I have no wish to negotiate the salary again.",
            "I don't want to talk about pay.",
            "Since then I led a project with a budget of £40,000.",
            "I have taken a course in contract negotiations.",
            "It takes twenty minutes now.",
        ],
    )
    def test_pay_left_alone(self, text):
        """To leave pay out, or to speak of the sums of one's work, opens nothing."""
        assert not found("R25", text, Kind.REAPPROACH)

    @pytest.mark.parametrize(
        "text",
        [
            "I would come back if you raise the offer to $80,000.",
            "I'd like to negotiate a better package this time.",
            "Could we revisit the salary?",
            "But with £3,000 more than last time.",
            "I would need 45k.",
        ],
    )
    def test_pay_opened_again(self, text):
        """A figure or a word of more asks, unless pay was the reason and weighing allowed it."""
        assert found("R25", text, Kind.REAPPROACH, reason_tags=frozenset({"location"}))
        paid = {"reason_tags": frozenset({"pay"})}
        assert found("R25", text, Kind.REAPPROACH, **paid)
        assert not found("R25", text, Kind.REAPPROACH, pay_may_reopen=True, **paid)
        assert found(
            "R25", text, Kind.REAPPROACH, pay_may_reopen=True, tags=frozenset({"hours"}), **paid
        )


class TestCounter:
    """R26: one ask, one yardstick, and a yes if it is met."""

    YARDSTICK = "The market range for this work is close to that. "
    YES = "I would be ready to accept."

    @pytest.mark.parametrize(
        "ask",
        [
            "Could we meet at £48,000? ",
            "Would four longer days be possible? ",
            "You offered £45,000. Could you do £48,000? ",
            "The range is £44,000 to £50,000. Could we say £48,000? ",
        ],
    )
    def test_one_ask(self, ask):
        """At most one figure is asked for; what was offered or read somewhere is none."""
        assert not found("R26", ask + self.YARDSTICK + self.YES, Kind.COUNTER)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (f"I want £50,000, or £55,000 later. {YARDSTICK}{YES}", "more_than_one_figure"),
            (f"Could we meet at £48,000? {YES}", "counter_without_standard"),
            (f"Could we meet at £48,000? {YARDSTICK}", "counter_without_yes"),
        ],
    )
    def test_what_weakens_it(self, text, message):
        """Each thing that is missing or too much is told by itself."""
        said = found("R26", text, Kind.COUNTER)
        assert {each.message for each in said} == {message}
        assert all(each.level is Level.WARNING for each in said)
