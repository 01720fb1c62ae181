"""What a person's own records say over time: told only where there is enough to tell."""
