"""What all rooms are built from.

Every view gets a `look.Look` (words, colours, icons of this window), every presenter `jobs.Jobs`; neither
reads anything global.

    look          Look(texts, theme, icons)
    theme         tokens as palette and one style sheet; font; `Theme.changed`
    icons         line icons tinted from the tokens
    jobs          Jobs.run(work, done, failed); Latest; ImmediateJobs and HeldJobs for tests (no Qt)
    worker        the one thread that owns the office file
    idle          locks after a while without a key or the mouse
    qt_words      Qt's own words in the language of the window
    names         `isolated` around every name (no Qt)
    labels        headings, text and buttons, always plain text
    name_button   a quiet button with a name on it that may be too long for its place
    page          Page with head, Card, EmptyState
    list_page     a page with a list, and what is chosen from it beside or beneath it
    notes         Banner: one sentence and the next step
    form          Form with fields, problems beneath them, Autosave
    choice        Choice: a drop-down
    segments      Segments: buttons of which one is down
    signs         the signs of verdicts and dates: icon, colour and word together (no Qt)
    status_patterns, status_brushes    how the bar of a paper is filled (the first without Qt)
    time_axis     an axis of time that is painted: keys, tips, words, the line of today
    day_field     the field for a day as people type it
    table         TupleTable: pages of tuples from a callable
    due_entry, due_words    one date of some client in words (no Qt)
    due_list      such dates in two lines each, painted
    outline       nested lines with signs and citations, and forms in place
    columns       two columns that stand under each other in large text; flow: a row that wraps
    emptied       take everything out of a layout
    number_field  the field for a number, as people write it
    sign_picture  a sign that may change
    pdf_pages, printer    a PDF as pictures, for the screen and for paper (the first without Qt)
    way_out, way_out_card    what leaves the office, with names or without (the first without Qt)
    dates_out     lists of dates and the calendar file, as ways out (no Qt)
    open_case     the case on the desk: one value, autosaved, everybody listens (no Qt)
    case_context  what every room of an open case works with (no Qt)
    answers       editors for what a case knows, made from the vocabulary
"""
