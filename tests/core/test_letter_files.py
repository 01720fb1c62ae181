"""A letter leaves as it stands on the screen: in a mail program, as text, on its way to a file."""

import re
import subprocess
import sys
import unicodedata
from datetime import date
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32
from email.policy import default as modern
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.exports.file_names import NAME_BYTES, file_name
from core.exports.letters.mail import (
    LINK_LENGTH,
    AddressError,
    addresses,
    draft_mail,
    mail_link,
)
from core.exports.letters.plain import text_file
from core.exports.letters.sheet import Sheet
from core.exports.paper import Paper, paper_for
from core.exports.paragraphs import clean, one_line, one_way_pieces

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 12)
INJECTION = "Hello\r\nBcc: all@example.org\n\nX: y"
HOSTILE = (
    INJECTION,
    "a&body=b?c#d%0D%0ABcc:x +1 \"quoted\" 'single'",
    "\u2028\u2029\x85\x0b\x0c\x00\x1b[31m\ud800\uffff",
    "שלום (12) world, مرحبا",
    "👩🏽\u200d💻 🇩🇪 1️⃣ ❤️",
    '#eval(read("/etc")) $x$ *b* = h \\ @r <l> // c /* d',
    "<w:p/>&amp;]]><!-- -->",
    "{{ slot }} %s {0}",
)

any_text = st.one_of(st.text(), st.text(st.characters(), max_size=40), st.sampled_from(HOSTILE))


def sheet(subject="", body="", **more):
    """A letter of the day."""
    return Sheet(subject=subject, body=body, day=DAY, **more)


def read_link(url):
    """What a mail program reads in a link: the addresses and the fields."""
    parts = urlsplit(url)
    # parse_qsl reads a plus as a space, as some mail programs do: a link must not depend on it.
    return unquote(parts.path), parse_qsl(parts.query, keep_blank_values=True)


def name_in(raw, field):
    """The name beside an address, as mail programs read it: encoded words stand without a gap.

    The newer of Python's two parsers puts a space between two of them, which RFC 2047 forbids.
    """
    name, _ = parseaddr(message_from_bytes(raw, policy=compat32)[field])
    return str(make_header(decode_header(name)))


class TestSheet:
    """What stands on the sheet is what was written, less what no file can hold."""

    @given(any_text)
    def test_what_is_clean_stays_as_it_is(self, text):
        """Cleaning twice is cleaning once."""
        assert clean(clean(text)) == clean(text)
        assert one_line(one_line(text)) == one_line(text)

    @given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
    def test_nothing_visible_is_lost(self, text):
        """Every character that is none of control is kept, but for what XML forbids."""
        assert clean(text) == re.sub("[\ufffe\uffff]", "", text)

    @pytest.mark.parametrize("breaks", ["\r\n", "\r", "\n", "\u2028", "\x85", "\x0b"])
    def test_every_line_break_is_one(self, breaks):
        """However a system breaks its lines, they are the same lines."""
        assert sheet(body=f"one{breaks}two").paragraphs[0].lines == ("one", "two")

    @given(any_text)
    def test_a_subject_is_one_line(self, text):
        """No line break is left where a header or a title is written."""
        assert len(sheet(subject=text).subject.splitlines()) <= 1

    @given(any_text)
    def test_paragraphs_hold_the_whole_body(self, text):
        """Put together again, the paragraphs are the body, its wide spaces included."""
        written = sheet(body=text)
        blank = re.compile(r"\n[^\S\n]*\n")
        assert "\n\n".join(each.text for each in written.paragraphs) == "\n\n".join(
            blank.split(written.body)
        )

    @given(any_text, st.booleans())
    def test_pieces_hold_the_whole_text(self, text, whole):
        """Cut by the way they run, the pieces are still the text."""
        assert "".join(piece for piece, _ in one_way_pieces(text, whole=whole)) == text

    def test_a_number_goes_with_the_words_around_it(self):
        """Digits between Hebrew words are of the Hebrew piece; a Latin name is a piece alone."""
        pieces = list(one_way_pieces("ב 12 במרץ NVIDIA, שלום", whole=True))
        assert pieces == [("ב 12 במרץ ", True), ("NVIDIA", False), (", שלום", True)]

    @pytest.mark.parametrize(
        ("choice", "country", "paper"),
        [
            ("", "", Paper.A4),
            ("", "US", Paper.LETTER),
            ("", "DE", Paper.A4),
            ("a4", "US", Paper.A4),
            ("letter", "DE", Paper.LETTER),
            ("of a newer version", "CA", Paper.LETTER),
        ],
    )
    def test_the_paper_is_chosen_or_usual(self, choice, country, paper):
        """A choice wins; without one, it is what people there print on."""
        assert paper_for(choice, country) is paper


