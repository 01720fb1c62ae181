"""Two runs of one worksheet side by side."""

from core.worksheets.answers import Answers
from core.worksheets.compare import Change, Wording, changes, wordings
from core.worksheets.shelf import worksheet_in

THEN = {
    "mood": 3,
    "felt.sad": ["sad", "heavy"],
    "strength.sad": 8,
    "strength.heavy": 5,
    "needs": ["r1"],
    "needs.r1.skill": "Excel",
    "needs.r1.level": 1,
    "name": "Acme",
}
NOW = {
    "mood": 6,
    "felt.sad": ["heavy"],
    "felt.torn": ["stuck"],
    "strength.heavy": 5,
    "strength.stuck": 2,
    "needs": ["r7", "r9"],
    "needs.r7.skill": "Welsh",
    "needs.r9.skill": "Excel",
    "needs.r9.level": 3,
    "name": "Acme",
    "story": "new",
}


def test_only_what_both_times_have_is_compared(every_kind):
    """A row is known by what it is called, wherever it stands."""
    found = changes(Answers(every_kind, THEN), Answers(every_kind, NOW))
    assert found == (
        Change("How strong? heavy", 5, 5),
        Change("How is it now?", 3, 6),
        Change("Excel · Level", 1, 3),
    )
    assert [each.by for each in found] == [0, 3, 2]


def test_two_tables_that_ask_the_same_are_told_apart():
    """What role A has of a value is not what role B has of it."""
    sheet = worksheet_in("values_fit.toml")
    raw = {"cards.learning": "very", "ten": ["learning"], "five": ["learning"]}
    raw |= {"ranked": ["learning"], "role_a": "Cook", "role_b": "Baker"}
    raw |= {"evidence_a.learning.match": 1, "evidence_b.learning.match": 3}
    a, b = (sheet.fields[f"evidence_{role}"].label for role in ("a", "b"))
    found = {each.what: each.now for each in changes(Answers(sheet, raw), Answers(sheet, raw))}
    assert found == {
        f"{a} Learning · How well it fits": 1,
        f"{b} Learning · How well it fits": 3,
    }


def test_words_are_told_where_they_differ(every_kind):
    """What stayed the same is not told again."""
    assert wordings(Answers(every_kind, THEN), Answers(every_kind, NOW)) == (
        Wording("A text", "", "new"),
        Wording("Feelings", "sad, heavy", "heavy, stuck"),
    )


def test_two_empty_runs_have_nothing_to_tell(every_kind):
    """Nor has a run beside itself."""
    empty, full = Answers(every_kind, {}), Answers(every_kind, NOW)
    assert changes(empty, full) == ()
    assert wordings(full, full) == ()
    assert all(each.by == 0 for each in changes(full, full))
