"""The one door to the words: every content file, read once, checked, and kept."""

from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel

from core.content.calendar import CalendarWords, calendar_words
from core.content.calls import CallWords, call_words
from core.content.cases import CaseWords, case_words
from core.content.criteria import CriteriaWords, criteria_words
from core.content.debrief import DebriefWords, debrief_words
from core.content.feelings import FeelingWords, feeling_words
from core.content.files import EN, FaultyContentError, load
from core.content.if_then import IfThenWords, if_then_words
from core.content.imports import ImportWords, import_words
from core.content.interviews import InterviewWords, interview_words
from core.content.letter_openness import OpennessWords, openness_words
from core.content.letter_points import LetterPoints, letter_points
from core.content.letter_reasons import LetterReasons, letter_reasons
from core.content.letter_rules import LetterRules, letter_rules
from core.content.letter_signs import LetterSigns, letter_signs
from core.content.letter_times import LetterTimes, letter_times
from core.content.letters import COMMON, CommonWords, KindWords, common_words, file_of, kind_words
from core.content.network import NetworkWords, network_words
from core.content.next_steps import NextWords, next_words
from core.content.paper import PaperWords, paper_words
from core.content.paths import PathWords, path_words
from core.content.patterns import Patterned
from core.content.people_imports import PeopleImportWords, people_import_words
from core.content.people_map import PeopleMapWords, people_map_words
from core.content.reapproach import ReapproachWords, reapproach_words
from core.content.regret import RegretWords, regret_words
from core.content.routes import RouteWords, route_words, routes_in
from core.content.sample import SampleLife, sample_life
from core.content.sample_network import SampleNetwork, sample_network
from core.content.screens import SCREENS, ScreenWords, screen_words, words
from core.content.search import SearchWords, search_words
from core.content.signals import Signals, signals
from core.content.skills import SkillWords, skill_words
from core.content.slots import UnfilledSlotError, fill
from core.content.steady import SteadyWords, steady_words
from core.content.steps import StepWords, step_words
from core.content.support import SupportWords, support_words
from core.content.talks import TalkWords, talk_words
from core.content.values import ValueWords, value_words
from core.content.writing import WritingWords, writing_words
from core.letters.kinds import Kind
from core.worksheets.shelf import worksheets

__all__ = [
    "FaultyContentError",
    "ScreenWords",
    "UnfilledSlotError",
    "calendar_words",
    "call_words",
    "case_words",
    "check_all",
    "check_patterns",
    "debrief_words",
    "feeling_words",
    "fill",
    "if_then_words",
    "import_words",
    "interview_words",
    "letter_rules",
    "letter_times",
    "network_words",
    "next_words",
    "openness_words",
    "paper_words",
    "path_words",
    "people_map_words",
    "reapproach_words",
    "regret_words",
    "route_words",
    "sample_life",
    "sample_network",
    "search_words",
    "signals",
    "skill_words",
    "steady_words",
    "step_words",
    "support_words",
    "talk_words",
    "value_words",
    "words",
    "writing_words",
]

SHAPES: dict[str, type[BaseModel]] = {
    "calendar.toml": CalendarWords,
    "calls.toml": CallWords,
    "cases.toml": CaseWords,
    COMMON: CommonWords,
    "criteria.toml": CriteriaWords,
    "debrief.toml": DebriefWords,
    "feelings.toml": FeelingWords,
    "if_then.toml": IfThenWords,
    "imports.toml": ImportWords,
    "interviews.toml": InterviewWords,
    "letter_openness.toml": OpennessWords,
    "letter_rules.toml": LetterRules,
    "letter_times.toml": LetterTimes,
    "network.toml": NetworkWords,
    "next.toml": NextWords,
    "paper.toml": PaperWords,
    "people_map.toml": PeopleMapWords,
    "people_imports.toml": PeopleImportWords,
    "reapproach.toml": ReapproachWords,
    "paths.toml": PathWords,
    "regret.toml": RegretWords,
    "routes.toml": RouteWords,
    "sample.toml": SampleLife,
    "sample_network.toml": SampleNetwork,
    "search.toml": SearchWords,
    "signals.toml": Signals,
    "skills.toml": SkillWords,
    "steady.toml": SteadyWords,
    "steps.toml": StepWords,
    "support.toml": SupportWords,
    "talks.toml": TalkWords,
    "values.toml": ValueWords,
    "writing.toml": WritingWords,
}
"""Every content file that is not a screen's, and its shape."""

KEPT = (
    calendar_words,
    call_words,
    case_words,
    common_words,
    criteria_words,
    debrief_words,
    feeling_words,
    if_then_words,
    import_words,
    interview_words,
    letter_rules,
    letter_times,
    network_words,
    next_words,
    openness_words,
    paper_words,
    people_import_words,
    reapproach_words,
    path_words,
    people_map_words,
    regret_words,
    route_words,
    sample_life,
    sample_network,
    search_words,
    signals,
    skill_words,
    steady_words,
    step_words,
    support_words,
    talk_words,
    value_words,
    writing_words,
)
"""What reads each of these files in the language of the app, once, and keeps it."""

PATTERNED: dict[str, tuple[type[Patterned], Callable[[], Patterned]]] = {
    "letter_points.toml": (LetterPoints, letter_points),
    "letter_reasons.toml": (LetterReasons, letter_reasons),
    "letter_signs.toml": (LetterSigns, letter_signs),
}
"""The word lists of the letter checks: thousands of patterns, which take a while to compile."""


def check_patterns(folder: Path = EN) -> None:
    """Compile the word lists; raise FaultyContentError for the first that cannot be used.

    The app's own are kept as they are compiled, so that the first letter need not wait.
    """
    for file, (shape, read) in PATTERNED.items():
        lists = read() if folder == EN else load(file, shape, folder)
        try:
            lists.compile_all()
        except ValueError as error:
            raise FaultyContentError(file, "patterns", str(error)) from error


def check_all(folder: Path = EN) -> None:
    """Load every content file; raise FaultyContentError for the first that cannot be used.

    The app's own words are kept as they are checked, so that no screen reads them again.
    """
    if folder == EN:
        for read in KEPT:
            read()
        for kind in Kind:
            kind_words(kind)
        for path in sorted((EN / SCREENS).glob("*.toml")):
            words(path.stem)
        worksheets()
        return
    for file, shape in SHAPES.items():
        load(file, shape, folder)
    routes_in(folder)
    for kind in Kind:
        load(file_of(kind), KindWords, folder)
    for path in sorted((folder / SCREENS).glob("*.toml")):
        screen_words(path.stem, folder)
    worksheets(folder)
