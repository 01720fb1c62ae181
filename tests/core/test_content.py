"""Content: every file of words loads, agrees with the code's ids, and says where it is faulty."""

import re
import shutil
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Direction, Stage
from core.content.files import EN
from core.content.letters import file_of
from core.content.loader import (
    PATTERNED,
    SHAPES,
    FaultyContentError,
    UnfilledSlotError,
    case_words,
    check_all,
    check_patterns,
    feeling_words,
    fill,
    next_words,
    step_words,
    support_words,
    words,
)
from core.content.screens import screen_words
from core.content.shapes import texts_of
from core.letters.kinds import Kind
from core.steps import Energy

PATTERNS = {"letter_signs.toml", "letter_reasons.toml", "letter_points.toml", "signals.toml"}
FILES = sorted(path for path in EN.rglob("*.toml") if path.name not in PATTERNS)
FACT = re.compile(r"\{\{ [a-z_]+ \}\}")
REASONS = [
    *["pay", "location", "hours", "content", "growth", "level", "culture", "people", "mission"],
    *["security", "other_offer", "personal", "timing"],
]
SUGGESTIONS = {
    *["feedback_after_silence", "let_today_be", "your_plan"],
    *["steady_first", "thank_after_no", "ask_feedback", "no_feedback_early", "decline_promptly"],
    *["thank_referrer", "connect_later", "name_what_it_protected", "second_thoughts_look"],
    *["status_check", "wait_quietly", "cancelled_rest", "withdrew_note", "look_back", "rest"],
}
PLACEHOLDER = re.compile(
    r"\bTODO\b|\bTBD\b|\bXXX?\b|lorem|\[\.*\]|\[[a-z_ ]+\]|___|\{\{", re.IGNORECASE
)


@pytest.fixture
def copy(tmp_path):
    """A copy of the content folder that a test may spoil."""
    return shutil.copytree(EN, tmp_path / "en")


def spoil(folder, file, old, new):
    """Change one place in one content file."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestLoading:
    """What is loaded, and what is said when it cannot be."""

    def test_every_content_file_loads(self):
        """The server never starts on words that it cannot show."""
        check_all()

    def test_no_file_is_left_unread(self):
        """A file that nobody reads would never be checked."""
        read = {*SHAPES, *PATTERNED, *map(file_of, Kind)}
        files = {path.relative_to(EN).as_posix() for path in EN.rglob("*.toml")}
        folders = ("screens/", "worksheets/")
        assert {each for each in files if not each.startswith(folders)} == read

    def test_a_file_is_read_once(self):
        """Asking again costs nothing."""
        assert words("today") is words("today")
        assert feeling_words() is feeling_words()

    @pytest.mark.parametrize(
        ("file", "old", "new", "field"),
        [
            ("feelings.toml", 'label = "Sad"', 'label = ""', "families.sad.label"),
            ("feelings.toml", 'label = "Sad"', 'lable = "Sad"', "families.sad.label"),
            ("cases.toml", "[directions.silence]", "[directions.quiet]", "directions.quiet"),
            ("cases.toml", "wait_days = 14", 'wait_days = "soon"', "stages.applied.wait_days"),
            ("cases.toml", 'letter_tag = "pay"', 'letter_tag = "money"', "reasons.pay.letter_tag"),
            ("steps.toml", "minutes = 2", "minutes = 20", "steps.0.minutes"),
            ("support.toml", '"116 123"', '"116 HELP"', "countries.GB.lines.0.numbers.0"),
            ("support.toml", 'emergency = ["911"]', "emergency = []", "countries.US.emergency"),
            ("signals.toml", "'suic'", "'suic('", "suic("),
            ("next.toml", "{name}", "{surname}", "surname"),
            ("screens/today.toml", "question = ", "Question = ", "Question"),
            ("worksheets/wider_view.toml", 'kind = "sort"', 'kind = "heap"', "steps.circles"),
        ],
    )
    def test_a_fault_is_named_with_its_file_and_field(self, copy, file, old, new, field):
        """A coach who slips while editing is told where to look."""
        spoil(copy, file, old, new)
        with pytest.raises(FaultyContentError) as fault:
            check_all(copy)
        assert fault.value.file == file
        assert field in fault.value.sentence
        assert file in fault.value.sentence

    @pytest.mark.parametrize("file", PATTERNED)
    def test_a_pattern_that_is_none_is_named(self, copy, file):
        """A slip in a word list of the letter checks is found with its file and its words."""
        text = (copy / file).read_text(encoding="utf-8")
        first = text.index("words = [", text.index("[lists.")) + len("words = [")
        (copy / file).write_text(f"{text[:first]}'(slip', {text[first:]}", encoding="utf-8")
        with pytest.raises(FaultyContentError, match="slip") as fault:
            check_patterns(copy)
        assert fault.value.file == file

    def test_every_pattern_of_the_letter_checks_compiles(self):
        """The app's own word lists are whole."""
        check_patterns()

    def test_a_missing_direction_is_named(self, copy):
        """No answer to "What happened?" can be lost by an edit."""
        text = (copy / "cases.toml").read_text(encoding="utf-8")
        without = re.sub(r"\[directions\.silence\]\n(.+\n)+", "", text)
        (copy / "cases.toml").write_text(without, encoding="utf-8")
        with pytest.raises(FaultyContentError, match="silence"):
            check_all(copy)

    def test_a_file_that_is_not_toml_is_named(self, copy):
        """A missing quote is a fault like any other."""
        (copy / "next.toml").write_text('slots = ["name', encoding="utf-8")
        with pytest.raises(FaultyContentError, match=r"next\.toml"):
            check_all(copy)

    def test_a_missing_file_is_named(self, copy):
        """A file that went missing is named, not silently left out."""
        (copy / "steps.toml").unlink()
        with pytest.raises(FaultyContentError, match=r"steps\.toml"):
            check_all(copy)


