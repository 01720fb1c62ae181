"""Records on their way in: read, checked and shown before anything is written."""
