"""The office's own letters: written, copied, deleted; placeholders are put in from a list."""
