"""The figures of one torture, and whether they are bad."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

HARM = ("unreadable", "lost", "torn", "phantom", "resurrected", "duplicated", "stuck", "untyped")
"""What must not happen once."""


@dataclass
class Tally:
    """What was done, how often something went wrong, and the first example of each."""

    what: str
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, counts: Mapping[str, int], example: str = "") -> None:
        """Count these; `example` says where, if any of them is harm."""
        self.counts.update(counts)
        for kind in HARM:
            if counts.get(kind):
                self.examples.setdefault(kind, example)

    @property
    def harmless(self) -> bool:
        """Whether nothing was lost, torn or unreadable."""
        return not any(self.counts[kind] for kind in HARM)

    def __str__(self) -> str:
        """One line: the work first, then all harm, then examples."""
        work = " ".join(f"{name}={n}" for name, n in self.counts.items() if name not in HARM)
        harm = " ".join(f"{name}={self.counts[name]}" for name in HARM)
        return f"{self.what:<28} {work} | {harm} {self.examples or ''}".rstrip()
