"""People from elsewhere: read whatever the list looks like, known again, and taken back whole."""

from datetime import date
from encodings.aliases import aliases

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.loader import import_words, network_words, people_import_words, steady_words
from core.content.people_imports import OWN, PersonField
from core.errors import AjarError, EditedElsewhereError
from core.exports.people import Labels, as_people_csv, as_vcards, with_last_contact
from core.imports.days import Order
from core.imports.people import (
    NobodyError,
    Twins,
    Wishes,
    planned,
    preview_people,
    read_people_sheet,
)
from core.imports.people_brought import people_imports_in, take_people_back, take_people_in
from core.imports.people_rows import (
    PeopleMatching,
    PersonReader,
    PersonTrouble,
    Vocabulary,
    guess_people_fields,
    parted,
    people_orders,
)
from core.imports.sheets import LARGEST, TooLargeError
from core.imports.vcards import LARGEST_CARDS, NoCardsError, TooManyCardsError, is_cards, read_cards
from core.network.cadence import due_people, next_on, rests
from core.network.contacts import NONE_YET, Contacts
from core.network.doubles import Why
from core.network.touchpoints import Touchpoint
from core.network.turned import turn_back
from core.people import Circle, Closeness, Help, Person
from core.records import LINE_LENGTH, TEXT_LENGTH
from core.storage.memory import MemoryStorage

TODAY = date(2026, 3, 12)
WORDS = people_import_words()
HELPS = {kind: each.label for kind, each in steady_words().helps.items()}
VOCABULARY = Vocabulary(
    WORDS, import_words(), network_words().circles, network_words().closeness, HELPS
)
LABELS = Labels(WORDS, import_words(), network_words(), steady_words())

LINKEDIN = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    'missing. You will only see email addresses for connections who have allowed it."\r\n'
    "\r\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
)


def reads(raw, **changed):
    """What each row of a file tells, read as it is guessed."""
    raw = raw.encode() if isinstance(raw, str) else raw
    if is_cards(raw):
        return read_cards(raw, WORDS)
    sheet = read_people_sheet(raw, WORDS)
    fields = guess_people_fields(sheet, WORDS)
    order = people_orders(sheet, fields, import_words(), TODAY)[0]
    matching = PeopleMatching(**{"fields": fields, "order": order, **changed})
    return tuple(map(PersonReader(sheet, matching, VOCABULARY, TODAY).read, sheet.rows))


def look(raw, here=(), **changed):
    """What a file would bring."""
    return preview_people(reads(raw, **changed), here)


def people(raw):
    """Everybody in a file."""
    return [each.person for each in reads(raw) if each.person]


def troubles(raw):
    """What is odd about a file, with the rows."""
    return [(each.row, each.trouble) for read in reads(raw) for each in read.remarks]


def connections(count):
    """A file of connections as LinkedIn writes it; every tenth stands in it twice."""
    rows = [
        f"Amara {at},Okafor,https://www.linkedin.com/in/amara-{at},,City Hospital,Nurse,12 Mar 2024"
        for at in range(count)
    ]
    return LINKEDIN + "\r\n".join((*rows, *rows[::10])) + "\r\n"


