"""Path people: who knows a path is found by its name, whatever it is called by now."""

from core.path_people import call_anew, note_who_knows, who_knows
from core.people import Person


class TestRenaming:
    """A path that is called anew keeps those who know it."""

    def test_who_knows_it_knows_it_by_the_new_name(self, workspace):
        """Other things that they know stay, in their order."""
        ann = workspace.people.add(Person(name="Ann", knows=("Baking", "data ", "Law")))
        note_who_knows(workspace, "Bo", "Law")
        call_anew(workspace, "Data", "Data work")
        assert workspace.people.get(ann.id).knows == ("Baking", "Data work", "Law")
        assert [each.name for each in who_knows(workspace, "Data work")] == ["Ann"]
        assert who_knows(workspace, "Data") == ()
        assert len(who_knows(workspace, "Law")) == 2
