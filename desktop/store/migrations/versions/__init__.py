"""One module for each step; `op` works inside `run.upgrade`."""
