"""The shelf: a worksheet is a file, and a faulty one is named with its step and its field."""

import re
from pathlib import Path

import pytest

from core.content.files import FaultyContentError
from core.worksheets.shelf import worksheet_in, worksheets

GUIDE = Path(__file__).parents[3] / "docs" / "worksheets.md"


def spoil(folder, old, new):
    """Change one place in the worksheet of the folder."""
    path = folder / "worksheets" / "every_kind.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestFiles:
    """What is on the shelf."""

    def test_a_file_alone_is_a_worksheet(self, shelf_folder, every_kind):
        """No code has to know it."""
        assert dict(worksheets(shelf_folder)) == {"every_kind": every_kind}

    def test_the_apps_own_are_all_whole(self):
        """Every one of them loads, and goes by the name of its file."""
        assert {"first_48", "setback", "skills_plan", "values_fit"} <= set(worksheets())

    @pytest.mark.parametrize("name", sorted(worksheets()))
    def test_every_worksheet_has_sentences_for_all_it_works_out(self, name):
        """Each result has words, and every worksheet ends in a step and a quiet line."""
        worksheet = worksheets()[name]
        assert worksheet.next_step
        assert worksheet.settle
        assert all(each.says for each in worksheet.results)

    @pytest.mark.parametrize("name", sorted(worksheets()))
    def test_an_agenda_runs_forward(self, name):
        """A workshop begins at its start, and no minute comes twice."""
        minutes = [each.at for each in worksheets()[name].workshop]
        assert minutes == sorted(set(minutes))
        assert not minutes or minutes[0] == 0


class TestTheGuide:
    """The worksheet that the guide shows is one."""

    def test_it_can_be_put_on_the_shelf_as_it_stands(self, shelf_folder):
        """Whoever copies it from `docs/worksheets.md` has a worksheet."""
        [shown] = re.findall(r"```toml\n(.+?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        (shelf_folder / "worksheets" / "good_hour.toml").write_text(shown, encoding="utf-8")
        assert worksheet_in("good_hour.toml", shelf_folder).title == "One good hour"

    def test_it_names_every_kind_of_question(self, every_kind):
        """No kind is a secret."""
        guide = GUIDE.read_text("utf-8")
        kinds = {each.kind for each in every_kind.fields.values()}
        assert {each for each in kinds if f"`{each}`" not in guide} == set()


class TestFaults:
    """A coach who slips while editing is told where to look."""

    @pytest.mark.parametrize(
        ("old", "new", "place"),
        [
            ('label = "One line"', 'lable = "One line"', r"steps\.words\.fields\.name"),
            ('kind = "line"', 'kind = "lime"', r"steps\.words\.fields\.name"),
            ('label = "A text"', 'label = ""', r"steps\.words\.fields\.story.*label"),
            ("minutes = 5 }", "minutes = 500 }", r"steps\.words\.fields\.clock.*minutes"),
            ('rows = ["felt"]', 'rows = ["left"]', "step choices, field strength.*left"),
            ('of = ["cards=yes"]', 'of = ["cards=maybe"]', "step cards, field best.*maybe"),
            ('of = ["list:energy"]', 'of = ["list:power"]', "field energy.*list:power"),
            ('by = "energy"', 'by = "mood"', "step choices, field small.*mood"),
            ('id = "story"', 'id = "name"', "step words, field name.*this id"),
            ('when = { field = "energy"', 'when = { field = "power"', "step ends.*power"),
            ('title = "Words"', 'title = "Words"\nrecalls = ["mood"]', "step words.*mood"),
            ('title = "Words"', 'title = "Words"\nshows = ["sum"]', "step words.*sum"),
            ('keeper = "steps"', 'keeper = "stairs"', r"keeps\.step"),
            ("of = { text", "of = { texts", r"keeps\.step\.of.*text"),
            ('says = { note = "If', 'says = { nose = "If', r"keeps\.step\.says.*note"),
            ('of = { text = "plan" }', 'of = { text = "gone" }', "step.*gone"),
            ('id = "every_kind"', 'id = "any_kind"', "id.*name of the file"),
            ('no = "Not", ', "", r"steps\.cards\.fields\.cards.*piles"),
            (
                'columns = [\n        { id = "skill", label = "Skill", kind = "line" },',
                "columns = [",
                "needs a line",
            ),
        ],
    )
    def test_a_fault_is_named(self, shelf_folder, old, new, place):
        """With its file, its step and its field, and never as a number."""
        spoil(shelf_folder, old, new)
        with pytest.raises(FaultyContentError) as fault:
            worksheet_in("every_kind.toml", shelf_folder)
        assert fault.value.file == "worksheets/every_kind.toml"
        assert re.search(place, fault.value.sentence), fault.value.sentence

    def test_an_unknown_calculation_is_named(self, shelf_folder):
        """A result that nothing works out would be an empty promise."""
        path = shelf_folder / "worksheets" / "every_kind.toml"
        result = '\n[[results]]\nid = "sum"\ntitle = "Sum"\ncalculation = "sum_of_all"\n'
        path.write_text(path.read_text("utf-8") + result, encoding="utf-8")
        with pytest.raises(FaultyContentError, match=r"results\.sum"):
            worksheet_in("every_kind.toml", shelf_folder)
