"""A period from its start to its last and its safe day, and every step of how it was found.

A row says what is told on the way: the sections of the BGB in short, 31(2) of the VwVfG, every closed day
that is passed over, and whether the end then `moves` or `holds` on a working day. Without either it stays.
"""

from __future__ import annotations

from datetime import date

import pytest

from desktop import resources
from desktop.cases.periods import PartialDate, Span
from desktop.deadlines.arithmetic import Length, MonthPart, Unit, day_of_month, days, months, weeks, years
from desktop.deadlines.counting import Begins
from desktop.deadlines.derivation import Step
from desktop.deadlines.holidays import PLACES, calendar_of
from desktop.deadlines.legal_period import (
    Law,
    LegalPeriod,
    end_of_validity,
    extended,
    fixed_day,
    last_scattered_day,
    period,
    waiting,
    weeks_before,
    working_days,
)
from desktop.errors import Problem
from desktop.texts import LANGUAGES, Texts

MUNICH = calendar_of("DE-BY+assumption")
FRANKFURT = calendar_of("DE-HE")
BEGINS = {"event": Begins.EVENT, "begin": Begins.DAY, "set": Begins.AUTHORITY}


def d(text: str) -> date:
    """A day as paper writes it: 02.12.2026."""
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))


def length(text: str) -> Length:
    """2 weeks, half month, 1 months half."""
    count, unit, *half = text.split()
    if count == "half":
        return Length(0, Unit.MONTHS, half_month=True)
    return Length(int(count), Unit(unit), half_month=bool(half))


def told(steps: tuple[Step, ...]) -> str:
    """The steps in short: 187(1) > 188(2) > Christmas Day > moves."""
    return " > ".join(filter(None, map(_short, steps)))


def _short(each: Step) -> str:
    if "holiday" in each.values:
        return str(each.values["holiday"])
    if "is no working day" in each.text:
        day = each.values["day"]
        assert isinstance(day, date)
        return "Mon Tue Wed Thu Fri Sat Sun".split()[day.weekday()]
    if "next working day" in each.text:
        return "moves"
    if "is a working day" in each.text:
        return "holds"
    if not each.cite:
        return ""
    section, _, paragraph = each.cite.removeprefix("§ ").partition(" Abs. ")
    number = paragraph.split()[0] if paragraph else ""
    return f"{section.split()[0]}({number})" if number else section.split()[0]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


