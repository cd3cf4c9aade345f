"""Bleibelotse: offline counsel on humanitarian residence titles, their dates and their papers.

The natural direction of every task, and so of every import:

    open office file   ui/office      -> services/office      -> store/office_file
    pick client        ui/clients     -> services/clients     -> store/clients      => CaseFile (frozen)
    evaluate           ui/assessment  -> services/assessment  -> rules/facts         CaseFile => Facts
                                                              -> rules/assess        Facts    => Assessment
    watch the dates    ui/today       <- services/deadlines   -> deadlines/schedule  CaseFile => Dates
    print              ui/printing    -> services/printing    -> documents/*         Assessment => PDF bytes

Every arrow carries an immutable value. Nothing below `ui` knows Qt, nothing above `store` knows SQL, nothing
outside `documents` knows ReportLab. No module reads the clock: `today` and `now` are passed in.
"""
