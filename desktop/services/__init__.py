"""One module per thing a user can ask for; free of Qt, synchronous, the only door for window and CLI.

`reference` holds what never changes during a session (rule pack, authorities), `office` the opened office
file. Everything else is a function of one of the two and a frozen case:

    clients, relatives, household     list, find, save, undo; a case with those of its household; linking them
    portable, samples                 cases as files, the built-in ones
    assessment                        what each title comes to and what to ask next; answering and judging
    explanation, outlook              why, in a sentence and on a page; what a page tells in full or folds
    counterfactual                    what would have to change, who can do it and by when
    forecast, prospects, lawchange    what time brings, to whom soon; what a change of law means for clients
    caseload                          everybody over all titles: kept with each save, evaluated at once
    method                            with what law and program something kept was made, so that an update
                                      makes it anew
    fees, papers, filing, deadlines   what an application costs, needs and does; dates with their derivation
    agenda, settling, plans, rest     the office's own dates, what is done about derived ones, chains of
                                      follow-ups, cases that rest or are closed
    applications, processing          applications that have reached an authority, put into a case; how long
                                      authorities took for them
    everybody                         where all clients stand, and what time brings to them, in lines
    filing_proof                      what was filed, how it is proven, what comes next
    entry_log                         who changed a planned date, the old value and the new one
    decision_letters, letter_drafts   decisions as received, as somebody types them, and what follows
    quickdate, due, clock             planned days as people type them; what the whole office has before it;
                                      whether the computer's clock can be trusted
    periods                           a single legal period, and the holidays of a place
    office_place                      whose holidays the calendar of the office shows
    lawbook, rulebook                 the law to look up, and whether a rule pack is sound
    calendar_export                   dates for another calendar program
    printing, sheets, batch           a case as a sheet; letters for many clients in one job
    fitting, print_set, print_stack   what to apply for next; the sheets of a task; several as one PDF
    prints, print_keeping             what was printed, kept and printed again as it was; for how long
    print_choice, letter_questions    what can be chosen for a sheet; what a letter should still be told
    letter_law                        what letters say about the law, and whether the pack still says so
    declarations                      what is signed and handed out, and what the office says of itself there
    letter_wording, approval          a letter worded anew before printing; who may take the draft mark away
    own_letters, own_letter_drafts    letters the office wrote itself, with placeholders; unfinished ones
    procedural, pdf_files             letters about a procedure; where a PDF may be written
    words                             all of it in words of one language
    demo                              the main job on the sample office

An assessment makes what stands beside its verdicts when somebody asks for it (`rules.results`). So a page
that is drawn on another thread than it is prepared on calls `Assessment.complete()` while preparing.

`daylist` is what the whole office has before it, on paper. `report` and the other modules that end in `list`
are the same as text for a terminal, they and `summary` as data for other programs. Whoever calls passes the
day and the moment; nothing here reads a clock.
"""
