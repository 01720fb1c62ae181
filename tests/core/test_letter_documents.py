"""A letter as a document for a word processor and as PDF says what the screen shows."""

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream

from core.exports import glyphs
from core.exports.glyphs import FOLDER, SHIPPED, mark, setting, shipped_characters
from core.exports.letters import pdf
from core.exports.letters.pdf import pdf_file
from core.exports.letters.sheet import Sheet
from core.exports.letters.word import word_file
from core.exports.paper import Paper
from core.exports.paragraphs import paragraph

DAY = date(2026, 3, 12)
HEBREW = "שלום יונס, תודה"
MARKUP = (
    '#eval(read("/x")) $x$ *b* _i_ = h \\ @r <l> // c /* d #include "a.typ" {{ s }} <w:p/> &amp;'
)
LETTER = Sheet(
    subject="Your offer for the Operations Lead role",
    body="Dear Jonas,\n\nThank you for the offer. I have decided not to accept it.\n\n"
    "With thanks,\nAmara",
    day=DAY,
    date_line="12 March 2026",
    from_name="Amara Okafor",
    from_line="amara@example.org",
    to_name="Jonas Weber",
    to_address="Analytics Ltd\n1 High Street",
)

EUROPEAN = [
    each
    for each in map(chr, range(0x110000))
    if unicodedata.name(each, "").startswith(("LATIN ", "GREEK ", "CYRILLIC "))
    and unicodedata.category(each)[0] == "L"
]
european = st.text(st.sampled_from([*EUROPEAN, *" ,.-'“”—€£0123456789\n"]))
any_text = st.one_of(
    st.text(),
    st.text(st.characters(), max_size=40),
    st.text(st.sampled_from("אבגם \u0627ബتث12()é\u0301\u200d\ufe0f👩🏽💻❤中\n\t")),
    st.just(MARKUP),
)


def sheet(subject="", body="", **more):
    """A letter of the day."""
    return Sheet(subject=subject, body=body, day=DAY, **more)


def written(raw):
    """The paragraphs of a .docx, each as another reader sees it."""
    return [each.text for each in docx.Document(BytesIO(raw)).paragraphs]


def parts(raw):
    """The files in a .docx by their names."""
    with ZipFile(BytesIO(raw)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def printed(raw):
    """The text of a PDF without its spaces, which are places on a page and not characters."""
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(raw)).pages)
    return squeezed(text)


def squeezed(text):
    """A text without spaces and invisible signs, its joined letters apart."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if not each.isspace() and each not in "\u200b\u00ad")


def blanks(raw):
    """How often a PDF shows the empty box that stands for a missing character."""
    reader = PdfReader(BytesIO(raw))
    return sum(map(_blanks_on, reader.pages))


def _blanks_on(page):
    fonts = page["/Resources"].get("/Font", {})
    wide, count = False, 0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"Tf":
            wide = fonts[operands[0]]["/Subtype"] == "/Type0"
        elif operator in (b"Tj", b"TJ") and wide:
            shown = operands[0] if isinstance(operands[0], list) else operands
            raw = b"".join(each.original_bytes for each in shown if hasattr(each, "original_bytes"))
            count += [raw[i : i + 2] for i in range(0, len(raw), 2)].count(b"\0\0")
    return count


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Return a function that gives the machine typefaces of its own: names and characters."""
    monkeypatch.setattr(glyphs, "_machine_families", glyphs._machine_families.__wrapped__)
    monkeypatch.setattr(glyphs, "_helpers", glyphs._helpers.__wrapped__)

    def has(**families):
        for name, characters in families.items():
            make_typeface(tmp_path / f"{name}.ttf", name, characters)
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[FOLDER, tmp_path],
        )
        monkeypatch.setattr(glyphs, "every_font", lambda: fonts)
        monkeypatch.setattr(pdf, "every_font", lambda: fonts)

    has()
    return has


def start_of(body):
    """How far from the left, in points, the first words of a letter begin."""
    page = PdfReader(BytesIO(pdf_file(sheet("", body)).content)).pages[0]
    places = []
    page.extract_text(visitor_operand_before=lambda op, _, cm, tm: places.append((op, cm, tm)))
    return next(cm[4] + tm[4] for op, cm, tm in places if op in (b"Tj", b"TJ"))


