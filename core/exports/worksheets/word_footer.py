"""The foot of every page of a document: its title, which page it is, and of how many."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Block

SMALL = 8.5
"""The size of type in points."""


def set_footer(document: "Document", title: str, room: float) -> None:
    """Put the title on the left of each foot and "1 / 2" on its right; `room` is in millimetres."""
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    block = document.sections[0].footer.paragraphs[0]
    block.paragraph_format.tab_stops.add_tab_stop(Mm(room), WD_TAB_ALIGNMENT.RIGHT)
    block.style = document.styles["Normal"]
    block.add_run(f"{title}\t")
    _field(block, "PAGE")
    block.add_run(" / ")
    _field(block, "NUMPAGES")
    for run in block.runs:
        run.font.size = Pt(SMALL)


def _field(block: "Block", what: str) -> None:
    """Add what a word processor fills in by itself; until then it reads 1."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    for kind, text in (("begin", ""), ("", what), ("separate", ""), ("shown", "1"), ("end", "")):
        run = block.add_run()
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001
        else:
            order = OxmlElement("w:instrText")
            order.text = text
            run._r.append(order)  # noqa: SLF001
