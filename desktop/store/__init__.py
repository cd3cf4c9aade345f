"""The encrypted office file: SQLCipher, written through SQLModel. Rows never leave this package.

    office_file   create, open, read, change, check; `bundle` is the folder `Name.akte/`, `engine` the only
                  way to its database, `lock` the one-writer rule, `durable` files that survive a power cut,
                  `problems` every failure's sentence
    keys          who can open it: `credentials`, `kdf`, `header` (what stands in keys.json), `keyfile`
    journal       every row write, with images before and after, in one transaction; `undo` goes back;
                  `noting` writes what the file notes by itself
    audit         the hash chain beside it, without values and names
    rows          the tables; `links` SQLAlchemy on the connection; `casefile_rows` writes a CaseFile as rows,
                  `stored_case` reads it; `values` translates answers for both
    clients       save, load, list, delete; `search` finds by spelling, `present_papers` the latest paper;
                  `deadlines` keeps what was derived, `due_lists` lists it over all clients, `kept_facts` what
                  a caseload is evaluated from, `prospects` what the forecast finds for whom,
                  `office_settings` what the office set; `processing` how long authorities took; `printed`
                  what was printed for whom
    backup        verified copies with keys of their own; `restore` makes an office file from one
    migrations    earlier schemas become the present one, with a backup before

Reading is plain SQL; writing goes through SQLModel, which with SQLAlchemy takes 40 MiB and half a second to
import. That happens when a person changes something first: only `rows`, `casefile_rows`, `links`, `journal`
and the migration steps import it at the top, and the other modules import these inside the function that
writes. What the file notes by itself (`noting`) is plain SQL too.

An `OfficeFile` belongs to one thread at a time. Values that leave are frozen dataclasses of `desktop.cases`,
named tuples, or plain tuples. `now` is passed in, always with a time zone; instants are kept as UTC text.
"""
