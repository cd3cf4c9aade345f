"""What a counsellor knows about a person: pure, frozen dataclasses, no verdicts, no storage.

A `CaseFile` is one client with everything known: who the person is (`people`), the dated history of papers
and statuses (`status`, `decisions`, `applications`), the papers in the folder (`papers`), and the answers to
single questions with who gave them, when, and what proves them (`answers`). Inputs only: whatever follows
from them (months of stay, "identity cleared") is computed in `rules.facts` and never stored here.

Which inputs exist, their names and types stand in the rule pack's vocabulary; their *shapes* (a day, a
choice, a list of status periods ...) stand in `shapes` and `recordshapes`. `document` reads and writes one
case as a portable YAML/JSON file through those shapes, and `store` keeps values as JSON through them too.
`typed_day` reads what people type for a day.

Conventions: periods are half-open inside (`end` is the first day that no longer counts) and inclusive on
paper; a date known only by month or year is a `PartialDate`; unknown is not no.
"""
