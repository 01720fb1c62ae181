"""The secret of the calendar's address: a small file of its own, in no download and no copy."""

from hmac import compare_digest

from core.storage import files
from core.storage.errors import not_saved
from core.storage.folder import Folder


def secret_of(folder: Folder) -> str:
    """Return the secret; nothing where there is none, or where it cannot be read."""
    try:
        raw, pin = files.read_pinned(folder.secret)
    except OSError:
        return ""
    pin.close()
    return raw.decode("utf-8", "replace")


def keep_secret(folder: Folder, secret: str) -> None:
    """Put a secret in the place of the one before; an empty one opens nothing.

    Raises ReadOnlyError or another StorageError where it cannot be saved.
    """
    raw = secret.encode()
    with folder.locked():
        try:
            files.write_durably(folder.secret, raw).close()
        except OSError as failure:
            raise not_saved(failure, len(raw)) from failure


def is_secret(folder: Folder, told: str) -> bool:
    """Return whether this is the secret; how long it takes tells nothing of it."""
    known, asked = (each.encode("utf-8", "replace") for each in (secret_of(folder), told))
    return bool(known) and compare_digest(known, asked)
