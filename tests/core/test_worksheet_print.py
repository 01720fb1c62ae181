"""A printed worksheet fits its paper, keeps together what belongs together, and tells no more."""

import re
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from core.exports.paper import Paper
from core.exports.worksheets import pieces
from core.exports.worksheets.layout import Form, blank_leaf
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.pdf import pdf_file
from core.exports.worksheets.pen import MARGIN
from core.exports.worksheets.word import word_file
from core.worksheets.shelf import worksheets

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 12)
FORMS = [Form(paper, large) for paper in Paper for large in (False, True)]
HEBREW = "שלום עולם"
MARKUP = (
    '#eval(read("/x")) $x$ *b* _i_ = h \\ @r <l> // c /* d #include "a.typ" {{ s }} <w:p/> &amp;'
)
HOSTILE = (
    MARKUP,
    "#set page(fill: red)\n= Heading\n- item",
    f"{HEBREW} (12) NVIDIA",
    "👩🏽\u200d💻 🇩🇪 中文字 한국",
    "a\u0301\u200d\ufe0f",
    "W" * 200,
    "ж" * 200,
    "\x00\x1b[31m\ud800\uffff",
)
any_text = st.one_of(st.text(), st.text(st.characters(), max_size=40), st.sampled_from(HOSTILE))
forms = st.fixed_dictionaries(
    {"large": st.booleans(), "paper": st.sampled_from(Paper), "filled": st.booleans()}
)


def every_kind(text, *, large=False, paper=Paper.A4, filled=True):
    """A leaf with every kind of piece, each with this text where it has one."""
    head = pieces.Heading(number=1, text=f"H {text}", hint=text)
    option = pieces.Option(text=text or "-", hint=text, picked=True)
    columns = tuple(pieces.Column(title=text, hint=text, width=each) for each in pieces.Width)
    return Leaf(
        title=text or "Title",
        purpose=text,
        name_label="Name",
        name=text,
        date_label="Date",
        date=text,
        blocks=(
            head,
            pieces.Question(text=f"Q {text}", hint=text),
            pieces.Note(text=text, timed=True),
            pieces.Ruled(count=2),
            pieces.Fact(label=text, text=text, unit=text),
            pieces.Fact(label=text, unit="h"),
            pieces.Written(text=text),
            pieces.Listed(items=(text, "x"), numbered=True),
            pieces.Checks(options=(option, option), own=1),
            pieces.Scale(rows=(pieces.Rated(label=text, value=0),), low=text, high=text),
            pieces.Grid(columns=columns, rows=((text, text, "x"), ("", "", text)), empty=1),
            pieces.Grid(columns=columns * 4, rows=((text,) * 12,) * 2),
            pieces.Grid(columns=columns * 4, empty=2),
            pieces.Matrix(
                rows=(text, ""), columns=(text, "x"), values=(("1", text), ("", "3")), legend=text
            ),
            pieces.Sort(piles=("a", "b"), cards=(option,) * 3, own=1),
            pieces.Piles(piles=((text or "-", (text, "x")),)),
            pieces.IfThen(before_cue="If", before_action="then", cue=text, action=text),
            pieces.Sentence(text=text),
        ),
        next_label="Next",
        next_hint=text,
        next_step=text,
        settle=text,
        scope="scope",
        credit=text,
        paper=paper,
        large=large,
        filled=filled,
    )


def pages_of(raw):
    """The pages of a PDF."""
    return PdfReader(BytesIO(raw)).pages


