"""Opening an office file or making a new one: what stands before every other room.

A new office file counts only after its recovery sheet was proven by typing two of its groups again.
"""