class TestText:
    """Plain text is what the screen shows."""

    @given(any_text, any_text)
    def test_it_comes_back(self, subject, body):
        """Read as UTF-8, with any reading of line breaks, it is the subject and the body."""
        written = sheet(subject, body)
        lines = text_file(written).decode().replace("\r\n", "\n")
        expected = "\n\n".join(each for each in (written.subject, written.body) if each)
        assert lines == f"{expected}\n"

    def test_lines_end_so_that_every_editor_sees_them(self):
        """Each line break is the pair that Windows needs, also where some were there before."""
        assert text_file(sheet("", "a\r\nb\nc")) == b"a\r\nb\r\nc\r\n"


class TestFileName:
    """A file can be saved under its name on every system."""

    @given(any_text)
    @example("CON")
    @example("../../etc/passwd")
    @example("\u202egpj.exe")
    @example("क्षत्रिय" * 50)
    @example("👩🏽\u200d💻")
    def test_it_is_safe(self, title):
        """No slash, dot, space, control or direction; neither empty, long nor a device."""
        name = file_name(title, DAY, "pdf")
        stem = name.removesuffix("-2026-03-12.pdf").removesuffix("2026-03-12.pdf")
        assert name.endswith("2026-03-12.pdf")
        assert all(each == "-" or unicodedata.category(each)[0] in "LMN" for each in stem)
        assert not stem.startswith("-")
        assert len(stem.encode()) <= NAME_BYTES

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Your offer: Lead / Ops?", "Your-offer-Lead-Ops-2026-03-12.pdf"),
            ("תודה על ההצעה", "תודה-על-ההצעה-2026-03-12.pdf"),
            ("...", "2026-03-12.pdf"),
        ],
    )
    def test_it_says_what_is_in_it(self, title, name):
        """The words of the title stand in it, in any script."""
        assert file_name(title, DAY, "pdf") == name


class TestAddresses:
    """An address that cannot be one is found before anything is opened with it."""

    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("", ()),
            ("  ", ()),
            ("jonas@example.org", ("jonas@example.org",)),
            (" Jonas Weber <jonas@example.org> ", ("jonas@example.org",)),
            ("Weber, Jonas <jonas@example.org>", ("jonas@example.org",)),
            ('"Weber, Jonas" <jonas@example.org>', ("jonas@example.org",)),
            ("a@x.org, b@y.org; c@z.org", ("a@x.org", "b@y.org", "c@z.org")),
            ("a@x.org\nb@y.org", ("a@x.org", "b@y.org")),
            ("a@x.org, a@x.org", ("a@x.org",)),
            ("o'neil+jobs@mail.example.co.uk", ("o'neil+jobs@mail.example.co.uk",)),
            ("jonas@bücher.example", ("jonas@xn--bcher-kva.example",)),
            ("用户@例子.广告", ("用户@xn--fsqu00a.xn--4rr70v",)),
        ],
    )
    def test_what_people_write_is_understood(self, line, found):
        """Names beside it, several of them and other scripts are read."""
        assert addresses(line) == found

    @pytest.mark.parametrize(
        "line",
        [
            "jonas",
            "jonas@",
            "@example.com",
            "jonas@example",
            "jonas@@example.org",
            "jonas@exa mple.org",
            "jonas.@example.org",
            "jo..nas@example.org",
            "jonas@-example.org",
            "jonas@example..org",
            "jonas@127.0.0.1",
            "Jonas jonas@example.org",
            "jonas@example.org <>",
            "jonas@example.org, Priya",
            "jonas@example.org?bcc=x@y.org",
            "jonas%0Abcc@example.org bcc",
            "a" * 65 + "@example.org",
            "a@" + "b" * 64 + ".org",
            "a@" + "b." * 130 + "org",
        ],
    )
    def test_what_is_none_is_told(self, line):
        """The sentence says what is wrong and that the letter is safe, without the address."""
        with pytest.raises(AddressError) as caught:
            addresses(line)
        assert "safe" in caught.value.sentence
        assert line not in caught.value.sentence
        assert line not in map(str, caught.value.args)

    @given(any_text)
    def test_whatever_stands_there_is_read_or_told(self, text):
        """Any text is either addresses or the error, and no address has a space or a break."""
        try:
            found = addresses(text)
        except AddressError:
            return
        assert not any(re.search(r"[\s,;<>]", each) for each in found)


