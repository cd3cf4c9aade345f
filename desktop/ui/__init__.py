"""The window. Every room follows one pattern, and rooms do not know each other.

    room/view.py        widgets: `show_...` in, signals out; no decision
    room/presenter.py   decides what is shown; knows services and plain values, no Qt
    room/model.py       only where there is a list or a tree

`kit` holds what the rooms share (it knows no room), `commands` every command once, `window` the frame around
the rooms. `desktop.app` puts them together. The office file belongs to one worker thread: a presenter asks
through `kit.jobs.Jobs.run` and drops an answer that came too late.
"""
