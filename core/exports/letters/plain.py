"""A letter as plain text, and the name of its file."""

import re
import unicodedata
from datetime import date

from core.exports.letters.sheet import Sheet

NAME_BYTES = 120
"""How long a title may be in a file's name, in UTF-8: well below what any file system takes."""

_BETWEEN = re.compile(r"[-\s]+")


def text_file(sheet: Sheet) -> bytes:
    """Return subject, empty line and body as UTF-8.

    Lines end as on Windows: its older editors show anything else as one long line, and the
    editors of other systems read both. There is no byte order mark; some show it as a sign.
    """
    parts = (sheet.subject, sheet.body)
    text = "\n\n".join(each for each in parts if each)
    return f"{text}\n".replace("\n", "\r\n").encode()


def file_name(title: str, day: date, ending: str) -> str:
    """Return the name to download under: the letters and digits of a title, and the day.

    Any script is kept. The name is safe on Windows, macOS and Linux and never empty; `ending`
    is what stands behind the dot.
    """
    kept = "".join(
        each if unicodedata.category(each)[0] in "LMN" else "-"
        for each in unicodedata.normalize("NFC", title)
    )
    words = _BETWEEN.sub("-", kept).strip("-")
    short = words.encode()[:NAME_BYTES].decode(errors="ignore").rstrip("-")
    return f"{short}-{day.isoformat()}.{ending}".lstrip("-")
