"""Write resources/holidays/*.yaml from the `holidays` package: `python packaging/holiday_tables.py`.

The program ships frozen tables instead of the package: an update of a library must not move a legal period,
and versions differ (0.84 lacked 15 August in Augsburg). After a change of law, run this with a package that
knows it, read the difference, commit it. `tests/deadlines/test_holidays.py` compares tables and package.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "holidays"
YEARS = range(2020, 2041)

LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()

MUNICIPAL = {
    "DE-BY+assumption": ("DE-BY", "Assumption Day"),
    "DE-BY-AUGSBURG": ("DE-BY", "Assumption Day"),
    "DE-SN+corpus": ("DE-SN", "Corpus Christi"),
    "DE-TH+corpus": ("DE-TH", "Corpus Christi"),
}
"""Places whose days differ from their Land, and the day they share with the package's category `catholic`."""

IDS = {
    "New Year's Day": "new_year",
    "Epiphany": "epiphany",
    "Women's Day": "womens_day",
    "Good Friday": "good_friday",
    "Easter Sunday": "easter_sunday",
    "Easter Monday": "easter_monday",
    "Labor Day": "labour_day",
    "Ascension Day": "ascension",
    "Pentecost": "whit_sunday",
    "Pentecost Monday": "whit_monday",
    "Corpus Christi": "corpus_christi",
    "Augsburg Peace Festival": "peace_festival",
    "Assumption Day": "assumption",
    "World Children's Day": "childrens_day",
    "German Unity Day": "unity_day",
    "Reformation Day": "reformation_day",
    "All Saints' Day": "all_saints",
    "Repentance and Prayer Day": "repentance_day",
    "Christmas Day": "christmas_day",
    "Second Day of Christmas": "second_christmas_day",
}
ONCE = {
    date(2020, 5, 8): "liberation_day",
    date(2025, 5, 8): "liberation_day",
    date(2028, 6, 17): "uprising_day",
}
"""Days of Berlin in a single year."""


def of_package(place: str) -> dict[date, str]:
    """Every public holiday of a place that the package knows, by our ids. `DE` is what all Länder share."""
    if place in MUNICIPAL:
        land, extra = MUNICIPAL[place]
        subdivision = "Augsburg" if place == "DE-BY-AUGSBURG" else land[3:]
        own = _read(subdivision)
        local = {day: name for day, name in _read(subdivision, "catholic").items() if name == extra}
        return _with_ids(own | local)
    return _with_ids(_read(None if place == "DE" else place[3:]))


def _read(subdivision: str | None, category: str = "public") -> dict[date, str]:
    found = holidays.country_holidays(
        "DE", subdiv=subdivision, years=YEARS, language="en_US", categories=(category,)
    )
    return dict(found.items())


def _with_ids(days: dict[date, str]) -> dict[date, str]:
    return {day: ONCE.get(day) or IDS[name] for day, name in sorted(days.items())}


def table(place: str) -> str:
    """The file of one place; only what its parent table does not have already."""
    parent = MUNICIPAL[place][0] if place in MUNICIPAL else None if place == "DE" else "DE"
    known = of_package(parent) if parent else {}
    own: dict[str, list[date]] = defaultdict(list)
    for day, name in of_package(place).items():
        if day not in known:
            own[name].append(day)
    fixed = {name: days for name, days in own.items() if _every_year(days)}
    lines = [
        f"place: {place}",
        f"source: package holidays {version('holidays')}, packaging/holiday_tables.py",
        *([f"extends: {parent}"] if parent else []),
        f"years: {YEARS[0]}-{YEARS[-1]}",
        *(["every_year:"] if fixed else []),
        *(f"  {name}: {days[0]:%m-%d}" for name, days in fixed.items()),
        *(["single_days:"] if len(fixed) < len(own) else []),
    ]
    for name in sorted(own.keys() - fixed.keys(), key=lambda each: own[each]):
        lines += [f"  {name}:", *(f"    - {day}" for day in own[name])]
    return "\n".join(lines) + "\n"


def _every_year(days: list[date]) -> bool:
    return len({f"{day:%m-%d}" for day in days}) == 1 and len(days) == len(YEARS)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for place in ("DE", *(f"DE-{land}" for land in LAENDER), *MUNICIPAL):
        (FOLDER / f"{place}.yaml").write_text(table(place), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
