"""Checks: what the rules find in a letter, rule by rule, and in any text at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Door
from core.content.letter_rules import letter_rules
from core.content.letter_signs import letter_signs
from core.content.slots import slots_in
from core.letters.checks import RULES, check, is_ready
from core.letters.findings import CaseFacts, Level, rewritten
from core.letters.kinds import Kind, Openness

HERE = Path(__file__).parent
CASES = [json.loads((HERE / f"{each}_cases.json").read_text("utf-8")) for each in ("letter", "own")]
SNIPPETS = [each for cases in CASES for each in cases["snippets"]]
MODELS = [each for cases in CASES for each in cases["model_letters"]]
BY_CODE = {kind.code: kind for kind in Kind}
NO = "Thank you for the offer. I have decided not to accept it."


def facts(context):
    """What a snippet tells of its case."""
    pair = context.get("pair_tags")
    return CaseFacts(
        contact=context.get("contact", ""),
        openness=Openness(context["transparency"]) if "transparency" in context else None,
        pair_tags=None if pair is None else frozenset(pair),
        reason_tags=frozenset({context["reason"]} if "reason" in context else ()),
        other_offer=context.get("other_offer"),
    )


def found(kind, body, **known):
    """What is found in a body, its words and what is offered for them, by rule."""
    return {
        each.rule: (body[each.start : each.end], each.rewrite)
        for each in check(kind, None, body, CaseFacts(**known))
    }


def level(kind, body, rule, **known):
    """How much a rule minds; None where it says nothing."""
    minded = [
        each.level for each in check(kind, None, body, CaseFacts(**known)) if each.rule == rule
    ]
    return min(minded, key=list(Level).index, default=None)


def after_rewrite(kind, body, rule):
    """A body after the first rewrite that a rule offers."""
    offers = (each for each in check(kind, None, body) if each.rule == rule)
    return rewritten(body, next(each for each in offers if each.rewrite is not None))


@pytest.mark.parametrize(
    "snippet", SNIPPETS, ids=lambda each: f"{each['rule']}-{each['expect']}-{each['text'][:30]}"
)
def test_each_snippet_trips_its_rule_or_does_not(snippet):
    """What must be flagged is, and what must pass does, for each rule and its kind."""
    findings = check(BY_CODE[snippet["type"]], None, snippet["text"], facts(snippet["context"]))
    rules = {each.rule for each in findings}
    assert (snippet["rule"] in rules) == (snippet["expect"] == "flag")


@pytest.mark.parametrize("letter", MODELS, ids=lambda each: f"{each['type']} {each['subject']}")
def test_a_model_letter_is_ready(letter):
    """No error, no warning: nothing to ask about in a letter that is as it should be."""
    kind = BY_CODE[letter["type"]]
    findings = check(kind, letter["subject"], letter["body"], facts(letter["context"]))
    assert [each for each in findings if each.level is not Level.INFO] == []
    assert is_ready(findings)


pieces = st.sampled_from(
    [
        "Thank you", "sorry", "I think I might", "probably", "asap", "!!", "?", "REALLY", "[day]",
        "finds you well", "Dear Jonas,", "Kind regards,", "Sam", "\n", "\n\n", " ", ".", "decline",
        "I expect an answer", "Sorry to bother you, ", "i'm just a beginner", "because of the pay",
        "\u2026", "\u2019", "\u0130", "\U0001f642", "\u00df", "n\u0303", "x" * 60, "{{", "<a>", "_",
        "\u3000", "\t", "Mr.", "e.g.", "Google", "accepted a role with ", "\u00a350k", "1/2", "#",
    ]
)  # fmt: skip
anything = st.lists(pieces | st.text(max_size=8), max_size=40).map("".join) | st.text(max_size=400)
known = st.builds(
    CaseFacts,
    contact=st.sampled_from(["", "Jonas Lind", "\U0001f642", "("]),
    names=st.sampled_from([(), ("NVIDIA", ""), ("Rude Records [Ltd]",)]),
    told=st.lists(st.text(max_size=12), max_size=2).map(tuple),
    openness=st.none() | st.sampled_from(Openness),
    pair_tags=st.none() | st.just(frozenset({"pay"})),
    other_offer=st.none() | st.booleans(),
    door=st.sampled_from(Door),
)
subjects = st.none() | st.text(max_size=80)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(Kind), subject=subjects, body=anything, facts=known)
def test_any_text_can_be_checked(kind, subject, body, facts):
    """Nothing that a person types raises; marks lie inside the text; rewrites can be taken."""
    findings = check(kind, subject, body, facts)
    rules = letter_rules().findings
    for each in findings:
        text = body if each.where == "body" else subject or ""
        assert 0 <= each.start <= each.end <= len(text)
        assert each.rewrite is None or each.start < each.end
        assert isinstance(rewritten(text, each), str)
        words = rules[each.message]
        assert slots_in(words.what + words.why + words.hint) <= each.slots.keys()
        assert each.rewrite is not None or words.hint
    in_body = [each.start for each in findings if each.where == "body"]
    assert in_body == sorted(in_body)


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(Kind), body=anything)
def test_checking_twice_finds_the_same(kind, body):
    """The same text and facts always give the same findings."""
    assert check(kind, None, body) == check(kind, None, body)


def test_every_message_has_its_words_and_every_word_its_message():
    """What a hint says stands in the words, and each hint belongs to a rule that exists."""
    hints = letter_signs().between_lines.values()
    assert {each.message for each in hints} <= letter_rules().findings.keys()
    assert {each.rule for each in hints} <= RULES.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the tour! \u2013 \u2018Dont worry\u2019 \u2026",
        "thx for the call",
        "many thanks",
        "much obliged to you",
        "I am grateful.",
        "it would mean a lot",
    ],
)
def test_thanks_have_many_shapes(text):
    """Short, formal and typed in a hurry, with any kind of quote."""
    assert "R02" not in found(Kind.THANKS_AFTER_NO, text)


@pytest.mark.parametrize(
    "line", ["I fully understand.", "No  pressure at all.", "Zero pressure", "If youve got 2 mins"]
)
def test_spaces_and_apostrophes_may_differ(line):
    """A list finds its words at the end of a text, with two spaces, and with none to spare."""
    assert "R16" not in found(Kind.FEEDBACK_REQUEST, line)


@pytest.mark.parametrize(
    "no",
    [
        "I must decline.",
        "I will not join.",
        "I dont take the job.",
        "I'm going to pass on this.",
        "I cant accept",
        "I respectfully decline your offer.",
        "I have chosen to go with another company.",
        "I have accepted a position elsewhere.",
        "I am turning it down.",
        "im gonna say no though",
        "I won\u2019t be taking it",
        "I decide not to accept this position.",
        "My answer is no.",
    ],
)
def test_a_plain_no_has_many_shapes(no):
    """British, American, non-native, and without apostrophes."""
    body = f"Thank you for the offer. {no}"
    assert {"R05", "R06"}.isdisjoint(found(Kind.DECLINE, body))


@pytest.mark.parametrize(
    "line",
    [
        "Perhaps our paths will cross again.",
        "Maybe we will meet next year.",
        "I'm not sure how to thank you.",
        "It was so kind of you to call.",
        "I was torn for a while.",
        "You probably noticed how much I liked the lab.",
    ],
)
def test_what_leaves_the_decision_alone_hedges_nothing(line):
    """Words of doubt about something else are no fault."""
    assert "R06" not in found(Kind.DECLINE, f"{NO} {line}")


def test_a_decision_that_comes_late_is_marked():
    """The no stands in the first 90 words, or its words are marked."""
    body = f"Thank you. {'I enjoyed it all very much. ' * 16}I have decided not to accept."
    assert found(Kind.DECLINE, body)["R05"] == ("have decided not to accept", None)


def test_apologies_are_counted_by_kind():
    """One is fine in a no, two in a withdrawal, none elsewhere; two too many are an error."""
    sorry = "I am sorry. " * 3
    assert level(Kind.DECLINE, f"{NO} I am sorry for the delay in this.", "R07") is None
    assert level(Kind.DECLINE, NO + " I am sorry. I am sorry.", "R07") is Level.WARNING
    assert level(Kind.DECLINE, f"{NO} {sorry}", "R07") is Level.ERROR
    assert level(Kind.WITHDRAW_ACCEPTANCE, "I am sorry. I am sorry.", "R07") is None
    assert level(Kind.WITHDRAW_ACCEPTANCE, sorry, "R07") is Level.WARNING
    assert level(Kind.THANKS_AFTER_NO, "I am sorry.", "R07") is Level.WARNING
    assert level(Kind.THANKS_AFTER_NO, "I was sorry to hear it.", "R07") is None


def test_an_apology_too_many_can_go_with_one_click():
    """A sentence that only says sorry goes as a whole; the first apology stays."""
    body = f"{NO} I'm sorry. So sorry for the trouble. Best of luck."
    assert after_rewrite(Kind.DECLINE, body, "R07") == f"{NO} I'm sorry. Best of luck."


def test_hard_words_matter_most_in_a_no():
    """An error where letters are kept by employers, a warning elsewhere."""
    assert level(Kind.DECLINE, "The day was chaotic.", "R08") is Level.ERROR
    assert level(Kind.THANKS_AFTER_TALK, "The day was chaotic.", "R08") is Level.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "I work in toxic waste.",
        "The decision was not unfair at all.",
        "The weather was terrible.",
        "My first answer was poor.",
        "We spoke about unfair dismissal.",
        "I am terribly grateful.",
        "It was never a waste of time.",
    ],
)
def test_a_hard_word_about_something_else_is_none(text):
    """Negation, the weather, the trade and one's own work are no digs."""
    assert "R08" not in found(Kind.DECLINE, text)


