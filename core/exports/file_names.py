"""Names for files on their way out: safe on every system, in any script."""

import re
import unicodedata
from datetime import date

NAME_BYTES = 120
"""How long a title may be in a file's name, in UTF-8: well below what any file system takes."""

_BETWEEN = re.compile(r"[-\s]+")


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