# 4.5 of the law brief: number | begins | start | length | place | told | raw end | end | safe day
EXAMPLES = rows("""
1   | event | 02.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 16.12.2026 | 16.12.2026 | 16.12.2026
2   | event | 12.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Second Day of Christmas > moves | 26.12.2026 | 28.12.2026 | 23.12.2026
3   | event | 18.12.2026 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > Christmas Day > Second Day of Christmas > moves | 25.12.2026 | 28.12.2026 | 23.12.2026
4   | event | 24.12.2026 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 31.12.2026 | 31.12.2026 | 30.12.2026
5   | event | 30.01.2027 | 1 months | DE-BY+assumption | 187(1) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
6   | event | 31.08.2026 | 1 months | DE-BY+assumption | 187(1) > 188(3) > holds | 30.09.2026 | 30.09.2026 | 30.09.2026
7   | event | 31.01.2028 | 1 months | DE-BY+assumption | 187(1) > 188(3) > holds | 29.02.2028 | 29.02.2028 | 29.02.2028
8   | event | 14.12.2026 | 1 months | DE-BY+assumption | 187(1) > 188(2) > holds | 14.01.2027 | 14.01.2027 | 14.01.2027
9   | event | 27.12.2026 | 1 months | DE-BY+assumption | 187(1) > 188(2) > holds | 27.01.2027 | 27.01.2027 | 27.01.2027
10  | event | 02.01.2025 | 1 months | DE-BY+assumption | 187(1) > 188(2) > Sun > moves | 02.02.2025 | 03.02.2025 | 31.01.2025
11  | event | 06.01.2025 | 1 months | DE-BY+assumption | 187(1) > 188(2) > holds | 06.02.2025 | 06.02.2025 | 06.02.2025
12  | event | 14.12.2026 | 1 years  | DE-BY+assumption | 187(1) > 188(2) > holds | 14.12.2027 | 14.12.2027 | 14.12.2027
13  | event | 02.12.2026 | 3 months | DE-BY+assumption | 187(1) > 188(2) > holds | 02.03.2027 | 02.03.2027 | 02.03.2027
14a | event | 30.11.2026 | 1 months | DE-BY+assumption | 187(1) > 188(2) > holds | 30.12.2026 | 30.12.2026 | 30.12.2026
14b | event | 30.11.2026 | 3 months | DE-BY+assumption | 187(1) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
14c | event | 30.11.2026 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 07.12.2026 | 07.12.2026 | 07.12.2026
15  | event | 02.12.2026 | 1 months | DE-BY+assumption | 187(1) > 188(2) > Sat > moves | 02.01.2027 | 04.01.2027 | 30.12.2026
16  | event | 14.12.2026 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 21.12.2026 | 21.12.2026 | 21.12.2026
17  | event | 10.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 24.12.2026 | 24.12.2026 | 23.12.2026
18  | event | 11.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Christmas Day > Second Day of Christmas > moves | 25.12.2026 | 28.12.2026 | 23.12.2026
26  | event | 31.08.2026 | 6 months | DE-BY+assumption | 187(1) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
27a | event | 06.10.2026 | 3 months | DE-BY+assumption | 187(1) > 188(2) > Epiphany > moves | 06.01.2027 | 07.01.2027 | 05.01.2027
27b | event | 06.10.2026 | 3 months | DE-TH | 187(1) > 188(2) > holds | 06.01.2027 | 06.01.2027 | 06.01.2027
29a | event | 04.11.2026 | 2 weeks  | DE-SN | 187(1) > 188(2) > Repentance Day > moves | 18.11.2026 | 19.11.2026 | 17.11.2026
29b | event | 04.11.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 18.11.2026 | 18.11.2026 | 18.11.2026
30a | event | 06.09.2027 | 2 weeks  | DE-TH | 187(1) > 188(2) > World Children's Day > moves | 20.09.2027 | 21.09.2027 | 17.09.2027
30b | event | 06.09.2027 | 2 weeks  | DE-SN | 187(1) > 188(2) > holds | 20.09.2027 | 20.09.2027 | 20.09.2027
31a | event | 01.08.2028 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Assumption Day > moves | 15.08.2028 | 16.08.2028 | 14.08.2028
31b | event | 01.08.2028 | 2 weeks  | DE-BY | 187(1) > 188(2) > holds | 15.08.2028 | 15.08.2028 | 14.08.2028
31c | event | 01.08.2028 | 2 weeks  | DE-SL | 187(1) > 188(2) > Assumption Day > moves | 15.08.2028 | 16.08.2028 | 14.08.2028
32a | event | 01.08.2028 | 1 weeks  | DE-BY-AUGSBURG | 187(1) > 188(2) > Augsburg Peace Festival > moves | 08.08.2028 | 09.08.2028 | 07.08.2028
32b | event | 01.08.2028 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 08.08.2028 | 08.08.2028 | 08.08.2028
33a | event | 01.10.2027 | 1 months | DE-NW | 187(1) > 188(2) > All Saints' Day > moves | 01.11.2027 | 02.11.2027 | 29.10.2027
33b | event | 01.10.2027 | 1 months | DE-BE | 187(1) > 188(2) > holds | 01.11.2027 | 01.11.2027 | 01.11.2027
34a | event | 08.02.2027 | 1 months | DE-BE | 187(1) > 188(2) > International Women's Day > moves | 08.03.2027 | 09.03.2027 | 05.03.2027
34b | event | 08.02.2027 | 1 months | DE-BB | 187(1) > 188(2) > holds | 08.03.2027 | 08.03.2027 | 08.03.2027
35  | event | 06.04.2027 | 1 months | DE-BY+assumption | 187(1) > 188(2) > Ascension Day > moves | 06.05.2027 | 07.05.2027 | 05.05.2027
36  | set   | 14.12.2026 | 2 weeks  | DE-BY+assumption | 31(2) > 188(2) > holds | 28.12.2026 | 28.12.2026 | 28.12.2026
38  | event | 01.12.2026 | 4 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 29.12.2026 | 29.12.2026 | 29.12.2026
44a | event | 13.02.2027 | 1 months | DE-BY+assumption | 187(1) > 188(2) > Sat > moves | 13.03.2027 | 15.03.2027 | 12.03.2027
44b | event | 14.02.2027 | 1 months | DE-BY+assumption | 187(1) > 188(2) > Sun > moves | 14.03.2027 | 15.03.2027 | 12.03.2027
45  | event | 11.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Christmas Day > Second Day of Christmas > moves | 25.12.2026 | 28.12.2026 | 23.12.2026
46  | event | 05.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Sat > moves | 19.12.2026 | 21.12.2026 | 18.12.2026
47  | event | 03.12.2026 | 1 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 10.12.2026 | 10.12.2026 | 10.12.2026
52a | event | 30.11.2026 | 1 years  | DE-BY+assumption | 187(1) > 188(2) > holds | 30.11.2027 | 30.11.2027 | 30.11.2027
52b | begin | 01.01.2027 | 3 years  | DE-BY+assumption | 187(2) > 188(2) > holds | 31.12.2029 | 31.12.2029 | 28.12.2029
57  | event | 23.12.2026 | 3 days   | DE-BY+assumption | 187(1) > 188(1) > Second Day of Christmas > moves | 26.12.2026 | 28.12.2026 | 23.12.2026
61  | event | 14.12.2026 | 10 days  | DE-BY+assumption | 187(1) > 188(1) > holds | 24.12.2026 | 24.12.2026 | 23.12.2026
67  | event | 10.12.2026 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 24.12.2026 | 24.12.2026 | 23.12.2026
""")  # noqa: E501

