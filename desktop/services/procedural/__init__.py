"""Letters about a procedure, not about a title: each chosen when the case has its occasion.

    letter_case   one case as the writer of such a letter; what every letter shares
    recipients    whom it goes to: the authority of the case, or an address that is asked for
    of_decisions  what letters about a decision letter share: its days, and the last days of its remedies
    reminder, residence_rule, hardship, data_change, file_access, work_note, translation, departure
                  one letter each: when it is offered, what it asks, what it says
    registry      all of them by their kinds, for the print room

The wording is in resources/letters/procedural; the layout in `documents.plain_letter`.
"""
