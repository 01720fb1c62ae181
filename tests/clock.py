"""A clock that is told the time."""

from datetime import datetime, timedelta


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment that it is."""
        return self.moment

    def forward(self, **spans: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**spans)