class TestLink:
    """The link opens the mail program with exactly the letter in it."""

    @given(any_text, any_text)
    def test_the_letter_comes_back(self, subject, body):
        """Subject and body are read as they were written, and no third field is there."""
        written = sheet(subject, body, to_address="jonas@example.org")
        link = mail_link(written)
        to, fields = read_link(link.url)
        assert to == "jonas@example.org"
        expected = [("subject", written.subject), ("body", written.body.replace("\n", "\r\n"))]
        assert fields == (expected if link.has_body else expected[: len(fields)])
        assert link.has_body or len(fields) <= 1

    @given(any_text, any_text)
    def test_it_is_plain_and_short(self, subject, body):
        """It holds nothing but what RFC 6068 lets stand, and no more than systems pass on."""
        url = mail_link(sheet(subject, body)).url
        assert re.fullmatch(r"mailto:[\w.~@,%?&=-]*", url, re.ASCII)
        assert len(url) <= LINK_LENGTH

    def test_nothing_is_a_plus(self):
        """A space is %20 and a plus %2B: mail programs read neither as the other."""
        link = mail_link(sheet("1 + 1", "é", to_address="a+b@x.org"))
        assert link.url == "mailto:a%2Bb@x.org?subject=1%20%2B%201&body=%C3%A9"

    def test_lines_break_as_mail_does(self):
        """A line break is %0D%0A."""
        assert mail_link(sheet("", "a\nb")).url.endswith("body=a%0D%0Ab")

    def test_several_get_it(self):
        """Several addresses stand side by side."""
        url = mail_link(sheet("x", to_address="Ann <a@x.org>; b@y.org")).url
        assert url.startswith("mailto:a@x.org,b@y.org?")

    def test_a_long_letter_leaves_its_body_out(self):
        """Too long for a link, it opens with the subject, and says that the body is not there."""
        link = mail_link(sheet("Thank you", "word " * 500, to_address="a@x.org"))
        assert (link.url, link.has_body) == ("mailto:a@x.org?subject=Thank%20you", False)

    def test_a_long_subject_stays_out_too(self):
        """Where not even the subject has room, the address alone is still a link."""
        link = mail_link(sheet("🌻" * 200, "x", to_address="a@x.org"))
        assert (link.url, link.has_body) == ("mailto:a@x.org", False)

    def test_a_usual_letter_has_room(self):
        """A letter of 180 words with quotes and dashes goes whole."""
        body = "\n\n".join(
            ["“I am glad — truly — that we met,” she said, and I think so too."] * 13
        )
        assert mail_link(sheet("Your offer", body, to_address="a@x.org")).has_body


class TestDraft:
    """The .eml file opens as a draft that waits to be sent."""

    @given(any_text, any_text, any_text, any_text)
    def test_the_letter_comes_back(self, subject, body, from_name, to_name):
        """Another parser reads the same subject, names and body, without a defect."""
        written = sheet(
            subject,
            body,
            from_name=from_name,
            from_line="me@example.org",
            to_name=to_name,
            to_address="jonas@example.org",
        )
        raw = draft_mail(written)
        mail = message_from_bytes(raw, policy=modern)
        assert not mail.defects
        assert mail.get_content().replace("\r\n", "\n").removesuffix("\n") == written.body
        assert (mail["Subject"] or "") == written.subject
        assert [each.addr_spec for each in mail["To"].addresses] == ["jonas@example.org"]
        assert [each.addr_spec for each in mail["From"].addresses] == ["me@example.org"]
        assert name_in(raw, "To") == written.to_name
        assert name_in(raw, "From") == written.from_name

    @given(any_text, any_text)
    def test_it_has_no_other_field(self, subject, name):
        """Nothing that is written becomes a field of its own."""
        raw = draft_mail(sheet(subject, "x", to_name=name, to_address="a@x.org"))
        fields = {each.lower() for each in message_from_bytes(raw)}
        assert fields <= {
            *("x-unsent", "to", "subject", "mime-version"),
            *("content-type", "content-transfer-encoding"),
        }

    def test_it_is_a_draft(self):
        """Mail programs open it for sending; it invents neither a sender nor a day."""
        mail = message_from_bytes(draft_mail(sheet("s", "b", from_line="+49 30 1234")))
        assert mail["X-Unsent"] == "1"
        assert (mail["From"], mail["Date"], mail["To"]) == (None, None, None)

    def test_an_address_in_another_script_is_kept(self):
        """A name before the @ in another script stands in it as UTF-8."""
        raw = draft_mail(sheet("s", "b", to_name="用户", to_address="用户@例子.广告"))
        assert "用户@xn--fsqu00a.xn--4rr70v".encode() in raw

    def test_lines_are_short_enough_for_mail(self):
        """No line is longer than the 998 bytes that mail servers take."""
        raw = draft_mail(sheet("s " * 300, "word " * 3_000 + "é" * 3_000))
        assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_nothing_heavy_is_loaded_before_it_is_needed():
    """To name the exporters costs no library: a screen without a download stays light."""
    code = (
        "import sys\n"
        "from core.exports import documents, glyphs\n"
        "from core.exports.letters import mail, pdf, plain, sheet, word\n"
        "print(*{'typst', 'docx', 'fontTools', 'lxml'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
