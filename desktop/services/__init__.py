"""One module per thing a user can ask for; free of Qt, synchronous, the only door for window and CLI.

`reference` holds what never changes during a session (rule pack, authorities), `office` the opened office
file. Everything else is a function of one of the two and a frozen case: `clients` lists and saves,
`assessment` evaluates and answers, `caseload` evaluates everybody, `deadlines` derives dates, `papers` says
what an application needs and `filing` what it does, `printing` turns a case into a sheet, `samples` and
`invented` bring clients to try the program on. Whoever calls passes the day and the moment; nothing here
reads a clock.
"""
