"""The case file: one frame with a head line and tabs; four of the tabs are at home here.

    view, presenter            the frame: who is open, which paper until when, saved or not
    overview_*                 person, household, next dates, what looks possible
    household_*                the linked files of the household, and what derives from their titles
    history_*, timeline*       every paper on one axis of time; `paper_entry` takes the next one
    facts_*                    every input and judgement of the rule pack, by group
    papers_*                   the folder: asked for, there, proven; one key each
    room                       puts them together

Every page shows the one case on the desk (`kit.open_case`) and gives changes back to it at once.
"""