# The same, of periods that never roll over: validity, age, restriction, waiting, consent, not taken over.
FIXED = rows("""
22a | begin | 31.12.2025 | 18 months | DE-BY+assumption | 187(2) > 188(2) | 30.06.2027 | 30.06.2027 | 30.06.2027
22b | begin | 30.12.2025 | 18 months | DE-BY+assumption | 187(2) > 188(2) | 29.06.2027 | 29.06.2027 | 29.06.2027
22c | begin | 15.11.2025 | 18 months | DE-BY+assumption | 187(2) > 188(2) | 14.05.2027 | 14.05.2027 | 14.05.2027
23a | begin | 31.08.2025 | 18 months | DE-BY+assumption | 187(2) > 188(3) | 28.02.2027 | 28.02.2027 | 26.02.2027
23b | begin | 01.09.2025 | 18 months | DE-BY+assumption | 187(2) > 188(2) | 28.02.2027 | 28.02.2027 | 26.02.2027
24  | begin | 15.03.2000 | 27 years  | DE-BY+assumption | 187(2) > 188(2) | 14.03.2027 | 14.03.2027 | 12.03.2027
25  | begin | 29.02.2000 | 27 years  | DE-BY+assumption | 187(2) > 188(2) | 28.02.2027 | 28.02.2027 | 26.02.2027
28a | event | 20.06.2024 | 3 years   | DE-BY+assumption | 187(1) > 188(2) | 20.06.2027 | 20.06.2027 | 18.06.2027
28b | begin | 20.06.2024 | 3 years   | DE-BY+assumption | 187(2) > 188(2) | 19.06.2027 | 19.06.2027 | 18.06.2027
39  | begin | 03.02.2021 | 5 years   | DE-BY+assumption | 187(2) > 188(2) | 02.02.2026 | 02.02.2026 | 02.02.2026
62a | event | 20.06.2026 | 6 months  | DE-BY+assumption | 187(1) > 188(2) | 20.12.2026 | 20.12.2026 | 18.12.2026
62b | event | 20.06.2026 | 12 months | DE-BY+assumption | 187(1) > 188(2) | 20.06.2027 | 20.06.2027 | 18.06.2027
64  | begin | 04.12.2026 | 90 days   | DE-BY+assumption | 187(2) > 188(1) | 03.03.2027 | 03.03.2027 | 03.03.2027
68  | event | 01.12.2026 | 2 weeks   | DE-BY+assumption | 187(1) > 188(2) | 15.12.2026 | 15.12.2026 | 15.12.2026
""")  # noqa: E501

