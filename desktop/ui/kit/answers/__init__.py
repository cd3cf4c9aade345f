"""Editors for what a case knows, made from the vocabulary of the rule pack.

    names           LawNames: what statuses, titles, papers and facts of a pack are called
    record_words    what the fields of a record and their options are called
    words           AnswerWords: an answer, a record, a proof in one line (no Qt)
    parts           the fields of a record, as an editor needs them (no Qt)
    editor          AnswerEditor: one input, answered in place, with not known and will not say
    values          the small editors inside: buttons, day, number, set, text
    record_form     one record of a list, each field with its editor
    record_list     the records of a list fact: add, change, remove
    judgement_form  yes, no or open, with the reason; author and day are added by the presenter

Nothing here decides: an editor shows an answer and says what a person answered. The pack is known by its
attributes only and never imported, so that the first window does not wait for it.
"""
