"""The rules of a letter, by family: each is a function from a draft to what it finds there."""