class TestLinkedIn:
    """Connections.csv, as it is exported."""

    def test_its_notes_are_passed_over_and_every_column_is_known(self):
        """The header stands below a note and a blank line."""
        row = "Amara,Okafor,https://x.org/amara,a@x.org,City Hospital,Nurse,12 Mar 2024"
        [one] = people(LINKEDIN + row)
        assert one == Person(
            name="Amara Okafor",
            link="https://x.org/amara",
            address="a@x.org",
            organisation="City Hospital",
            role="Nurse",
            known_since=date(2024, 3, 12),
        )

    @pytest.mark.parametrize(
        ("row", "name", "organisation"),
        [
            ('Amara,"Okafor, MBA",,,"Leeds, York & Co",,', "Amara Okafor, MBA", "Leeds, York & Co"),
            ("\U0001f31f Amara,Okafor \u2728,,,,,", "\U0001f31f Amara Okafor \u2728", ""),
            (
                "\u05e2\u05de\u05e8\u05d4,\u05db\u05d4\u05df,,,\u05d1\u05d9\u05ea,,",
                "\u05e2\u05de\u05e8\u05d4 \u05db\u05d4\u05df",
                "\u05d1\u05d9\u05ea",
            ),
            ("Amara,,,,,,", "Amara", ""),
            (",Okafor,,,,,", "Okafor", ""),
            ('"Amara ""Ama""",Okafor,,,,,', 'Amara "Ama" Okafor', ""),
        ],
    )
    def test_names_come_as_they_are(self, row, name, organisation):
        """Commas, titles, emoji, letters from right to left, and half a name."""
        [one] = people(LINKEDIN + row)
        assert (one.name, one.organisation) == (name, organisation)

    def test_rows_without_a_name_are_left_out_and_counted(self):
        """Somebody who closed their account leaves an empty row."""
        raw = LINKEDIN + "Amara,Okafor,,,,,\r\n,,,,,,01 Feb 2020\r\n,,,,,,\r\nTom,Bell,,,,,"
        assert [each.name for each in people(raw)] == ["Amara Okafor", "Tom Bell"]
        assert troubles(raw) == [(6, PersonTrouble.NO_NAME)]

    @pytest.mark.parametrize(
        "header",
        [
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
            "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le",
            "Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el",
        ],
    )
    def test_its_header_in_other_languages(self, header):
        """The columns are known in German, French and Spanish."""
        raw = f"{header}\nAmara,Okafor,https://x.org/a,a@x.org,Klinik,Nurse,12 Mar 2024\n"
        [one] = people(raw)
        assert (one.name, one.address, one.organisation) == ("Amara Okafor", "a@x.org", "Klinik")
        assert one.known_since == date(2024, 3, 12)

    def test_nobody_of_a_long_list_is_due(self, workspace):
        """No clock starts: they have no closeness."""
        take_people_in(workspace, planned(look(connections(50)), Wishes()), "first")
        assert len(workspace.people.all()) == 50
        assert due_people(workspace, TODAY) == ()

    def test_who_has_a_day_from_the_start_is_counted(self):
        """A list may tell how close they are, how often one writes, or that they hire."""
        raw = (
            "Name,Closeness,Days between two contacts,Recruiter,Connected On\n"
            "A,Close,,,1 Jan 2019\nB,,30,,\nC,,,yes,1 Jan 2019\nD,,,yes,\nE,,,,1 Jan 2019\n"
        )
        assert [each.person.name for each in look(raw).with_clock] == ["A", "B", "C"]

    def test_a_list_beside_everybody_in_it_brings_nobody_twice(self):
        """Each row is told as somebody who is here, also where it stands in the list twice."""
        raw = connections(100)
        looked_at = look(raw, people(raw))
        assert not looked_at.new
        assert len(looked_at.twins) == 110


