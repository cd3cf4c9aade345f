"""The window. Every room follows one pattern, and rooms do not know each other.

    room/view.py        widgets: `show_...` in, signals out; no decision
    room/presenter.py   decides what is shown; knows services and plain values, no Qt
    room/model.py       only where there is a list or a tree
    room/room.py        view, presenter and services put together for a `desk.Desk`

`kit` holds what the rooms share (it knows no room), `commands` every command once, `shell` the frame around
the rooms, `furnish` puts them into it, `desktop.app` starts and ends it all. The office file belongs to one
worker thread: a presenter asks through `kit.jobs.Jobs.run` and drops an answer that came too late.
"""
