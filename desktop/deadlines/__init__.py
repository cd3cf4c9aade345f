"""Legal time: counting periods, until when papers are good, what filing does, what the office must know.

From the ground up:

`arithmetic` counts by BGB §§ 187-193; `spans` measures chains of periods; `holidays` has the frozen
tables of every place. `legal_period` computes a period from its start to its last and its safe day,
telling how it counted (`counting`) and over which closed days it rolled (`rollover`). `announcement`
says from which day the periods of a decision letter run: by how it came (`arrivals`, `after_sending`,
each giving `readings`), by the days that the law lets pass (`announce_rules`), and what holds where it had
to be served (`formal_service`).
`remedies` goes on from there: the rows of the `remedy_table` (`remedy_reading`) that hold (`regimes`), the
printed `instruction` against them, each act with its end (`one_remedy`, `remedy_periods`), the other days
beside it (`remedy_lines`) and what one should know (`remedy_notes`). Both tables come with the rule pack,
as its `time_law`.

`validity` says on which days a paper held in law, `recognition` reads the
circumstances of a case that move this, `effects` is the one home of § 81; what decision letters have ended
is in `refusals` and `lapse`. `authorities` is the
directory with lead times and places. `schedule` turns a case into due dates (`duedates`), each with its
derivation as data (`derivation`): titles in `ends`, other papers of stay in `certificates`, passports in
`passports`, papers and cards in `folder`, papers without an end in `open_ended`, the
end of the rules on § 104c in `opportunity`; periods set off by an
event in `statutory`, `family`, `children`, `course`, `residence_rule`, `training` and `exemption`, by a
request outside a decision in `notices`; waiting times (`waiting`) in `suspension` and `settlement`;
decision letters in `remedy_dates`; all read an `outlook`.

Conventions: last days are inclusive, spans half-open. The end of a title or paper never rolls over to
the next working day, a filing period does. The safe day is the last day on or before the end on which
offices are surely open. Of a day known only by month the reading counts that does no harm. Today is
always passed in.
"""
