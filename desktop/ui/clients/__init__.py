"""The clients of the office: found while typing, made after a look at who is there, deleted with undo."""
