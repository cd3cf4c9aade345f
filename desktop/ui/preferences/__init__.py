"""Language, appearance, text size, lock: set with one click, applied at once."""