class TestOtherLists:
    """Any table with a name in it."""

    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    def test_any_separator(self, separator):
        """As spreadsheets of several countries write them."""
        rows = [["Name", "E-mail", "Phone"], ["Amara", "a@x.org", "0113 496 0000"]]
        [one] = people("\n".join(separator.join(each) for each in rows))
        assert (one.name, one.address, one.phone) == ("Amara", "a@x.org", "0113 496 0000")

    def test_an_address_book_in_columns(self):
        """As Google's contacts are exported: several columns of one kind, labels with a star."""
        raw = (
            "First Name,Middle Name,Last Name,Organization Name,Organization Title,"
            "E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,Labels,Notes\n"
            "Amara,J.,Okafor,Leeds Trust,Nurse,a@x.org,b@x.org,0113,* myContacts ::: Choir,Sings\n"
        )
        [one] = people(raw)
        assert (one.name, one.role, one.tags) == ("Amara J. Okafor", "Nurse", ("Choir",))
        assert (one.address, one.notes) == ("a@x.org", "Sings")

    def test_a_column_that_is_not_known_can_be_matched(self):
        """The screen asks; here the person answers."""
        raw = "Wer,Wo\nAmara,Leeds\n"
        fields = (PersonField.NAME, PersonField.ORGANISATION)
        [one] = look(raw, fields=fields).every
        assert (one.person.name, one.person.organisation) == ("Amara", "Leeds")

    def test_two_columns_of_one_kind_lose_nothing(self):
        """The first stands on the card, the other in the notes."""
        fields = (PersonField.NAME, PersonField.PHONE, PersonField.PHONE)
        [one] = look("Name,A,B\nAmara,1234567,7654321\n", fields=fields).every
        assert one.person.phone == "1234567"
        assert "7654321" in one.person.notes

    def test_long_lines_go_on_in_the_notes(self):
        """Nothing is cut off in silence."""
        long = "x" * (LINE_LENGTH + 5)
        [one] = people(f"Name,Company\nAmara,{long}\n")
        assert one.organisation == long[:LINE_LENGTH]
        assert long in one.notes
        assert troubles(f"Name,Company\nAmara,{long}\n") == [(2, PersonTrouble.SHORTENED)]

    def test_endless_notes_are_cut_and_it_is_said(self):
        """A card holds as much as any text of the app."""
        raw = f"Name,Notes\nAmara,{'y' * (TEXT_LENGTH + 1)}\n"
        assert len(people(raw)[0].notes) == TEXT_LENGTH
        assert troubles(raw) == [(2, PersonTrouble.CUT)]

    def test_what_cannot_be_read_is_said_and_the_person_comes_in(self):
        """Days, words and numbers that nobody understands; a day that is still to come."""
        raw = (
            "Name,Connected On,Circle,Days between two contacts,Recruiter\n"
            "Amara,someday,the moon,3,perhaps\n"
            "Tom,1 Jan 2030,Family,90,yes\n"
        )
        assert troubles(raw) == [
            (2, PersonTrouble.NO_DAY),
            (2, PersonTrouble.NO_WORD),
            (2, PersonTrouble.NO_NUMBER),
            (2, PersonTrouble.NO_WORD),
            (3, PersonTrouble.AHEAD),
        ]
        tom = people(raw)[1]
        assert (tom.circle, tom.every_days, tom.hires) == (Circle.FAMILY, 90, True)

    def test_which_number_is_the_day_can_be_said(self):
        """A column that cannot tell is asked about."""
        raw = "Name,Connected On\nAmara,03/04/2024\n"
        [one] = look(raw, order=Order.MONTH_FIRST).every
        assert one.person.known_since == date(2024, 3, 4)

    def test_a_formula_stays_text(self):
        """A cell that a program guarded comes back as it was typed."""
        assert people("Name,Notes\n'=1+1,@home\n")[0].name == "=1+1"

    def test_a_small_list_may_be_in_quotes_and_on_lines(self):
        """As an address book writes several labels into one cell."""
        [ann] = people('Name,Tags\nAnn,"""Sales""\n""Lead"""\n')
        assert ann.tags == ("Sales", "Lead")

    @given(st.text(st.characters() | st.sampled_from('",;|\r\n'), max_size=40))
    def test_any_cell_is_a_small_list(self, text):
        """Whatever stands in it, each part is one line's worth and none is empty."""
        for each in (text, f'"{text}'):
            assert all(part.strip() and len(part) <= LINE_LENGTH for part in parted(each))

    @pytest.mark.parametrize("raw", ["Name,Company\n", "\n\n", "Name\r\n\r\n"])
    def test_an_empty_file_is_said(self, raw):
        """In a sentence about people."""
        with pytest.raises(NobodyError):
            reads(raw)

    def test_a_file_that_is_too_large_is_said(self):
        """Before it is read."""
        with pytest.raises(TooLargeError):
            reads(b"Name\n" + b"a\n" * LARGEST)

    @settings(max_examples=30)
    @given(st.binary(max_size=300))
    def test_no_file_breaks_it(self, raw):
        """Whatever the bytes are, they are people, or there is a sentence."""
        for begin in (b"", b"Name,Notes\n", b"BEGIN:VCARD\n", b"BEGIN:VCARD\nFN:A\nN;"):
            try:
                found = look(begin + raw).every
            except AjarError:
                continue
            assert all(each.person.name for each in found)


class TestKnown:
    """Who is known again."""

    def test_by_page_address_or_name(self):
        """And the reason is told."""
        here = [
            Person(id="1", name="Amara Okafor", link="https://www.linkedin.com/in/amara"),
            Person(id="2", name="Tom Bell", address="t@x.org"),
            Person(id="3", name="Eva Holm", organisation="Leeds"),
            Person(id="4", name="Max Berg"),
        ]
        rows = [
            "Amara,Bello,https://www.linkedin.com/in/amara,,,,",
            "T.,Bell,,T@x.org,,,",
            "Eva,Holm,,,leeds,,",
            "Max,Berg,,,York,,",
            "New,Person,,,,,",
        ]
        looked_at = look(LINKEDIN + "\n".join(rows), here)
        assert [(e.known.id if e.known else None, e.why) for e in looked_at.every] == [
            ("1", Why.LINK),
            ("2", Why.ADDRESS),
            ("3", Why.NAME_AND_ORGANISATION),
            ("4", Why.NAME),
            (None, None),
        ]

    def test_the_same_name_elsewhere_is_somebody_new(self):
        """Nobody is left out because of a namesake."""
        here = [Person(id="1", name="Amara Okafor", organisation="York")]
        assert len(look(LINKEDIN + "Amara,Okafor,,,Leeds,,", here).new) == 1

    def test_a_family_comes_in_whole(self):
        """One number in a house, one address at work: each of them is somebody."""
        rows = "Mary Brown,0113 496 0001,\nJoe Brown,0113 496 0001,\n"
        rows += "Anna Smith,,info@acme.org\nAnna Jones,,info@acme.org\n"
        assert len(planned(look("Name,Phone,E-mail\n" + rows), Wishes()).new) == 4

    def test_twice_in_one_file_is_once(self):
        """The second row points to the first."""
        looked_at = look(connections(20))
        assert (len(looked_at.new), len(looked_at.twins)) == (20, 2)
        assert [each.above for each in looked_at.twins] == [0, 10]


