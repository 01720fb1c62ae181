"""What Ajar knows: records, rules and calculations. Nothing here knows that a screen exists."""

VERSION = "0.1.0"
"""The version of Ajar: every file says which one wrote it."""