def squeezed(text):
    """A text without spaces and invisible signs, its joined letters apart."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if not each.isspace() and each not in "\u200b\u00ad")


def printed(raw):
    """The text of a PDF without its spaces."""
    return squeezed("".join(page.extract_text() for page in pages_of(raw)))


def widths_of(font):
    """How wide each glyph of a typeface in a PDF is, in thousandths of its size."""
    kin = font["/DescendantFonts"][0].get_object()
    found, first = {}, None
    for each in kin["/W"]:
        value = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(value, list):
            found |= {int(first) + place: float(width) for place, width in enumerate(value)}
        first = value
    return found, float(kin.get("/DW", 1000))


def places(page):
    """Where each piece of text on a page begins and ends from the left, and how high it is."""
    fonts = page["/Resources"].get("/Font", {})
    tables = {name: widths_of(font) for name, font in fonts.items() if "/DescendantFonts" in font}
    state = {"font": None, "size": 0.0}
    found = []

    def visit(op, args, cm, tm):
        if op == b"Tf":
            state.update(font=args[0], size=float(args[1]))
        if op in (b"Tj", b"TJ") and state["font"] in tables:
            widths, usual = tables[state["font"]]
            total = 0.0
            for part in args[0] if isinstance(args[0], list) else args:
                raw = getattr(part, "original_bytes", None)
                if raw is None:
                    total -= float(part)
                    continue
                glyphs = (int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2))
                total += sum(widths.get(each, usual) for each in glyphs)
            left = cm[0] * tm[4] + cm[4]
            wide = total / 1000 * state["size"] * abs(tm[0]) * abs(cm[0])
            found.append((left, left + wide, cm[3] * tm[5] + cm[5]))

    page.extract_text(visitor_operand_before=visit)
    return found


def assert_on_the_page(raw):
    """Every text of a PDF lies on its page, with a margin around it."""
    for page in pages_of(raw):
        height = float(page.mediabox.height)
        for left, right, at in places(page):
            if right > left:
                assert left >= 30
                assert right <= float(page.mediabox.width) - 30
                assert 20 <= at <= height - 20


def parts(raw):
    """The files in a .docx by their names."""
    with ZipFile(BytesIO(raw)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def written(raw):
    """Every text of a .docx, in tables too, without its spaces."""
    root = ET.fromstring(parts(raw)["word/document.xml"])  # noqa: S314 - our own file
    return squeezed("".join(root.itertext()))


class TestPdf:
    """The PDF of a worksheet."""

    @pytest.mark.parametrize("form", FORMS, ids=str)
    @pytest.mark.parametrize("name", worksheets())
    def test_every_blank_worksheet_fits_its_pages(self, name, form):
        """At most as many pages as its file allows; large print may take more, not endless."""
        worksheet = worksheets()[name]
        made = pdf_file(blank_leaf(worksheet, form))
        assert made.pages == len(pages_of(made.content))
        assert made.pages <= (12 if form.large else worksheet.pages)
        assert made.missing == ()
        assert_on_the_page(made.content)

    @pytest.mark.parametrize("name", worksheets())
    def test_no_heading_stands_at_the_foot_of_a_page(self, name):
        """What asks and the place to answer are on one page, in every form."""
        worksheet = worksheets()[name]
        titles = {squeezed(each.title) for each in worksheet.steps}
        for form in FORMS:
            for page in pages_of(pdf_file(blank_leaf(worksheet, form)).content):
                lines = [squeezed(each) for each in page.extract_text().split("\n")]
                body = [each for each in lines if each][:-1]
                assert body[-1] not in titles

    def test_a_heading_keeps_with_its_lines_wherever_the_page_ends(self):
        """However much stands above it, a heading is followed by something on its page."""
        for count in range(14, 34):
            blocks = [pieces.Sentence(text=f"line {each}") for each in range(count)]
            lead = (pieces.Heading(number=1, text="HEADING"), pieces.Question(text="QUESTION"))
            for last in (
                pieces.Grid(columns=(pieces.Column(title="COLUMN"),), rows=(("CELL",),) * 9),
                pieces.Written(text="CELL"),
            ):
                leaf = Leaf(title="T", blocks=(*blocks, *lead, last), filled=True, large=True)
                on = [page.extract_text() for page in pages_of(pdf_file(leaf).content)]
                (page,) = (each for each in on if "HEADING" in each)
                assert "QUESTION" in page
                assert "CELL" in page

    def test_a_step_may_begin_a_new_page(self):
        """Where its file asks for it, on paper and for a word processor."""
        heading = pieces.Heading(number=1, text="FIRST")
        other = pieces.Heading(number=2, text="OTHER", on_new_page=True)
        line = pieces.Ruled(count=1)
        leaf = Leaf(title="T", blocks=(heading, line, other, line), next_label="N")
        first, second = (page.extract_text() for page in pages_of(pdf_file(leaf).content))
        assert "FIRST" in first
        assert "OTHER" not in first
        assert "OTHER" in second
        made = docx.Document(BytesIO(word_file(leaf, DAY)))
        breaks = [each.text for each in made.paragraphs if each.paragraph_format.page_break_before]
        assert breaks == ["2  OTHER"]

    def test_the_head_of_a_long_table_is_repeated(self):
        """On each page that it goes on to, and no row is torn apart."""
        rows = tuple((f"first {each}", f"last {each}") for each in range(90))
        columns = (pieces.Column(title="WHAT"), pieces.Column(title="PROOF"))
        leaf = Leaf(title="T", blocks=(pieces.Grid(columns=columns, rows=rows),), filled=True)
        texts = [page.extract_text() for page in pages_of(pdf_file(leaf).content)]
        assert len(texts) > 1
        for text in texts:
            assert ("WHAT" in text) == ("first" in text)
            assert re.findall(r"first (\d+)", text) == re.findall(r"last (\d+)", text)

    @settings(deadline=None, max_examples=12)
    @given(any_text, forms)
    @example("W" * 200, {"large": True})
    @example("ж" * 200, {"paper": Paper.LETTER, "filled": False})
    def test_any_text_stays_on_the_page(self, text, form):
        """Whatever was typed, in every kind of piece."""
        made = pdf_file(every_kind(text, **form))
        assert_on_the_page(made.content)

    def test_a_very_long_answer_runs_on(self):
        """Twenty thousand characters in a text and in a cell are all there."""
        long = "word " * 3_999 + "THEEND"
        columns = (pieces.Column(title="a"), pieces.Column(title="b"))
        blocks = (pieces.Written(text=long), pieces.Grid(columns=columns, rows=((long, "x"),)))
        made = pdf_file(Leaf(title="T", blocks=blocks, next_label="N", next_step=long, filled=True))
        assert printed(made.content).count("THEEND") == 3
        assert printed(made.content).count("word") == 3 * 3_999
        assert_on_the_page(made.content)

    @pytest.mark.parametrize("text", [MARKUP, HOSTILE[1]])
    def test_nothing_is_read_as_markup(self, text):
        """The signs of the typesetter stand on the sheet as they were written."""
        leaf = every_kind(text)
        there = printed(pdf_file(leaf).content)
        assert there.count(squeezed(text)) >= 10

    def test_what_cannot_be_shown_is_named(self):
        """A character that no typeface has is told, and its number stands in its place."""
        made = pdf_file(Leaf(title="a\ue000"))
        assert made.missing == ("\ue000",)
        assert "[U+E000]" in printed(made.content)

    def test_hebrew_begins_on_the_right(self):
        """An answer from right to left ends at the right margin of its place."""

        def left(text):
            leaf = Leaf(title="", blocks=(pieces.Written(text=text),), filled=True)
            return places(pages_of(pdf_file(leaf).content)[0])[0][0]

        assert left("hello") < 150
        assert left(f"(12) {HEBREW}") > 400

    @pytest.mark.parametrize(
        ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))]
    )
    def test_it_fits_the_paper(self, paper, size):
        """The page has the size of the paper, in points."""
        page = pages_of(pdf_file(Leaf(title="T", paper=paper)).content)[0]
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size

    def test_pages_are_numbered_where_there_are_several(self):
        """One page has no number; of several each says which it is, and later ones the title."""
        assert "/ 1" not in pages_of(pdf_file(Leaf(title="T")).content)[0].extract_text()
        leaf = Leaf(title="TITLE", blocks=(pieces.Ruled(count=60),), filled=True)
        texts = [page.extract_text() for page in pages_of(pdf_file(leaf).content)]
        for place, text in enumerate(texts, 1):
            assert f"{place} / {len(texts)}" in text
            assert "TITLE" in text

    def test_large_print_is_large(self):
        """What is written and asked is set in 18 points at least."""
        leaf = Leaf(title="T", blocks=(pieces.Sentence(text="hello"),), large=True, filled=True)
        sizes = []
        pages_of(pdf_file(leaf).content)[0].extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: "hello" in text and sizes.append(size)
        )
        assert sizes == [pytest.approx(18)]

    def test_the_same_leaf_is_the_same_file(self):
        """No clock, no chance: the bytes are the same."""
        assert pdf_file(every_kind("x")) == pdf_file(every_kind("x"))

    def test_it_tells_nothing_but_the_sheet(self):
        """Its title and who filled it in; no day, no machine and no Ajar."""
        raw = pdf_file(Leaf(title="Title", name="Amara")).content
        about = PdfReader(BytesIO(raw)).metadata
        assert (about.title, about.author) == ("Title", "Amara")
        assert set(about) <= {"/Title", "/Author", "/Creator"}
        assert b"ajar" not in raw.lower()
        assert PdfReader(BytesIO(pdf_file(Leaf(title="T")).content)).metadata.author in (None, "")


class TestWord:
    """The .docx of a worksheet."""

    @pytest.mark.parametrize("name", worksheets())
    def test_every_question_is_in_it(self, name):
        """Steps are headings of the document, tables are tables, and nothing is lost."""
        leaf = blank_leaf(worksheets()[name], Form())
        made = docx.Document(BytesIO(word_file(leaf, DAY)))
        headings = [each.text for each in made.paragraphs if each.style.name == "Heading 1"]
        steps = worksheets()[name].steps
        assert headings == [f"{place}  {each.title}" for place, each in enumerate(steps, 1)]
        there = written(word_file(leaf, DAY))
        for block in leaf.blocks:
            if isinstance(block, (pieces.Question, pieces.Note, pieces.Sentence)):
                assert squeezed(block.text) in there

    @settings(deadline=None, max_examples=12)
    @given(any_text, forms)
    def test_any_text_is_sound(self, text, form):
        """Whatever was typed, the file is XML that any parser reads, and the text is in it."""
        leaf = every_kind(text, **form)
        raw = word_file(leaf, DAY)
        for name, part in parts(raw).items():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(part)  # noqa: S314 - our own file
        assert written(raw).count(squeezed(leaf.blocks[-1].text)) >= 5 or not leaf.blocks[-1].text

    def test_a_table_is_a_table(self):
        """Its head is repeated on each page, its rows are whole, its widths fill the room."""
        columns = (pieces.Column(title="A"), pieces.Column(title="B"))
        leaf = Leaf(title="T", blocks=(pieces.Grid(columns=columns, rows=(("1", "2"),) * 40),))
        (table,) = docx.Document(BytesIO(word_file(leaf, DAY))).tables
        texts = [[cell.text for cell in row.cells] for row in table.rows]
        assert texts == [["A", "B"], *[["1", "2"]] * 40]
        xml = [row._tr.xml for row in table.rows]
        assert ["w:tblHeader" in each for each in xml] == [True, *[False] * 40]
        assert all("w:cantSplit" in each for each in xml)
        assert sum(column.width.mm for column in table.columns) == pytest.approx(
            210 - 2 * MARGIN, abs=1
        )

    def test_a_row_longer_than_a_page_may_be_split(self):
        """Else a word processor would cut it off."""
        grid = pieces.Grid(columns=(pieces.Column(title="A"),), rows=(("word " * 4_000,),))
        (table,) = docx.Document(BytesIO(word_file(Leaf(title="T", blocks=(grid,)), DAY))).tables
        assert "w:cantSplit" not in table.rows[1]._tr.xml

    def test_the_picked_number_stands_out(self):
        """White on teal and bold, so that it reads without colour too."""
        leaf = Leaf(title="T", blocks=(pieces.Scale(rows=(pieces.Rated(value=3),)),), filled=True)
        (table,) = docx.Document(BytesIO(word_file(leaf, DAY))).tables
        bold = [each.text for each in table.rows[0].cells if each.paragraphs[0].runs[0].font.bold]
        assert bold == ["3"]
        assert "1F625E" in table.rows[0].cells[3]._tc.xml

    def test_what_leads_keeps_with_what_follows(self):
        """A heading, its help and a question are never left alone at the foot of a page."""
        blocks = (
            pieces.Heading(number=1, text="H", hint="help"),
            pieces.Question(text="Q"),
            pieces.Ruled(count=4),
        )
        made = docx.Document(BytesIO(word_file(Leaf(title="T", blocks=blocks), DAY)))
        kept = {each.text: bool(each.paragraph_format.keep_with_next) for each in made.paragraphs}
        assert kept["1  H"]
        assert kept["help"]
        assert kept["Q"]

    @pytest.mark.parametrize(
        ("paper", "width", "height"), [(Paper.A4, 210, 297), (Paper.LETTER, 215.9, 279.4)]
    )
    def test_it_fits_the_paper(self, paper, width, height):
        """The page has the size of the paper."""
        made = docx.Document(BytesIO(word_file(Leaf(title="T", paper=paper), DAY)))
        page = made.sections[0]
        assert (page.page_width.mm, page.page_height.mm) == pytest.approx((width, height), abs=0.1)

    def test_hebrew_runs_from_the_right(self):
        """Its paragraph begins on the right, and its name for a page reads as usual."""
        leaf = Leaf(title="T", blocks=(pieces.Written(text=HEBREW),), filled=True)
        made = docx.Document(BytesIO(word_file(leaf, DAY)))
        (block,) = (each for each in made.paragraphs if each.text == HEBREW)
        assert "<w:bidi/>" in block._p.xml

    def test_the_same_leaf_is_the_same_file(self):
        """No clock, no chance: the bytes are the same."""
        assert word_file(every_kind("x"), DAY) == word_file(every_kind("x"), DAY)

    def test_it_tells_nothing_but_the_sheet(self):
        """Title, name and day, and neither a program nor a machine nor Ajar."""
        raw = word_file(Leaf(title="Title", name="Amara"), DAY)
        about = docx.Document(BytesIO(raw)).core_properties
        assert (about.title, about.author) == ("Title", "Amara")
        assert about.created == about.modified == datetime(2026, 3, 12, tzinfo=UTC)
        said = b" ".join(parts(raw).values()).lower()
        assert not [each for each in (b"python", b"macintosh", b"ajar") if each in said]

    def test_pages_are_numbered(self):
        """The foot of each page says which it is of how many."""
        made = docx.Document(BytesIO(word_file(Leaf(title="Title"), DAY)))
        foot = made.sections[0].footer.paragraphs[0]
        assert foot.text == "Title\t1 / 1"
        assert [each for each in ("PAGE", "NUMPAGES") if each in foot._p.xml] == [
            "PAGE",
            "NUMPAGES",
        ]


def test_nothing_heavy_is_loaded_before_it_is_needed():
    """To name what prints costs no library: a screen without a download stays light."""
    code = (
        "import sys\n"
        "from core.exports.worksheets import layout, pdf, word\n"
        "print(*{'typst', 'docx', 'fontTools', 'lxml'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
