"""Bringing people in on screen, two cards of one person made one, and everybody taken out."""

from datetime import date

import pytest

from core.content.loader import fill, support_words, words
from core.content.people_imports import PersonField
from core.imports.people import Twins
from core.network.touchpoints import Touchpoint
from core.people import Circle, Person
from core.support import Tier
from core.views import standing

SAY = words("people_import")
HERE = "reach_out/people_import.py"


@pytest.fixture
def twice(stored, today):
    """Keep somebody twice, once with a contact."""
    people = stored().people
    one = people.add(Person(name="Amara", organisation="Leeds trust", address="a@x.org"))
    other = people.add(Person(name="Amara Okafor", organisation="York", address="A@x.org"))
    touch = stored().touchpoints.add(Touchpoint(person_id=other.id, happened_on=today))
    return one, other, touch


class TestDoubles:
    """Two cards that may be one person's."""

    def test_two_cards_become_one_and_two_again(self, visit, stored, twice):
        """One press, and one to undo: every record is what it was."""
        one, other, touch = twice
        screen = visit(HERE, part="doubles")
        assert SAY["why_address"] in screen.seen
        screen.press(f"people.merge.{one.id}.{other.id}.one")
        [kept] = stored().people.all()
        assert (kept.id, kept.name) == (one.id, "Amara Okafor")
        assert stored().touchpoints.get(touch.id).person_id == one.id
        assert SAY["made_one"] in screen.seen
        screen.press("people.undo")
        for each in (one, other):
            back = stored().people.get(each.id)
            assert (back.name, back.own_words) == (each.name, each.own_words)
        [back] = stored().touchpoints.all()
        assert (back.id, back.person_id) == (touch.id, other.id)

    def test_it_is_told_where_the_pair_stood(self, visit, stored):
        """On the second of three pairs the note and its undo stand between the other two."""
        pairs = [
            [stored().people.add(Person(name=name)) for _ in "ab"]
            for name in ("Amara Okafor", "Tom Bell", "Nora Singh")
        ]
        screen = visit(HERE, part="doubles")
        keys = [f"people.merge.{one.id}.{other.id}.one" for one, other in pairs]
        before = [each.key for each in screen.app.button if each.key in keys]
        screen.press(before[1])
        looked_for = {"people.undo", *keys}
        found = [each.key for each in screen.app.button if each.key in looked_for]
        assert found == [before[0], "people.undo", before[2]]
        screen.press("people.undo")
        assert [each.key for each in screen.app.button if each.key in looked_for] == before
        assert SAY["undone"] in screen.seen

    def test_the_note_on_the_last_pair_stands_too(self, visit, stored, today):
        """No pair is left below it, and the less sure ones are told the same way."""
        pair = [stored().people.add(Person(name="Tom", organisation=each)) for each in "AB"]
        screen = visit(HERE, part="doubles")
        screen.app.toggle(key="people.merge.elsewhere").set_value(True)
        screen.run().press(f"people.merge.{pair[0].id}.{pair[1].id}.one")
        assert SAY["doubles_none"] in screen.seen
        assert screen.seen.count(SAY["made_one"]) == 1
        screen.press("people.undo")
        assert len(stored().people.all()) == 2

    def test_two_people_stay_two(self, visit, stored, twice):
        """It is asked once."""
        one, other, _ = twice
        screen = visit(HERE, part="doubles").press(f"people.merge.{one.id}.{other.id}.two")
        assert len(stored().people.all()) == 2
        assert SAY["doubles_none"] in screen.seen
        assert SAY["doubles_none"] in visit(HERE, part="doubles").seen

    def test_the_same_name_elsewhere_is_shown_on_request(self, visit, stored):
        """Hundreds of namesakes are no list of chores."""
        pair = [stored().people.add(Person(name="Tom", organisation=each)) for each in "AB"]
        screen = visit(HERE, part="doubles")
        key = f"people.merge.{pair[0].id}.{pair[1].id}.one"
        assert SAY["doubles_none_sure"] in screen.seen
        assert SAY["doubles_none"] not in screen.seen
        assert key not in [each.key for each in screen.app.button]
        screen.app.toggle(key="people.merge.elsewhere").set_value(True)
        screen.run().press(key)
        assert len(stored().people.all()) == 1


HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def bring(screen, text, name="Connections.csv"):
    """Choose a file."""
    [box] = screen.app.get("file_uploader")
    box.upload(name, text.encode())
    return screen.run()


def press(screen, name):
    """Press the button whose key ends so."""
    [button] = [each for each in screen.app.button if (each.key or "").endswith(name)]
    button.click()
    return screen.run()


def connections(count):
    """A list of connections; every hundredth stands in it twice."""
    rows = [
        f"Amara {at},Okafor,https://www.linkedin.com/in/a{at},,City Hospital,Nurse,12 Mar 2024"
        for at in range(count)
    ]
    return "Notes:\n\n" + HEADER + "\n".join((*rows, *rows[::100])) + "\n"


class TestBringing:
    """From a file to cards, with a yes between."""

    def test_five_hundred_connections_come_in_and_go_out_again(self, visit, stored):
        """Nothing is written before the yes; one step brings them, one takes them back."""
        stored().people.add(Person(name="Amara 0 Okafor"))
        screen = bring(visit(HERE), connections(500))
        assert fill(SAY["preview_new"], count=499) in screen.seen
        assert len(stored().people.all()) == 1
        screen.pick("circle", "online").type("tag", "LinkedIn")
        press(screen, ".yes")
        kept = stored().people.all()
        assert len(kept) == 500
        assert {(each.circle, each.tags, each.closeness) for each in kept[1:]} == {
            (Circle.ONLINE, ("LinkedIn",), None)
        }
        [import_id] = {each.import_id for each in kept[1:]}
        assert fill(SAY["brought"], count=499, filled=0) in screen.seen
        screen.press(f"delete.{import_id}").press(f"delete.yes.{import_id}")
        assert [each.name for each in stored().people.all()] == ["Amara 0 Okafor"]
        screen.press("people.undo")
        assert len(stored().people.all()) == 500

    def test_it_is_said_how_many_can_be_due(self, visit):
        """A list that tells how close they are gives them a day; any other gives none."""
        screen = bring(visit(HERE), "Name,Closeness\nAmara,Close\nTom,\n")
        assert fill(SAY["with_clock"], count=1) in screen.seen
        assert SAY["no_clock"] not in screen.seen
        assert SAY["no_clock"] in bring(visit(HERE), "Name\nAmara\n").seen

    def test_a_job_title_in_a_list_is_no_cry_for_help(self, visit, stored, now):
        """What others are called in a list says nothing about the person, here and on Today."""
        rows = (
            "Ada,Ko,,,No Reason To Live Records,Self-harm nurse,\nBo,Li,,,Hopeless Ltd,Suicide,\n"
        )
        screen = press(bring(visit(HERE), HEADER + rows), ".yes")
        assert len(stored().people.all()) == 2
        assert not screen.in_crisis
        assert standing(stored(), now) is Tier.T0
        assert support_words().tiers.t2 not in visit().seen

    def test_today_is_the_day_where_the_person_is(self, visit, stored):
        """At one in the morning in Auckland a connection of that day is not still to come."""
        me = stored().me.model_copy(update={"time_zone": "Pacific/Auckland"})
        stored().save_me(me)
        rows = "Ada,Ko,,,,Nurse,21 Nov 2026\nBo,Li,,,,Cook,13 Mar 2024\n"
        press(bring(visit(HERE), HEADER + rows), ".yes")
        assert stored().people.all()[0].known_since == date(2026, 11, 21)

    def test_a_known_card_is_filled_on_request_and_emptied_again(self, visit, stored):
        """What was there stays; the address comes and goes with the list."""
        one = stored().people.add(Person(name="Amara Okafor", role="Matron"))
        screen = bring(visit(HERE), HEADER + "Amara,Okafor,,a@x.org,,Nurse,\n")
        assert SAY["nothing_to_bring"] in screen.seen
        assert SAY["why_name"] in screen.seen
        press(screen.pick("twins", Twins.FILL), ".yes")
        card = stored().people.get(one.id)
        assert (card.role, card.address) == ("Matron", "a@x.org")
        import_id = card.filled[0].import_id
        screen.press(f"delete.{import_id}").press(f"delete.yes.{import_id}")
        assert stored().people.get(one.id).address == ""
        assert SAY["taken_back"] in screen.seen

    @pytest.mark.parametrize(
        "case",
        [
            ("Nora Singh", "Eva Li\nEva Li\n", {"twice_here"}, "twins_twice"),
            ("Tom Bell", "Eva Li\nTom Bell\n", {"known_here"}, "twins"),
            (
                "Tom Bell",
                "Tom Bell\nEva Li\nEva Li\n",
                {"known_here", "twice_here"},
                "twins_and_twice",
            ),
        ],
    )
    def test_who_comes_twice_is_not_known(self, visit, stored, case):
        """Only who is here already is known; the rest is once too often in the file."""
        here, rows, told, question = case
        stored().people.add(Person(name=here))
        screen = bring(visit(HERE), f"Name\n{rows}")
        labels = {each.label for each in screen.app.expander}
        asked = ("known_here", "twice_here")
        assert {each for each in asked if fill(SAY[each], count=1) in labels} == told
        assert screen.field("pills", "twins").label == SAY[question]

    def test_each_list_is_named_by_its_file(self, visit, stored):
        """Two lists of one day can be told apart, the one that only filled a card too."""
        stored().people.add(Person(name="Amara Okafor"))
        press(bring(visit(HERE), "Name\nTom Bell\n", "old *friends*.csv"), ".yes")
        screen = bring(visit(HERE), "Name,Email\nAmara Okafor,a@x.org\n", "work.csv")
        press(screen.pick("twins", Twins.FILL), ".yes")
        assert {each.value for each in screen.app.text} >= {"old *friends*.csv", "work.csv"}
        offered = [each for each in screen.app.button if (each.key or "").startswith("delete.")]
        assert [each.label for each in offered] == [SAY["take_back"]] * 2

    def test_cards_of_an_address_book(self, visit, stored):
        """A broken card is named, the good one comes in."""
        text = "BEGIN:VCARD\nFN:Broken\nBEGIN:VCARD\nFN:Zoë *Bell*\nEND:VCARD\n"
        screen = bring(visit(HERE), text, "people.vcf")
        assert SAY["trouble_broken"] in screen.seen
        press(screen, ".yes")
        assert [each.name for each in stored().people.all()] == ["Zoë *Bell*"]

    def test_a_list_whose_columns_nobody_knows_can_be_matched(self, visit, stored):
        """Each column asks what it is, with an example."""
        screen = bring(visit(HERE), "Wer;Wo\nAmara;Leeds\n", "list.csv")
        assert SAY["trouble_no_name"] in screen.seen
        screen.choose("0", PersonField.NAME).choose("1", PersonField.ORGANISATION)
        press(screen, ".yes")
        [kept] = stored().people.all()
        assert (kept.name, kept.organisation) == ("Amara", "Leeds")

    @pytest.mark.parametrize("text", ["", "Name\n", "PK\x03\x04"])
    def test_a_file_that_is_no_list_is_told(self, visit, stored, text):
        """In a sentence, and nothing changes."""
        screen = bring(visit(HERE), text)
        assert "Nothing was changed" in screen.seen
        assert stored().people.all() == ()


