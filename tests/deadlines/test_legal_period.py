"""A period from its start to its last and its safe day, and every step of how it was found.

A row says what is told on the way: the sections of the BGB in short, 31(2) of the VwVfG, every closed day
that is passed over, and whether the end then `moves` or `holds` on a working day. Without either it stays.
"""

from __future__ import annotations

import pytest

from desktop.deadlines.counting import Begins
from desktop.deadlines.holidays import PLACES, calendar_of
from desktop.deadlines.legal_period import period
from tests.deadlines.counting import d, length, told

BEGINS = {"event": Begins.EVENT, "begin": Begins.DAY, "set": Begins.AUTHORITY}


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