# Our own, each computed by hand. Weekdays: 01.01.2024 Mon, 2025 Wed, 2026 Thu, 2027 Fri, 2028 Sat.
# Easter Sunday: 31.03.2024, 20.04.2025, 05.04.2026, 28.03.2027, 16.04.2028.
OWN = rows("""
January has 31 days, February 2026 has 28: Sat          | event | 31.01.2026 | 1 months | DE-NW | 187(1) > 188(3) > Sat > moves | 28.02.2026 | 02.03.2026 | 27.02.2026
30 January is missing in February, too                  | event | 30.01.2026 | 1 months | DE-NW | 187(1) > 188(3) > Sat > moves | 28.02.2026 | 02.03.2026 | 27.02.2026
and so is the 29th                                      | event | 29.01.2026 | 1 months | DE-NW | 187(1) > 188(3) > Sat > moves | 28.02.2026 | 02.03.2026 | 27.02.2026
the 28th is there: nothing is cut                       | event | 28.01.2026 | 1 months | DE-NW | 187(1) > 188(2) > Sat > moves | 28.02.2026 | 02.03.2026 | 27.02.2026
28 February + a month is the 28th, not the last of March | event | 28.02.2026 | 1 months | DE-NW | 187(1) > 188(2) > Sat > moves | 28.03.2026 | 30.03.2026 | 27.03.2026
31 March -> 30 April, Thu                               | event | 31.03.2026 | 1 months | DE-NW | 187(1) > 188(3) > holds | 30.04.2026 | 30.04.2026 | 30.04.2026
30 April -> 30 May, Sat before Whitsun week             | event | 30.04.2026 | 1 months | DE-NW | 187(1) > 188(2) > Sat > moves | 30.05.2026 | 01.06.2026 | 29.05.2026
31 May -> 30 June, Tue                                  | event | 31.05.2026 | 1 months | DE-NW | 187(1) > 188(3) > holds | 30.06.2026 | 30.06.2026 | 30.06.2026
31 July -> 31 August, Mon: both have 31                 | event | 31.07.2026 | 1 months | DE-NW | 187(1) > 188(2) > holds | 31.08.2026 | 31.08.2026 | 31.08.2026
31 October + 4 -> 28 February 2027, Sun                 | event | 31.10.2026 | 4 months | DE-NW | 187(1) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
31 December + 2 -> 28 February 2027                     | event | 31.12.2026 | 2 months | DE-NW | 187(1) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
31 December + 1 -> 31 January 2026, Sat                 | event | 31.12.2025 | 1 months | DE-NW | 187(1) > 188(2) > Sat > moves | 31.01.2026 | 02.02.2026 | 30.01.2026
leap day + 12 months -> 28 February 2025, Fri           | event | 29.02.2024 | 12 months | DE-NW | 187(1) > 188(3) > holds | 28.02.2025 | 28.02.2025 | 28.02.2025
leap day + 1 year, the same                             | event | 29.02.2024 | 1 years  | DE-NW | 187(1) > 188(3) > holds | 28.02.2025 | 28.02.2025 | 28.02.2025
leap day + 4 years is a leap day, Tue                   | event | 29.02.2024 | 4 years  | DE-NW | 187(1) > 188(2) > holds | 29.02.2028 | 29.02.2028 | 29.02.2028
28 February + 1 year stays the 28th in a leap year, Mon | event | 28.02.2027 | 1 years  | DE-NW | 187(1) > 188(2) > holds | 28.02.2028 | 28.02.2028 | 28.02.2028
31 January 2024 -> 29 February, Thu                     | event | 31.01.2024 | 1 months | DE-NW | 187(1) > 188(3) > holds | 29.02.2024 | 29.02.2024 | 29.02.2024
29 January 2024 -> 29 February, not cut                 | event | 29.01.2024 | 1 months | DE-NW | 187(1) > 188(2) > holds | 29.02.2024 | 29.02.2024 | 29.02.2024
30 November + 3 -> 29 February 2028, Tue                | event | 30.11.2027 | 3 months | DE-NW | 187(1) > 188(3) > holds | 29.02.2028 | 29.02.2028 | 29.02.2028
a year from the beginning of a leap day: 28 February    | begin | 29.02.2024 | 1 years  | DE-NW | 187(2) > 188(2) > holds | 28.02.2025 | 28.02.2025 | 28.02.2025
a year from 1 March 2024 ends with 28 February 2025     | begin | 01.03.2024 | 1 years  | DE-NW | 187(2) > 188(2) > holds | 28.02.2025 | 28.02.2025 | 28.02.2025
12 months from 1 March 2027 end with the leap day       | begin | 01.03.2027 | 12 months | DE-NW | 187(2) > 188(2) > holds | 29.02.2028 | 29.02.2028 | 29.02.2028
a month from 31 January would end with the 30th         | begin | 31.01.2027 | 1 months | DE-NW | 187(2) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
from the 30th with the 29th                             | begin | 30.01.2027 | 1 months | DE-NW | 187(2) > 188(3) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
from the 29th with the 28th, which is there             | begin | 29.01.2027 | 1 months | DE-NW | 187(2) > 188(2) > Sun > moves | 28.02.2027 | 01.03.2027 | 26.02.2027
from 31 August with 30 September, Wed                   | begin | 31.08.2026 | 1 months | DE-NW | 187(2) > 188(2) > holds | 30.09.2026 | 30.09.2026 | 30.09.2026
a week from Tue 1 December ends with Mon the 7th        | begin | 01.12.2026 | 1 weeks  | DE-NW | 187(2) > 188(2) > holds | 07.12.2026 | 07.12.2026 | 07.12.2026
a day from its beginning is that day                    | begin | 01.12.2026 | 1 days   | DE-NW | 187(2) > 188(1) > holds | 01.12.2026 | 01.12.2026 | 01.12.2026
BW Epiphany, Wed 6 January 2027                         | event | 23.12.2026 | 2 weeks  | DE-BW | 187(1) > 188(2) > Epiphany > moves | 06.01.2027 | 07.01.2027 | 05.01.2027
BW Corpus Christi, Thu 27 May 2027 (60 days from Easter) | event | 13.05.2027 | 2 weeks  | DE-BW | 187(1) > 188(2) > Corpus Christi > moves | 27.05.2027 | 28.05.2027 | 26.05.2027
BW All Saints, Mon 1 November 2027                      | event | 18.10.2027 | 2 weeks  | DE-BW | 187(1) > 188(2) > All Saints' Day > moves | 01.11.2027 | 02.11.2027 | 29.10.2027
BY Epiphany, Tue 6 January 2026                         | event | 23.12.2025 | 2 weeks  | DE-BY | 187(1) > 188(2) > Epiphany > moves | 06.01.2026 | 07.01.2026 | 05.01.2026
BY Assumption 2025 is a Fri: weekend follows            | event | 01.08.2025 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > Assumption Day > Sat > moves | 15.08.2025 | 18.08.2025 | 14.08.2025
BY the same day where it is no holiday                  | event | 01.08.2025 | 2 weeks  | DE-BY | 187(1) > 188(2) > holds | 15.08.2025 | 15.08.2025 | 14.08.2025
Augsburg Peace Festival, Fri 8 August 2025              | event | 25.07.2025 | 2 weeks  | DE-BY-AUGSBURG | 187(1) > 188(2) > Augsburg Peace Festival > Sat > moves | 08.08.2025 | 11.08.2025 | 07.08.2025
Munich has none                                         | event | 25.07.2025 | 2 weeks  | DE-BY+assumption | 187(1) > 188(2) > holds | 08.08.2025 | 08.08.2025 | 08.08.2025
Augsburg has Assumption Day, too                        | event | 01.08.2028 | 2 weeks  | DE-BY-AUGSBURG | 187(1) > 188(2) > Assumption Day > moves | 15.08.2028 | 16.08.2028 | 14.08.2028
BE Women's Day, Mon 8 March 2027                        | event | 22.02.2027 | 2 weeks  | DE-BE | 187(1) > 188(2) > International Women's Day > moves | 08.03.2027 | 09.03.2027 | 05.03.2027
BE Liberation Day once, Thu 8 May 2025                  | event | 24.04.2025 | 2 weeks  | DE-BE | 187(1) > 188(2) > Liberation Day > moves | 08.05.2025 | 09.05.2025 | 07.05.2025
BE and on Fri 8 May 2020                                | event | 24.04.2020 | 2 weeks  | DE-BE | 187(1) > 188(2) > Liberation Day > Sat > moves | 08.05.2020 | 11.05.2020 | 07.05.2020
BE not on Wed 8 May 2024                                | event | 24.04.2024 | 2 weeks  | DE-BE | 187(1) > 188(2) > holds | 08.05.2024 | 08.05.2024 | 08.05.2024
BE 17 June 2028 is a Sat                                | event | 03.06.2028 | 2 weeks  | DE-BE | 187(1) > 188(2) > Anniversary of the uprising of 1953 > moves | 17.06.2028 | 19.06.2028 | 16.06.2028
BB Reformation Day, Fri 31 October 2025                 | event | 17.10.2025 | 2 weeks  | DE-BB | 187(1) > 188(2) > Reformation Day > Sat > moves | 31.10.2025 | 03.11.2025 | 30.10.2025
HB Reformation Day, Tue 31 October 2028                 | event | 17.10.2028 | 2 weeks  | DE-HB | 187(1) > 188(2) > Reformation Day > moves | 31.10.2028 | 01.11.2028 | 30.10.2028
HH Reformation Day, Thu 31 October 2024                 | event | 17.10.2024 | 2 weeks  | DE-HH | 187(1) > 188(2) > Reformation Day > moves | 31.10.2024 | 01.11.2024 | 30.10.2024
NI Reformation Day, Wed 31 October 2029                 | event | 17.10.2029 | 2 weeks  | DE-NI | 187(1) > 188(2) > Reformation Day > moves | 31.10.2029 | 01.11.2029 | 30.10.2029
SH Reformation Day, Fri 31 October 2031                 | event | 17.10.2031 | 2 weeks  | DE-SH | 187(1) > 188(2) > Reformation Day > Sat > moves | 31.10.2031 | 03.11.2031 | 30.10.2031
HE Corpus Christi, Thu 4 June 2026                      | event | 21.05.2026 | 2 weeks  | DE-HE | 187(1) > 188(2) > Corpus Christi > moves | 04.06.2026 | 05.06.2026 | 03.06.2026
HE has no All Saints' Day                               | event | 18.10.2027 | 2 weeks  | DE-HE | 187(1) > 188(2) > holds | 01.11.2027 | 01.11.2027 | 01.11.2027
MV Women's Day, Wed 8 March 2028, over a leap day       | event | 23.02.2028 | 2 weeks  | DE-MV | 187(1) > 188(2) > International Women's Day > moves | 08.03.2028 | 09.03.2028 | 07.03.2028
MV did not have it in 2022, a Tue                       | event | 22.02.2022 | 2 weeks  | DE-MV | 187(1) > 188(2) > holds | 08.03.2022 | 08.03.2022 | 08.03.2022
MV Reformation Day, Tue 31 October 2028                 | event | 17.10.2028 | 2 weeks  | DE-MV | 187(1) > 188(2) > Reformation Day > moves | 31.10.2028 | 01.11.2028 | 30.10.2028
NW All Saints, Wed 1 November 2028; 31 October is open  | event | 18.10.2028 | 2 weeks  | DE-NW | 187(1) > 188(2) > All Saints' Day > moves | 01.11.2028 | 02.11.2028 | 31.10.2028
RP Corpus Christi, Thu 15 June 2028                     | event | 01.06.2028 | 2 weeks  | DE-RP | 187(1) > 188(2) > Corpus Christi > moves | 15.06.2028 | 16.06.2028 | 14.06.2028
SL Assumption Day, Fri 15 August 2031                   | event | 15.07.2031 | 1 months | DE-SL | 187(1) > 188(2) > Assumption Day > Sat > moves | 15.08.2031 | 18.08.2031 | 14.08.2031
SN Repentance Day, Wed 17 November 2027                 | event | 03.11.2027 | 2 weeks  | DE-SN | 187(1) > 188(2) > Repentance Day > moves | 17.11.2027 | 18.11.2027 | 16.11.2027
SN Corpus Christi only in some places                   | event | 13.05.2027 | 2 weeks  | DE-SN+corpus | 187(1) > 188(2) > Corpus Christi > moves | 27.05.2027 | 28.05.2027 | 26.05.2027
SN elsewhere it holds, but nobody relies on an open door | event | 13.05.2027 | 2 weeks  | DE-SN | 187(1) > 188(2) > holds | 27.05.2027 | 27.05.2027 | 26.05.2027
ST Epiphany, Tue 6 January 2026                         | event | 06.12.2025 | 1 months | DE-ST | 187(1) > 188(2) > Epiphany > moves | 06.01.2026 | 07.01.2026 | 05.01.2026
TH World Children's Day 2028 is a Wed                   | event | 06.09.2028 | 2 weeks  | DE-TH | 187(1) > 188(2) > World Children's Day > moves | 20.09.2028 | 21.09.2028 | 19.09.2028
TH Corpus Christi in the Eichsfeld, Thu 4 June 2026     | event | 21.05.2026 | 2 weeks  | DE-TH+corpus | 187(1) > 188(2) > Corpus Christi > moves | 04.06.2026 | 05.06.2026 | 03.06.2026
TH elsewhere it holds                                   | event | 21.05.2026 | 2 weeks  | DE-TH | 187(1) > 188(2) > holds | 04.06.2026 | 04.06.2026 | 03.06.2026
New Year's Eve 2027, a Fri, is a working day            | event | 24.12.2027 | 1 weeks  | DE-HE | 187(1) > 188(2) > holds | 31.12.2027 | 31.12.2027 | 30.12.2027
New Year 2028 on a Sat                                  | event | 18.12.2027 | 2 weeks  | DE-HE | 187(1) > 188(2) > New Year's Day > moves | 01.01.2028 | 03.01.2028 | 30.12.2027
New Year 2026 on a Thu                                  | event | 25.12.2025 | 1 weeks  | DE-HE | 187(1) > 188(2) > New Year's Day > moves | 01.01.2026 | 02.01.2026 | 30.12.2025
Second Day of Christmas 2025 is a Fri                   | event | 12.12.2025 | 2 weeks  | DE-HE | 187(1) > 188(2) > Second Day of Christmas > Sat > moves | 26.12.2025 | 29.12.2025 | 23.12.2025
over the year: 29 December + 3 days                     | event | 29.12.2026 | 3 days   | DE-HE | 187(1) > 188(1) > New Year's Day > Sat > moves | 01.01.2027 | 04.01.2027 | 30.12.2026
28 December + 3 days is New Year's Eve                  | event | 28.12.2026 | 3 days   | DE-HE | 187(1) > 188(1) > holds | 31.12.2026 | 31.12.2026 | 30.12.2026
Good Friday 2027 to Easter Monday                       | event | 12.03.2027 | 2 weeks  | DE-HE | 187(1) > 188(2) > Good Friday > Sat > Easter Monday > moves | 26.03.2027 | 30.03.2027 | 25.03.2027
Good Friday 2026                                        | event | 20.03.2026 | 2 weeks  | DE-HE | 187(1) > 188(2) > Good Friday > Sat > Easter Monday > moves | 03.04.2026 | 07.04.2026 | 02.04.2026
Whit Monday 2027                                        | event | 17.04.2027 | 1 months | DE-HE | 187(1) > 188(2) > Whit Monday > moves | 17.05.2027 | 18.05.2027 | 14.05.2027
Ascension Day 2024, Thu 9 May                           | event | 25.04.2024 | 2 weeks  | DE-HE | 187(1) > 188(2) > Ascension Day > moves | 09.05.2024 | 10.05.2024 | 08.05.2024
Unity Day 2028, a Tue                                   | event | 19.09.2028 | 2 weeks  | DE-HE | 187(1) > 188(2) > Day of German Unity > moves | 03.10.2028 | 04.10.2028 | 02.10.2028
Labour Day 2026, a Fri                                  | event | 01.04.2026 | 1 months | DE-HE | 187(1) > 188(2) > Labour Day > Sat > moves | 01.05.2026 | 04.05.2026 | 30.04.2026
set by an authority on Fri, 10 days                     | set   | 20.11.2026 | 10 days  | DE-HE | 31(2) > 188(1) > holds | 30.11.2026 | 30.11.2026 | 30.11.2026
half a month is 15 days: 15 + 15 = Sat 30 January       | event | 15.01.2027 | half month | DE-HE | 187(1) > 189(1) > Sat > moves | 30.01.2027 | 01.02.2027 | 29.01.2027
a month and a half: 31 January + 15 = Mon 15 February   | event | 31.12.2026 | 1 months half | DE-HE | 187(1) > 188(2) > 189 > holds | 15.02.2027 | 15.02.2027 | 15.02.2027
the half comes last, after the cut: 28 February + 15    | event | 31.01.2027 | 1 months half | DE-HE | 187(1) > 188(3) > 189 > holds | 15.03.2027 | 15.03.2027 | 15.03.2027
half a month from the beginning of 1 January            | begin | 01.01.2027 | half month | DE-HE | 187(2) > 189(1) > holds | 15.01.2027 | 15.01.2027 | 15.01.2027
an unknown place keeps Epiphany and shuts the door      | event | 23.12.2026 | 2 weeks  |  | 187(1) > 188(2) > holds | 06.01.2027 | 06.01.2027 | 05.01.2027
and All Saints' Day                                     | event | 18.10.2027 | 2 weeks  |  | 187(1) > 188(2) > holds | 01.11.2027 | 01.11.2027 | 29.10.2027
""")  # noqa: E501


