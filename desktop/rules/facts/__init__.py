"""What follows from a case: one function per derived fact, and a view of one case for the norms to read.

`value` holds the values facts have and imports nothing of the rules. The law's numbers come from the
pack; the method (how time is added, what a gap does, which conviction counts) stands here, with the
paragraph it follows. Only this package sees a `CaseFile`. One module a subject, each with its `@fact`s:

    the stay        history (papers with both borders), chain (gaps), stays, stays_25a, suspension,
                    duldung, possession, settlement, residence
    titles          titles, issue, grounds, permission, opportunity, filing, bars
    the person      person, identity, identity_deadline, integration, course, schooling
    the household   family, household, anchor (the relative whose title one's own derives from)
    living          living, living_25a, living_60d, insured_work, pension
    conduct         conduct, offences, offences_25a, offences_60d
    protection      asylum, victims, ukraine, employment_duldung

`view` is one case on one day (it imports every subject, which registers its facts), `basis` what one fact
rests on while it is computed, `asking` what it wants to know of the decision, `truths` puts open answers
together, `terms` reads the pack's numbers. `changepoints` gives the days on which a fact may turn,
`following` tells which facts another day cannot change, `method` is a name for all of this code, under which
the office file keeps results.

Rules of the house: unknown stays apart from none; no function ever says a wrong yes (days known only by
month or year are read short where time must have passed); where the law is open the answer is a band or
disputed, never a guess.
"""
