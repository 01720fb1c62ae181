"""Letters as people write them, labelled with their faults, to judge the letter checks on.

They stand in `tests/core/letters/real_letters/`, in two sets. `dev` is there to tune the checks
on; `blind` tells what they are worth on letters that nobody tuned on. Each letter says which
faults a fair careers adviser would mark (`faults`), which of them no list of words would catch
(`subtle`), and which small absences may be mentioned or not (`minor`).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.cases import Door
from core.letters.findings import CaseFacts
from core.letters.kinds import Kind, Openness

LETTERS = Path(__file__).parent.parent / "tests" / "core" / "letters" / "real_letters"
SETS = ("dev", "blind")

RULE_OF = {
    "placeholder_left": "R01",
    "no_thanks": "R02",
    "thanks_late": "R03",
    "nothing_specific": "R04",
    "no_clear_decision": "R05",
    "hedged_decision": "R06",
    "over_apology": "R07",
    "negative_about_them": "R08",
    "arguing": "R09",
    "over_disclosure": "R10",
    "reason_beyond_openness": "R11",
    "reasons_differ": "R12",
    "length": "R13",
    "too_many_questions": "R14",
    "vague_ask": "R15",
    "no_easy_out": "R16",
    "door_missing": "R17",
    "over_promise": "R18",
    "pressure": "R19",
    "self_put_down": "R20",
    "subject_bad": "R21",
    "name_missing": "R22",
    "close_missing": "R23",
    "own_no_missing": "R24a",
    "change_not_named": "R24b",
    "assumes_open": "R24c",
    "no_commitment": "R24d",
    "reopens_pay": "R25",
    "weak_counter": "R26",
    "shouting": "R30",
    "stock_phrase": "R31",
    "untrue_reason": "R32",
}
TONE_RULES = frozenset({"R07", "R08", "R09", "R10", "R19", "R20"})


@dataclass(frozen=True)
class Sample:
    """One labelled letter; `faults`, `minor` and `subtle` are names from `RULE_OF`."""

    id: str
    kind: Kind
    voice: str
    subject: str
    body: str
    facts: CaseFacts
    faults: frozenset[str]
    subtle: frozenset[str]
    minor: frozenset[str]

    @property
    def is_decent(self) -> bool:
        """Whether a careers adviser would be happy to see it sent."""
        return not self.faults

    @property
    def open_to(self) -> frozenset[str]:
        """The rules that may speak or not: of what is minor, and of tone where tone is subtle."""
        minor = {RULE_OF[each] for each in self.minor}
        return frozenset(minor | (TONE_RULES if self.subtle else set()))

    @property
    def plain(self) -> frozenset[str]:
        """The faults that are put in plain words."""
        return self.faults - self.subtle


def load(name: str) -> tuple[Sample, ...]:
    """Return the letters of a set; ValueError for labels, kinds or facts that nobody knows."""
    files = sorted((LETTERS / name).glob("*.toml"))
    return tuple(
        _sample(letter)
        for file in files
        for letter in tomllib.loads(file.read_text("utf-8"))["letters"]
    )


def _sample(letter: Mapping[str, Any]) -> Sample:
    told = dict(letter)
    labels = {
        name: _labels(letter["id"], told.pop(name, ())) for name in ("faults", "subtle", "minor")
    }
    if not labels["subtle"] <= labels["faults"]:
        raise ValueError(f"{letter['id']}: a subtle fault is not among its faults")
    if labels["minor"] & labels["faults"]:
        raise ValueError(f"{letter['id']}: a fault is also called minor")
    facts = _facts(told.pop("facts", {}))
    return Sample(kind=Kind(told.pop("kind")), facts=facts, **labels, **told)


def _labels(letter_id: str, names: Iterable[str]) -> frozenset[str]:
    labels = frozenset(names)
    if unknown := labels - RULE_OF.keys():
        raise ValueError(f"{letter_id}: unknown faults {sorted(unknown)}")
    return labels


def _facts(told: Mapping[str, Any]) -> CaseFacts:
    kinds = {
        "names": tuple,
        "told": tuple,
        "openness": Openness,
        "tags": frozenset,
        "pair_tags": frozenset,
        "reason_tags": frozenset,
        "door": Door,
        "left_out": frozenset,
    }
    return CaseFacts(**{name: kinds.get(name, lambda same: same)(v) for name, v in told.items()})
