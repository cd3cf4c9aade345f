"""What follows from a case: one function per derived fact, and a view of one case for the norms to read.

`value` holds the values facts have and imports nothing of the rules. The law's numbers come from the
pack; the method (how time is added, what a gap does, which conviction counts) stands here, with the
paragraph it follows. Only this package sees a `CaseFile`.

Rules of the house: unknown stays apart from none; no function ever says a wrong yes (days known only by
month or year are read short where time must have passed); where the law is open the answer is a band or
disputed, never a guess.
"""