def test_names_of_the_case_are_no_faults():
    """An employer called Rude Records and a place in capitals are names, not faults."""
    text = "I liked Rude Records and NVIDIA, and the Crying Room."
    names = ("Rude Records", "NVIDIA", "The Crying Room")
    assert {"R08", "R10", "R30"}.isdisjoint(found(Kind.DECLINE, text, names=names))
    assert "R08" in found(Kind.DECLINE, "Your people were rude.", names=("Rude Records",))


def test_another_employer_is_named_only_by_name():
    """A company's name is marked in a no; a place, a month and the reader are not."""
    body = "I have accepted a role with Globex from March."
    assert found(Kind.DECLINE, body)["R10"] == ("Globex", None)
    assert "R10" not in found(Kind.DECLINE, "I start with a new team in Leeds in May.")
    assert "R10" not in found(Kind.THANKS_AFTER_NO, body)
    assert "R10" not in found(Kind.DECLINE, "I liked my talk with Lena.", names=("Lena Ode",))


def test_a_question_too_many_is_marked_and_an_offer_is_none():
    """The first question over the limit is marked; "could we talk" asks for nothing to know."""
    body = "Could we meet at $90,000? Could we speak on Friday? Why so low?"
    assert found(Kind.COUNTER, body)["R14"] == ("Why so low?", None)
    assert "R14" not in found(Kind.COUNTER, body.removesuffix(" Why so low?"))


