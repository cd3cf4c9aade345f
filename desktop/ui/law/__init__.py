"""The law to look up: every norm on any day as a scheme of examination, and example cases to open in it.

presenter   which norm, day, decision and example are shown
view, room  the list of norms on the left, the scheme on the right
"""
