"""The print room of a case: a task is chosen, its sheets are seen as one PDF, printed in one job and kept.

presenter   which sheets; makes them anew after every change, as long as somebody looks
seen        the page as the presenter knows it
sending     the pages to the printer
making      the work on the other thread: what fits, the PDF, what the letters should still be told
offer       what can be chosen, in words
preview, turning     the pages on the screen, drawn from the bytes that are printed; turning and zoom
choosing, asked      the task, its sheets and what they share; the questions of letters
wording     paragraphs of letters, worded anew for one print
keeping     what went out is noted, and what the client was handed
earlier     what was printed before
view, room  the page, put together
"""
