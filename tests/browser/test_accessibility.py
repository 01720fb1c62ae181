"""Every screen can be used by everybody: axe finds nothing but what native widgets raise alone."""

import pytest

from tests.browser.conftest import NARROW, WIDE
from tests.browser.harness import allowed, axe, streamlit_version
from tools.screens import screens


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_axe_finds_nothing_of_ours(sample, open_page, screen, scheme, size):
    """On every screen, in both themes and widths, axe finds nothing of ours."""
    page = open_page(sample.url + screen.address, scheme=scheme, size=size)
    assert axe(page) == []


@pytest.mark.parametrize("entry", allowed(), ids=lambda entry: f"{entry['rule']}-{entry['widget']}")
def test_an_allowed_rule_is_streamlits_own(serve, open_page, entry):
    """Each entry of the allow-list is raised by the bare widget of the installed Streamlit."""
    assert entry["streamlit"] == streamlit_version()
    url = serve("tests/browser/apps/bare_app.py")
    page = open_page(f"{url}/?widget={entry['widget']}")
    assert entry["rule"] in [rule for rule, *_ in axe(page, everything=True)]
    assert entry["rule"] not in [rule for rule, *_ in axe(page)]
