"""What each worksheet may keep, one module for each subject."""
