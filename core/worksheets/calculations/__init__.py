"""What each worksheet works out, one module for each subject."""
