"""An outline: sentences with a sign, a citation on the right, and parts beneath them.

line      one line, and groups of them (no Qt)
model     the lines as a tree; parts may come when a line is opened
delegate  paints a line: rows are as high as their words need
view      the tree: what was open, chosen and in sight stays so when the lines change
"""
