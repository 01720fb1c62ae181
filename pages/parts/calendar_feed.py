"""The calendar's own address on this computer: turned on, renewed, turned off, and answered."""

import logging
from datetime import datetime
from http import HTTPStatus
from secrets import token_urlsafe
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import streamlit as st

from core.content.loader import words
from core.exports.calendar_entries import calendar_of
from core.me import time_zones
from core.storage.secret import is_secret, keep_secret, secret_of
from core.workspace import Workspace
from pages.parts.log import log_failure
from pages.parts.messages import STAYS, done, show_done
from pages.parts.session import app_mode, looking_around, own_folder, own_workspace

FOLDER = "/calendar/"
"""Where the calendar's address begins; a secret and an ending follow."""

ENDING = ".ics"
CALENDAR_TYPE = "text/calendar"
SECRET_BYTES = 32
PLACE = "calendar.feed"
ASKED = f"{STAYS}calendar.renew"

ACCESS_LOGS = ("uvicorn.access", "hypercorn.access", "gunicorn.access")
"""Where servers that can run Ajar write down each request: ours, and two others."""


def show_feed(workspace: Workspace) -> None:
    """Show how a calendar can keep itself up to date; off until the person turns it on."""
    say, closed = words("calendar"), workspace.read_only
    with st.expander(say["feed"], icon=":material/sync:"):
        st.write(say["feed_lead"])
        if looking_around():
            st.caption(say["feed_sample"])
            return
        show_done(PLACE)
        secret = secret_of(own_folder())
        if not secret:
            st.caption(say["feed_off"])
            if st.button(say["turn_on"], key="calendar.turn_on", disabled=closed):
                keep_secret(own_folder(), token_urlsafe(SECRET_BYTES))
                done(PLACE, say["turned_on"])
            return
        st.write(say["feed_on"])
        st.code(_address(secret), language=None, wrap_lines=True)
        st.caption(say["feed_care"])
        with st.container(horizontal=True):
            if st.button(say["turn_off"], key="calendar.turn_off", disabled=closed):
                keep_secret(own_folder(), "")
                done(PLACE, say["turned_off"])
            if st.button(
                say["new_address"], type="tertiary", key="calendar.renew", disabled=closed
            ):
                st.session_state[ASKED] = True
        _ask_renewed()


def answer(secret: str) -> tuple[HTTPStatus, bytes]:
    """Return what the server answers to somebody who asks with this secret, and what it says.

    Nothing but a refusal where the calendar is off, the secret another, or the sample life shown;
    no words are opened for it. Whatever goes wrong is told calmly: an edge, like that of screens.
    """
    try:
        if app_mode().sample or not is_secret(own_folder(), secret):
            return HTTPStatus.NOT_FOUND, b""
        workspace = own_workspace()
        return HTTPStatus.OK, workspace.view(calendar_of, _this_hour(workspace))
    except Exception as error:  # noqa: BLE001 - an edge of its own, beside that of the screens
        log_failure(error)
        return HTTPStatus.SERVICE_UNAVAILABLE, words("calendar")["feed_unreadable"].encode()


class SecretKept(logging.Filter):
    """Keeps what asks for the calendar out of a log of requests: its address is a secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a line may be written."""
        return FOLDER not in record.getMessage()


def keep_out_of_logs() -> None:
    """Let no server of those in `ACCESS_LOGS` write the calendar's address down."""
    for name in ACCESS_LOGS:
        logging.getLogger(name).addFilter(SecretKept())


def _ask_renewed() -> None:
    """Ask whether a new address is to take the place of this one, once that was taken up."""
    if not st.session_state.get(ASKED):
        return
    say = words("calendar")
    with st.container(border=True):
        st.write(say["renew_ask"])
        with st.container(horizontal=True):
            if st.button(say["renew_yes"], key="calendar.renew.yes"):
                st.session_state.pop(ASKED)
                keep_secret(own_folder(), token_urlsafe(SECRET_BYTES))
                done(PLACE, say["renewed"])
            st.button(say["renew_no"], type="primary", key="calendar.renew.no", on_click=_leave)


def _leave() -> None:
    st.session_state.pop(ASKED, None)


def _address(secret: str) -> str:
    told = urlsplit(st.context.url or "")
    port = told.port or st.get_option("server.port")
    return f"http://127.0.0.1:{port}{FOLDER}{secret}{ENDING}"


def _this_hour(workspace: Workspace) -> datetime:
    """Return this hour, in the time zone that the person told, else as the clock here has it."""
    zone, now = workspace.me.time_zone, app_mode().now()
    mine = now.astimezone(ZoneInfo(zone)) if zone in time_zones() else now
    return mine.replace(minute=0, second=0, microsecond=0)
