"""Signs: each clause of the agreed lexicon, in every inflection that people write.

A clause is a row of places; `|` stands between what can fill a place.
"""

from itertools import product

import pytest

from core.support import Tier, tier_of_text

DEATHS = (
    "die|just die|die tonight|be dead|be dead soon|just be dead|not be here|not be here anymore|"
    "not be here tomorrow|just not be here|not wake up|not wake up tomorrow|never wake up|"
    "just never wake up again"
)
CANNOT = "I can't|I cant|I cannot|I can not|I can\u2019t|I couldn't|I could not"

T3 = {
    "want to die": (
        (
            "I want to|I wanna|I just want to|I wanted to|I'm wanting to|wanting to|"
            "part of me wants to|I have wanted to|I really wanna|I'd want to|Honestly I want to"
        ),
        DEATHS,
    ),
    "wish to die": (
        (
            "I wish to|I wish I could|I wish I would|I wished I could|wishing I could|"
            "I keep wishing to|I wish that I could|I'm wishing I could|I wish I might|"
            "I've wished to|I wish I'd"
        ),
        DEATHS,
    ),
    "rather die": (
        "I'd rather|I would rather|rather|I'd much rather|Id sooner|I had rather",
        DEATHS,
    ),
    "going to die": (
        (
            "I'm going to|I am going to|I'm gonna|im gonna|I was going to|going to|"
            "I am really going to|I think I'm going to|I know I'm gonna|am I going to"
        ),
        DEATHS,
    ),
    "wish I was dead": (
        "I wish I|I wish that I|wishing I|I wished I|I'd rather I",
        (
            "was dead|were dead|had died|was not here|wasn't here|weren't here anymore|"
            "hadn't woken up|had not woken up|didn't wake up|would not wake up|never woke up"
        ),
    ),
    "want not to be here": (
        "I want|I wanted|wanting|I wish|I'd prefer",
        "not to be here|not to be here anymore|not to wake up|never to wake up",
    ),
    "not going to be here": (
        "I'm not|I am not|im never|I know I'm not|soon I'm not",
        "going to be here|gonna be here anymore|going to be here tomorrow|gonna wake up",
    ),
    "suicid*": (
        "|thinking of|I feel",
        "suicide|suicidal|suicides|suicidality|suiciding|suicidally",
    ),
    "kill myself": (
        "I could|I keep thinking of|I almost|i wanna|I was about to|I'd",
        "kill myself|killing myself|killed myself|killin myself|kill my self",
    ),
    "end my life": (
        "I could|I think about|I nearly|I have almost",
        "end my life|ending my life|ended my life|end my own life",
    ),
    "end it all": (
        "I could|I think about|I nearly|I want to",
        "end it all|ending it all|just ended it all|just end it all",
    ),
    "take my own life": (
        "I could|I think about|I nearly|I have almost|I wish I had",
        "take my own life|taking my own life|took my own life|taken my own life",
    ),
    "better off": (
        "I'm|I would be|they're|they'd be|they would be|my kids are|everyone is",
        "better off dead|better off without me|better of without me|so better off dead",
    ),
    "no reason to live": (
        "there's no|I have no|I see no|there is no|no|there was no|isn't any",
        "reason|point",
        "to|in|for me to",
        "live|living|going on|go on|live anymore|live like this",
    ),
    "no point living": (
        "there's no|I see no|I don't see any|there isn't any",
        "reason|point|reason left",
        "in living|for living|to keep living|to go on living|in going on living",
    ),
    "can't go on": (
        (
            "I can't|I cant|I cannot|I can not|I can\u2019t|I couldn't|I could not|can no longer|"
            "I can't just"
        ),
        "go on",
        "|any more|anymore|any longer|like this",
    ),
    "don't want to live": (
        "I don't|I do not|I dont|I didn't|I did not|I no longer|I really don't",
        "want to|wanna|even want to|wish to",
        "live|be alive|be here|live like this",
        "|anymore|any more|any longer",
    ),
    "never wanted to live": (
        "I never|I've never|I'm not|I stopped|no longer",
        "wanted to|wanting to",
        "live anymore|be alive|be here anymore",
    ),
    "self-harm*": (
        "self-harm|self harm|selfharm|self\u2011harm",
        "|ing|ed|s|er",
    ),
    "harm myself": (
        "I|I want to|I keep|I have|thinking of|I nearly",
        "hurt|hurting|harm|harming|harmed|cut|cutting",
        "myself|my self",
    ),
    "overdos*": (
        "I want to|I have|thinking of",
        "overdose|overdosed|overdosing|overdoses|an overdose",
    ),
}

T2 = {
    "hopeless": (
        "I feel|I'm so|it is all|such|feeling",
        "hopeless|hopelessness|hopelessly lost|HOPELESS",
    ),
    "worthless": (
        "I feel|I'm|feeling|such|made to feel",
        "worthless|worthlessness|so worthless|Worthless",
    ),
    "a burden": (
        "I'm|I am|I feel like|I've become|I have been|being|I will be|I was",
        "a burden|such a burden|just a burden|a burden on everyone|a burden to them",
    ),
    "burdening": (
        "I'm|I am|I keep|I was|tired of",
        "burdening everyone|burdening my family|burdening them|burdening the people I love",
    ),
    "can't cope": (
        (
            "I can't|I cant|I cannot|I can not|I can\u2019t|I couldn't|I could not|I'm unable to|"
            "I can barely|I can no longer|I'm not able to"
        ),
        "cope|really cope|cope anymore|cope with this|even cope with another day",
    ),
    "not coping": (
        "I'm not|I am not|I was not|I wasn't|I've not been|I stopped|I'm barely",
        "coping|coping well|coping at all|really coping|coping with any of it",
    ),
    "hate myself": (
        "I|I really|I have always|I just|some days I",
        "hate|hated|hating|keep hating",
        "myself|my self",
    ),
    "hates myself": (
        "part of me|everything in me",
        "hates myself|really hates myself",
    ),
    "nothing will change": (
        (
            "nothing will|nothing'll|nothing would|nothing is going to|nothing's gonna|"
            "nothing's going to|nothing is ever going to|nothing can|nothing could"
        ),
        "change|ever change|really change|change for me|change anymore",
    ),
    "what's the point": (
        (
            "what's the point|whats the point|what is the point|what was the point|"
            "what\u2019s even the point|what would be the point|what'd be the point"
        ),
        "|anymore|of applying|in trying|of any of it|of it all|of going back",
    ),
}


def texts(clauses):
    """Each sentence of each clause, once."""
    every = (product(*(place.split("|") for place in clause)) for clause in clauses.values())
    return sorted({" ".join(filter(None, each)) for clause in every for each in clause})


@pytest.mark.parametrize("text", texts(T3))
def test_danger_is_seen_in_every_inflection(text):
    """However it is bent, what speaks of dying or of harm opens the crisis card."""
    assert tier_of_text(text) is Tier.T3


@pytest.mark.parametrize("text", texts(T2))
def test_despair_is_seen_in_every_inflection(text):
    """However it is bent, what speaks of despair opens the support card."""
    assert tier_of_text(text) is Tier.T2
