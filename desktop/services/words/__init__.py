"""Law, answers and findings in words of one language, for the window, the command line and the sheets.

    names      LawNames: what statuses, titles, papers, facts and authorities are called; step_names
    letter_names   what a letter to an authority calls a paper
    records    what the fields of records and their options are called
    values     plain values: yes and no, days, numbers, lengths of time
    answers    AnswerWords: an answer, a record, a proof in one line
    findings   FindingWords: what a title comes to, how a condition stands, what is known of a fact
    weighed    the leaves that matter in a tree
    topics     headings of what follows from a title, and how a page's statement stands to the law
    countries  names of states
    german_time    an instant as clocks in Germany show it
    lines      lines of text for a terminal

What a scale is called stands beside the scale: `cases.words`, `rules.words`, `deadlines.duedates`.
"""
