"""Addresses of the web in what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.web_addresses import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://meet.example.org/a-b?pwd=1#x", "https://meet.example.org/a-b?pwd=1#x"),
        ("Room 3, or https://meet.example.org/abc.", "https://meet.example.org/abc"),
        ("(see www.example.org/jobs)", "https://www.example.org/jobs"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/Job_(cook)", "https://example.org/Job_(cook)"),
        ("Pier 4", ""),
        ("javascript:alert(1)", ""),
        ("file://localhost/etc/passwd", ""),
        ("", ""),
    ],
)
def test_an_address_is_found_as_it_opens(text, address):
    """With its scheme, and without the end of the sentence; nothing but the web is opened."""
    assert web_address(text) == address


@given(st.text())
def test_whatever_is_typed_leads_to_the_web_or_nowhere(text):
    """No other scheme, and no white space."""
    found = web_address(text)
    assert found == "" or found.lower().startswith(("http://", "https://"))
    assert len(found.split()) <= 1