def make_typeface(path, name, characters):
    """Write a typeface with a box for each character."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box = pen.glyph()
    names = [".notdef", *(f"u{ord(each):X}" for each in characters)]
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({ord(each): f"u{ord(each):X}" for each in characters})
    build.setupGlyf(dict.fromkeys(names, box))
    build.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    build.setupOS2(usWeightClass=400)
    build.setupPost()
    build.save(path)


class TestWord:
    """The .docx carries everything."""

    def test_it_holds_the_whole_letter(self):
        """Sender, day, recipient, subject and every paragraph stand in it, in this order."""
        assert written(word_file(LETTER)) == [
            "Amara Okafor",
            "amara@example.org",
            "12 March 2026",
            "Jonas Weber\nAnalytics Ltd\n1 High Street",
            "Your offer for the Operations Lead role",
            "Dear Jonas,",
            "Thank you for the offer. I have decided not to accept it.",
            "With thanks,\nAmara",
        ]

    @settings(deadline=None)
    @given(any_text, any_text, any_text)
    def test_any_text_comes_back(self, subject, body, name):
        """Whatever the script, another reader finds the same paragraphs, character by character."""
        letter = sheet(subject, body, from_name=name)
        head = [each for each in (letter.from_name, letter.subject) if each]
        body = [each.text for each in letter.paragraphs]
        assert written(word_file(letter)) == head + body

    @settings(deadline=None, max_examples=50)
    @given(any_text, any_text)
    def test_every_part_is_sound(self, subject, body):
        """Each file in it that has words of the letter is XML that any parser reads."""
        for name, raw in parts(word_file(sheet(subject, body))).items():
            if name in ("word/document.xml", "docProps/core.xml", "_rels/.rels"):
                ET.fromstring(raw)  # noqa: S314 - our own file

    def test_the_same_letter_is_the_same_file(self):
        """No clock, no chance: the bytes are the same."""
        assert word_file(LETTER) == word_file(LETTER)

    def test_it_tells_nothing_but_the_letter(self):
        """Its properties are the subject, the person's name and the day, and nothing else."""
        about = docx.Document(BytesIO(word_file(LETTER))).core_properties
        assert (about.title, about.author, about.last_modified_by) == (
            LETTER.subject,
            LETTER.from_name,
            LETTER.from_name,
        )
        assert about.created == about.modified == datetime(2026, 3, 12, tzinfo=UTC)
        assert (about.comments, about.keywords, about.subject) == ("", "", "")

    def test_no_program_and_no_picture_is_named(self):
        """The library's template leaves no trace: neither its maker, its program nor its cover."""
        files = parts(word_file(LETTER))
        assert not [each for each in files if "thumbnail" in each or "app.xml" in each]
        said = b" ".join(files.values()).lower()
        assert not [each for each in (b"python", b"macintosh", b"ajar") if each in said]

    def test_without_a_name_nobody_is_the_author(self):
        """A letter without a sender has no author."""
        about = docx.Document(BytesIO(word_file(sheet("s", "b")))).core_properties
        assert (about.author, about.last_modified_by) == ("", "")

    @pytest.mark.parametrize(
        ("paper", "width", "height", "language"),
        [(Paper.A4, 210, 297, "en-GB"), (Paper.LETTER, 215.9, 279.4, "en-US")],
    )
    def test_it_fits_the_paper(self, paper, width, height, language):
        """The page has the size of the paper, and the spelling is that of its country."""
        made = docx.Document(BytesIO(word_file(sheet("s", "b", paper=paper))))
        page = made.sections[0]
        assert (page.page_width.mm, page.page_height.mm) == pytest.approx((width, height), abs=0.1)
        assert made.core_properties.language == language
        assert f'w:lang w:val="{language}"' in made.styles.element.xml

    def test_it_runs_from_right_to_left_where_the_words_do(self):
        """A Hebrew paragraph begins on the right; a Latin name in it still runs to the right."""
        made = docx.Document(BytesIO(word_file(sheet("s", f"{HEBREW} NVIDIA.\n\nDear"))))
        hebrew, latin = made.paragraphs[1:]
        assert "<w:bidi/>" in hebrew._p.xml
        assert [(each.text, bool(each.font.rtl)) for each in hebrew.runs] == [
            (f"{HEBREW} ", True),
            ("NVIDIA", False),
            (".", True),
        ]
        assert "<w:bidi/>" not in latin._p.xml

    def test_the_marks_of_a_paragraph_stand_in_their_order(self):
        """Word reads a paragraph's properties in the order of the standard only."""
        xml = parts(word_file(sheet(HEBREW, f"{HEBREW}\n\n{HEBREW}", from_name=HEBREW)))
        looks = re.findall(r"<w:pPr>(.*?)</w:pPr>", xml["word/document.xml"].decode())
        order = ["w:keepNext", "w:bidi", "w:spacing"]
        for look in looks:
            found = [order.index(each) for each in re.findall(r"<(w:\w+)", look)]
            assert found == sorted(found)

    def test_the_name_below_is_not_left_alone(self):
        """The last but one paragraph keeps with the close of the letter."""
        made = docx.Document(BytesIO(word_file(LETTER)))
        kept = [bool(each.paragraph_format.keep_with_next) for each in made.paragraphs]
        assert kept == [False] * 6 + [True, False]


