"""The start page: which dates are due, overdue first, and whose they are."""
