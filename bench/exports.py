"""A letter's way out: how long a download takes, the first time in a process and after it."""

import time
from collections.abc import Callable
from datetime import date

from bench.first_times import measure
from core.exports.letters.mail import draft_mail, mail_link
from core.exports.letters.pdf import pdf_file
from core.exports.letters.plain import text_file
from core.exports.letters.sheet import Sheet
from core.exports.letters.word import word_file

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


if __name__ == "__main__":
    measure("bench.exports", WAYS, taken, lambda way: PDF_LIMIT if way.startswith("pdf") else None)
