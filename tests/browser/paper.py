"""Worksheets on paper: what a person downloads, read back, on each size of paper."""

import re
from io import BytesIO

from docx import Document
from pypdf import PdfReader

from core.content.loader import words
from core.worksheets.shelf import worksheets

PRINTS = words("prints")
POINTS = {"a4": (595, 842), "letter": (612, 792)}
"""Width and height of a sheet, in points of 1/72 inch."""


def taken(person, label):
    """The bytes that a press on a button for a file brings, and their name."""
    with person.page.expect_download() as download:
        person.button(label).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def squeezed(text):
    """A text without its white space, which a page breaks where it likes."""
    return re.sub(r"\s+", "", text)


def sheet(person, paper):
    """The text of the PDF on this paper, every page of which has its size."""
    person.pick(PRINTS["paper"], PRINTS[f"paper_{paper}"])
    name, raw = taken(person, PRINTS["as_pdf"])
    assert name.endswith(".pdf")
    pages = PdfReader(BytesIO(raw)).pages
    sizes = {(round(each.mediabox.width), round(each.mediabox.height)) for each in pages}
    assert sizes == {POINTS[paper]}
    return squeezed("".join(each.extract_text() for each in pages))


def typed(person):
    """The text of the Word file."""
    name, raw = taken(person, PRINTS["as_docx"])
    assert name.endswith(".docx")
    told = Document(BytesIO(raw)).element.body.itertext()
    return squeezed("".join(told))


def printed_filled(person, mine, **private):
    """Every form with the person's words holds them; what is private only where it is ticked."""
    mine = [squeezed(each) for each in mine]
    private = {kind: [squeezed(each) for each in told] for kind, told in private.items()}
    person.unfold(PRINTS["filled"])
    plain = [sheet(person, "a4"), typed(person)]
    person.tick(PRINTS["large"])
    plain.append(sheet(person, "letter"))
    for text in plain:
        assert [each for each in mine if each not in text] == []
        assert [each for told in private.values() for each in told if each in text] == []
    for kind, told in private.items():
        person.tick(PRINTS[kind])
        whole = sheet(person, "a4")
        assert [each for each in (*mine, *told) if each not in whole] == []


def printed_blank(person, worksheet, mine):
    """Every blank form asks each question, and holds no word of the person's."""
    person.open(f"/worksheet?worksheet={worksheet}")
    person.unfold(PRINTS["blank"])
    blank = [sheet(person, "a4"), typed(person)]
    person.tick(PRINTS["large"])
    blank.append(sheet(person, "letter"))
    titles = [squeezed(each.title) for each in worksheets()[worksheet].steps]
    for text in blank:
        assert [each for each in titles if each not in text] == []
        assert [each for each in mine if squeezed(each) in text] == []
