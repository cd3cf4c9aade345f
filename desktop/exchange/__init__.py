"""Data of the office in the forms of other programs. Values in, bytes out; nothing here knows an office file.

calendar_file   dates as iCalendar (RFC 5545)
"""
