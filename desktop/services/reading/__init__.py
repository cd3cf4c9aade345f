"""Reading copies: a letter or a declaration in German beside the client's language, line by line.

    phrases      every German text that such a sheet is made of, from the files that hold them
    phrasebook   the same in another language; finds in a printed line the phrase it was made of
    copies       the copy of a sheet as a hand-out: the same numbers on both sides

A copy is made from the finished German sheet, so it always shows what is sent and signed: a paragraph the
office worded anew has no translation and stands there in German, with a note. Values stay as they are.
"""
