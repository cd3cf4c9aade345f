"""What is filled into a declaration, and which of its blocks stand there in this case."""

from __future__ import annotations

from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.words import DECISION_WORDS, spoken_day
from desktop.deadlines.arithmetic import completed_on, last_day_from, months
from desktop.texts import Texts

from ..handouts.languages import GERMAN, languages
from ..reference import UNKNOWN_AUTHORITY, Reference
from ..sheets.ground import person_of
from ..words.names import LawNames
from .profile import OfficeProfile

LONGEST = months(12)
"""No release holds longer (law/procedure.md 7.4)."""
_OF_AGE = 18 * 12


def values(
    reference: Reference, case: CaseFile, profile: OfficeProfile, today: date, texts: Texts
) -> dict[str, str]:
    """Every value of `texts.VALUES`; empty where it is not known and is written by hand."""
    person, names = person_of(case, texts), LawNames.of(reference, texts)
    office = case.value("responsible_abh") or UNKNOWN_AUTHORITY
    authority = reference.authorities.get(office) if office != UNKNOWN_AUTHORITY else None
    matters = (
        f"{names.title_short(each.title_id)} AufenthG, {texts(DECISION_WORDS[each.decision_kind])}"
        for each in case.requests
    )
    representatives = (*profile.representatives, "", "")
    return {
        "name": "\n".join(filter(None, (person.name, person.original_name))),
        "born": spoken_day(person.born, texts) if person.born is not None else "",
        "nationality": person.nationality,
        "address": "\n".join(line for line in person.address if line.strip()),
        "file_number": person.file_number,
        "authority_file_number": person.authority_file_number,
        "authority": texts.pick(authority.name) if authority is not None else "",
        "office": profile.name,
        "office_address": "\n".join(line for line in profile.address if line.strip()),
        "office_contact": profile.contact,
        "representative_1": representatives[0],
        "representative_2": representatives[1],
        "officer": profile.officer,
        "complaints": profile.complaints,
        "matter": "; ".join(matters),
        "language": _language(case.client.language, texts),
        "until": texts.day(last_day_from(today, LONGEST)),
    }


def flags(case: CaseFile, profile: OfficeProfile, today: date) -> frozenset[str]:
    """What holds of the case and the office; whether somebody is of age only where that is certain."""
    found = set[str]()
    if profile.body in ("", "public"):
        found.add(profile.body or "no_body")
    if profile.no_officer and not profile.officer.strip():
        found.add("no_officer")
    born = case.value("birth_date")
    if isinstance(born, PartialDate):
        if completed_on(born.latest, _OF_AGE) <= today:
            found.add("adult")
        elif completed_on(born.earliest, _OF_AGE) > today:
            found.add("minor")
    return frozenset(found)


def _language(code: str, texts: Texts) -> str:
    """The language in which it is explained; German is no answer to that, and is left open."""
    found = next((each for each in languages().values() if code in (each.code, *each.also)), None)
    return texts.pick(found) if found is not None and found.code != GERMAN else ""
