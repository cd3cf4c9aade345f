"""What a person declares and signs, and what the office tells in return: wording as data, from the case.

    texts     the wording of every sheet and the sections it rests on (resources/declarations)
    frames    the few words of the client's own sheet
    profile   what the office says of itself on these sheets: address, officer for data protection, persons
    values    what is filled in, and what holds of this case

`services/sheets/declarations` makes sheets of them.
"""