class TestWishes:
    """What the person wants of it."""

    HERE = Person(id="1", name="Amara Okafor", role="Nurse")
    ROW = "Amara,Okafor,,a@x.org,Leeds,Matron,12 Mar 2024\nTom,Bell,,,,,"

    def plan(self, twins, **more):
        """What would be written."""
        return planned(look(LINKEDIN + self.ROW, [self.HERE]), Wishes(twins, **more))

    def test_a_known_card_is_left_as_it_is(self):
        """Unless the person says otherwise."""
        plan = self.plan(Twins.LEAVE)
        assert [each.name for each in plan.new] == ["Tom Bell"]
        assert plan.filled == ()

    def test_only_what_is_empty_is_filled(self):
        """No word of the person's own is written over, and no clock is touched."""
        [card] = self.plan(Twins.FILL).filled
        assert (card.role, card.address, card.organisation) == ("Nurse", "a@x.org", "Leeds")
        assert card.known_since == date(2024, 3, 12)

    @pytest.mark.parametrize(
        "clock",
        [{}, {"hires": True}, {"closeness": Closeness.WARM}, {"every_days": 30}],
    )
    def test_a_list_moves_no_clock(self, clock):
        """Whoever rested rests, and whoever is due is due on their day."""
        here = Person(id="1", name="Amara Okafor", **clock)
        raw = (
            "Name,Role,Connected On,Closeness,Recruiter\nAmara Okafor,Nurse,12 Mar 2024,Warm,yes\n"
        )
        [card] = planned(look(raw, [here]), Wishes(Twins.FILL)).filled
        assert card.role == "Nurse"
        assert rests(card, NONE_YET) is rests(here, NONE_YET)
        assert next_on(card, NONE_YET, TODAY) == next_on(here, NONE_YET, TODAY)

    def test_a_card_that_lacks_nothing_is_not_filled(self):
        """Nothing is written for nothing."""
        here = Person(id="1", name="Tom Bell")
        assert planned(look(LINKEDIN + "Tom,Bell,,,,,", [here]), Wishes(Twins.FILL)).filled == ()

    def test_both_are_kept_on_request(self):
        """Two cards then, to be looked at later."""
        assert [e.name for e in self.plan(Twins.KEEP).new] == ["Amara Okafor", "Tom Bell"]

    def test_one_row_fills_the_other(self):
        """Who stands twice in the file comes in once, with what both rows tell."""
        raw = LINKEDIN + "Tom,Bell,,t@x.org,,,\nTom,Bell,,,,Cook,\nTom,Bell,,,,Waiter,"
        [tom] = planned(look(raw), Wishes(Twins.FILL)).new
        assert (tom.address, tom.role) == ("t@x.org", "Cook")

    def test_all_who_are_new_are_put_in_one_place(self):
        """One circle, one tag; what the list tells itself stands."""
        plan = self.plan(Twins.FILL, circle=Circle.ONLINE, tag=" fair ")
        assert [(each.circle, each.tags) for each in plan.new] == [(Circle.ONLINE, ("fair",))]
        assert plan.filled[0].circle is None
        raw = "Name,Circle,Tags\nEva,Family,fair\n"
        [eva] = planned(look(raw), Wishes(circle=Circle.WORK, tag="fair")).new
        assert (eva.circle, eva.tags) == (Circle.FAMILY, ("fair",))


