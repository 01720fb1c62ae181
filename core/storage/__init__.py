"""Where the words are kept: one JSON file that is always whole, and the copies that guard it."""
