"""What Ajar knows: records, rules and calculations. Nothing here knows that a screen exists."""
