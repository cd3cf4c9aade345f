"""Translations of hand-outs and reading copies, read beside the German by somebody who speaks the language.

presenter     which language and texts are shown, what is released or withdrawn
source        the same over the services
side_by_side  German, translation and standing of every text, each in its own direction
view, room    languages on the left, texts on the right
"""
