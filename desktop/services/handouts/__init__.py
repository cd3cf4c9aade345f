"""Hand-outs a client can read: short plain statements in German beside the client's language.

    statements     the German statements and frame words (resources/handouts/de), read strictly
    translations   the same in another language: every text names the German text it renders by its hash
    reliance       the rules each statement rests on: a rule that changed flags its statements
    released, releases     translations that a person of the office has released; kept in the office file
    choosing       which statements a case gets, and about which paper
    languages      the table of languages, with script and direction

A statement is chosen by consequences of the rule pack (`rows`), so dates and conditions of the law are those
of the pack, or by what the client holds (`for`). The German text counts: a translation whose German has
changed since is not shown, and one that nobody has reviewed says so. README.md beside the files describes
their form.
"""
