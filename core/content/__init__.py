"""The words: content files that a coach can edit without touching code, and their loader."""