class TestCards:
    """Address books: vCard 2.1, 3.0 and 4.0."""

    def test_quoted_printable_of_an_old_phone(self):
        """2.1, with letters in two codes, soft line breaks and bare parameters."""
        raw = (
            b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
            b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r\n"
            b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=\r\n M=C3=BCller\r\n"
            b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo =3D 2\r\n"
            b"ORG;CHARSET=ISO-8859-1:Klinik M\xfcnchen;Station 3\r\n"
            b"TEL;CELL;VOICE:+49 170 1234567\r\nEMAIL;INTERNET:j@x.de\r\nEND:VCARD\r\n"
        )
        [one] = people(raw)
        assert one == Person(
            name="Jörg Müller",
            organisation="Klinik München, Station 3",
            phone="+49 170 1234567",
            address="j@x.de",
            notes="one\ntwo = 2",
        )

    def test_folded_lines_groups_and_escapes(self):
        """3.0, as a computer writes it: item1., lines that go on, commas that are meant."""
        raw = (
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ama\n ra Okafor\nN:Okafor;Amara;;;\n"
            "item1.EMAIL;type=INTERNET:second@x.org\n"
            "item2.EMAIL;type=INTERNET;type=pref:first@x.org\n"
            "item1.X-ABLabel:_$!<Work>!$_\nTITLE:Nurse\\, night\\; ward\n"
            "NOTE:One\\nTwo\\\\three\nCATEGORIES:Choir,myContacts,a\\,b\n"
            "URL:https\\://x.org\nX-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/a\n"
            "END:VCARD\n"
        )
        [one] = people(raw)
        assert (one.name, one.role, one.tags) == (
            "Amara Okafor",
            "Nurse, night; ward",
            ("Choir", "a,b"),
        )
        assert (one.address, one.link) == ("first@x.org", "https://www.linkedin.com/in/a")
        assert one.notes == "One\nTwo\\three\n\nsecond@x.org \u00b7 https://x.org"

    def test_the_newest_kind(self):
        """4.0: numbers as addresses, parameters in quotes, a picture in the line."""
        raw = (
            'BEGIN:VCARD\nVERSION:4.0\nFN:Amara Okafor\nTEL;VALUE=uri;TYPE="voice,home:x":'
            "tel:+44-113-496-0000\nEMAIL;PREF=1:a@x.org\nPHOTO:data:image/jpeg;base64,AAAA\n"
            "BDAY:--0203\nKIND:individual\nEND:VCARD\n"
        )
        [one] = people(raw)
        assert one == Person(name="Amara Okafor", phone="+44-113-496-0000", address="a@x.org")

    @pytest.mark.parametrize(
        ("lines", "name"),
        [
            ("N:Okafor;Amara;J.;;", "Amara J. Okafor"),
            ("N:;;;;\nNICKNAME:Ama", "Ama"),
            ("ORG:City Hospital;Ward 3", "City Hospital"),
            ("FN:\nN:Okafor", "Okafor"),
        ],
    )
    def test_a_card_without_its_full_name(self, lines, name):
        """The parts of the name stand for it, or what the card is called by."""
        assert people(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n")[0].name == name

    def test_a_picture_is_passed_over_however_it_is_folded(self):
        """With a space before each line, without, and one that breaks off."""
        for photo in ("AAAA\n BBBB==\n\n", "AAAA\nBBBB==\n", "AA\n A"):
            raw = f"BEGIN:VCARD\nFN:Amara\nPHOTO;BASE64:{photo}\nTITLE:Nurse\nEND:VCARD\n"
            assert (people(raw), troubles(raw)) == ([Person(name="Amara", role="Nurse")], [])

    def test_a_broken_card_keeps_no_other_out(self):
        """It is counted and left out; the good ones around it come in."""
        raw = (
            "BEGIN:VCARD\nFN:First\nEND:VCARD\nBEGIN:VCARD\nFN:Broken\n"
            "BEGIN:VCARD\nFN:Third\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n"
            "BEGIN:VCARD\nFN:Fifth\nsome stray words\nEND:VCARD\n"
            "BEGIN:VCARD\nFN:Choir\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
            "BEGIN:VCARD\nFN:Breaks off"
        )
        assert [each.name for each in people(raw)] == ["First", "Third", "Fifth"]
        assert troubles(raw) == [
            (2, PersonTrouble.BROKEN),
            (4, PersonTrouble.NO_NAME),
            (5, PersonTrouble.STRAY),
            (6, PersonTrouble.GROUP),
            (7, PersonTrouble.BROKEN),
        ]

    @pytest.mark.parametrize(
        ("charset", "name"),
        [
            ("undefined", "Zo+2AA-e"),
            ("utf-7", "Zo?e"),
            ("\x00", "Zo+2AA-e"),
            ("nobody-knows", "Zo+2AA-e"),
        ],
    )
    def test_a_code_that_is_none_stops_no_address_book(self, charset, name):
        """The card comes in as well as it can be read, and so do those around it."""
        odd = f"BEGIN:VCARD\nFN;CHARSET={charset}:Zo+2AA-e\nEND:VCARD\n"
        raw = f"BEGIN:VCARD\nFN:First\nEND:VCARD\n{odd}BEGIN:VCARD\nFN:Third\nEND:VCARD\n"
        assert [each.name for each in people(raw)] == ["First", name, "Third"]

    @settings(max_examples=50)
    @given(
        st.sampled_from(sorted({*aliases.values(), "undefined", "idna"})), st.binary(max_size=30)
    )
    def test_no_code_of_letters_breaks_it(self, charset, text):
        """Whatever a card calls its code, and whatever stands in it."""
        odd = b"BEGIN:VCARD\nFN;CHARSET=" + charset.encode() + b":" + text + b"\nEND:VCARD\n"
        found = people(odd + b"BEGIN:VCARD\nFN:Last\nEND:VCARD\n")
        assert found[-1].name == "Last"

    def test_a_house_is_an_address_where_there_is_no_other(self):
        """Its parts stand on one line; with an e-mail address it stays out."""
        lines = "FN:Amara\nADR;TYPE=home:;;12 High St\\nFlat 2;Leeds;;LS1 1AA;UK\n"
        [one] = people(f"BEGIN:VCARD\n{lines}END:VCARD\n")
        assert one.address == "12 High St Flat 2, Leeds, LS1 1AA, UK"
        [one] = people(f"BEGIN:VCARD\n{lines}EMAIL:a@x.org\nEND:VCARD\n")
        assert one.own_words == ("Amara", "a@x.org")

    def test_what_is_one_line_of_a_card_stays_one_line(self):
        """Whatever stands on it, escaped or not."""
        lines = "NICKNAME:Ama\\nO\nORG:Leeds\\nTrust;Ward 3\nTITLE:Night\\n nurse\n"
        [one] = people(f"BEGIN:VCARD\n{lines}END:VCARD\n")
        assert (one.name, one.organisation, one.role) == (
            "Ama O",
            "Leeds Trust, Ward 3",
            "Night nurse",
        )

    def test_a_card_within_a_card_is_passed_over(self):
        """The agent of 2.1 is nobody of the person's own."""
        raw = (
            "BEGIN:VCARD\nFN:Amara\nAGENT:\nBEGIN:VCARD\nFN:Her agent\nEND:VCARD\n"
            "TITLE:Nurse\nEND:VCARD\n"
        )
        assert people(raw) == [Person(name="Amara", role="Nurse")]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_marks_of_encodings(self, encoding):
        """As some programs begin their files."""
        raw = "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode(encoding)
        assert people(raw) == [Person(name="Zoë")]

    def test_too_many_and_none(self):
        """Each has its sentence."""
        with pytest.raises(TooManyCardsError):
            read_cards(b"BEGIN:VCARD\nEND:VCARD\n" * 10_001, WORDS)
        with pytest.raises(TooManyCardsError):
            read_cards(b" " * (LARGEST_CARDS + 1), WORDS)
        with pytest.raises(NoCardsError):
            read_cards(b"FN:Amara", WORDS)


class TestTakingIn:
    """Written in one commit, taken back in one."""

    RAW = LINKEDIN + "Amara,Okafor,,a@x.org,Leeds,,\nTom,Bell,,,,,\n"

    @pytest.fixture
    def amara(self, workspace):
        """Somebody who is here already, without an address."""
        return workspace.people.add(Person(name="Amara Okafor", role="Nurse"))

    def take(self, workspace, id_="first", twins=Twins.FILL, raw=RAW):
        """Bring a file in."""
        plan = planned(look(raw, workspace.people.all()), Wishes(twins))
        return take_people_in(workspace, plan, id_)

    def test_one_commit_and_only_once(self, workspace, amara, monkeypatch):
        """All of it or nothing, and a second click adds nothing."""
        saved = []
        save = MemoryStorage._save
        monkeypatch.setattr(MemoryStorage, "_save", lambda *a: (saved.append(1), save(*a))[1])
        assert self.take(workspace) == (1, 1)
        assert len(saved) == 1
        assert workspace.people.get(amara.id).address == "a@x.org"
        assert self.take(workspace, twins=Twins.KEEP) == (0, 0)
        assert len(workspace.people.all()) == 2

    def test_a_safety_copy_is_kept(self, on_disk, home):
        """As before every import."""
        on_disk.people.add(Person(name="Eva"))
        self.take(on_disk)
        assert any("import" in each.name for each in (home / "backups").iterdir())

    def test_one_is_kept_too_where_cards_are_only_filled(self, on_disk, home):
        """Nothing is changed by a list without a way back."""
        on_disk.people.add(Person(name="Eva"))
        assert self.take(on_disk, raw="Name,Phone\nEva,0113 496 0000\n") == (0, 1)
        assert any("removal" in each.name for each in (home / "backups").iterdir())

    def test_a_list_that_brings_nothing_writes_nothing(self, workspace):
        """Everybody in it is here already."""
        workspace.people.add(Person(name="Eva"))
        before = workspace.revision
        assert self.take(workspace, raw="Name\nEva\n") == (0, 0)
        assert workspace.revision == before

    def test_it_is_taken_back_with_what_it_filled(self, workspace, amara):
        """The card is empty where it was empty, and says what it said."""
        self.take(workspace)
        [one] = people_imports_in(workspace)
        assert (len(one.untouched), len(one.filled)) == (1, 1)
        take_people_back(workspace, "first")
        [left] = workspace.people.all()
        stamps = {"rev", "updated_at"}
        assert left.model_dump(exclude=stamps) == amara.model_dump(exclude=stamps)
        assert people_imports_in(workspace) == ()

    def test_taking_it_back_can_be_turned_back(self, workspace, amara):
        """Every card says again what it said, and it can be taken back once more."""
        self.take(workspace)
        told = {str(each) for each in OWN}
        before = {each.id: each.model_dump(include=told) for each in workspace.people.all()}
        turn_back(workspace, take_people_back(workspace, "first"))
        after = {each.id: each.model_dump(include=told) for each in workspace.people.all()}
        assert after == before
        assert amara.id in before
        [one] = people_imports_in(workspace)
        assert (len(one.untouched), len(one.filled)) == (1, 1)
        take_people_back(workspace, "first")
        assert [each.address for each in workspace.people.all()] == [""]

    def test_what_was_changed_since_is_kept(self, workspace, amara):
        """A card that the person wrote on is theirs now."""
        self.take(workspace)
        for each in workspace.people.all():
            workspace.people.replace(each.model_copy(update={"notes": "Tea in May"}))
        assert people_imports_in(workspace) == ()
        assert take_people_back(workspace, "first").gone == ()
        assert workspace.people.get(amara.id).address == "a@x.org"
        assert len(workspace.people.all()) == 2

    def test_who_is_named_elsewhere_is_kept(self, workspace):
        """A contact, or somebody whom they introduced, holds them here."""
        self.take(workspace)
        amara, tom = workspace.people.all()
        workspace.touchpoints.add(Touchpoint(person_id=amara.id, happened_on=TODAY))
        [one] = people_imports_in(workspace)
        assert (one.untouched, one.kept) == ((tom,), (amara,))
        workspace.people.add(Person(name="Eva", introduced_by=tom.id))
        assert people_imports_in(workspace) == ()

    def test_of_two_lists_each_is_taken_back_by_itself(self, workspace, amara):
        """What the other one filled stays filled, whichever goes first."""
        self.take(workspace)
        self.take(workspace, "second", raw="Name,Phone\nAmara Okafor,0113 496 0000\n")
        assert [each.id for each in people_imports_in(workspace)] == ["second", "first"]
        take_people_back(workspace, "first")
        card = workspace.people.get(amara.id)
        assert (card.address, card.phone) == ("", "0113 496 0000")
        take_people_back(workspace, "second")
        assert workspace.people.get(amara.id).phone == ""

    def test_a_card_that_changed_meanwhile_is_not_written_over(self, workspace, amara):
        """Nothing comes in then."""
        plan = planned(look(self.RAW, workspace.people.all()), Wishes(Twins.FILL))
        workspace.people.replace(amara.model_copy(update={"address": "own@x.org"}))
        with pytest.raises(EditedElsewhereError):
            take_people_in(workspace, plan, "first")
        assert [each.address for each in workspace.people.all()] == ["own@x.org"]

    def test_an_import_that_is_gone_takes_nothing(self, workspace):
        """A second click on taking back does nothing."""
        assert take_people_back(workspace, "first").gone == ()


LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from("=,;:\"'\\@*|"),
    max_size=60,
).map(str.strip)
ITEMS = st.lists(LINES.filter(bool), unique=True, max_size=3).map(tuple)
EVERYBODY = st.lists(
    st.builds(
        Person,
        id=st.uuids().map(lambda each: each.hex),
        name=LINES.filter(bool),
        organisation=LINES,
        role=LINES,
        phone=LINES,
        link=LINES,
        circle=st.none() | st.sampled_from(Circle),
        closeness=st.none() | st.sampled_from(Closeness),
        helps=st.lists(st.sampled_from(Help), unique=True).map(tuple),
        made_shift=st.booleans(),
        knows=ITEMS,
        could_give=st.lists(LINES, max_size=3).map("\n".join).map(str.strip),
        notes=st.lists(LINES, max_size=3).map("\n".join).map(str.strip),
        known_since=st.none() | st.dates(date(1990, 1, 1), TODAY),
        every_days=st.none() | st.integers(7, 1095),
        stopped_on=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    ),
    min_size=1,
    max_size=4,
)