def test_a_door_that_is_closed_stays_closed():
    """In a plain no, a line about later is asked about where the person has closed the door."""
    body = f"{NO} Let us stay in touch."
    assert "R18" in found(Kind.DECLINE, body, door=Door.CLOSED)
    assert "R18" not in found(Kind.DECLINE, body, door=Door.OPEN)


def test_a_letter_of_thanks_is_told_when_its_door_was_left_out():
    """It tells, never asks: only where the optional line was left out."""
    left_out = frozenset({"apply_again"})
    thanks = "Thank you for the news."
    assert level(Kind.THANKS_AFTER_NO, thanks, "R17", left_out=left_out) is Level.INFO
    assert level(Kind.THANKS_AFTER_NO, thanks, "R17") is None


@pytest.mark.parametrize(
    ("kind", "rule", "before", "after"),
    [
        (Kind.REAPPROACH, "R19", "Please reply asap.", "Please reply when you can."),
        (Kind.DECLINE_DOOR_OPEN, "R18", "I promise to write.", "I hope to write."),
        (Kind.INFORMATIONAL_TALK, "R20", "I'm just a beginner.", "I am a beginner."),
        (Kind.INFORMATIONAL_TALK, "R20", "Sorry to bother you, but how?", "But how?"),
        (Kind.STAY_IN_TOUCH, "R30", "It is REALLY good.", "It is really good."),
        (Kind.STAY_IN_TOUCH, "R30", "Great!! So happy!", "Great! So happy!"),
        (Kind.DECLINE, "R31", "I hope this email finds you well. So.", "So."),
        (Kind.DECLINE, "R31", "Your esteemed company.", "Your company."),
        (Kind.DECLINE, "R06", "I might have to decline.", "I have decided to decline."),
        (Kind.DECLINE, "R06", "I will probably decline.", "I will decline."),
    ],
)
def test_a_rewrite_says_the_same_better(kind, rule, before, after):
    """Where one honest rewrite exists, it takes one click, and no gap is left."""
    assert after_rewrite(kind, before, rule) == after


def test_many_stock_phrases_are_worth_a_question():
    """One tells, three ask."""
    one = "Let us touch base."
    three = f"{one} I am a team player with a proven track record."
    assert level(Kind.STAY_IN_TOUCH, one, "R31") is Level.INFO
    assert level(Kind.STAY_IN_TOUCH, three, "R31") is Level.WARNING


def test_a_place_to_fill_is_found_in_the_subject_too():
    """The mark says that it stands in the subject."""
    [finding] = [each for each in check(Kind.DECLINE, "Offer [role]", NO) if each.rule == "R01"]
    assert (finding.where, finding.start, finding.end) == ("subject", 6, 12)


@pytest.mark.parametrize("kind", Kind)
def test_between_the_lines_is_only_asked_about(kind):
    """A sting without a bad word is a question to the writer, never an error."""
    body = (
        "Thank you for the meeting. I did wonder which Friday you meant. I am sure you will agree "
        "that I have earned at least that. You are all I have."
    )
    hints = {each.message for each in letter_signs().between_lines.values()}
    asked = [each for each in check(kind, None, body) if each.message in hints]
    assert asked
    assert {each.level for each in asked} == {Level.WARNING}


def test_a_hint_is_silent_where_a_rule_has_spoken():
    """What is marked in plain words is not asked about a second time."""
    body = "Thank you. It was chaotic, and I did wonder which Friday you meant."
    messages = [each.message for each in check(Kind.DECLINE, None, body)]
    assert "negative" in messages
    assert "sting" not in messages