def named(row: list[str]) -> str:
    return row[0]


def check(row: list[str], *, rolls: bool) -> None:
    _, begins, start, runs, place, steps, raw_end, end, safe_day = row
    found = period(d(start), length(runs), calendar_of(place), begins=BEGINS[begins], rolls=rolls)
    assert (found.raw_end, found.end, found.safe_day) == (d(raw_end), d(end), d(safe_day))
    assert told(found.counted) == steps
    assert found.derivation[: len(found.counted)] == found.counted
    assert found.to_safe[-1].values["day"] == found.safe_day


@pytest.mark.parametrize("row", EXAMPLES, ids=named)
def test_worked_examples_of_the_law_brief(row: list[str]):
    check(row, rolls=True)


@pytest.mark.parametrize("row", FIXED, ids=named)
def test_worked_examples_that_never_roll(row: list[str]):
    check(row, rolls=False)


@pytest.mark.parametrize("row", OWN, ids=named)
def test_month_ends_leap_days_every_land_and_turns_of_the_year(row: list[str]):
    check(row, rolls=True)


def test_there_are_enough_examples_of_our_own_and_every_place_has_one():
    assert len(OWN) >= 60
    assert {row[4] for row in (*OWN, *EXAMPLES)} >= set(PLACES) - {"DE"}