class TestTakingOut:
    """What goes out comes back."""

    @settings(max_examples=30)
    @given(EVERYBODY)
    def test_a_table_comes_back_as_it_was(self, everybody):
        """Every field of every card, whatever was written in it."""
        raw = as_people_csv(everybody, LABELS)
        back = people(raw)
        told = {str(each) for each in OWN}
        assert [each.model_dump(include=told) for each in back] == [
            each.model_dump(include=told) for each in everybody
        ]

    def test_the_last_contact_goes_with_them(self):
        """Noted in the log or told before it, whichever is later; a list holds no log."""
        told = {"spring": date(2026, 3, 1), "autumn": date(2025, 10, 1)}
        logged = Contacts(last_on=told["spring"])
        people = [
            Person(id="a", name="Ida"),
            Person(id="b", name="Bo", last_before=told["autumn"]),
            Person(id="c", name="Cy", last_before=told["autumn"]),
        ]
        out = with_last_contact(people, {"a": logged, "b": logged})
        assert [each.last_before for each in out] == [*[told["spring"]] * 2, told["autumn"]]

    @settings(max_examples=30)
    @given(EVERYBODY)
    def test_everybody_who_went_out_is_known_on_the_way_in(self, everybody):
        """As a table and as cards: nobody would come in a second time."""
        for raw in (as_people_csv(everybody, LABELS), as_vcards(everybody)):
            looked_at = look(raw, everybody)
            assert len(looked_at.every) == len(everybody)
            assert looked_at.new == ()

    @pytest.mark.parametrize("address", ["12 High St; Leeds, UK", "a@x.org", ""])
    def test_how_somebody_is_reached_comes_back(self, address):
        """A postal address too, where there is no other."""
        [back] = people(as_vcards([Person(name="Amara", address=address)]))
        assert back.address == address

    @settings(max_examples=30)
    @given(EVERYBODY)
    def test_cards_are_folded_and_come_back(self, everybody):
        """No line is longer than 75 bytes, no letter is cut, and no word is lost."""
        raw = as_vcards(everybody)
        assert max(map(len, raw.split(b"\r\n"))) <= 75
        for one, back in zip(everybody, people(raw), strict=True):
            assert (back.name, back.organisation, back.role) == (
                " ".join(one.name.split()),
                one.organisation,
                one.role,
            )
            assert back.notes == one.notes

    @pytest.mark.parametrize("letter", ["x", "ü", "\U0001f31f"])
    def test_a_long_line_goes_on_in_the_next(self, letter):
        """As full as a line may be, and not a byte more; no letter is cut in two."""
        raw = as_vcards([Person(name="Amara", notes=letter * 400)])
        lengths = [len(line) for line in raw.split(b"\r\n")]
        assert 75 - len(letter.encode()) < max(lengths) <= 75
        assert people(raw)[0].notes == letter * 400
        assert "\ufffd" not in raw.decode(errors="replace")

    def test_no_cell_is_a_formula(self):
        """A spreadsheet program calculates nothing of a person's words."""
        raw = as_people_csv([Person(name="=1+1", notes="@home")], LABELS).decode("utf-8-sig")
        assert "'=1+1" in raw
        assert "'@home" in raw
