"""Decisions: an offer weighed, a regret untangled, a way back judged, and what became of each."""
