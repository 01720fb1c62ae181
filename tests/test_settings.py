"""The settings of the server hold: this computer only, nothing sent, nothing slow."""

from ipaddress import ip_address

import pytest
from streamlit import config

from tests.browser.harness import ROOT


@pytest.fixture(scope="module")
def setting():
    """Return what Streamlit reads from the project's own settings."""
    before = config._main_script_path
    config._main_script_path = str(ROOT / "app.py")
    config.get_config_options(force_reparse=True)
    yield config.get_option
    config._main_script_path = before
    config.get_config_options(force_reparse=True)


SETTINGS = {
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    "browser.gatherUsageStats": False,
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "global.minCachedMessageSize": 1e9,
    "logger.enableRich": False,
    "logger.level": "error",
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.corsAllowedOrigins": [],
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 32,
    "server.scriptHealthCheckEnabled": False,
    "theme.base": None,
}


@pytest.mark.parametrize(("name", "value"), SETTINGS.items())
def test_a_setting_is_as_the_design_asks(setting, name, value):
    """Streamlit reads this setting from the project; an option that it drops fails here."""
    assert setting(name) == value


def test_only_this_computer_is_served(setting):
    """The server listens on the loopback address."""
    assert ip_address(setting("server.address")).is_loopback


@pytest.mark.parametrize("name", ["font", "headingFont", "codeFont", "fontFaces"])
@pytest.mark.parametrize("theme", ["theme", "theme.light", "theme.dark"])
def test_no_font_comes_from_elsewhere(setting, theme, name):
    """Type comes with Streamlit: no font names an address."""
    if f"{theme}.{name}" in config._config_options_template:
        assert "//" not in str(setting(f"{theme}.{name}"))