class TestTakingAlong:
    """Everybody, as a file."""

    def test_two_files_are_offered_once_somebody_is_here(self, visit, stored):
        """A table and cards; before that, a sentence."""
        assert SAY["take_none"] in visit(HERE, part="take").seen
        stored().people.add(Person(name="Amara"))
        offered = visit(HERE, part="take").app.get("download_button")
        assert [each.label for each in offered] == [SAY["take_csv"], SAY["take_cards"]]


class TestOnTheCard:
    """The same question where somebody's card is open."""

    def test_the_choice_of_a_line_counts(self, visit, stored, twice):
        """What gives way goes on in the notes."""
        one, other, _ = twice
        screen = visit(HERE, part="doubles").choose("which.organisation", one.id)
        screen.press(f"people.merge.{one.id}.{other.id}.one")
        card = stored().people.get(one.id)
        assert card.organisation == "Leeds trust"
        assert card.notes == "York"

    def test_somebodys_own_page_asks_too(self, visit, stored, twice):
        """The card that is open is the one that is kept, so its address stays right."""
        one, other, _ = twice
        screen = visit("reach_out/person.py", person=other.id, part="about")
        assert SAY["double_of"] in screen.seen
        screen.press(f"people.merge.{other.id}.{one.id}.one")
        [kept] = stored().people.all()
        assert kept.id == other.id
        assert SAY["made_one"] in screen.seen
