"""A letter for a mail program: as a link that opens it, and as a draft in a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote as quote_name
from urllib.parse import quote

from core.errors import AjarError
from core.exports.letters.sheet import Sheet
from core.exports.paragraphs import clean

LINK_LENGTH = 2_000
"""The longest link, in characters, that browsers and mail programs on every system pass on."""

LOCAL_LENGTH, DOMAIN_LENGTH = 64, 253
"""The longest parts before and after the @, in bytes (RFC 5321)."""

PLAIN_LENGTH = 200
"""The longest text, in characters, that stands in a header as it is, if it is ASCII."""

_IN_ANGLES = re.compile(r"[^<>]*<([^<>]*)>")
_BETWEEN = re.compile(r"[,;\n]")
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)


class AddressError(AjarError):
    """What stands where an email address belongs cannot be one."""

    def __init__(self) -> None:
        super().__init__(
            "This does not look like an email address: it needs a name, an @ and a place, like "
            "name@example.org. Your letter is safe. Please correct the address, or leave it empty."
        )


@dataclass(frozen=True)
class MailLink:
    """A link for a mail program. Without `has_body`, the letter is too long for a link.

    Then the link opens a mail with the address and the subject, and the body is to be pasted.
    """

    url: str
    has_body: bool


def addresses(text: str) -> tuple[str, ...]:
    """Return the email addresses in a line, which may have names beside them.

    Several are parted by commas, semicolons or lines. An empty line has none. A domain in
    another script comes back in its ASCII form. Raise AddressError where a part is not one.
    """
    return tuple(dict.fromkeys(map(_address, _parts(clean(text)))))


def mail_link(sheet: Sheet) -> MailLink:
    """Return the `mailto:` link (RFC 6068) that opens a letter in the mail program.

    Every sign but letters, digits and `-._~` is percent-encoded, so that nothing in a text
    can become another field. Raise AddressError like `addresses`.
    """
    to = ",".join(quote(each, safe="@") for each in addresses(sheet.to_address))
    subject = f"subject={quote(sheet.subject, safe='')}"
    body = f"body={quote(sheet.body.replace(chr(10), chr(13) + chr(10)), safe='')}"
    link = f"mailto:{to}?{subject}&{body}"
    if len(link) <= LINK_LENGTH:
        return MailLink(link, has_body=True)
    short = f"mailto:{to}?{subject}"
    return MailLink(short if len(short) <= LINK_LENGTH else f"mailto:{to}", has_body=False)


def draft_mail(sheet: Sheet) -> bytes:
    """Return a letter as an .eml file that mail programs open as a draft, ready to send.

    It has no date, and a sender only where `from_line` is an email address: the mail program
    fills in what is true when it is sent. Raise AddressError like `addresses`.
    """
    to = addresses(sheet.to_address)
    sender = _own_address(sheet.from_line)
    fields = {
        "X-Unsent": "1",
        "From": _mailbox("From", sheet.from_name, sender) if sender else "",
        "To": _mailbox("To", sheet.to_name, to[0]) if len(to) == 1 else ", ".join(to),
        "Subject": _encoded("Subject", sheet.subject),
    }
    head = (f"{field}: {value}\r\n" for field, value in fields.items() if value)
    letter = EmailMessage(policy=SMTP)
    letter.set_content(sheet.body)
    return "".join(head).encode() + letter.as_bytes()


def _parts(text: str) -> Iterator[str]:
    """Yield what stands between the commas; "Weber, Jonas <...>" stays together."""
    kept = ""
    for part in _BETWEEN.split(text):
        kept = f"{kept} {part}".strip()
        if "@" in kept:
            yield kept
            kept = ""
    if kept:
        yield kept


def _address(part: str) -> str:
    found = _IN_ANGLES.fullmatch(part)
    local, at, domain = (found[1] if found else part).strip().rpartition("@")
    domain = _in_ascii(domain)
    fits = len(local.encode()) <= LOCAL_LENGTH and len(domain) <= DOMAIN_LENGTH
    if not (at and fits and _LOCAL.fullmatch(local) and _is_domain(domain)):
        raise AddressError
    return f"{local}@{domain}"


def _in_ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise AddressError from None


def _is_domain(domain: str) -> bool:
    labels = domain.split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()


def _own_address(line: str) -> str:
    try:
        found = addresses(line)
    except AddressError:
        return ""
    return found[0] if len(found) == 1 else ""


def _mailbox(field: str, name: str, address: str) -> str:
    if not name:
        return address
    said = f'"{quote_name(name)}"' if _is_plain(name) else _encoded(field, name)
    return f"{said} <{address}>"


def _encoded(field: str, text: str) -> str:
    """Return a text as a header says it: as it is, or in encoded words (RFC 2047).

    `EmailMessage` does this too, but drops a space where it folds a long name.
    """
    if _is_plain(text):
        return text
    return Header(text, "utf-8", header_name=field).encode(linesep="\r\n")


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "=?" not in text and len(text) <= PLAIN_LENGTH
