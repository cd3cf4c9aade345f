"""Editors for what a case knows, made from the vocabulary of the rule pack.

    editor          AnswerEditor: one input, answered in place, with not known and will not say
    values          the small editors inside: buttons, day, number, set, text
    record_form     one record of a list, each field with its editor
    record_list     the records of a list fact: add, change, remove
    judgement_form  yes, no or open, with the reason; author and day are added by the presenter

Nothing here decides: an editor shows an answer and says what a person answered. What answers, records and
facts are called stands in `desktop.services.words`.
"""