class TestPdf:
    """The PDF shows the letter, and says what it could not show."""

    def test_it_holds_the_whole_letter(self):
        """Sender, day, recipient, subject and body can be read in it, in this order."""
        made = pdf_file(LETTER)
        assert printed(made.content) == squeezed(LETTER.all_text)
        assert made.missing == ()

    @settings(deadline=None)
    @given(european, european)
    def test_european_letters_are_always_there(self, subject, body):
        """Whatever is Latin, Greek or Cyrillic is shown, without help of the machine."""
        letter = sheet(subject, body)
        made = pdf_file(letter)
        assert made.missing == ()
        assert blanks(made.content) == 0
        assert printed(made.content) == squeezed(letter.all_text)

    @settings(deadline=None)
    @given(any_text, any_text)
    @example("\u200d", "\u0301a\ufe0f")
    def test_no_empty_box_is_ever_shown(self, subject, body):
        """Any text at all is set, with the typefaces of whichever machine this is."""
        assert blanks(pdf_file(sheet(subject, body)).content) == 0

    def test_an_empty_box_would_be_seen(self):
        """The look for empty boxes finds one where nobody has looked characters up."""
        source = f'#set text(font: "{SHIPPED}", fallback: false)\nab 🌻 c 中'.encode()
        assert blanks(typst.compile(source, font_paths=glyphs.shipped_fonts())) == 2

    def test_a_missing_character_is_named(self, machine):
        """Where no typeface has it, its number and name stand there, and the result says so."""
        machine()
        made = pdf_file(sheet("Hello 🌻", "中 and 🌻\ue000"))
        assert made.missing == ("🌻", "中", "\ue000")
        text = printed(made.content)
        assert text.count("[U+1F33BSUNFLOWER]") == 2
        assert "[U+4E2DCJKUNIFIEDIDEOGRAPH-4E2D]and" in text
        assert "[U+E000]" in text
        assert blanks(made.content) == 0

    def test_the_machine_helps_where_it_can(self, machine):
        """A character that a typeface of the machine has is shown with it."""
        machine(Sunny="🌻", Other="中")
        made = pdf_file(sheet("Hello 🌻", "中 and 🎈"))
        assert made.missing == ("🎈",)
        assert "SUNFLOWER" not in printed(made.content)
        names = {str(each) for each in fonts_of(made.content)}
        assert {name.rpartition("+")[2] for name in names} == {
            "NotoSerif-Regular",
            "Sunny",
            "Other",
        }
        assert blanks(made.content) == 0

    def test_what_is_joined_needs_one_typeface(self, machine):
        """Where no one typeface has a letter and its mark, the mark is named, and the letter stays.

        A half from each of two would be shown as an empty box.
        """
        machine(Letters="א", Marks="\u05b8")
        made = pdf_file(sheet("", "א\u05b8 א"))
        assert made.missing == ("\u05b8",)
        assert blanks(made.content) == 0

    def test_emoji_come_from_a_typeface_of_emoji(self, machine):
        """A family of emoji goes before one that has the same sign in black."""
        machine(Abc="❤中", MyEmoji="❤🌻")
        assert setting("❤ 中 🌻").families == (SHIPPED, "MyEmoji", "Abc")

    def test_a_typeface_that_shows_nothing_is_passed_over(self, machine):
        """A family that has an empty box for everything is no help."""
        machine(LastResort="🌻")
        assert pdf_file(sheet("🌻")).missing == ("🌻",)

    def test_a_broken_typeface_is_passed_over(self, machine, tmp_path):
        """A file that cannot be read, or whose maker forbids its use, has no characters."""
        (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
        make_typeface(tmp_path / "kept.ttf", "Kept", "🌻")
        with TTFont(tmp_path / "kept.ttf") as font:
            font["OS/2"].fsType = 2
            font.save(tmp_path / "closed.ttf")
        for name in ("broken", "closed", "gone"):
            assert glyphs._characters(str(tmp_path / f"{name}.ttf"), 0) == frozenset()
        assert glyphs._characters(str(tmp_path / "kept.ttf"), 0) == {ord("🌻")}

    @settings(deadline=None)
    @given(st.text(st.sampled_from(MARKUP)))
    @example(MARKUP)
    @example('#read("letter.typ")')
    def test_nothing_is_read_as_markup(self, text):
        """The signs of the typesetter stand in the letter as they were written."""
        letter = sheet(text, text)
        assert printed(pdf_file(letter).content) == squeezed(letter.all_text)

    def test_the_same_letter_is_the_same_file(self):
        """No clock, no chance: the bytes are the same."""
        assert pdf_file(LETTER) == pdf_file(LETTER)

    def test_it_tells_nothing_but_the_letter(self):
        """Its title is the subject, its author the person; no day, no machine and no Ajar."""
        made = PdfReader(BytesIO(pdf_file(LETTER).content))
        assert (made.metadata.title, made.metadata.author) == (LETTER.subject, LETTER.from_name)
        assert set(made.metadata) <= {"/Title", "/Author", "/Creator"}
        assert made.metadata.creator.startswith("Typst")
        said = pdf_file(LETTER).content.lower() + made.xmp_metadata.stream.get_data().lower()
        assert b"ajar" not in said
        assert b"date>" not in said

    @pytest.mark.parametrize(
        ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))]
    )
    def test_it_fits_the_paper(self, paper, size):
        """The page has the size of the paper, in points."""
        page = PdfReader(BytesIO(pdf_file(sheet("s", "b", paper=paper)).content)).pages[0]
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size

    def test_only_a_long_letter_has_page_numbers(self):
        """One page bears no number; of several, each says which it is."""
        assert len(PdfReader(BytesIO(pdf_file(LETTER).content)).pages) == 1
        long = PdfReader(BytesIO(pdf_file(sheet("s", "One line.\n\n" * 60)).content))
        assert [page.extract_text().split("\n")[-1].strip() for page in long.pages] == [
            f"{each} / {len(long.pages)}" for each in range(1, len(long.pages) + 1)
        ]

    def test_the_name_below_is_not_left_alone(self):
        """The close never stands alone on a last page."""
        for count in range(12, 30):
            body = "A line of the letter.\n\n" * count + "With thanks,\nSam"
            last = PdfReader(BytesIO(pdf_file(sheet("s", body)).content)).pages[-1].extract_text()
            assert "A line of the letter." in last

    def test_a_long_address_stays_on_the_page(self):
        """A word wider than the page goes on in the next line."""
        page = PdfReader(BytesIO(pdf_file(sheet("", "a" * 300)).content)).pages[0]
        assert max(len(squeezed(each)) for each in page.extract_text().split("\n")) < 90

    def test_a_hebrew_letter_begins_on_the_right(self):
        """Its lines end at the right margin, as a Latin letter's begin at the left."""
        assert paragraph([HEBREW]).right_to_left
        assert start_of("Dear") < 100
        assert start_of("(12) אב") > 400


