"""Every record that an input fact may consist of, by the name the vocabulary uses for it."""

from __future__ import annotations

from .applications import Application
from .decisions import (
    AsylumProcedure,
    CivicProof,
    Conduct,
    Conviction,
    CourseRecord,
    DatedValue,
    EntryBan,
    Journey,
    Obstacle,
    ProsecutorStatement,
    Step,
)
from .notices import Notice
from .people import (
    Benefit,
    Education,
    Employment,
    FamilyMember,
    HealthLimit,
    Income,
    LanguageProof,
    Qualification,
)
from .status import Absence, Exemption12a, MarkedPeriod, Passport, StatusPeriod

RECORDS: dict[str, type] = {
    "absence": Absence,
    "application": Application,
    "asylum_procedure": AsylumProcedure,
    "benefit": Benefit,
    "civic_proof": CivicProof,
    "conduct": Conduct,
    "conviction": Conviction,
    "course_record": CourseRecord,
    "dated_value": DatedValue,
    "education": Education,
    "employment": Employment,
    "entry_ban": EntryBan,
    "exemption_12a": Exemption12a,
    "family_member": FamilyMember,
    "health_limit": HealthLimit,
    "income": Income,
    "journey": Journey,
    "language_proof": LanguageProof,
    "marked_period": MarkedPeriod,
    "notice": Notice,
    "obstacle": Obstacle,
    "passport": Passport,
    "prosecutor_statement": ProsecutorStatement,
    "qualification": Qualification,
    "status_period": StatusPeriod,
    "step": Step,
}