# What the other functions count


def three(found: LegalPeriod) -> tuple[date, date, date]:
    return found.raw_end, found.end, found.safe_day


@pytest.mark.parametrize(
    ("event", "count", "end", "safe_day"),
    [
        ("23.12.2026", 3, "28.12.2026", "23.12.2026"),  # example 57: the day of service itself is open
        ("24.12.2026", 1, "28.12.2026", "24.12.2026"),  # 24 to 27 December are closed: the same day
        ("25.12.2026", 1, "28.12.2026", "25.12.2026"),
        ("26.12.2026", 2, "28.12.2026", "28.12.2026"),
    ],
)
def test_the_safe_day_never_lies_before_the_event(event: str, count: int, end: str, safe_day: str):
    found = period(d(event), days(count), MUNICH)
    assert (found.end, found.safe_day) == (d(end), d(safe_day))
    assert found.to_safe[-1].values["day"] == d(safe_day)


def test_a_working_day_after_a_closed_one_is_safe_on_the_day_itself():
    # Tue 31 October and Wed 1 November 2028 are closed somewhere in Germany.
    found = working_days(d("31.10.2028"), 1, calendar_of(""))
    assert (found.end, found.safe_day) == (d("01.11.2028"), d("31.10.2028"))


def test_19_a_waiting_period_does_not_roll_and_opens_on_the_next_day():
    found = waiting(d("30.11.2026"), months(3), MUNICH)
    assert (found.end, found.opens) == (d("28.02.2027"), d("01.03.2027"))
    assert told(found.counted) == "187(1) > 188(3)"
    late = waiting(PartialDate.parse("2026-11"), months(3), MUNICH)
    assert late.opens == d("01.03.2027")  # of a month its last day counts: 30 November


