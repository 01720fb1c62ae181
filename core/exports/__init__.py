"""Records on their way out: plain files that a person can keep."""
