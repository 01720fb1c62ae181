"""A letter as plain text."""

from core.exports.letters.sheet import Sheet


def text_file(sheet: Sheet) -> bytes:
    """Return subject, empty line and body as UTF-8.

    Lines end as on Windows: its older editors show anything else as one long line, and the
    editors of other systems read both. There is no byte order mark; some show it as a sign.
    """
    parts = (sheet.subject, sheet.body)
    text = "\n\n".join(each for each in parts if each)
    return f"{text}\n".replace("\n", "\r\n").encode()
