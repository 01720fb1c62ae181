"""What reading a letter costs: all checks together, on letters of 60 and 300 words.

    python -m bench.letters

Milliseconds, medians over rounds; at most 10 for 300 words, so that the marks follow
the typing. `first` is the very first letter, with the word lists still to be read.
"""

import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median

from bench.figures import Row, ms, p95
from core.letters.checks import check
from core.letters.kinds import Kind

ROUNDS = 15
LIMIT = 10.0
SENTENCES = (
    "Thank you for the offer, and for the care you took in explaining the role to me on Tuesday.",
    "After a week of thought I have decided not to accept it, as the daily travel is too long.",
    "I enjoyed meeting Lena and seeing how the night team plans its handovers with so few people.",
    "I wanted to tell you today so that you can move ahead with your plans for the summer.",
    "If another role opens on the data side, I would like to hear about it and stay in touch.",
)


def letter(words: int) -> str:
    """Return a decent letter of about so many words."""
    text = " ".join(islice(cycle(" ".join(SENTENCES).split()), words))
    return f"Hi Jonas,\n\n{text}.\n\nWith thanks,\nSam"


def taken(body: str) -> Iterator[float]:
    """Yield the seconds that all checks take, for each kind in each round."""
    for _ in range(ROUNDS):
        for kind in Kind:
            started = time.perf_counter()
            check(kind, "Your offer", body)
            yield time.perf_counter() - started


def main() -> int:
    """Print the table; 1 where the target is missed."""
    started = time.perf_counter()
    check(Kind.DECLINE, None, letter(60))
    first = ms([time.perf_counter() - started])[0]
    short, long = ms(list(taken(letter(60)))), ms(list(taken(letter(300))))
    rows = [
        Row("first letter of 60 words", first, "ms"),
        Row("letter of 60 words", median(short), "ms", p95(short)),
        Row("letter of 300 words", median(long), "ms", p95(long), None, LIMIT, "at most 10"),
    ]
    for row in rows:
        print("  ".join(row.cells()))
    return int(any(row.verdict == "MISSED" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
