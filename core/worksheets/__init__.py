"""Worksheets: what one is, a person's way through it, and what comes of the answers."""