@pytest.mark.parametrize("make", [word_file, pdf_file])
def test_people_who_download_at_once_get_their_own(make):
    """In several threads at the same time, each letter is the one that it is alone."""
    letters = [sheet(f"Letter {each}", f"Dear {each},\n\n{HEBREW}") for each in range(16)]
    alone = [make(each) for each in letters]
    with ThreadPoolExecutor(4) as together:
        assert list(together.map(make, letters)) == alone
    assert len({repr(each) for each in alone}) == len(letters)


class TestTypeface:
    """The typeface that comes with Ajar."""

    def test_it_has_every_european_letter(self):
        """No letter of the Latin, Greek and Cyrillic scripts is missing, in either weight."""
        assert [each for each in EUROPEAN if ord(each) not in shipped_characters()] == []

    def test_it_has_the_signs_of_a_letter(self):
        """Nor are quotes, dashes, currencies and spaces."""
        assert set(
            map(ord, "“”„«»—…•·€£$¥₹§°№ \u2018\u2019\u2013\u00a0\u2009\u202f\u2011\n\t")
        ) <= (shipped_characters())

    def test_it_is_free_to_pass_on(self):
        """Its licence lies beside it, and the files say the same."""
        assert "SIL Open Font License" in (FOLDER / "OFL.txt").read_text("utf-8")
        for path in FOLDER.glob("*.ttf"):
            with TTFont(path) as font:
                assert "SIL Open Font License" in font["name"].getDebugName(13)
                assert font["name"].getDebugName(1) == SHIPPED
                assert font["OS/2"].fsType == 0

    def test_it_is_light(self):
        """Both weights together take less than a megabyte."""
        assert sum(each.stat().st_size for each in FOLDER.iterdir()) < 1_000_000

    def test_a_mark_names_a_character(self):
        """A mark says number and name; without a name, the number."""
        assert mark("🌻") == "[U+1F33B SUNFLOWER]"
        assert mark("\ue000") == "[U+E000]"


def fonts_of(raw):
    """The names of the typefaces in a PDF."""
    for page in PdfReader(BytesIO(raw)).pages:
        for font in page["/Resources"]["/Font"].values():
            yield font["/BaseFont"]
