"""The one base of every error that a person may read."""


class AjarError(Exception):
    """A failure told as one kind sentence: what happened, what is safe, what to do.

    Each child takes the facts and writes the sentence. No child may carry a
    person's own words in its arguments: an error can end up in a log.
    """

    @property
    def sentence(self) -> str:
        """The sentence that a screen shows."""
        return str(self)


class NotFoundError(AjarError):
    """A record that a screen asked for is no longer there."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"This {kind} is no longer here. It may have been deleted in another window. "
            "Everything else is safe."
        )


class EditedElsewhereError(AjarError):
    """The record that was edited has changed since it was opened; both versions are kept.

    `mine` is what was about to be saved, `theirs` what is stored: a screen shows both.
    """

    def __init__(self, kind: str, mine: object, theirs: object) -> None:
        super().__init__(
            f"This {kind} was changed in another window after you opened it here. "
            "Nothing was overwritten. Both versions are below: choose which to keep."
        )
        self.mine = mine
        self.theirs = theirs
