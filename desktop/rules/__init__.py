"""The law as data, and the one algebra that reads it."""
