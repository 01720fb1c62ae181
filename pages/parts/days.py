"""Days in words: never bare numbers, the same on every screen."""

from datetime import date

from core.content.loader import fill, words

RECENT = {0: "today", 1: "yesterday"}
MANY_DAYS = 60


def in_words(day: date) -> str:
    """Return a day as a person writes it, such as "21 November 2026"."""
    return f"{day.day} {words('days')['months'][day.month - 1]} {day.year}"


def ago(day: date, today: date) -> str:
    """Return how long ago a day was, or which day to come it is."""
    say = words("days")
    days = (today - day).days
    if days < 0:
        return fill(say["ahead"], date=in_words(day))
    if days in RECENT:
        return say[RECENT[days]]
    return fill(say["days_ago"], days=days) if days <= MANY_DAYS else in_words(day)
