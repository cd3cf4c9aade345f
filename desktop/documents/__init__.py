"""What is printed: frozen inputs become PDF bytes; nothing here knows Qt, the store or a clock.

A document is asked for with one frozen input (`sheets`, `reasons_sheet`, `time_sheets`): plain texts in the
language of the sheet, days, enums. Services fill it; `build.pdf` turns one or several of them into the bytes
of one PDF. Every input carries a `Stamp`: the day until which the law was checked, the day of printing, and
whether a person approved the sheet.

From the outside inwards:

    build          inputs -> bytes; a file written in one step
    checklist, cover_letter, reasons     what stands on each sheet of a title, in reading order
    slip, filing_proof, day_list         the same of the sheets about time
    form           forms to tick, fill in and sign, from blocks of any kind (`form_sheet`)
    residence      the client's own sheet about the stay, with a bar of time (`residence_sheet`)
    handout, pictograms    the client's own sheet: German and another language side by side
    handout_columns, handout_own         one language of it; the frame with what is the client's own
    letter_texts   the wording of letters (resources/letters/<language>), with strict placeholders
    handover, handover_sheet             a decision for a lawyer, and its input
    plain_letter, plain_letter_sheet     a letter from finished passages, and its input
    procedural_texts, procedural_terms   the wording of letters about a procedure, and what each can know
    letter_statements      what they say for a condition that is met, and how far they may go
    letter_parts   what every letter has around its text
    letter         the geometry of a business letter, DIN 5008 forms A and B
    furniture, half, wording     head and foot of working sheets and of half sheets; words they share
    page           blocks -> pages: breaks, heads, feet, page x of y, the draft mark
    closing        a sheet is set a little closer where that saves a nearly empty last page
    parts, signs   what pages are made of: headings, paragraphs, rows and tables; tick boxes as shapes
    style          sizes, distances, greys
    typography     the only part that knows scripts: cleaning, measuring, lines; below it
    directions     which way every character runs
    shaping        fonts for every character, joined letters
    breaking       where a line may end
    fonts          the fonts of the process

Layout happens in two steps: first every block is measured and put on a page, then the pages are drawn,
because "page 2 of 3" must be known before page 2 is drawn. Drawing goes straight to the canvas: that is
nearly three times faster than paragraphs in the tables of reportlab.

Only one thread may build documents: the maps of shaped glyphs belong to the fonts of the process.
"""
