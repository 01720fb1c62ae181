"""The server: `python app.py`, `streamlit run app.py` or any ASGI server starts it."""

import streamlit as st

app = st.App("pages/menu.py")

if __name__ == "__main__":
    app.run()
