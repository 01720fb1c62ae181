"""The calendar's own address on this computer: turned on, renewed, turned off, and answered."""

import logging
from datetime import datetime
from http import HTTPStatus
from secrets import token_urlsafe
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import streamlit as st

from core.content.loader import words
from core.errors import AjarError
from core.exports.calendar_entries import calendar_of
from core.me import time_zones
from core.workspace import Workspace
from pages.parts.log import log_failure
from pages.parts.messages import done, show_done
from pages.parts.session import app_mode, looking_around, own_workspace

FOLDER = "/calendar/"
"""Where the calendar's address begins; a secret and an ending follow."""

ENDING = ".ics"
CALENDAR_TYPE = "text/calendar"
SECRET_BYTES = 32
PLACE = "calendar.feed"


def show_feed(workspace: Workspace) -> None:
    """Show how a calendar can keep itself up to date; off until the person turns it on."""
    say, secret = words("calendar"), workspace.me.calendar_secret
    with st.expander(say["feed"], icon=":material/sync:"):
        st.write(say["feed_lead"])
        if looking_around():
            st.caption(say["feed_sample"])
            return
        show_done(PLACE)
        closed = workspace.read_only
        if not secret:
            st.caption(say["feed_off"])
            if st.button(say["turn_on"], key="calendar.turn_on", disabled=closed):
                _keep(workspace, token_urlsafe(SECRET_BYTES))
                done(PLACE, say["turned_on"])
            return
        st.write(say["feed_on"])
        st.code(_address(secret), language=None, wrap_lines=True)
        st.caption(say["feed_care"])
        with st.container(horizontal=True):
            if st.button(say["turn_off"], key="calendar.turn_off", disabled=closed):
                _keep(workspace, "")
                done(PLACE, say["turned_off"])
            renew = "calendar.renew"
            if st.button(say["new_address"], type="tertiary", key=renew, disabled=closed):
                _keep(workspace, token_urlsafe(SECRET_BYTES))
                done(PLACE, say["renewed"])


def answer(secret: str) -> tuple[HTTPStatus, bytes]:
    """Return what the server answers to somebody who asks with this secret, and what it says.

    Nothing but a refusal where the calendar is off, the secret another, or the sample life shown.
    """
    if app_mode().sample or not secret:
        return HTTPStatus.NOT_FOUND, b""
    try:
        workspace = own_workspace()
        if not workspace.me.opens_calendar(secret):
            return HTTPStatus.NOT_FOUND, b""
        return HTTPStatus.OK, workspace.view(calendar_of, _this_hour(workspace))
    except AjarError as error:
        log_failure(error)
        return HTTPStatus.SERVICE_UNAVAILABLE, words("calendar")["feed_unreadable"].encode()


class SecretKept(logging.Filter):
    """Keeps what asks for the calendar out of a log of requests: its address is a secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a line may be written."""
        return FOLDER not in record.getMessage()


def keep_out_of_logs() -> None:
    """Let no server write the calendar's address down, one that logs every request neither."""
    logging.getLogger("uvicorn.access").addFilter(SecretKept())


def _keep(workspace: Workspace, secret: str) -> None:
    workspace.save_me(workspace.me.model_copy(update={"calendar_secret": secret}))


def _address(secret: str) -> str:
    told = urlsplit(st.context.url or "")
    port = told.port or st.get_option("server.port")
    return f"http://127.0.0.1:{port}{FOLDER}{secret}{ENDING}"


def _this_hour(workspace: Workspace) -> datetime:
    """Return this hour, in the time zone that the person told, else as the clock here has it."""
    zone, now = workspace.me.time_zone, app_mode().now()
    mine = now.astimezone(ZoneInfo(zone)) if zone in time_zones() else now
    return mine.replace(minute=0, second=0, microsecond=0)
