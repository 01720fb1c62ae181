"""Addresses of the web in what a person typed: found, to be opened as they stand."""

import re

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\w[^\s<>\"]*", re.IGNORECASE)
_AROUND = ".,;:!?)]}'\u2019\u201d\u00bb"
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def web_address(text: str) -> str:
    """Return the first web address in a text, ready to open; "" where there is none.

    Only pages of the web are meant: "https://", "http://", or what begins with "www.". What a
    sentence puts after it is no part of it, unless it closes a bracket of its own.
    """
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    address = found[0]
    while address[-1] in _AROUND and not (address[-1] == ")" and address.count("(")):
        address = address[:-1]
    return address if _SCHEME.match(address) else f"https://{address}"
