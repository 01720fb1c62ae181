"""A letter's way out: how long a download takes, the first time in a process and after it."""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from bench.figures import Row, ms, p95, table
from core.exports.letters.mail import draft_mail, mail_link
from core.exports.letters.pdf import pdf_file
from core.exports.letters.plain import text_file
from core.exports.letters.sheet import Sheet
from core.exports.letters.word import word_file

ROOT = Path(__file__).parent.parent
PDF_LIMIT = 1_000
"""What a PDF may take in milliseconds, the first one in a process too."""

PARAGRAPH = (
    "Thank you for the offer and for the care behind it. I enjoyed our talk about the tests that "
    "you run with nurses, and I have decided not to accept. "
)
WAYS: dict[str, Callable[[Sheet], object]] = {
    "mail link": mail_link,
    "plain text": text_file,
    "draft mail": draft_mail,
    "word": word_file,
    "pdf": pdf_file,
    "pdf with other scripts": pdf_file,
}


def letter(number: int, more: str = "") -> Sheet:
    """Return a letter of some 150 words that is like no other."""
    return Sheet(
        subject=f"Your offer {number}",
        body="\n\n".join([f"Dear Jonas {number},", *[PARAGRAPH] * 5, more, "With thanks,\nAmara"]),
        day=date(2026, 3, 12),
        date_line="12 March 2026",
        from_name="Amara Okafor",
        to_name="Jonas Weber",
        to_address="jonas@example.org",
    )


def taken(way: str, numbers: range) -> list[float]:
    """Return the seconds that each letter takes to leave in one way."""
    more = "שלום 中文 🌻" if way.endswith("scripts") else ""
    times = []
    for number in numbers:
        sheet = letter(number, more)
        started = time.perf_counter()
        WAYS[way](sheet)
        times.append(time.perf_counter() - started)
    return times


def first(way: str) -> float:
    """Return the seconds that the first letter takes in a new process."""
    command = [sys.executable, "-m", "bench.exports", "--first", way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print a table; with `--first`, only the seconds that the first letter takes one way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--first", choices=WAYS)
    way = parser.parse_args().first
    if way:
        print(*taken(way, range(1)))
        return
    rows = []
    for each in WAYS:
        limit = PDF_LIMIT if each.startswith("pdf") else None
        target = "under a second" if limit else ""
        for what, times in (
            ("first", ms([first(each) for _ in range(5)])),
            ("next", ms(taken(each, range(1, 40)))),
        ):
            rows.append(
                Row(f"{each}, {what}", median(times), "ms", p95(times), limit=limit, target=target)
            )
    print(table(rows))


if __name__ == "__main__":
    main()
