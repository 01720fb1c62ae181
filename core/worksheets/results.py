"""Results: every calculation that a worksheet can ask for, by name, and what it found in a run."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from core.content.slots import fill
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.before_yes import BEFORE_YES
from core.worksheets.calculations.energy import ENERGY_THEMES
from core.worksheets.calculations.network import CIRCLE_MAP, DUE, SUGGESTION
from core.worksheets.calculations.network_plan import ASKS, BALANCE, PLAN, TALKS
from core.worksheets.calculations.offer import (
    KNOWN_THAT_DAY,
    PATH_SINCE,
    PROCESS_AND_OUTCOME,
    REASONS_THEN_AND_NOW,
    WHAT_WAS_NOTICED,
)
from core.worksheets.calculations.offer_ahead import (
    FIT_THEN_AND_NOW,
    NEXT_QUESTIONS,
    OVER_THE_YEARS,
)
from core.worksheets.calculations.offer_money import GOLDEN_RUT, MONEY
from core.worksheets.calculations.offer_weights import OPTIONS_WEIGHED, TURNING_WEIGHTS
from core.worksheets.calculations.paths import (
    PATH_COMPARISON,
    PATH_EVIDENCE,
    PATH_OVERLAP,
    PATH_TESTS,
)
from core.worksheets.calculations.profile import PROFILE_PARTS, PROFILE_WORDS
from core.worksheets.calculations.reapproach import CARD as WAY_BACK
from core.worksheets.calculations.reapproach import CHANGES, CHECKS, PULLS, SPECIAL
from core.worksheets.calculations.reapproach_call import (
    CALL_SHEET,
    CHANNEL,
    CONDITIONS,
    WAY_BACK_PLANS,
    WORRIES_TOLD,
)
from core.worksheets.calculations.regret import (
    REGRET_DOING,
    REGRET_KINDS,
    REGRET_KNEW,
    REGRET_LEARNED,
    REGRET_MOOD,
    REGRET_NEWS,
    REGRET_UNTIL,
)
from core.worksheets.calculations.search import (
    SEARCH_MATCHES,
    SEARCH_METHODS,
    SEARCH_STOPS,
    SEARCH_YIELDS,
)
from core.worksheets.calculations.search_heads import (
    SEARCH_CONFIDENCE,
    SEARCH_EXPERIMENT,
    SEARCH_HEADS,
)
from core.worksheets.calculations.setback import CONFIDENCE, COVERAGE, IF_THEN, KNOCK_PLAN
from core.worksheets.calculations.skill_weeks import SKILL_WEEKS, SKILL_WORTH
from core.worksheets.calculations.skills import SKILL_FEEDBACK, SKILL_PRIORITIES
from core.worksheets.calculations.steadying import CARD, LETTERS, SHIFT
from core.worksheets.calculations.thoughts import THOUGHT_SHIFT
from core.worksheets.calculations.trends import TREND_ORDER
from core.worksheets.calculations.values import ALIGNMENT, FIT, GAPS, QUESTIONS
from core.worksheets.calculations.wider import CIRCLES, WEIGHTS
from core.worksheets.calculations.wider_search import READMITTED
from core.worksheets.definition import Result
from core.worksheets.outcomes import Around, Outcome, Said

CALCULATIONS: Mapping[str, Calculation] = {
    "before_yes": BEFORE_YES,
    "fit_then_and_now": FIT_THEN_AND_NOW,
    "golden_rut": GOLDEN_RUT,
    "known_that_day": KNOWN_THAT_DAY,
    "money_told": MONEY,
    "next_questions": NEXT_QUESTIONS,
    "options_weighed": OPTIONS_WEIGHED,
    "over_the_years": OVER_THE_YEARS,
    "path_since": PATH_SINCE,
    "process_and_outcome": PROCESS_AND_OUTCOME,
    "reasons_then_and_now": REASONS_THEN_AND_NOW,
    "turning_weights": TURNING_WEIGHTS,
    "what_was_noticed": WHAT_WAS_NOTICED,
    "profile_parts": PROFILE_PARTS,
    "profile_words": PROFILE_WORDS,
    "readmitted": READMITTED,
    "search_confidence": SEARCH_CONFIDENCE,
    "search_experiment": SEARCH_EXPERIMENT,
    "search_heads": SEARCH_HEADS,
    "search_matches": SEARCH_MATCHES,
    "search_methods": SEARCH_METHODS,
    "search_stops": SEARCH_STOPS,
    "search_yields": SEARCH_YIELDS,
    "skill_feedback": SKILL_FEEDBACK,
    "skill_priorities": SKILL_PRIORITIES,
    "skill_weeks": SKILL_WEEKS,
    "skill_worth": SKILL_WORTH,
    "fit_of_roles": FIT,
    "goal_alignment": ALIGNMENT,
    "value_gaps": GAPS,
    "value_questions": QUESTIONS,
    "confidence_shift": CONFIDENCE,
    "control_circles": CIRCLES,
    "feelings_shift": SHIFT,
    "first_48_card": CARD,
    "first_letters": LETTERS,
    "if_then_check": IF_THEN,
    "knock_coverage": COVERAGE,
    "knock_plan": KNOCK_PLAN,
    "energy_themes": ENERGY_THEMES,
    "path_comparison": PATH_COMPARISON,
    "path_evidence": PATH_EVIDENCE,
    "path_overlap": PATH_OVERLAP,
    "path_tests": PATH_TESTS,
    "regret_doing": REGRET_DOING,
    "regret_kinds": REGRET_KINDS,
    "regret_knew": REGRET_KNEW,
    "regret_learned": REGRET_LEARNED,
    "regret_mood": REGRET_MOOD,
    "regret_news": REGRET_NEWS,
    "regret_until": REGRET_UNTIL,
    "sprint_asks": ASKS,
    "sprint_balance": BALANCE,
    "sprint_circles": CIRCLE_MAP,
    "sprint_due": DUE,
    "sprint_plan": PLAN,
    "sprint_suggestion": SUGGESTION,
    "sprint_talks": TALKS,
    "trend_order": TREND_ORDER,
    "thought_shift": THOUGHT_SHIFT,
    "weight_over_time": WEIGHTS,
    "way_back_card": WAY_BACK,
    "way_back_changes": CHANGES,
    "way_back_channel": CHANNEL,
    "way_back_checks": CHECKS,
    "way_back_conditions": CONDITIONS,
    "way_back_plans": WAY_BACK_PLANS,
    "way_back_pulls": PULLS,
    "way_back_sheet": CALL_SHEET,
    "way_back_special": SPECIAL,
    "way_back_worries": WORRIES_TOLD,
}

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


@dataclass(frozen=True)
class Found:
    """A result of a worksheet with what was found for it."""

    result: Result
    outcome: Outcome


def sentence(result: Result, said: Said, in_words: Callable[[Any], str]) -> str:
    """Return what was found as a sentence, each fact told by `in_words`.

    Where a person's words end with a full stop of their own, the sentence does not add another.
    """
    facts = {slot: in_words(fact) for slot, fact in said.facts.items()}
    return _TWO_STOPS.sub(".", fill(result.says[said.id], **facts))


def results_of(answers: Answers, around: Around, only: Collection[str] = ()) -> tuple[Found, ...]:
    """Return what the results of a worksheet are at its end, or `only` some by their ids.

    Those that have nothing to tell are left out.
    """
    results = answers.worksheet.results
    wanted = [each for each in results if (each.id in only if only else not each.on_the_way)]
    found = (Found(each, _outcome(each, answers, around)) for each in wanted)
    return tuple(each for each in found if not each.outcome.is_empty)


def _outcome(result: Result, answers: Answers, around: Around) -> Outcome:
    return CALCULATIONS[result.calculation].work_out(answers, around, **result.of)