class TestScreens:
    """How a screen gets its words."""

    def test_a_missing_key_is_named_with_its_file(self):
        """A screen never shows an empty place where words should be."""
        with pytest.raises(FaultyContentError, match=r"screens/today\.toml.*nowhere"):
            words("today")["nowhere"]

    def test_a_missing_screen_is_named(self):
        """A screen without a file says so."""
        with pytest.raises(FaultyContentError, match=r"screens/nowhere\.toml"):
            words("nowhere")

    def test_words_are_texts_or_lists_of_texts(self, tmp_path):
        """A key holds one text or several, and nothing can be changed by a screen."""
        (tmp_path / "screens").mkdir()
        file = tmp_path / "screens" / "tea.toml"
        file.write_text('title = "Tea"\nways = ["hot", "cold"]', encoding="utf-8")
        say = screen_words("tea", tmp_path)
        assert (say["title"], say["ways"]) == ("Tea", ("hot", "cold"))
        assert (list(say), len(say), "title" in say) == (["title", "ways"], 2, True)
        with pytest.raises(TypeError):
            say["title"] = "Coffee"


class TestFilling:
    """Facts go into the `{slot}` places of a text."""

    def test_a_fact_takes_its_place(self):
        """Every place of a slot is filled."""
        assert fill("{name} and {name}", name="Ada") == "Ada and Ada"

    def test_a_missing_fact_is_an_error(self):
        """A sentence with a hole in it is never shown."""
        with pytest.raises(UnfilledSlotError, match="name"):
            fill("Thank {name}", date="Monday")

    @given(st.text(), st.text())
    def test_a_persons_words_are_never_read_as_slots(self, name, employer):
        """Braces, backslashes and percent signs survive as they were typed."""
        assert fill("{name}|{employer}", name=name, employer=employer) == f"{name}|{employer}"


class TestIds:
    """The ids that records hold are the ids that content speaks of."""

    def test_directions_and_stages_have_words(self):
        """Every id of a case has its words, in the order of the code."""
        assert set(case_words().directions) == set(Direction)
        assert list(case_words().stages) == list(Stage)
        assert set(case_words().waits) == {stage.value for stage in Stage}

    def test_the_reasons_are_the_shared_ones(self):
        """Twelve reasons and the timing; reasons and pulls share their ids."""
        assert list(case_words().reasons) == REASONS
        assert set(case_words().pulls) <= set(REASONS)

    def test_timing_never_stands_for_a_value(self):
        """Timing frames a no; it says nothing on what matters."""
        assert case_words().reasons["timing"].values == ()

    def test_every_suggestion_has_words(self):
        """Whatever Today suggests can be said."""
        assert set(next_words().suggestions) == SUGGESTIONS

    def test_suggestions_use_only_the_agreed_facts(self):
        """A suggestion can ask for four facts and no more."""
        assert set(next_words().slots) == {"name", "employer", "date", "days"}

    @pytest.mark.parametrize("energy", Energy)
    @pytest.mark.parametrize("direction", [*Direction, None])
    def test_there_are_steps_for_every_energy_and_direction(self, energy, direction):
        """Whatever happened and however little is left, there is something small to do."""
        ideas = step_words().ideas(energy, direction)
        assert len(ideas) >= 10
        assert direction is None or direction in ideas[0].after

    def test_steps_are_told_apart(self):
        """No two steps share an id or a text."""
        steps = step_words().steps
        assert len({step.id for step in steps}) == len({step.text for step in steps}) == len(steps)

    def test_the_scope_line_is_the_agreed_one(self):
        """What this is and is not is said in one fixed line."""
        assert support_words().scope == (
            "This is a self-help tool for thinking and writing. It is not therapy, medical, legal "
            "or financial advice, and nobody is watching what you type. If you might be in danger, "
            "call your emergency number."
        )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EN).as_posix())
def test_no_placeholder_is_left(path):
    """Nothing unfinished is ever shown."""
    for text in texts_of(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert not PLACEHOLDER.search(FACT.sub("", text)), text
