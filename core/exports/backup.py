"""Everything in one file: what is needed to have it all back, exactly as it was."""

from datetime import datetime

from core.workspace import Workspace


def everything(workspace: Workspace) -> bytes:
    """Return all records as JSON, in the shape of the file that Ajar itself keeps."""
    return workspace.content()


def file_name(moment: datetime) -> str:
    """Return the name to download under: plain letters and digits, with the day and time."""
    return f"ajar-{moment:%Y-%m-%d-%H%M}.json"
