"""What each title comes to and why, and what to ask next.

presenter       evaluates after every change
asking          decides which questions are shown
explaining      from a result to lines: verdict and sentence; `conditions` and `beside` say the rest
changing        what would have to change, for the titles that are open
ahead_*         the strip of the years ahead
lines           one line of the tree, and the signs of conditions, warnings and claims
folding         which titles stand alone and which share a line that opens
tree            the tree of verdicts (`kit.outline`); judgements, waivers and the kind of decision in place
questions_view  the open questions, answered in place
view, room      the page, put together
"""
