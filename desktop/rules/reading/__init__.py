"""From the files of a rule pack to the law as the rest of `rules` knows it: read, checked, built.

`written` says what a file may write, `faults` collects what is wrong with file, key and line, `trees` builds
conditions (classes inherited, groups put in, bars turned by De Morgan), `norms`, `vocabulary` and `tables`
build the rest. `packs.load` is the way in.
"""
