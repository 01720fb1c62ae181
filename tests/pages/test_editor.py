"""The text editor without a browser: the same promises, in Streamlit's own field."""

from streamlit.testing.v1 import AppTest


def page():
    """Ask for a text and show what came of it."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs it alone

    from pages.parts.editor import ask_long_text, newest_text  # noqa: PLC0415

    def greet():
        st.session_state["body"] = "Dear " + newest_text("body")

    st.button("Greet", key="greet", on_click=greet)
    with st.sidebar:
        shown = st.toggle("Shown", value=True, key="shown")
    if shown:
        st.text(ask_long_text("Body -> text", key="body", value="Ana", help_text="Short."))


def test_what_is_typed_is_returned():
    """A test types into the text area of the same key."""
    at = AppTest.from_function(page).run()
    assert at.text_area(key="body").value == "Ana"
    at.text_area(key="body").set_value("Ben").run()
    assert at.text[0].value == "Ben"
    assert not at.exception


def test_a_text_put_under_the_key_replaces_it():
    """A callback builds on the newest text, and the field shows the outcome."""
    at = AppTest.from_function(page).run()
    at.text_area(key="body").set_value("Ben")
    at.button(key="greet").click().run()
    assert at.text_area(key="body").value == "Dear Ben"


def test_the_text_is_kept_while_the_field_is_away():
    """Leaving and coming back finds the text as it was."""
    at = AppTest.from_function(page).run()
    at.text_area(key="body").set_value("Ben").run()
    at.toggle(key="shown").set_value(False).run()
    at.toggle(key="shown").set_value(True).run()
    assert at.text_area(key="body").value == "Ben"
