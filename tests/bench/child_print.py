"""Run as a program: print a letter for the first time, and say what the print took.

What the window has loaded when a case has been opened is loaded before the clock starts: the law, the office,
the case with its assessment and dates, the words of the program, and the modules that print, which the room
of the case loads behind the person's back. The fonts and the wording of the letter are not.
"""

from __future__ import annotations

import json
import time
from datetime import date

from desktop import resources
from desktop.services import assessment, deadlines, office  # noqa: F401 - an open case has them loaded
from desktop.services.reference import load_reference
from desktop.services.samples import sample_cases
from desktop.texts import Texts

TODAY = date(2026, 11, 24)


def main() -> None:
    reference = load_reference()
    case = sample_cases(reference, TODAY)["muenchen-abschiebungsverbot"]
    found = assessment.assess(reference, case, TODAY)
    from desktop.services import printing

    Texts("de", resources.path("i18n"))("a string that no catalogue has")  # so that all of them are read
    start = time.process_time()
    choice = printing.defaults(reference, case, found, kind="letter")
    made = printing.printed(reference, case, choice, today=TODAY, office="Beratung Musterstadt")
    taken = time.process_time() - start
    print(json.dumps({"cpu": taken, "bytes": len(made.pdf)}), flush=True)


if __name__ == "__main__":
    main()