@pytest.mark.parametrize(
    ("number", "last", "safe_day"),
    [
        ("20", "28.02.2027", "26.02.2027"),
        ("21", "26.12.2026", "23.12.2026"),
        ("63", "16.12.2026", "16.12.2026"),
        ("65b", "28.02.2027", "26.02.2027"),
    ],
)
def test_the_end_of_a_paper_is_prompted_before_never_after(number: str, last: str, safe_day: str):
    found = end_of_validity(d(last), MUNICH)
    assert three(found) == (d(last), d(last), d(safe_day))


def test_37_a_day_named_by_the_authority_rolls_unless_the_letter_fixes_it():
    named_day = fixed_day(d("26.12.2026"), MUNICH)
    assert three(named_day) == (d("26.12.2026"), d("28.12.2026"), d("23.12.2026"))
    assert Law.PROCEDURE.value in [step.cite for step in named_day.counted]
    final = fixed_day(d("26.12.2026"), MUNICH, final=True)
    assert three(final) == (d("26.12.2026"), d("26.12.2026"), d("23.12.2026"))
    assert "§ 31 Abs. 3 S. 2, Abs. 5 VwVfG" in [step.cite for step in final.counted]


@pytest.mark.parametrize(
    ("count", "day", "safe_day"),
    [(8, "03.01.2027", "30.12.2026"), (12, "06.12.2026", "04.12.2026"), (16, "08.11.2026", "06.11.2026")],
)
def test_40_weeks_before_an_end(count: int, day: str, safe_day: str):
    found = weeks_before(d("28.02.2027"), count, MUNICH)
    assert three(found) == (d(day), d(day), d(safe_day))


@pytest.mark.parametrize(
    ("number", "served", "line", "end"),
    [
        ("48", "17.12.2026", "30.12.2026", "30.12.2026"),  # week to Thu 24; 28, 29, 30 (24 is a working day)
        ("49", "17.03.2027", "31.03.2027", "31.03.2027"),  # week to Wed 24; 25, then 30, 31 after Easter
        (
            "50",
            "19.12.2026",
            "30.12.2026",
            "31.12.2026",
        ),  # week to Sat 26 -> Mon 28; 29, 30, 31; raw 28, 29, 30
    ],
)
def test_three_working_days_after_a_week(number: str, served: str, line: str, end: str):
    week = period(d(served), weeks(1), FRANKFURT, law=Law.COURT)
    found = working_days(week, 3, FRANKFURT, "§ 38 Abs. 5 S. 3 AsylG")
    assert three(found) == (d(line), d(end), d(line))
    assert "§ 38 Abs. 5 S. 3 AsylG" in [step.cite for step in found.counted]
    assert any("safe line" in step.text for step in found.counted) == (line != end)


def test_51_three_working_days_after_a_court_decision():
    found = working_days(d("24.03.2027"), 3, FRANKFURT, "§ 38 Abs. 5 S. 3 AsylG")
    assert three(found) == (d("31.03.2027"), d("31.03.2027"), d("31.03.2027"))


def test_an_extension_runs_from_the_end_of_the_former_period():
    former = fixed_day(d("26.12.2026"), MUNICH)
    found = extended(former, weeks(2), MUNICH)
    # rolled end Mon 28 December + 2 weeks = Mon 11 January; raw end Sat 26 December + 2 weeks = Sat 9 January
    assert three(found) == (d("09.01.2027"), d("11.01.2027"), d("08.01.2027"))
    assert "190" in told(found.counted).split(" > ")
    # A former end on Tue 15 December is the same on both lines, and so is Tue 29 December.
    plain = extended(d("15.12.2026"), weeks(2), MUNICH)
    assert three(plain) == (d("29.12.2026"), d("29.12.2026"), d("29.12.2026"))
    # 31 January (Sunday) extended by a month: from Mon 1 February to 1 March; raw: 28 February.
    month = extended(fixed_day(d("31.01.2027"), MUNICH), months(1), MUNICH)
    assert three(month) == (d("28.02.2027"), d("01.03.2027"), d("26.02.2027"))


