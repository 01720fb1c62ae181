"""The server: `streamlit run app.py`, `python app.py` or any ASGI server starts it."""

import streamlit as st

from pages.parts.log import quiet_streamlit
from pages.parts.server import MIDDLEWARE, ROUTES, lifespan, show_failure

quiet_streamlit()

app = st.App(
    "pages/menu.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_failure,
)

if __name__ == "__main__":
    app.run()
