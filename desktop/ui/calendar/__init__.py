"""The calendar of the office: month and week, what is on a day, and the file for other calendars.

days.py        the days that are looked at, with holidays and counts; no Qt
presenter.py   which days are shown, what moves them
month.py       the grid of a month, as a table
week.py        the seven days of a week, each with its dates
export.py      the calendar file, with or without names
"""