def test_scattered_months_are_thirty_days_each():
    spans = (Span(d("01.01.2026"), d("11.01.2026")), Span(d("01.03.2026")))
    # 10 days in January, 20 more from 1 March: the 20th is 20 March
    assert last_scattered_day(spans, months(1)) == d("20.03.2026")
    assert last_scattered_day(spans[:1], months(1)) is None
    assert last_scattered_day((Span(d("01.01.2026")),), years(1)) == d("31.12.2026")
    assert last_scattered_day((Span(d("01.01.2028")),), years(1)) == d(
        "30.12.2028"
    )  # 365 days of a leap year
    # Days in two spans count once: 1 to 20 January and 11 to 31 January are 31 days.
    twice = (Span(d("11.01.2026"), d("01.02.2026")), Span(d("01.01.2026"), d("21.01.2026")))
    assert last_scattered_day(twice, days(31)) == d("31.01.2026")
    assert last_scattered_day(twice, days(32)) is None
    assert last_scattered_day(twice, Length(0, Unit.MONTHS, half_month=True)) == d("15.01.2026")


@pytest.mark.parametrize(
    ("part", "year", "month", "day"),
    [
        (MonthPart.BEGINNING, 2027, 2, 1),
        (MonthPart.MIDDLE, 2027, 2, 15),
        (MonthPart.END, 2027, 2, 28),
        (MonthPart.END, 2028, 2, 29),
        (MonthPart.END, 2026, 12, 31),
    ],
)
def test_beginning_middle_and_end_of_a_month(part: MonthPart, year: int, month: int, day: int):
    assert day_of_month(part, year, month) == date(year, month, day)


# What is not known, and what cannot be


def test_a_start_known_by_month_gives_a_range_and_the_earlier_end_counts():
    found = period(PartialDate.parse("2026-10"), months(3), calendar_of("DE-TH"))
    # 1 October: 1 January, a holiday, then a weekend -> Mon 4. 31 October: Sun 31 January -> Mon 1 February
    assert (found.end, found.latest) == (d("04.01.2027"), d("01.02.2027"))
    assert found.safe_day == d("30.12.2026")
    assert found.notes[0].values == {"first": d("01.10.2026"), "last": d("31.10.2026")}


def test_every_rolled_day_cites_the_rule_of_its_law():
    for law in Law:
        found = period(d("18.12.2026"), weeks(1), MUNICH, law=law)
        assert found.counted[-1].cite == law.value


def test_an_unknown_place_is_noted():
    assert not period(d("18.12.2026"), weeks(1), MUNICH).notes
    assert "place is not known" in period(d("18.12.2026"), weeks(1), calendar_of("")).notes[0].text


def test_outside_the_tables_nothing_rolls_and_a_step_says_why():
    found = period(d("22.12.2040"), weeks(2), MUNICH)
    assert found.end == found.raw_end == d("05.01.2041")
    assert found.safe_day < d("05.01.2041")
    assert any("Holidays are known from" in step.text for step in found.counted)
    # A roll into the first year without a table stays where it is: 29 December 2040 is a Sat, 31 a Mon.
    assert period(d("29.11.2040"), months(1), MUNICH).end == d("31.12.2040")


@pytest.mark.parametrize("count", [0, -3])
def test_a_period_of_nothing_or_less_is_a_problem(count: int):
    for ask in (
        lambda: period(d("01.12.2026"), days(count), MUNICH),
        lambda: period(d("01.12.2026"), Length(count, Unit.YEARS), MUNICH, begins=Begins.DAY),
        lambda: working_days(d("01.12.2026"), count, MUNICH),
        lambda: waiting(d("01.12.2026"), months(count), MUNICH),
        lambda: extended(d("01.12.2026"), weeks(count), MUNICH),
        lambda: weeks_before(d("01.12.2026"), count, MUNICH),
        lambda: last_scattered_day((), days(count)),
    ):
        with pytest.raises(Problem, match=f"A period of {count} cannot be counted"):
            ask()


def test_a_negative_count_is_not_saved_by_half_a_month():
    with pytest.raises(Problem):
        period(d("01.12.2026"), Length(-1, Unit.MONTHS, half_month=True), MUNICH)


@pytest.mark.parametrize("unit", Unit)
def test_an_end_out_of_reach_is_a_problem(unit: Unit):
    for count in (10**5, 10**9, 10**30):
        with pytest.raises(Problem, match="too far away"):
            period(d("01.12.2026"), Length(count, unit), MUNICH)


def test_every_step_is_told_in_both_languages():
    rolled = period(d("18.12.2026"), weeks(1), MUNICH)
    for language in LANGUAGES:
        texts = Texts(language, resources.path("i18n"))
        for step in (*rolled.derivation, *working_days(rolled, 3, MUNICH).derivation):
            assert texts.translated(step.text)
            assert "{" not in step.show(texts)
    german = Texts("de", resources.path("i18n"))
    assert rolled.counted[2].show(german) == (
        "Fr 25.12.2026 ist Feiertag: Erster Weihnachtstag (Bayern, Ort mit Mariä Himmelfahrt)."
    )
