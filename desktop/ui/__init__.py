"""The window. Every room follows one pattern, and rooms do not know each other.

    room/view.py        widgets: `show_...` in, signals out; no decision
    room/presenter.py   decides what is shown; knows services and plain values, no Qt
    room/model.py       only where there is a list or a tree
    room/room.py        view, presenter and services put together for a `desk.Desk`

`kit` holds what the rooms share (it knows no room), `commands` every command once, `shell` the frame around
the rooms in its `window`, `furnish` puts them into it, `desktop.app` starts and ends it all. `case_room` is
made of several rooms, `desk` is what rooms get, `finder` and `client_picker` find clients and commands from
the keyboard, `upkeep` takes steps back and keeps dates right, `day_watch` counts what is due and notices a
new day (`watching` puts it together with the rail and the `tray`, `office_day` says what a day begins with),
`help_page` and `crash_report` speak for
themselves, `pictures` takes pictures of every page. The office file belongs to one worker thread: a presenter
asks through `kit.jobs.Jobs.run` and drops an answer that came too late.
"""
